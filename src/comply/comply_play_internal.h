/*
 * comply_play_internal: what the files of the verdict by play share, from the
 * bottom up.
 *
 * comply_play_see.c    random words by their place; the signals of a round
 * comply_play_step.c   one round of a game of compliers, with one departing
 * comply_play_same.c   whether two states of it have the same future
 * comply_play_plan.c   plans of several rounds
 * comply_play_draw.c   a departure and complying side by side
 * comply_play_class.c  public states that look alike, a few kept of each
 * comply_play_find.c   looks for them
 * comply_play_noise.c  what alarms are worth, to draw less noise
 * comply_play_arm.h    what was drawn, and what it says
 * comply_play.c        all of it, by several threads
 */
#ifndef DT_COMPLY_PLAY_INTERNAL_H
#define DT_COMPLY_PLAY_INTERNAL_H

#include "comply/comply_play.h"
#include "engine/world.h"

/* ---- comply_play_step.c ---- */

enum { DT_COMPLY_PLAY_SLOTS = 64 };

/* Payoffs of rounds without fines, by what they depend on. */
struct dt_comply_play_slot {
	bool used, in_force;
	uint64_t parties, executed;
	double payoff[DT_AGENTS_MOST];
};

/*
 * What an alarm about a party is worth to an agent, more or less, by where
 * they stand: a control variate. Its surprise, alarm less chance, has mean 0;
 * so much of it is taken from the payoff of the round. Unbiased whatever the
 * numbers are, since they are known before; the better, the less spread.
 */
enum { DT_COMPLY_PLAY_STRIKES = 12, DT_COMPLY_PLAY_CLEAN = 4,
    DT_COMPLY_PLAY_KINDS = 6,
    DT_COMPLY_PLAY_STANDINGS = (DT_COMPLY_PLAY_STRIKES + 2) *
    (DT_COMPLY_PLAY_STRIKES + 1) * (DT_COMPLY_PLAY_STRIKES + 2) * 2 *
    DT_COMPLY_PLAY_KINDS * DT_COMPLY_PLAY_CLEAN };
struct dt_comply_play_noise {
	double *worth[DT_AGENTS_MOST];  /* by standing; NULL: not known. A
	                                 * round that is left, in a game that
	                                 * ends */
};

/* A game; one a thread, as it remembers payoffs. */
struct dt_comply_play_game {
	const struct dt_model *model;
	const struct dt_comply_play_noise *noise;       /* or NULL */
	uint64_t signers;
	uint8_t kind[DT_AGENTS_MOST];   /* the same for those that are alike;
	                                 * the last stands for all more */
	bool reads;             /* somebody's strategy looks at signals */
	bool private;           /* private signals matter */
	bool rests;             /* once the treaty has ended nothing changes */
	bool forgives;
	int64_t last_rung;      /* its strikes */
	struct dt_round round;
	struct dt_comply_play_slot slots[DT_COMPLY_PLAY_SLOTS];
};

/* A public state, before a round. */
struct dt_comply_play_state {
	struct dt_regime regime;
	uint16_t state[DT_AGENTS_MOST]; /* strategies of those who do not sign */
	int64_t round;                  /* rounds that were played */
	int departed;                   /* whose departures led here, or -1:
	                                 * it is of interest to this agent
	                                 * alone */
	int notifier;                   /* who gave notice, or never signed;
	                                 * or -1 */
};

/* What one agent does in a round. Intended moves slip and may be stopped. */
struct dt_comply_play_act {
	size_t agent;
	enum { DT_COMPLY_PLAY_COMPLIES, DT_COMPLY_PLAY_INTENDS,
	    DT_COMPLY_PLAY_EXECUTES } how;
	bool races;
	int alarm;              /* a public signal: 0, 1, or -1: by chance */
	size_t subject;         /* whose */
};

/* What came of it. */
struct dt_comply_play_event {
	double payoff;          /* of the agent */
	double noise;           /* surprises in it; mean 0 */
	bool found;             /* there is a finding against it */
};

void dt_comply_play_step_make(struct dt_comply_play_game *game,
    const struct dt_model *model, uint64_t signers);
void dt_comply_play_step_start(struct dt_comply_play_game *game,
    struct dt_comply_play_state *state, uint64_t key);

struct dt_comply_play_event dt_comply_play_step(
    struct dt_comply_play_game *game, struct dt_comply_play_state *state,
    uint64_t key, struct dt_comply_play_act act);

/* comply_play_class.c: whether two states have the same future. */
bool dt_comply_play_same(const struct dt_comply_play_game *game,
    const struct dt_comply_play_state *a,
    const struct dt_comply_play_state *b);

/* In the round of that key: whether a complying agent means to race, and the
 * chance that it executes RACE if it means a move. */
bool dt_comply_play_step_complies(const struct dt_comply_play_state *state,
    size_t agent);
double dt_comply_play_step_race(const struct dt_comply_play_game *game,
    const struct dt_comply_play_state *state, uint64_t key, size_t agent,
    bool means_to);

/* ---- comply_play_see.c ---- */

/* A round's words come from its key alone, one for each purpose and agent, so
 * that games that differ have the same ones. */
uint64_t dt_comply_play_words_key(uint64_t run, int64_t round);
uint64_t dt_comply_play_words_word(uint64_t key, enum dt_purpose purpose,
    size_t index);
bool dt_comply_play_words_hits(uint64_t key, enum dt_purpose purpose,
    size_t index, uint64_t threshold);

/* The signals, into the round: its alarms and who sees what. What of them is a
 * surprise to the agent that acts. */
double dt_comply_play_see(const struct dt_comply_play_game *game,
    const struct dt_comply_play_state *state, uint64_t key,
    struct dt_comply_play_act act, struct dt_round *round);
/* The chance of an alarm, in the round of that key. */
double dt_comply_play_see_alarm(const struct dt_comply_play_game *game,
    const struct dt_comply_play_state *state, uint64_t key, size_t agent,
    bool races);

/* Where two agents stand in `worth`: the agent and the subject of an alarm. */
size_t dt_comply_play_see_standing(const struct dt_comply_play_game *game,
    const struct dt_regime *regime, size_t agent, size_t subject);

/* ---- comply_play_plan.c ---- */

/*
 * Beside the three parts, what bounds plans of many rounds: departing again
 * after a departure (AGAIN), withdrawing then (LEAVES), and what is not
 * complying once notice is given (NOTICE) and outside of the treaty (OUT). And
 * racing first to withdraw later (LATER), which counts as STAYED if it gains.
 */
enum {
	DT_COMPLY_PLAY_AGAIN = DT_COMPLY_PARTS, DT_COMPLY_PLAY_LEAVES,
	DT_COMPLY_PLAY_NOTICE, DT_COMPLY_PLAY_OUT, DT_COMPLY_PLAY_LATER,
	DT_COMPLY_PLAY_PARTS
};

struct dt_comply_play_plan {
	const char *words;              /* "racing in secret until found" */
	unsigned parts;                 /* that it is a departure of */
	enum dt_chain_departure as;     /* how it begins */
	bool races;                     /* while bound */
	bool leaves;                    /* gives notice at once */
	bool stops_found, leaves_found; /* after a finding against it */
	bool races_notice;              /* while notice runs */
	bool pauses_outside;            /* of a treaty that others keep */
	bool never_signs;
};
extern const struct dt_comply_play_plan dt_comply_play_plans[];
extern const size_t dt_comply_play_plans_n;

/* Before the round; `found`: there was a finding against the agent. */
struct dt_comply_play_act dt_comply_play_plan_act(
    const struct dt_comply_play_game *game,
    const struct dt_comply_play_plan *plan, size_t agent, bool found,
    struct dt_comply_play_state *state);
/* Whether it complies for ever from here on. */
bool dt_comply_play_plan_done(const struct dt_comply_play_plan *plan,
    bool found, const struct dt_comply_play_state *state);

/* ---- comply_play_draw.c ---- */

/* What is drawn at a time: cells in which a departure is told. */
enum { DT_COMPLY_PLAY_CELLS = 3 };
struct dt_comply_play_draw {
	size_t agent;
	double patience;                /* ignored in a game that ends */
	uint64_t run;                   /* names the words */
	bool whole;                     /* complying is valued, too: played on
	                                 * where departing no longer differs */
};
struct dt_comply_play_drawn {
	double worth[DT_COMPLY_PLAY_CELLS];     /* NAN: no such departure */
	double value;                   /* of complying, if `whole` */
	double norm;                    /* what a round of it is, of a sum */
	double work;                    /* agent-rounds */
};

/* Departures of one round: secret or hold, open, refuse. */
void dt_comply_play_draw_moves(struct dt_comply_play_game *game,
    const struct dt_comply_play_state *from,
    const struct dt_comply_play_draw *draw,
    struct dt_comply_play_drawn *drawn);
/* A plan, in cell 0. `other` is the game that is played if the agent does not
 * sign, else the same; a game from its start: from is NULL. */
void dt_comply_play_draw_plan(struct dt_comply_play_game *game,
    struct dt_comply_play_game *other,
    const struct dt_comply_play_state *from,
    const struct dt_comply_play_plan *plan,
    const struct dt_comply_play_draw *draw,
    struct dt_comply_play_drawn *drawn);

/* What an alarm about a party in the round at hand is worth to the agent. */
double dt_comply_play_draw_alarm(struct dt_comply_play_game *game,
    const struct dt_comply_play_state *from, size_t subject,
    const struct dt_comply_play_draw *draw, double *work);

/* ---- comply_play_class.c ---- */

enum { DT_COMPLY_PLAY_KEPT = 8, DT_COMPLY_PLAY_LEVELS = 4,
    DT_COMPLY_PLAY_LATE = 10,
    DT_COMPLY_PLAY_FINE = 1 };  /* the last level at which alike ones are */

/* Whose notice was given; of another's whether it still runs. */
enum dt_comply_play_notice {
	DT_COMPLY_PLAY_NOBODYS, DT_COMPLY_PLAY_OWN, DT_COMPLY_PLAY_GONE,
	DT_COMPLY_PLAY_RUNS
};
struct dt_comply_play_class {
	uint64_t key;
	size_t agent;
	bool expected, binds;
	enum dt_comply_play_notice notice;
	struct dt_chain_standing where; /* of the first that was found */
	int64_t round;                  /* as in dt_comply_case */
	int64_t seen;
	size_t n;
	struct dt_comply_play_state *kept[DT_COMPLY_PLAY_KEPT];
};

struct dt_comply_play_classes {
	const struct dt_comply_play_game *game;
	uint64_t judged;                /* agents: of alike ones the first */
	int level;                      /* how coarse: 0 is the finest */
	size_t n, room, most;
	struct dt_comply_play_class *all;
	uint32_t *table;                /* by hash: number + 1 */
	size_t table_size;
	bool full;                      /* more than `most` are needed */
	bool failed;                    /* memory is out */
	int64_t most_strikes;           /* of a party in force, seen */
};

bool dt_comply_play_class_start(struct dt_comply_play_classes *classes);
void dt_comply_play_class_free(struct dt_comply_play_classes *classes);
/* A state that was come to; how many classes are new with it. The second: to
 * one agent alone. */
size_t dt_comply_play_class_add(struct dt_comply_play_classes *classes,
    const struct dt_comply_play_state *state, struct dt_random *random);
size_t dt_comply_play_class_add_for(struct dt_comply_play_classes *classes,
    const struct dt_comply_play_state *state, size_t agent,
    struct dt_random *random);

/* ---- comply_play_find.c ---- */

/* Fills the classes, at the finest level that does with `most`. `others`: by
 * agent, the game in which it does not sign. */
enum dt_status dt_comply_play_find(const struct dt_comply_model *model,
    struct dt_comply_play_game *game,
    struct dt_comply_play_game *const *others, uint64_t seed,
    struct dt_comply_play_classes *classes, struct dt_error *err);

/* ---- comply_play_noise.c ---- */

/* What one class has to say of it. */
enum { DT_COMPLY_PLAY_SUBJECTS = 6 };
struct dt_comply_play_lesson {
	size_t n;
	struct {
		size_t standing;
		double sum, n;
	} entry[DT_COMPLY_PLAY_KEPT * DT_COMPLY_PLAY_SUBJECTS];
	double work;
};

bool dt_comply_play_noise_new(struct dt_comply_play_noise *noise,
    uint64_t agents);
void dt_comply_play_noise_free(struct dt_comply_play_noise *noise);
/* Draws `draws` times for each state and subject. */
void dt_comply_play_noise_draw(struct dt_comply_play_game *game,
    const struct dt_comply_play_class *class, double patience, uint64_t seed,
    int64_t draws, struct dt_comply_play_lesson *lesson);
/* Takes the means in place of what was there. */
bool dt_comply_play_noise_learn(struct dt_comply_play_noise *noise,
    const struct dt_comply_play_classes *classes,
    const struct dt_comply_play_lesson *lessons);

#endif
