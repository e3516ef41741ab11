/*
 * cast: who acts in the tests of evidence: a few parties, an inspector, a
 * referee, a log and a witness in one experiment, with what they have signed.
 * Made by cast_begin, which ends the test if anything fails.
 */
#ifndef CAST_H
#define CAST_H

#include "base/arena.h"
#include "proof/charge.h"
#include "proof/key.h"
#include "proof/note.h"
#include "proof/registry.h"

enum { CAST_MOST = 6, CAST_LOG = 256 };

enum { LAB_0, LAB_1, LAB_2, INSPECTOR, REFEREE, CAST_AGENTS };

struct cast {
	unsigned char experiment[DT_HASH_BYTES];
	struct dt_key *identity[CAST_AGENTS], *session[CAST_AGENTS];
	struct dt_key *log_key, *witness_key;
	struct dt_registry registry;
	struct dt_registry_pin pins[CAST_AGENTS];
	struct dt_vkey witness;
	struct dt_note_pins log_pins;
	uint64_t n;
	struct dt_entry_signed log[CAST_LOG];
	struct dt_merkle_hash leaves[CAST_LOG];
	struct dt_arena arena;
};

extern const char *const cast_names[CAST_AGENTS];

/* Everybody registers. The experiment's key is the number's hash. */
void cast_begin(struct cast *cast, int experiment);
void cast_end(struct cast *cast);

/* The entry's text, in the cast's arena, with the key's signature. */
struct dt_entry_signed cast_sign(struct cast *cast, const struct dt_key *key,
    const struct dt_entry *entry);

/* The same, and appends it to the log. Returns its index. */
uint64_t cast_say(struct cast *cast, const struct dt_key *key,
    const struct dt_entry *entry);

/* The checkpoint over the first n entries, cosigned, in the arena. */
struct dt_lines_word cast_checkpoint(struct cast *cast, uint64_t n);

/* An opening, and the commitment to it. */
struct dt_entry cast_opening(const struct cast *cast, int who, uint64_t run,
    uint64_t round, const char *move);
struct dt_entry cast_commitment(const struct cast *cast, int who,
    const struct dt_entry *opening);

/*
 * Calls again with memory failing at the first, second, ... allocation until
 * a call asks for no more. `attempt` returns 0 if it went well, 1 if memory
 * was out, and leaves nothing behind; anything else fails the test.
 */
void cast_fail_each(int (*attempt)(void *), void *with);

/* Flips each bit of a copy in turn, or each step-th where all would take long.
 * `accepts` says whether a copy is taken; none must be, and the original must
 * be. */
void cast_flip_each(const char *bytes, size_t size,
    bool (*accepts)(const char *bytes, size_t size, void *with), void *with);
void cast_flip_some(const char *bytes, size_t size, size_t step,
    bool (*accepts)(const char *bytes, size_t size, void *with), void *with);

#endif
