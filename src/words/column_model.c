/* column_model: columns of answers
 * of models of the literature; see column.h. */
#include "words/column.h"

static const struct dt_column results[] = {
	{ "name", NULL, "", "the figure's name; --result takes it" },
	{ "value", NULL, "", "its value" },
	{ "meaning", NULL, "", "what it says" },
	{ 0 }
};

static const struct dt_column parameters[] = {
	{ "name", NULL, "", "the parameter; --set takes it" },
	{ "value", NULL, "", "the value it had" },
	{ "meaning", NULL, "", "what it says" },
	{ 0 }
};

static const struct dt_column map[] = {
	{ "x", "KEY", "", "the first parameter's value" },
	{ "y", "KEY", "", "the second parameter's value; only where two are "
	    "varied" },
	{ "value", "RESULT", "", "the result's value there; empty: it has "
	    "none" },
	{ "holds", NULL, "", "yes: it is enough, by --least or --most" },
	{ 0 }
};

static const struct dt_column stretches[] = {
	{ "y", "KEY", "", "the second parameter's value; only where two are "
	    "varied" },
	{ "from", "KEY from", "", "the first parameter's value at the lower "
	    "end" },
	{ "to", NULL, "", "and at the upper end" },
	{ 0 }
};

static const struct dt_column regions[] = {
	{ "value_from", "v from", "payoff", "from this worth on" },
	{ "value_to", "to", "payoff", "up to this worth" },
	{ "region", NULL, "", "what equilibria there are" },
	{ 0 }
};

static const struct dt_column equilibria[] = {
	{ "kind", NULL, "", "separating, reversed or pooling" },
	{ "audience", "the audience believes", "", "what the audience "
	    "concludes from a call" },
	{ "sincere", NULL, "payoff", "what the sincere gets" },
	{ "cynic", NULL, "payoff", "what the cynic gets" },
	{ "listener", "audience", "payoff", "what the audience gets" },
	{ "belief", "sincere if it calls", "chance", "the chance that who "
	    "calls is sincere, as the audience believes" },
	{ "regret", "largest gain by deviating", "payoff", "the most that "
	    "anybody gains by deviating" },
	{ 0 }
};

static const struct dt_column strategies[] = {
	{ "strategy", NULL, "", "its name" },
	{ "after_cc", "CC", "", "its chance to pause after both paused" },
	{ "after_cd", "CD", "", "after it paused and the other raced" },
	{ "after_dc", "DC", "", "after it raced and the other paused" },
	{ "after_dd", "DD", "", "after both raced" },
	{ "mine_allc", "v ALLC", "", "what it gets against one that always "
	    "pauses" },
	{ "its_allc", "it", "", "what that one gets" },
	{ "mine_alld", "v ALLD", "", "what it gets against one that always "
	    "races" },
	{ "its_alld", "it", "", "what that one gets" },
	{ "mine_random", "v random", "", "what it gets against one that "
	    "tosses a coin" },
	{ "its_random", "it", "", "what that one gets" },
	{ 0 }
};

static const struct dt_column power[] = {
	{ "member", NULL, "", "the member's number" },
	{ "weight", NULL, "", "its weight" },
	{ "banzhaf", "Banzhaf", "share", "its Banzhaf index: its share of "
	    "decisive cases" },
	{ "shapley", "Shapley-Shubik", "chance", "its Shapley-Shubik index: "
	    "how often it is the one that completes a majority" },
	{ "swing", "decides by a coin", "chance", "the chance that it "
	    "decides if all others toss a coin" },
	{ 0 }
};

static const struct dt_column leads[] = {
	{ "lead", NULL, "steps", "steps ahead; below 0: behind" },
	{ "both_race", "both race", "payoff", "what it gets if both race for "
	    "ever" },
	{ "reply", "best reply to a racer", "", "the best reply to one that "
	    "races" },
	{ "reply_value", "its value", "payoff", "what that reply gets" },
	{ 0 }
};

static const struct dt_column unravelling[] = {
	{ "step", NULL, "", "how many times all have replied" },
	{ "each", "each pledges with", "chance", "the chance that one "
	    "pledges" },
	{ "all", "all do with", "chance", "the chance that all do" },
	{ 0 }
};

static const struct dt_column sizes[] = {
	{ "members", NULL, "parties", "how many are in" },
	{ "member_payoff", "a member", "payoff", "what a member gets" },
	{ "outsider_payoff", "an outsider", "payoff", "what an outsider gets" },
	{ "welfare", "all", "payoff", "what all get together" },
	{ "stable", NULL, "", "yes: nobody leaves and nobody joins" },
	{ 0 }
};

static const struct dt_column n_person_sizes[] = {
	{ "members", NULL, "parties", "how many are in" },
	{ "member_payoff", "a member", "payoff", "what a member gets" },
	{ "outsider_payoff", "an outsider", "payoff", "what an outsider gets" },
	{ "member_abates", "it abates", "abatement", "how much a member "
	    "abates" },
	{ "outsider_abates", "it abates", "abatement", "how much an outsider "
	    "abates" },
	{ "total", "all abate", "abatement", "how much all abate together" },
	{ "stable", NULL, "", "yes: nobody leaves and nobody joins" },
	{ 0 }
};

static const struct dt_column channels[] = {
	{ "channel", NULL, "", "its number" },
	{ "miss", "misses", "chance", "chance that it misses a violation" },
	{ "false_alarm", "false alarm", "chance", "chance that it raises a "
	    "false alarm" },
	{ "cost", NULL, "", "what it costs" },
	{ "used", NULL, "", "yes: the cheapest set has it" },
	{ "second", "used in the second", "", "yes: the second cheapest set "
	    "has it" },
	{ 0 }
};

static const struct dt_column path[] = {
	{ "time", NULL, "", "from 0, the start, to 1, the end" },
	{ "asks_1", "party 1 asks", "share", "what party 1 asks for" },
	{ "asks_2", "party 2 asks", "share", "what party 2 asks for" },
	{ 0 }
};

static const struct dt_column groups[] = {
	{ "nation", NULL, "", "its nation" },
	{ "ideal", NULL, "", "what it likes best, on the line" },
	{ "from", "accepts from", "", "the least that it accepts" },
	{ "to", NULL, "", "the most that it accepts" },
	{ "weight", NULL, "", "how much it counts at home" },
	{ "accepts", "accepts what is agreed", "", "yes: it accepts what is "
	    "agreed" },
	{ 0 }
};

static const struct dt_column shares[] = {
	{ "lab", NULL, "", "its number" },
	{ "capability", NULL, "", "what it has" },
	{ "share", NULL, "of the prize", "its share of the prize" },
	{ 0 }
};

static const struct dt_column solutions[] = {
	{ "solution", NULL, "", "whose it is" },
	{ "text", "text, or likeliest", "", "the text that it points at, or "
	    "that it gives with the largest chance" },
	{ "PARTY", NULL, "utility", "a column for each party: what it gets" },
	{ "value", "what is largest", "", "what the solution makes as large "
	    "as can be" },
	{ "ties", "as good", "texts", "texts that are as good" },
	{ "distance", "outcome is off by", "shares", "how far the outcome is "
	    "from it, in shares of ideal gains" },
	{ 0 }
};

static const struct dt_column texts[] = {
	{ "text", NULL, "", "its number" },
	{ "PARTY", NULL, "utility", "a column for each party: what it gets" },
	{ "front", "Pareto front", "", "yes: no other text is better for all" },
	{ "nash", NULL, "chance", "chance that the Nash solution gives this "
	    "text" },
	{ "kalai_smorodinsky", "kalai-smorodinsky", "chance", "the same of "
	    "Kalai and Smorodinsky" },
	{ "egalitarian", NULL, "chance", "the same of the egalitarian "
	    "solution" },
	{ "utilitarian", NULL, "chance", "the same of the utilitarian "
	    "solution" },
	{ 0 }
};

static const struct dt_column curve[] = {
	{ "solution", NULL, "", "whose it is" },
	{ "u1", NULL, "utility", "what party 1 gets" },
	{ "u2", NULL, "utility", "what party 2 gets" },
	{ 0 }
};

const struct dt_column_table dt_column_model[] = {
	{ "solve", "model", "results", "most answers of a model, a figure a "
	    "row", results },
	{ "solve", "model", "parameters", "what the model was asked with",
	    parameters },
	{ "solve", "model", "map", "with --vary: a row a place", map },
	{ "solve", "model", "stretches", "with --least or --most: where it "
	    "is enough", stretches },
	{ "solve", "sincerity", "regions", "what a call for a pause tells, "
	    "by what it is worth to be believed", regions },
	{ "solve", "sincerity", "equilibria", "the pure perfect Bayesian "
	    "equilibria", equilibria },
	{ "solve", "memory-one zero-determinant", "strategies", "a row a "
	    "strategy that remembers one round; C is to pause, D to race",
	    strategies },
	{ "solve", "power", "power", "a row a member", power },
	{ "solve", "lead-game", "leads", "by the lead", leads },
	{ "solve", "pledges", "unravelling", "unconditional pledges: replies "
	    "to replies", unravelling },
	{ "solve", "participation modesty", "sizes", "by the number of "
	    "members", sizes },
	{ "solve", "n-person", "sizes", "Barrett's quadratic model, by the "
	    "size of the coalition", n_person_sizes },
	{ "solve", "inspection-channels", "channels", "a row a channel",
	    channels },
	{ "solve", "concession-curves", "path", "what two parties ask for as "
	    "time passes", path },
	{ "solve", "ratification-spatial", "groups", "a row a domestic group",
	    groups },
	{ "solve", "shares", "shares", "a row a lab", shares },
	{ "solve", "solutions", "solutions", "a row a solution of the "
	    "bargaining problem", solutions },
	{ "solve", "solutions", "texts", "a row a text of the menu", texts },
	{ "solve", "solutions", "curve", "the same solutions over the curve "
	    "u2 = 1 - u1^k", curve },
	{ 0 }
};
