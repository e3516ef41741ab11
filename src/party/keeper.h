/*
 * keeper: what the keeper of a log does: takes statements that members have
 * signed, in the order in which they come, and commits to them.
 *
 * The keeper signs no checkpoint before the entries under it are on the disk,
 * so after a kill it commits to what it had, or to more, and never to two
 * trees. A statement that is in the log already is passed over: to send it
 * again does no harm.
 */
#ifndef DT_PARTY_KEEPER_H
#define DT_PARTY_KEEPER_H

#include "party/book.h"
#include "proof/key.h"

struct dt_keeper_statement {
	const char *path;
	const char *bytes;      /* entries, as in log.txt */
	size_t size;
	/* Filled. */
	uint64_t taken, known;  /* entries */
	enum dt_verdict verdict;        /* not GOOD: the next one is refused */
	struct dt_error why;
	const char *charge;     /* the file of an equivocation that it is, in
	                         * the folder; or NULL */
};

/* keeper: the identity of the log. Statements are taken one after another; a
 * refused one leaves what was taken before it. */
enum dt_status dt_keeper_take(struct dt_book *book, const struct dt_key *keeper,
    struct dt_keeper_statement *statements, size_t n, uint64_t now,
    struct dt_error *err);

#endif
