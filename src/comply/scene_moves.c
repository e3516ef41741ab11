/* scene_moves: who races in a scene, and what that pays; see scene.h. */
#include "comply/scene_internal.h"

static double
intends(const struct dt_scene_view *v, size_t i)
{
	const struct dt_scenes *all = v->all;
	if (i == v->focal && v->act != DT_SCENE_COMPLY)
		return v->act == DT_SCENE_SECRET || v->act == DT_SCENE_OPEN;
	if (!dt_move_has(all->graph->asked.signers, i))
		return all->outsider[i];
	return v->is.phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(v->is.parties, i) ? 0 : 1;
}

void
dt_scene_moves(struct dt_scene_view *v)
{
	const struct dt_model *m = v->all->model;
	double slip = dt_random_chance(m->slip);
	for (size_t i = 0; i < m->n; i++) {
		double race = intends(v, i);
		v->race[i] = race * (1 - slip) + (1 - race) * slip;
	}
	v->coins = v->racing = 0;
	for (size_t i = 0; i < m->n; i++) {
		int host = m->agents[i].host;
		if (host < 0 || m->agents[host].enforcement == 0)
			continue;
		if (v->race[host] >= 1)
			v->racing |= dt_move_bit((size_t)host);
		else if (v->race[host] > 0)
			v->coins |= dt_move_bit((size_t)host);
	}
}

double
dt_scene_hosts(struct dt_scene_view *v, uint64_t up)
{
	const struct dt_model *m = v->all->model;
	double weight = 1;
	for (uint64_t set = v->coins; set != 0; set &= set - 1) {
		size_t h = dt_move_first(set);
		weight *= dt_move_has(up, h) ? v->race[h] : 1 - v->race[h];
	}
	for (size_t i = 0; i < m->n; i++) {
		int host = m->agents[i].host;
		bool held = host >= 0 && m->agents[host].enforcement != 0 &&
		    !dt_move_has(v->racing | up, (size_t)host);
		v->moves[i] = v->race[i];
		if (held)
			v->moves[i] *= 1 -
			    dt_random_chance(m->agents[host].enforcement);
		if (dt_move_has(v->coins, i))
			v->moves[i] = dt_move_has(up, i);
	}
	return weight;
}

/* Of pairs: what is sure of each is added up. */
static double
pay_pairs(const struct dt_scene_view *v)
{
	const struct dt_payoff *p = &v->all->model->payoff;
	const struct dt_payoff_matrix *m = &p->matrix[v->focal];
	double sum = 0, mine = v->moves[v->focal];
	for (size_t j = 0; j < p->n; j++) {
		double share = p->share[v->focal * p->n + j];
		double its = v->moves[j];
		if (share != 0 && j != v->focal)
			sum += share * ((1 - mine) * (1 - its) * m->reward +
			    (1 - mine) * its * m->sucker +
			    mine * (1 - its) * m->temptation +
			    mine * its * m->punishment);
	}
	return sum;
}

/* Of a table: every profile that may come. */
static double
pay_table(struct dt_scene_view *v)
{
	const struct dt_payoff *p = &v->all->model->payoff;
	size_t coin[DT_AGENTS_MOST], n = 0;
	uint64_t sure = 0;
	double sum = 0, room[DT_AGENTS_MOST];
	for (size_t i = 0; i < p->n; i++) {
		if (v->moves[i] >= 1)
			sure |= dt_move_bit(i);
		else if (v->moves[i] > 0)
			coin[n++] = i;
	}
	if (n > DT_SCENE_COINS_MOST) {
		v->failed = true;
		return 0;
	}
	for (uint64_t k = 0; k < (uint64_t)1 << n; k++) {
		uint64_t racers = sure;
		double w = 1;
		for (size_t c = 0; c < n; c++) {
			double up = v->moves[coin[c]];
			w *= k >> c & 1 ? up : 1 - up;
			if (k >> c & 1)
				racers |= dt_move_bit(coin[c]);
		}
		sum += w * dt_payoff_of(p, racers, room)[v->focal];
	}
	return sum;
}

double
dt_scene_stage(struct dt_scene_view *v)
{
	return v->all->model->payoff.table != NULL ? pay_table(v) :
	    pay_pairs(v);
}
