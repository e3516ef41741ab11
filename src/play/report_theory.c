/* report_theory: what theory says, beside what was played; see report.h. */
#include "play/report.h"

#include <math.h>

#include "base/number.h"

static void
add_number(struct dt_text *text, double value, int digits)
{
	char buffer[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", isnan(value) ? "-" :
	    dt_number_print_short(value, digits, buffer));
}

static void
add_matrix(const struct dt_payoff_matrix *m, struct dt_text *text)
{
	const char *const names[] = { "T ", ", R ", ", P ", ", S " };
	double values[] = { m->temptation, m->reward, m->punishment,
	    m->sucker };
	for (int i = 0; i < 4; i++) {
		dt_text_add(text, "%s", names[i]);
		add_number(text, values[i], 4);
	}
}

/* Nearly 1 is not 1. */
static void
add_here(double here, struct dt_text *text)
{
	char buffer[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", dt_number_print(here, buffer));
}

static void
add_least(const char *what, double least, double here, struct dt_text *text)
{
	dt_text_add(text, "    %s", what);
	if (isnan(least)) {
		dt_text_add(text, " is no equilibrium at any continuation\n");
		return;
	}
	dt_text_add(text, " is an equilibrium from continuation ");
	add_number(text, least, 4);
	dt_text_add(text, " on");
	if (here < 1) {
		dt_text_add(text, "; here it is ");
		add_here(here, text);
	}
	dt_text_add(text, "\n");
}

static void
add_signals(const struct dt_theory *t, struct dt_text *text)
{
	dt_text_add(text, "  A round in which all %zu parties pause raises an "
	    "alarm with chance ", t->parties);
	add_number(text, t->false_alarm, 4);
	dt_text_add(text, ",\n  one in which one races with chance ");
	add_number(text, t->detection, 4);
	dt_text_add(text, ".\n");
}

static void
add_price(const struct dt_theory_game *g, double here, struct dt_text *text)
{
	if (isnan(g->price.value)) {
		dt_text_add(text, "    punishing all alike, after any alarm "
		    "with the same chance, cannot hold a pause;\n"
		    "    to tell the alarms apart may (solve "
		    "--payoff-set)\n");
		return;
	}
	dt_text_add(text, "    the best that punishing all alike can reach, "
	    "after any alarm with the\n    same chance: v* = ");
	add_number(text, g->price.value, 4);
	dt_text_add(text, ", from continuation ");
	add_number(text, g->price.continuation, 4);
	dt_text_add(text, " on");
	if (!isnan(g->punishment) && here < 1) {
		dt_text_add(text, ";\n    at ");
		add_here(here, text);
		dt_text_add(text, " by punishing an alarm with chance ");
		add_number(text, g->punishment, 5);
	}
	dt_text_add(text, ";\n    to tell the alarms apart may do better "
	    "(solve --payoff-set)\n");
}

/* "all agents", or their names. */
static void
add_players(const struct dt_experiment *e, uint64_t players,
    struct dt_text *text)
{
	if (players == dt_move_all(e->model.n)) {
		dt_text_add(text, "all agents");
		return;
	}
	const char *joint = "";
	for (uint64_t set = players; set != 0; set &= set - 1) {
		dt_text_add(text, "%s%s", joint,
		    e->model.agents[dt_move_first(set)].name);
		joint = ", ";
	}
}

static void
add_game(const struct dt_experiment *e, const struct dt_theory *t,
    const struct dt_theory_game *g, struct dt_text *text)
{
	double here = e->model.continuation_chance;
	dt_text_add(text, "  For ");
	add_players(e, g->players, text);
	dt_text_add(text, " (");
	add_matrix(&g->matrix, text);
	dt_text_add(text, ")\n    a round is a %s: %s\n",
	    dt_stage_name(g->type), dt_stage_meaning(g->type));
	if (g->matrix.temptation > g->matrix.reward) {
		add_least("grim", g->grim, here, text);
		add_least("tit for tat", g->tit_for_tat, here, text);
	}
	if (!dt_stage_threat_is_credible(&g->matrix))
		dt_text_add(text, "    but to carry out the threat costs "
		    "more than to give in\n");
	else if (t->monitored)
		add_price(g, here, text);
}

void
dt_report_theory(const struct dt_experiment *e, const struct dt_theory *t,
    struct dt_text *text)
{
	if (t->n == 0)
		return;
	dt_text_add(text, "\nIn theory, two at a time\n");
	if (e->model.race.exists)
		dt_text_add(text, "  Of the stage game alone: prize, horsemen "
		    "and growth of the race are left out.\n");
	if (t->monitored)
		add_signals(t, text);
	for (size_t k = 0; k < t->n; k++)
		add_game(e, t, &t->games[k], text);
}
