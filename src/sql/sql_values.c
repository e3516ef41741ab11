/* sql_values: arguments, and lists that aggregates keep; see sql_internal.h. */
#include "sql/sql_internal.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"

const sqlite3_api_routines *dt_sql_api;

bool
dt_sql_take(sqlite3_context *context, sqlite3_value *value, double *number)
{
	switch (sqlite3_value_numeric_type(value)) {
	case SQLITE_INTEGER:
	case SQLITE_FLOAT:
		*number = sqlite3_value_double(value);
		return true;
	case SQLITE_NULL:
		return false;
	default:
		sqlite3_result_error(context, "a function of numbers was "
		    "given something that is no number", -1);
		return false;
	}
}

bool
dt_sql_between(sqlite3_context *context, sqlite3_value *value, double least,
    double most, const char *what, double *number)
{
	int type = sqlite3_value_numeric_type(value);
	*number = sqlite3_value_double(value);
	if ((type == SQLITE_INTEGER || type == SQLITE_FLOAT) &&
	    *number >= least && *number <= most)
		return true;
	char words[200];
	snprintf(words, sizeof(words), "%s from %g to %g", what, least, most);
	sqlite3_result_error(context, words, -1);
	return false;
}

void
dt_sql_give(sqlite3_context *context, bool known, double number)
{
	if (known)
		sqlite3_result_double(context, number);
}

struct dt_sql_list *
dt_sql_list(sqlite3_context *context)
{
	struct dt_sql_list *list = sqlite3_aggregate_context(context,
	    sizeof(*list));
	if (list == NULL)
		sqlite3_result_error_nomem(context);
	return list;
}

void
dt_sql_list_add(sqlite3_context *context, struct dt_sql_list *list,
    double number)
{
	if (!dt_memory_reserve(&list->list, &list->room, list->n + 1,
	    sizeof(*list->list)))
		sqlite3_result_error_nomem(context);
	else
		list->list[list->n++] = number;
}

void
dt_sql_list_free(struct dt_sql_list *list)
{
	dt_memory_free(list->list);
	list->list = NULL;
	list->n = list->room = 0;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

void
dt_sql_list_sort(double *list, size_t n)
{
	if (n > 1)      /* an empty list may be NULL, which qsort must not get */
		qsort(list, n, sizeof(*list), compare);
}

double
dt_sql_quantile(const double *sorted, size_t n, double share)
{
	double at = share * (double)(n - 1);
	size_t below = (size_t)at;
	if (below + 1 >= n)
		return sorted[n - 1];
	double part = at - (double)below;
	return part > 0 ? sorted[below] + part * (sorted[below + 1] -
	    sorted[below]) : sorted[below];
}
