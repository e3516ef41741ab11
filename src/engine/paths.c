/* paths: see paths.h. A way is a key of an index: the memories, then what
 * state each automaton is in, then how often each agent has raced. */
#include "engine/paths.h"

#include <string.h>

#include "base/index.h"
#include "base/memory.h"

enum { WORDS = sizeof(double) / sizeof(uint32_t), TOSSED_MOST = 16 };

struct layer {
	struct dt_index ways;
	double *chance;                 /* [way] */
	size_t room;
};

struct walk {
	const struct dt_model *m;
	const struct dt_paths_request *request;
	struct dt_error *err;
	size_t learnt, width;           /* doubles: of memories; in all */
	double *now, *then;             /* a way taken apart */
	double *race, *share;
	size_t walked;
	struct layer layers[2];
};

size_t
dt_paths_memory(const struct dt_model *m, size_t agent)
{
	size_t n = 0;
	for (size_t i = 0; i < agent; i++)
		if (m->agents[i].learner != NULL)
			n += dt_learner_memory(m->agents[i].learner);
	return n;
}

static bool
sees_right(const struct dt_monitor *b)
{
	return b->public_alarm[0][DT_PAUSE] == 0 &&
	    b->public_alarm[0][DT_RACE] == UINT64_MAX &&
	    b->private_alarm[0][DT_PAUSE] == 0 &&
	    b->private_alarm[0][DT_RACE] == 0;
}

static enum dt_status
check(const struct dt_model *m, struct dt_error *err)
{
	if (m->programs != 0)
		return dt_model_refuse(m, "this", err);
	if (m->terms.exists || m->slip != 0 || !sees_right(&m->base))
		return dt_status_fail(err, DT_EUSAGE, "all ways are followed "
		    "of games without treaty, slips and errors of signals: "
		    "add --treaty none --set noise.slip=0; `detente run` "
		    "plays the others");
	for (size_t i = 0; i < m->n; i++)
		if (m->agents[i].host >= 0)
			return dt_status_fail(err, DT_EUSAGE, "all ways are "
			    "followed where no nation polices: '%s' has a "
			    "host", m->agents[i].name);
	return DT_OK;
}

/* The step of an automaton; SIZE_MAX: by lot. */
static size_t
step_of(const struct dt_automaton *a, size_t state, size_t view)
{
	size_t step = a->step[state * a->views + view];
	return step < a->states ? step : SIZE_MAX;
}

static enum dt_status
by_lot(const struct walk *w, size_t agent)
{
	return dt_status_fail(w->err, DT_EUSAGE, "the strategy of '%s' draws "
	    "its next state by lot, and such ways are not followed: `detente "
	    "run` plays it", w->m->agents[agent].name);
}

static double *
states_of(const struct walk *w, double *way)
{
	return way + w->learnt;
}

static double *
counts_of(const struct walk *w, double *way)
{
	return way + w->learnt + w->m->n;
}

static enum dt_status
begin(struct walk *w)
{
	const struct dt_model *m = w->m;
	size_t view = dt_view_index(m->n, 0, false, false, false,
	    DT_PHASE_NONE);
	double *memory = w->then;
	memset(w->then, 0, w->width * sizeof(double));
	for (size_t i = 0; i < m->n; i++) {
		const struct dt_learner_made *made = m->agents[i].learner;
		const struct dt_automaton *a = &m->agents[i].automaton;
		size_t step = made ? 0 : step_of(a, a->states, view);
		if (step == SIZE_MAX)
			return by_lot(w, i);
		states_of(w, w->then)[i] = (double)step;
		if (made == NULL)
			continue;
		made->rule->begin(made, memory, view);
		memory += dt_learner_memory(made);
	}
	return DT_OK;
}

static enum dt_status
add_way(struct walk *w, struct layer *to, double chance)
{
	size_t before = to->ways.n;
	uint32_t id = dt_index_of(&to->ways, (const uint32_t *)w->then);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&to->chance, &to->room,
	    (size_t)id + 1, sizeof(*to->chance)))
		return dt_status_no_memory(w->err);
	if (id == before)
		to->chance[id] = 0;
	to->chance[id] += chance;
	return DT_OK;
}

/* Of a way, the chances to race. */
static void
look(const struct walk *w, double *p)
{
	const struct dt_model *m = w->m;
	const double *memory = w->now;
	for (size_t i = 0; i < m->n; i++) {
		const struct dt_learner_made *made = m->agents[i].learner;
		size_t state = (size_t)states_of(w, w->now)[i];
		p[i] = made ? made->rule->race(made, memory) :
		    dt_random_chance(m->agents[i].automaton.race[state]);
		memory += made ? dt_learner_memory(made) : 0;
	}
}

/* What a round with these racers makes of the way. */
static enum dt_status
move(struct walk *w, uint64_t racers, double chance, struct layer *to)
{
	const struct dt_model *m = w->m;
	double room[DT_AGENTS_MOST], *memory = w->then;
	const double *paid = dt_payoff_of(&m->payoff, racers, room);
	memcpy(w->then, w->now, w->width * sizeof(double));
	for (size_t i = 0; i < m->n; i++) {
		const struct dt_learner_made *made = m->agents[i].learner;
		bool raced = dt_move_has(racers, i);
		uint64_t others = racers & ~dt_move_bit(i);
		size_t view = dt_view_index(m->n, dt_move_count(others),
		    false, raced, false, DT_PHASE_NONE);
		double *state = &states_of(w, w->then)[i];
		counts_of(w, w->then)[i] += raced;
		if (made != NULL) {
			made->rule->observe(made, memory,
			    &(struct dt_learner_saw){ raced, others, paid[i],
			    view });
			memory += dt_learner_memory(made);
			continue;
		}
		size_t step = step_of(&m->agents[i].automaton,
		    (size_t)*state, view);
		if (step == SIZE_MAX)
			return by_lot(w, i);
		*state = (double)step;
	}
	return add_way(w, to, chance);
}

/* Each set of racers that has a chance. */
static enum dt_status
toss(struct walk *w, const double *p, double chance, struct layer *to)
{
	uint64_t sure = 0, open = 0, sub = 0;
	for (size_t i = 0; i < w->m->n; i++) {
		if (p[i] >= 1)
			sure |= dt_move_bit(i);
		else if (p[i] > 0)
			open |= dt_move_bit(i);
	}
	if (dt_move_count(open) > TOSSED_MOST)
		return dt_status_fail(w->err, DT_EUSAGE, "more than %d agents "
		    "move by chance: there are too many ways; `detente run` "
		    "plays them", TOSSED_MOST);
	enum dt_status status = DT_OK;
	do {
		double q = chance;
		for (uint64_t s = open; s != 0; s &= s - 1) {
			size_t i = dt_move_first(s);
			q *= dt_move_has(sub, i) ? p[i] : 1 - p[i];
		}
		status = move(w, sure | sub, q, to);
		sub = (sub - open) & open;
	} while (status == DT_OK && sub != 0);
	return status;
}

static enum dt_status
play_round(struct walk *w, int64_t round, struct layer *from,
    struct layer *to)
{
	size_t n = w->m->n;
	enum dt_status status = DT_OK;
	dt_index_clear(&to->ways);
	for (size_t k = 0; k < from->ways.n && status == DT_OK; k++) {
		double p[DT_AGENTS_MOST];
		memcpy(w->now, from->ways.keys + k * from->ways.width,
		    w->width * sizeof(double));
		look(w, p);
		for (size_t i = 0; i < n; i++)
			w->race[(size_t)(round - 1) * n + i] +=
			    from->chance[k] * p[i];
		status = round <= w->request->n_history ? move(w,
		    w->request->history[round - 1], from->chance[k], to) :
		    toss(w, p, from->chance[k], to);
		if (status == DT_OK && to->ways.n + w->walked > DT_PATHS_MOST)
			return dt_status_fail(w->err, DT_EUSAGE, "there are "
			    "more than %d ways by round %lld: ask for fewer "
			    "rounds; `detente run` plays as many as you like",
			    DT_PATHS_MOST, (long long)round);
	}
	w->walked += to->ways.n;
	return status;
}

static void
count(struct walk *w, const struct layer *last)
{
	size_t n = w->m->n, rounds = (size_t)w->request->rounds;
	for (size_t k = 0; k < last->ways.n; k++) {
		memcpy(w->now, last->ways.keys + k * last->ways.width,
		    w->width * sizeof(double));
		for (size_t i = 0; i < n; i++)
			w->share[i * (rounds + 1) +
			    (size_t)counts_of(w, w->now)[i]] +=
			    last->chance[k];
	}
}

static enum dt_status
walk(struct walk *w, struct dt_paths *paths)
{
	enum dt_status status = begin(w);
	int64_t rounds = w->request->rounds;
	for (int k = 0; k < 2; k++)
		if (!dt_index_start(&w->layers[k].ways, w->width * WORDS))
			return dt_status_no_memory(w->err);
	if (status == DT_OK)
		status = add_way(w, &w->layers[0], 1);
	for (int64_t r = 1; r <= rounds && status == DT_OK; r++)
		status = play_round(w, r, &w->layers[(r - 1) & 1],
		    &w->layers[r & 1]);
	if (status != DT_OK)
		return status;
	const struct layer *last = &w->layers[rounds & 1];
	count(w, last);
	paths->ways = last->ways.n;
	paths->memory = last->ways.n == 1 ? w->now : NULL;
	return DT_OK;
}

enum dt_status
dt_paths_follow(const struct dt_model *m,
    const struct dt_paths_request *request, struct dt_arena *arena,
    struct dt_paths *paths, struct dt_error *err)
{
	struct walk w = { .m = m, .request = request, .err = err };
	size_t rounds = (size_t)request->rounds;
	enum dt_status status = check(m, err);
	if (status != DT_OK)
		return status;
	w.learnt = dt_paths_memory(m, m->n);
	w.width = w.learnt + 2 * m->n;
	w.now = dt_arena_new(arena, w.width, sizeof(double));
	w.then = dt_arena_new(arena, w.width, sizeof(double));
	w.race = dt_arena_new(arena, rounds * m->n, sizeof(double));
	w.share = dt_arena_new(arena, (rounds + 1) * m->n, sizeof(double));
	*paths = (struct dt_paths){ .n = m->n, .rounds = request->rounds,
		.race = w.race, .share = w.share };
	status = w.now && w.then && w.race && w.share ? walk(&w, paths) :
	    dt_status_no_memory(err);
	for (int k = 0; k < 2; k++) {
		dt_index_free(&w.layers[k].ways);
		dt_memory_free(w.layers[k].chance);
	}
	return status;
}
