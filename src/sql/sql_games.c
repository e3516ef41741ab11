/*
 * sql_games: a symmetric 2x2 game in a formula, by its payoffs T, R, P, S
 * (game/payoff.h).
 *
 * payoff(mine, other, T, R, P, S)      of a round; moves 'PAUSE' and 'RACE'
 * dilemma(T, R, P, S)                  its name; (5,3,1,0): prisoner's dilemma
 * grim_continuation(T, R, P, S)        least for grim; (5,3,1,0): .5
 * v_star(T, R, P, S, a, d)             best symmetric payoff under a public
 *                                      signal; (5,3,1,0,.05,.5): 2.7778
 * memory_one(mine, other, T, R, P, S [, slip [, continuation]])
 *     mean payoff of the first of two memory-one strategies, each the chances
 *     to pause after CC, CD, DC, DD and, if given, at first: '1 0 1 0 1'.
 *     tit for tat with itself, slips .05: 2.25.
 */
#include "sql/sql_internal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "classic/pair.h"
#include "repeat/stage.h"

/* T, R, P, S from four arguments. False: one of them is NULL, or an error. */
static bool
read_game(sqlite3_context *context, sqlite3_value **arguments,
    struct dt_payoff_matrix *m)
{
	*m = (struct dt_payoff_matrix){ 0 };
	return dt_sql_take(context, arguments[0], &m->temptation) &&
	    dt_sql_take(context, arguments[1], &m->reward) &&
	    dt_sql_take(context, arguments[2], &m->punishment) &&
	    dt_sql_take(context, arguments[3], &m->sucker);
}

static void
dilemma(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	struct dt_payoff_matrix m;
	if (read_game(context, arguments, &m))
		sqlite3_result_text(context,
		    dt_stage_name(dt_stage_type_of(&m)), -1, SQLITE_STATIC);
}

static void
grim(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	struct dt_payoff_matrix m;
	if (!read_game(context, arguments, &m))
		return;
	double least = dt_stage_grim(&m);
	dt_sql_give(context, isfinite(least), least);
}

static void
v_star(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	struct dt_payoff_matrix m;
	double a, d;
	if (!read_game(context, arguments, &m) ||
	    !dt_sql_between(context, arguments[4], 0, 1,
	    "the chance of a false alarm is a number", &a) ||
	    !dt_sql_between(context, arguments[5], 0, 1,
	    "the chance of detection is a number", &d))
		return;
	double value = dt_stage_price(&m, a, d).value;
	dt_sql_give(context, isfinite(value), value);
}

static bool
read_move(sqlite3_context *context, sqlite3_value *value, bool *races)
{
	const char *word = (const char *)sqlite3_value_text(value);
	if (word == NULL)
		return false;
	*races = strcmp(word, "RACE") == 0;
	if (*races || strcmp(word, "PAUSE") == 0)
		return true;
	sqlite3_result_error(context, "a move is 'PAUSE' or 'RACE'", -1);
	return false;
}

static void
payoff(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	(void)n;
	struct dt_payoff_matrix m;
	bool mine, its;
	if (!read_move(context, arguments[0], &mine) ||
	    !read_move(context, arguments[1], &its) ||
	    !read_game(context, arguments + 2, &m))
		return;
	sqlite3_result_double(context, mine ?
	    its ? m.punishment : m.temptation : its ? m.sucker : m.reward);
}

/* '1 0 1 0' or '1 0 1 0 1': without a fifth it pauses first. */
static bool
read_strategy(sqlite3_context *context, sqlite3_value *value,
    struct dt_pair_strategy *strategy)
{
	double chances[5] = { 0, 0, 0, 0, 1 };
	const char *word = (const char *)sqlite3_value_text(value);
	size_t n = 0;
	bool fine = word != NULL;
	while (fine && *(word += strspn(word, " ,")) != '\0') {
		char part[32] = "";
		size_t length = strcspn(word, " ,");
		fine = n < 5 && length < sizeof(part);
		if (fine)
			memcpy(part, word, length);
		fine = fine && dt_number_read(part, &chances[n++]);
		word += length;
	}
	*strategy = (struct dt_pair_strategy){ { chances[0], chances[1],
	    chances[2], chances[3] }, chances[4] };
	if (word != NULL && !(fine && n >= 4))
		sqlite3_result_error(context, "a strategy is four or five "
		    "chances to pause, as in '1 0 1 0 1'", -1);
	return fine && n >= 4;
}

static void
memory_one(sqlite3_context *context, int n, sqlite3_value **arguments)
{
	struct dt_pair_strategy me, it;
	struct dt_payoff_matrix m;
	double slip = 0, continuation = 1;
	struct dt_pair_play play;
	struct dt_error err;
	if (!read_strategy(context, arguments[0], &me) ||
	    !read_strategy(context, arguments[1], &it) ||
	    !read_game(context, arguments + 2, &m) ||
	    (n > 6 && !dt_sql_take(context, arguments[6], &slip)) ||
	    (n > 7 && !dt_sql_take(context, arguments[7], &continuation)))
		return;
	if (dt_pair_play(&me, &it, &m, slip, continuation, &play, &err) ==
	    DT_OK)
		dt_sql_give(context, isfinite(play.mine), play.mine);
	else
		sqlite3_result_error(context, err.message, -1);
}

const struct dt_sql_function dt_sql_games[] = {
	{ "dilemma", 4, dilemma, NULL },
	{ "grim_continuation", 4, grim, NULL },
	{ "v_star", 6, v_star, NULL },
	{ "payoff", 6, payoff, NULL },
	{ "memory_one", 6, memory_one, NULL },
	{ "memory_one", 7, memory_one, NULL },
	{ "memory_one", 8, memory_one, NULL },
	{ 0 }
};
