/* design_none: that nothing holds, and what it began from; see design.h. */
#include "design/design_internal.h"

void
dt_design_tell_base(struct dt_design *d)
{
	if (d->simple)
		dt_solution_say(d->solution, "It begins from %s with one "
		    "answer to every finding in its ladder's place; --levers "
		    "ladder keeps that.", d->base.scenario->treaty.name);
}

void
dt_design_tell_nothing(struct dt_design *d)
{
	static const char *const why[] = {
		[DT_TRIAL_KEPT] = "is not kept while it binds",
		[DT_TRIAL_STAYED] = "is not entered or not stayed in",
		[DT_TRIAL_CREDIBLE] = "has threats that are not carried out",
		[DT_TRIAL_WORTH] = "is worth less than no treaty",
	};
	d->solution->no = true;
	dt_solution_say(d->solution, d->found.stopped ? "None found in %s "
	    "before it was stopped; %lld of %lld cells were looked at." :
	    d->found.failed > 0 ? "None found in %s, and it is not shown that "
	    "there is none; %lld of %lld cells of the grid were looked at." :
	    "None: no treaty with these levers holds in %s; %lld of %lld cells "
	    "of the grid were looked at.", d->request->experiment->
	    scenario->name, (long long)d->found.looked,
	    (long long)d->found.cells);
	dt_design_tell_base(d);
	if (d->found.failed > 0)
		dt_solution_say(d->solution, "%lld of them could not be "
		    "judged, the first since %s.", (long long)
		    d->found.failed, d->found.error.message);
	if (d->plays > 0)
		dt_solution_say(d->solution, "%d texts were judged by play, "
		    "along one ray of money: none of them is shown to hold.",
		    d->plays);
	for (int k = 0; k < DT_TRIAL_ROW_KINDS; k++)
		if (d->found.missed[k] > 0)
			dt_solution_say(d->solution, "It %s in %lld of "
			    "them.", why[k], (long long)d->found.missed[k]);
	if (d->found.never > 0)
		dt_solution_say(d->solution, "It never enters into force, or "
		    "holds with no money in steps of %.10g, in %lld of them.",
		    DT_AMOUNTS_STEP, (long long)d->found.never);
	d->solution->method = "enumeration, linear programs";
}
