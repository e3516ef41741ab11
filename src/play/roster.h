/*
 * roster: who signs in an experiment: its agents, then the log, the referee
 * and the inspectorate. All are simulated: their keys follow from the
 * experiment's seed, so that anybody who has the database could make them.
 * Made by dt_roster_new, freed by dt_roster_free; immutable between, so
 * threads may share it.
 */
#ifndef DT_ROSTER_H
#define DT_ROSTER_H

#include "catalogue/experiment.h"
#include "proof/key.h"

enum dt_roster_officer {
	DT_ROSTER_LOG, DT_ROSTER_REFEREE, DT_ROSTER_INSPECTOR,
	DT_ROSTER_OFFICERS
};

struct dt_roster_seat {
	const char *name;       /* an agent's; officers: "log", "referee",
	                         * "inspectorate", with -x behind it where an
	                         * agent bears that name */
	const char *role;       /* party, bystander, log, referee, inspector */
	struct dt_key *identity, *session;
};

struct dt_roster {
	size_t agents, n;       /* n: with the officers, who come last */
	unsigned char experiment[DT_HASH_BYTES];
	struct dt_arena arena;
	struct dt_roster_seat seats[DT_AGENTS_MOST + DT_ROSTER_OFFICERS];
};

enum dt_status dt_roster_new(struct dt_roster **roster,
    const struct dt_experiment *experiment, struct dt_error *err);
void dt_roster_free(struct dt_roster *roster);

/* The seat of an officer. */
static inline size_t
dt_roster_officer(const struct dt_roster *roster,
    enum dt_roster_officer officer)
{
	return roster->agents + officer;
}

#endif
