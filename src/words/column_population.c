/* column_population: columns of answers
 * of tournaments and evolve; see column.h. */
#include "words/column.h"

static const struct dt_column ranking[] = {
	{ "rank", NULL, "", "its place" },
	{ "strategy", NULL, "", "the strategy" },
	{ "score", NULL, "payoff a round", "mean payoff over all opponents" },
	{ "score_se", "s.e.", "payoff a round", "standard error; 0 if exact" },
	{ "tied", "tied with", "", "with how many it is level, within the "
	    "error" },
	{ "wins", NULL, "", "matches in which it got more than the other" },
	{ "draws", NULL, "", "matches in which both got the same" },
	{ "losses", NULL, "", "matches in which it got less" },
	{ "pause_share", "pauses", "share", "share of rounds in which it "
	    "pauses" },
	{ "first_pause", "first", "chance", "chance that it pauses in the "
	    "first round" },
	{ "after_pp", "after PP", "chance to pause", "its chance to pause "
	    "after both paused" },
	{ "after_pr", "PR", "chance to pause", "after it paused and the "
	    "other raced" },
	{ "after_rp", "RP", "chance to pause", "after it raced and the other "
	    "paused" },
	{ "after_rr", "RR", "chance to pause", "after both raced" },
	{ "good_partner", "partner", "share", "share of matches in which it "
	    "pauses at least as often as the other" },
	{ "eigen_rating", "eigen", "share", "its part of the first "
	    "eigenvector of cooperation: paused with by those that are "
	    "paused with" },
	{ "groups", NULL, "", "groups that it was in, where they meet in "
	    "groups" },
	{ 0 }
};

static const struct dt_column payoffs[] = {
	{ "strategy", "", "", "the row's strategy" },
	{ "STRATEGY", NULL, "payoff a round", "a column for each strategy: "
	    "what the row gets, or how often it pauses" },
	{ 0 }
};

static const struct dt_column matches[] = {
	{ "strategy", NULL, "", "the strategy" },
	{ "other", NULL, "", "whom it meets" },
	{ "payoff", NULL, "payoff a round", "what it gets" },
	{ "payoff_se", NULL, "payoff a round", "standard error; 0 if exact" },
	{ "pause_share", NULL, "share", "share of rounds in which it pauses" },
	{ "first_pause", NULL, "chance", "chance that it pauses in the first "
	    "round" },
	{ "states", NULL, "joint states", "joint states of the two" },
	{ "exact", NULL, "", "1: worked out; 0: played" },
	{ 0 }
};

static const struct dt_column sensitivity[] = {
	{ "dropped", NULL, "", "who is left out" },
	{ "first", NULL, "", "who is first then" },
	{ "moved", "most places moved", "", "the most places that one moves "
	    "by it" },
	{ "mover", "by", "", "who that is" },
	{ 0 }
};

static const struct dt_column noise[] = {
	{ "slip", NULL, "chance", "chance of a slip" },
	{ "first", NULL, "", "who is first" },
	{ "score", NULL, "payoff a round", "with which score" },
	{ "tau", "Kendall's tau", "", "how like the ranking is to this one: "
	    "1 the same, -1 reversed" },
	{ 0 }
};

static const struct dt_column broken[] = {
	{ "file", NULL, "", "the file" },
	{ "line", NULL, "", "the line at fault" },
	{ "why", NULL, "", "what is wrong" },
	{ 0 }
};

static const struct dt_column strategies[] = {
	{ "strategy", NULL, "", "the strategy" },
	{ "alone", "payoff alone", "payoff a round", "what each gets" },
	{ "stable", NULL, "", "an ESS, neutrally stable, or not, in words" },
	{ "is_ess", "ESS", "", "1: evolutionarily stable, no rare mutant "
	    "does as well" },
	{ "is_neutral", "neutral", "", "1: neutrally stable, mutants may "
	    "drift in and do no better" },
	{ "invaded_by", "invaded by", "", "mutants that do better when they "
	    "are rare" },
	{ "drifts_in", "drifts in", "", "mutants that do as well" },
	{ 0 }
};

static const struct dt_column evolve_payoffs[] = {
	{ "strategy", "", "", "the row's strategy" },
	{ "STRATEGY", NULL, "payoff a round", "a column for each strategy "
	    "that it meets: what the row gets" },
	{ 0 }
};

static const struct dt_column rest_points[] = {
	{ "point", NULL, "", "its number" },
	{ "STRATEGY", NULL, "share", "a column for each strategy, where they "
	    "are few: its share" },
	{ "kind", NULL, "", "corner, edge or inside; a point, or points that "
	    "hang together" },
	{ "stable", NULL, "", "whether shares near it come back" },
	{ "slowest", "eigenvalue", "1/time", "the eigenvalue with the "
	    "largest real part; below 0: they come back" },
	{ "period", NULL, "time", "how long a turn takes, where shares go "
	    "round" },
	{ "free", "dimension", "", "dimensions in which nothing moves" },
	{ "support", NULL, "", "how many strategies are there" },
	{ 0 }
};

static const struct dt_column basins[] = {
	{ "ends_with", "ends with", "", "strategies that are left" },
	{ "basin", NULL, "share of starts", "share of starts that end so" },
	{ "basin_se", "s.e.", "share of starts", "standard error of that "
	    "share" },
	{ 0 }
};

static const struct dt_column path[] = {
	{ "time", NULL, "1/payoff", "in generations where the dynamics are "
	    "discrete" },
	{ "STRATEGY", NULL, "share", "a column for each strategy: its share" },
	{ 0 }
};

static const struct dt_column end[] = {
	{ "STRATEGY", NULL, "share", "a column for each strategy: its share" },
	{ 0 }
};

static const struct dt_column evolved[] = {
	{ "strategy", NULL, "", "the strategy" },
	{ "rare", "rare mutations", "share of time", "share of time, where "
	    "mutations are rare" },
	{ "log_rare", "log", "", "its natural logarithm" },
	{ "share", "this mutation", "share", "share of players, at the "
	    "mutation rate given" },
	{ "uniform", "alone", "share of time", "share of time in which all "
	    "play it, at that rate" },
	{ "simulated", NULL, "share", "share of players, as simulated" },
	{ "simulated_se", "s.e.", "share", "standard error of that share" },
	{ 0 }
};

static const struct dt_column takeover[] = {
	{ "resident", NULL, "", "the strategy that all others play" },
	{ "mutant", NULL, "", "the mutant's strategy" },
	{ "chance", NULL, "chance", "chance that it takes over" },
	{ "n_rho", "times 1/N", "", "that chance times the population's "
	    "size: above 1 it is favoured" },
	{ "log_chance", "log", "", "its natural logarithm" },
	{ "weak", "weak selection", "payoff", "how selection moves it where "
	    "selection is weak: above 0 it is favoured" },
	{ "simulated", NULL, "chance", "share of simulated runs in which it "
	    "took over" },
	{ "simulated_se", "s.e.", "chance", "standard error of that share" },
	{ "runs_ended", "of runs", "", "simulated runs that ended" },
	{ 0 }
};

static const struct dt_column structure[] = {
	{ "sigma", NULL, "", "weak selection favours the first strategy "
	    "where sigma a + b > c + sigma d" },
	{ "donation_threshold", "donation pays from b/c", "", "from which "
	    "benefit over cost on giving is favoured; empty: at none" },
	{ 0 }
};

static const struct dt_column by_number[] = {
	{ "number", NULL, "", "how many play the first" },
	{ "chance", NULL, "chance", "chance that it takes over" },
	{ "log_chance", "log", "", "its natural logarithm" },
	{ 0 }
};

static const struct dt_column distribution[] = {
	{ "STRATEGY", NULL, "members", "a column for each strategy: how many "
	    "play it" },
	{ "chance", NULL, "share of time", "share of time" },
	{ 0 }
};

const struct dt_column_table dt_column_population[] = {
	{ "tournament", "tournament", "ranking", "a row a strategy, the best "
	    "first", ranking },
	{ "tournament", "tournament", "payoffs cooperation", "by rank, the "
	    "row against the column: payoffs, or shares of pauses", payoffs },
	{ "tournament", "tournament", "matches", "a row a match, seen from "
	    "one side", matches },
	{ "tournament", "tournament", "sensitivity", "the ranking without "
	    "one of them", sensitivity },
	{ "tournament", "tournament", "noise", "the ranking as slips grow",
	    noise },
	{ "tournament evolve", "tournament evolve", "broken", "files that "
	    "could not take part", broken },
	{ "evolve", "evolve", "strategies", "a row a strategy, where all of "
	    "a large population play it", strategies },
	{ "evolve", "evolve", "payoffs", "the row against the column",
	    evolve_payoffs },
	{ "evolve", "evolve", "rest_points", "where the replicator dynamics "
	    "rest", rest_points },
	{ "evolve", "evolve", "basins", "where starts end", basins },
	{ "evolve", "evolve", "path", "shares over time", path },
	{ "evolve", "evolve", "end", "the shares at the end of the path", end },
	{ "evolve", "evolve", "evolved", "how much each strategy is played "
	    "in the long run of a finite population", evolved },
	{ "evolve", "evolve", "takeover", "the chance that one mutant's "
	    "strategy takes over", takeover },
	{ "evolve", "evolve", "structure", "what a graph does to selection",
	    structure },
	{ "evolve", "evolve", "by_number", "of two strategies, by how many "
	    "play the first", by_number },
	{ "evolve", "evolve", "distribution", "the long run, a row a "
	    "composition of the population", distribution },
	{ 0 }
};
