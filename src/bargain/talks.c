/* talks: the protocols, and the rounds of one negotiation; see talks.h. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "bargain/talks_internal.h"
#include "bargain/talks_outside.h"

const struct dt_talks_protocol *const dt_talks_protocols[] = {
	&dt_talks_offers, &dt_talks_ultimatum, &dt_talks_quota,
	&dt_talks_single_text, &dt_talks_pledges, &dt_talks_groups, NULL
};

const char *const dt_talks_end_words[] = {
	"agreed", "deadline", "broken off", "walked out",
	"nothing can be ratified", NULL
};

/* No other stream has it (base/random.h, engine/world.c). */
enum { PURPOSE = 0x74616c6b };

const struct dt_talks_protocol *
dt_talks_protocol_of(const char *name)
{
	for (size_t k = 0; dt_talks_protocols[k] != NULL; k++)
		if (strcmp(dt_talks_protocols[k]->name, name) == 0)
			return dt_talks_protocols[k];
	return NULL;
}

/* What a party gains by a text, by its own belief and at its own cost. */
static void
draw_gains(struct dt_talks *t)
{
	const struct dt_stakes *s = t->setting->stakes;
	for (size_t i = 0; i < s->n; i++) {
		const struct dt_menu_party *own = &t->setting->parties[i].own;
		double cost = own->cost_low, mean = (own->cost_low +
		    own->cost_high) / 2;
		if (own->cost_high > own->cost_low)
			cost += dt_random_unit(&t->random) *
			    (own->cost_high - own->cost_low);
		t->best[i] = 0;
		for (size_t x = 0; x < s->m; x++) {
			double *gain = &t->gain[x * s->n + i];
			*gain = t->setting->expected[x * s->n + i] -
			    (cost - mean) * s->texts[x].in_force;
			if (!t->setting->parties[i].refuses[x])
				t->best[i] = dt_number_max(t->best[i], *gain);
		}
		t->level[i] = own->negotiator.start;
	}
}

/* Those who have had enough. */
static void
let_leave(struct dt_talks *t)
{
	for (size_t i = 0; i < t->setting->stakes->n; i++) {
		int64_t after =
		    t->setting->parties[i].own.negotiator.leaves;
		bool stays = after == 0 || t->round <= after;
		if ((stays && !dt_talks_outside_walks(t, i)) ||
		    !dt_move_has(t->present, i))
			continue;
		t->present &= ~dt_move_bit(i);
		dt_talks_say(t, DT_TALKS_LEAVE, i, DT_TALKS_NONE, NAN, NAN);
	}
}

static bool
any_feasible(const struct dt_talks *t)
{
	for (size_t x = 0; x < t->setting->stakes->m; x++)
		if (dt_talks_feasible(t, x))
			return true;
	return false;
}

static void
end(struct dt_talks *t, enum dt_talks_end how)
{
	t->over = true;
	t->outcome->end = how;
}

static void
talk(struct dt_talks *t)
{
	const struct dt_talks_setting *s = t->setting;
	for (t->round = 1; !t->over && !t->failed; t->round++) {
		t->outcome->rounds = t->round;
		let_leave(t);
		if (!any_feasible(t)) {
			end(t, t->present == s->table ? DT_TALKS_PARTED :
			    DT_TALKS_WALKED);
			return;
		}
		s->protocol->round(t);
		if (t->over)
			return;
		if (t->round >= (s->protocol->once ? 1 : s->deadline)) {
			end(t, DT_TALKS_DEADLINE);
			dt_talks_say(t, DT_TALKS_EXPIRE, DT_TALKS_NONE,
			    DT_TALKS_NONE, NAN, NAN);
		} else if (s->breakdown > 0 &&
		    dt_random_unit(&t->random) < s->breakdown) {
			end(t, DT_TALKS_BROKEN);
			dt_talks_say(t, DT_TALKS_BREAK, DT_TALKS_NONE,
			    DT_TALKS_NONE, NAN, NAN);
		}
	}
}

enum dt_status
dt_talks_hold(const struct dt_talks_setting *setting, int64_t number,
    struct dt_talks_outcome *outcome, struct dt_error *err)
{
	const struct dt_stakes *s = setting->stakes;
	struct dt_talks t = { .setting = setting, .outcome = outcome,
	    .present = setting->table, .last_proposer = DT_TALKS_NONE,
	    .last_text = DT_TALKS_NONE, .standing = DT_TALKS_NONE,
	    .keep = number <= setting->keep };
	*outcome = (struct dt_talks_outcome){ .text = DT_TALKS_NONE };
	t.gain = dt_memory_new(s->n * s->m, sizeof(*t.gain));
	t.tried = dt_memory_new(s->m, sizeof(*t.tried));
	t.failed = t.gain == NULL || t.tried == NULL;
	dt_random_stream(&t.random, setting->seed, 0, (uint64_t)number,
	    PURPOSE);
	enum dt_status status = DT_OK;
	if (!t.failed) {
		draw_gains(&t);
		status = dt_talks_outside_begin(&t, number, err);
	}
	if (status == DT_OK && !t.failed && !t.over) {
		talk(&t);
		dt_talks_outside_end(&t);
	}
	for (size_t i = 0; !t.failed && i < s->n; i++)
		outcome->gain[i] += t.paid[i];
	dt_memory_free(t.gain);
	dt_memory_free(t.tried);
	return t.failed ? dt_status_no_memory(err) : status;
}

void
dt_talks_outcome_free(struct dt_talks_outcome *outcome)
{
	dt_memory_free(outcome->events);
	outcome->events = NULL;
}
