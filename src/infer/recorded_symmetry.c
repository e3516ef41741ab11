/*
 * recorded_symmetry: players who are alike; see recorded.h.
 *
 * Two agents are alike by construction if the configuration says the same of
 * both (kind, weight, host, signing, enforcement, and role where the payoffs
 * have roles), and nothing else in it names either: no treaty, no other
 * agent's host. Payoffs by matrix or by number of racers look at role, kind
 * and weight only; a normal form looks at places, so there its table must be
 * the same with the two exchanged.
 */
#include "infer/recorded_internal.h"

#include <math.h>
#include <string.h>

#include "catalogue/experiment.h"

const char *const dt_recorded_alike_words[] = { "auto", "all", "none", NULL };

/* Whether a word stands anywhere in a tree, as a key or a value. */
static bool
names(const struct dt_node *node, const char *word)
{
	if (node == NULL)
		return false;
	if (node->kind == DT_NODE_SCALAR)
		return strcmp(node->text, word) == 0;
	for (size_t i = 0; i < node->n; i++)
		if ((node->keys != NULL && names(node->keys[i], word)) ||
		    names(node->items[i], word))
			return true;
	return false;
}

/* What else in the configuration names the agent. */
static bool
is_named(const struct dt_node *common, const char *agent)
{
	const struct dt_node *seats = dt_node_get(common, "agents");
	for (size_t i = 0; i < common->n; i++)
		if (common->items[i] != seats &&
		    strcmp(common->keys[i]->text, "scenario") != 0 &&
		    names(common->items[i], agent))
			return true;
	for (size_t i = 0; i < seats->n; i++)
		if (names(dt_node_get(seats->items[i], "host"), agent))
			return true;
	return false;
}

static bool
has_roles(const struct dt_node *common)
{
	const struct dt_node *roles = dt_node_get(dt_node_get(common,
	    "payoffs"), "roles");
	return roles != NULL && roles->n > 0;
}

/* What an agent is, without the words about it. */
static void
print_seat(const struct dt_node *seat, bool roles, struct dt_text *text)
{
	static const char *const words[] = { "agent", "title", "summary",
		"source", "status", "facts", "strategy", "name", NULL };
	for (size_t i = 0; i < seat->n; i++) {
		bool word = !roles && strcmp(seat->keys[i]->text,
		    "role") == 0;
		for (size_t k = 0; words[k] != NULL; k++)
			word |= strcmp(seat->keys[i]->text, words[k]) == 0;
		if (word)
			continue;
		dt_text_add(text, "%s:\n", seat->keys[i]->text);
		dt_node_print(seat->items[i], 2, text);
	}
}

static bool
seats_are_alike(const struct dt_node *common, const char *a, const char *b)
{
	const struct dt_node *seats = dt_node_get(common, "agents");
	const struct dt_node *one = dt_node_get(seats, a);
	const struct dt_node *two = dt_node_get(seats, b);
	struct dt_text ta = { 0 }, tb = { 0 };
	if (one == NULL || two == NULL || one->kind != DT_NODE_MAP ||
	    two->kind != DT_NODE_MAP || is_named(common, a) ||
	    is_named(common, b))
		return false;
	print_seat(one, has_roles(common), &ta);
	print_seat(two, has_roles(common), &tb);
	bool alike = !ta.failed && !tb.failed && strcmp(dt_text_string(&ta),
	    dt_text_string(&tb)) == 0;
	dt_text_free(&ta);
	dt_text_free(&tb);
	return alike;
}

static bool
is_normal_form(const struct dt_node *common)
{
	const struct dt_node *form = dt_node_get(dt_node_get(common,
	    "payoffs"), "form");
	return form == NULL || strcmp(form->text, "normal") == 0;
}

/* The set of racers with two agents exchanged. */
static uint64_t
exchanged(uint64_t racers, size_t a, size_t b)
{
	uint64_t differ = (racers >> a ^ racers >> b) & 1;
	return racers ^ (differ << a | differ << b);
}

/* Whether exchanging two agents exchanges their payoffs and leaves those of
 * the others. */
static bool
pays_alike(const struct dt_payoff *payoff, size_t a, size_t b)
{
	double one[DT_AGENTS_MOST], two[DT_AGENTS_MOST];
	if (payoff == NULL || payoff->n > DT_PAYOFF_TABLE_MOST)
		return false;
	for (uint64_t racers = 0; racers < UINT64_C(1) << payoff->n;
	    racers++) {
		const double *p = dt_payoff_of(payoff, racers, one);
		const double *q = dt_payoff_of(payoff,
		    exchanged(racers, a, b), two);
		for (size_t i = 0; i < payoff->n; i++)
			if (p[i] != q[i == a ? b : i == b ? a : i])
				return false;
	}
	return true;
}

static bool
same_strategies(const struct dt_recorded_player *a,
    const struct dt_recorded_player *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (strcmp(a->labels[i], b->labels[i]) != 0)
			return false;
	return true;
}

static bool
are_alike(const struct dt_recorded_game *game, size_t i, size_t k,
    enum dt_recorded_alike how)
{
	const struct dt_recorded_player *a = &game->players[i];
	const struct dt_recorded_player *b = &game->players[k];
	if (!same_strategies(a, b))
		return false;
	if (how == DT_RECORDED_ALIKE_ALL)
		return true;
	return a->n_members == 1 && b->n_members == 1 &&
	    game->common != NULL && (!is_normal_form(game->common) ||
	    pays_alike(game->payoff, a->members[0], b->members[0])) &&
	    seats_are_alike(game->common, game->agents[a->members[0]],
	    game->agents[b->members[0]]);
}

/* What all of the game's configurations have in common, from one of them, and
 * its payoffs. What cannot be made again makes nobody alike. */
static enum dt_status
find_common(struct dt_recorded *recorded, struct dt_recorded_game *game,
    const struct dt_catalogue *catalogue, struct dt_error *err)
{
	struct dt_arena *arena = recorded->arena;
	struct dt_faults faults = { .arena = arena };
	struct dt_experiment *e = dt_arena_new(arena, 1, sizeof(*e));
	struct dt_node *root = NULL;
	const char *stripped;
	if (e == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_recorded_config(recorded, game,
	    game->sources, catalogue, &root, err);
	if (status == DT_OK)
		status = dt_experiment_compile(arena, root, e, &faults, err);
	if (status == DT_OK) {
		game->payoff = &e->model.payoff;
		status = dt_recorded_strip(arena, e->config, &game->common,
		    &stripped, err);
	}
	return status == DT_ENOMEM ? status : DT_OK;
}

/* ---- Shared estimates ---- */

struct pool {
	const struct dt_recorded_game *game;
	const size_t *old;
	size_t *which;
	struct dt_empirical_estimate *estimates;
	size_t n;
};

/* The first player that is like `player` and has its strategy in the sorted
 * profile: the seat that stands for all of theirs. */
static size_t
seat_of(const struct dt_recorded_game *game, size_t sorted, size_t player,
    size_t strategy)
{
	for (size_t i = 0; i < game->n_players; i++)
		if (game->players[i].alike == game->players[player].alike &&
		    dt_empirical_strategy(&game->table, sorted, i) ==
		    strategy)
			return i;
	return player;
}

/*
 * What the seats of a profile got who play what player i plays. They were
 * measured in the same runs: the error of their mean is at most the mean of
 * their errors, and that is taken. False: an earlier seat stands for them.
 */
static bool
gather(const struct pool *p, size_t profile, size_t i,
    struct dt_empirical_estimate *sum)
{
	const struct dt_recorded_game *game = p->game;
	const struct dt_empirical *t = &game->table;
	size_t own = dt_empirical_strategy(t, profile, i), seats = 0;
	*sum = (struct dt_empirical_estimate){ 0 };
	for (size_t k = 0; k < t->players; k++) {
		if (game->players[k].alike != game->players[i].alike ||
		    dt_empirical_strategy(t, profile, k) != own)
			continue;
		if (k < i)
			return false;
		const struct dt_empirical_estimate *e =
		    &t->estimates[p->old[profile * t->players + k]];
		sum->mean += e->mean;
		sum->error += e->error;
		sum->runs = e->runs;
		seats++;
	}
	sum->mean /= (double)seats;
	sum->error /= (double)seats;
	return true;
}

/* Different profiles were played in runs of their own: variances add up, by
 * weight. What is exact needs nothing else. */
static void
pool_with(struct dt_empirical_estimate *e,
    const struct dt_empirical_estimate *other)
{
	if (e->runs == 0)
		return;
	if (other->runs == 0) {
		*e = *other;
		return;
	}
	double runs = (double)(e->runs + other->runs);
	double own = (double)e->runs / runs;
	double its = (double)other->runs / runs;
	e->mean = own * e->mean + its * other->mean;
	e->error = hypot(own * e->error, its * other->error);
	e->runs += other->runs;
}

static void
pool_profile(struct pool *p, size_t profile)
{
	const struct dt_empirical *t = &p->game->table;
	size_t sorted = dt_recorded_same(p->game, profile);
	for (size_t i = 0; i < t->players; i++) {
		struct dt_empirical_estimate sum;
		size_t seat = seat_of(p->game, sorted, i,
		    dt_empirical_strategy(t, profile, i));
		size_t *at = &p->which[sorted * t->players + seat];
		if (!gather(p, profile, i, &sum))
			continue;
		if (*at != DT_EMPIRICAL_MISSING) {
			pool_with(&p->estimates[*at], &sum);
			continue;
		}
		*at = p->n++;
		p->estimates[*at] = sum;
	}
}

static enum dt_status
share(struct dt_recorded *recorded, struct dt_recorded_game *game,
    struct dt_error *err)
{
	struct dt_empirical *t = &game->table;
	size_t n = t->profiles * t->players;
	struct pool p = { .game = game, .old = t->which };
	p.which = dt_arena_new(recorded->arena, n + 1, sizeof(*p.which));
	p.estimates = dt_arena_new(recorded->arena, t->n + 1,
	    sizeof(*p.estimates));
	if (p.which == NULL || p.estimates == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		p.which[i] = DT_EMPIRICAL_MISSING;
	for (size_t q = 0; q < t->profiles; q++)
		if (dt_empirical_played(t, q))
			pool_profile(&p, q);
	for (size_t q = 0; q < t->profiles; q++)
		for (size_t i = 0; i < t->players; i++) {
			size_t sorted = dt_recorded_same(game, q);
			size_t seat = seat_of(game, sorted, i,
			    dt_empirical_strategy(t, q, i));
			p.which[q * t->players + i] =
			    p.which[sorted * t->players + seat];
		}
	t->which = p.which;
	t->estimates = p.estimates;
	t->n = p.n;
	return DT_OK;
}

enum dt_status
dt_recorded_reduce(struct dt_recorded *recorded,
    struct dt_recorded_game *game, const struct dt_catalogue *catalogue,
    enum dt_recorded_alike how, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	if (how == DT_RECORDED_ALIKE_NONE || game->n_players < 2)
		return DT_OK;
	if (how == DT_RECORDED_ALIKE_AUTO)
		status = find_common(recorded, game, catalogue, err);
	for (size_t i = 1; i < game->n_players && status == DT_OK; i++)
		for (size_t k = 0; k < i; k++)
			if (are_alike(game, i, k, how)) {
				game->players[i].alike =
				    game->players[k].alike;
				game->reduced = true;
				break;
			}
	return status == DT_OK && game->reduced ?
	    share(recorded, game, err) : status;
}
