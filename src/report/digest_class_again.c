/*
 * digest_class_again: the runs of a block, played again with a strategy in one
 * seat; see digest_class.h.
 *
 * One seat plays by the strategy, all others move as they did. The reference
 * engine plays it by the same draws: moves that are the same are seen and
 * answered in the same way.
 */
#include "report/digest_class.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "report/digest_instead.h"

struct player {
	struct dt_digest_class_runs *runs;
	const struct dt_digest_class_run *run;  /* that is played */
	const struct dt_digest_experiment *e;
	struct dt_model model;
};

static enum dt_status
take_move(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_class_runs *p = to;
	struct dt_digest_class_run *last = p->n > 0 ? &p->runs[p->n - 1] : NULL;
	(void)d;
	if (last == NULL || last->experiment != row[0].integer ||
	    last->number != row[1].integer) {
		last = &p->runs[p->n++];
		*last = (struct dt_digest_class_run){ .experiment = row[0].integer,
		    .number = row[1].integer, .group = row[2].integer,
		    .first = p->n_rounds };
	}
	size_t round = (size_t)row[3].integer;
	if (round > last->rounds) {
		last->rounds++;
		p->racers[p->n_rounds++] = 0;
	}
	if (row[5].integer != 0)
		p->racers[p->n_rounds - 1] |=
		    dt_move_bit((size_t)row[4].integer - 1);
	last->moves++;
	last->payoff += dt_digest_number(&row[6]);
	return DT_OK;
}

enum dt_status
dt_digest_class_runs_read(struct dt_digest *d, int64_t block,
    struct dt_digest_class_runs *p)
{
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    dt_digest_take_count, &p->rows }, "SELECT count(*) FROM class_run AS k"
	    " JOIN move AS m USING (experiment_id, run) WHERE k.block = %"
	    PRId64, block);
	if (status != DT_OK)
		return status;
	p->runs = dt_arena_new(d->arena, (size_t)p->rows + 1,
	    sizeof(*p->runs));
	p->racers = dt_arena_new(d->arena, (size_t)p->rows + 1,
	    sizeof(*p->racers));
	if (p->runs == NULL || p->racers == NULL)
		return dt_status_no_memory(d->err);
	return dt_digest_ask(d, (struct dt_digest_taker){ take_move, p },
	    "SELECT k.experiment_id, k.run, k.matching_group, m.round,"
	    " m.agent, m.intended = 'RACE', m.payoff FROM class_run AS k"
	    " JOIN move AS m USING (experiment_id, run) WHERE k.block = %"
	    PRId64 " AND m.agent BETWEEN 1 AND %d ORDER BY k.matching_group,"
	    " k.experiment_id, k.run, m.round, m.agent", block,
	    DT_AGENTS_MOST);
}

/* ---- played again ---- */

/* What the agents of a set earned in the run, by the model at hand. */
static enum dt_status
earn(struct dt_digest *d, struct player *p, uint64_t agents, double *sum)
{
	struct dt_digest_instead_told told = { p->runs->racers + p->run->first,
		p->run->rounds };
	const struct dt_world_outside hook = dt_digest_instead_hook(&told);
	struct dt_world *w = dt_world_new(&p->model);
	if (w == NULL)
		return dt_status_no_memory(d->err);
	w->outside = &hook;
	dt_world_begin(w, (uint64_t)p->run->number);
	*sum = 0;
	for (size_t k = 0; k < p->run->rounds; k++) {
		const struct dt_round *r = dt_world_step(w);
		for (size_t i = 0; r != NULL && i < p->e->n; i++)
			*sum += dt_move_has(agents, i) ? r->payoff[i] : 0;
	}
	dt_world_free(w);
	return DT_OK;
}

static enum dt_status
each_run(struct dt_digest *d, struct player *p, uint64_t agents, size_t slot)
{
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < p->runs->n && status == DT_OK; k++) {
		struct dt_digest_class_run *run = &p->runs->runs[k];
		double one = 0;
		if (run->experiment != p->e->id)
			continue;
		p->run = run;
		status = earn(d, p, agents, &one);
		run->earned[slot] += one;
	}
	return status;
}

enum dt_status
dt_digest_class_again(struct dt_digest *d, struct dt_digest_class_runs *runs,
    struct dt_digest_experiment *e, const char *strategy, size_t slot)
{
	struct player p = { .runs = runs, .e = e };
	struct dt_experiment made;
	bool there = true;
	e->made.model.seed = strtoull(e->seed, NULL, 10);
	if (strategy == NULL) {
		enum dt_status own = dt_digest_instead_fix(d, e, &e->made,
		    e->n, &p.model);
		return own ? own : each_run(d, &p, dt_move_all(e->n), slot);
	}
	enum dt_status status = dt_digest_instead_make(d, runs->catalogue, e,
	    strategy, &made, &there);
	for (size_t i = 0; i < e->n && there && status == DT_OK; i++) {
		status = dt_digest_instead_fix(d, e, &made, i, &p.model);
		if (status == DT_OK)
			status = each_run(d, &p, dt_move_bit(i), slot);
	}
	if (status != DT_OK)
		return status;
	for (size_t k = 0; k < runs->n && !there; k++)
		if (runs->runs[k].experiment == e->id)
			runs->runs[k].earned[slot] = NAN;
	return DT_OK;
}
