/*
 * sql_nash: the equilibria of a game of two, as a table that takes arguments.
 *
 * SELECT * FROM nash(5, 3, 1, 0)  of the symmetric game with T, R, P, S
 * SELECT * FROM nash(text)        of a game in the text of a .nfg or .csv file
 *
 * All extreme equilibria (solve/nash.h), a row for each strategy of each
 * player: equilibrium and strategy from 1, player 'row' or 'column' or by the
 * game's names, probability, the same as a fraction, and what the equilibrium
 * pays the player. The battle of the sexes has 3. At most MOST strategies a
 * player, so that no call lasts. No game (NULL) has no rows.
 */
#include "sql/sql_internal.h"

#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "solve/nash.h"

enum { MOST = 12 };
enum column { EQUILIBRIUM, PLAYER, STRATEGY, LABEL, PROBABILITY, EXACT,
    PAYOFF, FIRST };

struct cursor {
	sqlite3_vtab_cursor base;       /* SQLite's own part */
	struct dt_arena arena;
	struct dt_normal game;
	struct dt_profile_list list;
	size_t size;                    /* rows an equilibrium */
	size_t row;
};

static int
connect_table(sqlite3 *db, void *context, int argc, const char *const *argv,
    sqlite3_vtab **table, char **error)
{
	(void)context, (void)argc, (void)argv, (void)error;
	int code = sqlite3_declare_vtab(db, "CREATE TABLE nash(equilibrium,"
	    " player, strategy, label, probability, exact, payoff,"
	    " game HIDDEN, r HIDDEN, p HIDDEN, s HIDDEN)");
	if (code == SQLITE_OK)
		code = sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
	*table = code == SQLITE_OK ? sqlite3_malloc(sizeof(**table)) : NULL;
	if (*table != NULL)
		memset(*table, 0, sizeof(**table));
	return code == SQLITE_OK && *table == NULL ? SQLITE_NOMEM : code;
}

static int
disconnect_table(sqlite3_vtab *table)
{
	sqlite3_free(table);
	return SQLITE_OK;
}

/* Arguments are equalities with hidden columns: the first, or all four. */
static int
best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
	int given = 0;
	for (int i = 0; i < info->nConstraint; i++) {
		int argument = info->aConstraint[i].iColumn - FIRST;
		if (argument < 0 || info->aConstraint[i].op !=
		    SQLITE_INDEX_CONSTRAINT_EQ)
			continue;
		if (!info->aConstraint[i].usable)
			return SQLITE_CONSTRAINT;
		info->aConstraintUsage[i].argvIndex = argument + 1;
		info->aConstraintUsage[i].omit = 1;
		given |= 1 << argument;
	}
	info->idxNum = given;
	info->estimatedCost = 1e4;
	info->estimatedRows = 20;
	if (given == 1 || given == 15)
		return SQLITE_OK;
	table->zErrMsg = sqlite3_mprintf("nash takes a game's text, or T, R, "
	    "P, S: nash(5, 3, 1, 0)");
	return SQLITE_ERROR;
}

static int
open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
	(void)table;
	struct cursor *c = dt_memory_new(1, sizeof(*c));
	*cursor = c == NULL ? NULL : &c->base;
	return c == NULL ? SQLITE_NOMEM : SQLITE_OK;
}

static void
clear(struct cursor *c)
{
	dt_arena_free(&c->arena);
	c->game = (struct dt_normal){ 0 };
	c->list = (struct dt_profile_list){ .arena = &c->arena };
	c->row = c->size = 0;
}

static int
close_cursor(sqlite3_vtab_cursor *cursor)
{
	struct cursor *c = (struct cursor *)cursor;
	clear(c);
	dt_memory_free(c);
	return SQLITE_OK;
}

static int
fail(struct cursor *c, enum dt_status status, const struct dt_error *err)
{
	if (status == DT_ENOMEM)
		return SQLITE_NOMEM;
	sqlite3_free(c->base.pVtab->zErrMsg);
	c->base.pVtab->zErrMsg = sqlite3_mprintf("%s", err->message);
	return SQLITE_ERROR;
}

static enum dt_status
read_text(struct cursor *c, const char *text, struct dt_error *err)
{
	const struct dt_source source = { "the game", text, strlen(text) };
	struct dt_faults faults = { .arena = &c->arena };
	enum dt_status status = dt_normal_read_any(&c->arena, &source,
	    strncmp(text, "NFG", 3) != 0, &c->game, &faults, err);
	return faults.n > 0 ? dt_faults_status(&faults, err) : status;
}

/* The symmetric game as the text that a person would write. */
static enum dt_status
read_matrix(struct cursor *c, sqlite3_value **t, struct dt_error *err)
{
	const char *written[4];
	for (int i = 0; i < 4; i++)
		if (sqlite3_value_numeric_type(t[i]) == SQLITE_TEXT ||
		    sqlite3_value_numeric_type(t[i]) == SQLITE_BLOB)
			return dt_status_fail(err, DT_EINPUT, "nash takes "
			    "four numbers, T, R, P, S");
		else
			written[i] = (const char *)sqlite3_value_text(t[i]);
	const char *text = dt_arena_print(&c->arena, "row/column,PAUSE,RACE\n"
	    "PAUSE,%s;%s,%s;%s\nRACE,%s;%s,%s;%s\n", written[1], written[1],
	    written[3], written[0], written[0], written[3], written[2],
	    written[2]);
	return text == NULL ? dt_status_no_memory(err) :
	    read_text(c, text, err);
}

static enum dt_status
solve(struct cursor *c, struct dt_error *err)
{
	if (c->game.players != 2 || c->game.strategies[0] > MOST ||
	    c->game.strategies[1] > MOST)
		return dt_status_fail(err, DT_EINPUT, "nash takes games of "
		    "two players with at most %d strategies each: see "
		    "detente solve", (int)MOST);
	c->size = dt_profile_size(&c->game);
	return dt_nash_all(&c->game, &c->list, err);
}

static int
filter(sqlite3_vtab_cursor *cursor, int given, const char *name, int argc,
    sqlite3_value **argv)
{
	(void)name;
	struct cursor *c = (struct cursor *)cursor;
	struct dt_error err = { 0 };
	clear(c);
	for (int i = 0; i < argc; i++)
		if (sqlite3_value_type(argv[i]) == SQLITE_NULL)
			return SQLITE_OK;
	enum dt_status status = given == 15 ? read_matrix(c, argv, &err) :
	    read_text(c, (const char *)sqlite3_value_text(argv[0]), &err);
	if (status == DT_OK)
		status = solve(c, &err);
	return status ? fail(c, status, &err) : SQLITE_OK;
}

static int
next(sqlite3_vtab_cursor *cursor)
{
	((struct cursor *)cursor)->row++;
	return SQLITE_OK;
}

static int
at_end(sqlite3_vtab_cursor *cursor)
{
	const struct cursor *c = (const struct cursor *)cursor;
	return c->row >= c->list.n * c->size;
}

static void
give_payoff(sqlite3_context *context, const struct cursor *c,
    const struct dt_profile_point *point, size_t player)
{
	double payoffs[2 * MOST];
	dt_profile_payoffs(&c->game, point->chances, payoffs);
	sqlite3_result_double(context, dt_profile_value(&c->game,
	    point->chances, payoffs, player));
}

static void
give_text(sqlite3_context *context, const char *text)
{
	if (text != NULL && text[0] != '\0')
		sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
}

static int
give_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
	const struct cursor *c = (const struct cursor *)cursor;
	const struct dt_profile_point *point =
	    &c->list.points[c->row / c->size];
	size_t at = c->row % c->size;
	size_t player = at >= c->game.strategies[0];
	size_t strategy = at - player * c->game.strategies[0];
	switch ((enum column)column) {
	case EQUILIBRIUM:
		sqlite3_result_int64(context,
		    (sqlite3_int64)(c->row / c->size + 1));
		break;
	case PLAYER:
		give_text(context, c->game.names[player]);
		break;
	case STRATEGY:
		sqlite3_result_int64(context, (sqlite3_int64)strategy + 1);
		break;
	case LABEL:
		give_text(context, c->game.labels[player][strategy]);
		break;
	case PROBABILITY:
		sqlite3_result_double(context, point->chances[at]);
		break;
	case EXACT:
		give_text(context, point->exact == NULL ? NULL :
		    point->exact[at]);
		break;
	case PAYOFF:
		give_payoff(context, c, point, player);
		break;
	default:
		break;
	}
	return SQLITE_OK;
}

static int
give_row(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row)
{
	*row = (sqlite3_int64)((struct cursor *)cursor)->row;
	return SQLITE_OK;
}

int
dt_sql_nash(sqlite3 *db)
{
	static const sqlite3_module module = {
		.xConnect = connect_table,
		.xDisconnect = disconnect_table,
		.xBestIndex = best_index,
		.xOpen = open_cursor,
		.xClose = close_cursor,
		.xFilter = filter,
		.xNext = next,
		.xEof = at_end,
		.xColumn = give_column,
		.xRowid = give_row,
	};
	return sqlite3_create_module_v2(db, "nash", &module, NULL, NULL);
}
