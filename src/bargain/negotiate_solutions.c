/*
 * negotiate_solutions: where theories of bargaining point among a menu's texts,
 * and how far from there talks ended; see negotiate.h.
 *
 * Of gains as others know them, racing being no agreement; with lotteries over
 * texts too. What talks gave in the mean is as at their start, so that rounds of
 * racing count as distance.
 */
#include "bargain/negotiate.h"

#include <math.h>
#include <string.h>

#include "pact/bargain.h"
#include "pact/power.h"

/* The gains of those at the table alone. */
static double *
points_of(const struct dt_talks_setting *s, struct dt_arena *arena,
    size_t *n)
{
	size_t all = s->stakes->n, k = 0;
	*n = dt_move_count(s->table);
	double *points = dt_arena_new(arena, *n * s->stakes->m,
	    sizeof(*points));
	for (size_t x = 0; points != NULL && x < s->stakes->m; x++)
		for (size_t i = 0; i < all; i++)
			if (dt_move_has(s->table, i))
				points[k++] = s->expected[x * all + i];
	return points;
}

static double *
mean_of(const struct dt_negotiate *g, struct dt_arena *arena, size_t n)
{
	double *mean = dt_arena_new(arena, n, sizeof(*mean));
	size_t k = 0;
	for (size_t i = 0; mean != NULL && i < g->setting->stakes->n; i++) {
		if (!dt_move_has(g->setting->table, i))
			continue;
		for (int64_t r = 0; r < g->runs; r++)
			mean[k] += g->outcomes[r].gain[i] / (double)g->runs;
		k++;
	}
	return mean;
}

enum dt_status
dt_negotiate_points(const struct dt_negotiate *g, struct dt_arena *arena,
    bool lotteries, struct dt_negotiate_points *p, struct dt_error *err)
{
	size_t n;
	*p = (struct dt_negotiate_points){ 0 };
	double *points = points_of(g->setting, arena, &n);
	double *nothing = dt_arena_new(arena, n, sizeof(*nothing));
	p->ideal = dt_arena_new(arena, n, sizeof(*p->ideal));
	p->front = dt_arena_new(arena, g->setting->stakes->m,
	    sizeof(*p->front));
	p->mean = mean_of(g, arena, n);
	if (points == NULL || nothing == NULL || p->ideal == NULL ||
	    p->front == NULL || p->mean == NULL)
		return dt_status_no_memory(err);
	p->problem = (struct dt_bargain){ .parties = n,
	    .n = g->setting->stakes->m, .points = points,
	    .disagreement = nothing, .lotteries = lotteries };
	enum dt_status status = dt_bargain_solutions(&p->problem, arena,
	    p->solution, err);
	if (status == DT_OK)
		status = dt_bargain_ideal(&p->problem, p->ideal, err);
	if (status == DT_OK)
		status = dt_bargain_front(&p->problem, p->front, err);
	if (status == DT_OK)
		status = dt_bargain_waste(&p->problem, p->mean, &p->waste,
		    err);
	return status;
}

/* "X", or "0.45 X + 0.55 Y". */
static const char *
name_of(const struct dt_negotiate *g, struct dt_arena *arena,
    const struct dt_bargain_point *point)
{
	const struct dt_stakes *s = g->setting->stakes;
	const char *all = "";
	if (!point->agreement)
		return "no agreement";
	if (point->chance[point->text] > 1 - 1e-9)
		return s->texts[point->text].name;
	for (size_t x = 0; x < s->m && all != NULL; x++)
		if (point->chance[x] > 1e-9)
			all = dt_arena_print(arena, "%s%s%.3g %s", all,
			    all[0] != '\0' ? " + " : "", point->chance[x],
			    s->texts[x].name);
	return all;
}

static void
add_gains(const struct dt_negotiate *g, struct dt_solution_table *table,
    const double *gains)
{
	for (size_t i = 0, k = 0; i < g->setting->stakes->n; i++)
		if (dt_move_has(g->setting->table, i))
			dt_solution_number(table, gains[k++]);
}

static void
add_points(const struct dt_negotiate *g, const struct dt_negotiate_points *p,
    struct dt_solution_table *table, struct dt_arena *arena)
{
	for (int k = 0; k < DT_BARGAIN_KINDS; k++) {
		const struct dt_bargain_point *point = &p->solution[k];
		dt_solution_text(table, dt_bargain_names[k]);
		dt_solution_text(table, p->problem.lotteries ? "yes" : "no");
		dt_solution_text(table, name_of(g, arena, point));
		dt_solution_number(table, dt_bargain_distance(&p->problem,
		    p->ideal, p->mean, point->utility));
		add_gains(g, table, point->utility);
	}
}

enum dt_status
dt_negotiate_solutions(const struct dt_negotiate *g,
    struct dt_solution *solution, struct dt_error *err)
{
	const struct dt_stakes *s = g->setting->stakes;
	struct dt_negotiate_points p, mixed;
	enum dt_status status = dt_negotiate_points(g, solution->arena,
	    false, &p, err);
	if (status == DT_OK)
		status = dt_negotiate_points(g, solution->arena, true, &mixed,
		    err);
	if (status != DT_OK)
		return status;
	struct dt_solution_table *table = dt_solution_table(solution,
	    "solutions", "Where theories point: gains over racing, payoff a "
	    "round");
	dt_solution_column(table, "solution", NULL, "");
	dt_solution_column(table, "lotteries", NULL, "");
	dt_solution_column(table, "text", NULL, "");
	dt_solution_column(table, "distance", "talks are off", "of ideal "
	    "gains");
	for (size_t i = 0; i < s->n; i++)
		if (dt_move_has(g->setting->table, i))
			dt_solution_column(table, s->names[i], NULL,
			    "payoff a round");
	add_points(g, &p, table, solution->arena);
	add_points(g, &mixed, table, solution->arena);
	dt_solution_text(table, "talks, in the mean");
	dt_solution_text(table, NULL);
	dt_solution_text(table, NULL);
	dt_solution_number(table, 0);
	add_gains(g, table, p.mean);
	dt_solution_say(solution, "Talks leave %.3g on the table: so far could "
	    "the parties' shares of their best gains rise together while "
	    "nobody's falls.", mixed.waste);
	return DT_OK;
}

/* ---- who decides whether a text enters into force ---- */

static size_t
most_signed(const struct dt_negotiate *g)
{
	size_t best = 0;
	int64_t most = -1;
	for (size_t x = 0; x < g->setting->stakes->m; x++) {
		int64_t n = 0;
		for (int64_t k = 0; k < g->runs; k++)
			n += g->outcomes[k].text == x;
		if (n > most) {
			most = n;
			best = x;
		}
	}
	return best;
}

enum dt_status
dt_negotiate_power(const struct dt_negotiate *g, struct dt_solution *solution,
    struct dt_error *err)
{
	const struct dt_talks_setting *s = g->setting;
	size_t text = most_signed(g);
	struct dt_quorum rule = dt_talks_rule(s, text);
	struct dt_power power = { 0 };
	enum dt_status status = dt_power_of(&rule, &power, err);
	if (status != DT_OK)
		return status;
	dt_solution_say(solution, "If all sign '%s', it enters into force at "
	    "the first try with chance %.6g.", s->stakes->texts[text].name,
	    s->enters[text]);
	static const struct dt_solution_head heads[] = {
		{ "party", NULL, "" },
		{ "ratifies", NULL, "chance" },
		{ "banzhaf", "Banzhaf", "share of decisive cases" },
		{ "shapley", "Shapley-Shubik", "chance to be decisive" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(solution, "power",
	    "Who decides on its entry into force", heads);
	for (size_t i = 0; i < s->stakes->n; i++) {
		dt_solution_text(table, s->stakes->names[i]);
		dt_solution_number(table, dt_talks_ratifies(s, i, text));
		dt_solution_number(table, power.banzhaf[i]);
		dt_solution_number(table, power.shapley[i]);
	}
	return DT_OK;
}
