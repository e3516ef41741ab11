/* theory: see theory.h. */
#include "play/theory.h"

#include <math.h>

static bool
same(const struct dt_payoff_matrix *a, const struct dt_payoff_matrix *b)
{
	return a->reward == b->reward && a->sucker == b->sucker &&
	    a->temptation == b->temptation && a->punishment == b->punishment;
}

/* Puts an agent to those who have its matrix. More kinds of games than there
 * is room for are more than a person wants to read. */
static void
add_player(struct dt_theory *t, const struct dt_payoff_matrix *m, size_t i)
{
	size_t k = 0;
	while (k < t->n && !same(&t->games[k].matrix, m))
		k++;
	if (k == DT_THEORY_GAMES_MOST)
		return;
	if (k == t->n)
		t->games[t->n++] = (struct dt_theory_game){ .matrix = *m };
	t->games[k].players |= dt_move_bit(i);
}

/* A table for two: profiles count the first agent's race as 1, the second's
 * as 2, and have two payoffs each. */
static void
add_table(struct dt_theory *t, const double *p)
{
	struct dt_payoff_matrix first = { .reward = p[0], .temptation = p[2],
	    .sucker = p[4], .punishment = p[6] };
	struct dt_payoff_matrix second = { .reward = p[1], .sucker = p[3],
	    .temptation = p[5], .punishment = p[7] };
	add_player(t, &first, 0);
	add_player(t, &second, 1);
}

static bool
meets_somebody(const struct dt_payoff *p, size_t i)
{
	for (size_t j = 0; j < p->n; j++)
		if (p->share[i * p->n + j] > 0)
			return true;
	return false;
}

static void
find_games(struct dt_theory *t, const struct dt_payoff *p)
{
	for (size_t i = 0; p->matrix != NULL && i < p->n; i++)
		if (meets_somebody(p, i))
			add_player(t, &p->matrix[i], i);
	if (p->matrix == NULL && p->n == 2 && p->table != NULL)
		add_table(t, p->table);
}

static void
find_signals(struct dt_theory *t, const struct dt_terms *terms)
{
	const struct dt_monitor_signal *s = &terms->monitor.public;
	t->parties = dt_move_count(terms->open_to);
	t->monitored = terms->exists && t->parties > 1 &&
	    dt_monitor_mean(*s).miss < 1;
	for (int blind = 0; t->monitored && blind < 2; blind++) {
		double chance = blind ? s->blind : 1 - s->blind;
		const struct dt_monitor_rates *r = &s->in[blind];
		t->false_alarm += chance * dt_stage_any_false_alarm(
		    t->parties, r->false_alarm);
		t->detection += chance * dt_stage_any_detection(t->parties,
		    r->miss, r->false_alarm);
	}
}

static void
work_out(struct dt_theory_game *g, const struct dt_theory *t,
    double continuation)
{
	g->type = dt_stage_type_of(&g->matrix);
	g->grim = dt_stage_grim(&g->matrix);
	g->tit_for_tat = dt_stage_tit_for_tat(&g->matrix);
	g->price = (struct dt_stage_price){ NAN, NAN };
	g->punishment = NAN;
	if (!t->monitored)
		return;
	g->price = dt_stage_price(&g->matrix, t->false_alarm, t->detection);
	if (continuation < 1)
		g->punishment = dt_stage_punishment(&g->matrix,
		    t->false_alarm, t->detection, continuation);
}

struct dt_theory
dt_theory_of(const struct dt_experiment *experiment)
{
	const struct dt_model *m = &experiment->model;
	struct dt_theory t = { 0 };
	find_games(&t, &m->payoff);
	find_signals(&t, &m->terms);
	for (size_t k = 0; k < t.n; k++)
		work_out(&t.games[k], &t, m->continuation_chance);
	return t;
}
