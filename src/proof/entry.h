/*
 * entry: the texts that are signed and logged, one a leaf of the tree.
 *
 * Each is exact bytes: UTF-8, one "KEY VALUE" a line in a fixed order, an LF
 * between lines and none behind the last, decimals from 1 without leading
 * zeros, the first line a domain-separation string, no JSON. One table
 * (entry_table.c) says which lines a kind has; one writer and one reader
 * follow it, and the reader takes only what the writer writes. So what is
 * signed can be checked with coreutils and any Ed25519, and a text means one
 * thing. The opening and the commitment of run 7, round 17 by lab-03:
 *
 *     detente.example/open/v1          detente.example/commit/v1
 *     run 7                            run 7
 *     round 17                         round 17
 *     agent lab-03                     agent lab-03
 *     move PAUSE                       commit BASE64(SHA-256(opening))
 *     nonce BASE64(32 bytes)
 *
 * The experiment. Entries name no experiment: they are signed by a session
 * key, which exists in one experiment only (key.h), and `register` says which
 * one, signed by the identity. Thus a commitment binds experiment (by its
 * signature), run, round and agent (by its text), and nobody else's log takes
 * it. `ratify` is the exception on purpose: it is about a treaty's text, is
 * signed by the identity, and means the same in every log.
 *
 * The slot. The first lines of a kind say what an entry is about ("run 7,
 * round 17, agent lab-03"). A signer says one thing about one slot: two
 * different texts for it, both validly signed, are an equivocation.
 *
 * To add a kind: a member of enum dt_entry_kind, its row in entry_table.c, and
 * members of struct dt_entry for lines that no other kind has.
 */
#ifndef DT_PROOF_ENTRY_H
#define DT_PROOF_ENTRY_H

#include "proof/hash.h"
#include "proof/verdict.h"
#include "proof/vkey.h"

enum dt_entry_kind {
	DT_ENTRY_REGISTER,      /* this session key is mine, here */
	DT_ENTRY_RATIFY,        /* I am bound by that treaty's text */
	DT_ENTRY_PLEDGE,        /* I pause this round if all of these do */
	DT_ENTRY_COMMIT,        /* the hash of my opening */
	DT_ENTRY_OPEN,          /* the move that I declare, and the nonce */
	DT_ENTRY_LEDGER,        /* the root over my work of this round */
	DT_ENTRY_FINDING,       /* the inspector saw that move */
	DT_ENTRY_MISSING,       /* the referee saw no opening: the default */
	DT_ENTRY_OUTCOME,       /* the referee's digest of some outcomes */
	DT_ENTRY_EPOCH,         /* the root over my commitments of an epoch */
	DT_ENTRY_WITHDRAW,      /* I leave that treaty */
	DT_ENTRY_ROTATE,        /* from here on that key signs for me, in the
	                         * place of mine, and that identity is mine */
	DT_ENTRY_REVOKE,        /* from here on nothing by that key counts */
	DT_ENTRY_LAPSE,         /* the referee: the time for the pledges of
	                         * that round is over */
	DT_ENTRY_PROPOSE,       /* I propose that text, in these talks */
	DT_ENTRY_ANSWER,        /* my answer to it: ACCEPT, REFUSE, PLEDGE */
	DT_ENTRY_SIGN,          /* I sign it, bound if all of these do */
	DT_ENTRY_HOME,          /* my parliament: RATIFIED or REJECTED */
	DT_ENTRY_ENTER,         /* the referee: it enters into force */
	DT_ENTRY_ACCEDE,        /* I join it after its entry */
	DT_ENTRY_LEAVE,         /* I walk out of these talks */
	DT_ENTRY_END,           /* the referee: these talks ended without */
	DT_ENTRY_ENROL,         /* this key is mine, in that class */
	DT_ENTRY_KINDS
};

/* Which key signs a kind. */
enum dt_entry_by { DT_ENTRY_BY_IDENTITY, DT_ENTRY_BY_SESSION };

enum { DT_ENTRY_KEYS_MOST = 64 };

/* Words point into the text that was read, or are the caller's. Members that
 * a kind has no line for are zero. */
struct dt_entry {
	enum dt_entry_kind kind;
	struct dt_lines_word agent;     /* whom it is about */
	struct dt_lines_word officer;   /* inspector or referee who signs */
	struct dt_lines_word role;      /* party, inspector, referee, ... */
	struct dt_lines_word move;      /* declared, found, or the default; an
	                                 * answer, a vote at home, an end */
	uint64_t run, round;            /* from 1, as all numbers here */
	uint64_t epoch, chunk;
	uint64_t first_run, last_run;   /* first_run <= last_run */
	uint64_t count;                 /* leaves under root */
	bool uncommitted;               /* missing: hash means nothing */
	unsigned char experiment[DT_HASH_BYTES];
	unsigned char treaty[DT_HASH_BYTES];    /* SHA-256 of its text */
	unsigned char hash[DT_HASH_BYTES];      /* commitment, root, digest */
	unsigned char nonce[DT_HASH_BYTES];
	struct dt_vkey key, identity;
	size_t awaited;                 /* keys, strictly ascending */
	unsigned char awaits[DT_ENTRY_KEYS_MOST][DT_SIGN_PUBLIC];
};

/* A text with its signature: what a log keeps. Nothing is owned. */
struct dt_entry_signed {
	const char *text;
	size_t size;
	unsigned char signature[DT_SIGN_BYTES];
};

/* "commit", "pledge", ... as in the first line. */
const char *dt_entry_word(enum dt_entry_kind kind);
enum dt_entry_by dt_entry_by(enum dt_entry_kind kind);
/* The role that its signer must have, or NULL: any. */
const char *dt_entry_role(enum dt_entry_kind kind);
/* The name of the agent who signs it. */
struct dt_lines_word dt_entry_signer(const struct dt_entry *entry);

/* Appends the text. DT_EUSAGE names the line that cannot be written so: a name
 * that is none, a zero, keys that are not ascending; text is then not whole. */
enum dt_status dt_entry_print(const struct dt_entry *entry,
    struct dt_text *text, struct dt_error *err);

/* Reads all of size bytes. MALFORMED says which line is missing or wrong. */
enum dt_verdict dt_entry_read(const char *bytes, size_t size,
    struct dt_entry *entry, struct dt_error *why);

/* Are the texts (that dt_entry_read has found good) of one kind and slot? */
bool dt_entry_same_slot(const struct dt_entry_signed *a,
    const struct dt_entry_signed *b);

/* SHA-256 of the opening that belongs to that entry (kind OPEN). */
enum dt_status dt_entry_commitment(const struct dt_entry *opening,
    unsigned char commitment[DT_HASH_BYTES], struct dt_error *err);

/* Does the text of the opening belong to the commitment? Both have been
 * read; the slot and the hash must agree. */
bool dt_entry_opens(const struct dt_entry *commit,
    const struct dt_entry *opening, const char *text, size_t size);

#endif
