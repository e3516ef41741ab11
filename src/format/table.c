/* table: see table.h. */
#include "format/table.h"

#include <string.h>

#include "base/memory.h"

enum { GAP = 2, NARROW = 12, WIDE = 24 };

void
dt_table_add(struct dt_table *table, const char *cell)
{
	const char *text = cell ? cell : "";
	dt_text_add_n(&table->cells, text, strlen(text) + 1);
	table->n++;
}

void
dt_table_free(struct dt_table *table)
{
	dt_text_free(&table->cells);
}

/* The longest run of characters in a line that fits, control characters as
 * spaces, since they would move the cursor. */
void
dt_table_clip(const char *cell, size_t most, struct dt_text *text)
{
	size_t width = dt_text_width(cell), size = strlen(cell);
	bool cut = most > 0 && width > most;
	size_t n = cut ? dt_text_offset(cell, size, most - 1) : size;
	while (cut && n > 0 && cell[n - 1] == ' ')
		n--;
	for (size_t i = 0; i < n; i++) {
		bool control = (unsigned char)cell[i] < ' ' || cell[i] == 0x7f;
		dt_text_add_n(text, control ? " " : &cell[i], 1);
	}
	if (cut)
		dt_text_add(text, "…");
}

static const char *
next(const char *cell)
{
	return cell + strlen(cell) + 1;
}

static void
measure(const struct dt_table *table, size_t *widths)
{
	const char *cell = dt_text_string(&table->cells);
	for (size_t c = 0; table->heads != NULL && c < table->columns; c++)
		widths[c] = dt_text_width(table->heads[c]);
	for (size_t i = 0; i < table->n; i++, cell = next(cell)) {
		size_t width = dt_text_width(cell);
		if (width > widths[i % table->columns])
			widths[i % table->columns] = width;
	}
}

static size_t
line_width(const struct dt_table *table, const size_t *widths)
{
	size_t sum = table->indent + GAP * (table->columns - 1);
	for (size_t c = 0; c < table->columns; c++)
		sum += widths[c];
	return sum;
}

/* Numbers are never cut, nor the first column, which names the line. */
static bool
may_give(const struct dt_table *table, const size_t *widths, size_t c,
    size_t least)
{
	bool right = c < 64 && (table->right >> c & 1);
	return c > 0 && !right && widths[c] > least;
}

static size_t
least_width(const struct dt_table *table, const size_t *widths)
{
	size_t sum = line_width(table, widths);
	for (size_t c = 0; c < table->columns; c++)
		if (may_give(table, widths, c, NARROW))
			sum -= widths[c] - NARROW;
	return sum;
}

/* The last column gives way first, then the widest, until a line fits. Where
 * none can fit, nothing is cut. */
static void
squeeze(const struct dt_table *table, size_t *widths)
{
	size_t last = table->columns - 1;
	if (table->most == 0 || least_width(table, widths) > table->most)
		return;
	while (line_width(table, widths) > table->most) {
		size_t widest = 0;
		for (size_t c = 1; c <= last; c++)
			if (may_give(table, widths, c, NARROW) &&
			    (widest == 0 || widths[c] > widths[widest]))
				widest = c;
		if (may_give(table, widths, last, WIDE))
			widest = last;
		widths[widest]--;
	}
}

static void
add_cell(const struct dt_table *table, const size_t *widths, size_t c,
    const char *cell, struct dt_text *text)
{
	size_t width = dt_text_width(cell);
	bool last = c + 1 == table->columns;
	bool right = c < 64 && (table->right >> c & 1);
	if (right && width < widths[c])
		dt_text_add(text, "%*s", (int)(widths[c] - width), "");
	dt_table_clip(cell, table->most ? widths[c] : 0, text);
	if (!right && !last && width < widths[c])
		dt_text_add(text, "%*s", (int)(widths[c] - width), "");
	if (!last)
		dt_text_add(text, "%*s", GAP, "");
}

static void
end_line(struct dt_text *text)
{
	while (text->size > 0 && text->bytes[text->size - 1] == ' ')
		text->bytes[--text->size] = '\0';
	dt_text_add(text, "\n");
}

static void
add_line(const struct dt_table *table, const size_t *widths,
    const char *const *heads, const char **cell, struct dt_text *text)
{
	dt_text_add(text, "%*s", (int)table->indent, "");
	for (size_t c = 0; c < table->columns; c++) {
		add_cell(table, widths, c, heads ? heads[c] : *cell, text);
		if (heads == NULL)
			*cell = next(*cell);
	}
	end_line(text);
}

void
dt_table_text(const struct dt_table *table, struct dt_text *text)
{
	size_t *widths = dt_memory_new(table->columns, sizeof(*widths));
	if (widths == NULL || table->cells.failed) {
		text->failed = true;
		dt_memory_free(widths);
		return;
	}
	measure(table, widths);
	squeeze(table, widths);
	const char *cell = dt_text_string(&table->cells);
	if (table->heads != NULL)
		add_line(table, widths, table->heads, NULL, text);
	for (size_t i = 0; i < table->n; i += table->columns)
		add_line(table, widths, NULL, &cell, text);
	dt_memory_free(widths);
}

void
dt_table_quote(const char *cell, struct dt_text *text)
{
	size_t n = strlen(cell);
	bool blank = n > 0 && (cell[0] == ' ' || cell[n - 1] == ' ');
	if (!blank && strpbrk(cell, ",\"\r\n") == NULL) {
		dt_text_add_n(text, cell, n);
		return;
	}
	dt_text_add(text, "\"");
	for (; *cell != '\0'; cell++) {
		if (*cell == '"')
			dt_text_add(text, "\"");
		dt_text_add_n(text, cell, 1);
	}
	dt_text_add(text, "\"");
}

void
dt_table_csv(const struct dt_table *table, struct dt_text *text)
{
	const char *cell = dt_text_string(&table->cells);
	for (size_t c = 0; table->heads != NULL && c < table->columns; c++) {
		dt_text_add(text, "%s", c > 0 ? "," : "");
		dt_table_quote(table->heads[c], text);
	}
	if (table->heads != NULL)
		dt_text_add(text, "\n");
	for (size_t i = 0; i < table->n; i++, cell = next(cell)) {
		dt_table_quote(cell, text);
		bool last = i % table->columns == table->columns - 1;
		dt_text_add(text, last ? "\n" : ",");
	}
	text->failed |= table->cells.failed;
}
