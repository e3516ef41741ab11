/* solution_latex: a solution's tables for LaTeX; see solution.h. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "format/solution.h"

/* What TeX would take for a command. */
static void
add_escaped(struct dt_text *text, const char *word)
{
	static const char plain[] = "&%$#_{}";
	for (; *word != '\0'; word++)
		if (*word == '\\')
			dt_text_add(text, "\\textbackslash{}");
		else if (*word == '~' || *word == '^')
			dt_text_add(text, "\\%c{}", *word);
		else if (strchr(plain, *word) != NULL)
			dt_text_add(text, "\\%c", *word);
		else
			dt_text_add_n(text, word, 1);
}

/* A minus and a power of ten as mathematics has them. */
static void
add_number(struct dt_text *text, const char *number)
{
	const char *e = strchr(number, 'e');
	if (strcmp(number, "-") == 0) {
		dt_text_add(text, "--");
		return;
	}
	dt_text_add(text, "$");
	dt_text_add_n(text, number, e ? (size_t)(e - number) : strlen(number));
	if (e != NULL)
		dt_text_add(text, " \\cdot 10^{%s%d}", e[1] == '-' ? "-" : "",
		    (int)strtol(e + 1 + (e[1] == '-' || e[1] == '+'), NULL,
		    10));
	dt_text_add(text, "$");
}

static void
add_heads(const struct dt_solution_table *t, struct dt_text *text)
{
	dt_text_add(text, "\\begin{tabular}{");
	for (size_t c = 0; c < t->n_columns; c++)
		dt_text_add(text, "%c", dt_solution_right(t, c) ? 'r' : 'l');
	dt_text_add(text, "}\n\\toprule\n");
	for (size_t c = 0; c < t->n_columns; c++) {
		dt_text_add(text, c > 0 ? " & " : "");
		add_escaped(text, t->columns[c].head);
	}
	dt_text_add(text, " \\\\\n\\midrule\n");
}

static void
add_rows(const struct dt_solution_table *t, struct dt_text *text)
{
	char buffer[DT_NUMBER_SIZE];
	for (size_t i = 0; i < dt_solution_rows(t) * t->n_columns; i++) {
		const struct dt_solution_cell *cell = &t->cells[i];
		const char *word = dt_solution_show(cell, 4, buffer);
		if (i % t->n_columns > 0)
			dt_text_add(text, " & ");
		if (cell->kind == DT_SOLUTION_TEXT)
			add_escaped(text, word);
		else
			add_number(text, word);
		if ((i + 1) % t->n_columns == 0)
			dt_text_add(text, " \\\\\n");
	}
}

static void
add_table(const struct dt_solution_table *t, struct dt_text *text)
{
	if (t->n_columns == 0 || dt_solution_rows(t) == 0)
		return;
	dt_text_add(text, "%s\\begin{table}\n\\centering\n\\caption{",
	    text->size > 0 ? "\n" : "");
	add_escaped(text, t->title != NULL ? t->title : t->name);
	dt_text_add(text, "}\n");
	add_heads(t, text);
	add_rows(t, text);
	dt_text_add(text, "\\bottomrule\n\\end{tabular}\n\\end{table}\n");
}

void
dt_solution_latex(const struct dt_solution *s,
    const struct dt_solution_table *one, struct dt_text *text)
{
	for (const struct dt_solution_table *t = s->tables; t; t = t->next)
		if (one != NULL ? t == one : !t->hidden)
			add_table(t, text);
}
