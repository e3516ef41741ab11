/* evolve_say: what becomes of a population, in sentences. */
#include <math.h>

#include "base/number.h"
#include "population/evolve_tell.h"

enum { NAMED = 5 };             /* in a list of names */

const char *
dt_evolve_mix(const struct dt_evolve *e, const double *x,
    struct dt_solution *s)
{
	struct dt_text text = { 0 };
	bool any = false;
	for (size_t i = 0; i < e->fitness->n; i++) {
		if (!(x[i] > 0))
			continue;
		dt_text_add(&text, any ? " + " : "");
		if (x[i] < 1)
			dt_text_add(&text, "%.4g ", x[i]);
		dt_text_add(&text, "%s", e->fitness->names[i]);
		any = true;
	}
	const char *copy = dt_arena_copy(s->arena, dt_text_string(&text));
	s->failed |= text.failed || copy == NULL;
	dt_text_free(&text);
	return copy != NULL ? copy : "";
}

static const char *
name_of(const struct dt_evolve *e, size_t i)
{
	return e->fitness->names[i];
}

/* "a, b and c", of those that `which` has. */
static size_t
list(const struct dt_evolve *e, const bool *which, struct dt_text *text)
{
	size_t n = 0, done = 0;
	for (size_t i = 0; i < e->fitness->n; i++)
		n += which[i];
	for (size_t i = 0; i < e->fitness->n; i++) {
		if (!which[i] || done == NAMED)
			continue;
		done++;
		dt_text_add(text, "%s%s", done == 1 ? "" : done == n ?
		    " and " : ", ", name_of(e, i));
	}
	if (n > NAMED)
		dt_text_add(text, " and %zu more", n - NAMED);
	return n;
}

/* ---- a finite population ---- */

static size_t
most_of(const double *x, size_t n)
{
	size_t most = 0;
	for (size_t i = 1; i < n; i++)
		if (x[i] > x[most])
			most = i;
	return most;
}

static void
say_chain(const struct dt_evolve *e, struct dt_solution *s)
{
	const struct dt_process *p = &e->request->process;
	size_t top = most_of(e->chain.mean, e->fitness->n);
	dt_solution_say(s, "A population of %lld that mutates with chance %.6g "
	    "plays %s most: by %.6g of it, in the long run.",
	    (long long)p->z, p->mutation, name_of(e, top),
	    e->chain.mean[top]);
}

static void
say_simulated_share(const struct dt_evolve *e, struct dt_solution *s)
{
	const struct dt_process *p = &e->request->process;
	size_t top = most_of(e->simulated_share, e->fitness->n);
	dt_solution_say(s, "A population of %lld that mutates with chance %.6g "
	    "played %s most: by %.4g of it (standard error %.2g), in %lld "
	    "runs of %lld generations.", (long long)p->z, p->mutation,
	    name_of(e, top), e->simulated_share[top],
	    e->simulated_error[top], (long long)e->request->simulate,
	    (long long)e->request->generations);
}

static void
say_rare(const struct dt_evolve *e, struct dt_solution *s)
{
	size_t top = most_of(e->fixation.share, e->fitness->n);
	dt_solution_say(s, "If mutations are rare a population of %lld plays "
	    "%s most: %.6g of the time.", (long long)e->request->process.z,
	    name_of(e, top), e->fixation.share[top]);
}

/* Of two: one over the other. */
static void
say_takeover(const struct dt_evolve *e, size_t mutant, struct dt_solution *s)
{
	double z = (double)e->request->process.z;
	size_t pair = (1 - mutant) * 2 + mutant;
	double chance = e->has_fixation ? exp(e->fixation.log[pair]) :
	    e->simulated[pair].chance;
	double many = e->has_fixation ?
	    exp(e->fixation.log[pair] + log(z)) : z * chance;
	struct dt_text how = { 0 };
	if (chance > 0 || !e->has_fixation)
		dt_text_add(&how, "%.6g", chance);
	else
		dt_text_add(&how, "e^%.6g", e->fixation.log[pair]);
	if (!e->has_fixation)
		dt_text_add(&how, " (standard error %.2g)",
		    e->simulated[pair].error);
	dt_solution_say(s, "One %s takes over a population of %.0f that plays "
	    "%s with chance %s: %.4g times that without selection.",
	    name_of(e, mutant), z, name_of(e, 1 - mutant),
	    dt_text_string(&how), many);
	s->failed |= how.failed;
	dt_text_free(&how);
}

static void
say_process(const struct dt_evolve *e, struct dt_solution *s)
{
	const struct dt_process *p = &e->request->process;
	static const char *const fitness[] = {
		[DT_PROCESS_EXPONENTIAL] = "e to the beta times payoff",
		[DT_PROCESS_PAYOFF] = "the payoff",
		[DT_PROCESS_LINEAR] = "1 - beta + beta times payoff",
	};
	dt_solution_say(s, "%c%s, %s; fitness is %s%s; beta %.6g a unit of "
	    "%s.", dt_process_name(p)[0] - ('a' <= dt_process_name(p)[0]) *
	    ('a' - 'A'), dt_process_name(p) + 1, p->network == NULL ?
	    "all meet all" : p->network->name, fitness[p->map],
	    p->map == DT_PROCESS_PAYOFF && p->background > 0 ?
	    " and a background" : "", p->beta, e->request->unit);
	if (e->no_chain != NULL)
		dt_solution_say(s, "Not exactly: %s.", e->no_chain);
	if (e->has_fixation)
		dt_solution_say(s, "Of rare mutations, what comes to each "
		    "strategy and what leaves it differ by %.1g parts at "
		    "most.", dt_number_max(e->fixation.off, 1e-16));
	if (e->has_chain)
		dt_solution_say(s, "The exact chain has %zu compositions; one "
		    "step of it changes no share by more than %.1g.",
		    e->chain.states, dt_number_max(e->chain.off, 1e-16));
}

static void
say_finite(const struct dt_evolve *e, struct dt_solution *s)
{
	if (e->has_chain)
		say_chain(e, s);
	else if (e->simulated_share != NULL)
		say_simulated_share(e, s);
	if (e->fitness->n == 2 && (e->has_fixation || e->simulated != NULL)) {
		say_takeover(e, 0, s);
		say_takeover(e, 1, s);
	} else if (e->has_fixation)
		say_rare(e, s);
	else if (e->simulated != NULL)
		dt_solution_say(s, "How often one takes over was simulated: "
		    "see below.");
	say_process(e, s);
}

/* ---- a large one ---- */

static void
say_stable(const struct dt_evolve *e, enum dt_stable stable,
    const char *one, const char *many, struct dt_solution *s)
{
	bool which[DT_FITNESS_MOST];
	struct dt_text names = { 0 };
	for (size_t i = 0; i < e->fitness->n; i++)
		which[i] = e->stable[i] == stable;
	size_t n = list(e, which, &names);
	if (n > 0)
		dt_solution_say(s, "%s %s.", dt_text_string(&names),
		    n == 1 ? one : many);
	s->failed |= names.failed;
	dt_text_free(&names);
}

static void
say_mixes(const struct dt_evolve *e, struct dt_solution *s)
{
	size_t stable = 0, mixes = 0, last = 0;
	for (size_t k = 0; k < e->rest.n; k++) {
		const struct dt_rest_point *p = &e->rest.points[k];
		bool is = p->support > 1 && p->stable == DT_STABLE_ESS;
		mixes += p->support > 1;
		stable += is;
		last = is ? k : last;
	}
	if (stable == 1)
		dt_solution_say(s, "The mix %s is evolutionarily stable.",
		    dt_evolve_mix(e, e->rest.points[last].x, s));
	else if (stable > 1)
		dt_solution_say(s, "%zu mixes are evolutionarily stable.",
		    stable);
	if (mixes > 0)
		dt_solution_say(s, "Where mixes rest no share changes by more "
		    "than %.1g a time.", dt_number_max(e->rest.off, 1e-16));
	if (!e->rest.whole)
		dt_solution_say(s, "Mixes of more than two strategies were "
		    "not all looked for.");
	else if (mixes == 0)
		dt_solution_say(s, "No mix of strategies is at rest.");
}

/* The border between two that keep each other out. */
static void
say_border(const struct dt_evolve *e, struct dt_solution *s)
{
	const struct dt_rest *r = &e->rest;
	if (e->fitness->n != 2 || r->n != 3 || r->points[2].free > 0 ||
	    r->points[2].kind != DT_REST_SOURCE)
		return;
	dt_solution_say(s, "%s takes over from a share of %.6g on; below it "
	    "%s does.", name_of(e, 0), r->points[2].x[0], name_of(e, 1));
}

static void
say_path(const struct dt_evolve *e, struct dt_solution *s)
{
	static const char *const rules[] = {
		[DT_DYNAMICS_REPLICATOR] = "replicator dynamics",
		[DT_DYNAMICS_DISCRETE] = "discrete replicator dynamics",
		[DT_DYNAMICS_LOGIT] = "logit dynamics",
		[DT_DYNAMICS_BEST_RESPONSE] = "best response dynamics",
	};
	size_t n = e->fitness->n;
	if (e->path == NULL)
		return;
	dt_solution_say(s, "From %s the %s come to %s at time %.6g.",
	    dt_evolve_mix(e, e->path, s), rules[e->request->dynamics.rule],
	    dt_evolve_mix(e, e->path + (DT_EVOLVE_PATH - 1) * n, s),
	    e->time[DT_EVOLVE_PATH - 1]);
}

static void
say_large(const struct dt_evolve *e, struct dt_solution *s)
{
	size_t stable = 0;
	say_border(e, s);
	say_stable(e, DT_STABLE_ESS, "is evolutionarily stable among these: "
	    "it keeps out every mix of them", "are evolutionarily stable "
	    "among these: each keeps out every mix of them", s);
	say_stable(e, DT_STABLE_NEUTRAL, "is neutrally stable only, no ESS: "
	    "another can drift in", "are neutrally stable only, no ESS: "
	    "others can drift in", s);
	for (size_t i = 0; i < e->fitness->n; i++)
		stable += e->stable[i] == DT_STABLE_ESS ||
		    e->stable[i] == DT_STABLE_NEUTRAL;
	if (stable == 0)
		dt_solution_say(s, "No strategy alone is shown to keep out "
		    "all others.");
	say_mixes(e, s);
}

void
dt_evolve_say(const struct dt_evolve *e, struct dt_solution *s)
{
	if (e->request->finite)
		say_finite(e, s);
	say_path(e, s);
	say_large(e, s);
}
