/* lanes_random: see lanes_random.h. */
#include "lanes_random.h"

static size_t
die(struct lanes_random *r, size_t sides)
{
	return dt_random_word(&r->dice) % sides;
}

static bool
one_in(struct lanes_random *r, size_t n)
{
	return die(r, n) == 0;
}

/* Certain ones among them, and one with few bits. */
static double
chance(struct lanes_random *r)
{
	static const double special[] = { 0, 1, .5, .25, .02 };
	if (one_in(r, 3))
		return special[die(r, 5)];
	return (double)die(r, 1000) / 1000;
}

static struct dt_text *
new_text(struct lanes_random *r)
{
	return &r->texts[r->n_texts++];
}

/* ---- Strategies ---- */

static void
write_condition(struct lanes_random *r, struct dt_text *t)
{
	static const char *const flags[] = {
		"flagged", "raced", "party", "open", "in_force", "suspended",
		"ended"
	};
	static const char *const operators[] = {
		">=", ">=", "==", "!=", "<", ">"
	};
	size_t terms = 1 + die(r, 3);
	for (size_t i = 0; i < terms; i++) {
		const char *and = i ? " and " : "";
		if (one_in(r, 2))
			dt_text_add(t, "%salarms %s %zu", and,
			    operators[die(r, 6)], die(r, r->build.n + 1));
		else
			dt_text_add(t, "%s%s%s", and,
			    one_in(r, 3) ? "not " : "", flags[die(r, 7)]);
	}
}

static void
write_target(struct lanes_random *r, struct dt_text *t, size_t states)
{
	static const double shares[][3] = {
		{ .5, .25, .25 }, { .9, .1, 0 }, { .125, .125, .75 },
		{ 0, 1, 0 }, { 0, 0, 1 }, { .3, .3, .4 },
	};
	const double *share = shares[die(r, 6)];
	size_t first = die(r, states);
	if (states < 3 || !one_in(r, 4)) {
		if (states == 2 && one_in(r, 4))
			dt_text_add(t, "{s0: %g, s1: %g}", share[0],
			    1 - share[0]);
		else
			dt_text_add(t, "s%zu", first);
		return;
	}
	dt_text_add(t, "{s%zu: %g, s%zu: %g, s%zu: %g}", first, share[0],
	    (first + 1) % states, share[1], (first + 2) % states, share[2]);
}

static void
write_rules(struct lanes_random *r, struct dt_text *t, size_t states)
{
	size_t rules = die(r, 4);
	dt_text_add(t, "[");
	for (size_t i = 0; i < rules; i++) {
		dt_text_add(t, "{when: ");
		write_condition(r, t);
		dt_text_add(t, ", to: ");
		write_target(r, t, states);
		dt_text_add(t, "}, ");
	}
	dt_text_add(t, "{to: ");
	write_target(r, t, states);
	dt_text_add(t, "}]");
}

static const char *
write_strategy(struct lanes_random *r)
{
	struct dt_text *t = new_text(r);
	size_t states = 1 + die(r, one_in(r, 5) ? 9 : 4);
	dt_text_add(t, "strategy: random\n%sstart: ",
	    one_in(r, 4) ? "declares: pause\n" : "");
	if (one_in(r, 3))
		write_target(r, t, states);
	else
		write_rules(r, t, states);
	dt_text_add(t, "\nstates:\n");
	for (size_t s = 0; s < states; s++) {
		dt_text_add(t, "  s%zu: {play: ", s);
		if (one_in(r, 4))
			dt_text_add(t, "{race: %g}", chance(r));
		else
			dt_text_add(t, one_in(r, 2) ? "race" : "pause");
		dt_text_add(t, "%s, next: ",
		    one_in(r, 6) ? ", withdraw: yes" : "");
		write_rules(r, t, states);
		dt_text_add(t, "}\n");
	}
	return dt_text_string(t);
}

/* ---- Payoffs ---- */

static void
write_numbers(struct lanes_random *r, struct dt_text *t, const char *key)
{
	dt_text_add(t, "%s: [", key);
	for (size_t i = 0; i < r->build.n; i++)
		dt_text_add(t, "%s%d", i ? ", " : "", (int)die(r, 11) - 5);
	dt_text_add(t, "]\n");
}

static void
write_matrix(struct lanes_random *r, struct dt_text *t)
{
	dt_text_add(t, "{reward: %zu, sucker: -%zu, temptation: %zu.3, "
	    "punishment: %zu}\n", die(r, 5), die(r, 3), die(r, 7), die(r, 2));
}

static void
write_normal(struct lanes_random *r, struct dt_text *t)
{
	size_t n = r->build.n;
	dt_text_add(t, "form: normal\nnfg: 'NFG 1 R \"\" { ");
	for (size_t i = 0; i < n; i++)
		dt_text_add(t, "\"%zu\" ", i);
	dt_text_add(t, "} { ");
	for (size_t i = 0; i < n; i++)
		dt_text_add(t, "2 ");
	dt_text_add(t, "}");
	for (size_t k = 0; k < n << n; k++)
		dt_text_add(t, " %d", (int)die(r, 21) - 10);
	dt_text_add(t, "'\n");
}

static const char *
write_payoffs(struct lanes_random *r)
{
	struct dt_text *t = new_text(r);
	dt_text_add(t, "payoffs: random\n");
	size_t form = r->build.n > 5 ? 0 : die(r, 4);
	if (form == 1) {
		dt_text_add(t, "form: table\n");
		write_numbers(r, t, "pause");
		write_numbers(r, t, "race");
	} else if (form == 2) {
		write_normal(r, t);
	} else {
		if (one_in(r, 3))
			dt_text_add(t, "pairs: same-kind\n");
		if (one_in(r, 3))
			dt_text_add(t, "weighted: yes\n");
		dt_text_add(t, "matrix: ");
		write_matrix(r, t);
		dt_text_add(t, "roles:\n  other: ");
		write_matrix(r, t);
	}
	return dt_text_string(t);
}

/* ---- Treaties ---- */

static void
write_entry(struct lanes_random *r, struct dt_text *t)
{
	dt_text_add(t, "entry: {parties: %zu, delay: %zu", one_in(r, 3) ? 0 :
	    1 + die(r, r->build.n), one_in(r, 2) ? 0 : die(r, 4));
	if (one_in(r, 4))
		dt_text_add(t, ", weight: 0.%zu", die(r, 10));
	if (one_in(r, 4))
		dt_text_add(t, ", states: [a]");
	dt_text_add(t, "}\nobligation: {grace: %zu}\n",
	    one_in(r, 2) ? 0 : die(r, 6));
}

static void
write_monitoring(struct lanes_random *r, struct dt_text *t)
{
	dt_text_add(t, "monitoring:\n  cost: 0.%zu\n", die(r, 3));
	if (one_in(r, 2))
		dt_text_add(t, "  accusers: %zu\n", die(r, r->build.n + 1));
	if (one_in(r, 2))
		dt_text_add(t, "  common_mode: %g\n", chance(r));
	dt_text_add(t, "  channels:\n");
	for (size_t i = 0; i < 2; i++)
		dt_text_add(t, "    c%zu: {miss: %g, false_alarm: %g, "
		    "visibility: %s, common: %s}\n", i, chance(r),
		    chance(r) / 2, one_in(r, 3) ? "private" : "public",
		    one_in(r, 2) ? "yes" : "no");
}

static void
write_ladder(struct lanes_random *r, struct dt_text *t)
{
	size_t rungs = die(r, 4), strikes = 0;
	dt_text_add(t, "response:\n  ladder: [");
	for (size_t k = 0; k < rungs; k++) {
		strikes += 1 + die(r, 3);
		dt_text_add(t, "%s{strikes: %zu", k ? ", " : "", strikes);
		if (one_in(r, 3))
			dt_text_add(t, ", chance: %g", chance(r));
		if (one_in(r, 2))
			dt_text_add(t, ", fine: %zu.5", die(r, 4));
		if (one_in(r, 3))
			dt_text_add(t, ", bond: %g",
			    one_in(r, 2) ? 1 : chance(r));
		if (one_in(r, 2))
			dt_text_add(t, ", suspend: %zu", die(r, 6));
		if (one_in(r, 6))
			dt_text_add(t, ", expel: yes");
		if (one_in(r, 12))
			dt_text_add(t, ", end: yes");
		dt_text_add(t, "}");
	}
	dt_text_add(t, "]\n");
	if (one_in(r, 2))
		dt_text_add(t, "  forgive_after: %zu\n", die(r, 5));
	if (one_in(r, 3))
		dt_text_add(t, "  forgive_chance: %g\n", chance(r));
	if (one_in(r, 2))
		dt_text_add(t, "  shared: yes\n");
}

static void
write_duration(struct lanes_random *r, struct dt_text *t)
{
	if (one_in(r, 2))
		dt_text_add(t, "bond: %zu\n", die(r, 20));
	if (one_in(r, 2))
		dt_text_add(t, "tariff: 0.%zu\n", die(r, 10));
	if (one_in(r, 2) && r->build.n > 1)
		dt_text_add(t, "transfers: [{from: a, to: b, amount: 0.25}]\n");
	dt_text_add(t, "withdrawal: {allowed: %s, notice: %zu}\n",
	    one_in(r, 4) ? "no" : "yes", die(r, 4));
	dt_text_add(t, "duration: {lapses: %s", one_in(r, 3) ? "yes" : "no");
	if (one_in(r, 2))
		dt_text_add(t, ", rounds: %zu, renewals: %zu, "
		    "renewal_rounds: %zu, renewal_chance: %g", 1 + die(r, 12),
		    die(r, 4), die(r, 4), chance(r));
	dt_text_add(t, "}\n");
}

static const char *
write_treaty(struct lanes_random *r)
{
	struct dt_text *t = new_text(r);
	dt_text_add(t, "treaty: random\n");
	if (one_in(r, 8))
		dt_text_add(t, "parties: [nations, a]\n");
	write_entry(r, t);
	write_monitoring(r, t);
	write_ladder(r, t);
	write_duration(r, t);
	return dt_text_string(t);
}

/* ---- The scenario ---- */

static void
fill_agent(struct lanes_random *r, size_t i)
{
	struct build_agent *a = &r->build.agents[i];
	a->strategy = write_strategy(r);
	a->nation = i == 0 || one_in(r, 4);
	a->weight = (double)(1 + die(r, 4));
	if (one_in(r, 3))
		a->role = "other";
	if (one_in(r, 3))
		a->joins = (int64_t)die(r, 8) - 1;
	if (i > 0 && one_in(r, 3)) {
		a->host = 1;
		r->build.agents[0].enforcement = .75;
	}
}

/* Some without slips, without treaty, with private signals, with an open
 * end. */
static void
fill_noise(struct lanes_random *r)
{
	struct build *b = &r->build;
	r->public = (struct dt_monitor_rates){ chance(r), chance(r) / 3 };
	r->private = (struct dt_monitor_rates){ chance(r), chance(r) / 3 };
	if (one_in(r, 2))
		b->public = &r->public;
	if (one_in(r, 3))
		b->private = &r->private;
	b->slip = one_in(r, 3) ? 0 : chance(r) / 4;
	b->rounds = 20 + (int64_t)die(r, 30);
	if (one_in(r, 2)) {
		b->continuation = .75 + .02 * (double)die(r, 12);
		if (one_in(r, 2))
			b->rounds = 0;
	}
}

void
lanes_random_make(struct lanes_random *r, uint64_t number,
    size_t agents_most)
{
	*r = (struct lanes_random){ .build.seed = number };
	dt_random_stream(&r->dice, number, 0, 0, 77);
	r->build.n = 1 + die(r, agents_most);
	for (size_t i = 0; i < r->build.n; i++)
		fill_agent(r, i);
	fill_noise(r);
	r->build.payoffs = write_payoffs(r);
	if (!one_in(r, 5))
		r->build.treaty = write_treaty(r);
	build_model(&r->build);
}

void
lanes_random_free(struct lanes_random *r)
{
	build_free(&r->build);
	for (size_t i = 0; i < r->n_texts; i++)
		dt_text_free(&r->texts[i]);
}
