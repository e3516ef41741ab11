/*
 * pledge: the verifiable halt.
 *
 * A conditional pledge (entry `pledge`) says: in this run and round, under the
 * treaty with this hash, I pause if the pledges of all these keys exist. The
 * keys are the session keys of all parties to the halt, the signer's own
 * among them, so that all pledges of a halt name one set. The halt becomes
 * binding at the one log entry that completes the set: nobody pauses first.
 * Which entry that is nobody signs; it is found, by anybody, from the log.
 *
 * Read in the log's order, the first of these that happens decides, for ever:
 * the set is complete (BINDING); a party has signed two pledges for the round
 * (EQUIVOCATED); a party has withdrawn from the treaty, in this round or an
 * earlier one of the run (WITHDRAWN). What comes later changes nothing: a halt
 * that was binding stays so. If none happens before the deadline, the first
 * party without a pledge that counts is the reason.
 *
 * Statements that are not validly signed by the party's registered key were
 * not said: they neither bind nor harm it.
 */
#ifndef DT_PROOF_PLEDGE_H
#define DT_PROOF_PLEDGE_H

#include "proof/note.h"
#include "proof/registry.h"

enum dt_pledge_answer {
	DT_PLEDGE_BINDING,
	DT_PLEDGE_MISSING,      /* a party never signed: no entry proves it,
	                         * but all the entries together do */
	DT_PLEDGE_LATE,         /* signed, but at the deadline or behind it */
	DT_PLEDGE_OTHER_TEXT,   /* signed a pledge to another treaty's text */
	DT_PLEDGE_OTHER_SET,    /* signed, but waits for other keys */
	DT_PLEDGE_EQUIVOCATED,  /* signed two pledges for the round */
	DT_PLEDGE_WITHDRAWN,    /* left the treaty before the set was whole */
	DT_PLEDGE_ANSWERS
};

struct dt_pledge_question {
	unsigned char treaty[DT_HASH_BYTES];
	uint64_t run, round;
	const struct dt_lines_word *parties;    /* 1 to 64 names, no name
	                                         * twice */
	size_t n;
	uint64_t deadline;      /* entries from this index on are late */
	uint64_t from;          /* entries before this index are not read: 0,
	                         * or where it is known that no pledge of the
	                         * round and no withdrawal is before it */
};

struct dt_pledge_ruling {
	enum dt_pledge_answer answer;
	size_t party;           /* whose fault it is, if it is not binding */
	uint64_t entry;         /* binding: the entry that completed the set */
	size_t proofs;          /* entries that prove it, by index */
	uint64_t proof[DT_ENTRY_KEYS_MOST];     /* binding: of each party, in
	                         * the question's order; equivocated: both;
	                         * else the one, or none */
};

/* "binding", "missing", "late", "other text", ... */
const char *dt_pledge_word(enum dt_pledge_answer answer);

/*
 * What happened. The log is its entries from the first on; the registry holds
 * its registrations. "No halt" is an answer: a status is only for DT_ENOMEM,
 * and DT_EUSAGE for a question that makes no sense.
 */
enum dt_status dt_pledge_find(const struct dt_entry_signed *log, uint64_t n,
    const struct dt_registry *registry,
    const struct dt_pledge_question *question,
    struct dt_pledge_ruling *ruling, struct dt_error *err);

/* The deadline of a round by the model: the first valid commitment of that
 * run and round, which is when moves begin; n if there is none. */
enum dt_status dt_pledge_deadline(const struct dt_entry_signed *log,
    uint64_t n, const struct dt_registry *registry, uint64_t run,
    uint64_t round, uint64_t *deadline, struct dt_error *err);

/* Fills the keys that a pledge of these parties awaits, ascending. DT_EUSAGE:
 * a party is not registered, or there are more than 64. */
enum dt_status dt_pledge_set(const struct dt_registry *registry,
    const struct dt_lines_word *parties, size_t n, struct dt_entry *pledge,
    struct dt_error *err);

/*
 * A halt, or why there was none, as a file that stands alone: the question,
 * the answer, the log's first n entries with their signatures, and the
 * checkpoint of exactly that many. Where keys are rotated among these entries,
 * the keys behind the last of them are those of the question. All of them, because that somebody did
 * *not* sign can be shown in no other way. The reader asks the question again,
 * from the first entry on.
 *
 *     detente.example/halt/v1
 *     treaty BASE64
 *     run 7
 *     round 17
 *     deadline 12
 *     party lab-01             one or more, in the experiment's order
 *     answer missing lab-02    or: answer binding 11
 *
 *     an entry, an empty line, its signature, an empty line, and so on
 *
 *     the checkpoint
 */
enum dt_status dt_pledge_print(const struct dt_entry_signed *log, uint64_t n,
    const struct dt_registry *registry,
    const struct dt_pledge_question *question,
    struct dt_lines_word checkpoint, struct dt_text *text,
    struct dt_error *err);

/*
 * GOOD: the ruling follows from the log that the checkpoint covers, for the
 * question that the file asks. Nobody has signed the question: look at *head,
 * the lines down to the answer, before you quote it.
 */
enum dt_verdict dt_pledge_read(const char *bytes, size_t size,
    const struct dt_registry_pin *pins, size_t pinned,
    const struct dt_note_pins *log_pins, struct dt_pledge_ruling *ruling,
    struct dt_lines_word *head, struct dt_error *why);

#endif
