/*
 * registry: who is who in one experiment's log, and whether an entry is by
 * the one whom it names.
 *
 * A registration is signed by an identity, and says that a session key is an
 * agent's in this experiment, with a role. One agent, one registration; one
 * key, one agent. The registration needs no proof that its sender has the
 * session key: entries name their agent, so that somebody else's key
 * registered as one's own gives no statement that could be used.
 *
 * The pins say which identities count: an auditor's own list. Without pins
 * (NULL) the registry trusts what the log registers, and then shows only that
 * a log agrees with itself.
 *
 * Made empty by hand ({ .experiment, .pins, .pinned }), freed by
 * dt_registry_free; keeps copies of the registrations. Any number of threads
 * may check while nobody adds.
 */
#ifndef DT_PROOF_REGISTRY_H
#define DT_PROOF_REGISTRY_H

#include "proof/entry.h"

struct dt_registry_pin {
	const char *agent;      /* as whom it may register; NULL: as any */
	struct dt_vkey identity;
};

struct dt_registry_row {
	char *text;             /* of the registration; owned, not terminated */
	size_t size;
	struct dt_lines_word agent, role;       /* in text */
	struct dt_vkey key, identity;           /* names in text, or in
	                                         * the last turn */
	char *turned;           /* text of the last rotation; owned, or NULL */
	bool revoked;           /* nothing more counts */
	bool student;           /* enrolled in a class */
};

struct dt_registry {
	unsigned char experiment[DT_HASH_BYTES];
	const struct dt_registry_pin *pins;     /* borrowed */
	size_t pinned;
	bool class;             /* of people in a class, who enrol: */
	unsigned char class_digest[DT_HASH_BYTES];
	size_t block;           /* of its lesson, from 1 */
	bool newcomers;         /* an agent whom no pin names may register with
	                         * any key: trust on first use */
	struct dt_registry_row *rows;           /* owned */
	size_t n, room;
};

/*
 * Takes a registration. STRANGER: an identity that is not pinned (for that
 * agent). POINTLESS: of another experiment, a session key that is not named
 * after its identity and experiment, or an agent or key that is there already.
 */
enum dt_verdict dt_registry_add(struct dt_registry *registry,
    const struct dt_entry_signed *registration, struct dt_error *why);

/*
 * Takes a rotation, after which the agent's key and identity are those that it
 * names, or a revocation, after which the agent has none. Both are signed by
 * the identity that counts until then; a new one needs no pin, as the old one
 * vouches for it. So whoever reads a log in its order has at each entry the
 * keys of that moment. POINTLESS: a key that is not named after its identity
 * and experiment, is somebody's already, or is not the one that is revoked.
 */
enum dt_verdict dt_registry_turn(struct dt_registry *registry,
    const struct dt_entry_signed *turn, struct dt_error *why);

/*
 * Takes a student, who is named after key and block: "b2.p" and the first four
 * bytes of the key's SHA-256 in hex. POINTLESS: of another class, or a key or
 * name that is there already.
 */
enum dt_verdict dt_registry_enrol(struct dt_registry *registry,
    const struct dt_entry_signed *enrolment, struct dt_error *why);

/* Does an entry make somebody known, by its first line: is it a registration
 * or an enrolment? And takes it, as above. */
bool dt_registry_introduces(const struct dt_entry_signed *entry);
enum dt_verdict dt_registry_introduce(struct dt_registry *registry,
    const struct dt_entry_signed *entry, struct dt_error *why);

/* The row of who signed an entry, also of one that names a key in place of an
 * agent; or NULL. */
const struct dt_registry_row *dt_registry_of(
    const struct dt_registry *registry, const struct dt_entry *entry);

/* The agent's row, or NULL. */
const struct dt_registry_row *dt_registry_find(
    const struct dt_registry *registry, struct dt_lines_word agent);

/* The key that must have signed an entry, or NULL: nobody is registered under
 * that name, or not in the role that the kind asks for. For a registration:
 * the identity that it names. */
const struct dt_vkey *dt_registry_signer(const struct dt_registry *registry,
    const struct dt_entry *entry);

/* Reads an entry and checks that it is by the one whom it names. A
 * registration is good if it is the one that was taken. */
enum dt_verdict dt_registry_check(const struct dt_registry *registry,
    const struct dt_entry_signed *signed_entry, struct dt_entry *entry,
    struct dt_error *why);

void dt_registry_free(struct dt_registry *registry);

#endif
