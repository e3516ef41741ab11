/*
 * lanes_moves: what parties declared, lane by lane; see dt_lanes_stretches.
 *
 * A round is held against the one before, plane by plane, and only what is
 * other is written down, in the order of time; lanes are told apart once, when
 * somebody asks.
 */
#include <string.h>

#include "base/memory.h"
#include "lanes/lanes_program.h"

/* Room for another round, in which every lane of every agent may change. */
static bool
make_room(struct dt_lanes_moves *m, size_t agents)
{
	size_t wanted = m->n + agents * DT_LANES;
	if (wanted <= m->room)
		return true;
	size_t room = m->room > wanted / 2 ? 2 * m->room : wanted;
	struct dt_lanes_change *list =
	    dt_memory_resize(m->list, room, sizeof(*list));
	m->failed |= list == NULL;
	if (list == NULL)
		return false;
	m->list = list;
	m->room = room;
	return true;
}

static void
note_word(struct dt_lanes *l, size_t agent, size_t w, uint64_t changed,
    uint64_t bound, uint64_t raced)
{
	struct dt_lanes_moves *m = &l->moves;
	for (; changed != 0; changed &= changed - 1) {
		unsigned bit = (unsigned)__builtin_ctzll(changed);
		enum dt_lanes_declared now = (bound >> bit & 1) == 0 ?
		    DT_LANES_UNBOUND : raced >> bit & 1 ? DT_LANES_RACE :
		    DT_LANES_PAUSE;
		m->list[m->n++] = (struct dt_lanes_change){
			.place = (uint32_t)(agent * DT_LANES + w * 64 + bit),
			.stretch = { (uint32_t)l->number, (uint32_t)now },
		};
	}
}

static void
note_agent(struct dt_lanes *l, size_t i)
{
	const struct dt_lanes_kept *k = l->program->kept;
	const struct dt_lanes_plane *s = l->slots;
	uint64_t hides = l->program->model->agents[i].automaton.deceives;
	for (size_t w = 0; w < DT_LANES_WORDS; w++) {
		uint64_t bound = s[k->in_force].word[w] &
		    s[k->agent[i].party].word[w];
		uint64_t raced = bound & s[k->agent[i].executed].word[w] &
		    (hides - 1);
		uint64_t *bound_before = &l->moves.bound[i].word[w];
		uint64_t *raced_before = &l->moves.raced[i].word[w];
		uint64_t changed = l->number == 1 ? ~(uint64_t)0 :
		    (bound ^ *bound_before) | (raced ^ *raced_before);
		note_word(l, i, w, changed & s[k->alive].word[w], bound,
		    raced);
		*bound_before = bound;
		*raced_before = raced;
	}
}

void
dt_lanes_note_moves(struct dt_lanes *l)
{
	const struct dt_model *model = l->program->model;
	if (!l->moves.failed && make_room(&l->moves, model->n))
		for (size_t i = 0; i < model->n; i++)
			note_agent(l, i);
}

/* By counting: the list is in the order of time, and stays so in a lane. */
static void
tell_apart(struct dt_lanes_moves *m, size_t places)
{
	uint32_t *first = m->first;
	memset(first, 0, (places + 1) * sizeof(*first));
	for (size_t k = 0; k < m->n; k++)
		first[m->list[k].place + 1]++;
	for (size_t p = 0; p < places; p++)
		first[p + 1] += first[p];
	for (size_t k = 0; k < m->n; k++)
		m->apart[first[m->list[k].place]++] = m->list[k].stretch;
	memmove(first + 1, first, places * sizeof(*first));
	first[0] = 0;
	m->is_apart = true;
}

static bool
have_apart(struct dt_lanes_moves *m, size_t places)
{
	if (m->is_apart || m->failed || m->n > UINT32_MAX)
		return m->is_apart;
	if (m->n > m->apart_room) {
		dt_memory_free(m->apart);
		m->apart = dt_memory_new(m->room, sizeof(*m->apart));
		m->apart_room = m->apart ? m->room : 0;
	}
	if (m->apart == NULL)
		return false;
	tell_apart(m, places);
	return true;
}

const struct dt_lanes_stretch *
dt_lanes_stretches(struct dt_lanes *l, size_t lane, size_t agent, size_t *n)
{
	struct dt_lanes_moves *m = &l->moves;
	*n = 0;
	if (!have_apart(m, l->program->model->n * DT_LANES))
		return NULL;
	size_t place = agent * DT_LANES + lane;
	*n = m->first[place + 1] - m->first[place];
	return m->apart + m->first[place];
}

bool
dt_lanes_ran_out(const struct dt_lanes *l)
{
	return l->moves.failed;
}

void
dt_lanes_begin_moves(struct dt_lanes *l)
{
	l->moves.n = 0;
	l->moves.is_apart = l->moves.failed = false;
}

void
dt_lanes_free_moves(struct dt_lanes *l)
{
	dt_memory_free(l->moves.list);
	dt_memory_free(l->moves.apart);
}
