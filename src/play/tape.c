/* tape: see tape.h. */
#include "play/tape.h"

#include <string.h>

#include "base/memory.h"

static bool
grow(struct dt_tape *t)
{
	size_t room = t->n < t->room ? t->room : t->room ? 2 * t->room : 64;
	struct dt_tape_round *rounds =
	    dt_memory_resize(t->rounds, room, sizeof(*rounds));
	if (rounds == NULL)
		return false;
	t->rounds = rounds;
	if (t->light) {
		t->room = room;
		return true;
	}
	double *flows = dt_memory_resize(t->flows, room,
	    2 * t->agents * sizeof(*flows));
	if (flows == NULL)
		return false;
	t->flows = flows;
	uint64_t *seen = dt_memory_resize(t->seen, room,
	    t->agents * sizeof(*seen));
	if (seen == NULL)
		return false;
	t->seen = seen;
	if (t->race) {
		struct dt_tape_lab *labs = dt_memory_resize(t->labs, room,
		    t->agents * sizeof(*labs));
		if (labs == NULL)
			return false;
		t->labs = labs;
	}
	t->room = room;
	return true;
}

/* What a race was behind the round. */
static void
add_race(struct dt_tape *t, const struct dt_race_state *s)
{
	struct dt_tape_round *r = &t->rounds[t->n];
	struct dt_tape_lab *lab = t->labs + t->agents * t->n;
	for (int k = 0; k < DT_RACE_HORSEMEN; k++)
		for (size_t i = 0; i < t->agents; i++)
			if (s->borne[k][i] > r->borne[k])
				r->borne[k] = s->borne[k][i];
	for (uint64_t set = s->race->labs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		lab[r->n_labs++] = (struct dt_tape_lab){ i, s->capability[i],
		    s->misalignment[i], s->oversight[i], s->share[i],
		    dt_race_behind(s, i), s->generation[i] };
	}
	r->race = true;
}

bool
dt_tape_add(struct dt_tape *t, const struct dt_round *r, uint64_t notified)
{
	t->race = r->raced != NULL && !t->light;
	if ((t->n == t->room || (t->race && t->labs == NULL)) && !grow(t))
		return false;
	size_t n = t->agents;
	t->rounds[t->n] = (struct dt_tape_round){
		.number = r->number, .phase = r->phase,
		.parties = r->parties, .bound = r->bound,
		.intended = r->intended,
		.executed = r->executed, .declared = r->declared,
		.stopped = r->stopped, .alarms = r->alarms,
		.findings = r->findings, .notified = notified,
	};
	if (!t->light) {
		double *flows = t->flows + 2 * n * t->n;
		memcpy(flows, r->payoff, n * sizeof(*flows));
		memcpy(flows + n, r->fine, n * sizeof(*flows));
		memcpy(t->seen + n * t->n, r->seen, n * sizeof(*t->seen));
	}
	if (t->race)
		add_race(t, r->raced);
	t->n++;
	return true;
}

void
dt_tape_clear(struct dt_tape *tape, size_t agents)
{
	tape->agents = agents;
	tape->n = 0;
}

const struct dt_tape_round *
dt_tape_rounds(struct dt_tape *t)
{
	for (size_t k = 0; !t->light && k < t->n; k++) {
		t->rounds[k].payoff = t->flows + 2 * t->agents * k;
		t->rounds[k].fine = t->rounds[k].payoff + t->agents;
		t->rounds[k].seen = t->seen + t->agents * k;
		t->rounds[k].labs = t->race ? t->labs + t->agents * k : NULL;
	}
	return t->rounds;
}

void
dt_tape_free(struct dt_tape *tape)
{
	dt_memory_free(tape->rounds);
	dt_memory_free(tape->flows);
	dt_memory_free(tape->seen);
	dt_memory_free(tape->labs);
	*tape = (struct dt_tape){ 0 };
}
