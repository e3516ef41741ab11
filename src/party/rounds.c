/* rounds: see rounds.h. */
#include "party/rounds.h"

static bool
is_race(const struct dt_entry *e)
{
	return !dt_lines_is(e->move, "PAUSE");
}

/* What an entry says of a round that is over. */
static void
hear(const struct dt_protocol *p, struct dt_rounds *r,
    const struct dt_entry *e)
{
	size_t who = dt_charter_find(&p->charter, e->agent);
	if (who >= r->parties || e->round < r->first || e->round > r->last)
		return;
	struct dt_store_move *m = &r->moves[(e->round - r->first) *
	    r->parties + who];
	if (e->kind == DT_ENTRY_OPEN || e->kind == DT_ENTRY_MISSING) {
		m->party = m->bound = true;
		m->declared = e->kind == DT_ENTRY_OPEN && is_race(e);
		m->executed = is_race(e);
	} else if (e->kind == DT_ENTRY_FINDING && is_race(e)) {
		m->finding = true;
	}
}

static void
count(struct dt_store_outcome *o, const struct dt_store_move *m)
{
	o->rounds_paused += !m->executed;
	o->rounds_party += m->party;
	o->rounds_bound += m->bound;
	o->breaches += m->executed;
	o->findings_right += m->finding;
	o->breaches_missed += m->executed && !m->finding;
	o->false_declarations += m->executed && !m->declared && m->finding;
}

static void
add_up(struct dt_rounds *r)
{
	struct dt_store_run *run = &r->run;
	for (uint64_t k = r->first; k <= r->last; k++) {
		bool all = true;
		for (size_t i = 0; i < r->parties; i++) {
			struct dt_store_move *m = &r->moves[(k - r->first) *
			    r->parties + i];
			m->executed = m->executed || m->finding;
			m->intended = m->executed;
			if (!m->party)
				continue;
			count(&r->outcomes[i], m);
			all = all && !m->executed;
			if (m->executed && run->first_breach_round == 0)
				run->first_breach_round = (int64_t)(k -
				    r->first + 1);
		}
		run->all_paused_rounds += all;
		run->in_force_rounds++;
	}
}

enum dt_status
dt_rounds_make(const struct dt_protocol *p, struct dt_rounds *r,
    struct dt_error *err)
{
	*r = (struct dt_rounds){ .first = p->halt_round,
		.parties = p->charter.parties };
	r->last = p->halt == 0 ? 0 : p->round - 1;
	if (p->halt == 0 || r->last < r->first) {
		r->first = r->last + 1;
		return DT_OK;
	}
	r->moves = dt_arena_new(p->arena, r->last - r->first + 1,
	    r->parties * sizeof(*r->moves));
	if (r->moves == NULL)
		return dt_status_no_memory(err);
	for (uint64_t i = 0; i < p->n; i++)
		hear(p, r, &p->entries[i].entry);
	bool ended = p->phase == DT_PROTOCOL_ENDED;
	r->run = (struct dt_store_run){ .run = 1,
		.rounds = (int64_t)(r->last - r->first + 1),
		.entered_round = 1,
		.ended_round = ended ? (int64_t)(r->last - r->first + 1) : 0,
		.ending = ended ? "withdrawal" : "none" };
	add_up(r);
	return DT_OK;
}
