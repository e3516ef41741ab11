/* keeping_tell: the verdict on a treaty in sentences; see keeping.h. */
#include "verdict/keeping_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* "Anthropic, in force, two strikes" and when, in a game that ends. */
static const char *
whereabouts(const struct dt_keeping_telling *t,
    const struct dt_comply_case *one)
{
	bool played = t->verdict->samples > 0;
	const char *state = dt_keeping_state(t->arena, one, played);
	const char *text = state == NULL ? NULL : dt_arena_print(t->arena,
	    "%s (%s)", dt_keeping_name(t->experiment, one->agent), state);
	if (text == NULL || one->round == 0)
		return text ? text : "";
	if (!played)
		text = dt_arena_print(t->arena, "%s, in round %lld of %lld,",
		    text, (long long)one->round,
		    (long long)t->model->model.rounds);
	else
		text = dt_arena_print(t->arena, "%s, in the %s,", text,
		    one->round == 1 ? "last round" :
		    "ten rounds before the last");
	return text ? text : "";
}

/* Beside it the standard error, where there is one. */
static const char *
amount(const struct dt_keeping_telling *t, double worth,
    const struct dt_comply_case *one)
{
	const char *text = t->verdict->samples == 0 || one->error < 1e-9 ?
	    dt_arena_print(t->arena, "%.4g", worth) :
	    dt_arena_print(t->arena, "%.3g (standard error %.2g)", worth,
	    one->error);
	return text ? text : "";
}

static void
tell_holds(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const struct dt_comply_case *one = &v->binding;
	double eps = 5e-11 * fabs(one->value);
	if (v->slack <= eps)
		dt_solution_say(t->solution, "It is weakest where %s has "
		    "nothing to lose by %s.", whereabouts(t, one),
		    dt_comply_words[one->departure]);
	else
		dt_solution_say(t->solution, "It is weakest where %s would "
		    "lose %s by %s, all rounds to come counted.",
		    whereabouts(t, one), amount(t, v->slack, one),
		    dt_comply_words[one->departure]);
}

static void
tell_pays(struct dt_keeping_telling *t)
{
	const struct dt_comply_case *one = &t->verdict->binding;
	bool plan = one->worth < one->best - 1e-9 * fabs(one->best);
	dt_solution_say(t->solution, "%s gains %s%s by %s%s, all rounds to "
	    "come counted.", whereabouts(t, one), t->verdict->cut > 0 ?
	    "at least " : "", amount(t, t->verdict->cut > 0 ? one->shown :
	    one->best, one),
	    dt_comply_words[one->departure], plan ? " and going on as is best "
	    "for it" : "");
}

/* Where the worst is not in force, also what it is while the treaty binds. */
static void
tell_in_force(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const struct dt_comply_case *worst = NULL;
	for (size_t k = 0; k < v->n_cases; k++) {
		const struct dt_comply_case *one = &v->cases[k];
		bool sees = one->where.expected && one->where.party &&
		    one->where.phase == DT_PHASE_IN_FORCE;
		if (sees && (worst == NULL || one->best - 2 * one->error >
		    worst->best - 2 * worst->error))
			worst = one;
	}
	if (worst == NULL || v->binding.where.phase == DT_PHASE_IN_FORCE)
		return;
	dt_solution_say(t->solution, "While it binds, %s %s %s by %s.",
	    whereabouts(t, worst), worst->best > 0 ? "gains" : "would lose",
	    amount(t, fabs(worst->best), worst),
	    dt_comply_words[worst->departure]);
}

/* What entry asks for, and who signs. */
static void
tell_never(struct dt_keeping_telling *t)
{
	const struct dt_model *m = &t->model->model;
	struct dt_text why = { 0 };
	dt_solution_say(t->solution, "Never: %s does not enter into force, so "
	    "there is nothing to keep and nothing to break.",
	    t->experiment->scenario->treaty.name);
	dt_terms_tell_bar(&m->terms, m->rounds, &why);
	if (why.size > 0)
		dt_solution_say(t->solution, "%s", dt_text_string(&why));
	dt_text_free(&why);
}

/* Neither was shown. */
static void
tell_perhaps(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const char *treaty = t->experiment->scenario->treaty.name;
	if (v->samples > 0)
		dt_solution_say(t->solution, "Perhaps: no departure from %s "
		    "of one round is shown to pay (simulated, 95%%). States "
		    "that are seldom come to, and plans of several rounds, "
		    "were not looked at.", treaty);
	else
		dt_solution_say(t->solution, "Perhaps: neither is shown, that "
		    "a departure from %s pays or that none does: %s.",
		    treaty, v->why);
	if (v->n_cases == 0)
		return;
	if (v->binding.worth > 0)
		tell_pays(t);
	else
		tell_holds(t);
}

static void
tell_shown(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const char *treaty = t->experiment->scenario->treaty.name;
	if (v->answer == DT_COMPLY_NO) {
		dt_solution_say(t->solution, "No: complying with %s is not an "
		    "equilibrium%s.", treaty, v->samples > 0 ?
		    " (simulated, 95%)" : "");
		tell_pays(t);
	} else if (v->answer == DT_COMPLY_YES) {
		dt_solution_say(t->solution, "Yes: complying with %s is an "
		    "equilibrium; nobody gains by departing from it, in any "
		    "state of the treaty.", treaty);
		tell_holds(t);
	} else {
		dt_solution_say(t->solution, "Yes, but: nobody gains by "
		    "departing from %s while all comply; it is not so after a "
		    "departure.", treaty);
		tell_holds(t);
		dt_solution_say(t->solution, "Once there, %s would gain %s "
		    "more by %s than by complying.",
		    whereabouts(t, &v->beyond), amount(t, v->beyond.worth,
		    &v->beyond), dt_comply_words[v->beyond.departure]);
	}
}

/* What was asked, in which no verdict is understood. */
static void
tell_game(struct dt_keeping_telling *t)
{
	const struct dt_model *m = &t->model->model;
	if (m->continuation_chance < 1)
		dt_solution_say(t->solution, "Each round is followed by "
		    "another with chance %g%s.", m->continuation_chance,
		    m->rounds > 0 ? "; the scenario's rounds are how long "
		    "runs are played, and no known end" : "");
	else
		dt_solution_say(t->solution, "All know that the game ends "
		    "after round %lld: near its end little or nothing follows "
		    "a breach. For a game whose end nobody knows, give "
		    "--continuation %.6g (the same mean length).",
		    (long long)m->rounds, 1 - 1 / (double)m->rounds);
	uint64_t outside = dt_move_all(m->n) & ~t->model->signers;
	for (; outside != 0; outside &= outside - 1)
		dt_solution_say(t->solution, "%s signs nothing and plays as "
		    "its scenario says; departures are judged as if all knew "
		    "where its strategy is, which can only raise what they "
		    "gain.", dt_keeping_name(t->experiment,
		    dt_move_first(outside)));
}

static void
tell_method(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const struct dt_terms *terms = &t->model->model.terms;
	if (v->samples > 0) {
		dt_solution_say(t->solution, "It was played, since %s.",
		    v->why[0] != '\0' ? v->why : "an exact answer is out of "
		    "reach");
		dt_solution_say(t->solution, "%lld public states were drawn as "
		    "compliers come to them, and each departure of one round "
		    "was played on from them beside complying.",
		    (long long)v->samples);
	} else {
		dt_solution_say(t->solution, "Looked at: %zu states of the "
		    "treaty, with all that agents who depart in turn, one at "
		    "a time, may bring about.",
		    v->states);
	}
	if (v->cut > 0 && v->answer == DT_COMPLY_NO)
		dt_solution_say(t->solution, "Strikes that are forgiven have "
		    "no end: %lld stand for any more, as if they were never "
		    "forgiven. That somebody gains is shown for all that; "
		    "others may gain more.", (long long)v->strikes);
	else if (v->cut > 0)
		dt_solution_say(t->solution, "Strikes that are forgiven have "
		    "no end: %lld stand for any more, as if they were never "
		    "forgiven, which may move a figure by %.2g at the most.",
		    (long long)v->strikes, v->cut);
	else if (v->strikes > 0)
		dt_solution_say(t->solution, "%lld strikes stand for any "
		    "more: before they are forgiven, what follows no longer "
		    "shows.", (long long)v->strikes);
	if (terms->accusers > 0)
		dt_solution_say(t->solution, "Private alarms bear on nothing "
		    "that compliers look at but findings; that accusers keep "
		    "back what they saw was not looked at.");
}

void
dt_keeping_tell(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	t->solution->method = v->samples > 0 ? "departures by play, common "
	    "random numbers" : "values and best replies in the treaty's chain";
	t->solution->tolerance = v->samples > 0 ? v->binding.error :
	    v->cut > 0 ? v->cut : 1e-9;
	t->solution->no = !v->holds;
	if (v->answer == DT_COMPLY_NEVER)
		tell_never(t);
	else if (v->answer == DT_COMPLY_PERHAPS)
		tell_perhaps(t);
	else
		tell_shown(t);
	if (v->answer != DT_COMPLY_NEVER)
		tell_in_force(t);
	tell_game(t);
	tell_method(t);
}
