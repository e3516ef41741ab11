/* audit_says: what a log of any keys says happened, beside what was played.
 * For src/audit/audit_*.c alone. */
#ifndef DT_AUDIT_SAYS_H
#define DT_AUDIT_SAYS_H

#include "audit/audit_internal.h"
#include "play/play.h"

/* A statement: one party did or heard one thing in one round. */
struct dt_audit_fact {
	int64_t round;
	enum dt_entry_kind kind;
	int agent;
	bool race;              /* openings, findings */
	int64_t leaf;           /* of the log's; -1 of what was played */
};

struct dt_audit_facts {
	struct dt_audit_fact *list;     /* owned */
	size_t n, room;
};

struct dt_audit_says {
	struct dt_audit *audit;         /* NULL: not open */
	struct dt_store_scan *scan;     /* entries */
	const struct dt_cell *row;      /* the next, or NULL */
	struct dt_audit_facts said, played;
	uint64_t bound;                 /* parties of the halt of this run */
	struct dt_audit_nonce {
		unsigned char bytes[DT_HASH_BYTES];
		int64_t leaf;
	} *nonces;                      /* owned */
	size_t n_nonces, room;
};

enum dt_status dt_audit_says_open(struct dt_audit *audit,
    struct dt_audit_says *says);
void dt_audit_says_close(struct dt_audit_says *says);

/* The next run, played, with all its rounds. */
enum dt_status dt_audit_says_run(struct dt_audit_says *says,
    const struct dt_play_run *run);
/* Behind the last run: what else the log says, nonces used twice. */
enum dt_status dt_audit_says_end(struct dt_audit_says *says);

/* Of audit_says.c and audit_says_hear.c alone: a fact more; a fault where a
 * fact is; the entry that the scan stands on. */
enum dt_status dt_audit_says_add(struct dt_audit_says *says,
    struct dt_audit_facts *facts, struct dt_audit_fact fact);
enum dt_status dt_audit_says_object(struct dt_audit_says *says, int64_t run,
    const struct dt_audit_fact *fact, const char *words);
enum dt_status dt_audit_says_hear(struct dt_audit_says *says);

#endif
