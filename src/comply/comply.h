/*
 * comply: whether to keep a treaty is an equilibrium of the repeated game.
 *
 * Complying is a public strategy: pause as a party of the treaty in force,
 * race otherwise (agents/strategies/comply.yaml). Every agent that signs
 * complies; the others play what their scenario gives them. In each state of
 * the treaty that can be reached, departures of any one agent included, each
 * complying agent's best departure of one round is compared with complying
 * (chain.h: DT_CHAIN_SECRET and on). If none pays anywhere, no strategy of
 * one agent does: the one-shot deviation principle (Mailath and Samuelson
 * 2006, 2.2). Where some do, but only in states that no run of compliers comes
 * to, the agent's best reply of many rounds decides whether complying is a
 * Nash equilibrium without being a perfect one. That agents see private
 * signals does not change it, since nobody who complies looks at them; but
 * that accusers withhold what they saw is not among the departures.
 *
 * With a continuation below 1 the game is the endless one, discounted by it;
 * with 1 it ends, as all know, after the model's rounds. Grim in Mailath and
 * Samuelson's noisy dilemma (p .9, q .5) holds from .588235 on.
 */
#ifndef DT_COMPLY_H
#define DT_COMPLY_H

#include "engine/chain.h"

/* The words of departures: "racing in secret". */
extern const char *const dt_comply_words[];

/* Three answers. Departures that are judged in each, of one agent at a time:
 *   KEPT      while the treaty binds, in states that compliers come to: racing
 *             in secret or openly, refusing inspection, and going on with
 *             these as is best
 *   CREDIBLE  for a round: pausing where the treaty's answer, or its end, is
 *             to race; racing, refusing or withdrawing after a departure of
 *             somebody (at most one having given notice)
 *   STAYED    in states that compliers come to: withdrawing, and from then on
 *             what is best; racing first and withdrawing later; not signing
 */
enum dt_comply_part {
	DT_COMPLY_KEPT, DT_COMPLY_CREDIBLE, DT_COMPLY_STAYED, DT_COMPLY_PARTS
};

/* A model in which those who sign comply. In the arena; the other model must
 * outlive it. DT_EUSAGE: there is no treaty. Where nobody signs it, it
 * never enters into force. */
struct dt_comply_model {
	struct dt_model model;
	uint64_t signers;
	double patience[DT_AGENTS_MOST];        /* discount of each */
	struct dt_terms_rung *rungs;            /* model.terms.rungs */
	int64_t *joins;                         /* model.terms.joins */
};
enum dt_status dt_comply_model_make(struct dt_arena *arena,
    const struct dt_model *model, struct dt_comply_model *comply,
    struct dt_error *err);

/* A departure that is no round's: not to sign. */
#define DT_COMPLY_ABSTAIN ((enum dt_chain_departure)DT_CHAIN_DEPARTURES)

/* The worst state of those that look alike to an agent. */
struct dt_comply_case {
	enum dt_comply_part part;
	size_t agent;
	enum dt_chain_departure departure;
	struct dt_chain_standing where;
	int64_t round;          /* of a game that ends; else 0 */
	double value, departing;        /* payoff a round, over what is left */
	double worth;           /* what departing for a round gains, all
	                         * rounds to come counted: payoff, once */
	double best;            /* the same if it then goes on as is best */
	const char *plan;       /* simulated: what it does then, in words, not
	                         * owned; NULL: departs for a round */
	double gain;            /* departing - value */
	double shown;           /* what `best` is at least, strikes that are not
	                         * counted in doubt */
	int64_t seen;           /* simulated: such states looked at; else 0 */
	double error;           /* standard error of worth, if simulated */
};

/* What is shown; to hold is BUT or YES. */
enum dt_comply_answer {
	DT_COMPLY_NO,           /* some strategy of one agent beats complying */
	DT_COMPLY_BUT,          /* none does: a Nash equilibrium */
	DT_COMPLY_YES,          /* nor in any state that one may bring about:
	                         * a perfect one */
	DT_COMPLY_PERHAPS,      /* none of these is shown */
	DT_COMPLY_NEVER,        /* it never enters into force, so there is
	                         * nothing to comply with */
};

/* By what else than `apart` cases differ that are of other agents, or in states
 * that do not look alike to one. */
enum { DT_COMPLY_STATE_WORDS = 4 };
void dt_comply_state_key(const struct dt_comply_case *one, uint32_t apart,
    uint32_t key[DT_COMPLY_STATE_WORDS]);

/* One of the three answers: NO, YES or PERHAPS (or NEVER). */
struct dt_comply_finding {
	enum dt_comply_answer answer;
	double slack;           /* the least that a departure loses: payoff, in
	                         * all; INFINITY: there is none */
	double error;           /* its standard error, if simulated */
	double off;             /* by how much it may be off, if not */
	bool found;             /* `binding` is one */
	struct dt_comply_case binding;
	bool reckoned;          /* exactly, but for `off`; else by play */
	bool least;             /* not all was looked at, since it is no: others
	                         * may gain more */
	size_t states;          /* looked at */
	size_t departures;      /* simulated: kinds of them that were judged */
	int64_t samples;
	char why[512];          /* why it is PERHAPS, or was played */
};

struct dt_comply_verdict {
	struct dt_comply_finding part[DT_COMPLY_PARTS];
	enum dt_comply_answer answer;
	bool holds;             /* BUT or YES */
	bool perfect;           /* as for YES, if it enters into force */
	double slack;           /* the least that a departure loses where
	                         * compliers come to: -binding.best. Played:
	                         * no more than that, but for its error */
	size_t states;          /* of the treaty that were looked at */
	int64_t strikes;        /* counted up to, which then stand for any
	                         * more; 0: all */
	double cut;             /* what that may hide in any worth or best,
	                         * and in slack; 0: nothing: payoff */
	int64_t samples;        /* simulated: public states looked at */
	int64_t unravels;       /* of a game that ends: the first round in which
	                         * the best plan of KEPT departs; 0: none */
	struct dt_comply_case binding;  /* the best one where they come to */
	struct dt_comply_case beyond;   /* the one of most worth elsewhere, if
	                                 * not perfect */
	double start[DT_AGENTS_MOST];   /* value of the game, a round */
	double start_error[DT_AGENTS_MOST];     /* standard errors, if
	                                 * simulated */
	struct dt_comply_case *cases;   /* owned; by agent */
	size_t n_cases, room;
	char why[512];          /* why it is PERHAPS, or why it was played;
	                         * or empty */
};

/* Whether the treaty ever enters into force if those who sign do: by the
 * game's last round, if it ends. */
bool dt_comply_model_enters(const struct dt_comply_model *model);

/* Exactly, but for `cut`. DT_EUSAGE: it has too many states, or values that
 * are not finite or whose equations do not hold. Release with
 * dt_comply_verdict_free, also after an error. */
enum dt_status dt_comply_judge(const struct dt_comply_model *model,
    const struct dt_chain_limits *limits, struct dt_comply_verdict *verdict,
    struct dt_error *err);
void dt_comply_verdict_free(struct dt_comply_verdict *verdict);

#endif
