/* class_people: who comes, goes, and is there. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "class/class_form.h"
#include "class/class_internal.h"

/* A bot gives its seat back to those who come to it, from the next round. */
static void
come_back(struct dt_class *c, int64_t person)
{
	int64_t seat = c->people[person].seat;
	if (seat < 0)
		return;
	c->seats[seat].back = c->seats[seat].away;
}

void
dt_class_here(struct dt_class *c, int64_t person, bool opened, int64_t now)
{
	if (person < 0 || (size_t)person >= c->n_people)
		return;
	struct dt_class_person *p = &c->people[person];
	bool before = p->streams > 0;
	c->now = now > c->now ? now : c->now;
	p->streams += opened ? 1 : p->streams > 0 ? -1U : 0;
	if (before == (p->streams > 0))
		return;
	dt_class_note(c, opened ? "here" : "gone", p->code, "");
	if (opened)
		come_back(c, person);
	dt_class_touched(c);
}

static struct dt_class_person *
add_person(struct dt_class *c)
{
	if (!dt_memory_reserve(&c->people, &c->people_room, c->n_people + 1,
	    sizeof(*c->people))) {
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return NULL;
	}
	c->people[c->n_people] = (struct dt_class_person){ .seat = -1,
	    .left = -1, .joined = c->now, .consent = -1, .voted = -1,
	    .excluded_why = "" };
	return &c->people[c->n_people];
}

/* Who cannot sign is named after the token. */
static struct dt_class_reply
identify(struct dt_class *c, struct dt_class_person *p,
    struct dt_class_form *form)
{
	const char *key = dt_class_form_text(form, "key");
	const char *proof = dt_class_form_text(form, "proof");
	if (key != NULL && key[0] != '\0')
		return dt_class_take_key(c, p, key, proof ? proof : "");
	snprintf(p->code, sizeof(p->code), "p%02x%02x%02x%02x", p->token[0],
	    p->token[1], p->token[2], p->token[3]);
	for (size_t i = 0; i < c->n_people; i++)
		if (strcmp(c->people[i].code, p->code) == 0)
			return dt_class_refuse(409, "This place was just "
			    "taken.", "Try once more.");
	return dt_class_well();
}

static struct dt_class_reply
call_it(struct dt_class *c, struct dt_class_person *p,
    struct dt_class_form *form)
{
	const char *said = dt_class_form_text(form, "name");
	const char *device = dt_class_form_text(form, "device");
	struct dt_class_reply reply = dt_class_name(c, said ? said : "", p);
	if (reply.status != 200)
		return reply;
	for (size_t i = 0; device != NULL && i + 1 < sizeof(p->device) &&
	    device[i] > ' ' && device[i] < 0x7f; i++)
		p->device[i] = device[i];
	return reply;
}

/* On a seat that was a bot's, from the next round; those of the seat's
 * delegation play on. */
static void
sit(struct dt_class *c, struct dt_class_person *p, int64_t wanted)
{
	int64_t seat = dt_class_place(c, wanted);
	p->seat = seat;
	if (seat < 0)
		return;
	struct dt_class_seat *s = &c->seats[seat];
	s->back = s->away;
	s->mode = s->mode == DT_CLASS_BY_BOT ? DT_CLASS_BY_PEOPLE : s->mode;
}

struct dt_class_reply
dt_class_join(struct dt_class *c, const struct dt_class_post *post,
    struct dt_class_form *form, int64_t *person)
{
	int64_t wanted = dt_class_form_whole(form, "seat", 1,
	    DT_CLASS_SEATS_MOST, 0);
	if (c->stage == DT_CLASS_END)
		return dt_class_refuse(409, "The class is over.",
		    "Ask the teacher.");
	if (c->n_people == DT_CLASS_PEOPLE_MOST)
		return dt_class_refuse(503, "Nobody else can join: there are "
		    "as many people as a class can have.", "Share a phone.");
	struct dt_class_person *p = add_person(c);
	if (p == NULL)
		return dt_class_refuse(500, "The server has no memory left.",
		    "Tell the teacher.");
	memcpy(p->token, post->token, sizeof(p->token));
	struct dt_class_reply reply = identify(c, p, form);
	if (reply.status == 200)
		reply = call_it(c, p, form);
	if (reply.status != 200 || c->failed != DT_OK || form->bad) {
		dt_memory_free(p->name);
		return reply.status != 200 ? reply : dt_class_refuse(400,
		    "A value of the request is of the wrong kind.",
		    "Load the page again.");
	}
	sit(c, p, wanted);
	*person = (int64_t)c->n_people++;
	dt_class_touched(c);
	return reply;
}

void
dt_class_leave(struct dt_class *c, int64_t person)
{
	struct dt_class_person *p = &c->people[person];
	if (p->left >= 0)
		return;
	p->left = c->now;
	p->streams = 0;
	if (p->seat >= 0 && c->started &&
	    dt_class_members(c, (size_t)p->seat, NULL) == 0)
		c->seats[p->seat].mode = DT_CLASS_BY_BOT;
	dt_class_touched(c);
}
