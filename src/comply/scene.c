/* scene: see scene.h. */
#include "comply/scene.h"

#include <math.h>
#include <string.h>

#include "base/coins.h"
#include "base/memory.h"

enum { COINS_MOST = 14 };

/* A scene while it is worked out, for one act. */
struct view {
	const struct dt_scenes *all;
	struct dt_graph_scene is;
	enum dt_scene_act act;
	size_t focal;                   /* agent */
	double race[DT_AGENTS_MOST];    /* by agent: to be ahead to RACE */
	double moves[DT_AGENTS_MOST];   /* to execute it, as hosts stand */
	uint64_t coins;                 /* hosts whose move is a coin */
	uint64_t racing;                /* hosts that race */
	struct dt_scene *out;
	bool failed;
};

static double
chance_of(uint64_t threshold)
{
	return threshold == UINT64_MAX ? 1 : (double)threshold * 0x1p-64;
}

static double
intends(const struct view *v, size_t i)
{
	const struct dt_scenes *all = v->all;
	if (!dt_move_has(all->graph->asked.signers, i))
		return all->outsider[i];
	return v->is.phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(v->is.parties, i) ? 0 : 1;
}

static void
find_moves(struct view *v)
{
	const struct dt_model *m = v->all->model;
	double slip = chance_of(m->slip);
	for (size_t i = 0; i < m->n; i++) {
		double race = intends(v, i);
		v->race[i] = race * (1 - slip) + (1 - race) * slip;
	}
	if (v->act != DT_SCENE_COMPLY)
		v->race[v->focal] = v->act == DT_SCENE_SECRET ||
		    v->act == DT_SCENE_OPEN;
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

/* With the hosts of `up` racing, of those whose move is a coin: the chance of
 * that, and of everybody's move then. */
static double
fix_hosts(struct view *v, uint64_t up)
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
		    !dt_move_has(v->racing | up, (size_t)host) &&
		    (i != v->focal || v->act == DT_SCENE_COMPLY);
		v->moves[i] = v->race[i];
		if (held)
			v->moves[i] *= 1 -
			    chance_of(m->agents[host].enforcement);
		if (dt_move_has(v->coins, i))
			v->moves[i] = dt_move_has(up, i);
	}
	return weight;
}

/* Of pairs: what is sure of each is added up. */
static double
pay_pairs(const struct view *v)
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
pay_table(struct view *v)
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
	if (n > COINS_MOST) {
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

/* The chance that a party is found that moves so, in a kind of round. */
static double
found_chance(const struct view *v, int blind, double race)
{
	const struct dt_terms *t = &v->all->model->terms;
	double sum = 0;
	for (int move = 0; move < 2; move++) {
		double alarm = chance_of(
		    t->monitor.public_alarm[blind][move]);
		double seen = chance_of(
		    t->monitor.private_alarm[blind][move]);
		if (t->accusers > 0 && seen > 0)
			alarm += (1 - alarm) * dt_coins_least(
			    dt_move_count(v->is.parties) - 1, seen,
			    t->accusers);
		sum += (move ? race : 1 - race) * alarm;
	}
	return sum;
}

/* How likely each pattern is, when each is found with these chances. */
static void
add_patterns(struct view *v, double weight, double own, const double *found,
    const size_t *parties)
{
	const struct dt_graph *g = v->all->graph;
	bool party = dt_move_has(v->is.parties, v->focal);
	double *to = v->out->pattern[v->act];
	for (size_t k = 0; k < g->patterns; k++) {
		double w = k & 1 ? (party ? own : 0) : party ? 1 - own : 1;
		for (size_t c = 0; c < g->groups && w > 0; c++) {
			size_t n = k / g->radix[c] % (g->size[c] + 1);
			if (n > parties[c]) {
				w = 0;
				break;
			}
			for (size_t i = 0; i < parties[c]; i++)
				w *= i < n ? found[c] : 1 - found[c];
		}
		to[k] += weight * w;
	}
}

/* A kind of round: who is found, hosts standing as they do. */
static void
add_signals(struct view *v, int blind, double weight)
{
	const struct dt_graph *g = v->all->graph;
	double found[DT_AGENTS_MOST] = { 0 };
	size_t parties[DT_AGENTS_MOST] = { 0 };
	bool seen = v->act == DT_SCENE_OPEN || v->act == DT_SCENE_REFUSE;
	double own = seen ? 1 : found_chance(v, blind, v->moves[v->focal]);
	for (size_t p = 1; p < g->n_agents; p++) {
		size_t group = g->group[g->class[p]], i = g->order[p];
		if (!dt_move_has(v->is.parties, i))
			continue;
		found[group] = found_chance(v, blind, v->moves[i]);
		parties[group]++;
	}
	if (dt_move_has(v->is.parties, v->focal))
		v->out->own[v->act] += weight * own;
	for (size_t c = 0; c < g->groups; c++)
		v->out->found[v->act][c] += weight * found[c];
	add_patterns(v, weight, own, found, parties);
}

static void
add_round(struct view *v, double weight)
{
	const struct dt_model *m = v->all->model;
	v->out->pay[v->act] += weight * (m->payoff.table != NULL ?
	    pay_table(v) : pay_pairs(v));
	if (!v->is.bound)
		return;
	double blind = chance_of(m->terms.monitor.blind);
	if (blind < 1)
		add_signals(v, 0, weight * (1 - blind));
	if (blind > 0)
		add_signals(v, 1, weight * blind);
}

/* Costs, tariffs and side payments, as in world.c. */
static double
levies(const struct view *v)
{
	const struct dt_terms *t = &v->all->model->terms;
	bool party = dt_move_has(v->is.parties, v->focal);
	size_t parties = dt_move_count(v->is.parties);
	size_t outside = v->all->model->n - parties;
	double sum = party ? 0 - t->cost : 0 - t->tariff;
	if (v->is.phase != DT_PHASE_IN_FORCE)
		return 0;
	if (party && t->shared && parties > 0 && t->tariff > 0)
		sum += t->tariff * (double)outside / (double)parties;
	for (size_t k = 0; k < t->n_transfers; k++) {
		const struct dt_terms_transfer *x = &t->transfers[k];
		if (!dt_move_has(v->is.parties, x->from) ||
		    !dt_move_has(v->is.parties, x->to))
			continue;
		sum += x->to == v->focal ? x->amount : 0;
		sum -= x->from == v->focal ? x->amount : 0;
	}
	return sum;
}

static bool
may(const struct view *v, enum dt_scene_act act)
{
	bool pauses = v->is.phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(v->is.parties, v->focal);
	return act == DT_SCENE_COMPLY ? false : (act != DT_SCENE_HOLD) ==
	    pauses;
}

/* What is done to the agent in a round is a mixture over hosts' coins. */
static void
make_act(struct view *v)
{
	find_moves(v);
	uint64_t up = 0;
	do {
		double weight = fix_hosts(v, up);
		if (weight > 0)
			add_round(v, weight);
		up = (up - v->coins) & v->coins;
	} while (up != 0);
	v->out->pay[v->act] += levies(v);
	if (!v->is.bound)
		v->out->pattern[v->act][0] = 1;
}

static bool
make_scene(struct dt_scenes *all, size_t scene)
{
	const struct dt_graph *g = all->graph;
	struct view v = { .all = all, .is = dt_graph_scene(g, scene),
	    .focal = g->order[0], .out = &all->of[scene] };
	size_t each = g->patterns + g->groups;
	double *room = all->room + scene * DT_SCENE_ACTS * each;
	for (int act = 0; act < DT_SCENE_ACTS; act++, room += each) {
		v.act = (enum dt_scene_act)act;
		v.out->pattern[act] = room;
		v.out->found[act] = room + g->patterns;
		v.out->may[act] = may(&v, v.act);
		if (act == DT_SCENE_COMPLY || v.out->may[act])
			make_act(&v);
	}
	return !v.failed;
}

enum dt_status
dt_scene_make(struct dt_scenes *all, const struct dt_graph *graph,
    const struct dt_model *model, const double *outsider,
    struct dt_error *err)
{
	size_t n = graph->scenes.n;
	*all = (struct dt_scenes){ .graph = graph, .model = model,
	    .outsider = outsider, .n = n,
	    .of = dt_memory_new(n + 1, sizeof(*all->of)),
	    .room = dt_memory_new(n * DT_SCENE_ACTS * (graph->patterns +
	    graph->groups) + 1, sizeof(*all->room)) };
	if (all->of == NULL || all->room == NULL)
		return dt_status_no_memory(err);
	for (size_t s = 0; s < n; s++)
		if (!make_scene(all, s))
			return dt_status_fail(err, DT_EUSAGE, "more than %d "
			    "moves of a round are left to chance",
			    (int)COINS_MOST);
	return DT_OK;
}

void
dt_scene_free(struct dt_scenes *all)
{
	dt_memory_free(all->of);
	dt_memory_free(all->room);
	all->of = NULL;
	all->room = NULL;
}

/* The fine that a finding brings a party that stands so. */
static double
fine_of(const struct dt_scenes *all, const struct dt_standing *s)
{
	const struct dt_terms *t = &all->model->terms;
	const struct dt_terms_rung *rung = NULL;
	for (size_t i = 0; i < t->n_rungs; i++)
		if (t->rungs[i].strikes <= s->strikes + 1)
			rung = &t->rungs[i];
	return rung == NULL ? 0 : chance_of(rung->chance) *
	    (rung->fine + rung->bond * s->bond * t->bond);
}

double
dt_scene_pay(const struct dt_scenes *all, size_t state, enum dt_scene_act act)
{
	const struct dt_graph *g = all->graph;
	size_t scene = g->scene[state];
	const struct dt_scene *in = &all->of[scene];
	struct dt_graph_scene is = dt_graph_scene(g, scene);
	double sum = in->pay[act];
	size_t others = dt_move_count(is.parties) - 1;
	if (!is.bound)
		return sum;
	const struct dt_standing *own = dt_graph_standing(g, state, 0);
	if (own->party)
		sum -= in->own[act] * fine_of(all, own);
	if (!all->model->terms.shared || !own->party || others == 0)
		return sum;
	for (size_t p = 1; p < g->n_agents; p++) {
		const struct dt_standing *s = dt_graph_standing(g, state, p);
		if (s->party)
			sum += in->found[act][g->group[g->class[p]]] *
			    fine_of(all, s) / (double)others;
	}
	return sum;
}
