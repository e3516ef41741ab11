/* coalitions_words: the sentences; see coalitions.h. */
#include "verdict/coalitions.h"

#include <math.h>

static const char *
name_of(const struct dt_coalition *c, const struct dt_model *model, size_t i)
{
	return model->agents[c->agent[i]].name;
}

static void
add_names(const struct dt_coalition *c, const struct dt_model *model,
    uint32_t set, struct dt_text *text)
{
	size_t left = dt_move_count(set);
	for (; set != 0; set &= set - 1, left--)
		dt_text_add(text, "%s%s", name_of(c, model,
		    dt_move_first(set)), left > 2 ? ", " : left == 2 ?
		    " and " : "");
}

const char *
dt_coalitions_names(const struct dt_coalition *c,
    const struct dt_model *model, uint32_t set, struct dt_arena *arena)
{
	uint32_t others = (uint32_t)dt_move_all(c->n) & ~set;
	struct dt_text text = { 0 };
	bool all_but = dt_move_count(others) < dt_move_count(set) &&
	    c->n > 3;
	if (others == 0)
		dt_text_add(&text, "all");
	else if (all_but)
		dt_text_add(&text, "all but ");
	add_names(c, model, others == 0 ? 0 : all_but ? others : set, &text);
	const char *made = text.failed ? NULL :
	    dt_arena_copy(arena, dt_text_string(&text));
	dt_text_free(&text);
	return made;
}

static const char *
names(const struct dt_coalition *c, const struct dt_model *model,
    uint32_t set, struct dt_solution *s)
{
	const char *made = dt_coalitions_names(c, model, set, s->arena);
	s->failed |= made == NULL;
	return made != NULL ? made : "";
}

/* What one would do outside, and what becomes of the treaty without it. */
struct leaving {
	double in, out;
	bool over, races;       /* the treaty is; it does */
};

static struct leaving
leaving_of(const struct dt_coalition *c, size_t i)
{
	uint32_t all = (uint32_t)dt_move_all(c->n);
	uint32_t rest = all ^ (uint32_t)1 << i;
	return (struct leaving){
		.in = dt_coalition_pay(c, all, i),
		.out = dt_coalition_pay(c, rest, i),
		.over = !dt_coalition_in_force(c, rest),
		.races = c->racers != NULL &&
		    (c->racers[rest] >> c->agent[i] & 1),
	};
}

static bool
alike(const struct leaving *a, const struct leaving *b)
{
	return fabs(a->in - b->in) < 1e-6 && fabs(a->out - b->out) < 1e-6 &&
	    a->over == b->over && a->races == b->races;
}

static void
say_leavers(const struct dt_coalition *c, const struct dt_model *model,
    uint32_t who, const struct leaving *why, struct dt_solution *s)
{
	const char *each = dt_move_count(who) > 1 ? "each" : "it";
	const char *of = names(c, model, who, s);
	if (why->over)
		dt_solution_say(s, "%s would leave: without it there is no "
		    "treaty, and it gets %.4g in place of %.4g.", of,
		    why->out, why->in);
	else if (c->tariff > 0)
		dt_solution_say(s, "%s would leave: outside, %s %s while the "
		    "others go on, pays the tariff of %.4g, and gets %.4g in "
		    "place of %.4g.", of, each, why->races ? "races" :
		    "pauses", c->tariff, why->out, why->in);
	else
		dt_solution_say(s, "%s would leave: outside, %s %s while the "
		    "others go on, at no price, and gets %.4g in place of "
		    "%.4g.", of, each, why->races ? "races" : "pauses",
		    why->out, why->in);
}

/* Those with the same reason in one sentence. */
static void
say_reasons(const struct dt_coalition *c, const struct dt_model *model,
    uint32_t leavers, struct dt_solution *s)
{
	while (leavers != 0) {
		struct leaving why = leaving_of(c, dt_move_first(leavers));
		uint32_t same = 0;
		for (uint32_t left = leavers; left; left &= left - 1) {
			struct leaving one =
			    leaving_of(c, dt_move_first(left));
			if (alike(&one, &why))
				same |= left & -left;
		}
		say_leavers(c, model, same, &why, s);
		leavers &= ~same;
	}
}

static void
say_full(const struct dt_coalition *c, const struct dt_model *model,
    struct dt_solution *s)
{
	uint32_t all = (uint32_t)dt_move_all(c->n), leavers = 0;
	if (!dt_coalition_in_force(c, all)) {
		dt_solution_say(s, "With all in, the treaty would not be in "
		    "force: %s.", c->may[all] && c->n >= c->least ?
		    "together they would lose by it" :
		    "its conditions of entry are not met");
		return;
	}
	for (size_t i = 0; i < c->n; i++) {
		struct leaving why = leaving_of(c, i);
		if (why.out > why.in + 1e-9 * (1 + fabs(why.in)))
			leavers |= (uint32_t)1 << i;
	}
	if (leavers == 0)
		dt_solution_say(s, "All %zu would stay: nobody gains by "
		    "leaving the full coalition.", c->n);
	else
		dt_solution_say(s, "The full coalition of %zu does not hold.",
		    c->n);
	say_reasons(c, model, leavers, s);
}

/* Without a treaty not all need race: in chicken somebody gives in. */
static void
say_none(const struct dt_coalition *c, const struct dt_model *model,
    struct dt_solution *s)
{
	uint32_t pausers = 0;
	for (size_t i = 0; c->racers != NULL && i < c->n; i++)
		if (!(c->racers[0] >> c->agent[i] & 1))
			pausers |= (uint32_t)1 << i;
	if (c->restless != 0)
		dt_solution_say(s, "Whoever is out is assumed to race. "
		    "While all race, %s would do better to pause; with best "
		    "replies (--outsiders reply) the answer may be another.",
		    names(c, model, c->restless, s));
	if (pausers != 0)
		dt_solution_say(s, "Without any treaty %s would pause: when "
		    "all race, to give in is %s best reply, and the first in "
		    "the scenario's order does.",
		    names(c, model, pausers, s),
		    dt_move_count(pausers) > 1 ? "their" : "its");
}

static void
say_stable(const struct dt_coalition *c, const struct dt_model *model,
    const struct dt_coalition_census *census, struct dt_solution *s)
{
	uint32_t first;
	if (census->stable == 0) {
		dt_solution_say(s, "No coalition is stable: of each that is "
		    "in force some member would leave or some outsider join.");
		return;
	}
	dt_coalition_stable(c, &first, 1);
	if (census->stable == 1)
		dt_solution_say(s, "One coalition is stable: %s.",
		    names(c, model, first, s));
	else
		dt_solution_say(s, "%llu coalitions are stable, of %zu to %zu "
		    "parties; a largest is %s.",
		    (unsigned long long)census->stable, census->smallest,
		    census->largest, names(c, model, first, s));
	if (census->best != first)
		dt_solution_say(s, "The best for all is %s.",
		    names(c, model, census->best, s));
}

/* Whom the treaty is open to and who does not come, whatever the others do. */
static void
say_never(const struct dt_model *model, struct dt_solution *s)
{
	struct dt_text text = { 0 };
	uint64_t never = 0;
	for (size_t i = 0; i < model->n; i++)
		if (dt_move_has(model->terms.open_to, i) &&
		    model->terms.joins[i] == 0)
			never |= dt_move_bit(i);
	size_t n = dt_move_count(never), left = n;
	for (; never != 0; never &= never - 1, left--)
		dt_text_add(&text, "%s%s",
		    model->agents[dt_move_first(never)].name,
		    left > 2 ? ", " : left == 2 ? " and " : "");
	if (n > 0)
		dt_solution_say(s, "%s never join%s (joins 0), and %s outside "
		    "of every coalition.", dt_text_string(&text),
		    n == 1 ? "s" : "", n == 1 ? "is" : "are");
	s->failed |= text.failed;
	dt_text_free(&text);
}

void
dt_coalitions_say(const struct dt_coalition *c,
    const struct dt_model *model, const struct dt_coalition_census *census,
    struct dt_solution *s)
{
	say_full(c, model, s);
	say_stable(c, model, census, s);
	say_none(c, model, s);
	say_never(model, s);
	if (c->cycles > 0)
		dt_solution_say(s, "In %zu coalitions the outsiders' best "
		    "replies go round and round; there all outsiders race.",
		    c->cycles);
}
