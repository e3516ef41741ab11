/*
 * paper_script: scripts that draw a figure from its table; see paper.h. All
 * words in them are this program's own: labels come out of the CSV when they
 * run, and are read as plain text.
 */
#include "report/paper_internal.h"

#include "base/number.h"

/* How many lines: the largest number in the column `series`. */
static size_t
count_lines(const struct dt_paper_figure *f)
{
	const struct dt_solution_table *t = f->table;
	const char *name = f->plot->series;
	size_t lines = 1;
	for (size_t i = 0; name != NULL && i < t->n_cells; i++) {
		const struct dt_solution_cell *cell = &t->cells[i];
		if (t->columns[i % t->n_columns].name == name &&
		    cell->number > (double)lines && cell->number < 100)
			lines = (size_t)cell->number;
	}
	return lines;
}

static void
plot_lines(const struct dt_paper_figure *f, struct dt_text *out)
{
	const struct dt_paper_plot *p = f->plot;
	size_t n = count_lines(f);
	dt_text_add(out, "mine(k, name) = %s%s%s\n", p->series ?
	    "column(\"" : "k == 1 ? column(name) : NaN", p->series ?
	    p->series : "", p->series ? "\") == k ? column(name) : NaN" : "");
	dt_text_add(out, "plot ");
	for (size_t k = 1; k <= n; k++) {
		if (p->low != NULL)
			dt_text_add(out, "file using (column(\"%s\")):(mine("
			    "%zu, \"%s\")):(mine(%zu, \"%s\")) with "
			    "filledcurves fs transparent solid 0.15 noborder "
			    "lc %zu notitle, \\\n  ", p->x, k, p->low, k,
			    p->high, k);
		dt_text_add(out, "file using (mine(%zu, \"%s\")):(mine(%zu, "
		    "\"%s\")) with linespoints lc %zu title \"%zu\"%s", k,
		    p->x, k, p->y, k, k, k < n ? ", \\\n  " : "\n");
	}
}

static void
plot_bars(const struct dt_paper_plot *p, struct dt_text *out)
{
	dt_text_add(out, "set style fill solid 0.4\nset boxwidth 0.7\n"
	    "set yrange [*:*]\nplot file using 0:\"%s\":xtic(stringcolumn("
	    "\"%s\")) with boxes notitle", p->y, p->x);
	if (p->low != NULL)
		dt_text_add(out, ", \\\n  file using 0:\"%s\":\"%s\":\"%s\" "
		    "with yerrorbars lc rgb \"black\" notitle", p->y, p->low,
		    p->high);
	dt_text_add(out, "\n");
}

void
dt_paper_script_gnuplot(const struct dt_paper_figure *f, struct dt_text *out)
{
	const struct dt_paper_plot *p = f->plot;
	dt_text_add(out, "# Draws %s.svg from %s.csv: gnuplot %s.gp\n"
	    "file = \"%s.csv\"\nset datafile separator comma\n"
	    "set datafile columnheaders\nset datafile missing \"\"\n"
	    "set terminal svg size 720,460 noenhanced\nset output \"%s.svg\"\n"
	    "set xlabel \"%s\"\nset ylabel \"%s\"\nset grid\n",
	    f->id, f->id, f->id, f->id, f->id, p->x,
	    p->kind == DT_PAPER_FIELD ? p->z : p->y);
	if (p->kind == DT_PAPER_LINES)
		plot_lines(f, out);
	else if (p->kind == DT_PAPER_BARS)
		plot_bars(p, out);
	else
		dt_text_add(out, "set cblabel \"%s\"\nplot file using \"%s\":"
		    "\"%s\":\"%s\" with points pt 5 ps 2 palette notitle\n",
		    p->y, p->x, p->z, p->y);
}

static void
draw_lines(const struct dt_paper_figure *f, struct dt_text *out)
{
	const struct dt_paper_plot *p = f->plot;
	dt_text_add(out, "series <- %s%s%s\n", p->series ? "d[[\"" :
	    "rep(1, nrow(d))", p->series ? p->series : "", p->series ?
	    "\"]]" : "");
	dt_text_add(out, "x <- d[[\"%s\"]]; y <- d[[\"%s\"]]\n"
	    "plot(x, y, type = \"n\", xlab = \"%s\", ylab = \"%s\", "
	    "ylim = range(c(y%s%s%s%s%s, 0), na.rm = TRUE))\n"
	    "for (k in sort(unique(series))) {\n  i <- which(series == k)\n"
	    "  lines(x[i], y[i], col = k, lwd = 2)\n", p->x, p->y, p->x, p->y,
	    p->low ? ", d[[\"" : "", p->low ? p->low : "",
	    p->low ? "\"]], d[[\"" : "", p->low ? p->high : "",
	    p->low ? "\"]]" : "");
	if (p->low != NULL)
		dt_text_add(out, "  lines(x[i], d[[\"%s\"]][i], col = k, "
		    "lty = 3)\n  lines(x[i], d[[\"%s\"]][i], col = k, "
		    "lty = 3)\n", p->low, p->high);
	dt_text_add(out, "}\n");
}

static void
draw_bars(const struct dt_paper_plot *p, struct dt_text *out)
{
	const char *low = p->low ? p->low : p->y;
	const char *high = p->high ? p->high : p->y;
	dt_text_add(out, "y <- d[[\"%s\"]]; low <- d[[\"%s\"]]; high <- "
	    "d[[\"%s\"]]\nat <- barplot(y, names.arg = d[[\"%s\"]], ylab = "
	    "\"%s\", las = 2,\n  ylim = range(c(y, low, high, 0), na.rm = "
	    "TRUE))\ni <- which(is.finite(low) & is.finite(high) & low < "
	    "high)\nif (length(i) > 0) arrows(at[i], low[i], at[i], high[i], "
	    "angle = 90, code = 3, length = 0.05)\n", p->y, low, high, p->x,
	    p->y);
}

void
dt_paper_script_r(const struct dt_paper_figure *f, struct dt_text *out)
{
	const struct dt_paper_plot *p = f->plot;
	dt_text_add(out, "# Draws %s-r.svg from %s.csv: Rscript %s.R\n"
	    "d <- read.csv(\"%s.csv\", check.names = FALSE, "
	    "na.strings = \"\")\nsvg(\"%s-r.svg\", width = 8, height = 5)\n",
	    f->id, f->id, f->id, f->id, f->id);
	if (p->kind == DT_PAPER_LINES)
		draw_lines(f, out);
	else if (p->kind == DT_PAPER_BARS)
		draw_bars(p, out);
	else
		dt_text_add(out, "y <- d[[\"%s\"]]\nspan <- range(y, na.rm = "
		    "TRUE)\nshade <- if (diff(span) > 0) (y - span[1]) / "
		    "diff(span) else 0 * y\nplot(d[[\"%s\"]], d[[\"%s\"]], pch "
		    "= 15, cex = 3, col = hcl.colors(64, rev = TRUE)[1 + "
		    "round(63 * shade)],\n  xlab = \"%s\", ylab = \"%s\", main "
		    "= \"%s\")\n", p->y, p->x, p->z, p->x, p->z, p->y);
	dt_text_add(out, "invisible(dev.off())\n");
}
