/* machine: reach, and classes of states that do the same; see machine.h. */
#include "game/machine.h"

#include <math.h>
#include <string.h>

#include "base/random.h"

/* Chances closer than this are one: 1/3 is cut differently as the first and
 * as the last of a lot. */
#define CLOSE 1e-9

/* States of one automaton or of two, numbered through. */
struct states {
	const struct dt_automaton *of[2];
	size_t n;
	const bool *reached;    /* by number */
	uint16_t *class_of, *next;
	double *weight;         /* by class; zero between uses */
};

static const struct dt_automaton *
locate(const struct states *s, size_t *state)
{
	if (*state < s->of[0]->states)
		return s->of[0];
	*state -= s->of[0]->states;
	return s->of[1];
}

/* Of nobody without a treaty. */
static bool
can_be_seen(const struct dt_automaton *a, size_t view)
{
	size_t plain = dt_automaton_plain(a);
	struct dt_view v = dt_view_of(plain / dt_view_number(1),
	    view % plain);
	return v.phase != DT_PHASE_NONE || (!v.party && !v.flagged);
}

/* Adds to `weight` the chances of each class after a step, times `sign`. */
static void
add_step(const struct states *s, size_t which, size_t step, double sign)
{
	const struct dt_automaton *a = s->of[which];
	size_t base = which == 0 ? 0 : s->of[0]->states;
	if (step < a->states) {
		s->weight[s->class_of[base + step]] += sign;
		return;
	}
	const struct dt_automaton_lottery *lot =
	    &a->lotteries[step - a->states];
	double before = 0;
	for (size_t i = 0; i < lot->n; i++) {
		double below = dt_random_chance(lot->tickets[i].below);
		if (below > before)
			s->weight[s->class_of[base + lot->tickets[i].state]] +=
			    sign * (below - before);
		before = below;
	}
}

/* Whether what was added cancels; clears it. */
static bool
cancels(const struct states *s)
{
	bool all = true;
	for (size_t i = 0; i < s->n; i++)
		all = all && fabs(s->weight[i]) <= CLOSE;
	memset(s->weight, 0, s->n * sizeof(*s->weight));
	return all;
}

/* Rows of the tables, as far as their classes. Row a->states is the start. */
static bool
rows_alike(const struct states *s, size_t which_a, size_t row_a,
    size_t which_b, size_t row_b)
{
	const struct dt_automaton *a = s->of[which_a], *b = s->of[which_b];
	for (size_t v = 0; v < a->views; v++) {
		size_t x = a->step[row_a * a->views + v];
		size_t y = b->step[row_b * b->views + v];
		if ((a == b && x == y) || !can_be_seen(a, v))
			continue;
		add_step(s, which_a, x, 1);
		add_step(s, which_b, y, -1);
		if (!cancels(s))
			return false;
	}
	return true;
}

static bool
states_alike(const struct states *s, size_t i, size_t j)
{
	size_t at_i = i, at_j = j;
	const struct dt_automaton *a = locate(s, &at_i), *b = locate(s, &at_j);
	double race_i = dt_random_chance(a->race[at_i]);
	double race_j = dt_random_chance(b->race[at_j]);
	return s->class_of[i] == s->class_of[j] &&
	    fabs(race_i - race_j) <= CLOSE &&
	    a->withdraws[at_i] == b->withdraws[at_j] &&
	    rows_alike(s, i != at_i, at_i, j != at_j, at_j);
}

/* Gives each state the class of the first that does as it does. */
static size_t
split(struct states *s)
{
	size_t classes = 0;
	for (size_t i = 0; i < s->n; i++) {
		size_t j = 0;
		if (!s->reached[i])
			continue;
		while (j < i && !(s->reached[j] && states_alike(s, i, j)))
			j++;
		s->next[i] = j < i ? s->next[j] : (uint16_t)classes++;
	}
	memcpy(s->class_of, s->next, s->n * sizeof(*s->next));
	return classes;
}

/* Splits until nothing changes; the last pass is the check of what was
 * found: it compares every state with the first of its class again. */
static size_t
settle(struct states *s)
{
	size_t before = 0, classes = 1;
	while (classes != before) {
		before = classes;
		classes = split(s);
	}
	return classes;
}

static void
reach_step(const struct dt_automaton *a, size_t step, bool *reached,
    bool *more)
{
	if (step < a->states) {
		*more = *more || !reached[step];
		reached[step] = true;
		return;
	}
	const struct dt_automaton_lottery *lot =
	    &a->lotteries[step - a->states];
	uint64_t before = 0;
	for (size_t i = 0; i < lot->n; i++) {
		const struct dt_automaton_ticket *t = &lot->tickets[i];
		if (t->below > before && !reached[t->state])
			reached[t->state] = *more = true;
		before = t->below;
	}
}

void
dt_machine_reach(const struct dt_automaton *a, bool *reached)
{
	for (bool more = true; more;) {
		more = false;
		for (size_t row = 0; row <= a->states; row++) {
			if (row < a->states && !reached[row])
				continue;
			for (size_t v = 0; v < a->views; v++)
				if (can_be_seen(a, v))
					reach_step(a, a->step[row * a->views +
					    v], reached, &more);
		}
	}
}

/* Room for the states of one or two automata, those reached marked. */
static enum dt_status
gather(const struct dt_automaton *a, const struct dt_automaton *b,
    struct dt_arena *arena, struct states *s, struct dt_error *err)
{
	*s = (struct states){ .of = { a, b },
		.n = a->states + (b != NULL ? b->states : 0) };
	bool *reached = dt_arena_new(arena, s->n, sizeof(*reached));
	s->class_of = dt_arena_new(arena, s->n, sizeof(*s->class_of));
	s->next = dt_arena_new(arena, s->n, sizeof(*s->next));
	s->weight = dt_arena_new(arena, s->n, sizeof(*s->weight));
	if (!reached || !s->class_of || !s->next || !s->weight)
		return dt_status_no_memory(err);
	dt_machine_reach(a, reached);
	if (b != NULL)
		dt_machine_reach(b, reached + a->states);
	s->reached = reached;
	return DT_OK;
}

enum dt_status
dt_machine_make(const struct dt_automaton *automaton, struct dt_arena *arena,
    struct dt_machine *machine, struct dt_error *err)
{
	struct states s;
	enum dt_status status = gather(automaton, NULL, arena, &s, err);
	if (status != DT_OK)
		return status;
	*machine = (struct dt_machine){ .automaton = automaton,
		.class_of = s.class_of };
	machine->classes = settle(&s);
	for (size_t i = 0; i < s.n; i++)
		if (!s.reached[i])
			s.class_of[i] = DT_MACHINE_NO_CLASS;
	machine->reached = (bool *)s.reached;
	return DT_OK;
}

enum dt_status
dt_machine_same(const struct dt_automaton *a, const struct dt_automaton *b,
    struct dt_arena *arena, bool *same, struct dt_error *err)
{
	struct states s;
	*same = false;
	if (a->looks.n + b->looks.n > 0 || a->views != b->views ||
	    a->deceives != b->deceives)
		return DT_OK;
	enum dt_status status = gather(a, b, arena, &s, err);
	if (status != DT_OK)
		return status;
	settle(&s);
	*same = rows_alike(&s, 0, a->states, 1, b->states);
	return DT_OK;
}
