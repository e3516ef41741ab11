/*
 * brief_internal: what the files of brief share.
 *
 * brief.c         played, judged, and then told
 * brief_break.c   what breaks it, from the verdict's tables
 * brief_words.c   what it came to, and what is assumed
 * brief_html.c    the sheet
 */
#ifndef DT_REPORT_BRIEF_INTERNAL_H
#define DT_REPORT_BRIEF_INTERNAL_H

#include "format/solution.h"
#include "report/brief.h"

enum { DT_BRIEF_ITEMS = 8 };

struct dt_brief_list {
	size_t n;
	const char *items[DT_BRIEF_ITEMS];
};

struct dt_brief {
	const struct dt_brief_request *request;
	struct dt_arena *arena;
	const char *title;
	bool kept;              /* the verdict is not no */
	struct dt_brief_list answer, breaks, cost_words, assumed;
	struct dt_solution_table *costs;        /* NULL: nothing is known */
	struct dt_solution tables;              /* owns it */
	bool failed;
};

/* Adds an item, cut to `most` characters; nothing once the list is full. */
void dt_brief_add(struct dt_brief *brief, struct dt_brief_list *list,
    size_t most, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

void dt_brief_break(struct dt_brief *brief,
    const struct dt_solution *verdict);
void dt_brief_came_to(struct dt_brief *brief,
    const struct dt_summary *summary);
void dt_brief_cost(struct dt_brief *brief, const struct dt_summary *summary,
    const struct dt_summary *without);
void dt_brief_assumed(struct dt_brief *brief);
void dt_brief_html(const struct dt_brief *brief, struct dt_text *page);

#endif
