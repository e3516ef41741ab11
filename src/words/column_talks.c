/* column_talks: columns of answers of negotiations; see column.h. */
#include "words/column.h"

static const struct dt_column outcomes[] = {
	{ "text", NULL, "", "the text, or no agreement" },
	{ "negotiations", "in force", "negotiations", "negotiations that "
	    "ended so" },
	{ "share", NULL, "of negotiations", "as a share of all" },
	{ "racing", "raced before", "rounds", "rounds raced before it "
	    "entered, in the mean" },
	{ "holds", NULL, "", "whether keeping it is an equilibrium: yes, yes "
	    "but, no, perhaps, never" },
	{ 0 }
};

static const struct dt_column parties[] = {
	{ "party", NULL, "", "the party" },
	{ "negotiator", NULL, "", "how it negotiates" },
	{ "gain", NULL, "payoff a round", "what talks gain it over racing "
	    "for ever, as at their start" },
	{ "gain_error", "s.e.", "payoff a round", "standard error of that "
	    "gain" },
	{ "best_gain", "at best", "payoff a round", "the gain by the text "
	    "that it likes best, signed at once" },
	{ "racing", NULL, "payoff a round", "what it gets if all race for "
	    "ever" },
	{ "bound", NULL, "of negotiations", "share of negotiations after "
	    "which it is bound" },
	{ 0 }
};

static const struct dt_column texts[] = {
	{ "text", NULL, "", "the text" },
	{ "holds", NULL, "", "whether keeping it is an equilibrium" },
	{ "pauses", NULL, "share of moves", "share of moves that pause under "
	    "it" },
	{ "error", "s.e. of gains", "payoff a round", "standard error, "
	    "where they were played" },
	{ "PARTY", NULL, "payoff a round", "a column for each party: what it "
	    "gains over racing" },
	{ 0 }
};

static const struct dt_column events[] = {
	{ "negotiation", NULL, "number", "its number" },
	{ "round", NULL, "round", "the round of talks" },
	{ "party", NULL, "", "who acts" },
	{ "does", NULL, "", "what it does: proposes, accepts, signs, "
	    "ratifies, and so on" },
	{ "text", NULL, "", "about which text" },
	{ "worth", NULL, "of its best gain", "what the text is worth to it" },
	{ "aspired", "aspires to", "of its best gain", "what it aspires to "
	    "then" },
	{ "support", NULL, "share at home", "the share at home in favour, at "
	    "ratification" },
	{ "chance", NULL, "chance", "the chance that it ratifies" },
	{ 0 }
};

static const struct dt_column solutions[] = {
	{ "solution", NULL, "", "whose solution it is" },
	{ "lotteries", NULL, "", "yes: lotteries over texts are allowed" },
	{ "text", NULL, "", "the text that it points at" },
	{ "distance", "talks are off", "of ideal gains", "how far the mean "
	    "of talks is from it" },
	{ "PARTY", NULL, "payoff a round", "a column for each party: its "
	    "gain over racing" },
	{ 0 }
};

static const struct dt_column power[] = {
	{ "party", NULL, "", "the party" },
	{ "ratifies", NULL, "chance", "chance that it ratifies" },
	{ "banzhaf", "Banzhaf", "share of decisive cases", "its Banzhaf "
	    "index: its share of decisive cases" },
	{ "shapley", "Shapley-Shubik", "chance to be decisive", "its "
	    "Shapley-Shubik index: how often it completes what is needed" },
	{ 0 }
};

static const struct dt_column cells[] = {
	{ "first", "KEY", "", "the first key's value" },
	{ "second", "KEY", "", "the second key's value" },
	{ "third", "KEY", "", "the third key's value" },
	{ "enters", NULL, "of negotiations", "share of negotiations after "
	    "which a text is in force" },
	{ "binds_all", "binds all", "of negotiations", "share after which it "
	    "binds all" },
	{ "survives", NULL, "chance", "chance that a text enters into force "
	    "and is kept" },
	{ "survives_error", "s.e.", "chance", "standard error of that chance" },
	{ "expected", NULL, "chance", "the same chance without talks, by "
	    "chances of a quorum; empty: not known" },
	{ "raced", "raced before", "rounds", "rounds raced before, in the "
	    "mean" },
	{ 0 }
};

static const struct dt_column gains[] = {
	{ "first", "KEY", "", "the first key's value" },
	{ "second", "KEY", "", "the second key's value" },
	{ "third", "KEY", "", "the third key's value" },
	{ "party", NULL, "", "the party" },
	{ "gain", NULL, "payoff a round", "what talks gain it over racing "
	    "for ever" },
	{ "gain_error", "s.e.", "payoff a round", "standard error of that "
	    "gain" },
	{ 0 }
};

static const struct dt_column life[] = {
	{ "text", NULL, "", "the text, or no agreement" },
	{ "holds", NULL, "", "whether keeping it is an equilibrium" },
	{ "racing", "raced before", "rounds", "rounds raced before it "
	    "entered" },
	{ "runs", NULL, "runs", "runs that were played under it" },
	{ "pause_share", "pauses", "share of moves", "share of moves that "
	    "pause" },
	{ "payoff_per_round", "payoff", "payoff a round", "what an agent "
	    "gets" },
	{ "payoff_per_round_se", "s.e.", "payoff a round", "standard error "
	    "of that payoff" },
	{ "in_force_share", "in force", "share of rounds", "share of rounds "
	    "in which the treaty is in force" },
	{ "breached_share", "broken", "share of runs", "share of runs with a "
	    "breach" },
	{ "experiment", "key", "", "the experiment's key, by which the "
	    "database has it" },
	{ 0 }
};

static const struct dt_column agents[] = {
	{ "agent", NULL, "", "the agent" },
	{ "pause_share", "pauses", "share of moves", "share of moves that "
	    "pause" },
	{ "payoff_per_round", "payoff", "payoff a round", "what it gets" },
	{ "payoff_per_round_se", "s.e.", "payoff a round", "standard error "
	    "of that payoff" },
	{ "breaches_per_run", "breaches", "a run", "races while bound" },
	{ 0 }
};

const struct dt_column_table dt_column_talks[] = {
	{ "negotiate", "negotiate", "outcomes", "what entered into force",
	    outcomes },
	{ "negotiate", "negotiate", "parties", "a row a party", parties },
	{ "negotiate", "negotiate", "texts", "a row a text of the menu",
	    texts },
	{ "negotiate", "negotiate", "events", "a row an event; for programs",
	    events },
	{ "negotiate", "negotiate", "solutions", "where theories point, "
	    "beside what talks came to", solutions },
	{ "negotiate", "negotiate", "power", "who decides on entry into "
	    "force of the text that was signed most", power },
	{ "negotiate", "negotiate", "cells", "with --vary: a row a setting",
	    cells },
	{ "negotiate", "negotiate", "gains", "with --vary: a row a setting "
	    "and party", gains },
	{ "run", "negotiate", "life", "with --negotiate: life under what was "
	    "signed, means over agents", life },
	{ "run", "negotiate", "agents", "with --negotiate: a row an agent, "
	    "all runs together", agents },
	{ 0 }
};
