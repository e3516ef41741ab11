/* paper_files: the tables of a paper as files for other tools; see paper.h. */
#include "report/paper_internal.h"

#include "base/folder.h"
#include "base/number.h"
#include "report/csv.h"

struct files {
	const struct dt_paper *paper;
	struct dt_folder made;
	const struct dt_stop *stop;
	size_t n;
	struct dt_error *err;
};

static enum dt_status
write_file(struct files *w, const char *id, const char *ending,
    const struct dt_text *text)
{
	const char *name = dt_arena_print(&w->made.arena, "%s%s", id, ending);
	if (name == NULL)
		return dt_status_no_memory(w->err);
	w->n++;
	return dt_folder_put(&w->made, name, text, w->err);
}

static void
add_cell(const struct dt_solution_cell *cell, struct dt_text *text)
{
	char number[DT_NUMBER_SIZE];
	if (cell->kind == DT_SOLUTION_TEXT)
		dt_csv_text(cell->text, text);
	else if (cell->kind != DT_SOLUTION_NOTHING)
		dt_text_add(text, "%s", dt_number_print(cell->number,
		    number));
}

static void
add_csv(const struct dt_solution_table *t, struct dt_text *text)
{
	for (size_t c = 0; c < t->n_columns; c++) {
		dt_csv_text(t->columns[c].name, text);
		dt_text_add(text, c + 1 < t->n_columns ? "," : "\n");
	}
	for (size_t i = 0; i < dt_solution_rows(t) * t->n_columns; i++) {
		add_cell(&t->cells[i], text);
		dt_text_add(text, (i + 1) % t->n_columns ? "," : "\n");
	}
}

/* A file of a figure, by what writes it. */
struct form {
	const char *ending;
	bool of_pictures;       /* of those alone */
	void (*add)(const struct dt_paper *paper,
	    const struct dt_paper_figure *figure, struct dt_text *text);
};

static void
csv(const struct dt_paper *p, const struct dt_paper_figure *f,
    struct dt_text *text)
{
	(void)p;
	add_csv(f->table, text);
}

static void
latex(const struct dt_paper *p, const struct dt_paper_figure *f,
    struct dt_text *text)
{
	dt_solution_latex(&p->tables, f->table, text);
}

static void
gnuplot(const struct dt_paper *p, const struct dt_paper_figure *f,
    struct dt_text *text)
{
	(void)p;
	dt_paper_script_gnuplot(f, text);
}

static void
rscript(const struct dt_paper *p, const struct dt_paper_figure *f,
    struct dt_text *text)
{
	(void)p;
	dt_paper_script_r(f, text);
}

static const struct form forms[] = {
	{ ".csv", false, csv }, { ".tex", false, latex },
	{ ".gp", true, gnuplot }, { ".R", true, rscript },
};

static enum dt_status
write_figure(struct files *w, const struct dt_paper_figure *f)
{
	enum dt_status status = DT_OK;
	if (dt_solution_rows(f->table) == 0)
		return DT_OK;
	if (dt_stop_is(w->stop))
		return dt_status_fail(w->err, DT_ESTOPPED, "%s: stopped "
		    "before it was whole, so nothing of it is left",
		    w->made.place);
	for (size_t k = 0; k < sizeof(forms) / sizeof(forms[0]) &&
	    status == DT_OK; k++) {
		struct dt_text text = { 0 };
		if (forms[k].of_pictures && f->plot == NULL)
			continue;
		forms[k].add(w->paper, f, &text);
		status = write_file(w, f->id, forms[k].ending, &text);
		dt_text_free(&text);
	}
	return status;
}

static enum dt_status
write_all(struct files *w)
{
	struct dt_text readme = { 0 };
	enum dt_status status = DT_OK;
	dt_text_add(&readme, "The tables and pictures of a report of "
	    "détente.\n\nNAME.csv has every digit; an empty cell is no value. "
	    "NAME.tex is the same table for\nLaTeX, with the package booktabs. "
	    "NAME.gp and NAME.R draw the picture from the\nCSV: gnuplot "
	    "NAME.gp, Rscript NAME.R.\n\n");
	for (const struct dt_paper_section *s = w->paper->sections;
	    s != NULL && status == DT_OK; s = s->next)
		for (const struct dt_paper_figure *f = s->figures;
		    f != NULL && status == DT_OK; f = f->next) {
			dt_text_add(&readme, "%s: %s\n", f->id,
			    f->table->title);
			status = write_figure(w, f);
		}
	if (status == DT_OK)
		status = write_file(w, "README", ".txt", &readme);
	dt_text_free(&readme);
	return status;
}

enum dt_status
dt_paper_files(const struct dt_paper *paper, const char *folder,
    const struct dt_stop *stop, size_t *n, struct dt_error *err)
{
	struct files w = { .paper = paper, .stop = stop, .err = err };
	enum dt_status status = dt_folder_open(&w.made, folder, err);
	if (status == DT_OK)
		status = write_all(&w);
	*n = w.n;
	return dt_folder_close(&w.made, status, err);
}
