/*
 * verdict: what a check says of evidence. "No" is an answer and not an error,
 * so a check returns one of these and not a status; zero is good, so
 * `if (verdict)` reads as "if it is not good". The words of why, with the
 * place in the evidence, go to an error that the caller owns (or NULL).
 *
 * A good verdict says who signed what. It never says that anybody complied:
 * that is what monitoring is for.
 */
#ifndef DT_PROOF_VERDICT_H
#define DT_PROOF_VERDICT_H

#include "base/status.h"

enum dt_verdict {
	DT_VERDICT_GOOD = 0,
	DT_VERDICT_MALFORMED,   /* not the one form of bytes it may have */
	DT_VERDICT_STRANGER,    /* its signer is not pinned or registered */
	DT_VERDICT_FORGED,      /* the signature is not of these bytes */
	DT_VERDICT_UNPROVED,    /* a Merkle proof does not lead to the root */
	DT_VERDICT_POINTLESS,   /* authentic, but does not show what it says */
	DT_VERDICT_UNKNOWN,     /* memory ran out: nothing was found out */
};

/* Fills why and returns verdict, so that a refusal is one visible line. */
enum dt_verdict dt_verdict_say(struct dt_error *why, enum dt_verdict verdict,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The same for DT_VERDICT_UNKNOWN. */
enum dt_verdict dt_verdict_no_memory(struct dt_error *why);

#endif
