/* lasting_tell: until when a treaty holds, in sentences and tables; see
 * lasting.h. */
#include "verdict/lasting_internal.h"

#include <math.h>

/* Three standard errors: what is not shown is found. */
static bool
found_kept(const struct dt_lasting_look *x)
{
	return x->answer == DT_COMPLY_YES || x->answer == DT_COMPLY_BUT ||
	    (x->answer == DT_COMPLY_PERHAPS && x->slack > 3 * x->error);
}

struct count {
	size_t looks, kept, perhaps, played, idle;      /* of those bound */
	int64_t open;           /* the first round that is; 0: none */
	const struct dt_lasting_look *least, *threat;   /* or NULL */
};

static struct count
count(const struct dt_lasting *l)
{
	struct count c = { 0 };
	for (size_t k = 0; k < l->n; k++) {
		const struct dt_lasting_look *x = &l->looks[k];
		bool open = x->answer == DT_COMPLY_PERHAPS;
		c.played += x->played;
		if (!x->bound)
			continue;
		c.looks++;
		c.kept += found_kept(x);
		c.perhaps += open;
		if (open && !found_kept(x) && (c.open == 0 ||
		    x->round < c.open))
			c.open = x->round;
		if (open && (c.least == NULL || x->slack < c.least->slack))
			c.least = x;
		if (x->threats != DT_COMPLY_NO)
			continue;
		c.idle++;
		if (c.threat == NULL || x->threat_worth >
		    c.threat->threat_worth)
			c.threat = x;
	}
	return c;
}

static const struct dt_lasting_look *
find(const struct dt_lasting *l, int64_t round)
{
	size_t k = 0;
	while (l->looks[k].round != round)
		k++;
	return &l->looks[k];
}

static void
say_end(const struct dt_lasting *l, const struct count *c,
    struct dt_solution *s)
{
	const char *treaty = l->e->scenario->treaty.name;
	double years = (double)l->rounds * l->e->model.race.years;
	if (c->perhaps == 0)
		dt_solution_say(s, "To the end: in %lld rounds (%.3g years) no "
		    "moment was found at which keeping %s does not pay.",
		    (long long)l->rounds, years, treaty);
	else if (c->open == 0)
		dt_solution_say(s, "To the end of %lld rounds (%.3g years), as "
		    "was found by play and not shown: keeping %s pays at each "
		    "of the %zu moments that were looked at.",
		    (long long)l->rounds, years, treaty, c->looks);
	else
		dt_solution_say(s, "Open: keeping %s was found to pay at %zu of "
		    "the %zu moments that were looked at, in %lld rounds (%.3g "
		    "years), and at none not to. The first that is open is "
		    "round %lld.", treaty, c->kept, c->looks,
		    (long long)l->rounds, years, (long long)c->open);
}

/* The last moment before it that is kept, as was found; 0: none. What was not
 * bound yet had nothing to keep. */
static int64_t
kept_before(const struct dt_lasting *l, int64_t fails)
{
	int64_t last = 0;
	for (size_t k = 0; k < l->n; k++) {
		const struct dt_lasting_look *x = &l->looks[k];
		if (x->round < fails && x->round > last && found_kept(x))
			last = x->round;
	}
	return last;
}

/* A gain or loss, with its standard error where it has one. */
static const char *
amount(const struct dt_lasting *l, double worth, double error)
{
	const char *text = error > 0 ? dt_arena_print(l->arena, "%.3g "
	    "(standard error %.2g)", worth, error) :
	    dt_arena_print(l->arena, "%.3g", worth);
	return text ? text : "";
}

static void
say_date(const struct dt_lasting *l, int64_t fails, struct dt_solution *s)
{
	const char *treaty = l->e->scenario->treaty.name;
	double years = l->e->model.race.years;
	const struct dt_lasting_look *x = find(l, fails);
	int64_t kept = kept_before(l, fails);
	if (fails == 1)
		dt_solution_say(s, "Not at all: frozen as it is at the start, "
		    "%s is not self-enforcing: departing pays %s.", treaty,
		    x->party);
	else if (kept == fails - 1)
		dt_solution_say(s, "Until round %lld (%.3g years): from round "
		    "%lld on, frozen at a capability of %.4g, %s is not "
		    "self-enforcing: departing pays %s.",
		    (long long)fails - 1, (double)(fails - 1) * years,
		    (long long)fails, x->leader, treaty, x->party);
	else
		dt_solution_say(s, "Until round %lld to %lld (%.3g to %.3g "
		    "years): up to the first it was found to be kept, between "
		    "them it is open; from round %lld on, frozen at a "
		    "capability of %.4g, %s is not self-enforcing: departing "
		    "pays %s.", (long long)kept, (long long)fails - 1,
		    (double)kept * years, (double)(fails - 1) * years,
		    (long long)fails, x->leader, treaty, x->party);
	if (x->played)
		dt_solution_say(s, "By play: it gains %s.",
		    amount(l, -x->slack, x->error));
}

/* How near to failing, where it is not shown. */
static void
say_open(const struct dt_lasting *l, const struct count *c,
    struct dt_solution *s)
{
	const struct dt_lasting_look *x = c->least;
	if (x != NULL && !isnan(x->slack))
		dt_solution_say(s, "Where it is not shown, the best departure "
		    "that was found %s %s, at round %lld: payoff, all rounds "
		    "to come counted.", x->slack < 0 ? "gains" : "loses",
		    amount(l, fabs(x->slack), x->error),
		    (long long)x->round);
	x = c->threat;
	if (c->least != NULL && x != NULL)
		dt_solution_say(s, "At %zu of %zu moments its threats would "
		    "not be carried out: a party gains up to %s by another "
		    "move.", c->idle, c->looks,
		    amount(l, x->threat_worth, x->threat_error));
}

static void
say(const struct dt_lasting *l, int64_t fails, struct dt_solution *s)
{
	struct count c = count(l);
	if (fails == 0)
		say_end(l, &c, s);
	else
		say_date(l, fails, s);
	say_open(l, &c, s);
	dt_solution_say(s, "It is of one run in which all who sign comply, "
	    "seed %llu. %zu of %lld rounds were looked at%s.",
	    (unsigned long long)l->e->model.seed, l->n, (long long)l->rounds,
	    c.played == 0 ? "" : fails == 1 ? ", by play" :
	    ", by play: between them it may fail sooner");
}

static void
add_look(const struct dt_lasting *l, const struct dt_lasting_look *x,
    struct dt_solution_table *t)
{
	dt_solution_whole(t, x->round);
	dt_solution_number(t, (double)(x->round - 1) *
	    l->e->model.race.years);
	dt_solution_number(t, x->leader);
	dt_solution_number(t, x->oversight);
	dt_solution_text(t, !x->bound ? "not bound yet" :
	    x->answer == DT_COMPLY_PERHAPS && found_kept(x) ?
	    "yes, as found" : dt_keeping_answers[x->answer]);
	dt_solution_number(t, x->slack);
	dt_solution_number(t, x->error);
	dt_solution_text(t, !x->bound ? NULL :
	    dt_keeping_answers[x->threats]);
	dt_solution_text(t, x->party);
}

static void
tell_rounds(const struct dt_lasting *l, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "round", NULL, "" }, { "year", NULL, "years" },
		{ "leader", "leader has", "capability" },
		{ "oversight", "least oversight", "share" },
		{ "answer", NULL, "" }, { "slack", NULL, "payoff" },
		{ "standard_error", "s.e.", "payoff" },
		{ "threats", "threats carried out", "" },
		{ "party", "who departs", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "rounds",
	    "Moments that were judged:", heads);
	for (int64_t round = 1; round <= l->rounds; round++)
		for (size_t k = 0; k < l->n; k++)
			if (l->looks[k].round == round)
				add_look(l, &l->looks[k], t);
}

/* 0: none */
static void
add_round(struct dt_solution_table *t, int64_t round)
{
	if (round > 0)
		dt_solution_whole(t, round);
	else
		dt_solution_number(t, NAN);
}

void
dt_lasting_tell(const struct dt_lasting *l, int64_t fails,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "fails", "first round that fails", "" },
		{ "years", NULL, "years" },
		{ "capability", NULL, "capability" },
		{ "rounds", "rounds of the run", "rounds" },
		{ "kept", "last round before that was found to be kept", "" },
	};
	dt_solution_start(s, l->arena, "treaty", l->e->scenario->name);
	s->config = l->e->config;
	s->method = "the game of each moment, judged afresh";
	s->no = fails != 0;
	say(l, fails, s);
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "date", NULL,
	    heads);
	int64_t kept = kept_before(l, fails > 0 ? fails : l->rounds + 1);
	add_round(t, fails);
	dt_solution_number(t, fails > 0 ? (double)(fails - 1) *
	    l->e->model.race.years : NAN);
	dt_solution_number(t, fails > 0 ? find(l, fails)->leader : NAN);
	dt_solution_whole(t, l->rounds);
	add_round(t, kept);
	t->hidden = true;
	tell_rounds(l, s);
}
