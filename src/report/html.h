/*
 * html: pieces of a page that stands alone: one file, no script, no request.
 *
 * Its content security policy names the hashes of the only two styles that it
 * may have, and allows nothing else: what somebody wrote into a name cannot
 * run, load or restyle. Foreign text goes through dt_html_text, which leaves
 * no markup and no character that turns the direction of a line.
 */
#ifndef DT_REPORT_HTML_H
#define DT_REPORT_HTML_H

#include "format/solution.h"

void dt_html_text(struct dt_text *out, const char *text);

/* Up to the opening of <body>. `style`: the rules of the page. */
void dt_html_open(struct dt_text *out, const char *title, const char *style);
void dt_html_close(struct dt_text *out);

/* A whole element with a text in it; class may be NULL. */
void dt_html_element(struct dt_text *out, const char *name,
    const char *class, const char *text);

/* A table with heads, units and all digits of each number in its `value`; rows
 * after the first `most` are left out, and counted (0: none is). */
void dt_html_table(struct dt_text *out, const struct dt_solution_table *table,
    size_t most);

#endif
