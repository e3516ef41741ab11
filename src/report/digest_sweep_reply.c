/*
 * digest_sweep_reply: of a sweep whose two axes are two agents' strategies: which
 * is whose best reply to the other's. See digest_internal.h.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

enum { NO, FIRST, SECOND, BOTH, KINDS };

struct replies {
	const struct dt_digest_field *f;
	const char *agent[2];
	double *payoff[2];              /* by field; NAN: no cell */
	uint8_t *kind;
	bool simulated;
};

/* "us" of "agents.us.strategy", or NULL. */
static const char *
agent_of(struct dt_digest *d, const char *key)
{
	static const char before[] = "agents.", after[] = ".strategy";
	size_t n = strlen(key), head = strlen(before), tail = strlen(after);
	if (n <= head + tail || strncmp(key, before, head) != 0 ||
	    strcmp(key + n - tail, after) != 0)
		return NULL;
	return dt_digest_print(d, "%.*s", (int)(n - head - tail), key + head);
}

/* Columns: level on axis 1 and 2, whether it is the first agent, payoff, whether
 * it was played. */
static enum dt_status
take(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct replies *r = to;
	int64_t x = row[0].integer - 1, y = row[1].integer - 1;
	(void)d;
	if (x < 0 || y < 0 || (uint64_t)x >= r->f->columns ||
	    (uint64_t)y >= r->f->rows)
		return DT_OK;
	r->payoff[row[2].integer == 0][(size_t)y * r->f->columns + (size_t)x] =
	    dt_digest_number(&row[3]);
	r->simulated |= row[4].integer != 0;
	return DT_OK;
}

/* Is what the agent has there as much as the most over its own choices? */
static bool
is_best(const struct replies *r, size_t who, size_t x, size_t y)
{
	size_t columns = r->f->columns, n = who == 0 ? columns : r->f->rows;
	double own = r->payoff[who][y * columns + x];
	for (size_t k = 0; k < n; k++) {
		double other = r->payoff[who][who == 0 ? y * columns + k :
		    k * columns + x];
		if (other > own + 1e-9 * (1 + fabs(own)))
			return false;
	}
	return !isnan(own);
}

static bool
make_room(struct dt_digest *d, struct replies *r)
{
	size_t n = r->f->columns * r->f->rows;
	r->kind = dt_arena_new(d->arena, n, sizeof(*r->kind));
	for (size_t who = 0; who < 2; who++) {
		r->payoff[who] = dt_arena_new(d->arena, n,
		    sizeof(*r->payoff[who]));
		for (size_t k = 0; r->payoff[who] != NULL && k < n; k++)
			r->payoff[who][k] = NAN;
	}
	return r->kind != NULL && r->payoff[0] != NULL && r->payoff[1] != NULL;
}

static const struct dt_solution_head heads[] = {
	{ "strategy_1", "axis 1", "" }, { "strategy_2", "axis 2", "" },
	{ "payoff_1", "the first gets", "a round" },
	{ "payoff_2", "the second gets", "a round" },
	{ "best_reply", "best reply", "" },
};

static void
draw(struct dt_digest *d, struct dt_paper_section *s, struct replies *r)
{
	const struct dt_digest_field *f = r->f;
	const char *const names[KINDS] = { "of neither",
	    dt_digest_print(d, "of %s", r->agent[0]),
	    dt_digest_print(d, "of %s", r->agent[1]), "of both" };
	struct dt_paper_figure *figure = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "sweep-%" PRId64 "-replies", f->id), dt_digest_print(d, "Whose best "
	    "reply: %s (axis 1), %s (axis 2)", r->agent[0], r->agent[1]), NULL,
	    heads);
	struct dt_solution_table *t = dt_paper_table(figure);
	for (size_t k = 0; k < f->columns * f->rows; k++) {
		size_t x = k % f->columns, y = k / f->columns;
		r->kind[k] = (uint8_t)(is_best(r, 0, x, y) |
		    is_best(r, 1, x, y) << 1);
		dt_solution_text(t, f->axis[0].labels[x]);
		dt_solution_text(t, f->axis[1].labels[y]);
		dt_solution_number(t, r->payoff[0][k]);
		dt_solution_number(t, r->payoff[1][k]);
		dt_solution_text(t, names[r->kind[k]]);
	}
	struct dt_svg_phase phase = { .columns = f->columns, .rows = f->rows,
		.class = r->kind, .n_classes = KINDS, .names = names };
	struct dt_svg picture = { .title = "Whose best reply it is",
		.desc = "A map of both agents' strategies. Where both reply "
		    "best, neither gains by another strategy of the sweep.",
		.id = dt_paper_letters(d->paper, figure->id),
		.x = { .title = r->agent[0], .labels = f->axis[0].labels },
		.y = { .title = r->agent[1], .labels = f->axis[1].labels } };
	dt_svg_phase(&figure->svg, &picture, &phase);
	dt_paper_say(s, "Best reply: the strategy of this sweep that pays an "
	    "agent most against the other's, by the payoffs of the cells. Where "
	    "it is both agents', the pair is an equilibrium of the choice among "
	    "these strategies.%s", r->simulated ? " Cells that were played have "
	    "errors: near ties are told by detente query DB sweep-best-reply." :
	    "");
}

enum dt_status
dt_digest_sweep_reply(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_field *f)
{
	struct replies r = { .f = f };
	if (f->n_axes != 2)
		return DT_OK;
	for (size_t who = 0; who < 2; who++)
		r.agent[who] = agent_of(d, f->axis[who].key);
	if (r.agent[0] == NULL || r.agent[1] == NULL)
		return DT_OK;
	if (!make_room(d, &r))
		return dt_status_no_memory(d->err);
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){ take,
	    &r }, "SELECT x.level, y.level, a.key = 'agents.' || o.name ||"
	    " '.strategy', o.payoff_per_round, c.engine <> 'chain' FROM"
	    " cell_outcome AS o JOIN cell AS c USING (sweep_id, cell)"
	    " JOIN cell_axis AS x USING (sweep_id, cell)"
	    " JOIN cell_axis AS y USING (sweep_id, cell)"
	    " JOIN sweep_axis AS a ON a.sweep_id = o.sweep_id AND a.axis = 1"
	    " JOIN sweep_axis AS b ON b.sweep_id = o.sweep_id AND b.axis = 2"
	    " WHERE o.sweep_id = %" PRId64 " AND x.axis = 1 AND y.axis = 2 AND"
	    " 'agents.' || o.name || '.strategy' IN (a.key, b.key)", f->id);
	if (status == DT_OK)
		draw(d, s, &r);
	return status;
}
