/* class_ask: what is asked of people besides their moves. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "class/class_form.h"
#include "class/class_internal.h"
#include "class/class_say.h"

bool
dt_class_answer_add(struct dt_class *c, const struct dt_class_answer *answer)
{
	if (!dt_memory_reserve(&c->answers, &c->answers_room,
	    c->n_answers + 1, sizeof(*c->answers))) {
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return false;
	}
	struct dt_class_answer *a = &c->answers[c->n_answers++];
	*a = *answer;
	a->question = dt_class_keep(c, answer->question);
	a->answer = dt_class_keep(c, answer->answer);
	return c->failed == DT_OK;
}

static struct dt_class_reply
not_now(void)
{
	return dt_class_refuse(409, "Nobody asks that now.",
	    "Wait for the next page.");
}

static struct dt_class_reply
not_right(void)
{
	return dt_class_refuse(400, "An answer is missing or of the wrong "
	    "kind.", "Answer once more.");
}

struct dt_class_reply
dt_class_consent(struct dt_class *c, int64_t person,
    struct dt_class_form *form)
{
	bool yes = dt_class_form_flag(form, "yes");
	if (form->bad)
		return not_right();
	if (c->stage == DT_CLASS_END || c->lesson->consent.text[0] == '\0')
		return not_now();
	c->people[person].consent = yes;
	dt_class_touched(c);
	return dt_class_well();
}

static int64_t
tries(const struct dt_class *c, int64_t person, const char *number)
{
	int64_t n = 1;
	for (size_t i = 0; i < c->n_answers; i++) {
		const struct dt_class_answer *a = &c->answers[i];
		n += a->person == person && strcmp(a->kind, "quiz") == 0 &&
		    a->block == (int64_t)c->block + 1 &&
		    strcmp(a->question, number) == 0;
	}
	return n;
}

/* Its own reply: whether it was right, and what is to be learnt. */
struct dt_class_reply
dt_class_quiz(struct dt_class *c, int64_t person, struct dt_class_form *form,
    struct dt_text *reply)
{
	const struct dt_lesson_block *b = &c->blocks[c->block];
	int64_t at = dt_class_form_whole(form, "question", 1,
	    (int64_t)b->quiz.n, 0);
	const struct dt_lesson_question *q = b->quiz.items;
	int64_t said = at < 1 ? 0 : dt_class_form_whole(form, "answer", 1,
	    (int64_t)q[at - 1].answers.n, 0);
	char number[24];
	if (c->stage != DT_CLASS_QUIZ)
		return not_now();
	if (form->bad || at < 1 || said < 1)
		return not_right();
	q += at - 1;
	bool right = said == q->right;
	snprintf(number, sizeof(number), "%lld", (long long)at);
	if (!dt_class_answer_add(c, &(struct dt_class_answer){ .kind = "quiz",
	    .person = person, .block = (int64_t)c->block + 1,
	    .question = number, .attempt = tries(c, person, number),
	    .answer = ((const char *const *)q->answers.items)[said - 1],
	    .correct = right }))
		return dt_class_well();
	if (right && c->people[person].quiz + 1 == (size_t)at)
		c->people[person].quiz++;
	dt_class_touched(c);
	reply->size = 0;
	dt_class_say_open(reply, NULL, '{');
	dt_class_say_flag(reply, "correct", right);
	dt_class_say_text(reply, "feedback", q->feedback ?
	    dt_class_word(c, q->feedback) : "");
	dt_class_say_close(reply, '}');
	return dt_class_well();
}

struct dt_class_reply
dt_class_predict(struct dt_class *c, int64_t person,
    struct dt_class_form *form)
{
	int64_t pauses = dt_class_form_whole(form, "pauses", 0, 100, -1);
	char text[24];
	if (c->stage != DT_CLASS_PREDICT || c->people[person].predicted)
		return not_now();
	if (form->bad || pauses < 0)
		return not_right();
	snprintf(text, sizeof(text), "%lld", (long long)pauses);
	c->people[person].predicted = dt_class_answer_add(c,
	    &(struct dt_class_answer){ .kind = "predict", .person = person,
	    .block = (int64_t)c->block + 1, .question = "", .attempt = 1,
	    .answer = text });
	dt_class_touched(c);
	return dt_class_well();
}

struct dt_class_reply
dt_class_reflect(struct dt_class *c, int64_t person,
    struct dt_class_form *form)
{
	const char *text = dt_class_form_text(form, "text");
	if (c->stage != DT_CLASS_REFLECT || c->people[person].reflected)
		return not_now();
	if (text == NULL || dt_text_width(text) > 2000)
		return not_right();
	c->people[person].reflected = dt_class_answer_add(c,
	    &(struct dt_class_answer){ .kind = "reflect", .person = person,
	    .block = (int64_t)c->block + 1, .question = "", .attempt = 1,
	    .answer = text });
	dt_class_touched(c);
	return dt_class_well();
}

static bool
is_asked(const struct dt_class *c, const char *key)
{
	const struct dt_lesson_question *q = c->lesson->survey.items;
	for (size_t i = 0; i < c->lesson->survey.n; i++)
		if (strcmp(q[i].origin.name, key) == 0)
			return true;
	return false;
}

struct dt_class_reply
dt_class_survey(struct dt_class *c, int64_t person,
    struct dt_class_form *form)
{
	json_t *answers = dt_class_form_map(form, "answers"), *value;
	const char *key;
	if (c->stage != DT_CLASS_SURVEY || c->people[person].surveyed)
		return not_now();
	json_object_foreach(answers, key, value)
		if (!is_asked(c, key) || json_string_length(value) > 400)
			return not_right();
	if (form->bad || answers == NULL)
		return not_right();
	json_object_foreach(answers, key, value)
		(void)dt_class_answer_add(c, &(struct dt_class_answer){
		    .kind = "survey", .person = person, .question = key,
		    .attempt = 1, .answer = json_string_value(value) });
	c->people[person].surveyed = true;
	dt_class_touched(c);
	return dt_class_well();
}
