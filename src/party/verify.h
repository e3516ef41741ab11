/*
 * verify: files of evidence, each held against public keys, and what each
 * then proves, in one sentence. For whoever was sent some files: no database,
 * no seed and no secret key is wanted.
 *
 * A call is of all files at once, as some need others: a registration says
 * whose a session key is, a commitment what an opening had promised, an entry
 * what a proof is about. Whose keys count:
 *
 *   named        keys that the reader has from elsewhere: only what they
 *                signed, and sessions that they registered, is good
 *   beside       where none are named, the *.vkey in the folders of the files:
 *                then files only agree with what they came with
 *
 * To add a kind of file: its row in verify_table.c and the function that
 * checks it. What a signed entry proves is said in verify_entry.c.
 *
 * A struct dt_verify is made by hand ({ .arena }), filled by dt_verify_key,
 * dt_verify_load and dt_verify_all in this order, and ended by dt_verify_free.
 */
#ifndef DT_PARTY_VERIFY_H
#define DT_PARTY_VERIFY_H

#include "base/arena.h"
#include "proof/note.h"
#include "proof/registry.h"

struct dt_verify;
struct dt_verify_file;

struct dt_verify_kind {
	const char *word;       /* "perjury", for programs */
	const char *name;       /* "a charge of perjury", for people */
	/* Is it one, by its first bytes? */
	bool (*is)(const struct dt_verify_kind *kind,
	    const struct dt_verify_file *file);
	const char *first;      /* a first line or a tail, for `is` */
	/* What the file proves goes to file->words, or why not to why. */
	enum dt_verdict (*check)(struct dt_verify *v,
	    struct dt_verify_file *file, struct dt_error *why);
};

struct dt_verify_file {
	const char *path;       /* as given */
	const char *bytes;      /* with a NUL behind them */
	size_t size;
	const struct dt_verify_kind *kind;      /* NULL: of none */
	enum dt_verdict verdict;
	const char *words;      /* a sentence: what it proves, or why not */
	const char *signer;     /* the name of the key, or NULL */
	/* Of an entry alone or with its signature, which reads as one. */
	bool is_entry, is_signed;
	struct dt_entry entry;
	struct dt_entry_signed text;
	const struct dt_note_checkpoint *head;  /* of a checkpoint */
};

/* A key that an agent has changed to: an entry is by it or by those before,
 * as files alone do not say which came first. */
struct dt_verify_turn {
	struct dt_lines_word agent;
	struct dt_vkey key, identity;
};

struct dt_verify {
	struct dt_arena *arena;         /* holds all that is borrowed here */
	bool named;                     /* the keys were */
	struct dt_vkey *keys;
	const char **agents;            /* whom each may register; NULL: any */
	size_t n_keys, room_keys, room_agents;
	struct dt_registry_pin *pins;   /* the same, as pins of identities */
	size_t pinned;
	struct dt_registry *registries; /* one an experiment */
	size_t n_registries, room_registries;
	struct dt_verify_turn *turns;
	size_t n_turns, room_turns;
	struct dt_verify_file *files;
	size_t n, room;
	size_t bad;                     /* files that prove nothing */
};

/* A key that counts: a vkey, or the path of a file of some, a line each, as
 * the roster of an audit has them: an agent's name and its identity's vkey, or
 * the vkey alone. */
enum dt_status dt_verify_key(struct dt_verify *v, const char *given,
    struct dt_error *err);

/* Reads a file. DT_EIO: cannot be read. */
enum dt_status dt_verify_load(struct dt_verify *v, const char *path,
    struct dt_error *err);

/* Checks all. What is found is said of each file; a status is of memory. */
enum dt_status dt_verify_all(struct dt_verify *v, struct dt_error *err);

void dt_verify_free(struct dt_verify *v);

/* "good", "malformed", "stranger", "forged", "unproved", "pointless". */
const char *dt_verify_word(enum dt_verdict verdict);

#endif
