/* column_set: columns of answers
 * about what any treaty could do; see column.h. */
#include "words/column.h"

static const struct dt_column bounds[] = {
	{ "what", NULL, "", "area, largest_sum, largest_v1 and largest_v2; "
	    "v_star: the best that treats all alike, their mean" },
	{ "outer", NULL, "payoff a round", "of the outer bound: no "
	    "equilibrium payoff is beyond it" },
	{ "inner", NULL, "payoff a round", "of the inner bound: all within "
	    "it are equilibrium payoffs" },
	{ 0 }
};

static const struct dt_column vertices[] = {
	{ "v1", NULL, "payoff a round", "payoff of the first agent" },
	{ "v2", NULL, "payoff a round", "payoff of the second agent" },
	{ 0 }
};

static const struct dt_column limit[] = {
	{ "weight1", NULL, "", "the direction's weight of the first agent" },
	{ "weight2", NULL, "", "the direction's weight of the second agent" },
	{ "score", NULL, "payoff a round", "the most that weight1 v1 + "
	    "weight2 v2 can be" },
	{ 0 }
};

static const struct dt_column left[] = {
	{ "treaty_sum", "treaty", "payoff a round", "what they get under the "
	    "treaty, if all comply" },
	{ "best_sum", "best", "payoff a round", "the most that the outer "
	    "bound lets them have" },
	{ "left", NULL, "payoff a round", "the one less the other" },
	{ 0 }
};

static const struct dt_column transfers[] = {
	{ "continuation", NULL, "chance", "the chance of another round that "
	    "it was asked for" },
	{ "joint_payoff", "joint", "payoff a round", "the largest joint "
	    "payoff that an equilibrium gives" },
	{ "efficient_joint_payoff", "efficient", "payoff a round", "the "
	    "largest joint payoff of the game itself" },
	{ "least_continuation", "efficient from", "chance", "from which "
	    "continuation on all of that can be had; empty: at none" },
	{ "AGENT", NULL, "payoff a round", "a column for each agent: the "
	    "lowest payoff that it can be held to" },
	{ 0 }
};

static const struct dt_column attribution[] = {
	{ "treaty", NULL, "", "the treaty" },
	{ "parties", NULL, "", "how many parties are compared" },
	{ "false_alarm", "false alarm", "chance", "chance of a false alarm "
	    "about a party, in a round" },
	{ "detection", NULL, "chance", "chance of an alarm about a party "
	    "that races, in a round" },
	{ "aggregate_best", "aggregate", "payoff a round", "best payoff of a "
	    "party if any alarm counts against all" },
	{ "aggregate_least_continuation", "from", "chance", "from which "
	    "continuation on that can be had" },
	{ "attributable_best", "attributable", "payoff a round", "best "
	    "payoff of a party if each pays for its own alarms" },
	{ "attributable_least_continuation", "from", "chance", "from which "
	    "continuation on that can be had" },
	{ "gain", NULL, "payoff a round", "what attribution is worth to a "
	    "party" },
	{ 0 }
};

static const struct dt_column cheapest[] = {
	{ "treaty", NULL, "", "the treaty" },
	{ "use", NULL, "", "aggregate or attributable: how its alarms are "
	    "used" },
	{ "continuation", "wanted", "chance", "the continuation that it "
	    "shall do with" },
	{ "cost", NULL, "payoff a round", "what it costs a party" },
	{ "stated_cost", "stated", "payoff a round", "what all that the "
	    "treaty states costs" },
	{ "false_alarm", "false alarm", "chance", "chance of a false alarm, "
	    "with what is left" },
	{ "detection", NULL, "chance", "chance of an alarm about a party "
	    "that races, with what is left" },
	{ "inspected", NULL, "items a round", "items that are inspected, of "
	    "a channel that samples" },
	{ "least_continuation", "least", "chance", "from which continuation "
	    "on it is enough" },
	{ "channels", NULL, "", "the channels that are kept" },
	{ 0 }
};

static const struct dt_column stability[] = {
	{ "size", NULL, "parties", "members of a coalition" },
	{ "in_force", "in force", "coalitions", "coalitions of that size "
	    "under which the treaty is in force" },
	{ "internal", "nobody leaves", "coalitions", "of these, how many no "
	    "member gains by leaving" },
	{ "external", "nobody joins", "coalitions", "of these, how many no "
	    "outsider gains by joining" },
	{ "stable", NULL, "coalitions", "how many are both" },
	{ "potential", "held by transfers", "coalitions", "how many "
	    "transfers among members could hold" },
	{ 0 }
};

static const struct dt_column coalitions[] = {
	{ "size", NULL, "parties", "members" },
	{ "members", NULL, "", "who they are" },
	{ "total", "all get", "payoff a round", "what all agents get "
	    "together" },
	{ "gain", "members gain by it", "payoff a round", "what the members "
	    "gain together, beside no treaty" },
	{ 0 }
};

static const struct dt_column members[] = {
	{ "agent", NULL, "", "the party" },
	{ "member", "with all in", "payoff a round", "what it gets with all "
	    "in" },
	{ "alone_out", "if it left", "payoff a round", "what it would get if "
	    "it alone left" },
	{ "stays_by", "stays by", "payoff a round", "the one less the other: "
	    "below 0 it leaves" },
	{ "none", "no treaty", "payoff a round", "what it gets without a "
	    "treaty" },
	{ "gains", "gains by treaty", "payoff a round", "what it gains by "
	    "the treaty with all in" },
	{ "would", NULL, "", "what it would do: stay or leave" },
	{ 0 }
};

static const struct dt_column core[] = {
	{ "name", NULL, "", "the fact's name" },
	{ "value", NULL, "", "its value" },
	{ "meaning", NULL, "", "what it says" },
	{ "coalition", NULL, "", "the part of the parties that it is about" },
	{ 0 }
};

static const struct dt_column shapley[] = {
	{ "agent", NULL, "", "the party" },
	{ "shapley", "Shapley value", "payoff a round", "its Shapley value: "
	    "what it adds, averaged over all orders of joining" },
	{ "gets", "gets", "payoff a round", "what it gets with all in, "
	    "without transfers" },
	{ "transfer", "would receive", "payoff a round", "what it would have "
	    "to receive to get its Shapley value; below 0: pay" },
	{ "core", "of the least core", "payoff a round", "what a division of "
	    "the least core gives it" },
	{ 0 }
};

static const struct dt_column clause[] = {
	{ "least_parties", "parties", "parties", "the least number of "
	    "parties with which the treaty enters into force" },
	{ "tariff", NULL, "payoff a round", "what an outsider pays a round" },
	{ "stable", NULL, "coalitions", "how many coalitions are stable" },
	{ "smallest", NULL, "parties", "members of the smallest of them" },
	{ "largest", NULL, "parties", "members of the largest of them" },
	{ "best_total", "best: all get", "payoff a round", "the most that "
	    "all agents get under one of them" },
	{ "full_holds", "all hold", "", "yes: the coalition of all is stable" },
	{ "best", "best of the stable", "", "the members of the best of them" },
	{ 0 }
};

static const struct dt_column results[] = {
	{ "name", NULL, "", "the figure's name" },
	{ "value", NULL, "", "its value" },
	{ 0 }
};

static const struct dt_column values[] = {
	{ "agent", NULL, "", "the agent" },
	{ "strategy", NULL, "", "what it plays" },
	{ "payoff", NULL, "payoff a round", "what it gets" },
	{ "paused", NULL, "share of the rounds", "share of rounds in which "
	    "it pauses" },
	{ "party", NULL, "share of the rounds", "share of rounds in which it "
	    "is bound" },
	{ "breaches", NULL, "a round", "races while bound, a round" },
	{ "fines", NULL, "payoff a round", "fines that it pays" },
	{ 0 }
};

static const struct dt_column whole[] = {
	{ "what", NULL, "", "all paused, or the treaty in force" },
	{ "share", NULL, "share of the rounds", "in which share of rounds" },
	{ 0 }
};

static const struct dt_column agents[] = {
	{ "agent", NULL, "", "the agent" },
	{ "strategy", NULL, "", "how it learns, or what it plays" },
	{ "race_chance", "races in the last", "chance", "chance that it "
	    "races in the last round" },
	{ "race_share", "of all rounds", "share", "share of all rounds in "
	    "which it races, in the mean" },
	{ "race_share_below_half", "below half of them", "chance", "chance "
	    "that it raced in fewer than half the rounds" },
	{ "likeliest", "the likeliest number", "chance", "chance of the "
	    "number of races that is likeliest" },
	{ 0 }
};

static const struct dt_column rounds[] = {
	{ "round", NULL, "", "the round" },
	{ "AGENT", NULL, "chance", "a column for each agent: its chance to "
	    "mean RACE" },
	{ 0 }
};

static const struct dt_column memory[] = {
	{ "agent", NULL, "", "the agent" },
	{ "what", NULL, "", "what it remembers: an attraction, a weight, a "
	    "belief" },
	{ "value", NULL, "", "its value" },
	{ 0 }
};

const struct dt_column_table dt_column_set[] = {
	{ "solve", "payoff-set", "bounds", "measures of the set of "
	    "equilibrium payoffs, a row each", bounds },
	{ "solve", "payoff-set", "vertices", "the corners of the outer bound",
	    vertices },
	{ "solve", "payoff-set", "limit", "how far the set may reach in a "
	    "direction, at any continuation", limit },
	{ "solve", "payoff-set", "left", "what is left on the table, both "
	    "agents together", left },
	{ "solve", "payoff-set", "transfers", "with payments between the "
	    "parties after every signal (Goldlücke and Kranz 2012)",
	    transfers },
	{ "solve", "attribution", "attribution", "a row a treaty: the same "
	    "alarms, used in two ways", attribution },
	{ "solve", "attribution", "cheapest", "the cheapest part of a "
	    "treaty's verification that is enough", cheapest },
	{ "solve", "coalitions", "stability", "by the number of members",
	    stability },
	{ "solve", "coalitions", "coalitions", "the largest stable coalitions",
	    coalitions },
	{ "solve", "coalitions", "members", "a row a party", members },
	{ "solve", "coalitions", "core", "facts of the core, a row each",
	    core },
	{ "solve", "coalitions", "shapley", "a row a party", shapley },
	{ "solve", "coalitions", "clause tariff", "stable coalitions by the "
	    "least number of parties for entry, or by the tariff that "
	    "outsiders pay", clause },
	{ "solve", "coalitions", "results", "named figures, for programs",
	    results },
	{ "solve", "long-run", "values", "what each agent comes to as its "
	    "strategy plays", values },
	{ "solve", "long-run", "whole", "shares of rounds, of all agents "
	    "together", whole },
	{ "solve", "learning", "agents", "a row an agent", agents },
	{ "solve", "learning", "rounds", "a row a round", rounds },
	{ "solve", "learning", "memory", "what learners remember in the end, "
	    "where there is one way only", memory },
	{ 0 }
};
