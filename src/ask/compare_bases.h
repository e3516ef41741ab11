/*
 * compare_bases: the experiments of two databases, pair by pair. For
 * compare_bases*.c alone.
 *
 * Experiments of one configuration in one file are one (other seeds). A pair
 * is of one scenario; those that differ in the fewest keys come together
 * first, each in one pair.
 */
#ifndef DT_ASK_COMPARE_BASES_H
#define DT_ASK_COMPARE_BASES_H

#include "ask/compare.h"

enum { DT_COMPARE_MEASURES = 3, DT_COMPARE_BASES_MOST = 1000 };

struct dt_compare_key {
	const char *path, *value;       /* "treaty.monitoring.miss" */
};

struct dt_compare_keys {
	struct dt_compare_key *of;      /* by path */
	size_t n, room;
};

struct dt_compare_figures {
	double mean, error, low, high;  /* NAN: there is none */
};

struct dt_compare_experiment {
	int64_t id;
	const char *scenario, *treaty, *seeds, *config; /* seeds: " 1 2 " */
	int64_t runs;
	struct dt_compare_keys keys;
	struct dt_compare_figures figures[DT_COMPARE_MEASURES];
	bool paired;
};

struct dt_compare_base {
	const char *path;
	struct dt_compare_experiment *of;
	size_t n, room;
};

struct dt_compare_pair {
	const struct dt_compare_experiment *a, *b;
	size_t differ;                  /* keys */
};

extern const char *const dt_compare_bases_measures[DT_COMPARE_MEASURES];

/* compare_bases_keys.c: a configuration as keys and values. Titles, summaries,
 * sources, status and runs are left out. */
enum dt_status dt_compare_bases_keys(struct dt_arena *arena,
    struct dt_compare_experiment *experiment, struct dt_error *err);

/* How many keys differ; each of them to `tell`, if not NULL. Where a file has
 * another name (treaty.treaty), its name alone is told. A value that is not
 * there is NULL. */
size_t dt_compare_bases_differ(const struct dt_compare_keys *a,
    const struct dt_compare_keys *b, void (*tell)(void *context,
    const char *path, const char *a, const char *b), void *context);

void dt_compare_bases_tell(const struct dt_compare_base *a,
    const struct dt_compare_base *b, const struct dt_compare_pair *pairs,
    size_t n, struct dt_solution *solution);

#endif
