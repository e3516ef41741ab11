/*
 * listing: entries that have a name, of whatever kind, as `detente list`
 * prints them: a table, JSON, CSV or the names alone.
 */
#ifndef DT_LISTING_H
#define DT_LISTING_H

#include "cli/command.h"

/* All is borrowed. */
struct dt_listing {
	const char *kind;               /* "game" */
	const char *const *fields;      /* "name" first; ends with NULL */
	const char *shown, *csv;        /* a table's columns, in order: "021"
	                                 * is fields 0, 2 and 1 */
	const void *entries;
	size_t n;
	const char *(*cell)(const void *entries, size_t entry, size_t field);
	const char *advice;             /* before the first name; or NULL */
};

enum dt_exit dt_listing_print(const struct dt_command_call *call,
    const struct dt_listing *listing, bool only_names);

#endif
