/* html: see html.h. */
#include "report/html.h"

#include <string.h>

#include "format/svg.h"
#include "proof/base64.h"
#include "proof/hash.h"

enum { DIGITS = 5 };

static void
add_escaped(struct dt_text *out, const char *text)
{
	for (; *text != '\0'; text++) {
		const char *name = *text == '&' ? "&amp;" : *text == '<' ?
		    "&lt;" : *text == '>' ? "&gt;" : *text == '"' ? "&quot;" :
		    *text == '\'' ? "&#39;" : NULL;
		if (name != NULL)
			dt_text_add(out, "%s", name);
		else
			dt_text_add_n(out, text, 1);
	}
}

void
dt_html_text(struct dt_text *out, const char *text)
{
	struct dt_text visible = { 0 };
	dt_text_add_visible(&visible, text, strlen(text));
	add_escaped(out, dt_text_string(&visible));
	out->failed |= visible.failed;
	dt_text_free(&visible);
}

static void
add_hash(struct dt_text *out, const char *style)
{
	unsigned char digest[DT_HASH_BYTES];
	dt_hash_of(style, strlen(style), digest);
	dt_text_add(out, " 'sha256-");
	dt_base64_add(out, digest, sizeof(digest));
	dt_text_add(out, "'");
}

void
dt_html_open(struct dt_text *out, const char *title, const char *style)
{
	dt_text_add(out, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-"
	    "Policy\" content=\"default-src 'none'; base-uri 'none'; "
	    "form-action 'none'; style-src");
	add_hash(out, style);
	add_hash(out, dt_svg_rules);
	dt_text_add(out, "\">\n<meta name=\"viewport\" content=\"width=device-"
	    "width, initial-scale=1\">\n<meta name=\"color-scheme\" "
	    "content=\"light dark\">\n<meta name=\"referrer\" "
	    "content=\"no-referrer\">\n<title>");
	dt_html_text(out, title);
	dt_text_add(out, "</title>\n<style>%s</style>\n</head>\n<body>\n",
	    style);
}

void
dt_html_close(struct dt_text *out)
{
	dt_text_add(out, "</body>\n</html>\n");
}

void
dt_html_element(struct dt_text *out, const char *name, const char *class,
    const char *text)
{
	dt_text_add(out, "<%s", name);
	if (class != NULL)
		dt_text_add(out, " class=\"%s\"", class);
	dt_text_add(out, ">");
	dt_html_text(out, text);
	dt_text_add(out, "</%s>\n", name);
}

static void
add_heads(struct dt_text *out, const struct dt_solution_table *t)
{
	dt_text_add(out, "<thead><tr>");
	for (size_t c = 0; c < t->n_columns; c++) {
		const struct dt_solution_column *column = &t->columns[c];
		dt_text_add(out, "<th scope=\"col\"%s>",
		    dt_solution_right(t, c) ? " class=\"n\"" : "");
		dt_html_text(out, column->head);
		if (column->unit[0] != '\0') {
			dt_text_add(out, " <small>");
			dt_html_text(out, column->unit);
			dt_text_add(out, "</small>");
		}
		dt_text_add(out, "</th>");
	}
	dt_text_add(out, "</tr></thead>\n");
}

/* Rounded for people, with all digits for programs. */
static void
add_cell(struct dt_text *out, const struct dt_solution_cell *cell)
{
	char shown[DT_NUMBER_SIZE], whole[DT_NUMBER_SIZE];
	const char *words = dt_solution_show(cell, DIGITS, shown);
	if (cell->kind == DT_SOLUTION_NUMBER ||
	    cell->kind == DT_SOLUTION_EXACT) {
		dt_text_add(out, "<data value=\"%s\">",
		    dt_number_print(cell->number, whole));
		dt_html_text(out, words);
		dt_text_add(out, "</data>");
	} else {
		dt_html_text(out, words);
	}
}

static void
add_row(struct dt_text *out, const struct dt_solution_table *t, size_t row)
{
	dt_text_add(out, "<tr>");
	for (size_t c = 0; c < t->n_columns; c++) {
		const char *element = c == 0 ? "th" : "td";
		dt_text_add(out, "<%s%s%s>", element,
		    c == 0 ? " scope=\"row\"" : "",
		    dt_solution_right(t, c) ? " class=\"n\"" : "");
		add_cell(out, &t->cells[row * t->n_columns + c]);
		dt_text_add(out, "</%s>", element);
	}
	dt_text_add(out, "</tr>\n");
}

void
dt_html_table(struct dt_text *out, const struct dt_solution_table *t,
    size_t most)
{
	size_t rows = dt_solution_rows(t), shown = rows;
	if (most > 0 && rows > most)
		shown = most;
	dt_text_add(out, "<table id=\"%s\">\n<caption>", t->name);
	dt_html_text(out, t->title != NULL ? t->title : t->name);
	if (shown < rows)
		dt_text_add(out, " (the first %zu of %zu rows; --plot-data "
		    "writes all)", shown, rows);
	dt_text_add(out, "</caption>\n");
	add_heads(out, t);
	dt_text_add(out, "<tbody>\n");
	for (size_t r = 0; r < shown; r++)
		add_row(out, t, r);
	dt_text_add(out, "</tbody>\n</table>\n");
}
