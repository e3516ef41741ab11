/* brief_words: what it came to, what it costs, and what is assumed; see
 * brief_internal.h. */
#include "report/brief_internal.h"

#include <inttypes.h>
#include <math.h>

#include "base/number.h"
#include "format/table.h"
#include "play/figure.h"

enum { WORDS_MOST = 260, AGENTS_SHOWN = 8, NAME_MOST = 22 };

void
dt_brief_came_to(struct dt_brief *b, const struct dt_summary *s)
{
	double all = dt_summary_mean(&s->all_paused);
	if (b->answer.n >= DT_BRIEF_LINES)
		return;
	dt_brief_add(b, &b->answer, WORDS_MOST, "Played as the scenario says, "
	    "all pause in %.3g%% of rounds; the mean payoff is %.4g a round "
	    "(%" PRId64 " runs).", 100 * all, dt_summary_mean(&s->payoff),
	    s->runs);
	if (b->answer.n < DT_BRIEF_LINES && s->entered > 0)
		dt_brief_add(b, &b->answer, WORDS_MOST, "The treaty is in "
		    "force in %.3g%% of rounds; a first breach comes in %.3g%% "
		    "of runs, and it ends in %.3g%%.",
		    100 * (double)s->in_force / (double)s->rounds,
		    100 * (double)s->breached / (double)s->runs,
		    100 * (double)s->ended / (double)s->runs);
}

static const struct dt_solution_head heads[] = {
	{ "agent", NULL, "" }, { "pause_share", "paused", "share" },
	{ "payoff_per_round", "payoff", "a round" },
	{ "payoff_without", "without treaty", "a round" },
	{ "monitoring_per_round", "monitoring", "a round" },
	{ "fines_per_round", "fines", "a round" },
	{ "transfers_per_round", "transfers", "a round" },
	{ "findings_wrong_per_run", "found wrongly", "a run" },
};

static double
a_round(const struct dt_summary *s, size_t agent,
    enum dt_store_figure_agent figure)
{
	return dt_figure_agent[figure].played(s, agent) *
	    (double)s->runs / (double)s->rounds;
}

static void
add_row(struct dt_brief *b, const struct dt_summary *s,
    const struct dt_summary *without, size_t i)
{
	struct dt_text name = { 0 };
	struct dt_solution_table *t = b->costs;
	dt_table_clip(b->request->experiment->model.agents[i].name, NAME_MOST,
	    &name);
	dt_solution_text(t, dt_text_string(&name));
	dt_text_free(&name);
	dt_solution_number(t, dt_summary_mean(&s->agent[i].paused));
	dt_solution_number(t, dt_summary_mean(&s->agent[i].payoff));
	dt_solution_number(t, without == NULL ? NAN :
	    dt_summary_mean(&without->agent[i].payoff));
	dt_solution_number(t, a_round(s, i, DT_FIGURE_MONITORING));
	dt_solution_number(t, a_round(s, i, DT_FIGURE_FINES));
	dt_solution_number(t, a_round(s, i, DT_FIGURE_TRANSFERS));
	dt_solution_number(t, dt_figure_agent[DT_FIGURE_FINDINGS_WRONG].
	    played(s, i));
}

/* Of all agents together, a round. */
static double
sum_of(const struct dt_summary *s, enum dt_store_figure_agent figure)
{
	double sum = 0;
	for (size_t i = 0; i < s->n; i++)
		sum += a_round(s, i, figure);
	return sum;
}

void
dt_brief_cost(struct dt_brief *b, const struct dt_summary *s,
    const struct dt_summary *without)
{
	size_t shown = s->n < AGENTS_SHOWN ? s->n : AGENTS_SHOWN;
	b->costs = DT_SOLUTION_TABLE(&b->tables, "costs",
	    "What each pays and gets", heads);
	for (size_t i = 0; i < shown; i++)
		add_row(b, s, without, i);
	dt_brief_add(b, &b->cost_words, WORDS_MOST, "A round costs all agents "
	    "together %.4g of payoff in monitoring and %.4g in fines; innocent "
	    "rounds are found %.3g times in a run.",
	    sum_of(s, DT_FIGURE_MONITORING), sum_of(s, DT_FIGURE_FINES),
	    dt_figure_game[DT_CELL_FINDINGS_WRONG].played(s, 0));
	if (shown < s->n)
		dt_brief_add(b, &b->cost_words, WORDS_MOST, "%zu more agents "
		    "are counted in these sums, and not in the table.",
		    s->n - shown);
}

static void
assume_length(struct dt_brief *b, const struct dt_model *m)
{
	if (m->continuation_chance < 1)
		dt_brief_add(b, &b->assumed, WORDS_MOST, "Each round is "
		    "followed by another with chance %.6g: that is also how "
		    "much a later round weighs.", m->continuation_chance);
	else
		dt_brief_add(b, &b->assumed, WORDS_MOST, "All know that the "
		    "game ends after round %" PRId64 "; each round weighs the "
		    "same.", m->rounds);
}

static void
assume_signals(struct dt_brief *b, const struct dt_model *m)
{
	if (!m->terms.exists)
		return;
	dt_brief_add(b, &b->assumed, WORDS_MOST, "Signals err as the treaty "
	    "says: an observer sees a breach with chance %.4g a round, and "
	    "takes a pause for one with chance %.4g.",
	    dt_monitor_detection(&m->terms.monitor),
	    dt_monitor_false_alarm(&m->terms.monitor));
}

void
dt_brief_assumed(struct dt_brief *b)
{
	const struct dt_experiment *e = b->request->experiment;
	const struct dt_model *m = &e->model;
	const struct dt_payoff_text *payoffs = m->payoff.text;
	dt_brief_add(b, &b->assumed, WORDS_MOST, "Payoffs are those of %s%s%s, "
	    "the same in every round, and known to all.", payoffs->name,
	    payoffs->title[0] ? ": " : "", payoffs->title);
	assume_length(b, m);
	assume_signals(b, m);
	dt_brief_add(b, &b->assumed, WORDS_MOST, m->slip_chance > 0 ?
	    "A move that was not meant is made with chance %.4g." :
	    "No move is made that was not meant.", m->slip_chance);
	dt_brief_add(b, &b->assumed, WORDS_MOST, "In what was played, each "
	    "follows the strategy of the scenario; in the verdict, those who "
	    "sign comply, and one departs at a time.");
}

void
dt_brief_add(struct dt_brief *b, struct dt_brief_list *list, size_t most,
    const char *format, ...)
{
	va_list args;
	struct dt_text whole = { 0 }, cut = { 0 };
	if (list->n == DT_BRIEF_ITEMS)
		return;
	va_start(args, format);
	dt_text_add_list(&whole, format, args);
	va_end(args);
	dt_table_clip(dt_text_string(&whole), most, &cut);
	const char *item = whole.failed || cut.failed ? NULL :
	    dt_arena_copy(b->arena, dt_text_string(&cut));
	b->failed |= item == NULL;
	if (item != NULL)
		list->items[list->n++] = item;
	dt_text_free(&whole);
	dt_text_free(&cut);
}
