/*
 * comply_play: departures played, for a verdict; see comply.h.
 *
 * What an agent may do in a round comes to two executed moves, seen as the
 * signal will or for certain; these are played, and what it may intend is
 * worked out from them by the chances of its slips and of its host's stops.
 */
#include "comply/comply_play.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/pool.h"
#include "engine/world.h"

enum {
	LATE = DT_COMPLY_PLAY_LATE, BATCH = DT_COMPLY_PLAY_BATCH
};

struct play {
	const struct dt_comply_model *m;
	struct dt_model model;
	int64_t samples;
	struct dt_comply_play_sheet **sheets;          /* by batch */
	struct dt_world *worlds[BATCH];                 /* by hand of the pool */
};

/* What an agent has from the next round on, discounted by its patience. Runs
 * end by the model's own coin, so what is beyond that is made up for. */
static double
play_on(struct dt_world *w, size_t agent, double ratio)
{
	const struct dt_round *r;
	double sum = 0, weight = 1;
	while ((r = dt_world_step(w)) != NULL) {
		sum += weight * r->payoff[agent];
		weight *= ratio;
	}
	return sum;
}

static double
branch(const struct dt_world *from, size_t agent, double ratio, bool races,
    bool seen)
{
	struct dt_world w = *from;
	w.departs = (struct dt_world_departure){ true, agent, races, seen };
	return play_on(&w, agent, ratio);
}

/* The chance to execute RACE for one that intends a move, its host's move as
 * it turns out in this world. */
static double
race_chance(const struct dt_world *from, size_t agent, bool intends)
{
	const struct dt_model *m = from->model;
	int host = m->agents[agent].host;
	double slip = m->slip_chance, race = intends ? 1 - slip : slip;
	if (host < 0)
		return race;
	struct dt_world w = *from;
	(void)dt_world_step(&w);
	if (dt_move_has(w.round.executed, (size_t)host))
		return race;
	return race * (1 - (double)m->agents[host].enforcement * 0x1p-64);
}

static size_t
key_of(const struct dt_world *w, size_t agent, int stage)
{
	const struct dt_regime *r = &w->regime;
	bool party = dt_move_has(r->parties, agent);
	int64_t strikes = party ? r->strikes[agent] : 0;
	if (strikes > DT_COMPLY_STRIKES)
		strikes = DT_COMPLY_STRIKES;
	return (((size_t)r->phase * (DT_COMPLY_STRIKES + 1) +
	    (size_t)strikes) * 2 + party) *
	    DT_COMPLY_PLAY_STAGES + (size_t)stage;
}

static void
add(struct dt_comply_play_sheet *s, size_t agent, enum dt_chain_departure k,
    size_t key, double worth, double value, double norm)
{
	struct dt_comply_play_tally *t = &s->cell[agent][k][key];
	t->n++;
	t->sum += worth;
	t->squares += worth * worth;
	t->value += value * norm;
	t->norm += norm;
}

/* A public state in which an agent's departures are looked at. */
struct scene {
	const struct play *play;
	struct dt_comply_play_sheet *sheet;
	const struct dt_world *world;   /* before a round */
	int stage;
	double norm;                    /* of a sum, what a round of it is, in
	                                 * a game that ends */
};

/* Departures that all see, where the treaty watches. */
static void
depart_seen(const struct scene *c, size_t i, size_t key, double ratio,
    double value)
{
	double intends = race_chance(c->world, i, true);
	double slips = race_chance(c->world, i, false);
	double rest = branch(c->world, i, ratio, false, true);
	double race = branch(c->world, i, ratio, true, true);
	add(c->sheet, i, DT_CHAIN_OPEN, key, intends * race +
	    (1 - intends) * rest - value, value, c->norm);
	add(c->sheet, i, DT_CHAIN_REFUSE, key, slips * race +
	    (1 - slips) * rest - value, value, c->norm);
}

static void
withdraw(const struct scene *c, size_t i, size_t key, double ratio,
    double value)
{
	struct dt_world stays = *c->world, goes = *c->world;
	dt_regime_notice(&goes.regime, &c->play->model.terms, i);
	add(c->sheet, i, DT_CHAIN_WITHDRAW, key, play_on(&goes, i, ratio) -
	    play_on(&stays, i, ratio), value, c->norm);
}

static void
depart(struct scene *c, size_t i)
{
	const struct dt_model *m = &c->play->model;
	const struct dt_regime *r = &c->world->regime;
	double keep = m->continuation_chance;
	double ratio = keep < 1 ? c->play->m->patience[i] / keep : 1;
	if (keep < 1)
		c->norm = 1 - c->play->m->patience[i];
	bool party = dt_move_has(r->parties, i);
	bool bound = party && r->phase == DT_PHASE_IN_FORCE;
	size_t key = key_of(c->world, i, c->stage);
	double rest = branch(c->world, i, ratio, false, false);
	double race = branch(c->world, i, ratio, true, false);
	double own = race_chance(c->world, i, !bound);
	double other = race_chance(c->world, i, bound);
	double value = own * race + (1 - own) * rest;
	add(c->sheet, i, bound ? DT_CHAIN_SECRET : DT_CHAIN_HOLD, key,
	    (other - own) * (race - rest), value, c->norm);
	if (bound && dt_regime_binds(r, &m->terms))
		depart_seen(c, i, key, ratio, value);
	if (party && !dt_move_has(r->notified, i) && m->terms.may_withdraw)
		withdraw(c, i, key, ratio, value);
}

/* The rounds before the one that is looked at: it is drawn with the weight it
 * has in what agents count. Every fourth of a game that ends is at its end,
 * which is soon looked at and seldom drawn. */
static int64_t
draw_round(const struct dt_model *m, int64_t k)
{
	struct dt_random random;
	double keep = m->continuation_chance;
	dt_random_stream(&random, m->seed, m->experiment, (uint64_t)k,
	    DT_PURPOSES);
	double u = dt_random_unit(&random);
	if (keep < 1)
		return keep > 0 ? (int64_t)floor(log1p(-u) / log(keep)) : 0;
	if (k % 8 == 0)
		return m->rounds - 1;
	if (k % 8 == 1 && m->rounds > LATE)
		return m->rounds - 1 - (int64_t)(1 + u * LATE);
	return (int64_t)(u * (double)m->rounds);
}

/* What compliers have from the start, a round. */
static void
play_through(const struct play *p, struct dt_comply_play_sheet *s,
    struct dt_world *w, int64_t k)
{
	const struct dt_model *m = &p->model;
	const struct dt_round *r;
	double keep = m->continuation_chance, weight[DT_AGENTS_MOST];
	for (size_t i = 0; i < m->n; i++)
		weight[i] = keep < 1 ? 1 - p->m->patience[i] :
		    1 / (double)m->rounds;
	dt_world_begin(w, (uint64_t)k);
	while ((r = dt_world_step(w)) != NULL)
		for (size_t i = 0; i < m->n; i++) {
			s->start[i] += r->payoff[i] * weight[i];
			if (keep < 1)
				weight[i] *= p->m->patience[i] / keep;
		}
}

/* One public state, of a run that goes on to it. */
static void
sample(const struct play *p, struct dt_comply_play_sheet *s,
    struct dt_world *w, int64_t k)
{
	const struct dt_model *m = &p->model;
	double keep = m->continuation_chance;
	int64_t before = draw_round(m, k), left = m->rounds - before;
	struct scene c = { p, s, w,
	    keep < 1 || left > LATE + 1 ? 0 : left > 1 ? 1 : 2,
	    keep < 1 ? NAN : 1 / (double)left };
	dt_world_begin(w, (uint64_t)k);
	for (int64_t t = 0; t < before; t++) {
		(void)dt_world_step(w);
		w->over = false;
	}
	for (uint64_t set = p->m->signers; set != 0; set &= set - 1)
		depart(&c, dt_move_first(set));
	play_through(p, s, w, k);
}

/* Plays a batch of samples. */
static enum dt_status
work(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct play *p = of;
	struct dt_world **w = &p->worlds[turn->hand];
	int64_t batch = (int64_t)turn->item;
	if (*w == NULL)
		*w = dt_world_new(&p->model);
	if (*w == NULL)
		return dt_status_no_memory(err);
	for (int64_t k = batch * p->samples / BATCH;
	    k < (batch + 1) * p->samples / BATCH; k++)
		sample(p, p->sheets[batch], *w, k + 1);
	return DT_OK;
}

static enum dt_status
play_all(struct play *p, int threads, struct dt_error *err)
{
	struct dt_pool_request request = { .n = BATCH, .threads = threads,
		.work = work, .of = p };
	enum dt_status status = dt_pool_run(&request, err);
	for (int i = 0; i < BATCH; i++)
		dt_world_free(p->worlds[i]);
	return status;
}

static void
free_sheets(struct play *p)
{
	for (int b = 0; p->sheets != NULL && b < BATCH; b++)
		dt_memory_free(p->sheets[b]);
	dt_memory_free(p->sheets);
}

enum dt_status
dt_comply_play(const struct dt_comply_model *m, int64_t samples, int threads,
    uint64_t seed, struct dt_comply_verdict *v, struct dt_error *err)
{
	struct play p = { .m = m, .model = m->model, .samples = samples };
	*v = (struct dt_comply_verdict){ .samples = samples };
	p.model.seed = seed;
	if (p.model.continuation_chance < 1)
		p.model.rounds = 0;
	p.sheets = dt_memory_new(BATCH, sizeof(*p.sheets));
	v->room = m->model.n * DT_CHAIN_DEPARTURES * DT_COMPLY_PLAY_KEYS;
	v->cases = dt_memory_new(v->room, sizeof(*v->cases));
	bool good = p.sheets != NULL && v->cases != NULL;
	for (int b = 0; good && b < BATCH; b++)
		good = (p.sheets[b] = dt_memory_new(1,
		    sizeof(*p.sheets[b]))) != NULL;
	enum dt_status status = good ? play_all(&p, threads, err) :
	    dt_status_no_memory(err);
	if (status == DT_OK && !dt_comply_play_judge(p.sheets, m->model.n, v))
		status = dt_status_fail(err, DT_EUSAGE, "what was played adds "
		    "up to no finite payoffs; smaller payoffs, or a smaller "
		    "continuation, will do");
	free_sheets(&p);
	if (!dt_comply_model_enters(m))
		v->answer = DT_COMPLY_NEVER;
	return status;
}
