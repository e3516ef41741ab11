/* class_csv: moves of rounds that are over, a line each, for a spreadsheet.
 * Nobody's name stands in it. */
#include "class/class_internal.h"

#include <inttypes.h>

#include "base/number.h"

static void
add_move(const struct dt_class *c, const struct dt_class_group *g, size_t k,
    size_t agent, struct dt_text *text)
{
	const struct dt_tape_round *r = &dt_tape_rounds(
	    (struct dt_tape *)(uintptr_t)&g->tape)[k];
	const struct dt_class_choice *choice = dt_class_choice(g, k + 1,
	    agent);
	char payoff[DT_NUMBER_SIZE];
	dt_text_add(text, "%zu,%" PRId64 ",%" PRId64 ",%s,%s,%s,%s,%s,%s,%d,"
	    "%d,%s\r\n", g->block + 1, g->run, r->number,
	    g->game->experiment.model.agents[agent].name, choice->person < 0 ?
	    "" : c->people[choice->person].code,
	    dt_class_source_words[choice->source],
	    choice->races ? "RACE" : "PAUSE",
	    dt_move_has(r->executed, agent) ? "RACE" : "PAUSE",
	    dt_view_phase_words[r->phase], dt_move_has(r->alarms, agent),
	    dt_move_has(r->findings, agent),
	    dt_number_print(r->payoff[agent], payoff));
}

void
dt_class_csv(const struct dt_class *c, struct dt_text *text)
{
	dt_text_add(text, "block,group,round,agent,participant,source,meant,"
	    "did,phase,alarm,finding,payoff\r\n");
	for (size_t i = 0; i < c->n_groups; i++)
		for (size_t k = 0; k < c->groups[i]->tape.n; k++)
			for (size_t a = 0; a < c->n; a++)
				add_move(c, c->groups[i], k, a, text);
}
