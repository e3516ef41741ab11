/* outside_say: the lines that programs are told; see outside_words.h. Names
 * are of small letters, digits, '.' and '-', so nothing needs a backslash. */
#include "outside/outside_words.h"

#include <inttypes.h>
#include <string.h>

#include "base/number.h"
#include "outside/outside.h"

static void
add_number(struct dt_text *text, double value)
{
	char number[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", dt_number_print(value, number));
}

static const char *
truth(bool is)
{
	return is ? "true" : "false";
}

/* What a move pays by how many others race, the first so many of them. */
static void
add_payoffs(const struct dt_model *m, size_t agent, bool races,
    struct dt_text *text)
{
	double room[DT_AGENTS_MOST];
	uint64_t racers = races ? dt_move_bit(agent) : 0;
	for (size_t k = 0, other = 0; k < m->n; k++) {
		dt_text_add(text, k == 0 ? "[" : ", ");
		add_number(text, dt_payoff_of(&m->payoff, racers,
		    room)[agent]);
		other += other == agent;
		if (other < m->n)
			racers |= dt_move_bit(other++);
	}
	dt_text_add(text, "]");
}

static void
add_names(const struct dt_model *m, uint64_t set, struct dt_text *text)
{
	dt_text_add(text, "[");
	for (uint64_t s = set; s != 0; s &= s - 1)
		dt_text_add(text, "%s\"%s\"", s == set ? "" : ", ",
		    m->agents[dt_move_first(s)].name);
	dt_text_add(text, "]");
}

/* A number of the agent and the run that a double holds. */
static uint64_t
seed_of(const struct dt_model *m, size_t agent, uint64_t run)
{
	struct dt_random random;
	dt_random_stream(&random, m->seed, m->experiment, run,
	    DT_FOR_PROGRAMS + agent);
	return dt_random_word(&random) >> 11;
}

void
dt_outside_say_start(const struct dt_model *m, size_t agent, uint64_t run,
    struct dt_text *text)
{
	dt_text_add(text, "{\"type\": \"start\", \"protocol\": %d, \"run\": "
	    "%" PRIu64 ", \"agent\": \"%s\", \"others\": ",
	    DT_OUTSIDE_PROTOCOL, run, m->agents[agent].name);
	add_names(m, dt_move_all(m->n) & ~dt_move_bit(agent), text);
	dt_text_add(text, ", \"rounds\": ");
	if (m->rounds > 0)
		dt_text_add(text, "%" PRId64, m->rounds);
	else
		dt_text_add(text, "null");
	dt_text_add(text, ", \"continuation\": ");
	add_number(text, m->continuation_chance);
	dt_text_add(text, ", \"slip\": ");
	add_number(text, m->slip_chance);
	dt_text_add(text, ", \"treaty\": %s, \"payoffs\": {\"pause\": ",
	    truth(m->terms.exists));
	add_payoffs(m, agent, false, text);
	dt_text_add(text, ", \"race\": ");
	add_payoffs(m, agent, true, text);
	dt_text_add(text, "}, \"seed\": %" PRIu64 "}\n",
	    seed_of(m, agent, run));
}

void
dt_outside_say_move(const struct dt_world *w, size_t agent,
    struct dt_text *text)
{
	dt_text_add(text, "{\"type\": \"move\", \"round\": %" PRId64
	    ", \"phase\": \"%s\", \"party\": %s}\n", w->round.number,
	    dt_view_phase_words[w->regime.phase],
	    truth(dt_move_has(w->regime.parties, agent)));
}

void
dt_outside_say_saw(const struct dt_world *w, size_t agent,
    struct dt_text *text)
{
	const struct dt_round *r = &w->round;
	dt_text_add(text, "{\"type\": \"saw\", \"round\": %" PRId64
	    ", \"executed\": \"%s\", \"raced\": ", r->number,
	    dt_move_has(r->executed, agent) ? "race" : "pause");
	add_names(w->model, r->seen[agent], text);
	dt_text_add(text, ", \"flagged\": %s, \"payoff\": ",
	    truth(dt_move_has(r->findings, agent)));
	add_number(text, r->payoff[agent]);
	dt_text_add(text, "}\n");
}

const char *
dt_outside_folder(const struct dt_node *map, char *buffer, size_t size)
{
	const struct dt_node *node = dt_node_get(map, "command");
	const struct dt_source *source = node != NULL && node->n > 0 ?
	    node->items[0]->at.source : NULL;
	const char *slash = source != NULL ? strrchr(source->path, '/') : NULL;
	size_t n = slash != NULL ? (size_t)(slash - source->path) : 0;
	if (n == 0 || n >= size)
		return NULL;
	memcpy(buffer, source->path, n);
	buffer[n] = '\0';
	return buffer;
}
