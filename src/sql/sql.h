/*
 * sql: what SQL can call beyond SQLite's own functions: statistics of a
 * column, and answers of game theory.
 *
 * `detente query` has them built in; sql_extension.c makes a module of them
 * that any SQLite loads. They reach no file, draw nothing by chance but the
 * bootstrap (from a seed), and give the same answer for the same arguments.
 * All pass over NULL, refuse text where a number is meant, and give NULL where
 * there is too little to tell. detente-sql(5) lists them.
 */
#ifndef DT_SQL_SQL_H
#define DT_SQL_SQL_H

struct sqlite3;

/* Adds them to a connection. SQLite's code. */
int dt_sql_functions(struct sqlite3 *db);

#endif
