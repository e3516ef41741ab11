/* graph_outline: see graph_outline.h. */
#include "comply/graph_outline.h"

#include <string.h>

#include "base/memory.h"
#include "engine/twins.h"

enum { AGENTS_SOME = 8 };

static void
add(struct dt_graph_outline *o, uint64_t word)
{
	if (o->word != NULL && dt_memory_reserve(&o->word, &o->room, o->n + 1,
	    sizeof(*o->word)))
		o->word[o->n++] = word;
	else {
		dt_memory_free(o->word);
		o->word = NULL;
	}
}

static void
add_number(struct dt_graph_outline *o, double number)
{
	uint64_t word;
	memcpy(&word, &number, sizeof(word));
	add(o, word);
}

static void
add_all(struct dt_graph_outline *o, const int64_t *of, size_t n)
{
	for (size_t k = 0; k < n; k++)
		add(o, (uint64_t)of[k]);
}

static void
add_request(struct dt_graph_outline *o, const struct dt_graph_request *r)
{
	const uint64_t words[] = { r->signers, r->focal, r->innocent,
	    r->states_most, r->edges_most };
	add_all(o, r->strikes_cut, 2);
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		add(o, words[k]);
}

/* Who is like whom, and how long all may last. */
static void
add_game(struct dt_graph_outline *o, const struct dt_model *m)
{
	uint64_t hosts = dt_twins_hosts(m);
	add(o, m->n);
	add(o, hosts);
	add(o, (uint64_t)m->rounds);
	add(o, m->continuation_chance < 1);
	add(o, m->slip == 0);
	for (size_t i = 0; i < m->n; i++) {
		size_t j = 0;
		while (j < i && !dt_twins_alike(m, hosts, i, j))
			j++;
		add(o, j);
	}
}

/* Who suffices for it to enter into force, and to stay so: all there is to the
 * conditions of entry (regime.c). Of many agents, what the text says. */
static void
add_entry(struct dt_graph_outline *o, const struct dt_terms *t)
{
	if (t->n > AGENTS_SOME) {
		add(o, t->entry_parties);
		add(o, t->entry_states);
		add_number(o, t->entry_weight);
		for (size_t i = 0; i < t->n; i++)
			add_number(o, t->weight[i]);
		return;
	}
	uint64_t word = 0;
	for (uint64_t set = 0; set < UINT64_C(1) << t->n; set++) {
		word = word << 1 | dt_terms_suffice(t, set);
		if (set % 64 == 63 || set + 1 == UINT64_C(1) << t->n)
			add(o, word);
	}
}

static void
add_dates(struct dt_graph_outline *o, const struct dt_terms *t)
{
	const uint64_t words[] = { t->exists, t->open_to, t->may_withdraw,
	    t->renewal, t->lapses };
	const int64_t dates[] = { t->delay, t->grace, t->notice, t->rounds,
	    t->renewals, t->renewal_rounds, t->review };
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		add(o, words[k]);
	add_all(o, dates, sizeof(dates) / sizeof(dates[0]));
	add_all(o, t->joins, t->n);
}

/* What findings lead to, but fines. Side payments tell agents apart. */
static void
add_answers(struct dt_graph_outline *o, const struct dt_terms *t)
{
	add(o, t->n_rungs);
	for (size_t k = 0; k < t->n_rungs; k++) {
		const struct dt_terms_rung *r = &t->rungs[k];
		add(o, (uint64_t)r->strikes);
		add(o, (uint64_t)r->suspend);
		add(o, r->chance);
		add_number(o, r->bond);
		add(o, (uint64_t)r->expel << 1 | r->end);
	}
	add(o, (uint64_t)dt_terms_strikes_most(t));
	add(o, (uint64_t)t->forgive_after);
	add(o, t->forgive);
	add(o, t->shared);
	add(o, t->bond > 0);
	add(o, t->n_transfers);
	for (size_t k = 0; k < t->n_transfers; k++) {
		add(o, t->transfers[k].from);
		add(o, t->transfers[k].to);
	}
}

bool
dt_graph_outline_make(struct dt_graph_outline *o,
    const struct dt_graph_request *request)
{
	*o = (struct dt_graph_outline){ .room = 64 };
	o->word = dt_memory_new(o->room, sizeof(*o->word));
	add_request(o, request);
	add_game(o, request->model);
	add_entry(o, &request->model->terms);
	add_dates(o, &request->model->terms);
	add_answers(o, &request->model->terms);
	return o->word != NULL;
}

void
dt_graph_outline_free(struct dt_graph_outline *o)
{
	dt_memory_free(o->word);
	*o = (struct dt_graph_outline){ NULL };
}

bool
dt_graph_outline_is(const struct dt_graph_outline *o, const uint64_t *word,
    size_t n)
{
	return o->n == n && memcmp(o->word, word, n * sizeof(*word)) == 0;
}
