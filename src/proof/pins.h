/*
 * pins: a roster, the file in which an auditor keeps whose keys he expects.
 *
 *     # comments and empty lines are passed over
 *     us            us-inspectorate+0123abcd+BASE64
 *     log           un-log+...
 *     *             trusted-anywhere+...
 *     witness       an-auditor+...        a vkey of type 04: it cosigns
 *
 * A line is an agent's name, as the log registers it, and the vkey of its
 * identity; `*` pins an identity for any name. An agent may have several
 * lines: any of these keys will do. Read strictly, so that a line that means
 * nothing is an error and not a key that is silently not pinned.
 *
 * Made by dt_pins_read, freed by dt_pins_free; zero is the empty one.
 */
#ifndef DT_PROOF_PINS_H
#define DT_PROOF_PINS_H

#include "base/arena.h"
#include "base/status.h"
#include "proof/registry.h"

enum { DT_PINS_WITNESSES_MOST = 15 };

struct dt_pins {
	struct dt_arena arena;          /* of names and keys */
	struct dt_registry_pin *list;   /* owned */
	size_t n;
	struct dt_vkey witnesses[DT_PINS_WITNESSES_MOST];
	size_t n_witnesses;
};

/* Reads size bytes; name is for what is said. DT_EINPUT names the line. */
enum dt_status dt_pins_read(struct dt_pins *pins, const char *name,
    const char *bytes, size_t size, struct dt_error *err);
void dt_pins_free(struct dt_pins *pins);

/* Is that agent's key among them? */
bool dt_pins_has(const struct dt_pins *pins, struct dt_lines_word agent,
    const struct dt_vkey *identity);

/* Appends a line. */
void dt_pins_print(struct dt_lines_word agent, const struct dt_vkey *identity,
    struct dt_text *text);

#endif
