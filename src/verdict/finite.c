/* finite: see finite.h. */
#include "verdict/finite_internal.h"

/* Moves must pay nothing by themselves, as the values are of races alone. */
static enum dt_status
check_payoffs(const struct dt_finite *f, struct dt_error *err)
{
	const struct dt_model *m = &f->experiment->model;
	double room[DT_AGENTS_MOST];
	for (size_t k = 0; k < 2 * m->n; k++) {
		uint64_t set = dt_move_bit(k / 2);
		const double *stage = dt_payoff_of(&m->payoff,
		    k % 2 ? set : dt_move_all(m->n) & ~set, room);
		for (size_t i = 0; i < m->n; i++)
			if (stage[i] != 0)
				return dt_status_fail(err, DT_EUSAGE,
				    "in a race in few states `solve` wants "
				    "moves that pay nothing by themselves: "
				    "give --payoffs nothing");
	}
	return DT_OK;
}

enum dt_status
dt_finite_solve(struct dt_arena *arena, const struct dt_experiment *e,
    struct dt_solution *solution, struct dt_error *err)
{
	struct dt_finite f = { arena, e, &e->model.contest, solution };
	dt_solution_start(solution, arena, "race", e->scenario->name);
	solution->config = e->config;
	solution->tolerance = DT_FINITE_AGREE;
	enum dt_status status = check_payoffs(&f, err);
	if (status == DT_OK && e->model.rounds != 0)
		status = dt_status_fail(err, DT_EUSAGE, "a race in few states "
		    "is solved without a last round: give --set rounds=0");
	if (status != DT_OK)
		return status;
	return f.contest->kind == DT_CONTEST_LEAD ? dt_finite_lead(&f, err) :
	    dt_finite_memoryless(&f, err);
}
