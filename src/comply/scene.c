/* scene: see scene.h. */
#include "comply/scene_internal.h"

#include "base/coins.h"
#include "base/memory.h"

/* The chance that a party is found that moves so, in a kind of round. */
static double
found_chance(const struct dt_scene_view *v, int blind, double race)
{
	const struct dt_terms *t = &v->all->model->terms;
	double sum = 0;
	for (int move = 0; move < 2; move++) {
		double alarm = dt_random_chance(
		    t->monitor.public_alarm[blind][move]);
		double seen = dt_random_chance(
		    t->monitor.private_alarm[blind][move]);
		if (t->accusers > 0 && seen > 0)
			alarm += (1 - alarm) * dt_coins_least(
			    dt_move_count(v->is.parties) - 1, seen,
			    t->accusers);
		sum += (move ? race : 1 - race) * alarm;
	}
	return sum;
}

/* How likely each pattern is, when each is found with these chances: group by
 * group, those of the groups before once for each count of the next. */
static void
add_patterns(struct dt_scene_view *v, double weight, double own,
    const double *found, const size_t *parties)
{
	const struct dt_graph *g = v->all->graph;
	bool party = dt_move_has(v->is.parties, v->focal);
	double *to = v->out->pattern[v->act];
	double chance[DT_GRAPH_PATTERNS_MOST];
	chance[0] = weight * (party ? 1 - own : 1);
	chance[1] = party ? weight * own : 0;
	for (size_t c = 0; c < g->groups && g->standings.others; c++)
		for (size_t n = g->size[c] + 1; n-- > 0;) {
			double w = n > parties[c] ? 0 : 1;
			for (size_t i = 0; i < parties[c] && w > 0; i++)
				w *= i < n ? found[c] : 1 - found[c];
			for (size_t k = 0; k < g->radix[c]; k++)
				chance[n * g->radix[c] + k] = chance[k] * w;
		}
	for (size_t k = 0; k < g->patterns; k++)
		to[k] += chance[k];
}

/* A kind of round: who is found, hosts standing as they do. */
static void
add_signals(struct dt_scene_view *v, int blind, double weight)
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
add_round(struct dt_scene_view *v, double weight)
{
	const struct dt_model *m = v->all->model;
	bool seen = v->act == DT_SCENE_OPEN || v->act == DT_SCENE_REFUSE;
	/* What all see pays as the same move unseen: make_act. */
	if (!seen)
		v->out->pay[v->act] += weight * dt_scene_stage(v);
	if (!v->is.bound)
		return;
	double blind = dt_random_chance(m->terms.monitor.blind);
	if (blind < 1)
		add_signals(v, 0, weight * (1 - blind));
	if (blind > 0)
		add_signals(v, 1, weight * blind);
}

/* Costs, tariffs and side payments, as in world.c. */
static double
levies(const struct dt_scene_view *v)
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
may(const struct dt_scene_view *v, enum dt_scene_act act)
{
	bool pauses = v->is.phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(v->is.parties, v->focal);
	return act == DT_SCENE_COMPLY ? false : (act != DT_SCENE_HOLD) ==
	    pauses;
}

/* What is done to the agent in a round is a mixture over hosts' coins. */
static void
make_act(struct dt_scene_view *v)
{
	dt_scene_moves(v);
	uint64_t up = 0;
	do {
		double weight = dt_scene_hosts(v, up);
		if (weight > 0)
			add_round(v, weight);
		up = (up - v->coins) & v->coins;
	} while (up != 0);
	v->out->pay[v->act] += levies(v);
	if (v->act == DT_SCENE_OPEN)
		v->out->pay[v->act] = v->out->pay[DT_SCENE_SECRET];
	if (v->act == DT_SCENE_REFUSE)
		v->out->pay[v->act] = v->out->pay[DT_SCENE_COMPLY];
	if (!v->is.bound)
		v->out->pattern[v->act][0] = 1;
}

/* Doubles that the chances of a scene take. */
static size_t
room_of(const struct dt_graph *g)
{
	return DT_SCENE_ACTS * (g->patterns + g->groups) +
	    DT_SCENE_LANES * g->patterns;
}

/* Acts side by side, so that all are weighed in one walk. */
static void
lay_lanes(struct dt_scene *in, size_t patterns)
{
	for (int act = 0; act < DT_SCENE_ACTS; act++)
		for (size_t k = 0; k < patterns && (act == DT_SCENE_COMPLY ||
		    in->may[act]); k++)
			in->lanes[k * DT_SCENE_LANES +
			    (size_t)dt_scene_lane(act)] = in->pattern[act][k];
}

static bool
make_scene(struct dt_scenes *all, size_t scene)
{
	const struct dt_graph *g = all->graph;
	struct dt_scene_view v = { .all = all, .is = dt_graph_scene(g, scene),
	    .focal = g->order[0], .out = &all->of[scene] };
	size_t each = g->patterns + g->groups;
	v.out->is = v.is;
	v.out->others = dt_move_count(v.is.parties &
	    ~dt_move_bit(v.focal));
	double *room = all->room + scene * room_of(g);
	for (int act = 0; act < DT_SCENE_ACTS; act++, room += each) {
		v.act = (enum dt_scene_act)act;
		v.out->pattern[act] = room;
		v.out->found[act] = room + g->patterns;
		v.out->may[act] = may(&v, v.act);
		if (act == DT_SCENE_COMPLY || v.out->may[act])
			make_act(&v);
	}
	v.out->lanes = room;
	lay_lanes(v.out, g->patterns);
	return !v.failed;
}

/* The fine that a finding brings a party that stands so. */
static double
fine_of(const struct dt_scenes *all, const struct dt_standing *s)
{
	const struct dt_terms *t = &all->model->terms;
	const struct dt_terms_rung *rung = dt_terms_rung(t, s->strikes + 1);
	return rung == NULL ? 0 : dt_random_chance(rung->chance) *
	    (rung->fine + rung->bond * s->bond * t->bond);
}

enum dt_status
dt_scene_make(struct dt_scenes *all, const struct dt_graph *graph,
    const struct dt_model *model, const double *outsider,
    struct dt_error *err)
{
	size_t n = graph->scenes.n, standings = graph->standings.index.n;
	*all = (struct dt_scenes){ .graph = graph, .model = model,
	    .outsider = outsider, .n = n,
	    .of = dt_memory_new(n + 1, sizeof(*all->of)),
	    .fine = dt_memory_new(standings + 1, sizeof(*all->fine)),
	    .room = dt_memory_new(n * room_of(graph) + 1,
	    sizeof(*all->room)) };
	if (all->of == NULL || all->fine == NULL || all->room == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < standings; k++)
		all->fine[k] = fine_of(all, &graph->standings.of[k]);
	for (size_t s = 0; s < n; s++)
		if (!make_scene(all, s))
			return dt_status_fail(err, DT_EUSAGE, "more than %d "
			    "moves of a round are left to chance",
			    (int)DT_SCENE_COINS_MOST);
	return DT_OK;
}

void
dt_scene_free(struct dt_scenes *all)
{
	dt_memory_free(all->of);
	dt_memory_free(all->fine);
	dt_memory_free(all->room);
	all->of = NULL;
	all->fine = NULL;
	all->room = NULL;
}

/* Its share of what findings of others are fined. */
static double
shares(const struct dt_scenes *all, size_t state, enum dt_scene_act act)
{
	const struct dt_graph *g = all->graph;
	const struct dt_scene *in = &all->of[g->scene[state]];
	const uint32_t *standing = dt_graph_key(g, state) + 1;
	double sum = 0;
	for (size_t p = 1; p < g->n_agents; p++)
		if (g->standings.of[standing[p]].party)
			sum += in->found[act][g->group[g->class[p]]] *
			    all->fine[standing[p]] / (double)in->others;
	return sum;
}

double
dt_scene_pay(const struct dt_scenes *all, size_t state, enum dt_scene_act act)
{
	const struct dt_graph *g = all->graph;
	const struct dt_scene *in = &all->of[g->scene[state]];
	uint32_t own = dt_graph_key(g, state)[1];
	if (!in->is.bound || !dt_move_has(in->is.parties, g->order[0]))
		return in->pay[act];
	double sum = in->pay[act] - in->own[act] * all->fine[own];
	return all->model->terms.shared && in->others > 0 ?
	    sum + shares(all, state, act) : sum;
}
