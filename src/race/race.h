/*
 * race: capability that grows while labs race, compiled from a scenario's
 * `race:`, and its state in one run. Models page, area A.
 *
 * A round is so many years long. In it each lab that races grows by
 *
 *     dC/dt = r C^phi + sg (C_top - C)            (to the ceiling)
 *
 * and one that pauses by the share pause_rate of the first part; where compute
 * is scarce growth is that of bottleneck.h. What a round did follows from
 * integrals over it, so nothing hangs on how long a round is. Agents without
 * capability (nations) take no part; what befalls them follows from the labs.
 *
 * Compiled once by dt_race_compile into an arena, then immutable and shared by
 * threads. A state belongs to one run; dt_race_begin starts it, dt_race_step
 * plays a round. Neither allocates, prints or fails.
 */
#ifndef DT_RACE_RACE_H
#define DT_RACE_RACE_H

#include "base/arena.h"
#include "base/random.h"
#include "base/status.h"
#include "game/move.h"
#include "race/bottleneck.h"

/* What the essay fears, apart. Each is borne by an agent in a round and >= 0:
 *   oversight     1 - o of the lab that is overseen least, o = min(1, Rv/C)
 *   misalignment  |m| of the lab that has most
 *   disruption    nations: k times the integral of (dC/dt - A)^+ of the lab
 *                 that disrupts most, at most `most`
 *   monopoly      1 from the round on in which a share reached the border, for
 *                 all but who has it and its host
 */
enum dt_race_horseman {
	DT_RACE_OVERSIGHT, DT_RACE_MISALIGNMENT, DT_RACE_DISRUPTION,
	DT_RACE_MONOPOLY, DT_RACE_HORSEMEN
};

/* Parts of a round's payoff besides the stage game's, signed as they enter;
 * the first are those of the horsemen, -weight times what is borne. */
enum dt_race_part {
	DT_RACE_PRIZE = DT_RACE_HORSEMEN,       /* weight times share >= 0 */
	DT_RACE_DISASTER,                       /* -loss, of each disaster */
	DT_RACE_PARTS
};

/* An agent's part in it. */
struct dt_race_seat {
	double capability;      /* at the start; 0: it has none */
	double rate;            /* r >= 0, of C^phi a year */
	double misalignment;    /* m at the start, >= 0 */
	double disruption;      /* k >= 0: of nations; 0: nothing disrupts it */
	int host;               /* the nation that hosts it, or -1 */
};

struct dt_race {
	bool exists;            /* false: nothing else is of meaning */
	size_t n;
	uint64_t labs;          /* agents with capability */
	const struct dt_race_seat *seats;
	double years;           /* of a round, > 0 */
	double phi;
	double ceiling;         /* > 0; INFINITY: none */
	double pause_rate;      /* rho_P, 0 to 1 */
	bool scarce;            /* bottleneck in place of phi; its rate is the
	                         * seat's */
	struct dt_bottleneck bottleneck;
	double diffusion;       /* sg >= 0, of the gap a year */
	double review;          /* Rv >= 0, in units of capability */
	double hazard;          /* h >= 0, a year and unit of capability that
	                         * is not reviewed, of misalignment 1 */
	bool ends;              /* a disaster ends the run */
	double loss;            /* >= 0: what each costs everybody */
	double drift, sigma;    /* l and s: m' = (1+l) m + s e a generation */
	double generation;      /* the factor of capability that is one, > 1 */
	double adapts;          /* A >= 0, a year: growth that disrupts nobody */
	double most;            /* of a round's disruption, finite */
	double exponent;        /* w >= 0: shares C^w/sum C^w */
	double monopoly;        /* tau: a share that is one */
	double weight[DT_RACE_PARTS];   /* >= 0; a disaster has its loss */
	bool pays;              /* a weight is not 0: payoffs change */
	const struct dt_race_track *tracks;     /* by agent: its way by rounds
	                         * raced, worked out before; or NULL */
	size_t longest;         /* of the tracks: rounds */
};

struct dt_race_state {
	const struct dt_race *race;     /* that it is of */
	/* After the last round; at the start of the next. Labs only. */
	double capability[DT_AGENTS_MOST];      /* INFINITY after a runaway */
	double misalignment[DT_AGENTS_MOST];    /* m, of either sign */
	double oversight[DT_AGENTS_MOST];       /* o; of others 1 */
	double share[DT_AGENTS_MOST];   /* of the prize; a nation's: of the
	                                 * labs that it hosts */
	int64_t generation[DT_AGENTS_MOST];     /* whole ones, from 0 */
	double leader;                  /* the largest capability */
	/* In the last round. */
	double borne[DT_RACE_HORSEMEN][DT_AGENTS_MOST];
	bool struck;                    /* by a disaster */
	/* Over the run: the round in which it came, 0: not yet. */
	int64_t disaster, monopoly, runaway;
	int64_t disasters;              /* how many rounds had one */
	size_t monopolist, escaped;     /* who; of meaning where the above are */
	/* What the engine keeps for itself. */
	double suffered, bears;         /* hazard since the last disaster, and
	                                 * what the next one comes at */
	double logarithm[DT_AGENTS_MOST];       /* of capability, in a flow */
	size_t raced[DT_AGENTS_MOST];   /* rounds */
	struct dt_random chance;        /* disasters */
	struct dt_random luck[DT_AGENTS_MOST];  /* drift, by lab */
};

/* The labs that count as agent i's own: itself, or those that it hosts. */
uint64_t dt_race_own_labs(const struct dt_race *race, size_t i);

/* Fills what follows from the rest of it: labs, pays, tracks for so many
 * rounds (0: not known). DT_ENOMEM. */
enum dt_status dt_race_compile(struct dt_race *race, int64_t rounds,
    struct dt_arena *arena, struct dt_error *err);

/* The state before the first round. Its streams have the run's names and
 * purposes of their own. */
void dt_race_begin(const struct dt_race *race, struct dt_race_state *state,
    uint64_t seed, uint64_t experiment, uint64_t run);

/* A round in which those agents raced. */
void dt_race_step(const struct dt_race *race, struct dt_race_state *state,
    int64_t round, uint64_t racers);

/* What the round adds to each agent's payoff, part by part. */
void dt_race_pay(const struct dt_race *race, const struct dt_race_state *state,
    double part[DT_RACE_PARTS][DT_AGENTS_MOST]);

/* Years until a lab that races alone is where the leader is now, by its own
 * growth and nothing else: the lead in time. 0 for the leader; INFINITY: never,
 * or not known where compute is scarce. */
double dt_race_behind(const struct dt_race_state *state, size_t lab);

#endif
