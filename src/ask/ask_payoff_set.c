/* ask_payoff_set: what any treaty could achieve. */
#include <math.h>
#include <string.h>

#include "ask/ask_question.h"
#include "verdict/payoff_set.h"
#include "base/number.h"

static bool
read_chance(const char *text, const char *letter, double *chance)
{
	return text[0] == *letter && text[1] == '=' &&
	    dt_number_read(text + 2, chance) && *chance >= 0 && *chance <= 1;
}

/* "p=.9,q=.5,r=.2", in any order: three chances. */
static bool
read_signal(struct dt_arena *arena, const char *text, double good[3])
{
	static const char letters[] = "pqr";
	char *words = dt_arena_copy(arena, text), *rest = words;
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

enum dt_status
dt_ask_payoff_set(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_experiment experiment, complying;
	double good[3];
	struct dt_arena *arena = ask->catalogue->arena;
	const char *signal = dt_ask_value(ask, "signal");
	if (signal != NULL && !read_signal(arena, signal, good))
		return dt_status_fail(err, DT_EUSAGE, "--signal: '%s' is not "
		    "three chances, as p=.9,q=.5,r=.2", signal);
	enum dt_status status = dt_ask_experiment(ask, &experiment, err);
	if (status != DT_OK)
		return status;
	/* Not every game has such a strategy; then that much is not told. */
	struct dt_faults faults = { .arena = arena };
	bool can = experiment.model.terms.exists && dt_ask_make(ask,
	    dt_ask_value(ask, "treaty"), "comply", &complying, &faults,
	    NULL) == DT_OK;
	struct dt_payoff_set_question q = { .experiment = &experiment,
	    .good = signal == NULL ? NULL : good,
	    .complying = can ? &complying : NULL };
	dt_solution_start(solution, arena, "payoff-set", ask->subject);
	return dt_payoff_set_solve(&q, solution, ask->picture, err);
}
