/*
 * normal_body: the payoffs of a .nfg file, as a list or as outcomes; see
 * normal.h. The table is never made bigger than the rest of the text could
 * fill, so that a short text cannot ask for much memory.
 */
#include <string.h>

#include "base/number.h"
#include "game/normal_token.h"

struct table {
	struct dt_normal_reader *reader;
	size_t players;
	double *payoffs;
	const char **written;
	size_t room;            /* cells */
};

/* Outcomes, numbered from 1: row 0 is the one that pays nothing. */
struct outcomes {
	struct table table;
	size_t n;
};

/* Entries that the text can still hold, this one included: each but the last
 * takes two bytes. */
static size_t
fitting(const struct dt_normal_reader *r, size_t entries)
{
	size_t most = (r->source->size - r->offset) / 2 + 1;
	return entries < most ? entries : most;
}

static bool
make_table(struct table *t, size_t rows)
{
	t->room = rows * t->players;
	t->payoffs = dt_arena_new(t->reader->arena, t->room,
	    sizeof(*t->payoffs));
	t->written = dt_arena_new(t->reader->arena, t->room,
	    sizeof(*t->written));
	return t->payoffs != NULL && t->written != NULL;
}

static enum dt_status
ends_early(struct dt_normal_reader *r, size_t done, size_t all,
    const char *what)
{
	return dt_faults_add(r->faults, r->token.at, NULL,
	    "the text ends after %zu of %zu %s", done, all, what);
}

static enum dt_status
read_list(struct table *t, size_t profiles)
{
	size_t cells = profiles * t->players;
	size_t rows = fitting(t->reader, cells) / t->players + 1;
	if (!make_table(t, rows < profiles ? rows : profiles))
		return DT_ENOMEM;
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && i < cells; i++) {
		if (t->reader->token.kind == DT_NORMAL_END)
			return ends_early(t->reader, i, cells, "payoffs");
		status = dt_normal_take_number(t->reader, &t->payoffs[i],
		    &t->written[i]);
	}
	return status;
}

/* Doubles the rows, of which the first stays the one of zeros. */
static enum dt_status
grow(struct outcomes *o)
{
	struct table old = o->table;
	size_t rows = old.room / old.players * 2;
	if (rows > (size_t)DT_NORMAL_CELLS_MOST / old.players * 2)
		return dt_faults_add(old.reader->faults,
		    old.reader->token.at, NULL, "too many outcomes");
	if (!make_table(&o->table, rows))
		return DT_ENOMEM;
	memcpy(o->table.payoffs, old.payoffs,
	    old.room * sizeof(*old.payoffs));
	memcpy(o->table.written, old.written,
	    old.room * sizeof(*old.written));
	return DT_OK;
}

/* { "name" 1, 2 } with or without commas. */
static enum dt_status
read_outcome(struct outcomes *o)
{
	struct table *t = &o->table;
	const char *name;
	if ((++o->n + 1) * t->players > t->room) {
		enum dt_status grown = grow(o);
		if (grown != DT_OK)
			return grown;
	}
	enum dt_status status = dt_normal_advance(t->reader);
	if (status == DT_OK)
		status = dt_normal_take_text(t->reader, &name,
		    "an outcome's name in quotes");
	for (size_t i = 0; status == DT_OK && i < t->players; i++) {
		size_t cell = o->n * t->players + i;
		status = dt_normal_take_number(t->reader, &t->payoffs[cell],
		    &t->written[cell]);
		if (status == DT_OK &&
		    t->reader->token.kind == DT_NORMAL_COMMA)
			status = dt_normal_advance(t->reader);
	}
	return status != DT_OK ? status : dt_normal_expect(t->reader,
	    DT_NORMAL_CLOSE, "'}' after the last player's payoff");
}

static enum dt_status
read_outcomes(struct outcomes *o)
{
	if (!make_table(&o->table, 16))
		return DT_ENOMEM;
	for (size_t i = 0; i < o->table.players; i++)
		o->table.written[i] = "0";
	enum dt_status status = dt_normal_advance(o->table.reader);
	while (status == DT_OK && o->table.reader->token.kind == DT_NORMAL_OPEN)
		status = read_outcome(o);
	return status != DT_OK ? status : dt_normal_expect(o->table.reader,
	    DT_NORMAL_CLOSE, "an outcome in braces or '}'");
}

static enum dt_status
read_index(struct outcomes *o, size_t *index)
{
	struct dt_normal_reader *r = o->table.reader, before = *r;
	double value;
	const char *written;
	int64_t whole;
	enum dt_status status = dt_normal_take_number(r, &value, &written);
	if (status != DT_OK)
		return status;
	if (!dt_number_read_whole(written, &whole) || whole < 0 ||
	    (size_t)whole > o->n)
		return dt_faults_add(r->faults, before.token.at,
		    "0 stands for the outcome that pays nothing",
		    "there is no outcome %s, only 0 to %zu", written, o->n);
	*index = (size_t)whole;
	return DT_OK;
}

static enum dt_status
read_by_outcome(struct table *t, size_t profiles)
{
	struct outcomes o = { .table = *t };
	enum dt_status status = read_outcomes(&o);
	if (status != DT_OK)
		return status;
	if (!make_table(t, fitting(t->reader, profiles)))
		return DT_ENOMEM;
	for (size_t i = 0; i < profiles; i++) {
		size_t index = 0, n = t->players;
		if (t->reader->token.kind == DT_NORMAL_END)
			return ends_early(t->reader, i, profiles,
			    "profiles' outcomes");
		status = read_index(&o, &index);
		if (status != DT_OK)
			return status;
		memcpy(t->payoffs + i * n, o.table.payoffs + index * n,
		    n * sizeof(*t->payoffs));
		memcpy(t->written + i * n, o.table.written + index * n,
		    n * sizeof(*t->written));
	}
	return DT_OK;
}

enum dt_status
dt_normal_read_body(struct dt_normal_reader *r, struct dt_normal *game)
{
	struct table table = { .reader = r, .players = game->players };
	enum dt_status status = r->token.kind == DT_NORMAL_OPEN ?
	    read_by_outcome(&table, game->profiles) :
	    read_list(&table, game->profiles);
	game->payoffs = table.payoffs;
	game->written = table.written;
	if (status == DT_OK && r->token.kind != DT_NORMAL_END)
		return dt_faults_add(r->faults, r->token.at, NULL,
		    "the game is complete, but the text goes on");
	return status;
}
