/* school_clock: the class's time, and its state at that time. */
#include "school/school_internal.h"

#include "class/class_say.h"

enum { ASLEEP = 10000 };        /* ms: the clock is looked at once a second */

int64_t
dt_school_now(struct dt_school *s)
{
	int64_t now = dt_web_now() - s->began, before = s->looked;
	s->looked = now;
	if (s->class != NULL && now - before > ASLEEP)
		dt_class_woke(s->class, now);
	return now;
}

void
dt_school_wake(struct dt_school *s)
{
	if (s->class == NULL || (dt_class_version(s->class) == s->told &&
	    dt_class_busy(s->class) == s->told_busy))
		return;
	s->told = dt_class_version(s->class);
	s->told_busy = dt_class_busy(s->class);
	dt_web_wake(s->web);
}

void
dt_school_say_check(const struct dt_school *s, struct dt_text *json)
{
	json->size = 0;
	dt_class_say_open(json, NULL, '{');
	dt_class_say_whole(json, "v", s->checked);
	dt_class_say_text(json, "role", "spectator");
	dt_class_say_text(json, "stage", "lobby");
	dt_class_say_open(json, "check", '{');
	dt_class_say_whole(json, "phones", s->phones);
	dt_class_say_close(json, '}');
	dt_class_say_close(json, '}');
}

void
dt_school_say_state(struct dt_school *s, struct dt_class_who who,
    struct dt_text *json)
{
	if (s->class == NULL)
		dt_school_say_check(s, json);
	else
		dt_class_state(s->class, who, dt_school_now(s), json);
}
