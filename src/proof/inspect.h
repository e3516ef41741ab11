/*
 * inspect: sampled inspection, as a mechanism and not only as a rate.
 *
 * In a round an agent keeps a ledger of its work in n chunks, and signs the
 * Merkle root over them (entry `ledger`) before anybody knows which will be
 * looked at. When the openings of the round are there, the beacon is the hash
 * of the nonces that they reveal; from beacon and agent follow k distinct
 * chunks, and the agent must show each with its inclusion proof. h chunks
 * that hold a hidden run stay unseen with the hypergeometric chance
 * C(n-h, k)/C(n, k), so that one shows with 1 - C(n-h, k)/C(n, k): for
 * (n, h, k) = (100, 5, 10) .4162, (1000, 10, 100) .6531, (50, 1, 18) .36.
 * A chunk that the agent will not or cannot show counts as found.
 *
 * The bias of the last revealer. No nonce can be chosen after the fact, for
 * commitments bind them; but who reveals last knows all the others, and may
 * withhold. Then the referee's missing reveal enters the beacon in the
 * nonce's place, and another sample is drawn: two tries for one hidden run.
 * It is found only if both samples find it, and these are independent, so
 * detection d falls to d^2 (.4162 to .1732); m last revealers together choose
 * among 2^m beacons, and it falls to d^(2^m). Withholding is never free of
 * trace, as it leaves a signed `missing`. A treaty that answers it with an
 * inspection of the whole ledger of those who withheld takes the gain away.
 *
 * Nothing here allocates. Thread safety: pure functions.
 */
#ifndef DT_PROOF_INSPECT_H
#define DT_PROOF_INSPECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/text.h"
#include "proof/lines.h"
#include "proof/merkle.h"

/* What an agent revealed in a round. */
struct dt_inspect_reveal {
	struct dt_lines_word agent;
	const unsigned char *nonce;     /* 32 bytes; NULL: withheld */
};

/*
 * The beacon's text, whose SHA-256 it is, for sha256sum to check: the
 * experiment, run and round, and a line for each agent, in the order given,
 * which is the experiment's.
 *
 *     detente.example/beacon/v1
 *     experiment HEX
 *     run 7
 *     round 17
 *     lab-01 BASE64(nonce)
 *     lab-02 none
 */
void dt_inspect_beacon_text(const unsigned char experiment[DT_HASH_BYTES],
    uint64_t run, uint64_t round, const struct dt_inspect_reveal *reveals,
    size_t n, struct dt_text *text);
enum dt_status dt_inspect_beacon(
    const unsigned char experiment[DT_HASH_BYTES], uint64_t run,
    uint64_t round, const struct dt_inspect_reveal *reveals, size_t n,
    unsigned char beacon[DT_HASH_BYTES], struct dt_error *err);

/*
 * Draws k <= n distinct chunks of an agent's n, every set of k equally
 * likely, ascending. Words are the big-endian eighths of SHA-256(beacon ||
 * SHA-256(agent) || counter as 8 bytes big-endian), counter from 0; a word is
 * taken modulo m only below the largest multiple of m; the set grows by
 * Floyd's way (Bentley and Floyd 1987): for m from n-k+1 to n, a draw below m
 * joins, or m-1 if it is in already.
 */
void dt_inspect_draw(const unsigned char beacon[DT_HASH_BYTES],
    struct dt_lines_word agent, uint64_t n, uint64_t *chunks, size_t k);

/* Is one of the hidden chunks (any order) among those drawn (ascending)? */
bool dt_inspect_finds(const uint64_t *chunks, size_t k,
    const uint64_t *hidden, size_t h);

/* The chance that k of n chunks show one of h hidden. 1 if k + h > n. */
double dt_inspect_chance(uint64_t n, uint64_t h, uint64_t k);

/* Is what the agent shows its chunk `index` (from 0) of n under the root that
 * it has signed? */
bool dt_inspect_shows(const struct dt_merkle_hash *root, uint64_t n,
    uint64_t index, const void *chunk, size_t size,
    const struct dt_merkle_proof *proof) __attribute__((warn_unused_result));

#endif
