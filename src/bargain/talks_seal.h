/*
 * talks_seal: what a negotiation leaves as evidence. At level `full` each step
 * is a signed entry (proof/entry_table.c), in the order in which it happened:
 * proposals, answers, signatures, votes at home, entry into force, accessions,
 * walking out, an end without agreement. A mediator's proposals are the
 * referee's. Who proposes nothing signs nothing.
 *
 * A signature names the session keys of all who sign the text in that round,
 * its signer's too: it binds if all of them sign, so that the entry at which
 * the last of them did is the one at which the text binds. What was refused has
 * no signature of who refused it, and obliges nobody.
 *
 * At level `epoch` each agent's entries of a negotiation, unsigned, are one leaf
 * of what it signs an epoch:
 *
 *     detente.example/said/v1
 *     run 7
 *     agent us
 *     ENTRY                     each after an empty line
 */
#ifndef DT_TALKS_SEAL_H
#define DT_TALKS_SEAL_H

#include "bargain/talks.h"
#include "play/seal.h"

/* Immutable once it is made. */
struct dt_talks_notary {
	const struct dt_talks_setting *setting;
	const struct dt_seal_maker *maker;
	unsigned char (*hash)[DT_HASH_BYTES];   /* of each text */
};

/* In the arena. */
enum dt_status dt_talks_notary(struct dt_talks_notary *notary,
    const struct dt_talks_setting *setting, const struct dt_seal_maker *maker,
    struct dt_arena *arena, struct dt_error *err);

/* Fills a seal anew: its rows' leaf, and what the maker's level asks for. */
enum dt_status dt_talks_seal(const struct dt_talks_notary *notary,
    int64_t number, const struct dt_talks_outcome *outcome,
    struct dt_seal *seal, struct dt_error *err);

#endif
