/*
 * protocol: the verifiable simultaneous halt, between parties with keys of
 * their own, as a machine that reads a log from its first entry on. Everybody
 * who has the log has the same machine, in the same state.
 *
 *   FOUNDING    until all parties have registered a session key and ratified
 *               the treaty (register, ratify)
 *   PLEDGING    until the pledges of all parties that are left, for one round
 *               and each waiting for all the others, are there: the halt is
 *               binding at the entry that completes them (pledge). The referee
 *               may say that the time for a round's pledges is over (lapse);
 *               then a later round is pledged for.
 *   COMMITTING  until each party of the halt has committed to its move of the
 *               round (commit), or the referee has noted that it did not in
 *               time (missing)
 *   OPENING     until each that committed has opened (open), or the referee
 *               has noted that it did not (missing). Then the next round.
 *   ENDED       nobody is left
 *
 * At any time an inspector may say what a party did in a round that is over for
 * it (finding), a party may leave from a round that has not begun for it
 * (withdraw), and a member may change or revoke its key (rotate, revoke), a
 * party only while it is bound to no unopened commitment. What a failure
 * leaves as proof:
 *
 *   no pledge in time          the log with the referee's lapse: a halt file
 *   two pledges, two commits   an equivocation file
 *   no commitment, no opening  the referee's missing, for the default move
 *   declared otherwise than    a perjury file
 *     found
 *   two logs shown             a fork file
 *
 * A log has one run, number 1. An entry that the machine does not take was
 * not said at its time; a log that holds such an entry is not authentic.
 * Time is nobody's proof: that it was over is the referee's word.
 */
#ifndef DT_PARTY_PROTOCOL_H
#define DT_PARTY_PROTOCOL_H

#include "base/arena.h"
#include "party/charter.h"
#include "proof/merkle.h"
#include "proof/registry.h"

enum dt_protocol_phase {
	DT_PROTOCOL_FOUNDING, DT_PROTOCOL_PLEDGING, DT_PROTOCOL_COMMITTING,
	DT_PROTOCOL_OPENING, DT_PROTOCOL_ENDED
};

/* A taken entry. Words point into the bytes that it was taken from. */
struct dt_protocol_entry {
	struct dt_entry_signed text;
	struct dt_entry entry;
	struct dt_vkey signer;          /* its name in the arena */
	size_t member;                  /* of the charter, who signed */
};

/* Of a party. Entries are by their number plus 1; 0: not yet. */
struct dt_protocol_party {
	bool ratified;
	uint64_t pledge;                /* for the pending round */
	bool active;                    /* of the halt, or may become so */
	uint64_t leaves;                /* the first round without it; 0 */
	uint64_t commit, open, missing; /* of the current round */
	uint64_t declared_pause, declared_race, missed, findings, denied;
};

struct dt_protocol {
	struct dt_arena *arena;
	struct dt_charter charter;
	struct dt_registry registry;
	struct dt_registry_pin pins[DT_CHARTER_MOST];
	struct dt_protocol_entry *entries;
	struct dt_merkle_hash *leaves;
	uint64_t n;
	size_t room, room_leaves;
	struct dt_merkle tree;

	enum dt_protocol_phase phase;
	uint64_t round;         /* current; pledged for, while PLEDGING (0:
	                         * none); the first not played, once ENDED */
	uint64_t lapsed;        /* the last round whose pledges lapsed */
	uint64_t since;         /* entry that began the phase */
	uint64_t halts;         /* how many became binding */
	uint64_t halt, halt_round;      /* the last: entry plus 1; round */
	uint64_t findings, withdrawals;
	struct dt_protocol_party parties[DT_CHARTER_MOST];
};

/* The machine of a charter, whose bytes outlive it, before any entry; end it
 * by dt_protocol_free. */
enum dt_status dt_protocol_start(struct dt_protocol *p,
    struct dt_arena *arena, const char *charter, size_t size,
    struct dt_error *err);
void dt_protocol_free(struct dt_protocol *p);

/*
 * Takes the next entry: a text, an empty line, its signature, an empty line;
 * lines then stand behind it. If it is not GOOD the machine is as before.
 * POINTLESS: authentic, but not at this time.
 */
enum dt_verdict dt_protocol_take(struct dt_protocol *p,
    struct dt_lines *lines, struct dt_error *why);

/* Reads the entry that lines begin with, and checks its signature alone. */
enum dt_verdict dt_protocol_read(const struct dt_protocol *p,
    struct dt_lines *lines, struct dt_protocol_entry *e,
    struct dt_error *why);

/* The number of the entry with the same text, or n. */
uint64_t dt_protocol_said(const struct dt_protocol *p,
    const struct dt_protocol_entry *e);
/* The number of one by the same key about the same thing with another text,
 * or n: with it, an equivocation. */
uint64_t dt_protocol_denied(const struct dt_protocol *p,
    const struct dt_protocol_entry *e);

/* "founding", "pledging", ... */
const char *dt_protocol_word(enum dt_protocol_phase phase);

/* The entry of that kind by or about a party in a round, or n. */
uint64_t dt_protocol_find(const struct dt_protocol *p,
    enum dt_entry_kind kind, size_t party, uint64_t round);

/* Fills the keys that a pledge must name now: of all parties that are left. */
enum dt_status dt_protocol_set(const struct dt_protocol *p,
    struct dt_entry *pledge, struct dt_error *err);

#endif
