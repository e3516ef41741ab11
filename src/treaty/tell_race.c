/* tell_race: what a treaty says of a race, in sentences; see tell.h. */
#include "treaty/tell.h"

/* Told of what a number that is absent (NAN or 0) would be. */
static bool
is_said(double x)
{
	return x > 0;
}

void
dt_tell_race_obligation(const struct dt_treaty *t, struct dt_text *text)
{
	const struct dt_treaty_obligation *o = &t->obligation;
	if (is_said(o->from)) {
		dt_text_add(text, "In a race nobody is bound before the most "
		    "capable lab has a capability of ");
		dt_tell_number(text, o->from);
		dt_text_add(text, ".\n");
	}
	if (is_said(o->cap)) {
		dt_text_add(text, "In a race a party may go on while its "
		    "capability is below ");
		dt_tell_number(text, o->cap);
		dt_text_add(text, ".\n");
	}
	if (is_said(o->compute)) {
		dt_text_add(text, "In a race the first ");
		dt_tell_number(text, o->compute);
		dt_text_add(text, " years of racing with all the compute that "
		    "a party has are free.\n");
	}
}

void
dt_tell_race_monitoring(const struct dt_treaty *t, struct dt_text *text)
{
	double x = t->monitoring.oversight;
	if (!is_said(x))
		return;
	dt_text_add(text, "In a race the chance that a party's race is seen "
	    "falls with its oversight");
	if (x < 1) {
		dt_text_add(text, ", for ");
		dt_tell_percent(text, x);
		dt_text_add(text, " of it");
	}
	dt_text_add(text, ": to that of a false alarm at the least.\n");
}

void
dt_tell_race_review(const struct dt_treaty *t, struct dt_text *text)
{
	const struct dt_treaty_duration *d = &t->duration;
	if (d->review == 0)
		return;
	dt_text_add(text, "In a race it is reviewed every ");
	if (d->review == 1)
		dt_text_add(text, "round");
	else
		dt_tell_count(text, d->review, "round");
	if (is_said(d->least)) {
		dt_text_add(text, ", and ends if a party has an oversight of "
		    "less than ");
		dt_tell_percent(text, d->least);
	} else {
		dt_text_add(text, ", and goes on whatever is found");
	}
	dt_text_add(text, ".\n");
}
