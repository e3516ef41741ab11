/* digest_class_lines: what a block pays where all race and where all pause, and
 * whether the first is an equilibrium of the game played once; see
 * digest_class.h. */
#include "report/digest_class.h"

#include <inttypes.h>
#include <math.h>

static bool
is_equilibrium(const struct dt_payoff *payoff, uint64_t racers)
{
	double room[DT_AGENTS_MOST], other[DT_AGENTS_MOST];
	const double *here = dt_payoff_of(payoff, racers, room);
	for (size_t i = 0; i < payoff->n; i++)
		if (dt_payoff_of(payoff, racers ^ dt_move_bit(i), other)[i] >
		    here[i] + 1e-12 * (1 + fabs(here[i])))
			return false;
	return true;
}

static double
mean_of(const struct dt_payoff *payoff, uint64_t racers)
{
	double room[DT_AGENTS_MOST], sum = 0;
	const double *pays = dt_payoff_of(payoff, racers, room);
	for (size_t i = 0; i < payoff->n; i++)
		sum += pays[i];
	return sum / (double)payoff->n;
}

/* The payoffs of a block are the same in all of its games. */
enum dt_status
dt_digest_class_lines(struct dt_digest *d, struct dt_digest_class_block *b)
{
	int64_t id = 0;
	struct dt_digest_experiment *e = dt_arena_new(d->arena, 1, sizeof(*e));
	if (e == NULL)
		return dt_status_no_memory(d->err);
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    dt_digest_take_count, &id }, "SELECT min(experiment_id) FROM class_run"
	    " WHERE block = %" PRId64, b->block);
	if (status == DT_OK)
		status = dt_digest_read(d, id, e);
	if (status == DT_OK)
		status = dt_digest_compile(d, e);
	b->compiles = status == DT_OK && e->compiles;
	if (!b->compiles)
		return status;
	const struct dt_payoff *payoff = &e->made.model.payoff;
	b->all_race = mean_of(payoff, dt_move_all(e->n));
	b->all_pause = mean_of(payoff, 0);
	b->race_is_equilibrium = is_equilibrium(payoff, dt_move_all(e->n));
	return DT_OK;
}
