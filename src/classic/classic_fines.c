/* classic_fines: fines where alarms err; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "base/number.h"
#include "classic/fines.h"
#include "repeat/stage.h"

enum { T, R, P, S, A, D, C, CAP };

static const struct dt_classic_parameter parameters[] = {
	{ "T", "temptation: I race, it pauses", 5, -1e9, 1e9, false },
	{ "R", "reward: both pause", 3, -1e9, 1e9, false },
	{ "P", "punishment: both race", 1, -1e9, 1e9, false },
	{ "S", "sucker: I pause, it races", 0, -1e9, 1e9, false },
	{ "a", "chance of an alarm about who pauses", .05, 0, .999, false },
	{ "d", "chance of an alarm about who races", .5, 0, 1, false },
	{ "c", "continuation: chance of another round", .9, 0, .999, false },
	{ "cap", "largest fine that can be had", 6, 0, 1e9, false },
	{ 0 }
};

/* What keeps the least fine from being used; NULL: nothing does. */
static const char *
obstacle(const double *v, double fine)
{
	if (fine > v[CAP])
		return "it is above the cap";
	return v[A] * fine > v[R] - v[P] ? "false alarms would cost more than "
	    "a pause is worth, and nobody would stay" : NULL;
}

static void
say(const double *v, double fine, const struct dt_fines_suspension *best,
    struct dt_solution *s)
{
	const char *why = obstacle(v, fine);
	dt_solution_say(s, "The least fine that deters is %.4g, (T-R)/(d-a); "
	    "%s%s.", fine, why != NULL ? "it cannot be used, as " :
	    "it can be used", why != NULL ? why : "");
	if (isnan(best->value))
		dt_solution_say(s, "No suspension with a fine up to %g deters "
		    "at continuation %g.", v[CAP], v[C]);
	else if (best->rounds < 0)
		dt_solution_say(s, "Best at continuation %g is suspension for "
		    "ever with a fine of %.4g: %.4g a round.", v[C],
		    best->fine, best->value);
	else
		dt_solution_say(s, "Best at continuation %g is suspension for "
		    "%lld rounds with a fine of %.4g: %.4g a round.", v[C],
		    (long long)best->rounds, best->fine, best->value);
}

static void
add_fines(const struct dt_fines *f, const double *v, double fine,
    struct dt_solution_table *t)
{
	dt_classic_result(t, "fine", fine, "least fine that deters");
	dt_classic_result(t, "usable", obstacle(v, fine) == NULL,
	    "1: it is within the cap, and false alarms leave a gain");
	dt_classic_result(t, "waste", v[A] * fine,
	    "what false alarms burn of it, a round and party");
	dt_classic_result(t, "naive", (v[T] - v[R]) / v[D],
	    "the fine (T-R)/d, which forgets false alarms");
	dt_classic_result(t, "naive_gain", dt_fines_naive_gain(f),
	    "what racing still gains there");
	dt_classic_result(t, "shared_continuation", dt_fines_shared(f, fine),
	    "least continuation at which it is paid to the other without a "
	    "court; nothing is burnt then");
}

static void
add_collective(const struct dt_fines *f, const double *v,
    struct dt_solution_table *t)
{
	struct dt_fines any = dt_fines_any(f);
	struct dt_stage_price price = dt_stage_price(&f->game,
	    any.false_alarm, any.detection);
	dt_classic_result(t, "collective_loss", v[R] - price.value,
	    "what it costs a round if alarms do not say who");
	dt_classic_result(t, "v_star", price.value,
	    "the best value a round then");
	dt_classic_result(t, "collective_continuation", price.continuation,
	    "least continuation for it");
	dt_classic_result(t, "collective_chance", dt_stage_punishment(
	    &f->game, any.false_alarm, any.detection, v[C]),
	    "chance per alarm to race for good that gives it at c");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_fines f = { .game = { .temptation = v[T], .reward = v[R],
	    .punishment = v[P], .sucker = v[S] }, .false_alarm = v[A],
	    .detection = v[D] };
	if (!(v[D] > v[A]))
		return dt_status_fail(err, DT_EUSAGE, "d must be above a: else "
		    "alarms tell nothing and no fine deters");
	if (!(v[T] > v[R] && v[R] > v[P] && v[P] >= v[S]))
		return dt_status_fail(err, DT_EUSAGE, "fines need a prisoner's "
		    "dilemma, T > R > P >= S");
	double fine = dt_fines_least(&f);
	struct dt_fines_suspension best = dt_fines_best(&f, v[C], v[CAP]);
	say(v, fine, &best, s);
	struct dt_solution_table *t = dt_classic_results(s);
	add_fines(&f, v, fine, t);
	add_collective(&f, v, t);
	dt_classic_result(t, "rounds", isnan(best.value) ? NAN :
	    (double)best.rounds, "suspension with the largest value at c; "
	    "-1: for ever");
	dt_classic_result(t, "suspension_fine", best.fine,
	    "the fine beside it");
	dt_classic_result(t, "suspension_value", best.value,
	    "its value a round");
	return DT_OK;
}

const struct dt_classic dt_classic_fines = {
	.name = "fines",
	.title = "Fines where alarms err",
	.summary = "the least fine that deters, what it wastes, and suspension "
	    "beside it",
	.source = "Becker 1968; Abreu, Pearce and Stacchetti 1986; worked out "
	    "for this project",
	.parameters = parameters,
	.answer = answer,
};
