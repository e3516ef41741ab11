/* paper_html: a paper as one page; see paper.h. */
#include "report/html.h"
#include "report/paper.h"

enum { ROWS_MOST = 200, ROWS_OPEN = 24, CONTENTS_LEAST = 4 };

/* Pictures have colours of their own for a white ground: in the dark their
 * lightness is turned, their hues are not. */
static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c1d20;--soft:#55585f;"
    "--ground:#fff;--line:#d5d7db;--band:#f2f3f5;--link:#0b57a4}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e6e7ea;"
    "--soft:#a9adb5;--ground:#141414;--line:#3c3f45;--band:#202226;"
    "--link:#8cc2ff}.picture svg{filter:invert(.92) "
    "hue-rotate(180deg)}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--ground);color:var(--ink);"
    "font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "main{max-width:72rem;margin:0 auto;padding:1rem}\n"
    "h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}\n"
    "h2{font-size:1.3rem;margin:2.2rem 0 .5rem;border-top:1px solid "
    "var(--line);padding-top:1rem}\n"
    "h3{font-size:1.1rem;margin:1.6rem 0 .4rem}\n"
    "p{margin:.4rem 0;max-width:46rem}\n.about{color:var(--soft)}\n"
    "#answer p:first-of-type{font-size:1.15rem;font-weight:600}\n"
    "a{color:var(--link)}\nnav ul{padding-left:1.2rem}\n"
    "figure{margin:1.2rem 0}\n"
    ".scroll{overflow-x:auto;margin:.4rem 0}\n"
    ".picture svg{width:100%;min-width:34rem;max-width:45rem;height:auto;"
    "display:block}\n"
    "table{border-collapse:collapse;font-size:.875rem;line-height:1.35}\n"
    "caption{text-align:left;font-weight:600;padding:.3rem 0;"
    "max-width:calc(100vw - 2rem)}\n"
    "th,td{text-align:left;vertical-align:top;padding:.25rem .7rem .25rem "
    "0;border-bottom:1px solid var(--line);font-weight:400;"
    "overflow-wrap:break-word;max-width:28rem}\n"
    "thead th{font-weight:600;border-bottom-width:2px}\n"
    "small{display:block;color:var(--soft);font-weight:400}\n"
    ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}\n"
    "pre{background:var(--band);padding:.7rem;white-space:pre-wrap;"
    "overflow-wrap:anywhere;font-size:.85rem;margin:.4rem 0}\n"
    "summary{cursor:pointer;color:var(--link)}\n"
    "@media print{@page{size:A4;margin:16mm}main{max-width:none;padding:0}"
    "nav{display:none}.scroll{overflow:visible}.picture svg{min-width:0}"
    "body{font-size:10pt}table{font-size:8pt}tr,svg,pre{break-inside:avoid}"
    "h2,h3,caption{break-after:avoid}}\n";

static void
open_scroll(struct dt_text *out, const char *what, const char *title)
{
	dt_text_add(out, "<div class=\"scroll%s\" tabindex=\"0\" "
	    "role=\"group\" aria-label=\"%s: ", *what == 'P' ? " picture" :
	    "", what);
	dt_html_text(out, title);
	dt_text_add(out, "\">\n");
}

static void
add_table(struct dt_text *out, const struct dt_paper_figure *f)
{
	size_t rows = dt_solution_rows(f->table);
	const char *title = f->table->title ? f->table->title : f->id;
	bool folded = rows > ROWS_OPEN && f->plot != NULL;
	if (folded)
		dt_text_add(out, "<details><summary>The %zu rows of this "
		    "picture</summary>\n", rows);
	open_scroll(out, "Table", title);
	dt_html_table(out, f->table, ROWS_MOST);
	dt_text_add(out, "</div>\n%s", folded ? "</details>\n" : "");
}

static void
add_figure(struct dt_text *out, const struct dt_paper_figure *f)
{
	const char *title = f->table->title ? f->table->title : f->id;
	dt_text_add(out, "<figure id=\"figure-%s\">\n", f->id);
	if (f->svg.size > 0) {
		open_scroll(out, "Picture", title);
		dt_text_add_n(out, f->svg.bytes, f->svg.size);
		dt_text_add(out, "</div>\n");
	}
	out->failed |= f->svg.failed;
	add_table(out, f);
	dt_text_add(out, "</figure>\n");
}

static void
add_code(struct dt_text *out, const struct dt_paper_section *s)
{
	if (s->folded) {
		dt_text_add(out, "<details>");
		dt_html_element(out, "summary", NULL, s->code_title);
	} else {
		dt_html_element(out, "p", NULL, s->code_title);
	}
	dt_html_element(out, "pre", NULL, s->code);
	if (s->folded)
		dt_text_add(out, "</details>\n");
}

static void
add_section(struct dt_text *out, const struct dt_paper_section *s)
{
	dt_text_add(out, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n"
	    "<h%d id=\"%s-title\">", s->id, s->id, s->level, s->id);
	dt_html_text(out, s->title);
	dt_text_add(out, "</h%d>\n", s->level);
	for (const struct dt_paper_line *l = s->lines; l; l = l->next)
		dt_html_element(out, "p", NULL, l->words);
	for (const struct dt_paper_figure *f = s->figures; f; f = f->next)
		add_figure(out, f);
	if (s->code != NULL)
		add_code(out, s);
	dt_text_add(out, "</section>\n");
}

static void
add_contents(struct dt_text *out, const struct dt_paper *p)
{
	size_t n = 0;
	for (const struct dt_paper_section *s = p->sections; s; s = s->next)
		n += s->level == 2;
	if (n < CONTENTS_LEAST)
		return;
	dt_text_add(out, "<nav aria-label=\"Contents\">\n<ul>\n");
	for (const struct dt_paper_section *s = p->sections->next; s;
	    s = s->next) {
		if (s->level != 2)
			continue;
		dt_text_add(out, "<li><a href=\"#%s\">", s->id);
		dt_html_text(out, s->title);
		dt_text_add(out, "</a></li>\n");
	}
	dt_text_add(out, "</ul>\n</nav>\n");
}

/* The contents come behind the answer, which is what is read first. */
void
dt_paper_html(const struct dt_paper *p, struct dt_text *out)
{
	dt_html_open(out, p->title, style);
	dt_text_add(out, "<main>\n");
	dt_html_element(out, "h1", NULL, p->title);
	dt_html_element(out, "p", "about", p->brief);
	for (const struct dt_paper_section *s = p->sections; s; s = s->next) {
		add_section(out, s);
		if (s == p->sections)
			add_contents(out, p);
	}
	dt_text_add(out, "</main>\n");
	dt_html_close(out);
	out->failed |= p->failed || p->tables.failed;
}
