/*
 * chain_internal: what the parts of the exact engine share.
 *
 *   chain_twins     agents that are alike, and their places side by side
 *   chain_seat      an agent's part of a state, and what a response makes of it
 *   chain_clock     the treaty's part of a state, and its tick
 *   chain_round     the outcomes of a round: moves, signals, responses
 *   chain_alarm     how likely alarms and findings are
 *   chain_accuse    signals where private alarms make findings
 *   chain_turn      the treaty's clock, and what agents step to
 *   chain_contest   what a race in few states comes to in a round
 *   chain_arrive    the states that this comes to
 *   chain_reward    what a state pays and counts in the mean
 *   chain           walks the states
 *   chain_visits    with it, runs without a fixed length
 *   chain_forward   runs round by round; chain_power by squaring
 *   chain_answer    from visits to answers
 *   chain_depart    rounds in which an agent departs from its strategy
 *   chain_values    what states are worth to an agent, and to one that
 *                   departs as is best
 *   chain_cut       what is off where strikes are not all counted
 *
 * Below them all chain_flow.h: the matrix, its parts, and how it is solved.
 */
#ifndef DT_ENGINE_CHAIN_INTERNAL_H
#define DT_ENGINE_CHAIN_INTERNAL_H

#include "base/coins.h"
#include "base/index.h"
#include "base/memory.h"
#include "engine/chain.h"
#include "engine/chain_flow.h"
#include "treaty/regime.h"

/* An agent's part of a state. What a party alone has is 0 for others. */
struct dt_chain_seat {
	uint32_t class, state;          /* of its strategy */
	bool party, notified;
	int64_t notice_left, strikes, clean;
	double bond;
};
enum { DT_CHAIN_SEAT_WORDS = 7 };

/* What the treaty does to a seat, without a finding or with one: by a coin
 * that fails (0) or comes up (1). */
struct dt_chain_response {
	bool known;
	double chance;
	uint32_t seat[2];
	int64_t suspend[2];
	bool end[2];
	double fine[2];
};

/* The treaty's part of a state. */
struct dt_chain_clock {
	enum dt_phase phase;
	int64_t delay_left, suspended_left, rounds_left, renewals_left, age;
	int64_t round;                  /* 0: nobody is to sign any more */
	int64_t lead;                   /* in a race of kind lead */
	bool over;                      /* such a race has ended the run: this
	                                 * state is no round */
};
enum { DT_CHAIN_CLOCK_WORDS = 9 };

/* What is counted, by class of agents; the first few without a treaty. */
enum dt_chain_kind {
	DT_CHAIN_PAUSED, DT_CHAIN_PAYOFF, DT_CHAIN_STOPPED, DT_CHAIN_PLAIN,
	DT_CHAIN_PARTY = DT_CHAIN_PLAIN, DT_CHAIN_FINES, DT_CHAIN_TRANSFERS,
	DT_CHAIN_BREACHES, DT_CHAIN_RIGHT, DT_CHAIN_WRONG, DT_CHAIN_FALSE,
	DT_CHAIN_KINDS
};
/* Before them in a row of rewards. */
enum { DT_CHAIN_ALL_PAUSED, DT_CHAIN_ANY_BREACH, DT_CHAIN_HEAD };

/* What the walk needs and the answers do not. */
struct dt_chain_walk {
	struct dt_index accused[2];       /* see chain_accuse */
	double *accused_chance[2];
	size_t accused_room[2];
	size_t *mark;                   /* by state: its transition + 1 in the
	                                 * row at hand, if beyond its start */
	size_t mark_room;
	double *reach;                  /* by state: the chance to come to it
	                                 * by those followed so far; or NULL */
	size_t reach_room, reached;
	struct dt_chain_response *responses;    /* [seat * 2 + found] */
	size_t response_room;
	struct dt_terms sure[2];        /* the terms with every coin failing,
	                                 * and coming up */
	struct dt_terms_rung *rungs[2];
	uint8_t *ceiling[DT_AGENTS_MOST];       /* by class, or NULL:
	                                 * [state * 2 + raced], see accuse */
	enum dt_status failed;
};

/* Transitions and the marks they are built with. */
struct dt_chain_edges {
	uint32_t *to;
	double *chance, *quiet;
	size_t n, room, mark_room;
	size_t *mark;
};

/* A round in which an agent departs; of states in rising order. */
struct dt_chain_departed {
	uint32_t state;
	uint8_t place, departure;
	double reward;                  /* WITHDRAW: 0, it is no round */
	size_t first, end;              /* of the departures' edges */
};

struct dt_chain {
	const struct dt_model *model;
	struct dt_chain_limits limits;
	size_t n, classes;
	uint8_t order[DT_AGENTS_MOST];  /* the agent at a place */
	uint8_t class[DT_AGENTS_MOST];  /* of a place; they do not fall */
	uint8_t first[DT_AGENTS_MOST + 1];      /* place of a class */
	uint64_t hosts;                 /* places that may stop others */
	int host[DT_AGENTS_MOST];       /* place of a place's host, or -1 */
	bool treaty, blurred;           /* private signals say something */
	bool coupled;                   /* and make findings */
	int64_t strikes_most;           /* beyond which they are all one; 0:
	                                 * strikes do not matter; -1: no end */
	bool cut;                       /* strikes_most is a limit's: who has
	                                 * so many is never forgiven */
	bool cleans, bonds;             /* clean rounds, bonds matter */
	int64_t last_joins;

	struct dt_index seat_index, clock_index, states;
	struct dt_chain_seat *seats;
	struct dt_chain_clock *clocks;
	size_t seat_room, clock_room;

	uint8_t *phase;                 /* [state]: enum dt_phase */
	size_t *row;                    /* [state]: its first transition */
	uint32_t *to;
	double *chance;
	double *quiet;                  /* and nobody breached; or NULL: as
	                                 * chance */
	size_t row_room, transitions, room;
	double *start;                  /* of the first states */
	size_t started, start_room;
	double *reward;                 /* [state * width + ...] */
	size_t width, kinds, reward_room;
	size_t *level;                  /* states within so many rounds */
	size_t levels, level_room;
	bool closed;
	uint64_t work;
	struct dt_chain_edges other;    /* of departures */
	struct dt_chain_departed *departed;
	size_t n_departed, departed_room;
	size_t *departed_row;           /* [state], [n] is the end; or NULL */
	bool *expected;                 /* [state] */
	struct dt_chain_walk walk;
};

/* Agents of one place after another that are alike so far. */
struct dt_chain_piece {
	uint32_t seat;
	uint8_t place, count;
	uint8_t sight;                  /* its row of sights */
	bool ahead, raced, alarm, found, end;   /* ahead: it raced before
	                                 * anybody was stopped */
	int64_t suspend;
};

enum { DT_CHAIN_LEVELS = 5 };

/* What next seats a piece's agents may have. */
struct dt_chain_hand {
	size_t n;
	uint32_t seat[DT_STRATEGY_STATES_MOST];
	double chance[DT_STRATEGY_STATES_MOST];
};

/* A round as it is walked through. */
struct dt_chain_draw {
	struct dt_chain *chain;
	uint32_t state;
	uint32_t key[DT_AGENTS_MOST + 1];       /* of the state: clock, seats */
	struct dt_chain_clock clock;
	uint64_t parties, bound;        /* sets of agents, as in dt_round */
	size_t row_start;
	bool breach, opening;
	int blind;                      /* whether the common channels are */
	int departs;                    /* a place, or -1 */
	enum dt_chain_departure departure;
	uint64_t ahead;                 /* places */
	struct dt_chain_piece piece[DT_CHAIN_LEVELS][DT_AGENTS_MOST];
	size_t pieces[DT_CHAIN_LEVELS];
	double sight[DT_AGENTS_MOST][DT_AGENTS_MOST];   /* chance of alarms
	                                 * seen, by sight */
	size_t sight_most[DT_AGENTS_MOST];
	double fine[DT_AGENTS_MOST];    /* expected, by place */
	double *reward;                 /* row of the state */
	int64_t lead;                   /* after the round */
	struct dt_chain_hand hand[DT_AGENTS_MOST];
	uint32_t next[DT_AGENTS_MOST + 1];
};

static inline const struct dt_automaton *
dt_chain_automaton(const struct dt_chain *c, size_t class)
{
	return &c->model->agents[c->order[c->first[class]]].automaton;
}

/* chain_twins */
void dt_chain_twins(struct dt_chain *chain);

/* chain_seat */
bool dt_chain_seat_start(struct dt_chain *chain);
uint32_t dt_chain_seat_of(struct dt_chain *chain,
    const struct dt_chain_seat *seat);
/* NULL: memory is out. Valid until the next call. */
const struct dt_chain_response *dt_chain_seat_respond(struct dt_chain *chain,
    uint32_t seat, bool found);
/* The seat of an agent that has come to a state of its strategy. */
uint32_t dt_chain_seat_enter(struct dt_chain *chain,
    const struct dt_chain_seat *seat, uint32_t state);

/* chain_clock */
uint32_t dt_chain_clock_of(struct dt_chain *chain,
    const struct dt_regime *regime, int64_t round);
void dt_chain_clock_regime(const struct dt_chain_draw *draw,
    const struct dt_chain_piece *pieces, size_t n, struct dt_regime *regime);
int64_t dt_chain_clock_round(const struct dt_chain_draw *draw);
/* Without a treaty, in a race of few states. */
uint32_t dt_chain_clock_lead(struct dt_chain *chain, int64_t lead, bool over);

/* chain_round: adds the state's transitions and rewards. */
void dt_chain_round(struct dt_chain_draw *draw, uint32_t state);
void dt_chain_round_respond(struct dt_chain_draw *draw, double weight);

/* The same with draw->departs; the rewards go to the draw's row. */
void dt_chain_round_again(struct dt_chain_draw *draw, uint32_t state);

/* chain_depart: adds the departures of a state that was followed; once all
 * are, finds their rows and what is expected. */
void dt_chain_depart_walk(struct dt_chain_draw *draw, uint32_t state);
bool dt_chain_depart_close(struct dt_chain *chain);
void dt_chain_depart_free(struct dt_chain *chain);

/* chain_accuse: from the moves of level 2 to signals and findings. */
bool dt_chain_accuse_start(struct dt_chain *chain);
void dt_chain_accuse(struct dt_chain_draw *draw, double weight);

/* chain_alarm: the chance of an alarm, and of a finding, about a piece that
 * has moved, in a round of the draw's kind; and whether observers ever have
 * private alarms. */
bool dt_chain_alarm_blurs(const struct dt_monitor *monitor);
double dt_chain_alarm(const struct dt_chain_draw *draw,
    const struct dt_chain_piece *piece, bool private);
double dt_chain_alarm_found(const struct dt_chain_draw *draw,
    const struct dt_chain_piece *piece);

/* chain_turn */
void dt_chain_turn(struct dt_chain_draw *draw, size_t level, double weight);
void dt_chain_turn_start(struct dt_chain_draw *draw);

/* chain_contest */
static inline bool
dt_chain_contest(const struct dt_chain *c)
{
	return c->model->contest.kind != DT_CONTEST_NONE;
}
/* DT_EUSAGE where it has a treaty besides. */
enum dt_status dt_chain_contest_refuse(const struct dt_model *model,
    struct dt_error *err);
/* What it pays each agent in the mean, by agent. */
void dt_chain_contest_pay(const struct dt_chain_draw *draw, uint64_t racers,
    double *pay);
/* The state that is no round stays as it is. */
void dt_chain_contest_stay(struct dt_chain_draw *draw);
/* Drops the visits to that state, and counts the rest. */
struct dt_chain_sums;
void dt_chain_contest_close(const struct dt_chain *chain,
    struct dt_chain_sums *sums);

/* chain_arrive: one outcome has led to draw->next. */
void dt_chain_arrive(struct dt_chain_draw *draw, double chance);

/* chain_reward */
void dt_chain_reward_stops(struct dt_chain_draw *draw,
    const struct dt_chain_piece *piece, double chance);
void dt_chain_reward_moves(struct dt_chain_draw *draw, double weight);
void dt_chain_reward_close(struct dt_chain_draw *draw);

static inline size_t
dt_chain_place_of(const struct dt_chain *c, size_t agent)
{
	size_t place = 0;
	while (c->order[place] != agent)
		place++;
	return place;
}

/* What an agent of a class is paid in a state's round. */
static inline double
dt_chain_pay(const struct dt_chain *c, size_t class, size_t state)
{
	return c->reward[state * c->width + DT_CHAIN_HEAD +
	    class * c->kinds + DT_CHAIN_PAYOFF];
}

/* chain_cut: whether a party comes to the most strikes that are counted. */
bool dt_chain_strikes_reach(const struct dt_chain *chain, size_t from,
    size_t to);

/* Sums over the rounds of a run. */
struct dt_chain_sums {
	double *visits;                 /* by state: mean rounds of a run */
	double rounds;
	double entered, ended, breached;
	double entered_round, ended_round, breached_round;      /* 0 unless it
	                                 * happens */
};
enum dt_status dt_chain_forward(const struct dt_chain *chain, int64_t rounds,
    double keep, struct dt_chain_sums *sums, struct dt_error *err);
enum dt_status dt_chain_visits_discounted(const struct dt_chain *chain,
    double keep, struct dt_chain_sums *sums, struct dt_error *err);
/* Visits are then shares of the long run. */
enum dt_status dt_chain_visits_longrun(const struct dt_chain *chain,
    struct dt_chain_sums *sums, struct dt_error *err);
enum dt_status dt_chain_power(const struct dt_chain *chain, int64_t rounds,
    struct dt_chain_sums *sums, struct dt_error *err);

/* Of treaties that are or have been in force, and of those that ended. */
static inline bool
dt_chain_entered(const struct dt_chain *c, size_t state)
{
	return c->phase[state] > DT_PHASE_OPEN;
}

static inline bool
dt_chain_ended(const struct dt_chain *c, size_t state)
{
	return c->phase[state] == DT_PHASE_ENDED;
}

#endif
