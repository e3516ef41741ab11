/*
 * detente: the model in your own program.
 *
 *     struct detente *lab;
 *     char why[1024];
 *     if (detente_open(&lab, "frontier", NULL, 7, why, sizeof(why)) != 0)
 *             ... why says what is wrong, with file and line
 *     detente_begin(lab, 1);
 *     struct detente_round round;
 *     while (detente_step(lab, &round))
 *             ... round.executed, round.payoff
 *     detente_close(lab);
 *
 * A lab is one experiment and one world; use one for each thread. The same
 * scenario, overrides, seed and run give the same rounds on any machine with
 * IEEE 754 doubles. Nothing is printed, nothing exits.
 * Link with `pkg-config --libs detente`.
 */
#ifndef DETENTE_H
#define DETENTE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct detente;

/* A round that was played. In a set, bit i is agent i; in a set of moves, a
 * set bit is RACE. The arrays have an item an agent, belong to the lab, and
 * are valid until its next call. */
struct detente_round {
	int64_t number;                 /* from 1 */
	const char *phase;              /* of the treaty: "none", "open",
	                                 * "in force", "suspended", "ended" */
	uint64_t parties;
	uint64_t intended, executed, declared;
	uint64_t alarms;                /* public signals */
	const uint64_t *seen;           /* by observer: whom it saw racing */
	const double *payoff;           /* all flows included */
};

/*
 * Opens a scenario by name or path. `sets` are overrides like
 * "noise.slip=0.02" (NULL-terminated, or NULL); names are looked for as the
 * program does (detente(1), ENVIRONMENT). Returns 0, or -1 with the reason
 * in `why` (size bytes, always ended). Release with detente_close.
 */
int detente_open(struct detente **lab, const char *scenario,
    const char *const *sets, uint64_t seed, char *why, size_t size);
void detente_close(struct detente *lab);        /* NULL is fine */

/* The agents, in the scenario's order. */
size_t detente_agents(const struct detente *lab);
const char *detente_agent(const struct detente *lab, size_t agent);

/* Starts a run, by its number (from 1). */
void detente_begin(struct detente *lab, uint64_t run);

/* Plays a round: 1, or 0 when the run is over (round is left alone). */
int detente_step(struct detente *lab, struct detente_round *round);

/* "0.2.0", of the library. */
const char *detente_version(void);

#ifdef __cplusplus
}
#endif

#endif
