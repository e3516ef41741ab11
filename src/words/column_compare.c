/* column_compare: columns of answers
 * of compare, claims, reproduce; see column.h. */
#include "words/column.h"

static const struct dt_column treaties[] = {
	{ "treaty", NULL, "", "the treaty" },
	{ "verdict", NULL, "", "the three parts together: yes, yes but, "
	    "perhaps, no, never" },
	{ "kept", NULL, "", "kept while it binds" },
	{ "credible", "threats", "", "threats carried out" },
	{ "stayed", NULL, "", "entered and stayed in" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "standard_error", "s.e.", "payoff", "of the slack, where "
	    "departures were played" },
	{ "party", "weakest", "", "the party whose departure decides" },
	{ "departure", "by", "", "that departure" },
	{ 0 }
};

static const struct dt_column outcomes[] = {
	{ "treaty", NULL, "", "the treaty" },
	{ "pause_share", "pause", "share", "share of rounds paused" },
	{ "pause_share_half", "±", "share", "half of its 95 % interval; 0 if "
	    "exact" },
	{ "payoff_per_round", "payoff", "payoff", "payoff a round, the mean "
	    "over agents" },
	{ "payoff_per_round_half", "±", "payoff", "half of its 95 % "
	    "interval; 0 if exact" },
	{ "monitoring_per_round", "verification", "payoff", "what monitoring "
	    "costs a round" },
	{ "engine", NULL, "", "the engine that played, or worked it out" },
	{ "method", "judged", "", "how the verdict was found" },
	{ "states", NULL, "states", "states that were looked at for it" },
	{ 0 }
};

static const struct dt_column comparison[] = {
	{ "treaty", NULL, "", "the treaty" },
	{ "verdict", NULL, "", "the three parts together" },
	{ "kept", NULL, "", "kept while it binds" },
	{ "credible", NULL, "", "threats carried out" },
	{ "stayed", NULL, "", "entered and stayed in" },
	{ "part", NULL, "", "the part that decides" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "standard_error", "s.e.", "payoff", "of the slack, where "
	    "departures were played" },
	{ "off", "may be off", "payoff", "by how much the slack may be off, "
	    "where it is bounded" },
	{ "party", NULL, "", "the party whose departure decides" },
	{ "departure", NULL, "", "that departure" },
	{ "state", NULL, "", "the state in which it would depart" },
	{ "method", NULL, "", "exact, bounded, or simulated" },
	{ "states", NULL, "states", "states that were looked at" },
	{ "pause_share", NULL, "share", "share of rounds paused" },
	{ "pause_share_se", NULL, "share", "its standard error; 0 if exact" },
	{ "pause_share_low95", NULL, "share", "lower end of its 95 % "
	    "interval" },
	{ "pause_share_high95", NULL, "share", "upper end" },
	{ "payoff_per_round", NULL, "payoff", "payoff a round, the mean over "
	    "agents" },
	{ "payoff_per_round_se", NULL, "payoff", "its standard error; 0 if "
	    "exact" },
	{ "payoff_per_round_low95", NULL, "payoff", "lower end of its 95 % "
	    "interval" },
	{ "payoff_per_round_high95", NULL, "payoff", "upper end" },
	{ "monitoring_per_round", NULL, "payoff", "what monitoring costs a "
	    "round" },
	{ "engine", NULL, "", "the engine that played, or worked it out" },
	{ "runs", NULL, "runs", "runs that were played" },
	{ "played_by", NULL, "", "why that engine" },
	{ "why", NULL, "", "why the verdict is perhaps" },
	{ 0 }
};

static const struct dt_column holds[] = {
	{ "treaty", NULL, "", "the treaty" },
	{ "continuation", NULL, "", "the chance of another round" },
	{ "miss", NULL, "", "chance that a violation is missed" },
	{ "false_alarm", "false alarm", "", "chance of a false alarm" },
	{ "fine", "fine added", "", "what is added to the fine of each "
	    "finding" },
	{ 0 }
};

static const struct dt_column pairs[] = {
	{ "pair", NULL, "", "the pair's number" },
	{ "scenario", NULL, "", "their scenario" },
	{ "a_experiment", "in A", "", "the experiment in the first database" },
	{ "a_treaty", "treaty", "", "its treaty" },
	{ "a_runs", "runs", "runs", "its runs" },
	{ "b_experiment", "in B", "", "the experiment in the second database" },
	{ "b_treaty", "treaty", "", "its treaty" },
	{ "b_runs", "runs", "runs", "its runs" },
	{ "keys", "keys that differ", "", "how many keys of the "
	    "configuration differ" },
	{ "shared_seed", "a seed in both", "", "yes: both have runs of one "
	    "seed, which are not independent" },
	{ 0 }
};

static const struct dt_column keys[] = {
	{ "pair", NULL, "", "the pair's number" },
	{ "key", NULL, "", "the key" },
	{ "a", "A", "", "its value in the first" },
	{ "b", "B", "", "its value in the second" },
	{ 0 }
};

static const struct dt_column figures[] = {
	{ "pair", NULL, "", "the pair's number" },
	{ "measure", NULL, "", "the figure" },
	{ "a", "A", "", "its mean in the first" },
	{ "a_standard_error", "s.e.", "", "standard error" },
	{ "a_low95", "low 95 %", "", "lower end of its 95 % interval" },
	{ "a_high95", "high", "", "upper end" },
	{ "b", "B", "", "its mean in the second" },
	{ "b_standard_error", "s.e.", "", "standard error" },
	{ "b_low95", "low 95 %", "", "lower end of its 95 % interval" },
	{ "b_high95", "high", "", "upper end" },
	{ "difference", "B - A", "", "the second less the first" },
	{ "difference_standard_error", "s.e.", "", "standard error of the "
	    "difference" },
	{ 0 }
};

static const struct dt_column claims[] = {
	{ "claim", NULL, "", "the claim's name" },
	{ "title", NULL, "", "what it says, in short" },
	{ "verdict", NULL, "", "what was found: holds, fails, or holds-if: "
	    "in some places" },
	{ "holds_in", "holds in", "places", "places in which it holds" },
	{ "places", "of", "places", "places that were looked at" },
	{ "as_expected", "as expected", "", "yes: as analysis expects" },
	{ "command", NULL, "", "the command that finds it again" },
	{ 0 }
};

static const struct dt_column words[] = {
	{ "who", NULL, "", "the essay, or the report" },
	{ "says", NULL, "", "what it says" },
	{ "source", NULL, "", "where" },
	{ "status", NULL, "", "sourced, stylised or opinion" },
	{ 0 }
};

static const struct dt_column claim_figures[] = {
	{ "name", NULL, "", "the figure's name" },
	{ "expected", NULL, "", "what analysis expects" },
	{ "got", NULL, "", "what was found" },
	{ "as_expected", "as expected", "", "yes: they agree; else FAILS" },
	{ "says", "what", "", "what the figure means" },
	{ "command", NULL, "", "the command that finds it again" },
	{ 0 }
};

static const struct dt_column leaves_out[] = {
	{ "what", NULL, "", "what it is" },
	{ 0 }
};

static const struct dt_column verdict[] = {
	{ "claim", NULL, "", "the claim's name" },
	{ "verdict", NULL, "", "what was found" },
	{ "region", NULL, "", "where it is said to hold" },
	{ "holds_in", "holds in", "places", "places in which it holds" },
	{ "places", "of", "places", "places that were looked at" },
	{ "expected_verdict", "expected", "", "what analysis expects" },
	{ "expected_places", "expected in", "places", "in how many places" },
	{ "as_expected", "as expected", "", "yes: they agree; else FAILS" },
	{ "command", NULL, "", "the command that finds it again" },
	{ 0 }
};

static const struct dt_column reproduce[] = {
	{ "name", NULL, "", "the result" },
	{ "what", NULL, "", "which of its values" },
	{ "expected", NULL, "", "the value as published or derived" },
	{ "got", NULL, "", "the value as found now; -: none" },
	{ "tolerance", NULL, "", "how far they may be apart: as stated, "
	    "and so many standard errors" },
	{ "status", NULL, "", "printed in the source, quoted by others from "
	    "it, or derived for this project; -: the file has faults" },
	{ "ok", NULL, "", "yes, or NO: they are further apart" },
	{ 0 }
};

const struct dt_column_table dt_column_compare[] = {
	{ "compare", "compare", "treaties", "a row a treaty", treaties },
	{ "compare", "compare", "outcomes", "what a treaty comes to if all "
	    "who sign comply", outcomes },
	{ "compare", "compare", "comparison", "all of both, a row a treaty; "
	    "for programs", comparison },
	{ "compare", "compare", "holds", "for which values of one figure "
	    "each treaty holds", holds },
	{ "compare", "compare", "pairs", "of two databases: which "
	    "experiments are compared", pairs },
	{ "compare", "compare", "keys", "where the configurations differ",
	    keys },
	{ "compare", "compare", "figures", "what they came to", figures },
	{ "claims", "claims", "claims", "a row a claim", claims },
	{ "claims", "claim", "words", "who says what", words },
	{ "claims", "claim", "figures", "figures beside the claim",
	    claim_figures },
	{ "claims", "claim", "leaves_out", "what the model leaves out",
	    leaves_out },
	{ "claims", "claim", "verdict", "the claim, in one row; for programs",
	    verdict },
	{ "reproduce", "reproduce", "reproduce", "a row a value; JSON also has "
	    "source, status and why",
	    reproduce },
	{ 0 }
};
