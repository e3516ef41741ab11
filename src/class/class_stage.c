/*
 * class_stage: what comes after what. A stage that a block has no words for is
 * passed over; each ends when the teacher says, or when its time is over. Play
 * ends by itself.
 */
#include <string.h>

#include "class/class_internal.h"

static const struct dt_lesson_block *
block_of(const struct dt_class *c)
{
	return &c->blocks[c->block];
}

static bool
has(const char *text)
{
	return text != NULL && text[0] != '\0';
}

/* Is there anything to do in that stage? */
static bool
is_wanted(const struct dt_class *c, enum dt_class_stage stage)
{
	const struct dt_lesson_block *b = block_of(c);
	switch (stage) {
	case DT_CLASS_CONSENT:
		return has(c->lesson->consent.text);
	case DT_CLASS_TEXT:
		return has(b->text);
	case DT_CLASS_QUIZ:
		return b->quiz.n > 0;
	case DT_CLASS_PREDICT:
		return has(b->predict);
	case DT_CLASS_CLAUSES:
	case DT_CLASS_VOTE:
		return b->clauses.n > 0;
	case DT_CLASS_SIGN:
		return b->sign;
	case DT_CLASS_PRACTICE:
		return b->practice;
	case DT_CLASS_PLAY:
		return !b->practice;
	case DT_CLASS_REFLECT:
		return has(b->reflect);
	case DT_CLASS_DEBRIEF:
		return !b->practice;
	case DT_CLASS_SURVEY:
		return c->lesson->survey.n > 0;
	default:
		return true;
	}
}

/* Groups, and nobody has answered anything yet. */
static void
begin_block(struct dt_class *c)
{
	c->n_texts = 0;
	c->round = 0;
	for (size_t i = 0; i < c->n_people; i++) {
		struct dt_class_person *p = &c->people[i];
		p->quiz = 0;
		p->voted = -1;
		p->predicted = p->reflected = false;
	}
	for (size_t i = 0; i < c->n_seats; i++) {
		struct dt_class_seat *s = &c->seats[i];
		s->signs = s->answered = s->proposed = s->chosen = false;
		s->signer = -1;
		s->ratify = (struct dt_class_signed){ 0 };
	}
	(void)dt_class_match(c);
}

/* The treaty that a group has before it is signed. */
static void
prepare_treaties(struct dt_class *c)
{
	for (size_t g = c->first_group; g < c->n_groups; g++)
		if (c->failed == DT_OK)
			c->groups[g]->game = dt_class_game(c, c->groups[g]);
}

void
dt_class_enter(struct dt_class *c, enum dt_class_stage stage)
{
	c->stage = stage;
	c->stage_ends = -1;
	c->opening = false;
	if (stage != DT_CLASS_DEBRIEF)
		c->open = false;
	if (stage == DT_CLASS_PLAY || stage == DT_CLASS_PRACTICE)
		(void)dt_class_begin_play(c);
	else if (stage != DT_CLASS_LOBBY && stage != DT_CLASS_END &&
	    stage != DT_CLASS_DEBRIEF && c->lesson->seconds > 0)
		c->stage_ends = c->now + 1000 * c->lesson->seconds;
	if (stage == DT_CLASS_SIGN)
		prepare_treaties(c);
	dt_class_moved(c);
	dt_class_settle(c);
}

/* The stages of a block in order, then those of the next, then the end. */
static enum dt_class_stage
follow(struct dt_class *c)
{
	enum dt_class_stage next = c->stage;
	do {
		if (next == DT_CLASS_DEBRIEF && c->block + 1 < c->n_blocks) {
			c->block++;
			begin_block(c);
			next = DT_CLASS_TEXT;
		} else {
			next++;
		}
	} while (next < DT_CLASS_END && !is_wanted(c, next));
	return next;
}

static void
start(struct dt_class *c)
{
	c->started = true;
	if (dt_class_close_seats(c))
		begin_block(c);
}

void
dt_class_next(struct dt_class *c)
{
	if (c->stage == DT_CLASS_END)
		return;
	if (c->stage == DT_CLASS_LOBBY)
		start(c);
	if (c->failed == DT_OK)
		dt_class_enter(c, follow(c));
}

void
dt_class_end_round(struct dt_class *c)
{
	if (!dt_class_ask_openings(c) && dt_class_close_round(c))
		dt_class_enter(c, DT_CLASS_RESULT);
}

bool
dt_class_turn(struct dt_class *c)
{
	bool plays = c->stage == DT_CLASS_PLAY ||
	    c->stage == DT_CLASS_PRACTICE;
	if (c->paused >= 0 || c->failed != DT_OK)
		return false;
	if (plays && c->round > 0 && dt_class_round_full(c)) {
		dt_class_note(c, "tick", "", "");
		dt_class_end_round(c);
		return true;
	}
	if (c->stage_ends < 0 || c->now < c->stage_ends)
		return false;
	dt_class_note(c, "tick", "", "");
	dt_class_next(c);
	return true;
}

int64_t
dt_class_tick(struct dt_class *c, int64_t now)
{
	c->now = now > c->now ? now : c->now;
	while (dt_class_turn(c))
		dt_class_settled(c);
	int64_t due = c->stage_ends;
	if (c->round > 0 && c->deadline >= 0)
		due = c->deadline + DT_CLASS_GRACE;
	if (due < 0 || c->paused >= 0 || due - c->now > 1000)
		return 1000;
	return due > c->now ? due - c->now : 20;
}
