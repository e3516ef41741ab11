/* column_treaty: columns of answers about a treaty; see column.h. */
#include "words/column.h"

static const struct dt_column verdict[] = {
	{ "holds", NULL, "", "whether the treaty is kept: yes, no, perhaps, "
	    "or never in force" },
	{ "perfect", NULL, "", "yes: its threats are carried out too; empty: "
	    "not known" },
	{ "method", NULL, "", "how it was found: exact, bounded, or "
	    "simulated" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "slack_is", NULL, "", "exact, or at most: the slack is no more "
	    "than that, as departures were played, or not all strikes "
	    "counted" },
	{ "cut_error", NULL, "payoff", "by how much strikes that were not "
	    "counted may move the slack" },
	{ "standard_error", "s.e.", "payoff", "of the slack, where "
	    "departures were played; else empty" },
	{ "binding_party", "binding", "", "the party whose departure decides" },
	{ "binding_state", "where", "", "the treaty's state in which it "
	    "would depart" },
	{ "binding_departure", "departure", "", "the departure that decides: "
	    "secret, open, refuse, withdraw, hold, or a plan" },
	{ "binding_round", "round", "rounds", "the round of that departure, "
	    "where all know the last one" },
	{ "states", NULL, "states", "states, or kinds of states, that were "
	    "looked at" },
	{ "samples", NULL, "states", "states that were played; 0 if the "
	    "answer is exact" },
	{ "why", NULL, "", "why it is perhaps; else empty" },
	{ 0 }
};

static const struct dt_column parts[] = {
	{ "part", NULL, "", "kept, credible or stayed" },
	{ "answer", NULL, "", "yes, no or perhaps" },
	{ "method", NULL, "", "exact, bounded, or simulated" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "slack_is", NULL, "", "exact, or at most: the slack is no more "
	    "than that, as not all states were looked at" },
	{ "off", "may be off", "payoff", "by how much the slack may be off, "
	    "where it is bounded" },
	{ "standard_error", "s.e.", "payoff", "of the slack, where "
	    "departures were played; else empty" },
	{ "party", NULL, "", "the party whose departure decides" },
	{ "state", NULL, "", "the treaty's state in which it would depart" },
	{ "departure", NULL, "", "the departure that decides" },
	{ "round", NULL, "rounds", "its round, where all know the last one" },
	{ "states", NULL, "states", "states, or kinds of states, that were "
	    "looked at" },
	{ "samples", NULL, "states", "states that were played; 0 if the "
	    "answer is exact" },
	{ "why", NULL, "", "why it is perhaps; else empty" },
	{ 0 }
};

static const struct dt_column deciding[] = {
	{ "end", NULL, "", "of a game whose last round all know: known, or "
	    "not known, as the sentences take it; else empty" },
	{ "part", NULL, "", "kept, credible or stayed" },
	{ "answer", NULL, "", "yes, no or perhaps" },
	{ "party", NULL, "", "the party whose departure decides" },
	{ "state", NULL, "", "the treaty's state in which it would depart" },
	{ "departure", "by", "", "the departure that decides" },
	{ "gain", "gains", "payoff", "what it gains, all rounds to come "
	    "counted; below 0 it loses" },
	{ "off", "may be off", "payoff", "by how much that may be off, where "
	    "it is bounded" },
	{ "standard_error", "s.e.", "payoff", "of the gain, where departures "
	    "were played; else empty" },
	{ 0 }
};

static const struct dt_column slack[] = {
	{ "party", NULL, "", "who would depart" },
	{ "state", NULL, "", "the treaty's state before the round: its "
	    "phase, strikes, notice" },
	{ "expected", "on the way", "", "yes: compliers come to this state; "
	    "no: only after a departure" },
	{ "deviation", "by", "", "what it does instead of complying" },
	{ "round", NULL, "rounds", "its round, where all know the last one" },
	{ "value", NULL, "payoff a round", "what complying is worth from "
	    "there on, a round" },
	{ "deviation_value", "departing", "payoff a round", "what it is "
	    "worth to depart once and comply again, a round" },
	{ "gain", NULL, "payoff a round", "the one less the other: above 0 "
	    "departing pays" },
	{ "worth", "worth in all", "payoff", "the gain of all rounds to come "
	    "together, discounted" },
	{ "best", "with a plan", "payoff", "the gain if it departs by the "
	    "best plan of many rounds" },
	{ "standard_error", "s.e.", "payoff", "of the gain, where it was "
	    "played; else empty" },
	{ 0 }
};

static const struct dt_column values[] = {
	{ "party", NULL, "", "the party" },
	{ "value", NULL, "payoff a round", "what it gets a round, counted "
	    "from the start, if all comply" },
	{ "standard_error", "s.e.", "payoff a round", "of the value; only "
	    "where it was played" },
	{ "patience", NULL, "chance", "the chance of another round that it "
	    "counts with" },
	{ 0 }
};

static const struct dt_column thresholds[] = {
	{ "treaty", NULL, "", "the treaty, where several are compared" },
	{ "quantity", NULL, "", "the figure that is turned: continuation, "
	    "miss, false_alarm, scale of fines and bond, parties, or a key "
	    "of the text" },
	{ "part", NULL, "", "kept, stayed, or holds, which is both" },
	{ "now", NULL, "", "the figure's own value" },
	{ "holds_from", NULL, "", "the least value of the stretch" },
	{ "holds_to", NULL, "", "the largest value of the stretch" },
	{ "from_is", NULL, "", "closed, open (it holds beside the end, not "
	    "at it), or edge of what was looked at" },
	{ "to_is", NULL, "", "the same of the upper end" },
	{ "from_shown_within", NULL, "", "how far from the lower end a fresh "
	    "verdict bears it out" },
	{ "to_shown_within", NULL, "", "the same of the upper end" },
	{ "looked_from", NULL, "", "the least value that was looked at" },
	{ "looked_to", NULL, "", "the largest value that was looked at" },
	{ 0 }
};

static const struct dt_column date[] = {
	{ "fails", "first round that fails", "", "the first round whose game "
	    "is not self-enforcing; empty: none was found" },
	{ "years", NULL, "years", "years until then" },
	{ "capability", NULL, "capability", "what the leader has then" },
	{ "rounds", "rounds of the run", "rounds", "rounds of the run that "
	    "was looked at" },
	{ "kept", "last round before that was found to be kept", "", "the "
	    "last round before that was found to be kept" },
	{ 0 }
};

static const struct dt_column rounds[] = {
	{ "round", NULL, "", "the round whose game was judged" },
	{ "year", NULL, "years", "years from the start" },
	{ "leader", "leader has", "capability", "capability of the lab that "
	    "is ahead" },
	{ "oversight", "least oversight", "share", "the least oversight of a "
	    "party" },
	{ "answer", NULL, "", "yes, no, perhaps, yes as found by play, or "
	    "not bound yet" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "standard_error", "s.e.", "payoff", "of the slack; 0 if exact" },
	{ "threats", "threats carried out", "", "whether the treaty's "
	    "threats would be carried out" },
	{ "party", "who departs", "", "the party whose departure decides" },
	{ 0 }
};

static const struct dt_column answers[] = {
	{ "what", NULL, "", "the figure's name" },
	{ "value", NULL, "", "its value" },
	{ "meaning", NULL, "", "what it says" },
	{ 0 }
};

static const struct dt_column values2[] = {
	{ "others_race", "others racing", "", "how many others race" },
	{ "race", "to race", "payoff", "what a lab gets in all if it races" },
	{ "pause", "to pause", "payoff", "what a lab gets in all if it "
	    "pauses" },
	{ "reply", "best reply", "", "the better of the two" },
	{ 0 }
};

static const struct dt_column equilibria[] = {
	{ "racers", "racers in an equilibrium", "", "how many race for good" },
	{ "race", "a racer gets", "payoff", "what each of them gets in all" },
	{ "pause", "a pauser gets", "payoff", "what each that pauses gets in "
	    "all" },
	{ 0 }
};

static const struct dt_column leads[] = {
	{ "lead", NULL, "steps", "steps ahead of the other; below 0: behind" },
	{ "both_race", "both race", "payoff", "what it gets if both race for "
	    "ever" },
	{ "reply", "reply to a racer", "", "the best reply to one that races" },
	{ "reply_value", "its value", "payoff", "what that reply gets" },
	{ "equilibrium", "in equilibrium", "", "what an equilibrium does "
	    "there; empty: best replies to best replies came to none" },
	{ "unseen", "unseen rounds borne", "rounds", "the most rounds of "
	    "unseen racing that a pause of both bears; empty: up to 1000" },
	{ 0 }
};

static const struct dt_column map[] = {
	{ "x", "KEY", "", "the first key's value" },
	{ "y", "KEY", "", "the second key's value; only where two are varied" },
	{ "holds", NULL, "", "yes, yes but, perhaps, no, or never in force" },
	{ "slack", NULL, "", "what the departure that decides loses; below 0 "
	    "it gains" },
	{ "cut_error", NULL, "", "by how much strikes that were not counted "
	    "may move the slack" },
	{ "standard_error", NULL, "", "of the slack, where departures were "
	    "played; else empty" },
	{ "binding_party", NULL, "", "the party whose departure decides" },
	{ "binding_state", NULL, "", "the state in which it would depart" },
	{ "binding_departure", NULL, "", "the departure that decides" },
	{ "method", NULL, "", "exact, bounded, or simulated" },
	{ 0 }
};

static const struct dt_column picture[] = {
	{ "y", "KEY", "", "the second key's value, or nothing" },
	{ "cells", "", "", "a letter a cell: # yes, + yes but, . no, ? "
	    "perhaps, - never in force" },
	{ 0 }
};

static const struct dt_column shares[] = {
	{ "answer", NULL, "", "which answer" },
	{ "yes", "yes in", "share", "share of worlds in which it is yes" },
	{ "standard_error", "s.e.", "share", "of that share" },
	{ "low95", "low 95 %", "share", "lower end of its 95 % interval "
	    "(Wilson 1927)" },
	{ "high95", "high", "share", "upper end" },
	{ "perhaps", "not shown in", "share", "share of worlds in which "
	    "neither yes nor no was shown" },
	{ "worlds", NULL, "worlds", "worlds that were drawn" },
	{ 0 }
};

static const struct dt_column sensitivities[] = {
	{ "unknown", NULL, "", "the figure's name in the prior" },
	{ "key", NULL, "", "the key that it sets" },
	{ "holds", "of whether it holds", "share", "its first-order index "
	    "for whether the treaty holds" },
	{ "holds_standard_error", "s.e.", "share", "of that index, by "
	    "bootstrap" },
	{ "slack", "of the slack", "share", "its first-order index for the "
	    "slack" },
	{ "slack_standard_error", "s.e.", "share", "of that index, by "
	    "bootstrap" },
	{ 0 }
};

static const struct dt_column tornado[] = {
	{ "unknown", NULL, "", "the figure's name in the prior" },
	{ "low", "at 5 %", "", "its 5 % quantile" },
	{ "low_slack", "slack", "payoff", "the slack there" },
	{ "low_holds", "holds", "", "whether the treaty holds there" },
	{ "high", "at 95 %", "", "its 95 % quantile" },
	{ "high_slack", "slack", "payoff", "the slack there" },
	{ "high_holds", "holds", "", "whether the treaty holds there" },
	{ 0 }
};

static const struct dt_column worlds[] = {
	{ "world", NULL, "", "its number; with the seed it fixes the world" },
	{ "UNKNOWN", NULL, "", "a column for each unknown figure: its value "
	    "in this world" },
	{ "kept", NULL, "", "the answer to: kept while it binds" },
	{ "credible", NULL, "", "the answer to: threats carried out" },
	{ "stayed", NULL, "", "the answer to: entered and stayed in" },
	{ "verdict", NULL, "", "the three together" },
	{ "slack", NULL, "payoff", "of kept and stayed, the less" },
	{ "method", NULL, "", "exact, bounded, or simulated" },
	{ 0 }
};

static const struct dt_column causes[] = {
	{ "key", NULL, "", "the number of the text, or the continuation" },
	{ "now", NULL, "", "its own value" },
	{ "low", "at least", "", "the low end of its range" },
	{ "low_slack", "slack", "payoff", "the slack there; empty: no answer" },
	{ "low_holds", "holds", "", "whether it is kept and stayed in there" },
	{ "high", "at most", "", "the high end of its range" },
	{ "high_slack", "slack", "payoff", "the slack there; empty: no "
	    "answer" },
	{ "high_holds", "holds", "", "whether it is kept and stayed in "
	    "there" },
	{ "swing", "moves it by", "payoff", "by how much the slack moves "
	    "between the three" },
	{ "range", NULL, "", "where the range is from: prior, whole, to "
	    "twice, or from 0" },
	{ 0 }
};

static const struct dt_column middle[] = {
	{ "holds", NULL, "", "whether it is kept and stayed in" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "standard_error", "s.e.", "payoff", "of the slack, where "
	    "departures were played; else empty" },
	{ "method", NULL, "", "exact or simulated" },
	{ 0 }
};

const struct dt_column_table dt_column_treaty[] = {
	{ "solve", "treaty", "verdict", "the parts together, in one row; for "
	    "programs", verdict },
	{ "solve", "treaty", "parts parts_endless", "a row for each part: "
	    "kept while it binds, threats carried out, entered and stayed "
	    "in; parts_endless is the same without a known end", parts },
	{ "solve", "treaty", "deciding", "the numbers of the sentences, where "
	    "the end is known or departures were played", deciding },
	{ "solve", "treaty", "slack departures", "the best departure of each "
	    "party in each state; departures has all of them", slack },
	{ "solve", "treaty", "values", "a row a party", values },
	{ "solve compare", "treaty compare", "thresholds", "for which values "
	    "of one figure the treaty holds, all else as it is; a row a "
	    "stretch", thresholds },
	{ "solve", "treaty", "date", "of a scenario with a race, in one row",
	    date },
	{ "solve", "treaty", "rounds", "the rounds that were judged, each as "
	    "a game of its own", rounds },
	{ "solve", "treaty", "answers", "of a memoryless race", answers },
	{ "solve", "treaty", "values", "of a memoryless race, by how many "
	    "others race", values2 },
	{ "solve", "treaty", "equilibria", "of a memoryless race", equilibria },
	{ "solve", "treaty", "leads", "of a race of leads, by the own lead",
	    leads },
	{ "solve", "vary", "map", "a row a cell of the phase map", map },
	{ "solve", "vary", "picture", "the map in letters, a row a value of "
	    "the second key", picture },
	{ "solve", "tornado", "tornado", "what matters most: a row a number, "
	    "at each end of its range, all others as they are", causes },
	{ "solve", "tornado", "verdict", "the treaty as it is, in one row",
	    middle },
	{ "solve", "prior", "shares", "a row an answer: kept, credible, "
	    "stayed, holds (kept and stayed), all (all three)", shares },
	{ "solve", "prior", "sensitivities", "what each unknown figure "
	    "accounts for by itself of the variance", sensitivities },
	{ "solve", "prior", "tornado", "one figure at an end of its range, "
	    "all others at their medians", tornado },
	{ "solve", "prior", "worlds", "a row a world that was drawn", worlds },
	{ 0 }
};
