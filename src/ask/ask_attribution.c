/* ask_attribution: what it is worth to know who raised an alarm, under one
 * treaty or under every treaty that the program brings or finds. */
#include <math.h>
#include <string.h>

#include "ask/ask_question.h"
#include "verdict/attribution.h"

struct asking {
	struct dt_ask *ask;
	struct dt_experiment *experiments;
	const char **names;
	size_t n;
	double want;
	const char *left_out;
};

static enum dt_status
answer(const struct asking *a, struct dt_solution *solution,
    struct dt_error *err)
{
	dt_solution_start(solution, a->ask->catalogue->arena, "attribution",
	    a->ask->subject);
	enum dt_status status = dt_attribution_solve(a->experiments, a->names,
	    a->n, a->want, solution, a->ask->picture, err);
	if (status == DT_OK && a->left_out[0] != '\0')
		dt_solution_say(solution, "Left out, as they do not fit "
		    "this scenario:%s.", a->left_out);
	return status;
}

/* One treaty more; what the scenario cannot play is left out. */
static enum dt_status
add(struct asking *a, const char *treaty, struct dt_error *err)
{
	struct dt_arena *arena = a->ask->catalogue->arena;
	struct dt_faults faults = { .arena = arena };
	enum dt_status status = dt_ask_make(a->ask, treaty,
	    dt_ask_value(a->ask, "strategies"), &a->experiments[a->n],
	    &faults, err);
	if (status == DT_ENOMEM)
		return status;
	if (status == DT_OK)
		a->names[a->n++] = treaty;
	else
		a->left_out = dt_arena_print(arena, "%s %s", a->left_out,
		    treaty);
	return a->left_out == NULL ? dt_status_no_memory(err) : DT_OK;
}

/* With whatever else was asked for; faults that come without any treaty are
 * the caller's. */
static enum dt_status
gather(struct asking *a, struct dt_error *err)
{
	const struct dt_catalogue *catalogue = a->ask->catalogue;
	struct dt_catalogue_entry *treaties;
	struct dt_experiment plain;
	size_t n;
	enum dt_status status = dt_catalogue_list(catalogue,
	    dt_catalogue_kind_of("treaty"), &treaties, &n, err);
	if (status == DT_OK)
		status = dt_ask_experiment(a->ask, &plain, err);
	if (status != DT_OK)
		return status;
	a->experiments = dt_arena_new(catalogue->arena, n + 1, sizeof(plain));
	a->names = dt_arena_new(catalogue->arena, n + 1, sizeof(*a->names));
	if (a->experiments == NULL || a->names == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < n && status == DT_OK; k++)
		status = add(a, treaties[k].name, err);
	return status;
}

enum dt_status
dt_ask_attribution(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_experiment one;
	const char *name;
	struct asking a = { .ask = ask, .experiments = &one, .names = &name,
	    .n = 1, .want = NAN, .left_out = "" };
	enum dt_status status = dt_option_number(ask->options, "want", 0, 1,
	    &a.want, err);
	if (status != DT_OK)
		return status;
	if (dt_ask_value(ask, "treaty") != NULL) {
		status = dt_ask_experiment(ask, &one, err);
		if (status == DT_OK)
			name = one.model.terms.text->name;
	} else {
		a.n = 0;
		status = gather(&a, err);
	}
	return status != DT_OK ? status : answer(&a, solution, err);
}
