/* infer_table: what was inferred, as tables. */
#include "infer/infer_internal.h"

#include <math.h>

static void
add_interval(struct dt_solution_table *t, const struct dt_infer_interval *it)
{
	dt_solution_number(t, it->mean);
	dt_solution_number(t, it->error);
	dt_solution_number(t, it->low);
	dt_solution_number(t, it->high);
}

#define INTERVAL(name, unit) { name, NULL, unit }, \
	{ "error", "s.e.", unit }, { "low95", "from", unit }, \
	{ "high95", "to", unit }

static void
add_shares(const struct dt_infer *infer, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "treatment", NULL, "" }, { "strategy", NULL, "" },
		INTERVAL("share", "share of subjects"),
		{ "also", "the data say the same of", "" },
		{ "nearest", "nearest other", "" },
		{ "apart", "told apart by", "choices" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "shares",
	    "Shares of strategies (95 % intervals by bootstrap over subjects)",
	    heads);
	for (size_t g = 0; g < infer->n; g++) {
		const struct dt_infer_model *m = &infer->groups[g].models[0];
		for (size_t c = 0; c < m->n; c++) {
			const struct dt_infer_class *one = &m->classes[c];
			dt_solution_text(t, infer->groups[g].choices->name);
			dt_solution_text(t, dt_infer_name(m, c));
			add_interval(t, &one->share);
			dt_solution_text(t, one->also[0] ? one->also : NULL);
			dt_solution_text(t, one->nearest == SIZE_MAX ? NULL :
			    dt_infer_name(m, one->nearest));
			dt_solution_number(t, one->nearest == SIZE_MAX ? NAN :
			    (double)one->apart);
		}
	}
}

static void
add_types(const struct dt_infer *infer, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "treatment", NULL, "" }, { "type", NULL, "" },
		INTERVAL("share", "share of subjects"),
	};
	const struct dt_infer_request *r = infer->request;
	if (r->n_types == 0)
		return;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "types",
	    "Shares of types", heads);
	for (size_t g = 0; g < infer->n; g++)
		for (size_t k = 0; k < r->n_types; k++) {
			dt_solution_text(t, infer->groups[g].choices->name);
			dt_solution_text(t, r->types[k].name);
			add_interval(t, &infer->groups[g].models[0].types[k]);
		}
}

static void
add_fit(const struct dt_infer *infer, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "treatment", NULL, "" }, { "subjects", NULL, "subjects" },
		{ "choices", NULL, "choices" },
		INTERVAL("chance_of_error", "chance"),
		{ "gamma", NULL, "" }, { "loglik", "ln likelihood", "" },
		{ "gap", "at most short by", "" },
		{ "agree", "starts that agree", "starts" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "fit",
	    "How well the mixture fits", heads);
	for (size_t g = 0; g < infer->n; g++) {
		const struct dt_infer_group *group = &infer->groups[g];
		const struct dt_infer_model *m = &group->models[0];
		dt_solution_text(t, group->choices->name);
		dt_solution_whole(t, (int64_t)group->subjects);
		dt_solution_whole(t, (int64_t)group->choices->n);
		add_interval(t, &m->error);
		dt_solution_number(t, dt_infer_gamma(m->fit.error));
		dt_solution_number(t, m->fit.loglik);
		dt_solution_number(t, m->fit.gap);
		dt_solution_whole(t, (int64_t)m->agree);
	}
}

/* ---- Alternatives ---- */

static void
add_model(struct dt_solution_table *t, const struct dt_infer_group *g,
    const char *name, int parameters, double loglik)
{
	dt_solution_text(t, g->choices->name);
	dt_solution_text(t, name);
	dt_solution_whole(t, parameters);
	dt_solution_number(t, loglik);
	dt_solution_number(t, 2 * parameters - 2 * loglik);
	dt_solution_number(t, parameters * log((double)g->subjects) -
	    2 * loglik);
}

static void
add_models(const struct dt_infer *infer, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "treatment", NULL, "" }, { "model", NULL, "" },
		{ "parameters", NULL, "" }, { "loglik", "ln likelihood", "" },
		{ "aic", "AIC", "" }, { "bic", "BIC", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "models",
	    "Models compared (less is better in AIC and BIC)", heads);
	for (size_t k = 0; k < infer->n; k++) {
		const struct dt_infer_group *g = &infer->groups[k];
		for (size_t m = 0; m < infer->request->n_sets; m++)
			add_model(t, g, g->models[m].set->name,
			    g->models[m].parameters,
			    g->models[m].fit.loglik);
		add_model(t, g, "memory-one", g->memory.parameters[0],
		    g->memory.memory_one);
		add_model(t, g, "semi-grim", g->memory.parameters[1],
		    g->memory.semi_grim);
		add_model(t, g, "one-chance", g->memory.parameters[2],
		    g->memory.one_chance);
	}
}

static void
add_memory(const struct dt_infer *infer, struct dt_solution *s)
{
	static const char *const after[DT_MEMORY_ONE_KINDS] = { "first",
		"PP", "PR", "RP", "RR", "PR or RP", "any" };
	static const struct dt_solution_head heads[] = {
		{ "treatment", NULL, "" }, { "after", NULL, "" },
		{ "choices", NULL, "choices" },
		{ "paused", NULL, "share of choices" },
		{ "error", "s.e.", "share of choices" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "memory",
	    "How often they paused, by the round before (mine, the other's)",
	    heads);
	for (size_t g = 0; g < infer->n; g++)
		for (int k = 0; k < DT_MEMORY_ONE_KINDS; k++) {
			const struct dt_memory_one_rate *r =
			    &infer->groups[g].memory.rates[k];
			dt_solution_text(t, infer->groups[g].choices->name);
			dt_solution_text(t, after[k]);
			dt_solution_whole(t, (int64_t)r->n);
			dt_solution_number(t, r->rate);
			dt_solution_number(t, r->error);
		}
}

/* ---- Subjects ---- */

static size_t
likeliest(const struct dt_infer_model *m, size_t subject)
{
	size_t best = 0;
	const double *chance = &m->posterior[subject * m->n];
	for (size_t c = 1; c < m->n; c++)
		if (chance[c] > chance[best])
			best = c;
	return best;
}

static void
add_subjects(const struct dt_infer *infer, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "treatment", NULL, "" }, { "subject", NULL, "" },
		{ "strategy", "most likely", "" },
		{ "chance", NULL, "chance" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "subjects",
	    "What each subject most likely plays", heads);
	t->hidden = true;
	for (size_t g = 0; g < infer->n; g++) {
		const struct dt_infer_model *m = &infer->groups[g].models[0];
		const struct dt_choices *c = infer->groups[g].choices;
		for (size_t i = 0; i < c->n_subjects; i++) {
			size_t best = likeliest(m, i);
			dt_solution_text(t, c->name);
			dt_solution_text(t, c->subjects[i]);
			dt_solution_text(t, dt_infer_name(m, best));
			dt_solution_number(t, m->posterior[i * m->n + best]);
		}
	}
}

/* Long for many; people see it of a few. */
static void
add_posterior(const struct dt_infer *infer, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "treatment", NULL, "" }, { "subject", NULL, "" },
		{ "strategy", NULL, "" }, { "chance", NULL, "chance" },
	};
	enum { ROWS_SHOWN = 24 };
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "posterior",
	    "What each subject plays, given all that it chose", heads);
	for (size_t g = 0; g < infer->n; g++) {
		const struct dt_infer_model *m = &infer->groups[g].models[0];
		const struct dt_choices *c = infer->groups[g].choices;
		for (size_t k = 0; k < c->n_subjects * m->n; k++) {
			dt_solution_text(t, c->name);
			dt_solution_text(t, c->subjects[k / m->n]);
			dt_solution_text(t, dt_infer_name(m, k % m->n));
			dt_solution_number(t, m->posterior[k]);
		}
	}
	t->hidden = dt_solution_rows(t) > ROWS_SHOWN;
}

void
dt_infer_tables(const struct dt_infer *infer, struct dt_solution *s)
{
	add_types(infer, s);
	add_shares(infer, s);
	add_fit(infer, s);
	add_memory(infer, s);
	add_models(infer, s);
	add_subjects(infer, s);
	add_posterior(infer, s);
}
