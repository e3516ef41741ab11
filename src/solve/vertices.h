/*
 * vertices: all vertices of a best-reply polytope, by walking from basis to
 * basis (Avis and Fukuda's graph, but with a table of bases seen in place of a
 * reverse search). At most 64 strategies a player.
 */
#ifndef DT_SOLVE_VERTICES_H
#define DT_SOLVE_VERTICES_H

#include "base/stop.h"
#include "solve/bimatrix.h"

enum { DT_VERTICES_MOST = 1 << 22 };

struct dt_vertices {
	size_t n, room;
	struct dt_labels *binding;      /* all labels that bind: the key */
	struct dt_labels *basis;        /* those of a basis of the vertex */
	size_t *slots, n_slots;         /* by hash of basis; private */
	bool degenerate;        /* more bind than the dimension somewhere */
};

/* In whole numbers, right in degenerate polytopes too; each vertex once.
 * *whole is false where `stop` (or NULL) ended it early. DT_EUSAGE: there are
 * more bases than DT_VERTICES_MOST. */
enum dt_status dt_vertices_exact(const struct dt_bimatrix *bimatrix,
    size_t player, const struct dt_stop *stop, struct dt_vertices *vertices,
    bool *whole, struct dt_error *err);

void dt_vertices_free(struct dt_vertices *vertices);

/* The vertex with that key, or SIZE_MAX. */
size_t dt_vertices_find(const struct dt_vertices *vertices,
    struct dt_labels binding);

/* Adds one; *fresh says whether it was new. DT_EUSAGE: there is no room for
 * more. */
enum dt_status dt_vertices_add(struct dt_vertices *vertices,
    struct dt_labels binding, struct dt_labels basis, bool *fresh,
    struct dt_error *err);

#endif
