/*
 * against: two databases that show logs of the same experiments: is one log
 * the beginning of the other, or does its keeper show two histories?
 *
 * Each log's last checkpoint must be signed by the key that it registers and
 * be the root of its entries; then entries are compared one by one. Two
 * checkpoints of one key that contradict each other are written as a file that
 * stands alone (proof/fork.h).
 */
#ifndef DT_AGAINST_H
#define DT_AGAINST_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"

enum dt_against {
	DT_AGAINST_SAME,
	DT_AGAINST_LONGER,      /* the first database has more of the log */
	DT_AGAINST_SHORTER,     /* it has less */
	DT_AGAINST_FORK,        /* one key has signed two histories */
	DT_AGAINST_STRANGERS,   /* logs of two keys: they prove nothing */
	DT_AGAINST_UNSIGNED,    /* not both are signed */
	DT_AGAINST_ALONE,       /* the second has no such experiment */
};
extern const char *const dt_against_words[];

struct dt_against_log {
	int64_t experiment;     /* in the first database */
	enum dt_against is;
	const char *origin;     /* or NULL */
	uint64_t size, other;   /* entries in the first, in the second */
	uint64_t differs;       /* fork: the first index that does */
};

struct dt_against_report {
	struct dt_arena arena;
	struct dt_against_log *logs;    /* owned; an item an experiment of the
	                                 * first */
	size_t n, room;
	struct dt_text fork;            /* of the first one that is a fork */
};

/* DT_ESTORE: a log that does not fit its own checkpoint: see the audit of that
 * file. Free the report in any case. */
enum dt_status dt_against(const char *path, const char *other,
    struct dt_against_report *report, struct dt_error *err);
void dt_against_free(struct dt_against_report *report);

#endif
