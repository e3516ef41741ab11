/*
 * say: what a member signs, by its own copy of the log.
 *
 * A statement is signed only if the log takes it now, and if nothing else
 * about the same thing was signed with this folder before: what is signed is
 * on the disk (said-NAME.txt) before it is handed out. So no kill and no
 * second thought makes a member contradict itself; two folders for one key do.
 * The same statement is signed again as often as one likes.
 */
#ifndef DT_PARTY_SAY_H
#define DT_PARTY_SAY_H

#include "party/book.h"
#include "proof/key.h"

struct dt_say {
	struct dt_book *book;
	const struct dt_key *identity;
	struct dt_key *session;         /* owned */
	size_t member;                  /* of the charter */
	struct dt_lines_word name;      /* of the member */
	uint64_t now;                   /* seconds */
	struct dt_text text;            /* the statements so far; owned */
};

/* Whose key it is: the name of a member, or of one whose key was rotated to
 * it. DT_EUSAGE: of nobody. Free it in any case. */
enum dt_status dt_say_start(struct dt_say *say, struct dt_book *book,
    const struct dt_key *identity, uint64_t now, struct dt_error *err);
void dt_say_free(struct dt_say *say);

/* Each appends statements to say->text. DT_EUSAGE says why not now. */
enum dt_status dt_say_join(struct dt_say *say, struct dt_error *err);
enum dt_status dt_say_pledge(struct dt_say *say, uint64_t round,
    struct dt_error *err);
enum dt_status dt_say_commit(struct dt_say *say, const char *move,
    struct dt_error *err);
enum dt_status dt_say_open(struct dt_say *say, struct dt_error *err);
enum dt_status dt_say_find(struct dt_say *say, const char *agent,
    uint64_t round, const char *move, struct dt_error *err);
enum dt_status dt_say_missing(struct dt_say *say, const char *agent,
    struct dt_error *err);
enum dt_status dt_say_lapse(struct dt_say *say, struct dt_error *err);
enum dt_status dt_say_withdraw(struct dt_say *say, uint64_t round,
    struct dt_error *err);
enum dt_status dt_say_rotate(struct dt_say *say, const struct dt_key *next,
    struct dt_error *err);
enum dt_status dt_say_revoke(struct dt_say *say, struct dt_error *err);

#endif
