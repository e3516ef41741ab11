/* solve_set: what any treaty could achieve. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cmd/solve.h"
#include "ask/payoff_set.h"

static bool
read_chance(const char *text, const char *letter, double *chance)
{
	return text[0] == *letter && text[1] == '=' &&
	    dt_number_read(text + 2, chance) && *chance >= 0 && *chance <= 1;
}

/* "p=.9,q=.5,r=.2", in any order: three chances. */
static bool
read_signal(struct dt_command_call *call, const char *text, double good[3])
{
	static const char letters[] = "pqr";
	char *words = dt_arena_copy(call->arena, text), *rest = words;
	for (int k = 0; k < 3; k++)
		good[k] = NAN;
	while (rest != NULL) {
		char *word = rest, *comma = strchr(rest, ',');
		const char *letter = strchr(letters, word[0]);
		rest = comma == NULL ? NULL : comma + 1;
		if (comma != NULL)
			*comma = '\0';
		if (letter == NULL || *letter == '\0' ||
		    !read_chance(word, letter, &good[letter - letters]))
			return false;
	}
	return words != NULL && !isnan(good[0] + good[1] + good[2]);
}

static enum dt_exit
finish(struct dt_command_call *call, struct dt_solution *solution,
    const struct dt_text *svg)
{
	enum dt_exit exit = dt_cmd_solve_picture(call, svg);
	if (exit == DT_EXIT_OK)
		return dt_cmd_solve_finish(call, solution);
	dt_solution_free(solution);
	return exit;
}

static enum dt_exit
answer(struct dt_command_call *call, const struct dt_payoff_set_question *q)
{
	struct dt_solution solution;
	struct dt_text svg = { 0 };
	struct dt_error err = { 0 };
	enum dt_exit exit;
	dt_solution_start(&solution, call->arena, "payoff-set",
	    call->operands[0]);
	if (dt_payoff_set_solve(q, &solution,
	    dt_command_value(call, "svg") == NULL ? NULL : &svg,
	    &err) == DT_OK) {
		exit = finish(call, &solution, &svg);
	} else {
		dt_solution_free(&solution);
		exit = dt_command_fail(call, NULL, &err);
	}
	dt_text_free(&svg);
	return exit;
}

enum dt_exit
dt_cmd_solve_set(struct dt_command_call *call)
{
	struct dt_experiment experiment, complying;
	double good[3];
	const char *signal = dt_command_value(call, "signal");
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	if (signal != NULL && !read_signal(call, signal, good))
		return dt_command_usage(call, "--signal: '%s' is not three "
		    "chances, as p=.9,q=.5,r=.2", signal);
	enum dt_exit exit = dt_cmd_solve_experiment(call, &experiment);
	if (exit != DT_EXIT_OK)
		return exit;
	/* Not every game has such a strategy; then that much is not told. */
	bool can = experiment.model.terms.exists && dt_cmd_solve_make(call,
	    dt_command_value(call, "treaty"), "comply", &complying, &faults,
	    &err) == DT_OK;
	struct dt_payoff_set_question q = { .experiment = &experiment,
	    .good = signal == NULL ? NULL : good,
	    .complying = can ? &complying : NULL };
	return answer(call, &q);
}
