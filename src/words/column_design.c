/* column_design: columns of answers of designs; see column.h. */
#include "words/column.h"

static const struct dt_column design[] = {
	{ "cost", NULL, "payoff a party and round", "what it costs" },
	{ "bound", "none below", "payoff a party and round", "no treaty of "
	    "the grid that holds costs less than this" },
	{ "found", NULL, "", "optimum, best found, or not sure" },
	{ "answer", NULL, "", "whether it is kept, judged afresh: yes, yes "
	    "but, perhaps, no" },
	{ "clauses", NULL, "", "how many clauses it has" },
	{ "part", NULL, "", "the part that binds: kept, credible or stayed" },
	{ "binding", NULL, "", "the party, state and departure that bind" },
	{ "slack", NULL, "payoff", "what that departure loses" },
	{ "price", NULL, "cost a payoff of slack a round", "what a payoff "
	    "more by departing would add to the cost" },
	{ "cells", NULL, "", "treaties in the grid, money apart" },
	{ "looked", "looked at", "", "of these, how many were looked at; the "
	    "others were excluded by bounds" },
	{ 0 }
};

static const struct dt_column levers[] = {
	{ "lever", NULL, "", "the lever" },
	{ "value", NULL, "", "what it is set to" },
	{ "exact", "unrounded", "payoff", "money before it was rounded" },
	{ "least", NULL, "", "the least that it may be" },
	{ "most", NULL, "", "the most that it may be" },
	{ "number", "as a number", "", "the value as a number" },
	{ 0 }
};

static const struct dt_column costs[] = {
	{ "part", NULL, "", "the part" },
	{ "amount", NULL, "", "how much of it there is" },
	{ "weight", NULL, "", "what a unit of it costs" },
	{ "cost", NULL, "payoff a party and round", "the product" },
	{ 0 }
};

static const struct dt_column certificate[] = {
	{ "lever", NULL, "", "the lever" },
	{ "from", NULL, "", "its value in the design" },
	{ "to", NULL, "", "its value one step down" },
	{ "answer", NULL, "", "whether that treaty is kept" },
	{ "part", NULL, "", "the part that decides" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "cost", NULL, "payoff a party and round", "what that treaty costs" },
	{ "binding", "who gains or loses least", "", "the party, state and "
	    "departure that decide" },
	{ "error", "standard error", "payoff", "standard error of the slack, "
	    "where it was played" },
	{ 0 }
};

static const struct dt_column clauses[] = {
	{ "without", NULL, "", "the clause" },
	{ "answer", NULL, "", "whether the treaty is kept without it" },
	{ "part", NULL, "", "the part that decides" },
	{ "slack", NULL, "payoff", "what the departure that decides loses; "
	    "below 0 it gains" },
	{ "binding", "who gains or loses least", "", "the party, state and "
	    "departure that decide" },
	{ "error", "standard error", "payoff", "standard error of the slack, "
	    "where it was played" },
	{ 0 }
};

static const struct dt_column others[] = {
	{ "which", NULL, "", "runner-up: the next best; fewer clauses: as "
	    "cheap, in fewer words" },
	{ "cost", NULL, "payoff a party and round", "what it costs" },
	{ "clauses", NULL, "", "how many clauses it has" },
	{ "levers", NULL, "", "what its levers are set to" },
	{ 0 }
};

static const struct dt_column prices[] = {
	{ "change", NULL, "", "what is changed" },
	{ "cost", NULL, "payoff a party and round", "what the treaty costs "
	    "then" },
	{ "saves", NULL, "payoff a party and round", "how much less that is" },
	{ 0 }
};

static const struct dt_column relaxations[] = {
	{ "what", NULL, "", "what is changed" },
	{ "now", NULL, "", "its value" },
	{ "needs", NULL, "", "the value from which on a treaty holds" },
	{ "levers", NULL, "", "what its levers are set to" },
	{ 0 }
};

static const struct dt_column frontier[] = {
	{ "continuation", NULL, "chance", "the chance of another round" },
	{ "cost", NULL, "payoff a party and round", "what it costs; empty: "
	    "none holds" },
	{ "holds", NULL, "", "yes: there is one that holds" },
	{ "levers", NULL, "", "what its levers are set to" },
	{ 0 }
};

static const struct dt_column cells[] = {
	{ "LEVER", NULL, "", "a column for each lever: its value, of money "
	    "in payoff" },
	{ "holds", NULL, "", "whether a treaty of the cell is kept" },
	{ "least_cost", NULL, "payoff a party and round", "a bound: none of "
	    "the cell costs less" },
	{ "cost", NULL, "payoff a party and round", "what the cell's "
	    "cheapest treaty costs; empty: none holds, or it was not looked "
	    "at" },
	{ 0 }
};

const struct dt_column_table dt_column_design[] = {
	{ "design", "design", "design", "the design, in one row", design },
	{ "design", "design", "levers", "a row a lever", levers },
	{ "design", "design", "costs", "what the cost is made of", costs },
	{ "design", "design", "certificate", "each lever one step down, "
	    "judged afresh: what holds is no cheaper", certificate },
	{ "design", "design", "clauses", "each clause left out", clauses },
	{ "design", "design", "others", "other treaties that hold", others },
	{ "design", "design", "prices", "what a little more would save, with "
	    "the same choices", prices },
	{ "design", "design", "relaxations", "where none holds: the least "
	    "that would do", relaxations },
	{ "design", "design", "frontier", "what the cheapest treaty costs, "
	    "by the continuation", frontier },
	{ "design", "design", "cells", "with --all: a row a cell of the grid",
	    cells },
	{ 0 }
};
