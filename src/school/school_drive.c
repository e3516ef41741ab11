/* school_drive: the teacher of a rehearsal: starts when all are there, and goes
 * on once a stage has had its moment. Rounds end by themselves. */
#include "school/school_internal.h"

#include <string.h>

enum { MOMENT = 400 };          /* ms a stage */

static void
order(struct dt_school *s, const char *body)
{
	struct dt_text reply = { 0 };
	struct dt_class_post post = { .who = { DT_CLASS_TEACHER, -1 },
		.route = "teacher", .body = body, .size = strlen(body),
		.now = dt_school_now(s) };
	(void)dt_class_post(s->class, &post, &reply, NULL);
	dt_text_free(&reply);
}

void
dt_school_drive(struct dt_school *s)
{
	enum dt_class_stage stage = dt_class_stage(s->class);
	int64_t version = dt_class_version(s->class), now = dt_school_now(s);
	if (version != s->driven) {
		s->driven = version;
		s->since = now;
	}
	if (dt_class_paused(s->class))          /* the machine slept */
		order(s, "{\"do\":\"go\"}");
	if (stage == DT_CLASS_END && now - s->since > 5 * MOMENT)
		dt_web_stop(s->web);
	if (stage == DT_CLASS_PLAY || stage == DT_CLASS_PRACTICE ||
	    stage == DT_CLASS_END)
		return;
	if (stage == DT_CLASS_LOBBY) {
		if (dt_class_present(s->class) >= s->request.rehearse)
			order(s, "{\"do\":\"start\"}");
	} else if (now - s->since >= MOMENT) {
		order(s, "{\"do\":\"next\"}");
	}
}
