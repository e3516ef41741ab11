/* debrief: see debrief.h. */
#include "report/debrief.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/solution_json.h"
#include "report/digest_class.h"

enum dt_status
dt_debrief(const struct dt_debrief_request *request, struct dt_arena *arena,
    struct dt_paper *paper, struct dt_error *err)
{
	struct dt_error own;
	struct dt_digest_request asked = { .database = request->database,
		.catalogue = request->catalogue,
		.version = request->version };
	struct dt_digest d = { .request = &asked, .arena = arena,
		.paper = paper, .err = err ? err : &own };
	bool there;
	dt_paper_start(paper, arena, "Debrief", "");
	enum dt_status status = dt_digest_class(&d, request, &there);
	if (status == DT_OK && (paper->failed || paper->tables.failed))
		return dt_status_no_memory(d.err);
	return status;
}

/* "block-2-signals": 2 and "signals"; "class-pause": 0 and "pause". */
static int64_t
parse(const char *id, const char **name)
{
	const char *at = strncmp(id, "block-", 6) == 0 ? id + 6 : NULL;
	char *end = NULL;
	int64_t block = at != NULL ? strtoll(at, &end, 10) : 0;
	const char *dash = strchr(at != NULL ? end : id, '-');
	*name = dash != NULL ? dash + 1 : "";
	return block;
}

/* Between <desc> and </desc>, as it stands in XML. */
static json_t *
desc_of(const struct dt_text *svg)
{
	const char *text = dt_text_string(svg);
	const char *from = strstr(text, "<desc");
	from = from != NULL ? strchr(from, '>') : NULL;
	const char *to = from != NULL ? strstr(from, "</desc>") : NULL;
	return to == NULL ? json_string("") : json_stringn(from + 1,
	    (size_t)(to - from - 1));
}

static json_t *
columns_of(const struct dt_solution_table *t)
{
	json_t *columns = json_array();
	for (size_t c = 0; c < t->n_columns; c++) {
		json_t *one = json_object();
		dt_json_text(one, "name", t->columns[c].name);
		dt_json_text(one, "head", t->columns[c].head != NULL ?
		    t->columns[c].head : t->columns[c].name);
		dt_json_text(one, "unit", t->columns[c].unit);
		json_array_append_new(columns, one);
	}
	return columns;
}

static json_t *
rows_of(const struct dt_solution_table *t)
{
	json_t *rows = json_array();
	for (size_t r = 0; r < dt_solution_rows(t); r++) {
		json_t *row = json_array();
		for (size_t c = 0; c < t->n_columns; c++)
			json_array_append_new(row, dt_solution_json_cell(
			    &t->cells[r * t->n_columns + c]));
		json_array_append_new(rows, row);
	}
	return rows;
}

static json_t *
figures_of(const struct dt_paper_section *s)
{
	json_t *figures = json_array();
	for (const struct dt_paper_figure *f = s->figures; f; f = f->next) {
		const char *name;
		json_t *one = json_object();
		parse(f->id, &name);
		dt_json_text(one, "name", name);
		dt_json_text(one, "title", f->table->title);
		json_object_set_new(one, "desc", desc_of(&f->svg));
		json_object_set_new(one, "picture",
		    json_boolean(f->svg.size > 0));
		json_object_set_new(one, "columns", columns_of(f->table));
		json_object_set_new(one, "rows", rows_of(f->table));
		json_array_append_new(figures, one);
	}
	return figures;
}

void
dt_debrief_json(const struct dt_paper *paper, struct dt_text *text)
{
	json_t *json = dt_json_new(), *sections = json_array();
	for (const struct dt_paper_section *s = paper->sections; s;
	    s = s->next) {
		const char *name;
		json_t *one = json_object(), *says = json_array();
		json_object_set_new(one, "block", json_integer(
		    (json_int_t)parse(s->id, &name)));
		dt_json_text(one, "title", s->title);
		for (const struct dt_paper_line *l = s->lines; l; l = l->next)
			json_array_append_new(says, json_string(l->words));
		json_object_set_new(one, "says", says);
		json_object_set_new(one, "figures", figures_of(s));
		json_array_append_new(sections, one);
	}
	json_object_set_new(json, "sections", sections);
	char *dump = json_dumps(json, JSON_COMPACT);
	text->failed = text->failed || dump == NULL;
	if (dump != NULL)
		dt_text_add(text, "%s", dump);
	free(dump);
	json_decref(json);
}

const struct dt_text *
dt_debrief_picture(const struct dt_paper *paper, int64_t block,
    const char *name)
{
	for (const struct dt_paper_section *s = paper->sections; s; s = s->next)
		for (const struct dt_paper_figure *f = s->figures; f;
		    f = f->next) {
			const char *own;
			if (parse(f->id, &own) == block && f->svg.size > 0 &&
			    strcmp(own, name) == 0)
				return &f->svg;
		}
	return NULL;
}
