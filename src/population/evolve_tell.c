/* evolve_tell: what becomes of a large population, in tables; see evolve.h. */
#include "population/evolve_tell.h"

#include <math.h>

enum {
	LONG = 24,              /* rows that people still read */
	WIDE = 8,               /* strategies with columns of their own */
};

/* Those that do so to strategy i. */
static void
add_mutants(const struct dt_evolve *e, size_t i,
    enum dt_stable_invasion does, struct dt_solution_table *table)
{
	struct dt_text text = { 0 };
	size_t n = 0;
	for (size_t j = 0; j < e->fitness->n; j++)
		if (j != i && dt_stable_invades(e->fitness, i, j,
		    e->rest.same) == does && n++ < WIDE)
			dt_text_add(&text, "%s%s", n > 1 ? ", " : "",
			    e->fitness->names[j]);
	if (n > WIDE)
		dt_text_add(&text, ", %zu more", n - WIDE);
	dt_solution_text(table, n > 0 ? dt_text_string(&text) : NULL);
	table->solution->failed |= text.failed;
	dt_text_free(&text);
}

static void
tell_strategies(const struct dt_evolve *e, struct dt_solution *s)
{
	const struct dt_solution_head heads[] = {
		{ "strategy", NULL, "" },
		{ "alone", "payoff alone", e->request->unit },
		{ "stable", NULL, "" }, { "is_ess", "ESS", "" },
		{ "is_neutral", "neutral", "" },
		{ "invaded_by", "invaded by", "" },
		{ "drifts_in", "drifts in", "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "strategies",
	    "Each strategy, where all play it (large population)", heads);
	size_t n = e->fitness->n;
	double x[DT_FITNESS_MOST] = { 0 }, earned[DT_FITNESS_MOST];
	table->hidden = n > LONG;
	for (size_t i = 0; i < n; i++) {
		x[i] = 1;
		dt_fitness_of_shares(e->fitness, x, earned);
		x[i] = 0;
		dt_solution_text(table, e->fitness->names[i]);
		dt_solution_number(table, earned[i]);
		dt_solution_text(table, dt_stable_word(e->stable[i]));
		dt_solution_whole(table, e->stable[i] == DT_STABLE_ESS);
		dt_solution_whole(table, e->stable[i] == DT_STABLE_NEUTRAL);
		add_mutants(e, i, DT_STABLE_INVADES, table);
		add_mutants(e, i, DT_STABLE_DRIFTS, table);
	}
}

static void
add_columns(const struct dt_evolve *e, struct dt_solution_table *table)
{
	for (size_t j = 0; j < e->fitness->n; j++)
		dt_solution_column(table, e->fitness->names[j], NULL,
		    "share");
}

static void
tell_rest(const struct dt_evolve *e, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "point", NULL, "" }, { "kind", NULL, "" },
		{ "stable", NULL, "" },
		{ "slowest", "eigenvalue", "1/time" },
		{ "period", NULL, "time" },
		{ "free", "dimension", "" }, { "support", NULL, "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "rest_points",
	    "Where the replicator dynamics rest (eigenvalue: the one with the "
	    "largest real part)", heads);
	table->hidden = e->rest.n > LONG;
	if (e->fitness->n <= WIDE)
		add_columns(e, table);
	for (size_t k = 0; k < e->rest.n; k++) {
		const struct dt_rest_point *p = &e->rest.points[k];
		dt_solution_text(table, dt_evolve_mix(e, p->x, s));
		dt_solution_text(table, dt_rest_word(p->kind));
		dt_solution_text(table, dt_stable_word(p->stable));
		dt_solution_number(table, p->slowest);
		dt_solution_number(table, p->period);
		dt_solution_whole(table, (int64_t)p->free);
		dt_solution_whole(table, (int64_t)p->support);
		for (size_t j = 0; e->fitness->n <= WIDE &&
		    j < e->fitness->n; j++)
			dt_solution_number(table, p->x[j]);
	}
}

static const char *
end_in_words(const struct dt_evolve *e, const struct dt_basin_end *end,
    struct dt_solution *s)
{
	struct dt_text text = { 0 };
	size_t n = 0;
	if (!end->still)
		return "shares still change";
	for (size_t j = 0; j < e->fitness->n; j++)
		if (end->left[j])
			dt_text_add(&text, "%s%s", n++ > 0 ? " + " : "",
			    e->fitness->names[j]);
	const char *copy = dt_arena_copy(s->arena, dt_text_string(&text));
	s->failed |= text.failed || copy == NULL;
	dt_text_free(&text);
	return copy;
}

static void
tell_basins(const struct dt_evolve *e, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "ends_with", "ends with", "" },
		{ "basin", NULL, "share of starts" },
		{ "basin_se", "s.e.", "share of starts" },
	};
	if (!e->has_basin)
		return;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "basins",
	    e->basin.starts == 0 ? "Where all starts end" :
	    "Where starts drawn all over the simplex end", heads);
	for (size_t k = 0; k < e->basin.n; k++) {
		const struct dt_basin_end *end = &e->basin.ends[k];
		dt_solution_text(table, end_in_words(e, end, s));
		dt_solution_number(table, end->share);
		dt_solution_number(table, end->error);
	}
}

static void
tell_path(const struct dt_evolve *e, struct dt_solution *s)
{
	size_t n = e->fitness->n;
	if (e->path == NULL)
		return;
	struct dt_solution_table *table = dt_solution_table(s, "path",
	    NULL);
	struct dt_solution_table *end = dt_solution_table(s, "end",
	    "Shares at the end of the path");
	table->hidden = true;
	end->hidden = n > WIDE;
	dt_solution_column(table, "time", NULL,
	    e->request->dynamics.rule == DT_DYNAMICS_DISCRETE ?
	    "generations" : "1/payoff");
	add_columns(e, table);
	for (size_t k = 0; k < DT_EVOLVE_PATH; k++) {
		dt_solution_number(table, e->time[k]);
		for (size_t j = 0; j < n; j++)
			dt_solution_number(table, e->path[k * n + j]);
	}
	add_columns(e, end);
	for (size_t j = 0; j < n; j++)
		dt_solution_number(end,
		    e->path[(DT_EVOLVE_PATH - 1) * n + j]);
}

/* Of pairs; of two in groups by how many others play the second. */
static void
tell_payoffs(const struct dt_evolve *e, struct dt_solution *s)
{
	const struct dt_fitness *f = e->fitness;
	struct dt_solution_table *table = dt_solution_table(s, "payoffs",
	    f->group == 2 ? "Payoff of the row against the column" :
	    "Payoff of the row by what the others of its group play");
	table->hidden = f->others > WIDE;
	dt_solution_column(table, "strategy", "", "");
	for (size_t way = 0; way < f->others; way++) {
		struct dt_text head = { 0 };
		for (size_t j = 0; f->way != NULL && j < f->n; j++)
			if (f->way[way * f->n + j] > 0)
				dt_text_add(&head, "%s%d %s",
				    head.size > 0 ? " + " : "",
				    f->way[way * f->n + j], f->names[j]);
		dt_solution_column(table, f->way == NULL ? f->names[way] :
		    dt_arena_copy(s->arena, dt_text_string(&head)), NULL,
		    e->request->unit);
		s->failed |= head.failed;
		dt_text_free(&head);
	}
	for (size_t i = 0; i < f->n; i++) {
		dt_solution_text(table, f->names[i]);
		for (size_t way = 0; way < f->others; way++)
			dt_solution_number(table,
			    f->payoff[i * f->others + way]);
	}
}

void
dt_evolve_tell(const struct dt_evolve *e, struct dt_solution *s)
{
	s->method = "exact where not said otherwise";
	dt_evolve_say(e, s);
	if (e->request->finite)
		dt_evolve_tell_finite(e, s);
	tell_path(e, s);
	tell_strategies(e, s);
	tell_rest(e, s);
	tell_basins(e, s);
	tell_payoffs(e, s);
}
