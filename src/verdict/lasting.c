/* lasting: judges moments of a race; see lasting.h. */
#include "verdict/lasting_internal.h"

#include <math.h>
#include <string.h>

#include "engine/world.h"

enum { ROUNDS_MOST = 1200, ROUNDS_ENDLESS = 120, LOOKS = 8 };

static enum dt_status
check(const struct dt_experiment *e, struct dt_error *err)
{
	const struct dt_terms *t = &e->model.terms;
	if (e->model.n > DT_PAYOFF_TABLE_MOST)
		return dt_status_fail(err, DT_EUSAGE, "until when a treaty "
		    "holds in a race is answered for up to %d agents",
		    DT_PAYOFF_TABLE_MOST);
	if (t->cap > 0 || t->compute > 0)
		return dt_status_fail(err, DT_EUSAGE, "a treaty that binds "
		    "some parties and not others (obligation.cap, compute) is "
		    "not judged: play it by `detente run`");
	return DT_OK;
}

/* The game without its race, in which signers comply and no end is known. */
static enum dt_status
prepare(struct dt_lasting *l, struct dt_error *err)
{
	struct dt_experiment *still = dt_arena_new(l->arena, 1,
	    sizeof(*still));
	if (still == NULL)
		return dt_status_no_memory(err);
	*still = *l->e;
	still->model.race.exists = false;
	enum dt_status status = dt_keeping_model(l->arena, still,
	    l->request->patience, &l->model, err);
	if (status == DT_OK && l->model.model.continuation_chance >= 1)
		l->model = dt_keeping_endless(&l->model);
	return status;
}

/* A run in which all who sign comply, as it was before each round. */
static enum dt_status
follow(struct dt_lasting *l, struct dt_error *err)
{
	struct dt_model model = l->e->model;
	model.agents = l->model.model.agents;
	model.minds = l->model.model.minds;
	model.programs = l->model.model.programs;
	int64_t most = model.rounds == 0 ? ROUNDS_ENDLESS :
	    model.rounds < ROUNDS_MOST ? model.rounds : ROUNDS_MOST;
	model.continuation = UINT64_MAX;
	model.rounds = most;
	model.race.ends = false;
	l->path = dt_arena_new(l->arena, (size_t)most, sizeof(*l->path));
	l->looks = dt_arena_new(l->arena, (size_t)most, sizeof(*l->looks));
	l->table = dt_arena_new(l->arena, ((size_t)1 << model.n) * model.n,
	    sizeof(*l->table));
	struct dt_world *w = dt_world_new(&model);
	if (w == NULL || l->path == NULL || l->looks == NULL ||
	    l->table == NULL) {
		dt_world_free(w);
		return dt_status_no_memory(err);
	}
	dt_world_begin(w, 1);
	do {
		l->path[l->rounds++] = w->race;
	} while (dt_world_step(w) != NULL && l->rounds < most && !w->over);
	enum dt_status status = w->failed;
	dt_world_free(w);
	return status;
}

/* Of the two that say whether it is kept, the one that decides. */
static const struct dt_comply_finding *
least_of(const struct dt_comply_verdict *v)
{
	const struct dt_comply_finding *kept = &v->part[DT_COMPLY_KEPT],
	    *stayed = &v->part[DT_COMPLY_STAYED];
	return stayed->slack < kept->slack ? stayed : kept;
}

static enum dt_status
judge(struct dt_lasting *l, int64_t round, struct dt_lasting_look *look,
    struct dt_error *err)
{
	const struct dt_race_state *s = &l->path[round - 1];
	struct dt_comply_verdict v = { 0 };
	*look = (struct dt_lasting_look){ .round = round, .leader = s->leader,
	    .bound = s->leader >= l->e->model.terms.from, .slack = NAN,
	    .error = NAN, .answer = DT_COMPLY_YES, .threats = DT_COMPLY_YES,
	    .oversight = dt_lasting_oversight(&l->model, &l->e->model.race,
	    s) };
	if (!look->bound)
		return DT_OK;
	dt_lasting_freeze(&l->e->model, s, &l->model, l->table);
	enum dt_status status = dt_keeping_judge(&l->model,
	    &l->request->play, &v, err);
	look->answer = v.answer;
	look->played = v.samples > 0;
	const struct dt_comply_finding *least = least_of(&v);
	look->slack = isfinite(v.slack) ? v.slack : NAN;
	look->error = look->played ? least->error : NAN;
	look->threats = v.part[DT_COMPLY_CREDIBLE].answer;
	look->threat_worth = -v.part[DT_COMPLY_CREDIBLE].slack;
	look->threat_error = v.part[DT_COMPLY_CREDIBLE].error;
	if (status == DT_OK && v.answer == DT_COMPLY_NO)
		look->party = dt_keeping_name(l->e, v.binding.agent);
	dt_comply_verdict_free(&v);
	return status;
}

static bool
same_moment(const struct dt_lasting *l, int64_t a, int64_t b)
{
	const struct dt_race_state *x = &l->path[a - 1], *y = &l->path[b - 1];
	size_t size = l->e->model.n * sizeof(double);
	return memcmp(x->capability, y->capability, size) == 0 &&
	    memcmp(x->misalignment, y->misalignment, size) == 0 &&
	    (x->monopoly != 0) == (y->monopoly != 0);
}

/* Judges a round, and enters it; what has not moved is not judged again. */
static enum dt_status
look_at(struct dt_lasting *l, int64_t round, struct dt_lasting_look **look,
    struct dt_error *err)
{
	*look = &l->looks[l->n];
	for (size_t k = l->n; k-- > 0;)
		if (same_moment(l, l->looks[k].round, round)) {
			**look = l->looks[k];
			(*look)->round = round;
			l->n++;
			return DT_OK;
		}
	enum dt_status status = judge(l, round, *look, err);
	l->n += status == DT_OK;
	return status;
}

static enum dt_status
halve(struct dt_lasting *l, int64_t kept, int64_t *fails, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	while (status == DT_OK && *fails - kept > 1) {
		struct dt_lasting_look *look;
		int64_t middle = kept + (*fails - kept) / 2;
		status = look_at(l, middle, &look, err);
		if (status == DT_OK && look->answer == DT_COMPLY_NO)
			*fails = middle;
		else
			kept = middle;
	}
	return status;
}

/* The first round that fails; 0: none that was looked at. */
static enum dt_status
search(struct dt_lasting *l, int64_t *fails, struct dt_error *err)
{
	struct dt_lasting_look *look;
	int64_t step = 1, kept = 0;
	*fails = 0;
	for (int64_t t = 1; t <= l->rounds; t += step) {
		enum dt_status status = look_at(l, t, &look, err);
		if (status != DT_OK)
			return status;
		if (look->answer == DT_COMPLY_NO) {
			*fails = t;
			return halve(l, kept, fails, err);
		}
		kept = t;
		if (look->played && step == 1)
			step = (l->rounds + LOOKS - 1) / LOOKS;
	}
	return DT_OK;
}

enum dt_status
dt_lasting_solve(struct dt_arena *arena, const struct dt_experiment *e,
    const struct dt_keeping_request *request, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_lasting l = { .arena = arena, .e = e, .request = request };
	int64_t fails = 0;
	enum dt_status status = check(e, err);
	if (status == DT_OK)
		status = prepare(&l, err);
	if (status == DT_OK)
		status = follow(&l, err);
	if (status == DT_OK)
		status = search(&l, &fails, err);
	if (status == DT_OK)
		dt_lasting_tell(&l, fails, solution);
	return status;
}
