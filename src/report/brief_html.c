/* brief_html: the sheet; see brief_internal.h. Its lists are bounded, and so is
 * each of their items, so that it is one page of A4. */
#include "report/brief_internal.h"
#include "report/html.h"

static const char style[] =
    ":root{color-scheme:light dark;--ink:#1c1d20;--soft:#55585f;"
    "--ground:#fff;--line:#c9ccd1}\n"
    "@media (prefers-color-scheme:dark){:root{--ink:#e6e7ea;"
    "--soft:#a9adb5;--ground:#141414;--line:#3c3f45}}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0;background:var(--ground);color:var(--ink);"
    "font:.95rem/1.4 system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "main{max-width:52rem;margin:0 auto;padding:1rem}\n"
    "h1{font-size:1.35rem;line-height:1.2;margin:0 0 .2rem}\n"
    "h2{font-size:1.02rem;margin:.9rem 0 .25rem;padding-bottom:.1rem;"
    "border-bottom:1px solid var(--line)}\n"
    "p{margin:.2rem 0}.about{color:var(--soft);font-size:.85em}\n"
    "#answer p:first-of-type{font-weight:700}\n"
    "ul,ol{margin:.2rem 0;padding-left:1.2rem}li{margin:.1rem 0}\n"
    ".two{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,"
    "1fr));gap:0 1.5rem}\n"
    ".scroll{overflow-x:auto}\n"
    "table{border-collapse:collapse;font-size:.85em;line-height:1.25}\n"
    "caption{text-align:left;font-weight:600}\n"
    "th,td{text-align:left;padding:.1rem .7rem .1rem 0;font-weight:400;"
    "border-bottom:1px solid var(--line);vertical-align:top;"
    "overflow-wrap:break-word}\n"
    "thead th{font-weight:600}small{display:block;color:var(--soft);"
    "font-weight:400}\n"
    ".n{text-align:right;white-space:nowrap;"
    "font-variant-numeric:tabular-nums}\n"
    "code{font-size:.9em}\n"
    "@media print{@page{size:A4;margin:12mm}main{max-width:none;padding:0}"
    "body{font-size:8.4pt;line-height:1.27}h1{font-size:13pt}"
    "h2{font-size:9.5pt;margin:6pt 0 2pt}.two{grid-template-columns:"
    "1fr 1fr}.scroll{overflow:visible}}\n";

/* The same for every treaty. */
static const struct dt_brief_list not_modelled = { .n = 6, .items = {
	"Degrees: in a round each pauses or races, and nothing between.",
	"What racing leads to: no lead is kept from one round to the next, and "
	"what an accident would cost those outside is in the payoffs or "
	"nowhere.",
	"Departures by two or more together, and deals beside the treaty.",
	"Politics at home, changes of government, and disputes about what the "
	"text means.",
	"Learning to hide: signals err at random, at the rates that are "
	"assumed.",
	"Whether the figures are right: they are assumed, not measured. The "
	"answer is about the game, and no forecast.",
} };

static void
add_paragraphs(struct dt_text *out, const struct dt_brief_list *list)
{
	for (size_t k = 0; k < list->n; k++)
		dt_html_element(out, "p", NULL, list->items[k]);
}

static void
add_list(struct dt_text *out, const char *kind,
    const struct dt_brief_list *list)
{
	dt_text_add(out, "<%s>\n", kind);
	for (size_t k = 0; k < list->n; k++)
		dt_html_element(out, "li", NULL, list->items[k]);
	dt_text_add(out, "</%s>\n", kind);
}

static void
add_heading(struct dt_text *out, const char *id, const char *title)
{
	dt_text_add(out, "<section id=\"%s\" aria-labelledby=\"%s-title\">\n"
	    "<h2 id=\"%s-title\">%s</h2>\n", id, id, id, title);
}

static void
add_breaks(struct dt_text *out, const struct dt_brief *b)
{
	bool any = b->breaks.n > 0;
	add_heading(out, "breaks", b->kept ? "Three things that break it, or "
	    "come nearest" : "What breaks it, and what comes near");
	if (any)
		add_list(out, "ol", &b->breaks);
	else
		dt_html_element(out, "p", NULL, "Nothing was found that would: "
		    "see the answer.");
	dt_text_add(out, "</section>\n");
}

static void
add_cost(struct dt_text *out, const struct dt_brief *b)
{
	add_heading(out, "cost", "What it costs");
	add_paragraphs(out, &b->cost_words);
	if (b->costs != NULL) {
		dt_text_add(out, "<div class=\"scroll\" tabindex=\"0\" "
		    "role=\"group\" aria-label=\"Table: what each pays and "
		    "gets\">\n");
		dt_html_table(out, b->costs, 0);
		dt_text_add(out, "</div>\n");
	} else {
		dt_html_element(out, "p", NULL, "Not known: nothing was "
		    "played.");
	}
	dt_text_add(out, "</section>\n");
}

static void
add_limits(struct dt_text *out, const struct dt_brief *b)
{
	dt_text_add(out, "<div class=\"two\">\n");
	if (b->assumed.n > 0) {
		add_heading(out, "assumed", "What is assumed");
		add_list(out, "ul", &b->assumed);
		dt_text_add(out, "</section>\n");
	}
	add_heading(out, "left-out", "What is not modelled");
	add_list(out, "ul", &not_modelled);
	dt_text_add(out, "</section>\n</div>\n");
}

void
dt_brief_html(const struct dt_brief *b, struct dt_text *out)
{
	struct dt_brief words = { .arena = b->arena };
	struct dt_brief_list heads = { 0 };
	dt_brief_add(&words, &heads, 90, "%s", b->title);
	dt_brief_add(&words, &heads, 200, "%s", b->request->command);
	const char *title = heads.n > 0 ? heads.items[0] : "";
	dt_html_open(out, title, style);
	dt_text_add(out, "<main>\n");
	dt_html_element(out, "h1", NULL, title);
	dt_text_add(out, "<p class=\"about\">A brief by détente ");
	dt_html_text(out, b->request->version);
	dt_text_add(out, ": a model's answer, no forecast.</p>\n");
	add_heading(out, "answer", "The answer");
	add_paragraphs(out, &b->answer);
	dt_text_add(out, "</section>\n");
	if (b->request->experiment != NULL) {
		add_breaks(out, b);
		add_cost(out, b);
	}
	add_limits(out, b);
	dt_text_add(out, "<p class=\"about\">Again: <code>");
	dt_html_text(out, heads.n > 1 ? heads.items[1] : "");
	dt_text_add(out, "</code></p>\n</main>\n");
	dt_html_close(out);
	out->failed |= words.failed;
}
