/* theory: see theory.h. */
#include "lab/theory.h"

#include <math.h>
#include <string.h>

static bool
same(const struct dt_payoff_matrix *a, const struct dt_payoff_matrix *b)
{
	return a->reward == b->reward && a->sucker == b->sucker &&
	    a->temptation == b->temptation && a->punishment == b->punishment;
}

/* One matrix for everybody, or none. */
static bool
common_matrix(const struct dt_payoff *p, struct dt_payoff_matrix *matrix)
{
	for (size_t i = 1; p->matrix != NULL && i < p->n; i++)
		if (!same(&p->matrix[0], &p->matrix[i]))
			return false;
	if (p->matrix != NULL && p->n > 1)
		*matrix = p->matrix[0];
	return p->matrix != NULL && p->n > 1;
}

/* A table for two agents that is symmetric. Profiles: bit 0 is the first. */
static bool
symmetric_table(const struct dt_payoff *p, struct dt_payoff_matrix *matrix)
{
	if (p->n != 2 || p->table == NULL)
		return false;
	const double *t = p->table;
	*matrix = (struct dt_payoff_matrix){ .reward = t[0],
	    .temptation = t[2], .sucker = t[4], .punishment = t[6] };
	return t[0] == t[1] && t[2] == t[5] && t[4] == t[3] && t[6] == t[7];
}

static void
price(struct dt_theory *t, const struct dt_model *m)
{
	const struct dt_monitor_rates *rates = &m->terms.monitor.public;
	t->parties = dt_move_count(m->terms.open_to);
	t->monitored = m->terms.exists && t->parties > 1 && rates->miss < 1;
	if (!t->monitored)
		return;
	t->false_alarm =
	    dt_stage_any_false_alarm(t->parties, rates->false_alarm);
	t->detection = dt_stage_any_detection(t->parties, rates->miss,
	    rates->false_alarm);
	t->price = dt_stage_price(&t->matrix, t->false_alarm, t->detection);
	t->punishment = m->continuation_chance < 1 ? dt_stage_punishment(
	    &t->matrix, t->false_alarm, t->detection,
	    m->continuation_chance) : NAN;
}

struct dt_theory
dt_theory_of(const struct dt_experiment *experiment)
{
	const struct dt_model *m = &experiment->model;
	struct dt_theory t = { .punishment = NAN };
	t.known = common_matrix(&m->payoff, &t.matrix) ||
	    symmetric_table(&m->payoff, &t.matrix);
	if (!t.known)
		return t;
	t.type = dt_stage_type_of(&t.matrix);
	t.grim = dt_stage_grim(&t.matrix);
	t.tit_for_tat = dt_stage_tit_for_tat(&t.matrix);
	price(&t, m);
	return t;
}
