/* payoff: from the text of payoffs to numbers; see payoff.h. */
#include "game/payoff.h"

#include <string.h>

/*
 * A round between two at a time, averaged over the race, with p = 1 - pr for
 * the chance that an unsafe winner keeps the prize (JAIR 69, 2020). For b 4,
 * c 1, B 1e4, W 100, s 1.5, pfo 0, pr 0: R = 51, S = .6, T = 152.4, P = 77.
 */
struct dt_payoff_matrix
dt_payoff_of_dsair(const struct dt_payoff_dsair *d)
{
	double b = d->benefit, s = d->speed, pfo = d->found_out;
	double share = b / (s + 1), prize = d->prize / d->rounds;
	double keeps = 1 - d->disaster;
	return (struct dt_payoff_matrix){
		.reward = prize / 2 + b / 2 - d->cost,
		.sucker = (1 - pfo) * share + pfo * b - d->cost,
		.temptation = keeps * (s * prize + (1 - pfo) * s * share),
		.punishment = keeps * (s * prize / 2 +
		    (1 - pfo * pfo) * b / 2),
	};
}

static struct dt_place
place(const struct dt_payoff_text *text, const char *key)
{
	return dt_node_key_place(text->origin.node, key);
}

static const struct dt_payoff_matrix *
role_of(const struct dt_payoff_text *text, const char *role)
{
	const struct dt_payoff_matrix *roles = text->roles.items;
	for (size_t i = 0; role != NULL && i < text->roles.n; i++)
		if (strcmp(roles[i].origin.name, role) == 0)
			return &roles[i];
	return NULL;
}

static void
fill_shares(const struct dt_payoff_text *text,
    const struct dt_payoff_seat *seats, size_t n, double *share)
{
	for (size_t i = 0; i < n; i++) {
		double sum = 0;
		for (size_t j = 0; j < n; j++) {
			bool meets = i != j && (text->pairs == DT_PAIRS_ALL ||
			    seats[i].kind == seats[j].kind);
			double weight = text->weighted ? seats[j].weight : 1;
			share[i * n + j] = meets ? weight : 0;
			sum += share[i * n + j];
		}
		for (size_t j = 0; sum > 0 && j < n; j++)
			share[i * n + j] /= sum;
	}
}

static enum dt_status
compile_pairs(const struct dt_payoff_text *text,
    const struct dt_payoff_seat *seats, struct dt_arena *arena,
    struct dt_payoff *payoff, struct dt_faults *faults)
{
	size_t n = payoff->n;
	struct dt_payoff_matrix *matrix =
	    dt_arena_new(arena, n, sizeof(*matrix));
	double *share = dt_arena_new(arena, n * n, sizeof(*share));
	if (matrix == NULL || share == NULL)
		return DT_ENOMEM;
	bool dsair = text->form == DT_PAYOFF_DSAIR;
	if (!dsair && text->matrix.origin.node == NULL)
		return dt_faults_add(faults, place(text, "form"), "add "
		    "`matrix: {reward: 3, sucker: 0, temptation: 5, "
		    "punishment: 1}`", "the form is matrix, but there is no "
		    "matrix");
	for (size_t i = 0; i < n; i++) {
		const struct dt_payoff_matrix *role =
		    role_of(text, seats[i].role);
		matrix[i] = dsair ? dt_payoff_of_dsair(&text->dsair) :
		    role != NULL ? *role : text->matrix;
	}
	fill_shares(text, seats, n, share);
	payoff->matrix = matrix;
	payoff->share = share;
	return DT_OK;
}

/* Many agents without a table: pairs, one by one. */
static void
play_pairs(const struct dt_payoff *p, uint64_t racers, double *out)
{
	for (size_t i = 0; i < p->n; i++) {
		const struct dt_payoff_matrix *m = &p->matrix[i];
		bool race = dt_move_has(racers, i);
		double pause_meets = race ? m->temptation : m->reward;
		double race_meets = race ? m->punishment : m->sucker;
		out[i] = 0;
		for (size_t j = 0; j < p->n; j++)
			out[i] += p->share[i * p->n + j] *
			    (dt_move_has(racers, j) ? race_meets : pause_meets);
	}
}

static const char *
plural(size_t n)
{
	return n == 1 ? "" : "s";
}

static enum dt_status
check_lengths(const struct dt_payoff_text *text, size_t n,
    struct dt_faults *faults)
{
	const struct dt_list *lists[] = { &text->pause, &text->race };
	const char *const keys[] = { "pause", "race" };
	enum dt_status status = DT_OK;
	for (int i = 0; i < 2; i++)
		if (lists[i]->n != n)
			status = dt_faults_add(faults, place(text, keys[i]),
			    "one number for each of 0, 1, 2, ... other racers",
			    "'%s' has %zu number%s, but %zu agent%s",
			    keys[i], lists[i]->n, plural(lists[i]->n), n,
			    n == 1 ? " plays" : "s play");
	return status;
}

static void
fill_by_racers(const struct dt_payoff_text *text, size_t n, double *table)
{
	const double *pause = text->pause.items, *race = text->race.items;
	for (uint64_t racers = 0; racers <= dt_move_all(n); racers++)
		for (size_t i = 0; i < n; i++) {
			size_t others =
			    dt_move_count(racers & ~dt_move_bit(i));
			table[racers * n + i] = dt_move_has(racers, i) ?
			    race[others] : pause[others];
		}
}

/* A text within another file has lines of its own; one that was grafted in
 * from a file (line 0) is that file. */
static struct dt_source *
nfg_source(const struct dt_payoff_text *text, struct dt_place at,
    struct dt_arena *arena)
{
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	const char *path = at.line == 0 ? at.source->path :
	    dt_arena_print(arena, "%s (nfg)", at.source->path);
	if (source == NULL || path == NULL)
		return NULL;
	*source = (struct dt_source){ path, text->nfg, strlen(text->nfg) };
	return source;
}

static enum dt_status
check_players(const struct dt_normal *game, size_t n, struct dt_place at,
    struct dt_faults *faults)
{
	if (game->players != n)
		return dt_faults_add(faults, at, NULL, "the game has "
		    "%zu player%s, but %zu agent%s", game->players,
		    plural(game->players), n, n == 1 ? " plays" : "s play");
	for (size_t i = 0; i < n; i++)
		if (game->strategies[i] != 2)
			return dt_faults_add(faults, at, "the first "
			    "strategy is PAUSE, the second RACE", "player %zu "
			    "of the game has %zu strateg%s, not 2", i + 1,
			    game->strategies[i],
			    game->strategies[i] == 1 ? "y" : "ies");
	return DT_OK;
}

static enum dt_status
fill_normal(const struct dt_payoff_text *text, struct dt_arena *arena,
    size_t n, double *table, struct dt_faults *faults, struct dt_error *err)
{
	if (text->nfg[0] == '\0')
		return dt_faults_add(faults, place(text, "form"),
		    "add `file: GAME.nfg`",
		    "the form is normal, but there is no game");
	struct dt_place at = place(text, "nfg");
	struct dt_source *source = nfg_source(text, at, arena);
	if (source == NULL)
		return DT_ENOMEM;
	struct dt_normal game;
	enum dt_status status =
	    dt_normal_read(arena, source, &game, faults, err);
	if (at.line == 0)       /* where a game's file names its players */
		at = (struct dt_place){ .source = source, .line = 1,
			.column = 1, .length = 1 };
	if (status == DT_OK)
		status = check_players(&game, n, at, faults);
	if (status != DT_OK)
		return status;
	/* First player fastest is just the order of sets of racers. */
	memcpy(table, game.payoffs, game.profiles * n * sizeof(*table));
	return DT_OK;
}

static enum dt_status
compile_table(const struct dt_payoff_text *text, struct dt_arena *arena,
    struct dt_payoff *payoff, struct dt_faults *faults, struct dt_error *err)
{
	size_t n = payoff->n;
	bool pairs = payoff->matrix != NULL;
	if (n > DT_PAYOFF_TABLE_MOST)
		return pairs ? DT_OK : dt_faults_add(faults,
		    place(text, "form"), "use form matrix", "a game by table "
		    "has at most %d agents, here are %zu",
		    DT_PAYOFF_TABLE_MOST, n);
	double *table =
	    dt_arena_new(arena, n << n, sizeof(*table));
	if (table == NULL)
		return DT_ENOMEM;
	payoff->table = table;
	for (uint64_t r = 0; pairs && r <= dt_move_all(n); r++)
		play_pairs(payoff, r, table + r * n);
	if (text->form == DT_PAYOFF_NORMAL)
		return fill_normal(text, arena, n, table, faults, err);
	if (text->form != DT_PAYOFF_TABLE)
		return DT_OK;
	enum dt_status status = check_lengths(text, n, faults);
	if (status == DT_OK)
		fill_by_racers(text, n, table);
	return status;
}

enum dt_status
dt_payoff_compile(const struct dt_payoff_text *text,
    const struct dt_payoff_seat *seats, size_t n, struct dt_arena *arena,
    struct dt_payoff *payoff, struct dt_faults *faults, struct dt_error *err)
{
	*payoff = (struct dt_payoff){ .text = text, .n = n };
	enum dt_status status = DT_OK;
	if (text->form == DT_PAYOFF_MATRIX || text->form == DT_PAYOFF_DSAIR)
		status = compile_pairs(text, seats, arena, payoff, faults);
	if (status == DT_OK)
		status = compile_table(text, arena, payoff, faults, err);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

const double *
dt_payoff_of(const struct dt_payoff *payoff, uint64_t racers, double *room)
{
	if (payoff->table != NULL)
		return payoff->table + racers * payoff->n;
	play_pairs(payoff, racers, room);
	return room;
}
