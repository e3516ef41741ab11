/*
 * sql_internal: what the files of the room share.
 *
 * sql_builtin.c    the door for a program that is linked with SQLite
 * sql_extension.c  the door for an SQLite that loads the module
 * sql.c            all functions, given to a connection
 * sql_moments.c    median, quantile, variance, stdev, stderr_mean, correlation
 * sql_interval.c   Wilson's interval, the bootstrap's
 * sql_ratio.c      means of a round over runs, and their intervals; Student's t
 * sql_rank.c       a test of two groups by ranks
 * sql_survival.c   Kaplan and Meier's estimate
 * sql_games.c      a 2x2 game in a formula
 * sql_nash.c       the equilibria of a game, as a table
 * sql_values.c     arguments, and lists that aggregates keep
 *
 * A module must call the SQLite that loads it, which may not be the one that
 * it was linked with (R and Python bring their own). So the room calls SQLite
 * by a table of its routines, dt_sql_api, which the door sets; SQLite's header
 * for extensions makes each call one by that table.
 */
#ifndef DT_SQL_SQL_INTERNAL_H
#define DT_SQL_SQL_INTERNAL_H

#define sqlite3_api dt_sql_api
#include <sqlite3ext.h>
#include <stdbool.h>
#include <stddef.h>

#include "sql/sql.h"

/* All functions, to a connection of the SQLite of dt_sql_api. SQLite's code. */
int dt_sql_add(sqlite3 *db);

/* One function: `step` and `final` of an aggregate, or `step` alone. */
struct dt_sql_function {
	const char *name;
	int arguments;
	void (*step)(sqlite3_context *, int, sqlite3_value **);
	void (*final)(sqlite3_context *);
};

extern const struct dt_sql_function dt_sql_moments[];
extern const struct dt_sql_function dt_sql_intervals[];
extern const struct dt_sql_function dt_sql_ratios[];
extern const struct dt_sql_function dt_sql_ranks[];
extern const struct dt_sql_function dt_sql_survival[];
extern const struct dt_sql_function dt_sql_games[];

/* The table nash(...). SQLite's code. */
int dt_sql_nash(sqlite3 *db);

/* sql_values.c */

extern const sqlite3_api_routines *dt_sql_api;

/* A number to take, or not: NULL is passed over, text is an error. */
bool dt_sql_take(sqlite3_context *context, sqlite3_value *value,
    double *number);

/* A number between two others, or an error that says which argument; NULL is
 * an error too. */
bool dt_sql_between(sqlite3_context *context, sqlite3_value *value,
    double least, double most, const char *what, double *number);

/* Gives a number, or NULL where it is not known. */
void dt_sql_give(sqlite3_context *context, bool known, double number);

/* What an aggregate keeps of its rows: numbers, in the order of the rows. */
struct dt_sql_list {
	double *list;           /* owned until dt_sql_list_free */
	size_t n, room;
	double extra;           /* an argument that is the same in all rows */
};

/* The list of this group, or NULL, told, where memory is out. */
struct dt_sql_list *dt_sql_list(sqlite3_context *context);
void dt_sql_list_add(sqlite3_context *context, struct dt_sql_list *list,
    double number);
void dt_sql_list_free(struct dt_sql_list *list);
/* Sorts; equal numbers stay equal. */
void dt_sql_list_sort(double *list, size_t n);
/* Of a sorted list of n > 0: straight lines between the order statistics, R's
 * type 7. */
double dt_sql_quantile(const double *sorted, size_t n, double share);

#endif
