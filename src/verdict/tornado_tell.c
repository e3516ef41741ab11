/* tornado_tell: what matters most, in sentences, a table and a picture; see
 * tornado.h. */
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "format/svg.h"
#include "verdict/tornado_internal.h"

enum { DRAWN_MOST = 24 };
/* Of a slack: what is less has not moved. */
#define ROUNDING 1e-9

/* By how much the slack moves; -1: not known. */
static double
swing_of(const struct dt_tornado *t, const struct dt_tornado_cause *c)
{
	double now = t->middle.slack, low = c->end[DT_TORNADO_LOW].slack,
	    high = c->end[DT_TORNADO_HIGH].slack;
	if (isnan(now) || isnan(low) || isnan(high))
		return -1;
	double most = dt_number_max(now, dt_number_max(low, high));
	double least = dt_number_min(now, dt_number_min(low, high));
	double rounding = ROUNDING * dt_number_max(fabs(most), fabs(least));
	return most - least > rounding ? most - least : 0;
}

/* The widest first; else as they stand in the text. */
static const struct dt_tornado_cause **
sorted(const struct dt_tornado *t)
{
	const struct dt_tornado_cause **list = dt_arena_new(t->arena, t->n + 1,
	    sizeof(const struct dt_tornado_cause *));
	for (size_t k = 0; list != NULL && k < t->n; k++) {
		size_t at = k;
		for (; at > 0 && swing_of(t, &t->causes[k]) > swing_of(t,
		    list[at - 1]); at--)
			list[at] = list[at - 1];
		list[at] = &t->causes[k];
	}
	return list;
}

static const char *
range_words(const struct dt_tornado *t, const struct dt_tornado_cause *c)
{
	if (c->range == DT_TORNADO_OF_PRIOR)
		return dt_arena_print(t->arena, "prior %s", t->prior);
	return c->range == DT_TORNADO_OF_KEY ? "whole" : c->now > 0 ?
	    "to twice" : "from 0";
}

static const char *
answer_of(const struct dt_tornado_end *end)
{
	return end->done ? dt_keeping_answers[end->answer] : NULL;
}

static void
add_row(const struct dt_tornado *t, const struct dt_tornado_cause *c,
    struct dt_solution_table *table)
{
	double swing = swing_of(t, c);
	dt_solution_text(table, c->key);
	dt_solution_number(table, c->now);
	for (int k = 0; k < DT_TORNADO_ENDS; k++) {
		const struct dt_tornado_end *end = &c->end[k];
		dt_solution_number(table, end->at);
		dt_solution_number(table, end->done ? end->slack : NAN);
		dt_solution_text(table, answer_of(end));
	}
	dt_solution_number(table, swing < 0 ? NAN : swing);
	dt_solution_text(table, range_words(t, c));
}

static void
add_table(const struct dt_tornado *t, const struct dt_tornado_cause **list,
    struct dt_solution *s)
{
	static const struct dt_solution_head columns[] = {
		{ "key", NULL, "" }, { "now", NULL, "" },
		{ "low", "at least", "" },
		{ "low_slack", "slack", "payoff" },
		{ "low_holds", "holds", "" }, { "high", "at most", "" },
		{ "high_slack", "slack", "payoff" },
		{ "high_holds", "holds", "" },
		{ "swing", "moves it by", "payoff" },
		{ "range", NULL, "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "tornado",
	    "The slack of the weakest party, with one number at an end of its "
	    "range and all others as they are", columns);
	for (size_t k = 0; k < t->n; k++)
		add_row(t, list[k], table);
}

static void
add_middle(const struct dt_tornado *t, struct dt_solution *s)
{
	static const struct dt_solution_head columns[] = {
		{ "holds", NULL, "" }, { "slack", NULL, "payoff" },
		{ "standard_error", "s.e.", "payoff" },
		{ "method", NULL, "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "verdict",
	    "As it is", columns);
	dt_solution_text(table, dt_keeping_answers[t->middle.answer]);
	dt_solution_number(table, t->middle.slack);
	dt_solution_number(table, t->middle.error);
	dt_solution_text(table, t->played ? "simulated" : "exact");
}

/* Causes that alone turn the answer; how many. */
static size_t
turns(const struct dt_tornado *t, const struct dt_tornado_cause **list,
    struct dt_text *names)
{
	size_t n = 0;
	bool yes = t->middle.answer == DT_COMPLY_YES;
	for (size_t k = 0; k < t->n; k++) {
		bool other = false;
		for (int e = 0; e < DT_TORNADO_ENDS; e++) {
			const struct dt_tornado_end *end = &list[k]->end[e];
			other |= end->done && (yes ? end->answer ==
			    DT_COMPLY_NO || end->answer == DT_COMPLY_NEVER :
			    end->answer == DT_COMPLY_YES);
		}
		if (other)
			dt_text_add(names, "%s`%s`", n++ == 0 ? "" : ", ",
			    list[k]->key);
	}
	return n;
}

static void
say(const struct dt_tornado *t, const struct dt_tornado_cause **list,
    struct dt_solution *s)
{
	const char *scenario = t->experiment->scenario->name;
	const char *treaty = t->experiment->scenario->treaty.name;
	struct dt_text names = { 0 };
	bool yes = t->middle.answer == DT_COMPLY_YES;
	if (t->n == 0 || swing_of(t, list[0]) <= 0)
		dt_solution_say(s, "No number of the treaty %s is shown to "
		    "move the slack in %s.", treaty, scenario);
	else
		dt_solution_say(s, "What matters most to the treaty %s in %s "
		    "is `%s`: with %.4g the slack of the weakest party is "
		    "%.4g, with %.4g it is %.4g. Now it is %.4g.", treaty,
		    scenario, list[0]->key, list[0]->end[DT_TORNADO_LOW].at,
		    list[0]->end[DT_TORNADO_LOW].slack,
		    list[0]->end[DT_TORNADO_HIGH].at,
		    list[0]->end[DT_TORNADO_HIGH].slack, t->middle.slack);
	size_t n = turns(t, list, &names);
	if (n > 0)
		dt_solution_say(s, yes ? "At one of its ends each of these "
		    "alone breaks it: %s." : "At one of its ends each of these "
		    "alone makes it hold: %s.", dt_text_string(&names));
	else
		dt_solution_say(s, yes ? "No end of one alone breaks it." :
		    "No end of one alone makes it hold.");
	if (t->played)
		dt_solution_say(s, "All was played, each end briefly: a slack "
		    "is no less than the true one but for its error, and where "
		    "play does not show a yes it says perhaps.");
	if (t->done < DT_TORNADO_ENDS * t->n)
		dt_solution_say(s, "Interrupted: %zu of %zu ends were not come "
		    "to.", DT_TORNADO_ENDS * t->n - t->done,
		    DT_TORNADO_ENDS * t->n);
	s->failed |= names.failed;
	dt_text_free(&names);
}

static void
draw(const struct dt_tornado *t, const struct dt_tornado_cause **list,
    struct dt_text *svg)
{
	double low[DRAWN_MOST], high[DRAWN_MOST];
	const char *labels[DRAWN_MOST];
	const char *title = dt_arena_print(t->arena, "What matters most: %s "
	    "under %s", t->experiment->scenario->name,
	    t->experiment->scenario->treaty.name);
	size_t n = 0;
	for (; n < t->n && n < DRAWN_MOST && swing_of(t, list[n]) > 0; n++) {
		low[n] = list[n]->end[DT_TORNADO_LOW].slack;
		high[n] = list[n]->end[DT_TORNADO_HIGH].slack;
		labels[n] = dt_arena_print(t->arena, "%s, %.3g to %.3g",
		    list[n]->key, list[n]->end[DT_TORNADO_LOW].at,
		    list[n]->end[DT_TORNADO_HIGH].at);
		svg->failed |= labels[n] == NULL;
	}
	svg->failed |= title == NULL;
	if (svg->failed)
		return;
	struct dt_svg picture = { .title = title, .desc = "A bar a number, "
	    "the widest first: from the slack where it is at its low end to "
	    "where it is at its high end, all others as they are. Below zero "
	    "somebody gains by departing.",
	    .x = { .title = "slack", .unit = "payoff, all rounds to come" } };
	struct dt_svg_tornado tornado = { .n = n, .labels = labels,
		.low = low, .high = high, .middle = t->middle.slack,
		.names = { "at its low end", "at its high end" } };
	dt_svg_tornado(svg, &picture, &tornado);
}

enum dt_status
dt_tornado_tell(struct dt_tornado *t, struct dt_solution *s,
    struct dt_text *svg, struct dt_error *err)
{
	const struct dt_tornado_cause **list = sorted(t);
	if (t->error.status != DT_OK) {
		*err = t->error;
		return err->status;
	}
	if (list == NULL)
		return dt_status_no_memory(err);
	dt_solution_start(s, t->arena, "tornado",
	    t->experiment->scenario->name);
	s->method = t->played ? "one number at a time, played" :
	    "one number at a time, exactly";
	s->config = t->experiment->config;
	say(t, list, s);
	add_table(t, list, s);
	add_middle(t, s);
	if (svg != NULL)
		draw(t, list, svg);
	return DT_OK;
}
