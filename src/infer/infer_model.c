/* infer_model: a set of strategies fitted to a group of choices. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "game/machine.h"
#include "infer/infer_internal.h"

struct fitting {
	const struct dt_infer_request *request;
	struct dt_infer_model *m;
	const struct dt_automaton *const *strategies;
	struct dt_sfem all, sfem;
	size_t *class_of, *which;       /* strategy to first of its class, class
	                                 * to strategy */
	double *found;                  /* samples * (n + 1) */
	struct dt_arena *arena;
	struct dt_error *err;
};

/* ---- Classes ---- */

/* The other strategies of a class, and whether all are one machine. */
static enum dt_status
name_class(struct fitting *f, size_t class)
{
	struct dt_infer_class *c = &f->m->classes[class];
	const char *also = "";
	c->first = f->which[class];
	c->machine = true;
	for (size_t j = 0; j < f->all.k && also != NULL; j++) {
		bool same = false;
		if (j == c->first || f->class_of[j] != c->first)
			continue;
		also = dt_arena_print(f->arena, "%s%s%s", also, also[0] ? ", " :
		    "", f->m->set->strategies[j]);
		enum dt_status status = dt_machine_same(
		    f->strategies[c->first], f->strategies[j], f->arena, &same,
		    f->err);
		if (status != DT_OK)
			return status;
		c->machine = c->machine && same;
	}
	c->also = also;
	return also == NULL ? dt_status_no_memory(f->err) : DT_OK;
}

static void
find_nearest(struct fitting *f, size_t class)
{
	struct dt_infer_class *c = &f->m->classes[class];
	c->nearest = SIZE_MAX;
	for (size_t j = 0; j < f->m->n; j++) {
		uint64_t apart = dt_sfem_apart(&f->all, f->which[class],
		    f->which[j]);
		if (j != class && (c->nearest == SIZE_MAX ||
		    apart < c->apart)) {
			c->nearest = j;
			c->apart = apart;
		}
	}
}

static enum dt_status
find_classes(struct fitting *f)
{
	size_t k = f->all.k;
	f->class_of = dt_arena_new(f->arena, k, sizeof(*f->class_of));
	f->which = dt_arena_new(f->arena, k, sizeof(*f->which));
	f->m->classes = dt_arena_new(f->arena, k, sizeof(*f->m->classes));
	if (!f->class_of || !f->which || !f->m->classes)
		return dt_status_no_memory(f->err);
	dt_sfem_classes(&f->all, f->class_of);
	enum dt_status status = dt_sfem_reduce(&f->all, f->class_of, f->arena,
	    &f->sfem, f->which, f->err);
	f->m->n = f->sfem.k;
	for (size_t c = 0; c < f->m->n && status == DT_OK; c++) {
		status = name_class(f, c);
		find_nearest(f, c);
	}
	return status;
}

/* ---- Errors ---- */

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The mean is known; n samples give the rest: their standard deviation and
 * their 2.5 and 97.5 percentage points. */
static struct dt_infer_interval
interval(double mean, double *values, size_t n)
{
	struct dt_infer_interval it = { mean, NAN, NAN, NAN };
	double sum = 0, square = 0;
	if (n < 2)
		return it;
	for (size_t i = 0; i < n; i++)
		sum += values[i] / (double)n;
	for (size_t i = 0; i < n; i++)
		square += (values[i] - sum) * (values[i] - sum);
	qsort(values, n, sizeof(*values), by_size);
	it.error = sqrt(square / (double)(n - 1));
	it.low = values[(size_t)(.025 * (double)(n - 1) + .5)];
	it.high = values[(size_t)(.975 * (double)(n - 1) + .5)];
	return it;
}

size_t
dt_infer_type_of(const struct dt_infer_request *r,
    const struct dt_infer_model *m, const size_t *class_of, size_t class)
{
	size_t type = r->n_types, first = m->classes[class].first;
	for (size_t j = 0; j < m->set->n; j++)
		for (size_t t = 0; class_of[j] == first && t < r->n_types; t++)
			for (size_t k = 0; k < r->types[t].n; k++) {
				if (strcmp(r->types[t].strategies[k],
				    m->set->strategies[j]) != 0)
					continue;
				if (type != r->n_types && type != t)
					return SIZE_MAX;
				type = t;
			}
	return type;
}

/* The share of a type, in all and in each sample; NAN where the data cannot
 * tell it from another. */
static void
add_type(const struct fitting *f, size_t type, double *values,
    struct dt_infer_interval *it)
{
	size_t n = f->m->n, samples = f->found ? f->request->samples : 0;
	double sum = 0;
	bool mixed = false;
	memset(values, 0, (samples + 1) * sizeof(*values));
	for (size_t c = 0; c < n; c++) {
		size_t of = dt_infer_type_of(f->request, f->m, f->class_of, c);
		mixed |= of == SIZE_MAX;
		if (of != type)
			continue;
		sum += f->m->fit.share[c];
		for (size_t s = 0; s < samples; s++)
			values[s] += f->found[s * (n + 1) + c];
	}
	*it = interval(mixed ? NAN : sum, values, mixed ? 0 : samples);
}

static void
take_column(const struct fitting *f, size_t column, double *values)
{
	for (size_t s = 0; s < f->request->samples; s++)
		values[s] = f->found[s * (f->m->n + 1) + column];
}

static enum dt_status
find_errors(struct fitting *f)
{
	const struct dt_infer_request *r = f->request;
	size_t n = f->m->n, samples = r->samples;
	double *values = dt_arena_new(f->arena, samples + 1, sizeof(*values));
	f->m->types = dt_arena_new(f->arena, r->n_types + 1,
	    sizeof(*f->m->types));
	if (samples > 0)
		f->found = dt_arena_new(f->arena, samples, (n + 1) *
		    sizeof(*f->found));
	if (values == NULL || f->m->types == NULL ||
	    (samples > 0 && f->found == NULL))
		return dt_status_no_memory(f->err);
	enum dt_status status = samples == 0 ? DT_OK : dt_sfem_bootstrap(
	    &f->sfem, &f->m->fit, samples, r->seed, r->threads, r->stop,
	    f->found, f->err);
	if (status != DT_OK)
		return status;
	for (size_t c = 0; c <= n; c++) {
		if (samples > 0)
			take_column(f, c, values);
		*(c < n ? &f->m->classes[c].share : &f->m->error) = interval(
		    c < n ? f->m->fit.share[c] : f->m->fit.error, values,
		    samples);
	}
	for (size_t t = 0; t < r->n_types; t++)
		add_type(f, t, values, &f->m->types[t]);
	return DT_OK;
}

/* ---- The whole ---- */

static enum dt_status
find_posterior(struct fitting *f)
{
	struct dt_sfem_work w;
	size_t n = f->m->n;
	f->m->posterior = dt_arena_new(f->arena, f->sfem.n, n *
	    sizeof(*f->m->posterior));
	enum dt_status status = f->m->posterior == NULL ?
	    dt_status_no_memory(f->err) : dt_sfem_work_new(&f->sfem, &w,
	    f->err);
	if (status != DT_OK)
		return status;
	(void)dt_sfem_likelihood(&f->sfem, NULL, &f->m->fit, &w);
	for (size_t i = 0; i < f->sfem.n; i++)
		dt_sfem_posterior(&f->sfem, &f->m->fit, i, &w,
		    &f->m->posterior[i * n]);
	dt_sfem_work_free(&w);
	return DT_OK;
}

/* A class has as much of a uniform prior as it has strategies. */
static enum dt_status
fit(struct fitting *f)
{
	const struct dt_infer_request *r = f->request;
	struct dt_infer_model *m = f->m;
	m->fit = (struct dt_sfem_fit){ .given_shares = r->uniform,
		.given_error = !isnan(r->error),
		.error = isnan(r->error) ? 0 : dt_number_max(r->error,
		    DT_SFEM_LEAST),
		.share = dt_arena_new(f->arena, m->n + 1,
		    sizeof(*m->fit.share)) };
	if (m->fit.share == NULL)
		return dt_status_no_memory(f->err);
	for (size_t j = 0; j < f->all.k && r->uniform; j++)
		for (size_t c = 0; c < m->n; c++)
			if (f->which[c] == f->class_of[j])
				m->fit.share[c] += 1 / (double)f->all.k;
	m->parameters = (r->uniform ? 0 : (int)m->n - 1) + isnan(r->error);
	return dt_sfem_fit(&f->sfem, r->seed, &m->fit, &m->agree, f->err);
}

enum dt_status
dt_infer_model(const struct dt_infer_request *request,
    const struct dt_choices *choices, struct dt_infer_model *model,
    struct dt_error *err)
{
	struct fitting f = { .request = request, .m = model,
		.arena = request->catalogue->arena, .err = err };
	enum dt_status status = dt_infer_compile(request, model->set,
	    choices->agents, &f.strategies, err);
	if (status == DT_OK)
		status = dt_sfem_count(choices, f.strategies, model->set->n,
		    f.arena, &f.all, err);
	if (status == DT_OK)
		status = find_classes(&f);
	if (status == DT_OK)
		status = fit(&f);
	if (status == DT_OK)
		status = find_errors(&f);
	return status ? status : find_posterior(&f);
}
