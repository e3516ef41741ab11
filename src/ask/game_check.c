/* game_check: see game_check.h. */
#include "ask/game_check.h"

#include <math.h>

#include "base/number.h"
#include "solve/certify.h"

/* What doubles leave of a sum of payoffs of that size, and of chances that
 * were rounded. */
static double
rounding(const struct dt_normal *g)
{
	double most = 0;
	for (size_t k = 0; k < g->profiles * g->players; k++)
		most = dt_number_max(most, fabs(g->payoffs[k]));
	return 1e-14 * most;
}

/* Rational chances must be exact; the regret of what fails is told. */
static enum dt_status
look(const struct dt_normal *game, struct dt_profile_point *p,
    double allowed, bool *good, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	double regret = dt_certify_regret(game, p->chances);
	*good = regret <= allowed;
	if (p->exact != NULL)
		status = dt_certify_exact(game, p->exact, good, err);
	if (status == DT_OK && !*good) {
		p->exact = NULL;
		p->regret = regret;
	}
	return status;
}

enum dt_status
dt_game_check_points(const struct dt_normal *game,
    struct dt_profile_list *list, double tolerance, struct dt_solution *s,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	double allowed = tolerance + rounding(game);
	size_t bad = 0, looked = 0;
	for (size_t k = 0; status == DT_OK && k < list->n; k++, looked++) {
		bool good;
		if (k > 0 && dt_stop_is(list->stop))
			break;
		status = look(game, &list->points[k], allowed, &good, err);
		bad += status == DT_OK && !good;
	}
	if (bad > 0)
		dt_solution_say(s, "Looked at anew, %zu of these %s not what "
		    "the method took %s for: see what is gained by "
		    "deviating.", bad, bad == 1 ? "is" : "are",
		    bad == 1 ? "it" : "them");
	if (status == DT_OK && looked < list->n)
		dt_solution_say(s, "Looked at anew before it was stopped: "
		    "%zu of these %zu.", looked, list->n);
	return status;
}

void
dt_game_check_profile(const struct dt_normal *game, const double *chances,
    double tolerance, const char *what, struct dt_solution *s)
{
	double regret = dt_certify_regret(game, chances);
	if (!(regret <= tolerance + rounding(game)))
		dt_solution_say(s, "Looked at anew, %s gives somebody %.3g to "
		    "gain, more than %.3g.", what, regret, tolerance);
}
