/* column_game: columns of answers of a game in normal form; see column.h. */
#include "words/column.h"

static const struct dt_column equilibria[] = {
	{ "equilibrium", NULL, "", "its number" },
	{ "pI_K", "PLAYER: STRATEGY", "chance", "the chance that player I "
	    "plays its strategy K; the heading has their names" },
	{ "largest_deviation", "gain by deviating", "payoff", "the most that "
	    "a player gains by leaving it: 0 but for rounding" },
	{ 0 }
};

static const struct dt_column components[] = {
	{ "component", "set", "", "the set's number" },
	{ "equilibria", "extreme equilibria", "", "the extreme equilibria in "
	    "it; each mix of them is one too" },
	{ 0 }
};

static const struct dt_column pure_equilibria[] = {
	{ "profile", NULL, "", "what each player plays" },
	{ "PLAYER", "PLAYER", "payoff", "a column for each player: what it "
	    "gets" },
	{ "regret", NULL, "payoff", "the most that a player gains by another "
	    "strategy: 0" },
	{ 0 }
};

static const struct dt_column dominance_strict[] = {
	{ "round", NULL, "", "in which round it is taken away" },
	{ "player", NULL, "", "whose strategy it is" },
	{ "strategy", NULL, "", "the dominated strategy" },
	{ "dominated_by", "dominated by", "", "the strategy, or the mix, "
	    "that is better" },
	{ 0 }
};

static const struct dt_column correlated_bounds[] = {
	{ "player", NULL, "", "the player, or the sum of all" },
	{ "least", NULL, "payoff", "the least" },
	{ "most", NULL, "payoff", "the most" },
	{ 0 }
};

static const struct dt_column correlated_best[] = {
	{ "profile", NULL, "", "what is advised to each" },
	{ "chance", NULL, "chance", "how often" },
	{ "regret", "regret of all", "payoff", "the most that a player gains "
	    "by not following, worked out anew" },
	{ 0 }
};

static const struct dt_column lemke_howson[] = {
	{ "label", NULL, "", "the path's number" },
	{ "player", NULL, "", "whose strategy it begins with" },
	{ "strategy", NULL, "", "the strategy that it begins with" },
	{ "equilibrium", NULL, "", "the number of the equilibrium that it "
	    "leads to" },
	{ "steps", NULL, "", "pivots until there" },
	{ 0 }
};

static const struct dt_column zero_sum[] = {
	{ "player", NULL, "", "the player" },
	{ "value", NULL, "payoff", "what it can be sure of" },
	{ "largest_deviation", "gain by deviating", "payoff", "the most that "
	    "it gains by leaving its strategy" },
	{ 0 }
};

static const struct dt_column zero_sum_strategies[] = {
	{ "player", NULL, "", "the player" },
	{ "strategy", NULL, "", "its strategy" },
	{ "chance", NULL, "chance", "how often it plays it" },
	{ 0 }
};

static const struct dt_column quantal_limit[] = {
	{ "lambda", NULL, "1/payoff", "how much payoffs matter" },
	{ "pI_K", "PLAYER: STRATEGY", "chance", "the chance that player I "
	    "plays its strategy K; the heading has their names" },
	{ "largest_deviation", "gain by deviating", "payoff", "the most that "
	    "a player gains by leaving it" },
	{ 0 }
};

static const struct dt_column alpha_rank[] = {
	{ "strategy", NULL, "", "the strategy that all of one population "
	    "play" },
	{ "profile", NULL, "", "what each population plays" },
	{ "mass", NULL, "chance", "share of time" },
	{ "rank", NULL, "", "its place, the largest mass first" },
	{ 0 }
};

static const struct dt_column facts[] = {
	{ "fact", NULL, "", "its name" },
	{ "value", NULL, "", "its value" },
	{ "profile", NULL, "", "the profile that it is about" },
	{ 0 }
};

static const struct dt_column facts_players[] = {
	{ "player", NULL, "", "the player" },
	{ "maximin_pure", "by one strategy", "payoff", "what it can be sure "
	    "of by one strategy" },
	{ "maximin_strategy", "which", "", "that strategy" },
	{ "maximin", "by a mix", "payoff", "what it can be sure of by a mix" },
	{ "maximin_mix", "which", "", "that mix" },
	{ "dilemma", NULL, "", "what kind of dilemma the game is to it" },
	{ 0 }
};

static const struct dt_column risk_dominance[] = {
	{ "profile", NULL, "", "the equilibrium" },
	{ "product", NULL, "payoff^2", "the product of what both lose by "
	    "leaving it" },
	{ "risk_dominant", "risk dominant", "", "yes: the larger product" },
	{ 0 }
};

static const struct dt_column efficient[] = {
	{ "profile", NULL, "", "what each plays" },
	{ "PLAYER", "PLAYER", "payoff", "a column for each player: what it "
	    "gets" },
	{ 0 }
};

static const struct dt_column best_reply_cycles[] = {
	{ "profiles", NULL, "", "how many profiles the cycle has" },
	{ "members", NULL, "", "which they are" },
	{ 0 }
};

const struct dt_column_table dt_column_game[] = {
	{ "solve", "game", "equilibria symmetric", "a row an equilibrium",
	    equilibria },
	{ "solve", "game", "components", "of a degenerate game: sets of "
	    "equilibria that hang together", components },
	{ "solve", "game", "pure_equilibria", "a row a profile in which "
	    "nobody gains by another strategy", pure_equilibria },
	{ "solve", "game", "dominance_strict dominance_weak", "strategies "
	    "that are taken away, in order", dominance_strict },
	{ "solve", "game", "correlated_bounds", "what correlated equilibria "
	    "can give each player", correlated_bounds },
	{ "solve", "game", "correlated_best", "the advice that gives the "
	    "largest sum of payoffs", correlated_best },
	{ "solve", "game", "lemke_howson", "a row a path", lemke_howson },
	{ "solve", "game", "zero_sum", "a row a player", zero_sum },
	{ "solve", "game", "zero_sum_strategies", "how each player can be "
	    "sure of it", zero_sum_strategies },
	{ "solve", "game", "quantal_limit quantal_at quantal", "points of "
	    "the logit response: the limit, at the lambda that was asked "
	    "for, all of the branch", quantal_limit },
	{ "solve", "game", "alpha_rank alpha_rank_profiles", "how long "
	    "populations spend at each strategy, or profile", alpha_rank },
	{ "solve", "game", "facts", "named facts about the game", facts },
	{ "solve", "game", "facts_players", "a row a player", facts_players },
	{ "solve", "game", "risk_dominance", "the pure equilibria of a game "
	    "of two by two", risk_dominance },
	{ "solve", "game", "efficient", "pure profiles that no other makes "
	    "better for all", efficient },
	{ "solve", "game", "best_reply_cycles", "where best replies go round "
	    "for ever", best_reply_cycles },
	{ 0 }
};
