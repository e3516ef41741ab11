/*
 * seal: what a run leaves as evidence, made by the thread that played it.
 *
 * It depends on the experiment and the run's number alone. Always: the leaf
 * of the run's rows (rows.h), for the referee's digest. At level `epoch`: for
 * each party a commitment to all the moves that it declared in the run, the
 * leaf of the text
 *
 *     detente.example/moves/v1
 *     run 7
 *     agent lab-03
 *     entered 3                 round of entry into force; 0: never
 *     moves -2 P57 R1 P60       stretches: no party in force, PAUSE, RACE
 *     nonce BASE64(32)          of the run, "round 0"
 *
 * which hides the moves until the text is shown, and of which the party signs
 * one Merkle root an epoch. At level `full`: signed entries (proof/entry.h),
 * in the order in which things happen in a round: when the treaty enters into
 * force each party's conditional pledge; then, round by round while it is in
 * force, all commitments, all openings, the inspector's findings, and notices
 * of withdrawal.
 */
#ifndef DT_SEAL_H
#define DT_SEAL_H

#include "engine/tally.h"
#include "lanes/lanes.h"
#include "play/roster.h"
#include "play/tape.h"
#include "proof/entry.h"
#include "proof/merkle.h"

enum dt_seal_level { DT_SEAL_NONE, DT_SEAL_EPOCH, DT_SEAL_FULL };
extern const char *const dt_seal_level_words[];

/* Made by dt_seal_maker, immutable, shared by threads. */
struct dt_seal_maker {
	const struct dt_experiment *experiment;
	const struct dt_roster *roster;
	enum dt_seal_level level;
	bool rounds;            /* rows of rounds are kept */
	bool bare;              /* what happens in rounds is written and not
	                         * signed: for who has verified signatures */
	unsigned char treaty[DT_HASH_BYTES];
	size_t order[DT_AGENTS_MOST];   /* agents by their session keys */
};

struct dt_seal_entry {
	enum dt_entry_kind kind;
	size_t seat;            /* of the roster: who signs */
	int64_t round;
	size_t at, size;        /* in texts */
	bool bare;              /* its signature was not made */
	unsigned char signature[DT_SIGN_BYTES];
	struct dt_merkle_hash leaf;
};

/* Reused for many runs; zero it first, free it last. */
struct dt_seal {
	struct dt_text rows;    /* canonical bytes of the run's rows */
	struct dt_merkle_hash rows_leaf;
	struct dt_merkle_hash moves[DT_AGENTS_MOST];    /* level epoch */
	struct dt_text texts;
	struct dt_seal_entry *entries;
	size_t n, room;
};

enum dt_status dt_seal_maker(struct dt_seal_maker *maker,
    const struct dt_experiment *experiment, const struct dt_roster *roster,
    enum dt_seal_level level, bool rounds, struct dt_error *err);

/* A run that was played: its tally, and its rounds on a tape, or by a lane
 * what was declared in them; of level none neither is needed. Level full and
 * rows of rounds are made of a tape alone. */
struct dt_seal_source {
	int64_t run;
	const struct dt_tally *tally;
	const struct dt_tape_round *rounds;
	size_t n;
	struct dt_lanes *lanes;         /* or NULL */
	size_t lane;
};

/* DT_ENOMEM, or DT_EUSAGE for a number that is not finite. */
enum dt_status dt_seal_run(const struct dt_seal_maker *maker,
    const struct dt_seal_source *source, struct dt_seal *seal,
    struct dt_error *err);
void dt_seal_free(struct dt_seal *seal);

/* The text that an agent's leaf of level epoch is made of. */
void dt_seal_moves(const struct dt_seal_maker *maker, size_t agent,
    const struct dt_seal_source *source, struct dt_text *text);

/* SHA-256 of a treaty's resolved text, which is what is ratified. With text,
 * that is appended as well. */
enum dt_status dt_seal_treaty(const struct dt_treaty *treaty,
    unsigned char hash[DT_HASH_BYTES], struct dt_text *text,
    struct dt_error *err);

/* Adds an entry to the seal's list, as a seat signs it. */
enum dt_status dt_seal_write(size_t seat, const struct dt_entry *entry,
    struct dt_seal *seal, struct dt_error *err);

/* The same, signed; entries that name an identity as signer are signed by it.
 * For evidence.c, too. */
enum dt_status dt_seal_sign(const struct dt_roster *roster, size_t seat,
    const struct dt_entry *entry, struct dt_seal *seal,
    struct dt_error *err);

#endif
