/* lasting: judges moments of a race, and tells; see lasting.h. */
#include "verdict/lasting_internal.h"

#include <math.h>
#include <string.h>

#include "engine/world.h"

enum { ROUNDS_MOST = 1200, ROUNDS_ENDLESS = 120, LOOKS = 8 };

struct look {
	int64_t round;
	double leader, oversight, slack;
	enum dt_comply_answer answer;
	bool played, bound;
	const char *party;      /* whose departure binds */
};

struct lasting {
	struct dt_arena *arena;
	const struct dt_experiment *e;
	const struct dt_keeping_request *request;
	struct dt_comply_model model;   /* frozen: with a moment's payoffs */
	struct dt_race_state *path;     /* before each round */
	int64_t rounds;
	double *table;
	struct look *looks;
	size_t n;
};

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
prepare(struct lasting *l, struct dt_error *err)
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
follow(struct lasting *l, struct dt_error *err)
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

static enum dt_status
judge(struct lasting *l, int64_t round, struct look *look,
    struct dt_error *err)
{
	const struct dt_race_state *s = &l->path[round - 1];
	struct dt_comply_verdict v = { 0 };
	*look = (struct look){ .round = round, .leader = s->leader,
	    .bound = s->leader >= l->e->model.terms.from, .slack = NAN,
	    .answer = DT_COMPLY_YES,
	    .oversight = dt_lasting_oversight(&l->model, &l->e->model.race,
	    s) };
	if (!look->bound)
		return DT_OK;
	dt_lasting_freeze(&l->e->model, s, &l->model, l->table);
	enum dt_status status = dt_keeping_judge(&l->model,
	    &l->request->play, &v, err);
	look->answer = v.answer;
	look->played = v.samples > 0;
	look->slack = isfinite(v.slack) ? v.slack : NAN;
	if (status == DT_OK && v.answer == DT_COMPLY_NO)
		look->party = dt_keeping_name(l->e, v.binding.agent);
	dt_comply_verdict_free(&v);
	return status;
}

static bool
same_moment(const struct lasting *l, int64_t a, int64_t b)
{
	const struct dt_race_state *x = &l->path[a - 1], *y = &l->path[b - 1];
	size_t size = l->e->model.n * sizeof(double);
	return memcmp(x->capability, y->capability, size) == 0 &&
	    memcmp(x->misalignment, y->misalignment, size) == 0 &&
	    (x->monopoly != 0) == (y->monopoly != 0);
}

/* Judges a round, and enters it; what has not moved is not judged again. */
static enum dt_status
look_at(struct lasting *l, int64_t round, struct look **look,
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
halve(struct lasting *l, int64_t kept, int64_t *fails, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	while (status == DT_OK && *fails - kept > 1) {
		struct look *look;
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
search(struct lasting *l, int64_t *fails, struct dt_error *err)
{
	struct look *look;
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

static const struct look *
find(const struct lasting *l, int64_t round)
{
	size_t k = 0;
	while (l->looks[k].round != round)
		k++;
	return &l->looks[k];
}

static void
say_date(const struct lasting *l, int64_t fails, struct dt_solution *s)
{
	const char *treaty = l->e->scenario->treaty.name;
	double years = l->e->model.race.years;
	size_t perhaps = 0, played = 0;
	for (size_t k = 0; k < l->n; k++) {
		perhaps += l->looks[k].answer == DT_COMPLY_PERHAPS;
		played += l->looks[k].played;
	}
	if (fails == 0)
		dt_solution_say(s, "%s: in %lld rounds (%.3g years) no moment "
		    "was found at which keeping %s does not pay.", perhaps > 0 ?
		    "Perhaps to the end" : "To the end", (long long)l->rounds,
		    (double)l->rounds * years, treaty);
	else if (fails == 1)
		dt_solution_say(s, "Not at all: frozen as it is at the start, "
		    "%s is not self-enforcing: departing pays %s.", treaty,
		    find(l, 1)->party);
	else
		dt_solution_say(s, "Until round %lld (%.3g years): from round "
		    "%lld on, frozen at a capability of %.4g, %s is not "
		    "self-enforcing: departing pays %s.",
		    (long long)fails - 1, (double)(fails - 1) * years,
		    (long long)fails, find(l, fails)->leader, treaty,
		    find(l, fails)->party);
	dt_solution_say(s, "It is of one run in which all who sign comply, "
	    "seed %llu. %zu of %lld rounds were looked at%s.",
	    (unsigned long long)l->e->model.seed, l->n, (long long)l->rounds,
	    played > 0 ? ", by play: between them it may fail sooner" : "");
	if (perhaps > 0)
		dt_solution_say(s, "Of %zu of them it is not shown.", perhaps);
}

static void
tell_rounds(const struct lasting *l, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "round", NULL, "" }, { "year", NULL, "years" },
		{ "leader", "leader has", "capability" },
		{ "oversight", "least oversight", "share" },
		{ "answer", NULL, "" }, { "slack", NULL, "payoff" },
		{ "party", "who departs", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "rounds",
	    "Moments that were judged:", heads);
	for (int64_t round = 1; round <= l->rounds; round++)
		for (size_t k = 0; k < l->n; k++) {
			const struct look *x = &l->looks[k];
			if (x->round != round)
				continue;
			dt_solution_whole(t, round);
			dt_solution_number(t, (double)(round - 1) *
			    l->e->model.race.years);
			dt_solution_number(t, x->leader);
			dt_solution_number(t, x->oversight);
			dt_solution_text(t, !x->bound ? "not bound yet" :
			    dt_keeping_answers[x->answer]);
			dt_solution_number(t, x->slack);
			dt_solution_text(t, x->party);
		}
}

static void
tell(const struct lasting *l, int64_t fails, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "fails", "first round that fails", "" },
		{ "years", NULL, "years" },
		{ "capability", NULL, "capability" },
		{ "rounds", "rounds of the run", "rounds" },
	};
	dt_solution_start(s, l->arena, "treaty", l->e->scenario->name);
	s->config = l->e->config;
	s->method = "the game of each moment, judged afresh";
	s->no = fails != 0;
	say_date(l, fails, s);
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "date", NULL,
	    heads);
	if (fails > 0)
		dt_solution_whole(t, fails);
	else
		dt_solution_number(t, NAN);
	dt_solution_number(t, fails > 0 ? (double)(fails - 1) *
	    l->e->model.race.years : NAN);
	dt_solution_number(t, fails > 0 ? find(l, fails)->leader : NAN);
	dt_solution_whole(t, l->rounds);
	t->hidden = true;
	tell_rounds(l, s);
}

enum dt_status
dt_lasting_solve(struct dt_arena *arena, const struct dt_experiment *e,
    const struct dt_keeping_request *request, struct dt_solution *solution,
    struct dt_error *err)
{
	struct lasting l = { .arena = arena, .e = e, .request = request };
	int64_t fails = 0;
	enum dt_status status = check(e, err);
	if (status == DT_OK)
		status = prepare(&l, err);
	if (status == DT_OK)
		status = follow(&l, err);
	if (status == DT_OK)
		status = search(&l, &fails, err);
	if (status == DT_OK)
		tell(&l, fails, solution);
	return status;
}
