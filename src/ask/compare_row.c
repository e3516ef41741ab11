/* compare_row: one treaty, judged and played; see compare.h. */
#include "ask/compare_row.h"

#include <math.h>
#include <string.h>

void
dt_compare_row_blame(struct dt_compare_row *row,
    const struct dt_faults *faults)
{
	if (!row->made && faults->n > 0)
		dt_status_fail(&row->why, DT_EINPUT, "%s",
		    faults->list[0].message);
}

/* ---- the verdict, from its tables ---- */

static const struct dt_solution_cell *
cell(const struct dt_solution_table *t, size_t row, const char *column)
{
	for (size_t c = 0; t != NULL && c < t->n_columns; c++)
		if (strcmp(t->columns[c].name, column) == 0 &&
		    row < dt_solution_rows(t))
			return &t->cells[row * t->n_columns + c];
	return NULL;
}

static const char *
word(const struct dt_solution_table *t, size_t row, const char *column)
{
	const struct dt_solution_cell *x = cell(t, row, column);
	return x != NULL && x->kind == DT_SOLUTION_TEXT ? x->text : NULL;
}

static double
number(const struct dt_solution_table *t, size_t row, const char *column)
{
	const struct dt_solution_cell *x = cell(t, row, column);
	return x != NULL && (x->kind == DT_SOLUTION_NUMBER ||
	    x->kind == DT_SOLUTION_WHOLE) ? x->number : NAN;
}

static bool
is(const char *word, const char *other)
{
	return word != NULL && strcmp(word, other) == 0;
}

static enum dt_compare_class
class_of(const struct dt_solution_table *verdict)
{
	const char *holds = word(verdict, 0, "holds");
	if (is(holds, "yes"))
		return is(word(verdict, 0, "perfect"), "yes") ?
		    DT_COMPARE_YES : DT_COMPARE_BUT;
	return is(holds, "no") ? DT_COMPARE_NO : is(holds, "never") ?
	    DT_COMPARE_NEVER : DT_COMPARE_PERHAPS;
}

/* Whether a part has the answer that makes the whole what it is; where all is
 * yes, all do. */
static bool
decides(enum dt_compare_class class, size_t part, const char *answer)
{
	bool threats = part == DT_COMPLY_CREDIBLE;
	return class == DT_COMPARE_NO ? !threats && is(answer, "no") :
	    class == DT_COMPARE_PERHAPS ? !threats && is(answer, "perhaps") :
	    class == DT_COMPARE_BUT ? threats : class == DT_COMPARE_YES;
}

/* Of the parts that decide, the one of least slack. */
static void
read_parts(struct dt_compare_row *row, const struct dt_solution_table *t)
{
	for (size_t k = 0; k < DT_COMPLY_PARTS; k++) {
		row->answers[k] = word(t, k, "answer");
		double slack = number(t, k, "slack");
		if (!decides(row->class, k, row->answers[k]) ||
		    (row->part != NULL && !(slack < row->slack)))
			continue;
		row->part = word(t, k, "part");
		row->slack = slack;
		row->error = number(t, k, "standard_error");
		row->off = number(t, k, "off");
		row->party = word(t, k, "party");
		row->departure = word(t, k, "departure");
		row->state = word(t, k, "state");
		row->method = word(t, k, "method");
		row->states = number(t, k, "states");
		row->reason = word(t, k, "why");
	}
}

/* What decides the whole, where no part has figures of its own. */
static void
read_whole(struct dt_compare_row *row, const struct dt_solution_table *t)
{
	row->part = NULL;
	row->slack = number(t, 0, "slack");
	row->error = number(t, 0, "standard_error");
	row->off = number(t, 0, "cut_error");
	row->party = word(t, 0, "binding_party");
	row->departure = word(t, 0, "binding_departure");
	row->state = word(t, 0, "binding_state");
	row->method = word(t, 0, "method");
	row->states = number(t, 0, "states");
	row->reason = word(t, 0, "why");
}

static void
read_verdict(struct dt_compare_row *row)
{
	const struct dt_solution_table *verdict =
	    dt_solution_find(&row->verdict, "verdict");
	row->class = class_of(verdict);
	read_parts(row, dt_solution_find(&row->verdict, "parts"));
	if (isnan(row->slack))
		read_whole(row, verdict);
}

static enum dt_status
judge(struct dt_compare_row *row, const struct dt_keeping_request *request,
    struct dt_error *err)
{
	enum dt_status status = dt_keeping_solve(&row->arena,
	    &row->experiment, request, &row->verdict, &row->why);
	if (status == DT_ENOMEM || row->verdict.failed)
		return dt_status_no_memory(err);
	row->judged = status == DT_OK;
	if (row->judged)
		read_verdict(row);
	return DT_OK;
}

/* ---- what it comes to ---- */

static enum dt_status
play(struct dt_compare_row *row, const struct dt_keeping_request *request,
    int64_t runs, struct dt_error *err)
{
	struct dt_error none;
	struct dt_answer_choice choice;
	struct dt_answer_request how = { .runs = runs };
	struct dt_comply_model *comply = dt_arena_new(&row->arena, 1,
	    sizeof(*comply));
	row->answer = dt_arena_new(&row->arena, 1, sizeof(*row->answer));
	if (row->answer == NULL || comply == NULL)
		return dt_status_no_memory(err);
	row->comply = dt_keeping_model(&row->arena, &row->experiment,
	    request->patience, comply, &none) == DT_OK;
	struct dt_model *model = row->comply ? &comply->model :
	    &row->experiment.model;
	model->seed = request->play.seed;
	enum dt_status status = dt_answer_pick(&choice, model, &how, err);
	if (status != DT_OK)
		return status;
	status = dt_answer_play(&choice, 1, runs, NULL, row->answer, err);
	row->played = status == DT_OK;
	dt_answer_drop(&choice);
	return status;
}

enum dt_status
dt_compare_row_judge(struct dt_compare_row *row,
    const struct dt_keeping_request *request, int64_t runs,
    struct dt_error *err)
{
	struct dt_error trouble = { 0 };
	enum dt_status status = DT_OK;
	row->class = DT_COMPARE_NONE;
	row->slack = row->error = row->off = row->states = NAN;
	if (row->made) {
		status = judge(row, request, err);
		if (status == DT_OK)
			status = play(row, request, runs, &trouble);
		if (status == DT_ENOMEM)
			return dt_status_no_memory(err);
		if (status != DT_OK && row->judged)
			row->why = trouble;
	}
	row->done = true;
	return DT_OK;
}

/* ---- figures ---- */

static double
exactly(const struct dt_chain_answer *x, enum dt_compare_figure figure)
{
	double sum = 0;
	for (size_t i = 0; i < x->n; i++)
		sum += figure == DT_COMPARE_PAUSE ? x->agent[i].paused :
		    figure == DT_COMPARE_PAYOFF ? x->agent[i].payoff :
		    -x->agent[i].cost;
	return sum / (double)x->n;
}

static double
cost_played(const struct dt_summary *s)
{
	double sum = 0;
	for (size_t i = 0; i < s->n; i++)
		sum -= s->agent[i].sum.cost;
	return sum / (double)s->rounds / (double)s->n;
}

static const struct dt_summary_ratio *
ratio(const struct dt_compare_row *row, enum dt_compare_figure figure)
{
	const struct dt_summary *s = &row->answer->summary;
	return figure == DT_COMPARE_PAUSE ? &s->paused : &s->payoff;
}

static bool
is_exact(const struct dt_compare_row *row)
{
	return row->answer->engine == DT_ENGINE_CHAIN;
}

double
dt_compare_value(const struct dt_compare_row *row,
    enum dt_compare_figure figure)
{
	if (!row->played)
		return NAN;
	if (is_exact(row))
		return exactly(&row->answer->exact, figure);
	return figure == DT_COMPARE_COST ? cost_played(&row->answer->summary) :
	    dt_summary_mean(ratio(row, figure));
}

double
dt_compare_error(const struct dt_compare_row *row,
    enum dt_compare_figure figure)
{
	if (!row->played)
		return NAN;
	return is_exact(row) ? 0 : figure == DT_COMPARE_COST ? NAN :
	    dt_summary_error(ratio(row, figure));
}

double
dt_compare_half(const struct dt_compare_row *row,
    enum dt_compare_figure figure)
{
	if (!row->played)
		return NAN;
	return is_exact(row) ? 0 : figure == DT_COMPARE_COST ? NAN :
	    dt_summary_half_width(ratio(row, figure));
}

void
dt_compare_interval(const struct dt_compare_row *row,
    enum dt_compare_figure figure, double *low, double *high)
{
	bool known = row->played && figure != DT_COMPARE_COST;
	*low = *high = known ? dt_compare_value(row, figure) : NAN;
	if (known && !is_exact(row))
		dt_summary_interval(ratio(row, figure), figure ==
		    DT_COMPARE_PAUSE, low, high);
}
