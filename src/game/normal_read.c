/*
 * normal_read: the grammar of .nfg files, down to the strategies; see
 * normal.h. Sizes come from the file, so they are checked before anything is
 * allocated by them.
 */
#include "game/normal.h"

#include <string.h>

#include "base/number.h"
#include "game/normal_token.h"

struct maker {
	struct dt_normal_reader reader;
	struct dt_arena *arena;
	struct dt_normal *game;
	size_t *strategies;
	const char *const **labels;
};

static bool
is(const struct maker *m, enum dt_normal_kind kind)
{
	return m->reader.token.kind == kind;
}

static bool
is_word(const struct maker *m, const char *word)
{
	return is(m, DT_NORMAL_WORD) && m->reader.token.n == strlen(word) &&
	    memcmp(m->reader.token.bytes, word, strlen(word)) == 0;
}

static enum dt_status
take_word(struct maker *m, const char *word, const char *other,
    const char *what, const char *help)
{
	if (!is_word(m, word) && !is_word(m, other))
		return dt_normal_unexpected(&m->reader, what, help);
	return dt_normal_advance(&m->reader);
}

/* NFG 1 R "title" */
static enum dt_status
read_head(struct maker *m)
{
	enum dt_status status = dt_normal_advance(&m->reader);
	const char *help = is_word(m, "EFG") ?
	    "this is a game tree; write its normal form with Gambit" :
	    "a game begins: NFG 1 R \"title\" { \"one\" \"two\" } { 2 2 }";
	if (status == DT_OK)
		status = take_word(m, "NFG", "NFG", "NFG", help);
	if (status == DT_OK)
		status = take_word(m, "1", "1", "version 1", NULL);
	if (status == DT_OK)
		status = take_word(m, "R", "D", "R or D", NULL);
	return status != DT_OK ? status : dt_normal_take_text(&m->reader,
	    &m->game->title, "a title in quotes");
}

/* Room for what there is one of for each player. */
static enum dt_status
make_seats(struct maker *m, const char *const *names, size_t n)
{
	const char **copy = dt_arena_new(m->arena, n, sizeof(*copy));
	m->strategies = dt_arena_new(m->arena, n, sizeof(*m->strategies));
	m->labels = dt_arena_new(m->arena, n, sizeof(*m->labels));
	if (copy == NULL || m->strategies == NULL || m->labels == NULL)
		return DT_ENOMEM;
	memcpy(copy, names, n * sizeof(*copy));
	m->game->players = n;
	m->game->names = copy;
	m->game->strategies = m->strategies;
	m->game->labels = m->labels;
	return DT_OK;
}

/* { "one" "two" } */
static enum dt_status
read_players(struct maker *m)
{
	const char *names[DT_NORMAL_PLAYERS_MOST];
	size_t n = 0;
	enum dt_status status = dt_normal_expect(&m->reader, DT_NORMAL_OPEN,
	    "'{' and the players' names");
	while (status == DT_OK && is(m, DT_NORMAL_QUOTED)) {
		if (n == DT_NORMAL_PLAYERS_MOST)
			return dt_faults_add(m->reader.faults,
			    m->reader.token.at, NULL, "more than %d players",
			    DT_NORMAL_PLAYERS_MOST);
		status = dt_normal_take_text(&m->reader, &names[n++], "");
	}
	if (status == DT_OK && n == 0)
		return dt_normal_unexpected(&m->reader,
		    "a player's name in quotes", "a game has one player or "
		    "more: { \"one\" \"two\" }");
	if (status == DT_OK)
		status = make_seats(m, names, n);
	return status != DT_OK ? status : dt_normal_expect(&m->reader,
	    DT_NORMAL_CLOSE, "a player's name in quotes or '}'");
}

/* Takes a player's number of strategies into account. */
static enum dt_status
count(struct maker *m, size_t player, size_t strategies, struct dt_place at)
{
	struct dt_normal *g = m->game;
	if (strategies == 0)
		return dt_faults_add(m->reader.faults, at, NULL,
		    "player %zu has no strategy", player + 1);
	if (strategies > DT_NORMAL_CELLS_MOST / g->players / g->profiles)
		return dt_faults_add(m->reader.faults, at, NULL, "the game "
		    "is too big: more than %d payoffs", DT_NORMAL_CELLS_MOST);
	g->profiles *= strategies;
	m->strategies[player] = strategies;
	return DT_OK;
}

/* Strategies that have no labels are named by their numbers, as in Gambit;
 * last, because only then is it known that the text holds that many. */
static enum dt_status
number_labels(struct maker *m, size_t player)
{
	size_t n = m->strategies[player];
	const char **labels = dt_arena_new(m->arena, n, sizeof(*labels));
	if (labels == NULL)
		return DT_ENOMEM;
	m->labels[player] = labels;
	for (size_t i = 0; i < n; i++)
		if ((labels[i] = dt_arena_print(m->arena, "%zu", i + 1)) ==
		    NULL)
			return DT_ENOMEM;
	return DT_OK;
}

/* The 2 of { 2 3 }. */
static enum dt_status
read_count(struct maker *m, size_t player)
{
	static const char what[] = "a whole number of strategies";
	struct dt_normal_reader before = m->reader;
	double value;
	const char *written;
	int64_t n;
	if (!is(m, DT_NORMAL_WORD))
		return dt_normal_unexpected(&m->reader, what,
		    "every player needs one");
	enum dt_status status =
	    dt_normal_take_number(&m->reader, &value, &written);
	if (status != DT_OK)
		return status;
	if (!dt_number_read_whole(written, &n) || n < 0)
		return dt_normal_unexpected(&before, what, NULL);
	return count(m, player, (size_t)n, before.token.at);
}

/* { "a" "b" }: the list is walked twice, first to count. */
static enum dt_status
read_labels(struct maker *m, size_t player)
{
	struct dt_place at = m->reader.token.at;
	enum dt_status status = dt_normal_expect(&m->reader, DT_NORMAL_OPEN,
	    "'{' and a player's strategies");
	struct dt_normal_reader first = m->reader;
	size_t n = 0;
	for (; status == DT_OK && is(m, DT_NORMAL_QUOTED); n++)
		status = dt_normal_advance(&m->reader);
	if (status == DT_OK && !is(m, DT_NORMAL_CLOSE))
		return dt_normal_unexpected(&m->reader,
		    "a strategy in quotes or '}'", NULL);
	if (status == DT_OK)
		status = count(m, player, n, at);
	if (status != DT_OK)
		return status;
	const char **labels = dt_arena_new(m->arena, n, sizeof(*labels));
	if (labels == NULL)
		return DT_ENOMEM;
	m->labels[player] = labels;
	m->reader = first;
	for (size_t i = 0; status == DT_OK && i < n; i++)
		status = dt_normal_take_text(&m->reader, &labels[i], "");
	return status != DT_OK ? status : dt_normal_advance(&m->reader);
}

/* { 2 3 } or { { "a" "b" } { "c" "d" "e" } } */
static enum dt_status
read_strategies(struct maker *m)
{
	m->game->profiles = 1;
	enum dt_status status = dt_normal_expect(&m->reader, DT_NORMAL_OPEN,
	    "'{' and the strategies of each player");
	bool lists = is(m, DT_NORMAL_OPEN);
	for (size_t i = 0; status == DT_OK && i < m->game->players; i++)
		status = lists ? read_labels(m, i) : read_count(m, i);
	return status != DT_OK ? status : dt_normal_expect(&m->reader,
	    DT_NORMAL_CLOSE, "'}' after the last player's strategies");
}

enum dt_status
dt_normal_read(struct dt_arena *arena, const struct dt_source *source,
    struct dt_normal *game, struct dt_faults *faults, struct dt_error *err)
{
	struct maker m = { .arena = arena, .game = game };
	*game = (struct dt_normal){ .title = "", .comment = "" };
	dt_normal_start(&m.reader, arena, source, faults);
	enum dt_status status = read_head(&m);
	if (status == DT_OK)
		status = read_players(&m);
	if (status == DT_OK)
		status = read_strategies(&m);
	if (status == DT_OK && is(&m, DT_NORMAL_QUOTED))
		status = dt_normal_take_text(&m.reader, &game->comment, "");
	if (status == DT_OK)
		status = dt_normal_read_body(&m.reader, game);
	for (size_t i = 0; status == DT_OK && i < game->players; i++)
		if (game->labels[i] == NULL)
			status = number_labels(&m, i);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}
