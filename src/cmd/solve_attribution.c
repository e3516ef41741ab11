/* solve_attribution: what it is worth to know who raised an alarm, under one
 * treaty or under every treaty that the program brings or finds. */
#include <math.h>
#include <string.h>

#include "cmd/solve.h"
#include "ask/attribution.h"

struct asking {
	struct dt_command_call *call;
	struct dt_experiment *experiments;
	const char **names;
	size_t n;
	double want;
};

static enum dt_exit
answer(struct asking *a, const char *left_out)
{
	struct dt_command_call *call = a->call;
	struct dt_solution solution;
	struct dt_error err = { 0 };
	dt_solution_start(&solution, call->arena, "attribution",
	    call->operands[0]);
	if (dt_attribution_solve(a->experiments, a->names, a->n, a->want,
	    &solution, &err) != DT_OK) {
		dt_solution_free(&solution);
		return dt_command_fail(call, NULL, &err);
	}
	if (*left_out != '\0')
		dt_solution_say(&solution, "Left out, as they do not fit "
		    "this scenario:%s.", left_out);
	return dt_cmd_solve_finish(call, &solution);
}

static enum dt_exit
ask_one(struct asking *a)
{
	struct dt_experiment experiment;
	enum dt_exit exit = dt_cmd_solve_experiment(a->call, &experiment);
	if (exit != DT_EXIT_OK)
		return exit;
	const char *name = experiment.model.terms.text->name;
	a->experiments = &experiment;
	a->names = &name;
	a->n = 1;
	return answer(a, "");
}

static enum dt_exit
no_memory(struct dt_command_call *call)
{
	struct dt_error err = { 0 };
	dt_status_no_memory(&err);
	return dt_command_fail(call, NULL, &err);
}

/* With whatever else was asked for; a treaty that the scenario cannot play is
 * left out, but faults that come without any treaty are the caller's. */
static enum dt_exit
ask_all(struct asking *a, const struct dt_catalogue_entry *treaties, size_t n)
{
	struct dt_command_call *call = a->call;
	const char *left_out = "";
	struct dt_experiment plain;
	enum dt_exit exit = dt_cmd_solve_experiment(call, &plain);
	if (exit != DT_EXIT_OK)
		return exit;
	a->experiments = dt_arena_new(call->arena, n, sizeof(plain));
	a->names = dt_arena_new(call->arena, n, sizeof(*a->names));
	if (a->experiments == NULL || a->names == NULL)
		return no_memory(call);
	for (size_t k = 0; k < n; k++) {
		struct dt_faults faults = { .arena = call->arena };
		struct dt_error err = { 0 };
		enum dt_status status = dt_cmd_solve_make(call,
		    treaties[k].name, dt_command_value(call, "strategies"),
		    &a->experiments[a->n], &faults, &err);
		if (status == DT_OK)
			a->names[a->n++] = treaties[k].name;
		else if (status == DT_ENOMEM)
			return no_memory(call);
		else
			left_out = dt_arena_print(call->arena, "%s %s",
			    left_out, treaties[k].name);
		if (left_out == NULL)
			return no_memory(call);
	}
	return answer(a, left_out);
}

enum dt_exit
dt_cmd_solve_attribution(struct dt_command_call *call)
{
	bool bad = false;
	struct dt_catalogue_entry *treaties;
	size_t n;
	struct dt_error err = { 0 };
	struct asking a = { .call = call,
	    .want = dt_command_number(call, "want", 0, 1, NAN, &bad) };
	if (bad)
		return DT_EXIT_USAGE;
	if (call->n_operands == 0)
		return dt_command_usage(call, "it needs a SCENARIO");
	if (dt_command_value(call, "treaty") != NULL)
		return ask_one(&a);
	if (dt_catalogue_list(&call->catalogue,
	    dt_catalogue_kind_of("treaty"), &treaties, &n, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return ask_all(&a, treaties, n);
}
