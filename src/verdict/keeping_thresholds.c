/* keeping_thresholds: how far a treaty holds, one quantity at a time. */
#include "verdict/keeping_internal.h"

#include <math.h>

/* Chains that are judged some thousand times must be small. */
enum { STATES_MOST = 400 };

static const char *const heads[] = {
	"continuation", "miss", "false alarm", "scale of fines and bond",
	"fine added to each finding", "parties",
};

static void
say(struct dt_keeping_telling *t, const struct dt_comply_bound *b)
{
	const char *head = heads[b->quantity];
	const char *text = "";
	double hair = 1e-8 * (b->to - b->from);
	for (size_t k = 0; k < b->n && text != NULL; k++) {
		const char *and = k > 0 ? ", and " : "";
		bool whole = b->low[k] <= b->from && b->high[k] >= b->to;
		/* Nothing but an end of the range: what is found beside it is
		 * what counts as zero. */
		if (!whole && b->high[k] - b->from <= hair)
			text = dt_arena_print(t->arena, "%s%s only %.6g",
			    text, and, b->from);
		else if (!whole && b->to - b->low[k] <= hair)
			text = dt_arena_print(t->arena, "%s%s only %.6g",
			    text, and, b->to);
		else if (whole)
			text = dt_arena_print(t->arena, "%s%s anything from "
			    "%.4g to %.4g", text, and, b->from, b->to);
		else if (b->low[k] <= b->from)
			text = dt_arena_print(t->arena, "%s%s at most %.6g",
			    text, and, b->high[k]);
		else if (b->high[k] >= b->to)
			text = dt_arena_print(t->arena, "%s%s at least %.6g",
			    text, and, b->low[k]);
		else
			text = dt_arena_print(t->arena, "%s%s from %.6g to "
			    "%.6g", text, and, b->low[k], b->high[k]);
	}
	if (text == NULL)
		t->solution->failed = true;
	else if (b->n == 0)
		dt_solution_say(t->solution, "No %s would make it hold, all "
		    "else as it is.", head);
	else
		dt_solution_say(t->solution, "It holds with a %s of%s (now "
		    "%.6g).", head, text, b->now);
}

static void
add(struct dt_solution_table *table, const struct dt_comply_bound *b)
{
	for (size_t k = 0; k < b->n || k == 0; k++) {
		dt_solution_text(table,
		    dt_comply_quantity_words[b->quantity]);
		dt_solution_number(table, b->now);
		dt_solution_number(table, b->n == 0 ? NAN : b->low[k]);
		dt_solution_number(table, b->n == 0 ? NAN : b->high[k]);
		dt_solution_number(table, b->from);
		dt_solution_number(table, b->to);
	}
}

enum dt_status
dt_keeping_thresholds(struct dt_keeping_telling *t, struct dt_error *err)
{
	static const char *const columns[] = { "quantity", "now", "holds_from",
	    "holds_to", "looked_from", "looked_to" };
	if (t->verdict->answer == DT_COMPLY_NEVER)
		return DT_OK;
	if (t->verdict->samples > 0 || t->verdict->states > STATES_MOST) {
		dt_solution_say(t->solution, "Thresholds are found for "
		    "treaties of at most %d states; --vary looks along one "
		    "key.", STATES_MOST);
		return DT_OK;
	}
	struct dt_solution_table *table = dt_solution_table(t->solution,
	    "thresholds", NULL);
	table->hidden = true;
	for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++)
		dt_solution_column(table, columns[c], NULL, "");
	for (int q = 0; q < DT_COMPLY_QUANTITIES; q++) {
		struct dt_chain_limits limits = { .states = 20000,
		    .work = 1000000 };
		struct dt_comply_bound bound;
		enum dt_status status = dt_comply_bound_find(t->model,
		    (enum dt_comply_quantity)q, &limits, &bound, err);
		if (status == DT_ENOMEM)
			return status;
		if (status != DT_OK || !bound.asked)
			continue;
		say(t, &bound);
		add(table, &bound);
	}
	return DT_OK;
}
