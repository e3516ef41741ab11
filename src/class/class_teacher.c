/* class_teacher: what the teacher may do. */
#include <string.h>

#include "class/class_form.h"
#include "class/class_internal.h"

struct order {
	struct dt_class *class;
	int64_t seat;           /* from 0; -1: none was named */
	int64_t seconds;
	const char *move, *why;
};

static struct dt_class_reply
not_now(const char *why)
{
	return dt_class_refuse(409, why, "See what the page shows now.");
}

static struct dt_class_reply
start(struct order *o)
{
	struct dt_class *c = o->class;
	if (c->started)
		return not_now("The lesson has begun already.");
	dt_class_next(c);
	return dt_class_well();
}

static struct dt_class_reply
pause(struct order *o)
{
	struct dt_class *c = o->class;
	if (c->paused >= 0)
		return not_now("The class is paused already.");
	c->paused = c->now;
	dt_class_moved(c);
	return dt_class_well();
}

void
dt_class_woke(struct dt_class *c, int64_t now)
{
	struct order o = { .class = c, .seat = -1 };
	bool runs = c->stage_ends >= 0 || (c->round > 0 && c->deadline >= 0);
	if (!runs || c->stage == DT_CLASS_END || c->paused >= 0)
		return;
	dt_class_note(c, "teacher", "teacher", "{\"do\":\"pause\"}");
	(void)pause(&o);
	dt_class_touched(c);
	c->slept = now - c->now;
}

/* All that runs out does so later by what the pause took. */
static struct dt_class_reply
go(struct order *o)
{
	struct dt_class *c = o->class;
	if (c->paused < 0)
		return not_now("The class is not paused.");
	int64_t took = c->now - c->paused;
	c->paused = -1;
	c->slept = 0;
	c->opened += took;
	c->deadline += c->deadline >= 0 ? took : 0;
	c->stage_ends += c->stage_ends >= 0 ? took : 0;
	dt_class_moved(c);
	return dt_class_well();
}

/* On to the next stage; in play, to the end of the round. */
static struct dt_class_reply
next(struct order *o)
{
	struct dt_class *c = o->class;
	if (c->stage == DT_CLASS_END)
		return not_now("The lesson is over.");
	if (c->paused >= 0)
		(void)go(o);
	if (c->stage == DT_CLASS_PLAY || c->stage == DT_CLASS_PRACTICE)
		dt_class_end_round(c);
	else
		dt_class_next(c);
	return dt_class_well();
}

/* More time: for a seat in every round, or for all in this stage. */
static struct dt_class_reply
give_time(struct order *o)
{
	struct dt_class *c = o->class;
	int64_t more = 1000 * o->seconds;
	if (o->seconds == 0)
		return dt_class_refuse(400, "How many seconds?",
		    "Say \"seconds\".");
	if (o->seat >= 0) {
		c->seats[o->seat].extra = more;
	} else {
		c->deadline += c->deadline >= 0 ? more : 0;
		c->stage_ends += c->stage_ends >= 0 ? more : 0;
	}
	dt_class_moved(c);
	return dt_class_well();
}

/* Who sat there is out, and the token of no use. */
static struct dt_class_reply
free_seat(struct order *o)
{
	struct dt_class *c = o->class;
	for (size_t i = 0; i < c->n_people; i++)
		if (c->people[i].seat == o->seat)
			dt_class_leave(c, (int64_t)i);
	return dt_class_well();
}

static struct dt_class_reply
to_bot(struct order *o)
{
	o->class->seats[o->seat].mode = DT_CLASS_BY_BOT;
	return dt_class_well();
}

static struct dt_class_reply
to_people(struct order *o)
{
	struct dt_class_seat *s = &o->class->seats[o->seat];
	s->mode = DT_CLASS_BY_PEOPLE;
	s->back = s->away;
	return dt_class_well();
}

/* A card that was played on paper; it makes the seat one of paper. */
static struct dt_class_reply
move(struct order *o)
{
	struct dt_class *c = o->class;
	struct dt_class_seat *s = &c->seats[o->seat];
	const struct dt_class_group *g = dt_class_group_of(c, o->seat);
	int64_t members[DT_LESSON_DELEGATION_MOST];
	bool races = o->move != NULL && strcmp(o->move, "RACE") == 0;
	if (o->move == NULL || o->move[0] == '\0') {
		s->mode = DT_CLASS_BY_PAPER;
		return dt_class_well();
	}
	if (!races && strcmp(o->move, "PAUSE") != 0)
		return dt_class_refuse(400, "A move is PAUSE or RACE.",
		    "Say one of them.");
	if ((c->stage != DT_CLASS_PLAY && c->stage != DT_CLASS_PRACTICE) ||
	    g == NULL || g->over || s->chosen || s->committed || c->opening)
		return not_now("No move of that seat is awaited.");
	s->mode = DT_CLASS_BY_PAPER;
	s->away = false;
	s->chosen = true;
	s->choice = (struct dt_class_choice){ .source = DT_CLASS_PAPER,
		.races = races, .person = dt_class_members(c, (size_t)o->seat,
		members) > 0 ? members[0] : -1, .decided_ms = c->now -
		c->opened, .connected = dt_class_seat_here(c, (size_t)o->seat),
		.excluded_why = "" };
	return dt_class_well();
}

/* Two browsers of one person: the seat's later members go. */
static struct dt_class_reply
merge(struct order *o)
{
	struct dt_class *c = o->class;
	bool first = true;
	for (size_t i = 0; i < c->n_people; i++) {
		if (c->people[i].seat != o->seat || c->people[i].left >= 0)
			continue;
		if (!first)
			dt_class_leave(c, (int64_t)i);
		first = false;
	}
	return dt_class_well();
}

static struct dt_class_reply
exclude(struct order *o)
{
	struct dt_class *c = o->class;
	const char *why = dt_class_keep(c, o->why ? o->why : "");
	if (why[0] == '\0')
		return dt_class_refuse(400, "Why?", "Say \"why\": it is kept "
		    "with the data.");
	for (size_t i = 0; i < c->n_people; i++)
		if (c->people[i].seat == o->seat)
			c->people[i].excluded_why = why;
	return dt_class_well();
}

static struct dt_class_reply
show(struct order *o)
{
	struct dt_class *c = o->class;
	if (c->stage != DT_CLASS_DEBRIEF && c->stage != DT_CLASS_RESULT &&
	    c->stage != DT_CLASS_END)
		return not_now("There is nothing to show before a block's "
		    "end.");
	c->open = true;
	dt_class_moved(c);
	return dt_class_well();
}

static struct dt_class_reply
end(struct order *o)
{
	if (o->class->stage == DT_CLASS_END)
		return not_now("The lesson is over.");
	o->class->round = 0;
	dt_class_enter(o->class, DT_CLASS_END);
	return dt_class_well();
}

static const struct deed {
	const char *word;
	bool of_seat;
	struct dt_class_reply (*does)(struct order *order);
} deeds[] = {
	{ "start", false, start }, { "pause", false, pause },
	{ "go", false, go }, { "next", false, next },
	{ "time", false, give_time }, { "free", true, free_seat },
	{ "bot", true, to_bot }, { "human", true, to_people },
	{ "move", true, move }, { "merge", true, merge },
	{ "exclude", true, exclude }, { "open", false, show },
	{ "end", false, end },
};

struct dt_class_reply
dt_class_teach(struct dt_class *c, struct dt_class_form *form)
{
	struct order o = { .class = c,
		.seat = dt_class_form_whole(form, "seat", 1,
		(int64_t)c->n_seats, 0) - 1,
		.seconds = dt_class_form_whole(form, "seconds", 1, 3600, 0),
		.move = dt_class_form_text(form, "move"),
		.why = dt_class_form_text(form, "why") };
	const char *word = dt_class_form_text(form, "do");
	for (size_t i = 0; word != NULL && !form->bad &&
	    i < sizeof(deeds) / sizeof(deeds[0]); i++) {
		if (strcmp(word, deeds[i].word) != 0)
			continue;
		if (deeds[i].of_seat && o.seat < 0)
			return dt_class_refuse(400, "Which seat?",
			    "Say \"seat\".");
		struct dt_class_reply reply = deeds[i].does(&o);
		if (reply.status == 200)
			dt_class_touched(c);
		return reply;
	}
	return dt_class_refuse(400, "There is no such order.",
	    "Load the page again.");
}
