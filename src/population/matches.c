/* matches: see matches.h. A pair is a piece of work, done by any thread. */
#include "population/matches.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/pool.h"
#include "engine/duel.h"
#include "play/answer.h"

struct work {
	const struct dt_matches_request *request;
	struct dt_matches *out;
	struct dt_model model;          /* the game; agents are each pair's */
	bool duel, alike;               /* seats are alike */
	struct dt_duel_game game;
	struct dt_duel_room **rooms;    /* by hand */
};

/* The n-th pair of i <= j, counted row by row. */
static void
pair_of(size_t item, size_t n, size_t *i, size_t *j)
{
	*i = 0;
	while (item >= n - *i)
		item -= n - (*i)++;
	*j = *i + item;
}

static void
take_duel(const struct dt_duel_answer *a, int side, struct dt_match *m)
{
	*m = (struct dt_match){ .payoff = a->payoff[side],
		.paused = a->paused[side], .first = a->first[side],
		.states = (double)a->states, .exact = true };
	for (int k = 0; k < 4; k++) {
		int own = side == 0 ? k : (k >> 1 & 1) | (k & 1) << 1;
		m->seen[k] = a->seen[own];
		m->after[k] = a->after[side][k];
	}
}

static enum dt_status
by_duel(const struct work *w, const struct dt_pool_turn *turn, size_t i,
    size_t j, struct dt_match m[2], struct dt_error *err)
{
	struct dt_duel_answer a;
	const struct dt_field_one *list = w->out->field->list;
	enum dt_status status = dt_duel_play(w->rooms[turn->hand], &w->game,
	    &list[i].automaton, &list[j].automaton, &a, err);
	if (status != DT_OK)
		return status;
	take_duel(&a, 0, &m[0]);
	take_duel(&a, 1, &m[1]);
	return DT_OK;
}

static void
take_chain(const struct dt_chain_answer *a, size_t states, struct dt_match *m)
{
	for (int side = 0; side < 2; side++)
		m[side] = (struct dt_match){ .payoff = a->agent[side].payoff,
			.paused = a->agent[side].paused, .exact = true,
			.states = (double)states };
}

static void
take_played(const struct dt_summary *s, struct dt_match *m)
{
	for (int side = 0; side < 2; side++)
		m[side] = (struct dt_match){
			.payoff = dt_summary_mean(&s->agent[side].payoff),
			.error = dt_summary_error(&s->agent[side].payoff),
			.paused = dt_summary_mean(&s->agent[side].paused),
			.states = NAN };
}

static void
forget(struct dt_match *m)
{
	m->first = NAN;
	for (int k = 0; k < 4; k++)
		m->seen[k] = m->after[k] = NAN;
}

static enum dt_status
by_long_run(const struct dt_model *model, struct dt_match m[2],
    struct dt_error *err)
{
	struct dt_chain *chain;
	struct dt_chain_answer answer;
	struct dt_chain_limits limits = { .depth = -1 };
	enum dt_status status = dt_chain_build(&chain, model, &limits, err);
	if (status != DT_OK)
		return status;
	status = dt_chain_longrun(chain, &answer, err);
	if (status == DT_OK)
		take_chain(&answer, dt_chain_states(chain), m);
	dt_chain_free(chain);
	return status;
}

static enum dt_status
by_engine(const struct work *w, const struct dt_model *model,
    const struct dt_pool_turn *turn, struct dt_match m[2],
    struct dt_error *err)
{
	struct dt_answer_request request = { .engine = w->request->engine,
		.runs = w->request->repetitions, .programs = true };
	struct dt_answer_choice choice;
	struct dt_answer *answer = dt_memory_new(1, sizeof(*answer));
	if (answer == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_answer_pick(&choice, model, &request, err);
	if (status == DT_OK) {
		status = dt_answer_play(&choice, 1, request.runs, turn->stop,
		    answer, err);
		dt_answer_drop(&choice);
	}
	if (status == DT_OK && answer->engine == DT_ENGINE_CHAIN)
		take_chain(&answer->exact, answer->states, m);
	else if (status == DT_OK)
		take_played(&answer->summary, m);
	dt_memory_free(answer);
	return status;
}

void
dt_matches_seat(struct dt_model *m, struct dt_model_agent *agent,
    const struct dt_field_one *one, size_t seat)
{
	agent->automaton = one->automaton;
	agent->learner = one->learner != NULL ? one->learner[seat] : NULL;
	agent->program = one->program;
	if (one->form != DT_FORM_AUTOMATON)
		m->minds |= dt_move_bit(seat);
	if (one->form == DT_FORM_PROGRAM)
		m->programs |= dt_move_bit(seat);
}

/* Seats 0 and 1 of the game by these two. Each pair has runs of its own. */
static enum dt_status
seat(const struct work *w, const struct dt_pool_turn *turn, size_t i,
    size_t j, struct dt_match m[2], struct dt_error *err)
{
	const struct dt_field_one *list = w->out->field->list;
	struct dt_model model = w->model;
	struct dt_model_agent agents[2] = { w->model.agents[0],
		w->model.agents[1] };
	if (w->duel && list[i].form == DT_FORM_AUTOMATON &&
	    list[j].form == DT_FORM_AUTOMATON)
		return by_duel(w, turn, i, j, m, err);
	model.minds = model.programs = 0;
	dt_matches_seat(&model, &agents[0], &list[i], 0);
	dt_matches_seat(&model, &agents[1], &list[j], 1);
	model.agents = agents;
	model.experiment = 1 + i * w->out->n + j;
	enum dt_status status = w->request->long_run ?
	    by_long_run(&model, m, err) :
	    by_engine(w, &model, turn, m, err);
	if (status == DT_OK) {
		forget(&m[0]);
		forget(&m[1]);
	}
	return status;
}

/* Numbers that are not known in one are not known in the mean. */
static void
mean(struct dt_match *m, const struct dt_match *other)
{
	m->payoff = (m->payoff + other->payoff) / 2;
	m->error = hypot(m->error, other->error) / 2;
	m->paused = (m->paused + other->paused) / 2;
	m->first = (m->first + other->first) / 2;
	for (int k = 0; k < 4; k++) {
		double seen = m->seen[k] + other->seen[k];
		bool one = !(m->seen[k] > 0), two = !(other->seen[k] > 0);
		m->after[k] = one ? other->after[k] : two ? m->after[k] :
		    (m->seen[k] * m->after[k] + other->seen[k] *
		    other->after[k]) / seen;
		m->seen[k] = seen / 2;
	}
	if (m->states < other->states)
		m->states = other->states;
	m->exact = m->exact && other->exact;
}

static enum dt_status
play(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct work *w = of;
	size_t i, j, n = w->out->n;
	struct dt_match m[2], turned[2];
	pair_of(turn->item, n, &i, &j);
	enum dt_status status = seat(w, turn, i, j, m, err);
	if (status == DT_OK && i == j) {
		/* Of the same runs: their errors do not even out. */
		double error = (m[0].error + m[1].error) / 2;
		mean(&m[0], &m[1]);
		m[0].error = error;
	}
	if (status == DT_OK && i != j && !w->alike) {
		status = seat(w, turn, j, i, turned, err);
		if (status == DT_OK) {
			mean(&m[0], &turned[1]);
			mean(&m[1], &turned[0]);
		}
	}
	if (status != DT_OK)
		return status;
	w->out->match[i * n + j] = m[0];
	if (i != j)
		w->out->match[j * n + i] = m[1];
	return DT_OK;
}

static bool
seats_alike(const struct dt_duel_game *g)
{
	return g->payoff[0][0] == g->payoff[0][1] &&
	    g->payoff[1][0] == g->payoff[2][1] &&
	    g->payoff[2][0] == g->payoff[1][1] &&
	    g->payoff[3][0] == g->payoff[3][1];
}

struct dt_model
dt_matches_model(const struct dt_field *field,
    const struct dt_matches_request *r)
{
	struct dt_model model = field->game->model;
	model.seed = r->seed;
	if (!isnan(r->slip)) {
		model.slip_chance = r->slip;
		model.slip = dt_random_threshold(r->slip);
	}
	return model;
}

static void
prepare(struct work *w)
{
	const struct dt_matches_request *r = w->request;
	w->model = dt_matches_model(w->out->field, r);
	bool two = dt_duel_of(&w->model, &w->game);
	w->alike = two && seats_alike(&w->game);
	w->duel = two && !r->long_run && (r->engine == DT_ENGINE_AUTO ||
	    r->engine == DT_ENGINE_CHAIN);
}

static enum dt_status
run(struct work *w, struct dt_error *err)
{
	size_t n = w->out->n;
	struct dt_pool_request pool = { .n = n * (n + 1) / 2,
		.threads = w->request->threads, .stop = w->request->stop,
		.work = play, .of = w };
	enum dt_status status = DT_OK;
	w->rooms = dt_memory_new((size_t)pool.threads, sizeof(*w->rooms));
	if (w->rooms == NULL)
		return dt_status_no_memory(err);
	for (int k = 0; k < pool.threads; k++)
		if ((w->rooms[k] = dt_duel_room_new()) == NULL)
			status = dt_status_no_memory(err);
	if (status == DT_OK)
		status = dt_pool_run(&pool, err);
	for (int k = 0; k < pool.threads; k++)
		dt_duel_room_free(w->rooms[k]);
	dt_memory_free(w->rooms);
	return status;
}

static double
rounds_of(const struct dt_model *m, bool long_run)
{
	double c = m->continuation_chance, n = (double)m->rounds;
	if (long_run)
		return INFINITY;
	if (c >= 1)
		return n;
	return (1 - (m->rounds > 0 ? pow(c, n) : 0)) / (1 - c);
}

enum dt_status
dt_matches_make(const struct dt_field *field,
    const struct dt_matches_request *request, struct dt_arena *arena,
    struct dt_matches *matches, struct dt_error *err)
{
	struct work w = { .request = request, .out = matches };
	*matches = (struct dt_matches){ .n = field->n, .field = field };
	matches->match = dt_arena_new(arena, field->n * field->n,
	    sizeof(*matches->match));
	if (matches->match == NULL && field->n > 0)
		return dt_status_no_memory(err);
	prepare(&w);
	matches->rounds = rounds_of(&w.model, request->long_run);
	enum dt_status status = run(&w, err);
	for (size_t k = 0; status == DT_OK && k < field->n * field->n; k++)
		matches->played += !matches->match[k].exact;
	return status;
}
