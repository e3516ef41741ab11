/* csv: see csv.h. */
#include "report/csv.h"

#include <inttypes.h>
#include <string.h>

#include "base/number.h"
#include "format/table.h"

void
dt_csv_text(const char *value, struct dt_text *text)
{
	if (value[0] == '\0') {
		dt_text_add(text, "\"\"");
		return;
	}
	if (strchr("=+-@\t\r", value[0]) == NULL) {
		dt_table_quote(value, text);
		return;
	}
	struct dt_text guarded = { 0 };
	dt_text_add(&guarded, "'%s", value);
	dt_table_quote(dt_text_string(&guarded), text);
	text->failed |= guarded.failed;
	dt_text_free(&guarded);
}

void
dt_csv_cell(const struct dt_cell *cell, struct dt_text *text)
{
	char buffer[DT_NUMBER_SIZE];
	if (cell->type == DT_CELL_INTEGER)
		dt_text_add(text, "%" PRId64, cell->integer);
	else if (cell->type == DT_CELL_REAL)
		dt_text_add(text, "%s", dt_number_print(cell->real, buffer));
	else if (cell->type == DT_CELL_TEXT)
		dt_csv_text(cell->text, text);
}
