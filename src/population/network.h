/*
 * network: who is whose neighbour in a population: a ring, a lattice without
 * borders, or any connected graph from a file.
 *
 * A file has a line "i j" for each pair of neighbours, counted from 1, the
 * same once only; lines may be empty, or begin with #.
 */
#ifndef DT_POPULATION_NETWORK_H
#define DT_POPULATION_NETWORK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/faults.h"

enum { DT_NETWORK_MOST = 100000 };      /* members */

struct dt_network {
	size_t n;
	const size_t *at;       /* neighbours of i: at[i] to at[i + 1] - 1 */
	const uint32_t *near;
	bool ring;
	const char *name;       /* "a ring of 10" */
};

/* n from 3 up. */
enum dt_status dt_network_ring(size_t n, struct dt_arena *arena,
    struct dt_network *network, struct dt_error *err);

/* Rows and columns of 3 and more, as near to a square as n allows; each has 4
 * neighbours. DT_EUSAGE: n has no such product. */
enum dt_status dt_network_lattice(size_t n, struct dt_arena *arena,
    struct dt_network *network, struct dt_error *err);

/* DT_EINPUT with the line: no such pair, one twice, a member without
 * neighbours, or one that cannot be come to. */
enum dt_status dt_network_read(const struct dt_source *source,
    struct dt_arena *arena, struct dt_network *network, struct dt_error *err);

/* "ring" or "lattice" of n, or a file. */
enum dt_status dt_network_find(const char *word, size_t n,
    struct dt_arena *arena, struct dt_network *network, struct dt_error *err);

#endif
