/* keeping_parts: the three answers, in sentences and as a table; see
 * keeping.h. */
#include "verdict/keeping_internal.h"

#include <math.h>

const char *const dt_keeping_part_words[] = {
	"kept", "credible", "stayed", NULL
};

/* "Anthropic, in force, two strikes" and when, in a game that ends. */
static const char *
whereabouts(const struct dt_keeping_telling *t,
    const struct dt_comply_finding *f)
{
	const struct dt_comply_case *one = &f->binding;
	const char *state = dt_keeping_state(t->arena, one, !f->reckoned);
	const char *text = state == NULL ? NULL : dt_arena_print(t->arena,
	    "%s (%s)", dt_keeping_name(t->experiment, one->agent), state);
	if (text == NULL || one->round == 0)
		return text ? text : "";
	if (f->reckoned)
		text = dt_arena_print(t->arena, "%s, in round %lld of %lld,",
		    text, (long long)one->round,
		    (long long)t->model->model.rounds);
	else
		text = dt_arena_print(t->arena, "%s, in the %s,", text,
		    one->round == 1 ? "last round" :
		    "ten rounds before the last");
	return text ? text : "";
}

/* Beside it the standard error, or what it may be off, where there is one. */
static const char *
amount(const struct dt_keeping_telling *t, const struct dt_comply_finding *f)
{
	double worth = fabs(f->slack);
	const char *text = f->error > 1e-9 ?
	    dt_arena_print(t->arena, "%.3g (standard error %.2g)", worth,
	    f->error) : f->off > 1e-4 * worth ?
	    dt_arena_print(t->arena, "%.4g (it may be off by %.2g)", worth,
	    f->off) : dt_arena_print(t->arena, "%.4g", worth);
	return text ? text : "";
}

/* What is known of the departure that decides. */
static const char *
deciding(const struct dt_keeping_telling *t,
    const struct dt_comply_finding *f)
{
	const struct dt_comply_case *one = &f->binding;
	bool plan = one->worth < one->best - 1e-9 * fabs(one->best);
	const char *who = whereabouts(t, f), *how, *text;
	how = one->plan ? one->plan : dt_comply_words[one->departure];
	if (f->slack < 0 && f->answer != DT_COMPLY_YES)
		text = dt_arena_print(t->arena, "%s gains %s%s by %s%s.", who,
		    f->least ? "at least " : "", amount(t, f), how, plan ? " and going on as is best for "
		    "it" : "");
	else if (f->slack <= 5e-11 * fabs(one->value))
		text = dt_arena_print(t->arena, "It is weakest where %s has "
		    "nothing to lose by %s.", who, how);
	else
		text = dt_arena_print(t->arena, "It is weakest where %s would "
		    "lose %s by %s.", who, amount(t, f), how);
	return text ? text : "";
}

/* What would be enough, where a threat is not carried out or somebody leaves:
 * by the departure that decides. */
static const char *
remedy(const struct dt_keeping_telling *t, const struct dt_comply_finding *f,
    enum dt_comply_part part)
{
	const struct dt_terms *terms = &t->model->model.terms;
	bool lapses = terms->lapses, held =
	    f->binding.departure == DT_CHAIN_HOLD;
	if (f->answer != DT_COMPLY_NO || part == DT_COMPLY_KEPT)
		return "";
	if (part == DT_COMPLY_CREDIBLE && held)
		return " A response that the parties would rather carry out, "
		    "such as a fine in place of racing, would be enough.";
	if (f->binding.departure == DT_COMPLY_ABSTAIN)
		return " An entry that asks for all (`entry.parties: 0`), or a "
		    "`tariff` on those outside, may bring it in.";
	if (!lapses)
		return " With `duration.lapses: yes` nobody would stay bound "
		    "alone; see also `withdrawal.notice` and `tariff`.";
	return part == DT_COMPLY_STAYED ? " A longer `withdrawal.notice`, or a "
	    "`tariff` on those outside, may keep it in." : "";
}

void
dt_keeping_parts_tell(struct dt_keeping_telling *t,
    const struct dt_comply_verdict *v)
{
	static const char *const heads[] = {
		[DT_COMPLY_KEPT] = "Kept while it binds",
		[DT_COMPLY_CREDIBLE] = "Threats carried out",
		[DT_COMPLY_STAYED] = "Entered and stayed in",
	};
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &v->part[k];
		bool shown = !f->reckoned && f->answer == DT_COMPLY_YES;
		const char *answer = shown ? dt_arena_print(t->arena,
		    "yes, by play (%zu kinds of departures judged)",
		    f->departures) : dt_keeping_answers[f->answer];
		const char *why = f->why[0] == '\0' ||
		    f->answer != DT_COMPLY_PERHAPS ? NULL : f->why;
		bool more = why == NULL && !f->reckoned && f->why[0] != '\0';
		dt_solution_say(t->solution, "%d. %s: %s%s%s.%s%s%s%s%s%s",
		    k + 1, heads[k], answer ? answer : "", why ? ", since " : "", why ? why :
		    "", f->found ? " " : " There is nothing to depart from.",
		    f->found ? deciding(t, f) : "",
		    remedy(t, f, (enum dt_comply_part)k), more ? " (By play: " :
		    "", more ? f->why : "", more ? ".)" : "");
	}
	dt_solution_say(t->solution, "Gains and losses are payoff, all rounds "
	    "to come counted. Departures by two together were not looked "
	    "at.");
}

static const char *
method_of(const struct dt_comply_finding *f)
{
	return !f->reckoned ? "simulated" : f->off > 0 ? "bounded" : "exact";
}

static void
add_table(const struct dt_keeping_telling *t, const char *name,
    const struct dt_comply_verdict *v, int parts)
{
	static const struct dt_solution_head columns[] = {
		{ "part", NULL, "" }, { "answer", NULL, "" },
		{ "method", NULL, "" }, { "slack", NULL, "payoff" },
		{ "slack_is", NULL, "" },
		{ "off", "may be off", "payoff" },
		{ "standard_error", "s.e.", "payoff" },
		{ "party", NULL, "" }, { "state", NULL, "" },
		{ "departure", NULL, "" }, { "round", NULL, "rounds" },
		{ "states", NULL, "states" }, { "samples", NULL, "states" },
		{ "why", NULL, "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(t->solution, name,
	    NULL, columns);
	table->hidden = true;
	for (int k = 0; k < parts; k++) {
		const struct dt_comply_finding *f = &v->part[k];
		const struct dt_comply_case *one = &f->binding;
		bool played = !f->reckoned, has = f->found;
		dt_solution_text(table, dt_keeping_part_words[k]);
		dt_solution_text(table, dt_keeping_answers[f->answer]);
		dt_solution_text(table, method_of(f));
		dt_solution_number(table, has ? f->slack : NAN);
		dt_solution_text(table, !has ? NULL : played || f->least ||
		    f->off > 0 ? "at most" : "exact");
		dt_solution_number(table, has && !played ? f->off : NAN);
		dt_solution_number(table, has && played ? f->error : NAN);
		dt_solution_text(table, has ?
		    t->model->model.agents[one->agent].name : NULL);
		dt_solution_text(table, has ? dt_keeping_state(t->arena, one,
		    played) : NULL);
		dt_solution_text(table, has ?
		    dt_keeping_departures[one->departure] : NULL);
		if (has && one->round != 0)
			dt_solution_whole(table, one->round);
		else
			dt_solution_text(table, NULL);
		dt_solution_whole(table, (int64_t)f->states);
		dt_solution_whole(table, f->samples);
		dt_solution_text(table, f->why[0] != '\0' ? f->why : NULL);
	}
}

static void
add_deciding(const struct dt_keeping_telling *t, const char *end,
    struct dt_solution_table *table, const struct dt_comply_verdict *v)
{
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &v->part[k];
		const struct dt_comply_case *one = &f->binding;
		if (!f->found)
			continue;
		dt_solution_text(table, end);
		dt_solution_text(table, dt_keeping_part_words[k]);
		dt_solution_text(table, dt_keeping_answers[f->answer]);
		dt_solution_text(table,
		    t->model->model.agents[one->agent].name);
		dt_solution_text(table, dt_keeping_state(t->arena, one,
		    !f->reckoned));
		dt_solution_text(table, dt_keeping_departures[one->departure]);
		dt_solution_number(table, 0 - f->slack);
		dt_solution_number(table, f->reckoned ? f->off : NAN);
		dt_solution_number(table, f->reckoned ? NAN : f->error);
	}
}

/* The numbers of the sentences, where no other table that people see has them:
 * of a game without a known end, and of plans that were played. */
static void
add_sentences(const struct dt_keeping_telling *t)
{
	static const struct dt_solution_head columns[] = {
		{ "end", "end", "" }, { "part", NULL, "" },
		{ "answer", NULL, "" }, { "party", NULL, "" },
		{ "state", NULL, "" }, { "departure", "by", "" },
		{ "gain", "gains", "payoff" },
		{ "off", "may be off", "payoff" },
		{ "standard_error", "s.e.", "payoff" },
	};
	if (t->endless == NULL && t->verdict->samples == 0)
		return;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(t->solution,
	    "deciding", "What decides each part (below 0: it loses)", columns);
	if (t->endless != NULL)
		add_deciding(t, "not known", table, t->endless);
	add_deciding(t, t->endless == NULL ? NULL : "known", table,
	    t->verdict);
}

void
dt_keeping_parts_table(const struct dt_keeping_telling *t)
{
	add_sentences(t);
	add_table(t, "parts", t->verdict, DT_COMPLY_PARTS);
	if (t->endless != NULL)
		add_table(t, "parts_endless", t->endless, DT_COMPLY_PARTS);
}

void
dt_keeping_not_kept_table(struct dt_keeping_telling *t)
{
	add_table(t, "parts", t->verdict, DT_COMPLY_KEPT + 1);
}
