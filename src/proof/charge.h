/*
 * charge: accusations that stand alone. Each is a text that holds the
 * signed words themselves, so that anybody with the pinned identities can
 * check it, and nobody can make one of honest statements.
 *
 *   equivocation   two different texts by one agent for one slot, such as two
 *                  commitments for one run and round
 *   perjury        a commitment, the opening that it binds to, and an
 *                  inspector's finding of another move
 *
 * What they prove is who said what. An equivocation is a fault by itself. A
 * perjury file proves that the agent declared one move and the inspector
 * found another; that the inspector is right is for the reader to believe.
 * (Two checkpoints that contradict each other: fork.h.)
 *
 *     detente.example/equivocation/v1
 *
 *     the registration         text, LF, empty line, the identity's signature
 *
 *     a statement              the lesser text first
 *
 *     a statement
 *
 *     detente.example/perjury/v1
 *
 *     the agent's registration
 *
 *     the commitment, as a statement
 *
 *     the opening              text alone: the commitment is its signature
 *
 *     the inspector's registration
 *
 *     the finding
 *
 * A statement is a text, an empty line, and a signature line of the session
 * key; or, where commitments were signed by the epoch, the text, an empty
 * line, "index N" and the siblings, an empty line, and the epoch's entry with
 * an empty line and its signature. (The LF that ends the last line of an entry
 * here is not part of it: entries are signed and hashed without.) There is one
 * form for each, and any flipped bit is refused.
 */
#ifndef DT_PROOF_CHARGE_H
#define DT_PROOF_CHARGE_H

#include "proof/entry.h"
#include "proof/merkle.h"
#include "proof/registry.h"

/* A text and what makes it its agent's. */
struct dt_charge_statement {
	struct dt_entry_signed entry;
	struct dt_entry_signed epoch;   /* text NULL: entry bears a signature
	                                 * itself; else entry is below root */
	uint64_t index;
	struct dt_merkle_proof proof;
};

enum dt_charge_kind { DT_CHARGE_EQUIVOCATION, DT_CHARGE_PERJURY };

/* What a charge says; words point into its bytes. */
struct dt_charge {
	enum dt_charge_kind kind;
	unsigned char experiment[DT_HASH_BYTES];
	struct dt_lines_word agent;
	uint64_t run, round;            /* 0: not about one */
	enum dt_entry_kind said;        /* equivocation: of both texts */
	struct dt_lines_word declared, found, inspector;        /* perjury */
};

/*
 * Append the file. DT_EUSAGE, with the reason, if the statements do not make
 * the charge: one that does not hold is never written.
 */
enum dt_status dt_charge_equivocation(
    const struct dt_entry_signed *registration,
    const struct dt_charge_statement *a, const struct dt_charge_statement *b,
    struct dt_text *text, struct dt_error *err);
enum dt_status dt_charge_perjury(const struct dt_entry_signed *registration,
    const struct dt_charge_statement *commitment,
    struct dt_lines_word opening, const struct dt_entry_signed *inspector,
    const struct dt_entry_signed *finding, struct dt_text *text,
    struct dt_error *err);

/* Does the file hold, if the pinned identities are who they are (NULL: it
 * need only agree with itself)? POINTLESS: all is authentic, but it does not
 * make the charge. */
enum dt_verdict dt_charge_read(const char *bytes, size_t size,
    const struct dt_registry_pin *pins, size_t pinned,
    struct dt_charge *charge, struct dt_error *why);

#endif
