/*
 * charter: what a log of real parties is about, agreed before its first entry:
 * the treaty, what counts where a move is not shown, how long is waited, and
 * whose keys count. Its SHA-256 names the log, as the key of an experiment
 * names that of a simulation; so every registration binds its signer to these
 * very bytes, and every session key follows from them.
 *
 *     detente.example/charter/v1
 *     treaty BASE64(SHA-256 of the treaty's resolved text)
 *     default RACE                 the move of who shows none
 *     timeout 86400                seconds that the referee waits
 *     party VKEY                   one or more, of identities
 *     inspector VKEY               none or more
 *     referee VKEY                 one
 *     log VKEY                     one
 *
 * Each line ends in LF, so that sha256sum gives the name. A member is called
 * in the log what its identity is called.
 */
#ifndef DT_PARTY_CHARTER_H
#define DT_PARTY_CHARTER_H

#include "proof/entry.h"

enum { DT_CHARTER_MOST = 80 };

enum dt_charter_role {
	DT_CHARTER_PARTY, DT_CHARTER_INSPECTOR, DT_CHARTER_REFEREE,
	DT_CHARTER_LOG, DT_CHARTER_ROLES
};
extern const char *const dt_charter_roles[DT_CHARTER_ROLES];

struct dt_charter_member {
	enum dt_charter_role role;
	struct dt_vkey identity;        /* its name is the member's */
};

struct dt_charter {
	unsigned char name[DT_HASH_BYTES];
	unsigned char treaty[DT_HASH_BYTES];
	struct dt_lines_word missing;   /* the default move */
	uint64_t timeout;
	struct dt_charter_member members[DT_CHARTER_MOST];
	size_t n, parties;      /* parties come first; at most 64 */
};

/* Appends the text; fills the name. DT_EUSAGE says what is wrong: no party,
 * two of a name or key, not one referee and one log, a simulated key. */
enum dt_status dt_charter_print(struct dt_charter *charter,
    struct dt_text *text, struct dt_error *err);

/* Reads all of the bytes; words point into them. DT_EINPUT. */
enum dt_status dt_charter_read(const char *bytes, size_t size,
    struct dt_charter *charter, struct dt_error *err);

/* Who has that name, or charter->n. */
size_t dt_charter_find(const struct dt_charter *charter,
    struct dt_lines_word name);

#endif
