/* compare_tell: treaties side by side, in sentences and tables; see compare.h.
 */
#include "ask/compare.h"

#include <math.h>
#include <string.h>

const char *const dt_compare_words[] = {
	"yes", "yes, but", "perhaps", "no", "never", "not judged", NULL
};

static const char *
engine_of(const struct dt_compare_row *row)
{
	return !row->played ? NULL : dt_engine_words[row->answer->engine];
}

static const char *
reason_of(const struct dt_compare_row *row)
{
	return row->why.message[0] != '\0' ? row->why.message : row->reason;
}

static void
add_figures(struct dt_solution_table *t, const struct dt_compare_row *row)
{
	for (int f = 0; f < DT_COMPARE_COST; f++) {
		enum dt_compare_figure figure = (enum dt_compare_figure)f;
		double value = dt_compare_value(row, figure);
		double low, high;
		dt_compare_interval(row, figure, &low, &high);
		dt_solution_number(t, value);
		dt_solution_number(t, dt_compare_error(row, figure));
		dt_solution_number(t, low);
		dt_solution_number(t, high);
	}
	dt_solution_number(t, dt_compare_value(row, DT_COMPARE_COST));
	dt_solution_text(t, engine_of(row));
	if (row->played && row->answer->engine != DT_ENGINE_CHAIN)
		dt_solution_whole(t, row->answer->summary.runs);
	else
		dt_solution_text(t, NULL);
	dt_solution_text(t, !row->played ? NULL : row->comply ? "compliers" :
	    "the scenario's strategies");
}

/* All of a row in one: for CSV and JSON. */
static void
add_all(const struct dt_compare *c, struct dt_solution *solution)
{
	static const struct dt_solution_head columns[] = {
		{ "treaty", NULL, "" }, { "verdict", NULL, "" },
		{ "kept", NULL, "" }, { "credible", NULL, "" },
		{ "stayed", NULL, "" }, { "part", NULL, "" },
		{ "slack", NULL, "payoff" },
		{ "standard_error", "s.e.", "payoff" },
		{ "off", "may be off", "payoff" }, { "party", NULL, "" },
		{ "departure", NULL, "" }, { "state", NULL, "" },
		{ "method", NULL, "" }, { "states", NULL, "states" },
		{ "pause_share", NULL, "share" },
		{ "pause_share_se", NULL, "share" },
		{ "pause_share_low95", NULL, "share" },
		{ "pause_share_high95", NULL, "share" },
		{ "payoff_per_round", NULL, "payoff" },
		{ "payoff_per_round_se", NULL, "payoff" },
		{ "payoff_per_round_low95", NULL, "payoff" },
		{ "payoff_per_round_high95", NULL, "payoff" },
		{ "monitoring_per_round", NULL, "payoff" },
		{ "engine", NULL, "" }, { "runs", NULL, "runs" },
		{ "played_by", NULL, "" }, { "why", NULL, "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(solution, "comparison",
	    NULL, columns);
	t->hidden = true;
	for (size_t k = 0; k < c->n && c->rows[k]->done; k++) {
		const struct dt_compare_row *row = c->rows[k];
		dt_solution_text(t, row->treaty);
		dt_solution_text(t, dt_compare_words[row->class]);
		for (int p = 0; p < DT_COMPLY_PARTS; p++)
			dt_solution_text(t, row->answers[p]);
		dt_solution_text(t, row->part);
		dt_solution_number(t, row->slack);
		dt_solution_number(t, row->error);
		dt_solution_number(t, row->off);
		dt_solution_text(t, row->party);
		dt_solution_text(t, row->departure);
		dt_solution_text(t, row->state);
		dt_solution_text(t, row->method);
		dt_solution_number(t, row->states);
		add_figures(t, row);
		dt_solution_text(t, reason_of(row));
	}
}

static void
add_verdicts(const struct dt_compare *c, struct dt_solution *solution)
{
	static const struct dt_solution_head columns[] = {
		{ "treaty", NULL, "" }, { "verdict", NULL, "" },
		{ "kept", NULL, "" }, { "credible", "threats", "" },
		{ "stayed", NULL, "" }, { "slack", NULL, "payoff" },
		{ "standard_error", "s.e.", "payoff" },
		{ "party", "weakest", "" }, { "departure", "by", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(solution, "treaties",
	    "Is it kept, are its threats carried out, is it entered and stayed "
	    "in (slack: what the weakest loses by departing; below 0: gains)",
	    columns);
	for (size_t k = 0; k < c->n && c->rows[k]->done; k++) {
		const struct dt_compare_row *row = c->rows[k];
		dt_solution_text(t, row->treaty);
		dt_solution_text(t, dt_compare_words[row->class]);
		for (int p = 0; p < DT_COMPLY_PARTS; p++)
			dt_solution_text(t, row->answers[p]);
		dt_solution_number(t, row->slack);
		dt_solution_number(t, row->error);
		dt_solution_text(t, row->party);
		dt_solution_text(t, row->departure);
	}
}

static void
add_outcomes(const struct dt_compare *c, struct dt_solution *solution)
{
	static const struct dt_solution_head columns[] = {
		{ "treaty", NULL, "" }, { "pause_share", "pause", "share" },
		{ "pause_share_half", "\xc2\xb1", "share" },
		{ "payoff_per_round", "payoff", "payoff" },
		{ "payoff_per_round_half", "\xc2\xb1", "payoff" },
		{ "monitoring_per_round", "verification", "payoff" },
		{ "engine", NULL, "" }, { "method", "judged", "" },
		{ "states", NULL, "states" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(solution, "outcomes",
	    "What it comes to if signers comply: a round, the mean over agents (\xc2\xb1: "
	    "95 % interval, 0 if exact)", columns);
	for (size_t k = 0; k < c->n && c->rows[k]->done; k++) {
		const struct dt_compare_row *row = c->rows[k];
		dt_solution_text(t, row->treaty);
		for (int f = 0; f < DT_COMPARE_COST; f++) {
			enum dt_compare_figure figure =
			    (enum dt_compare_figure)f;
			dt_solution_number(t, dt_compare_value(row, figure));
			dt_solution_number(t, dt_compare_half(row, figure));
		}
		dt_solution_number(t, dt_compare_value(row,
		    DT_COMPARE_COST));
		dt_solution_text(t, engine_of(row));
		dt_solution_text(t, row->method);
		dt_solution_number(t, row->states);
	}
}

/* The names of a class, and a sentence of them if there are any. */
static void
say_class(const struct dt_compare *c, struct dt_solution *solution,
    enum dt_compare_class class, const char *words)
{
	struct dt_text names = { 0 };
	size_t n = 0;
	for (size_t k = 0; k < c->n; k++) {
		const struct dt_compare_row *row = c->rows[k];
		if (!row->done || row->class != class)
			continue;
		dt_text_add(&names, "%s%s", n++ > 0 ? ", " : "", row->treaty);
		if (class == DT_COMPARE_NONE)
			dt_text_add(&names, " (%s)", reason_of(row) ?
			    reason_of(row) : "");
	}
	solution->failed |= names.failed;
	if (n > 0)
		dt_solution_say(solution, "%s (%zu): %s.", words, n,
		    dt_text_string(&names));
	dt_text_free(&names);
}

static bool
ends(const struct dt_experiment *e)
{
	return e->model.continuation_chance >= 1 && e->model.rounds > 1;
}

static void
say(const struct dt_compare *c, struct dt_solution *solution)
{
	static const char *const words[] = {
		"Kept, its threats carried out, entered and stayed in",
		"Kept and stayed in, but not all its threats would be "
		"carried out",
		"Not shown either way", "Not kept, or not stayed in",
		"Never enters into force", "Not judged",
	};
	size_t done = 0;
	for (size_t k = 0; k < c->n; k++)
		done += c->rows[k]->done;
	dt_solution_say(solution, "%s under %zu treat%s, best first.",
	    c->ask->subject, done, done == 1 ? "y" : "ies");
	for (int k = 0; k < DT_COMPARE_CLASSES; k++)
		say_class(c, solution, (enum dt_compare_class)k, words[k]);
	if (c->n > 0 && c->rows[0]->made && ends(&c->rows[0]->experiment))
		dt_solution_say(solution, "All know that it ends after round "
		    "%lld, and near its end little or nothing follows a "
		    "breach; --continuation %.6g judges a game as long in the "
		    "mean without a known end.",
		    (long long)c->rows[0]->experiment.model.rounds,
		    1 - 1 / (double)c->rows[0]->experiment.model.rounds);
	if (done < c->n)
		dt_solution_say(solution, "Interrupted: %zu treat%s not come "
		    "to.", c->n - done, c->n - done == 1 ? "y was" :
		    "ies were");
}

void
dt_compare_tell(const struct dt_compare *c, struct dt_solution *solution)
{
	dt_solution_start(solution, c->ask->catalogue->arena, "compare",
	    c->ask->subject);
	solution->method = "treaties side by side";
	say(c, solution);
	add_all(c, solution);
	add_verdicts(c, solution);
	add_outcomes(c, solution);
	dt_compare_thresholds(c, solution);
}
