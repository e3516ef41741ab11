/* class_screen: what the teacher's page and the board show. */
#include <string.h>

#include "class/class_state.h"
#include "class/class_say.h"

static const char *
state_of(const struct dt_class *c, size_t seat)
{
	const struct dt_class_seat *s = &c->seats[seat];
	if (s->mode == DT_CLASS_BY_PAPER)
		return "paper";
	if (dt_class_is_bot(c, seat))
		return "bot";
	if (dt_class_members(c, seat, NULL) == 0)
		return "empty";
	return dt_class_seat_here(c, seat) ? "here" : "away";
}

static void
add_names(const struct dt_class *c, size_t seat, struct dt_text *text)
{
	for (size_t i = 0; i < c->n_people; i++)
		if (c->people[i].seat == (int64_t)seat &&
		    c->people[i].left < 0)
			dt_text_add(text, "%s%s", text->size ? ", " : "",
			    c->people[i].name);
}

/* How many others have the device that somebody of this seat has: two browsers
 * of one person, perhaps. */
static int64_t
same_device(const struct dt_class *c, size_t seat)
{
	int64_t most = 0;
	for (size_t i = 0; i < c->n_people; i++) {
		const struct dt_class_person *p = &c->people[i];
		int64_t n = 0;
		if (p->seat != (int64_t)seat || p->left >= 0 ||
		    p->device[0] == '\0')
			continue;
		for (size_t k = 0; k < c->n_people; k++)
			n += k != i && c->people[k].left < 0 &&
			    strcmp(c->people[k].device, p->device) == 0;
		most = n > most ? n : most;
	}
	return most;
}

/* Has it done what it is waited for: chosen, or now opened? */
static bool
has_chosen(const struct dt_class *c, size_t seat)
{
	const struct dt_class_seat *s = &c->seats[seat];
	return s->chosen || (s->committed && !c->opening);
}

static void
say_seat(const struct dt_class *c, size_t i, struct dt_text *json)
{
	const struct dt_class_seat *s = &c->seats[i];
	struct dt_text names = { 0 };
	add_names(c, i, &names);
	dt_class_say_open(json, NULL, '{');
	dt_class_say_whole(json, "seat", (int64_t)i + 1);
	dt_class_say_text(json, "name", dt_text_string(&names));
	dt_class_say_whole(json, "phones", (int64_t)dt_class_members(c, i,
	    NULL));
	if (s->group >= 0) {
		const struct dt_class_group *g = c->groups[s->group];
		dt_class_say_whole(json, "group", s->group -
		    (int64_t)c->first_group + 1);
		if (g->game != NULL)
			dt_class_say_text(json, "agent",
			    dt_class_agent_title(c, g, s->agent));
	}
	dt_class_say_text(json, "state", state_of(c, i));
	dt_class_say_flag(json, "chosen", has_chosen(c, i));
	dt_class_say_flag(json, "answered", s->answered || s->proposed);
	dt_class_say_whole(json, "timeouts", s->timeouts);
	dt_class_say_whole(json, "extra", s->extra / 1000);
	dt_class_say_whole(json, "same_device", same_device(c, i));
	dt_class_say_close(json, '}');
	dt_text_free(&names);
}

static void
say_counts(const struct dt_class *c, struct dt_text *json)
{
	int64_t here = 0, away = 0, bots = 0, chosen = 0, looks_on = 0;
	for (size_t i = 0; i < c->n_people; i++) {
		bool is = dt_class_is_here(c, (int64_t)i);
		here += is;
		away += !is && c->people[i].left < 0;
		looks_on += c->people[i].left < 0 && c->people[i].seat < 0;
	}
	for (size_t i = 0; i < c->n_seats; i++) {
		bots += dt_class_is_bot(c, i);
		chosen += has_chosen(c, i);
	}
	dt_class_say_open(json, "counts", '{');
	dt_class_say_whole(json, "here", here);
	dt_class_say_whole(json, "away", away);
	dt_class_say_whole(json, "bots", bots);
	dt_class_say_whole(json, "seats", (int64_t)c->n_seats);
	dt_class_say_whole(json, "people", here + away);
	dt_class_say_whole(json, "chosen", chosen);
	dt_class_say_whole(json, "look_on", looks_on);
	dt_class_say_close(json, '}');
}

/* The stage or block that "next" leads to, in the page's words. */
static const char *
next_of(const struct dt_class *c)
{
	return c->stage == DT_CLASS_LOBBY ? "start" :
	    c->stage == DT_CLASS_PLAY || c->stage == DT_CLASS_PRACTICE ?
	    "round" : c->stage == DT_CLASS_DEBRIEF ?
	    c->block + 1 < c->n_blocks ? "block" : "end" :
	    c->stage == DT_CLASS_END ? "" : "stage";
}

static void
say_poster(const struct dt_class *c, struct dt_text *json)
{
	const struct dt_class_poster *p = c->options.poster;
	if (p == NULL)
		return;
	dt_class_say_text(json, "url", p->url);
	dt_class_say_text(json, "code", p->code);
	dt_class_say_text(json, "qr", p->qr);
}

static void
say_teacher(const struct dt_class *c, struct dt_text *json)
{
	const struct dt_class_poster *p = c->options.poster;
	dt_class_say_open(json, "teacher", '{');
	say_poster(c, json);
	dt_class_say_open(json, "seats", '[');
	for (size_t i = 0; i < c->n_seats; i++)
		say_seat(c, i, json);
	dt_class_say_close(json, ']');
	say_counts(c, json);
	dt_class_say_text(json, "next", next_of(c));
	if (c->round > 0 && c->deadline >= 0)
		dt_class_say_whole(json, "deadline", c->deadline);
	dt_class_say_open(json, "warn", '[');
	for (size_t i = 0; p != NULL && i < p->n_warn; i++)
		dt_class_say_text(json, NULL, p->warn[i]);
	if (c->failed != DT_OK)
		dt_class_say_text(json, NULL, c->why.message[0] != '\0' ?
		    c->why.message : "The server has no memory left.");
	dt_class_say_close(json, ']');
	dt_class_say_close(json, '}');
}

void
dt_class_say_screen(const struct dt_class *c, bool teacher,
    struct dt_text *json)
{
	if (teacher)
		say_teacher(c, json);
	dt_class_say_open(json, "board", '{');
	say_poster(c, json);
	if (!teacher)
		say_counts(c, json);
	if (c->round > 0)
		dt_class_say_whole(json, "round", c->round);
	if (c->deadline >= 0)
		dt_class_say_whole(json, "deadline", c->deadline);
	dt_class_say_rates(c, json);
	dt_class_say_close(json, '}');
}
