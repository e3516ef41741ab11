/* keeping_words: agents, states and departures as people call them; see
 * keeping.h. */
#include "verdict/keeping.h"

#include <stdio.h>

const char *const dt_keeping_answers[] = {
	"no", "yes, but", "yes", "perhaps", "never in force", NULL
};

const char *
dt_keeping_method(const struct dt_comply_verdict *v)
{
	return v->samples > 0 ? "simulated" : v->cut > 0 ? "bounded" : "exact";
}

const char *const dt_keeping_departures[] = {
	"secret", "open", "refuse", "withdraw", "hold", "abstain", NULL
};

const char *
dt_keeping_name(const struct dt_experiment *e, size_t agent)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	const char *title = seats[agent].title;
	return title != NULL && title[0] != '\0' ? title :
	    e->model.agents[agent].name;
}

const char *
dt_keeping_state(struct dt_arena *arena, const struct dt_comply_case *one,
    bool played)
{
	static const char *const small[] = { "no", "one", "two", "three",
	    "four", "five", "six" };
	static const char *const phases[] = { "no treaty", "open", "in force",
	    "suspended", "ended" };
	const struct dt_chain_standing *s = &one->where;
	bool runs = s->phase == DT_PHASE_IN_FORCE ||
	    s->phase == DT_PHASE_SUSPENDED;
	const char *text = phases[s->phase];
	const char *more = s->many ? " or more" : "";
	char number[24];
	snprintf(number, sizeof(number), "%lld", (long long)s->strikes);
	if (s->phase == DT_PHASE_SUSPENDED && !played)
		text = s->suspended_left == 0 ? "suspended for the last round" :
		    dt_arena_print(arena, "suspended, %lld more round%s to "
		    "come", (long long)s->suspended_left,
		    s->suspended_left == 1 ? "" : "s");
	if (text != NULL && s->grace)
		text = dt_arena_print(arena, "%s, in grace", text);
	if (text != NULL && runs && !s->party)
		text = dt_arena_print(arena, "%s, no party", text);
	if (text != NULL && s->strikes > 0)
		text = dt_arena_print(arena, "%s, %s%s strike%s", text,
		    s->strikes < 7 ? small[s->strikes] : number, more,
		    s->strikes == 1 ? "" : "s");
	if (text != NULL && s->notified)
		text = dt_arena_print(arena, "%s, notice given", text);
	if (text != NULL && s->others > 0 && !played)
		text = dt_arena_print(arena, "%s, another party %lld", text,
		    (long long)s->others);
	return text;
}
