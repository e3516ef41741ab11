/* evolve_draw: a phase portrait of two or three strategies, or who takes over
 * whom; see evolve.h. */
#include <math.h>
#include <string.h>

#include "format/diagram.h"
#include "population/evolve_tell.h"

enum {
	PLACES = 60,            /* on a drawn path */
	ROWS = 6,               /* starts of paths: a lattice of so many rows */
	CELLS = 400,            /* of the line of two */
	DRAWN_MOST = 12,        /* strategies on a circle */
};

struct portrait {
	const struct dt_evolve *e;
	struct dt_arena *arena;
	struct dt_svg_mix mix;
	struct dt_svg_mix_path *paths, *lines;
	double *points;
	enum dt_svg_mix_point *kinds;
};

/* From a start on, at times that grow, so that the slow end is seen too. */
static enum dt_status
add_path(struct portrait *p, const double *from, struct dt_error *err)
{
	const struct dt_evolve_request *q = p->e->request;
	size_t n = p->mix.corners;
	bool whole = q->dynamics.rule == DT_DYNAMICS_DISCRETE;
	double least, most, *x = dt_arena_new(p->arena, PLACES * n,
	    sizeof(*x));
	struct dt_dynamics_state *s = dt_dynamics_start(&q->dynamics, from);
	enum dt_status status = x == NULL || s == NULL ?
	    dt_status_no_memory(err) : DT_OK;
	dt_fitness_range(p->e->fitness, &least, &most);
	double unit = most > least && q->dynamics.rule ==
	    DT_DYNAMICS_REPLICATOR ? 1 / (most - least) : 1;
	for (size_t k = 0; status == DT_OK && k < PLACES; k++) {
		double at = (double)k / 12;
		double time = unit * (whole ? (double)k : at * at * 2.5);
		status = dt_dynamics_go(s, time, x + k * n, err);
	}
	dt_dynamics_stop(s);
	if (status == DT_OK)
		p->paths[p->mix.n_paths++] = (struct dt_svg_mix_path){
			PLACES, x };
	return status;
}

/* Of three: from a lattice of starts. */
static enum dt_status
add_paths(struct portrait *p, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	p->paths = dt_arena_new(p->arena, ROWS * ROWS, sizeof(*p->paths));
	if (p->paths == NULL)
		return dt_status_no_memory(err);
	p->mix.paths = p->paths;
	for (size_t i = 0; status == DT_OK && i < ROWS; i++)
		for (size_t j = 0; status == DT_OK && j < ROWS - i; j++) {
			double all = ROWS + .8, x[3] = {
				((double)i + .5) / all,
				((double)j + .6) / all };
			x[2] = 1 - x[0] - x[1];
			status = add_path(p, x, err);
		}
	return status;
}

/* Which way the share of the first of two goes. */
static int
sign_at(const struct portrait *p, double x)
{
	double both[2] = { x, 1 - x }, earned[2], rate[2];
	dt_dynamics_rate(&p->e->request->dynamics, both, earned, rate);
	return fabs(rate[0]) < 1e-12 ? 0 : rate[0] > 0 ? 1 : -1;
}

/* Of two: a stretch on which it goes one way, with some arrows. */
static bool
add_stretch(struct portrait *p, double low, double high, int sign)
{
	size_t arrows = 1 + (size_t)((high - low) * 6);
	for (size_t k = 0; k < arrows; k++) {
		double part = (high - low) / (double)arrows;
		double from = low + part * (double)k, to = from + part;
		double *x = dt_arena_new(p->arena, 6, sizeof(*x));
		if (x == NULL)
			return false;
		for (size_t i = 0; i < 3; i++) {
			double at = (double)i / 2;
			x[2 * i] = sign > 0 ? from + at * part :
			    to - at * part;
			x[2 * i + 1] = 1 - x[2 * i];
		}
		p->paths[p->mix.n_paths++] = (struct dt_svg_mix_path){ 3, x };
	}
	return true;
}

static enum dt_status
add_stretches(struct portrait *p, struct dt_error *err)
{
	double from = 0;
	p->paths = dt_arena_new(p->arena, 2 * CELLS, sizeof(*p->paths));
	if (p->paths == NULL)
		return dt_status_no_memory(err);
	p->mix.paths = p->paths;
	for (size_t k = 0; k < CELLS; k++) {
		double end = (double)(k + 1) / CELLS;
		int sign = sign_at(p, end - .5 / CELLS);
		bool last = k + 1 == CELLS ||
		    sign_at(p, end + .5 / CELLS) != sign;
		if (last && sign != 0 && !add_stretch(p, from, end, sign))
			return dt_status_no_memory(err);
		from = last ? end : from;
	}
	return DT_OK;
}

static enum dt_svg_mix_point
kind_of(const struct dt_rest_point *r)
{
	return r->kind == DT_REST_SINK ? DT_SVG_MIX_SINK :
	    r->kind == DT_REST_SOURCE ? DT_SVG_MIX_SOURCE :
	    r->kind == DT_REST_SADDLE ? DT_SVG_MIX_SADDLE :
	    DT_SVG_MIX_NEUTRAL;
}

/* An edge of rest is a line, of which no point stands out. */
static bool
add_rest(struct portrait *p, const struct dt_rest_point *r)
{
	size_t n = p->mix.corners;
	if (r->free > 0 && r->support == 2) {
		double *ends = dt_arena_new(p->arena, 2 * n, sizeof(*ends));
		size_t end = 0;
		if (ends == NULL)
			return false;
		for (size_t c = 0; c < n; c++)
			if (r->x[c] > 0)
				ends[n * end++ + c] = 1;
		p->lines[p->mix.n_lines++] = (struct dt_svg_mix_path){
			2, ends };
		return true;
	}
	p->kinds[p->mix.n_points] = kind_of(r);
	memcpy(p->points + n * p->mix.n_points++, r->x, n * sizeof(*r->x));
	return true;
}

static enum dt_status
draw_portrait(const struct dt_evolve *e, struct dt_arena *arena,
    struct dt_text *svg, struct dt_error *err)
{
	size_t n = e->fitness->n;
	struct portrait p = { .e = e, .arena = arena, .mix = { .corners = n,
		.names = e->fitness->names } };
	struct dt_svg picture = { .title = "Where a large population goes",
		.desc = "Arrows follow the shares of strategies; circles are "
		    "where they rest, a thick line is an edge of rest.",
		.width = 720, .height = n == 2 ? 220 : 640 };
	p.lines = dt_arena_new(arena, e->rest.n + 1, sizeof(*p.lines));
	p.points = dt_arena_new(arena, (e->rest.n + 1) * n,
	    sizeof(*p.points));
	p.kinds = dt_arena_new(arena, e->rest.n + 1, sizeof(*p.kinds));
	if (p.lines == NULL || p.points == NULL || p.kinds == NULL)
		return dt_status_no_memory(err);
	p.mix.lines = p.lines;
	p.mix.points = p.points;
	p.mix.kinds = p.kinds;
	bool noisy = e->request->dynamics.rule == DT_DYNAMICS_LOGIT;
	/* Sinks last, above what lies close to them; with noise shares rest
	 * elsewhere. */
	for (int sinks = 0; !noisy && sinks < 2; sinks++)
		for (size_t k = 0; k < e->rest.n; k++)
			if ((e->rest.points[k].kind == DT_REST_SINK) ==
			    (sinks == 1) && !add_rest(&p, &e->rest.points[k]))
				return dt_status_no_memory(err);
	enum dt_status status = n == 2 ? add_stretches(&p, err) :
	    add_paths(&p, err);
	if (status == DT_OK)
		dt_svg_mix(svg, &picture, &p.mix);
	return status;
}

/* ---- who takes over whom ---- */

/* Whether selection favours it: by chance in a finite population, by a gain
 * in a large one. */
static bool
takes_over(const struct dt_evolve *e, size_t resident, size_t mutant)
{
	size_t pair = resident * e->fitness->n + mutant;
	if (e->has_fixation)
		return e->fixation.log[pair] >
		    -log((double)e->request->process.z) + 1e-9;
	return dt_stable_invades(e->fitness, resident, mutant,
	    e->rest.same) == DT_STABLE_INVADES;
}

static enum dt_status
draw_graph(const struct dt_evolve *e, struct dt_arena *arena,
    struct dt_text *svg, struct dt_error *err)
{
	size_t n = e->fitness->n, edges = 0;
	struct dt_diagram_node *nodes = dt_arena_new(arena, n, sizeof(*nodes));
	struct dt_diagram_edge *edge = dt_arena_new(arena, n * n,
	    sizeof(*edge));
	struct dt_svg picture = { .title = e->has_fixation ?
	    "Who takes over whom by selection" : "Who invades whom",
	    .desc = e->has_fixation ? "An arrow goes to a mutant that takes "
		"over more often than without selection; with each strategy "
		"its share of time if mutations are rare." : "An arrow goes "
		"to a mutant that gains where all play the other." };
	if (nodes == NULL || edge == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++) {
		double share = e->has_fixation ? e->fixation.share[i] : 0;
		nodes[i] = (struct dt_diagram_node){ .name =
		    e->fitness->names[i], .note = !e->has_fixation ?
		    dt_stable_word(e->stable[i]) :
		    dt_arena_print(arena, "%.3f", share),
		    .shade = share > 2. / 3 ? 2 : share > 1. / 3 };
		if (nodes[i].note == NULL)
			return dt_status_no_memory(err);
		for (size_t j = 0; j < n; j++)
			if (i != j && takes_over(e, i, j))
				edge[edges++] = (struct dt_diagram_edge){
					i, j, "" };
	}
	struct dt_diagram graph = { .name = "evolve", .n_nodes = n,
		.nodes = nodes, .n_edges = edges, .edges = edge };
	dt_diagram_svg(&graph, &picture, svg);
	return DT_OK;
}

enum dt_status
dt_evolve_draw(const struct dt_evolve *e, struct dt_text *svg,
    struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	size_t n = e->fitness->n;
	enum dt_status status = n > DRAWN_MOST ? dt_status_fail(err,
	    DT_EREFUSED, "there is no picture of more than %d strategies",
	    DRAWN_MOST) : n <= 3 ? draw_portrait(e, &arena, svg, err) :
	    draw_graph(e, &arena, svg, err);
	dt_arena_free(&arena);
	return status;
}
