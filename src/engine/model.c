/* model: see model.h. */
#include "engine/model.h"

/* A race is no state of an automaton's. */
static enum dt_status
refuse_race(const struct dt_model *m, const char *what, struct dt_error *err)
{
	return !m->race.exists ? DT_OK : dt_status_fail(err, DT_EUSAGE, "%s "
	    "reads games that are the same in every round, and in this one "
	    "capability grows (`race`): play it by `detente run`, which takes "
	    "the engine reference", what);
}

enum dt_status
dt_model_refuse(const struct dt_model *m, const char *what,
    struct dt_error *err)
{
	if (m->contest.kind == DT_CONTEST_NONE)
		return dt_model_refuse_growth(m, what, err);
	return dt_status_fail(err, DT_EUSAGE, "%s reads games that no race "
	    "ends: a race in few states is for `detente run` and `detente "
	    "solve`", what);
}

enum dt_status
dt_model_refuse_growth(const struct dt_model *m, const char *what,
    struct dt_error *err)
{
	if (m->minds == 0)
		return refuse_race(m, what, err);
	size_t i = dt_move_first(m->minds);
	bool learns = !dt_move_has(m->programs, i);
	return dt_status_fail(err, DT_EUSAGE, "%s reads strategies that are "
	    "automata, and '%s' %s: play it by `detente run`, which takes the "
	    "engine reference, or give it another strategy", what,
	    m->agents[i].name, learns ? "learns" : "is a program from "
	    "outside");
}
