/* class_again: a class made again from its journal; see class.h. */
#include <string.h>

#include "class/class_internal.h"
#include "proof/lines.h"

static int64_t
find_code(const struct dt_class *c, const char *code)
{
	for (size_t i = 0; i < c->n_people; i++)
		if (strcmp(c->people[i].code, code) == 0)
			return (int64_t)i;
	return -1;
}

static enum dt_status
post(struct dt_class *c, const struct dt_class_event *e,
    struct dt_error *err)
{
	unsigned char token[DT_HASH_BYTES] = { 0 };
	bool joins = strcmp(e->kind, "join") == 0;
	bool teaches = strcmp(e->kind, "teacher") == 0;
	struct dt_class_post p = { .route = e->kind, .body = e->body,
		.size = strlen(e->body), .now = e->at, .token = token,
		.who = { teaches ? DT_CLASS_TEACHER : joins ?
		DT_CLASS_SPECTATOR : DT_CLASS_STUDENT,
		joins || teaches ? -1 : find_code(c, e->who) } };
	struct dt_text reply = { 0 };
	if (joins && !dt_lines_hex(dt_lines_word(e->who), token,
	    sizeof(token)))
		return dt_status_fail(err, DT_ESTORE, "the journal of the "
		    "class is damaged: a token's hash is none");
	int status = dt_class_post(c, &p, &reply, NULL);
	enum dt_status answer = status == 200 ? DT_OK : dt_status_fail(err,
	    DT_ESTORE, "the journal of the class cannot be followed: '%s' at "
	    "%lld ms is answered with %d: %.300s", e->kind, (long long)e->at,
	    status, dt_text_string(&reply));
	dt_text_free(&reply);
	return answer;
}

enum dt_status
dt_class_again(struct dt_class *c, const struct dt_class_event *e,
    struct dt_error *err)
{
	bool here = strcmp(e->kind, "here") == 0;
	enum dt_status status = DT_OK;
	c->again = true;
	c->now = e->at > c->now ? e->at : c->now;
	if (here || strcmp(e->kind, "gone") == 0)
		dt_class_here(c, find_code(c, e->who), here, e->at);
	else if (strcmp(e->kind, "tick") == 0)
		(void)dt_class_turn(c);
	else if (strcmp(e->kind, "resumed") == 0)
		dt_class_resume(c, e->at);
	else
		status = post(c, e, err);
	c->due = c->again = false;
	return status ? status : dt_class_failed(c, err);
}

void
dt_class_rename(struct dt_class *c, const char *participant,
    const char *name)
{
	int64_t person = find_code(c, participant);
	if (person >= 0 && !dt_class_call(&c->people[person], name))
		dt_class_fail(c, DT_ENOMEM, "memory is out");
}

/* Everybody's streams are gone; what was running goes on where it stood, and
 * the round that was open has all its time again. */
void
dt_class_resume(struct dt_class *c, int64_t now)
{
	c->now = now > c->now ? now : c->now;
	dt_class_note(c, "resumed", "", "");
	for (size_t i = 0; i < c->n_people; i++)
		c->people[i].streams = 0;
	if (c->deadline >= 0 && c->paused < 0)
		c->deadline = c->now + (c->opening ? DT_CLASS_OPENING :
		    1000 * c->blocks[c->block].seconds);
	c->opened = c->paused < 0 && c->round > 0 ? c->now : c->opened;
	dt_class_moved(c);
}
