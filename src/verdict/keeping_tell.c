/*
 * keeping_tell: the verdict on a treaty in sentences; see keeping.h. First
 * what was asked, then its three parts, then what game that is of, and how it
 * was found.
 */
#include "verdict/keeping_internal.h"

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

/* Of a game whose end all know: how long it is kept. */
static void
tell_end(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const char *treaty = t->experiment->scenario->treaty.name;
	long long rounds = (long long)t->model->model.rounds;
	if (v->unravels > 1)
		dt_solution_say(t->solution, "No: all know that round %lld is "
		    "the last, and from round %lld on the pause under %s "
		    "unravels.", rounds, (long long)v->unravels, treaty);
	else if (v->unravels == 1)
		dt_solution_say(t->solution, "No: all know that round %lld is "
		    "the last, and the pause under %s unravels from the first "
		    "on.", rounds, treaty);
	else
		dt_solution_say(t->solution, v->holds ? "Yes: the pause under "
		    "%s holds, though all know that round %lld is the last." :
		    v->answer == DT_COMPLY_NO ? "No: the pause under %s does "
		    "not hold, as all know that round %lld is the last." :
		    "Perhaps: it is not shown whether the pause under %s "
		    "holds; all know that round %lld is the last.", treaty,
		    rounds);
}

static void
tell_both_ends(struct dt_keeping_telling *t)
{
	tell_end(t);
	dt_solution_say(t->solution, "Were the end not known, with the same "
	    "mean length (--continuation %.6g):",
	    1 - 1 / (double)t->model->model.rounds);
}

/* What a yes by play is made of. */
static const char *
by_play(const struct dt_keeping_telling *t, const struct dt_comply_verdict *v)
{
	const struct dt_comply_finding *kept = &v->part[DT_COMPLY_KEPT],
	    *stayed = &v->part[DT_COMPLY_STAYED], *least = kept;
	if (v->samples == 0)
		return "";
	if (!kept->found || (stayed->found && stayed->slack < kept->slack))
		least = stayed;
	const char *text = dt_arena_print(t->arena, " (by play: %zu kinds of "
	    "departures judged, the smallest loss is %.3g, standard error "
	    "%.2g)", kept->departures + stayed->departures, least->slack,
	    least->error);
	return text != NULL ? text : "";
}

static void
tell_answer(struct dt_keeping_telling *t, const struct dt_comply_verdict *v)
{
	const char *treaty = t->experiment->scenario->treaty.name;
	const char *played = v->samples > 0 ? " (simulated, 95%)" : "";
	const char *shown = by_play(t, v);
	if (v->answer == DT_COMPLY_YES)
		dt_solution_say(t->solution, "Yes: the pause under %s holds: "
		    "nobody gains by breaking it, by not carrying out its "
		    "threats, or by leaving%s.", treaty, shown);
	else if (v->answer == DT_COMPLY_BUT)
		dt_solution_say(t->solution, "Yes, but: the pause under %s "
		    "holds while all comply; after a departure not all would "
		    "do as it says%s.", treaty, shown);
	else if (v->answer == DT_COMPLY_PERHAPS)
		dt_solution_say(t->solution, "Perhaps: it is not shown whether "
		    "the pause under %s holds.", treaty);
	else if (v->part[DT_COMPLY_KEPT].answer == DT_COMPLY_NO)
		dt_solution_say(t->solution, "No: the pause under %s does not "
		    "hold: breaking it pays%s.", treaty, played);
	else
		dt_solution_say(t->solution, "No: the pause under %s does not "
		    "hold: not to be bound by it pays%s.", treaty, played);
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
		    "a breach.", (long long)m->rounds);
	uint64_t outside = dt_move_all(m->n) & ~t->model->signers;
	for (; outside != 0; outside &= outside - 1)
		dt_solution_say(t->solution, "%s signs nothing and plays as "
		    "its scenario says; departures are judged as if all knew "
		    "where its strategy is, which can only raise what they "
		    "gain.", dt_keeping_name(t->experiment,
		    dt_move_first(outside)));
}

static void
tell_strikes(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	double off = 0;
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		if (v->part[k].reckoned && v->part[k].off > off)
			off = v->part[k].off;
	if (v->strikes > 0 && off > 0)
		dt_solution_say(t->solution, "Strikes that are forgiven have "
		    "no end: %lld stand for any more, which may move a figure "
		    "by %.2g at the most; the answers stand for all that.",
		    (long long)v->strikes, off);
	else if (v->strikes > 0)
		dt_solution_say(t->solution, "%lld strikes stand for any "
		    "more: before they are forgiven, what follows no longer "
		    "shows.", (long long)v->strikes);
}

static void
tell_method(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	if (v->samples > 0) {
		dt_solution_say(t->solution, "It was played, since %s.",
		    v->why[0] != '\0' ? v->why : "an exact answer is out of "
		    "reach");
		dt_solution_say(t->solution, "%zu kinds of public states were "
		    "found, and departures from them were played on %lld "
		    "times, beside complying.", v->states,
		    (long long)v->samples);
	} else {
		dt_solution_say(t->solution, "Looked at: %zu states of the "
		    "treaty, with all that agents who depart in turn, one at "
		    "a time, may bring about.",
		    v->states);
	}
	tell_strikes(t);
	if (t->model->model.terms.grace > 0)
		dt_solution_say(t->solution, "In its %lld rounds of grace "
		    "racing is no breach, but no pause either: pausing in them "
		    "is part of what is judged.",
		    (long long)t->model->model.terms.grace);
	if (t->model->model.terms.accusers > 0)
		dt_solution_say(t->solution, "Private alarms bear on nothing "
		    "that compliers look at but findings; that accusers keep "
		    "back what they saw was not looked at.");
}

static void
tell_how(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	t->solution->method = v->samples > 0 ? "departures by play, common "
	    "random numbers" : "values and best replies in the treaty's states";
	t->solution->tolerance = v->samples > 0 ? v->binding.error :
	    v->cut > 0 ? v->cut : 1e-9;
	t->solution->no = !v->holds;
}

void
dt_keeping_tell_first(struct dt_keeping_telling *t)
{
	tell_how(t);
	if (dt_keeping_ends(t->model))
		tell_end(t);
	else
		tell_answer(t, t->verdict);
}

void
dt_keeping_tell(struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	tell_how(t);
	if (v->answer == DT_COMPLY_NEVER) {
		tell_never(t);
	} else {
		const struct dt_comply_verdict *told = t->endless != NULL ?
		    t->endless : v;
		if (t->endless != NULL)
			tell_both_ends(t);
		tell_answer(t, told);
		dt_keeping_parts_tell(t, told);
	}
	if (t->model->signers == 0)
		return;
	tell_game(t);
	tell_method(t);
}
