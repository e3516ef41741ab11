/* chain_alarm: the chances of an alarm and of a finding about agents that have
 * moved. */
#include "engine/chain_internal.h"

double
dt_chain_alarm(const struct dt_chain_draw *d,
    const struct dt_chain_piece *piece, bool private)
{
	const struct dt_model *m = d->chain->model;
	bool covered = d->clock.phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(d->parties, d->chain->order[piece->place]);
	const struct dt_monitor *by = covered ? &m->terms.monitor : &m->base;
	if (piece->place == d->departs && !private &&
	    (d->departure == DT_CHAIN_OPEN || d->departure == DT_CHAIN_REFUSE))
		return 1;
	const uint64_t (*alarm)[2] = private ? by->private_alarm :
	    by->public_alarm;
	return dt_random_chance(alarm[d->blind][piece->raced]);
}

bool
dt_chain_alarm_blurs(const struct dt_monitor *m)
{
	return (m->private_alarm[0][0] | m->private_alarm[0][1] |
	    m->private_alarm[1][0] | m->private_alarm[1][1]) != 0;
}

double
dt_chain_alarm_found(const struct dt_chain_draw *d,
    const struct dt_chain_piece *piece)
{
	double alarm = dt_chain_alarm(d, piece, false);
	if (!d->chain->coupled)
		return alarm;
	return alarm + (1 - alarm) * dt_coins_least(dt_move_count(d->parties) - 1,
	    dt_chain_alarm(d, piece, true),
	    d->chain->model->terms.accusers);
}
