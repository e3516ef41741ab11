/* infer_tell: what was inferred, in sentences. */
#include "infer/infer_internal.h"

#include <math.h>

enum { NAMED_MOST = 4 };

/* "61 % (7)" */
static void
add_share(struct dt_text *text, const char *name,
    const struct dt_infer_interval *it)
{
	dt_text_add(text, "%s %.0f %%", name, 100 * it->mean);
	if (!isnan(it->error))
		dt_text_add(text, " (%.0f)", 100 * it->error);
}

/* The largest shares, the largest first. */
static void
add_largest(const struct dt_infer_model *m, struct dt_text *text)
{
	double below = INFINITY;
	size_t told = 0;
	while (told < NAMED_MOST && told < m->n) {
		double next = 0;
		for (size_t c = 0; c < m->n; c++)
			if (m->fit.share[c] < below && m->fit.share[c] > next)
				next = m->fit.share[c];
		if (next < .005)
			return;
		for (size_t c = 0; c < m->n; c++)
			if (m->fit.share[c] == next) {
				dt_text_add(text, told++ ? ", " : "");
				add_share(text, dt_infer_name(m, c),
				    &m->classes[c].share);
			}
		below = next;
	}
}

static void
say_types(const struct dt_infer *infer, const struct dt_infer_model *m,
    struct dt_text *text)
{
	const struct dt_infer_request *r = infer->request;
	for (size_t t = 0; t < r->n_types; t++) {
		dt_text_add(text, t ? ", " : "");
		if (isnan(m->types[t].mean))
			dt_text_add(text, "%s: the data cannot tell",
			    r->types[t].name);
		else
			add_share(text, r->types[t].name, &m->types[t]);
	}
}

/* Where shares are given: what follows from them of the likeliest. */
static void
add_posterior(const struct dt_infer_group *g, struct dt_text *text)
{
	const struct dt_infer_model *m = &g->models[0];
	size_t best = 0;
	for (size_t c = 1; c < m->n; c++)
		if (m->posterior[c] > m->posterior[best])
			best = c;
	if (g->choices->n_subjects == 1)
		dt_text_add(text, "%s, with chance %.3g",
		    dt_infer_name(m, best), m->posterior[best]);
	else
		dt_text_add(text, "%zu subjects, whose strategies are in the "
		    "table posterior", g->subjects);
}

static void
say_group(const struct dt_infer *infer, const struct dt_infer_group *g,
    struct dt_solution *s)
{
	struct dt_text text = { 0 };
	if (infer->request->uniform)
		add_posterior(g, &text);
	else if (infer->request->n_types > 0)
		say_types(infer, &g->models[0], &text);
	else
		add_largest(&g->models[0], &text);
	dt_solution_say(s, "%s: %s.", g->choices->name,
	    dt_text_string(&text));
	s->failed |= text.failed;
	dt_text_free(&text);
}

static void
say_how(const struct dt_infer *infer, struct dt_solution *s)
{
	const struct dt_infer_request *r = infer->request;
	size_t least = DT_SFEM_STARTS, subjects = 0, choices = 0;
	double gap = 0;
	if (r->uniform)
		return;
	for (size_t g = 0; g < infer->n; g++) {
		const struct dt_infer_model *m = &infer->groups[g].models[0];
		least = m->agree < least ? m->agree : least;
		gap = dt_number_max(gap, m->fit.gap);
		subjects += infer->groups[g].subjects;
		choices += infer->groups[g].choices->n;
	}
	dt_solution_say(s, "%zu subject%s, %zu choice%s. Shares are of "
	    "subjects%s.", subjects, subjects == 1 ? "" : "s", choices,
	    choices == 1 ? "" : "s", r->samples > 0 ? "; in brackets the "
	    "standard error, in percentage points, by bootstrap over subjects" :
	    "");
	if (gap > 1e-6)
		dt_solution_say(s, "The search has not ended: other shares "
		    "may have a log-likelihood that is higher by %.2g.", gap);
	if (least < DT_SFEM_STARTS)
		dt_solution_say(s, "%zu of %d starts came to the best "
		    "likelihood; the others to lower ones: it is the best "
		    "found.", least, DT_SFEM_STARTS);
	else
		dt_solution_say(s, "All %d starts came to the same "
		    "likelihood; no other shares at that error are better.",
		    DT_SFEM_STARTS);
}

/* What one must not read into the shares. */
static void
say_alike(const struct dt_infer_group *g, struct dt_solution *s)
{
	const struct dt_infer_model *m = &g->models[0];
	for (size_t c = 0; c < m->n; c++) {
		const struct dt_infer_class *one = &m->classes[c];
		if (one->also[0] != '\0')
			dt_solution_say(s, "%s: the data cannot tell %s from "
			    "%s%s; they share one weight.", g->choices->name,
			    dt_infer_name(m, c), one->also, one->machine ?
			    ", which are the same machine" : "");
		else if (one->nearest != SIZE_MAX && one->apart * 50 <
		    g->choices->n && c < one->nearest)
			dt_solution_say(s, "%s: only %llu of %zu choices tell "
			    "%s from %s: look at their sum.",
			    g->choices->name, (unsigned long long)one->apart,
			    g->choices->n, dt_infer_name(m, c),
			    dt_infer_name(m, one->nearest));
	}
}

void
dt_infer_tell(const struct dt_infer *infer, struct dt_solution *s)
{
	s->method = "maximum likelihood by EM and Newton's method, bootstrap "
	    "over subjects";
	s->tolerance = 1e-8;
	for (size_t g = 0; g < infer->n; g++)
		say_group(infer, &infer->groups[g], s);
	say_how(infer, s);
	for (size_t g = 0; g < infer->n; g++)
		say_alike(&infer->groups[g], s);
	if (infer->bare > 0)
		dt_solution_say(s, "%zu experiment%s of the file keep%s no "
		    "rounds, and say%s nothing here.", infer->bare,
		    infer->bare == 1 ? "" : "s", infer->bare == 1 ? "s" : "",
		    infer->bare == 1 ? "s" : "");
	dt_infer_tables(infer, s);
}
