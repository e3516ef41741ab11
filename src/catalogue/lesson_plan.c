/* lesson_plan: how so many people sit; see lesson.h. */
#include "catalogue/lesson.h"

static size_t
places(const struct dt_lesson *lesson)
{
	int64_t most = lesson->delegation;
	return most < 1 ? 1 : most > DT_LESSON_DELEGATION_MOST ?
	    DT_LESSON_DELEGATION_MOST : (size_t)most;
}

void
dt_lesson_plan(const struct dt_lesson *lesson, size_t people, size_t seats,
    struct dt_lesson_plan *plan)
{
	size_t group = lesson->group > 0 ? lesson->group : 1;
	size_t seated = people / places(lesson) >= seats ?
	    seats * places(lesson) : people;
	*plan = (struct dt_lesson_plan){ .people = people, .seats = seats,
	    .looking = people - seated };
	if (seats > 0) {
		plan->shared[seated / seats] = seats - seated % seats;
		if (seated % seats > 0)
			plan->shared[seated / seats + 1] = seated % seats;
	}
	size_t taken = seats - plan->shared[0];
	plan->groups = taken == 0 ? 1 : (taken + group - 1) / group;
	plan->bots = plan->groups * group - taken;
}

size_t
dt_lesson_plan_seats(const struct dt_lesson *lesson, size_t people)
{
	size_t group = lesson->group > 0 ? lesson->group : 1;
	size_t seats = people / group * group;
	return seats > 0 && people <= seats * places(lesson) ? seats : 0;
}
