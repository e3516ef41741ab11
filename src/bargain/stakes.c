/* stakes: what texts are worth; see stakes.h. */
#include "bargain/stakes.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "base/pool.h"
#include "play/answer.h"
#include "verdict/keeping.h"

/* Beyond these a worth is played: about a second of one processor. */
enum { STATES_MOST = 20000, WORK_MOST = 5000000, WAIT = 200 };

struct valuing {
	struct dt_stakes *stakes;
	const struct dt_stakes_request *request;
};

/* What a game comes to: of each agent, payoff a round. */
struct worth {
	double payoff[DT_AGENTS_MOST];
	double error, in_force, position;
	bool played;
};

static void
read_exact(const struct dt_chain_answer *x, struct worth *w)
{
	w->in_force = x->in_force;
	w->position = 0;
	for (size_t i = 0; i < x->n; i++) {
		w->payoff[i] = x->agent[i].payoff;
		w->position += x->agent[i].paused / (double)x->n;
	}
}

static void
read_played(const struct dt_summary *s, struct worth *w)
{
	w->in_force = (double)s->in_force / (double)s->rounds;
	w->position = dt_summary_mean(&s->paused);
	w->played = true;
	for (size_t i = 0; i < s->n; i++) {
		double error = dt_summary_error(&s->agent[i].payoff);
		w->payoff[i] = dt_summary_mean(&s->agent[i].payoff);
		w->error = dt_number_max(w->error, error);
	}
}

/* By the chain if it is small; else played. */
static enum dt_status
work_out(const struct valuing *v, const struct dt_model *model,
    struct worth *w, struct dt_error *err)
{
	struct dt_answer_choice choice;
	struct dt_answer_request how = { .engine = DT_ENGINE_CHAIN,
	    .runs = v->request->runs, .limits = { .states = STATES_MOST,
	    .work = WORK_MOST } };
	struct dt_answer *answer = dt_memory_new(1, sizeof(*answer));
	if (answer == NULL)
		return dt_status_no_memory(err);
	*w = (struct worth){ 0 };
	enum dt_status status = dt_answer_pick(&choice, model, &how, err);
	if (status == DT_EUSAGE) {
		how.engine = DT_ENGINE_AUTO;
		status = dt_answer_pick(&choice, model, &how, err);
	}
	if (status == DT_OK) {
		status = dt_answer_play(&choice, 1, how.runs,
		    v->request->stop, answer, err);
		if (status == DT_OK && answer->engine == DT_ENGINE_CHAIN)
			read_exact(&answer->exact, w);
		else if (status == DT_OK)
			read_played(&answer->summary, w);
		dt_answer_drop(&choice);
	}
	dt_memory_free(answer);
	return status;
}

/* Those who sign race, whatever the text says. */
static bool
break_it(struct dt_arena *arena, struct dt_comply_model *m)
{
	size_t states = 0;
	for (size_t i = 0; i < m->model.n; i++)
		states = states > m->model.agents[i].automaton.states ?
		    states : m->model.agents[i].automaton.states;
	uint64_t *race = dt_arena_new(arena, states, sizeof(*race));
	for (size_t k = 0; race != NULL && k < states; k++)
		race[k] = UINT64_MAX;
	for (size_t i = 0; i < m->model.n; i++)
		if (dt_move_has(m->signers, i))
			m->model.agents[i].automaton.race = race;
	return race != NULL;
}

static enum dt_status
model_of(const struct valuing *v, struct dt_arena *arena, size_t text,
    struct dt_comply_model *model, struct dt_error *err)
{
	const struct dt_experiment *e = &v->stakes->texts[text].experiment;
	enum dt_status status = dt_keeping_model(arena, e, NULL, model, err);
	if (status != DT_OK)
		return status;
	if (dt_keeping_ends(model))
		*model = dt_keeping_endless(model);
	if (model->model.continuation_chance >= 1)
		return dt_status_fail(err, DT_EUSAGE, "talks take rounds, and "
		    "the game has only one: give --continuation");
	model->model.rounds = 0;
	model->model.seed = v->request->seed;
	return DT_OK;
}

static enum dt_status
judge(const struct valuing *v, const struct dt_comply_model *model,
    struct dt_stakes_text *text, struct dt_error *err)
{
	struct dt_comply_verdict verdict = { 0 };
	struct dt_comply_play_request play = { .seed = v->request->seed,
	    .threads = 1, .work_most = v->request->work };
	enum dt_status status = dt_keeping_judge(model, &play, &verdict, err);
	text->answer = verdict.answer;
	text->holds = verdict.holds;
	text->judged_by_play = verdict.samples > 0;
	dt_comply_verdict_free(&verdict);
	return status;
}

/* What it has who stays out while all others who sign are in: where the text
 * can be in force so. */
static enum dt_status
value_outside(const struct valuing *v, size_t text, size_t agent,
    struct dt_error *err)
{
	struct dt_stakes *s = v->stakes;
	struct dt_arena *arena = &s->arenas[text];
	size_t at = text * s->n + agent;
	struct dt_comply_model model;
	struct worth kept, broken;
	enum dt_status status = model_of(v, arena, text, &model, err);
	if (status != DT_OK)
		return status;
	model.joins[agent] = 0;
	model.signers &= ~dt_move_bit(agent);
	status = work_out(v, &model.model, &kept, err);
	if (status == DT_OK && !break_it(arena, &model))
		status = dt_status_no_memory(err);
	if (status == DT_OK)
		status = work_out(v, &model.model, &broken, err);
	s->outside[at] = kept.payoff[agent];
	s->outside_broken[at] = broken.payoff[agent];
	return status;
}

static enum dt_status
value_outsides(const struct valuing *v, size_t text, struct dt_error *err)
{
	struct dt_stakes *s = v->stakes;
	const struct dt_stakes_text *t = &s->texts[text];
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && i < s->n; i++) {
		uint64_t others = t->signers & ~dt_move_bit(i);
		s->outside[text * s->n + i] = NAN;
		s->outside_broken[text * s->n + i] = NAN;
		if (dt_move_has(t->signers, i) && others != 0 &&
		    dt_terms_suffice(&t->experiment.model.terms, others))
			status = value_outside(v, text, i, err);
	}
	return status;
}

static enum dt_status
value_text(const struct valuing *v, size_t text, struct dt_error *err)
{
	struct dt_stakes *s = v->stakes;
	struct dt_stakes_text *t = &s->texts[text];
	struct dt_comply_model model;
	struct worth kept, broken;
	enum dt_status status = model_of(v, &s->arenas[text], text, &model,
	    err);
	if (status == DT_OK)
		status = judge(v, &model, t, err);
	if (status == DT_OK)
		status = work_out(v, &model.model, &kept, err);
	if (status == DT_OK && !break_it(&s->arenas[text], &model))
		status = dt_status_no_memory(err);
	if (status == DT_OK)
		status = work_out(v, &model.model, &broken, err);
	if (status != DT_OK)
		return status;
	t->played = kept.played || broken.played;
	t->error = dt_number_max(kept.error, broken.error);
	t->in_force = kept.in_force;
	t->position = kept.position;
	memcpy(s->kept + text * s->n, kept.payoff, s->n * sizeof(double));
	memcpy(s->broken + text * s->n, broken.payoff, s->n * sizeof(double));
	return value_outsides(v, text, err);
}

/* The text that most sign. */
static size_t
widest(const struct dt_stakes *s)
{
	size_t best = 0;
	for (size_t k = 1; k < s->m; k++)
		if (dt_move_count(s->texts[k].signers) >
		    dt_move_count(s->texts[best].signers))
			best = k;
	return best;
}

/* Nobody signs, so that all race who would. Then one pauses all the same. */
static enum dt_status
value_race(const struct valuing *v, struct dt_error *err)
{
	struct dt_stakes *s = v->stakes;
	struct dt_comply_model model;
	struct worth w;
	uint64_t never[2] = { 0, 0 };
	enum dt_status status = model_of(v, &s->arenas[s->m], widest(s), &model,
	    err);
	if (status != DT_OK)
		return status;
	for (size_t i = 0; i < s->n; i++)
		model.joins[i] = 0;
	status = work_out(v, &model.model, &w, err);
	memcpy(s->racing, w.payoff, s->n * sizeof(double));
	s->racing_position = w.position;
	s->continuation = model.model.continuation_chance;
	for (size_t i = 0; status == DT_OK && i < s->n; i++) {
		struct dt_automaton *a = &model.model.agents[i].automaton;
		const uint64_t *race = a->race;
		s->alone[i] = s->racing[i];
		if (!dt_move_has(model.signers, i))
			continue;
		a->race = never;
		status = work_out(v, &model.model, &w, err);
		s->alone[i] = w.payoff[i];
		a->race = race;
	}
	return status;
}

static enum dt_status
value_one(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	const struct valuing *v = of;
	struct dt_error why = { 0 };
	if (turn->item == v->stakes->m)
		return value_race(v, err);
	enum dt_status status = value_text(v, turn->item, &why);
	return status == DT_OK ? DT_OK : dt_status_fail(err, status, "%s: %s",
	    v->stakes->texts[turn->item].name, why.message);
}

static enum dt_status
value_all(struct valuing *v, struct dt_error *err)
{
	const struct dt_stakes_request *r = v->request;
	struct dt_pool *pool;
	struct dt_pool_request request = { .n = v->stakes->m + 1,
	    .threads = r->threads, .stop = r->stop, .work = value_one,
	    .of = v };
	enum dt_status status = dt_pool_new(&pool, &request, err);
	for (size_t item = 0; status == DT_OK && item < request.n;) {
		size_t next;
		status = dt_pool_next(pool, WAIT, &next, err);
		item = next == DT_POOL_WAITING ? item : next + 1;
		if (status == DT_OK && r->progress != NULL &&
		    item <= request.n)
			r->progress(r->context, item, request.n);
	}
	dt_pool_free(pool);
	return status;
}

static bool
make_room(struct dt_stakes *s, struct dt_arena *arena)
{
	s->kept = dt_arena_new(arena, s->m * s->n, sizeof(double));
	s->broken = dt_arena_new(arena, s->m * s->n, sizeof(double));
	s->outside = dt_arena_new(arena, s->m * s->n, sizeof(double));
	s->outside_broken = dt_arena_new(arena, s->m * s->n, sizeof(double));
	s->racing = dt_arena_new(arena, s->n, sizeof(double));
	s->alone = dt_arena_new(arena, s->n, sizeof(double));
	s->arenas = dt_memory_new(s->m + 1, sizeof(*s->arenas));
	return s->kept != NULL && s->broken != NULL && s->outside != NULL &&
	    s->outside_broken != NULL && s->racing != NULL &&
	    s->alone != NULL && s->arenas != NULL;
}

enum dt_status
dt_stakes_new(struct dt_stakes *stakes,
    const struct dt_stakes_request *request, struct dt_faults *faults,
    struct dt_error *err)
{
	struct valuing v = { stakes, request };
	clock_t start = clock();
	*stakes = (struct dt_stakes){ 0 };
	enum dt_status status = dt_stakes_texts(stakes, request, faults, err);
	if (status != DT_OK)
		return status;
	const struct dt_model *first = &stakes->texts[0].experiment.model;
	stakes->n = first->n;
	stakes->names = first->terms.names;
	stakes->made_endless = first->continuation_chance >= 1;
	for (size_t i = 0; i < stakes->n; i++)
		if (first->agents[i].nation)
			stakes->nations |= dt_move_bit(i);
	if (!make_room(stakes, request->catalogue->arena))
		return dt_status_no_memory(err);
	status = value_all(&v, err);
	stakes->seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	return status;
}

void
dt_stakes_free(struct dt_stakes *stakes)
{
	for (size_t k = 0; stakes->arenas != NULL && k <= stakes->m; k++)
		dt_arena_free(&stakes->arenas[k]);
	dt_memory_free(stakes->arenas);
	stakes->arenas = NULL;
}
