/*
 * chain_parts: the strong components of a flow (Tarjan 1972), without
 * recursion, since a chain may be one long path. Parts come in the order in
 * which they are finished: those that lead nowhere else first.
 */
#include "engine/chain_flow.h"

#include "base/memory.h"

struct search {
	const struct dt_chain_flow *flow;
	struct dt_chain_parts *out;
	uint32_t *low, *seen;           /* by state; seen: order + 1, or 0 */
	size_t *next;                   /* by state: edge to look at */
	uint32_t *path, *stack;
	size_t on_path, on_stack, order, placed;
};

static void
enter(struct search *s, uint32_t state)
{
	s->seen[state] = s->low[state] = (uint32_t)++s->order;
	s->next[state] = s->flow->row[state];
	s->path[s->on_path++] = state;
	s->stack[s->on_stack++] = state;
}

/* Everything above a state on the stack is one part with it. */
static void
close_part(struct search *s, uint32_t state)
{
	struct dt_chain_parts *p = s->out;
	uint32_t other;
	p->first[p->n] = s->placed;
	do {
		other = s->stack[--s->on_stack];
		p->part[other] = (uint32_t)p->n;
		p->member[s->placed++] = other;
	} while (other != state);
	p->first[++p->n] = s->placed;
}

/* Whether the search goes deeper. */
static bool
look(struct search *s, uint32_t state)
{
	const struct dt_chain_flow *f = s->flow;
	for (; s->next[state] < f->row[state + 1]; s->next[state]++) {
		size_t edge = s->next[state];
		uint32_t to = f->to[edge];
		if (!(f->value[edge] > 0))
			continue;
		if (s->seen[to] == 0) {
			enter(s, to);
			return true;
		}
		if (s->out->part[to] == DT_CHAIN_NONE &&
		    s->low[to] < s->low[state])
			s->low[state] = s->low[to];
	}
	return false;
}

static void
search_from(struct search *s, uint32_t start)
{
	if (s->seen[start] == 0)
		enter(s, start);
	while (s->on_path > 0) {
		uint32_t state = s->path[s->on_path - 1];
		if (look(s, state))
			continue;
		s->on_path--;
		if (s->low[state] == s->seen[state])
			close_part(s, state);
		if (s->on_path == 0)
			continue;
		uint32_t parent = s->path[s->on_path - 1];
		if (s->out->part[state] == DT_CHAIN_NONE &&
		    s->low[state] < s->low[parent])
			s->low[parent] = s->low[state];
	}
}

void
dt_chain_parts_free(struct dt_chain_parts *p)
{
	dt_memory_free(p->member);
	dt_memory_free(p->first);
	dt_memory_free(p->part);
}

bool
dt_chain_parts(const struct dt_chain_flow *f, struct dt_chain_parts *p)
{
	struct search s = { .flow = f, .out = p };
	uint32_t *words = dt_memory_new(4 * f->n, sizeof(*words));
	s.next = dt_memory_new(f->n, sizeof(*s.next));
	*p = (struct dt_chain_parts){
		.member = dt_memory_new(f->n, sizeof(*p->member)),
		.first = dt_memory_new(f->n + 1, sizeof(*p->first)),
		.part = dt_memory_new(f->n, sizeof(*p->part)),
	};
	bool good = words != NULL && s.next != NULL && p->member != NULL &&
	    p->first != NULL && p->part != NULL;
	if (good) {
		s.low = words;
		s.seen = words + f->n;
		s.path = words + 2 * f->n;
		s.stack = words + 3 * f->n;
		for (size_t i = 0; i < f->n; i++)
			p->part[i] = DT_CHAIN_NONE;
		for (size_t i = 0; i < f->n; i++)
			search_from(&s, (uint32_t)i);
	}
	dt_memory_free(words);
	dt_memory_free(s.next);
	return good;
}
