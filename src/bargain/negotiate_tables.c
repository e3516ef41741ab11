/* negotiate_tables: what negotiations came to, as tables; see negotiate.h. */
#include <math.h>
#include <string.h>

#include "bargain/negotiate.h"
#include "verdict/keeping.h"

/* One text's row: how often it entered, and when. */
static void
add_outcome(const struct dt_negotiate *g, struct dt_solution_table *table,
    size_t text)
{
	const struct dt_stakes *s = g->setting->stakes;
	int64_t n = 0, racing = 0;
	for (int64_t k = 0; k < g->runs; k++)
		if (g->outcomes[k].text == text) {
			n++;
			racing += g->outcomes[k].rounds - 1;
		}
	if (n == 0)
		return;
	bool none = text == DT_TALKS_NONE;
	dt_solution_text(table, none ? "no agreement" : s->texts[text].name);
	dt_solution_whole(table, n);
	dt_solution_number(table, (double)n / (double)g->runs);
	dt_solution_number(table, none ? NAN : (double)racing / (double)n);
	dt_solution_text(table, none ? NULL :
	    dt_keeping_answers[s->texts[text].answer]);
}

static void
add_outcomes(const struct dt_negotiate *g, struct dt_solution *solution)
{
	static const struct dt_solution_head heads[] = {
		{ "text", NULL, "" },
		{ "negotiations", "in force", "negotiations" },
		{ "share", NULL, "of negotiations" },
		{ "racing", "raced before", "rounds" },
		{ "holds", NULL, "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(solution,
	    "outcomes", "What entered into force", heads);
	for (size_t x = 0; x < g->setting->stakes->m; x++)
		add_outcome(g, table, x);
	add_outcome(g, table, DT_TALKS_NONE);
}

static double
most(const struct dt_talks_setting *s, size_t i)
{
	double best = 0;
	for (size_t x = 0; x < s->stakes->m; x++)
		if (!s->parties[i].refuses[x])
			best = dt_number_max(best,
			    s->expected[x * s->stakes->n + i]);
	return best;
}

void
dt_negotiate_gain(const struct dt_negotiate *g, size_t i, double *mean,
    double *error)
{
	double n = (double)g->runs, squares = 0;
	*mean = 0;
	for (int64_t k = 0; k < g->runs; k++)
		*mean += g->outcomes[k].gain[i] / n;
	for (int64_t k = 0; k < g->runs; k++) {
		double off = g->outcomes[k].gain[i] - *mean;
		squares += off * off;
	}
	*error = n < 2 ? NAN : sqrt(squares / (n - 1) / n);
}

static void
add_parties(const struct dt_negotiate *g, struct dt_solution *solution)
{
	static const struct dt_solution_head heads[] = {
		{ "party", NULL, "" }, { "negotiator", NULL, "" },
		{ "gain", NULL, "payoff a round" },
		{ "gain_error", "s.e.", "payoff a round" },
		{ "best_gain", "at best", "payoff a round" },
		{ "racing", NULL, "payoff a round" },
		{ "bound", NULL, "of negotiations" },
	};
	const struct dt_talks_setting *s = g->setting;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(solution,
	    "parties", "What talks gain over racing, as at their start",
	    heads);
	for (size_t i = 0; i < s->stakes->n; i++) {
		double gain, error, bound = 0;
		dt_negotiate_gain(g, i, &gain, &error);
		for (int64_t k = 0; k < g->runs; k++)
			bound += g->outcomes[k].joins[i] != 0;
		dt_solution_text(table, s->stakes->names[i]);
		dt_solution_text(table, s->parties[i].own.negotiator.name);
		dt_solution_number(table, gain);
		dt_solution_number(table, error);
		dt_solution_number(table, most(s, i));
		dt_solution_number(table, s->stakes->racing[i]);
		dt_solution_number(table, bound / (double)g->runs);
	}
}

static void
add_texts(const struct dt_negotiate *g, struct dt_solution *solution)
{
	const struct dt_talks_setting *s = g->setting;
	const struct dt_stakes *stakes = s->stakes;
	struct dt_solution_table *table = dt_solution_table(solution, "texts",
	    "What each text gains over racing, others' view: payoff a round");
	dt_solution_column(table, "text", NULL, "");
	dt_solution_column(table, "holds", NULL, "");
	dt_solution_column(table, "pauses", NULL, "share of moves");
	dt_solution_column(table, "error", "s.e. of gains",
	    "payoff a round");
	for (size_t i = 0; i < stakes->n; i++)
		dt_solution_column(table, stakes->names[i], NULL,
		    "payoff a round");
	for (size_t x = 0; x < stakes->m; x++) {
		dt_solution_text(table, stakes->texts[x].name);
		dt_solution_text(table,
		    dt_keeping_answers[stakes->texts[x].answer]);
		dt_solution_number(table, stakes->texts[x].position);
		dt_solution_number(table, stakes->texts[x].error);
		for (size_t i = 0; i < stakes->n; i++)
			dt_solution_number(table,
			    s->expected[x * stakes->n + i]);
	}
	table->hidden = stakes->n > 4 || stakes->m > 40;
}

static void
add_event(const struct dt_stakes *s, struct dt_solution_table *table,
    int64_t number, const struct dt_talks_event *e)
{
	bool home = e->kind == DT_TALKS_RATIFY || e->kind == DT_TALKS_REJECT;
	dt_solution_whole(table, number);
	dt_solution_whole(table, e->round);
	dt_solution_text(table, e->party == DT_TALKS_NONE ? NULL :
	    s->names[e->party]);
	dt_solution_text(table, dt_talks_event_words[e->kind]);
	dt_solution_text(table, e->text == DT_TALKS_NONE ? NULL :
	    s->texts[e->text].name);
	dt_solution_number(table, home ? NAN : e->worth);
	dt_solution_number(table, home ? NAN : e->aspired);
	dt_solution_number(table, home ? e->worth : NAN);
	dt_solution_number(table, home ? e->aspired : NAN);
}

static void
add_events(const struct dt_negotiate *g, struct dt_solution *solution)
{
	static const struct dt_solution_head heads[] = {
		{ "negotiation", NULL, "number" }, { "round", NULL, "round" },
		{ "party", NULL, "" }, { "does", NULL, "" },
		{ "text", NULL, "" },
		{ "worth", NULL, "of its best gain" },
		{ "aspired", "aspires to", "of its best gain" },
		{ "support", NULL, "share at home" },
		{ "chance", NULL, "chance" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(solution,
	    "events", NULL, heads);
	table->hidden = true;
	for (int64_t k = 0; k < g->runs && k < g->setting->keep; k++)
		for (size_t e = 0; e < g->outcomes[k].n_events; e++)
			add_event(g->setting->stakes, table, k + 1,
			    &g->outcomes[k].events[e]);
}

void
dt_negotiate_tables(const struct dt_negotiate *g,
    struct dt_solution *solution)
{
	add_outcomes(g, solution);
	add_parties(g, solution);
	add_texts(g, solution);
	add_events(g, solution);
}
