/*
 * class_state: the state, for whoever asks. What is there hangs on the stage
 * and on the one who asks alone; a student's is filled up to whole kilobytes,
 * and what it says of others takes the same room whatever they did.
 */
#include <string.h>

#include "class/class_state.h"
#include "class/class_say.h"

enum { PAGE = 1024 };

static const char *const roles[] = { "spectator", "student", "teacher",
	"board" };

static bool
is_in_block(const struct dt_class *c)
{
	return c->stage > DT_CLASS_CONSENT && c->stage < DT_CLASS_SURVEY;
}

static void
say_block(const struct dt_class *c, struct dt_text *json)
{
	const struct dt_lesson_block *b = &c->blocks[c->block];
	dt_class_say_open(json, "block", '{');
	dt_class_say_whole(json, "n", (int64_t)c->block + 1);
	dt_class_say_whole(json, "of", (int64_t)c->n_blocks);
	dt_class_say_text(json, "title", dt_class_word(c, b->title));
	dt_class_say_text(json, "text", b->text ? dt_class_word(c,
	    b->text) : "");
	dt_class_say_flag(json, "practice", b->practice);
	dt_class_say_whole(json, "trips", b->trips);
	if (b->continuation < 1) {
		dt_class_say_null(json, "rounds");
		dt_class_say_number(json, "chance", b->continuation);
	} else {
		dt_class_say_whole(json, "rounds", b->rounds);
	}
	const struct dt_class_group *g = c->first_group < c->n_groups ?
	    c->groups[c->first_group] : NULL;
	if (g != NULL && g->game != NULL) {
		const struct dt_model *m = &g->game->experiment.model;
		bool treaty = m->terms.exists;
		const struct dt_monitor *seen = treaty ? &m->terms.monitor :
		    &m->base;
		dt_class_say_flag(json, "treaty", treaty);
		dt_class_say_flag(json, "noise", seen->public_alarm[0][0] != 0
		    || seen->public_alarm[0][1] != UINT64_MAX ||
		    m->slip != 0);
	}
	dt_class_say_close(json, '}');
}

static void
say_me(const struct dt_class *c, int64_t person, struct dt_text *json)
{
	const struct dt_class_person *p = &c->people[person];
	const struct dt_class_group *g = dt_class_group_of(c, p->seat);
	char signer[DT_CLASS_SIGNER];
	dt_class_signer(c, person, c->block, signer);
	dt_class_say_open(json, "me", '{');
	dt_class_say_text(json, "name", p->name);
	dt_class_say_text(json, "code", p->code);
	dt_class_say_text(json, "signer", signer);
	dt_class_say_flag(json, "signs", p->has_key);
	dt_class_say_flag(json, "connected", p->streams > 0);
	if (p->seat >= 0) {
		const struct dt_class_seat *s = &c->seats[p->seat];
		dt_class_say_whole(json, "seat", p->seat + 1);
		dt_class_say_flag(json, "bot", dt_class_is_bot(c,
		    (size_t)p->seat));
		size_t from = json->size;
		dt_class_say_number(json, "total", s->total);
		dt_class_say_level(json, from, 40);
		dt_class_say_open(json, "delegation", '[');
		for (size_t i = 0; i < c->n_people; i++)
			if (c->people[i].seat == p->seat &&
			    c->people[i].left < 0)
				dt_class_say_text(json, NULL,
				    c->people[i].name);
		dt_class_say_close(json, ']');
	}
	if (g != NULL && g->game != NULL)
		dt_class_say_text(json, "agent", dt_class_agent_title(c, g,
		    c->seats[p->seat].agent));
	dt_class_say_close(json, '}');
}

static void
say_group(const struct dt_class *c, int64_t seat, struct dt_text *json)
{
	const struct dt_class_group *g = dt_class_group_of(c, seat);
	if (g == NULL || g->game == NULL || !is_in_block(c))
		return;
	const struct dt_terms *terms = &g->game->experiment.model.terms;
	dt_class_say_open(json, "group", '{');
	dt_class_say_whole(json, "n", c->seats[seat].group -
	    (int64_t)c->first_group + 1);
	dt_class_say_open(json, "agents", '[');
	for (size_t i = 0; i < c->n; i++) {
		dt_class_say_open(json, NULL, '{');
		dt_class_say_text(json, "name", dt_class_agent_title(c, g, i));
		dt_class_say_flag(json, "me", g->seats[i] == (size_t)seat);
		dt_class_say_flag(json, "party", terms->exists &&
		    terms->joins[i] > 0);
		dt_class_say_flag(json, "bot", dt_class_is_bot(c,
		    g->seats[i]));
		dt_class_say_close(json, '}');
	}
	dt_class_say_close(json, ']');
	dt_class_say_close(json, '}');
}

static void
say_question(const struct dt_class *c, const struct dt_lesson_question *q,
    struct dt_text *json)
{
	const char *const *answers = q->answers.items;
	dt_class_say_text(json, "question", dt_class_word(c, q->question));
	dt_class_say_open(json, "answers", '[');
	for (size_t i = 0; i < q->answers.n; i++)
		dt_class_say_text(json, NULL, dt_class_word(c, answers[i]));
	dt_class_say_close(json, ']');
}

static void
say_quiz(const struct dt_class *c, const struct dt_class_person *p,
    struct dt_text *json)
{
	const struct dt_lesson_block *b = &c->blocks[c->block];
	const struct dt_lesson_question *q = b->quiz.items;
	size_t at = p->quiz < b->quiz.n ? p->quiz : b->quiz.n - 1;
	dt_class_say_open(json, "quiz", '{');
	dt_class_say_whole(json, "n", (int64_t)at + 1);
	dt_class_say_whole(json, "of", (int64_t)b->quiz.n);
	say_question(c, &q[at], json);
	dt_class_say_flag(json, "done", p->quiz >= b->quiz.n);
	dt_class_say_close(json, '}');
}

static void
say_survey(const struct dt_class *c, struct dt_text *json)
{
	const struct dt_lesson_question *q = c->lesson->survey.items;
	dt_class_say_open(json, "survey", '[');
	for (size_t i = 0; i < c->lesson->survey.n; i++) {
		dt_class_say_open(json, NULL, '{');
		dt_class_say_text(json, "key", q[i].origin.name);
		say_question(c, &q[i], json);
		dt_class_say_close(json, '}');
	}
	dt_class_say_close(json, ']');
}

/* What a student is asked at this stage. */
static void
say_asked(const struct dt_class *c, int64_t person, struct dt_text *json)
{
	const struct dt_lesson_block *b = &c->blocks[c->block];
	const struct dt_class_person *p = &c->people[person];
	switch (c->stage) {
	case DT_CLASS_QUIZ:
		say_quiz(c, p, json);
		break;
	case DT_CLASS_PREDICT:
		dt_class_say_open(json, "predict", '{');
		dt_class_say_text(json, "question", dt_class_word(c,
		    b->predict));
		dt_class_say_flag(json, "done", p->predicted);
		dt_class_say_close(json, '}');
		break;
	case DT_CLASS_REFLECT:
		dt_class_say_open(json, "reflect", '{');
		dt_class_say_text(json, "question", dt_class_word(c,
		    b->reflect));
		dt_class_say_flag(json, "done", p->reflected);
		dt_class_say_close(json, '}');
		break;
	case DT_CLASS_CLAUSES:
		dt_class_say_clauses(c, json);
		break;
	case DT_CLASS_VOTE:
		dt_class_say_texts(c, p->seat, json);
		break;
	case DT_CLASS_SIGN:
		dt_class_say_sign(c, person, json);
		break;
	case DT_CLASS_SURVEY:
		say_survey(c, json);
		break;
	default:
		break;
	}
}

static void
say_consent(const struct dt_class *c, int64_t person, struct dt_text *json)
{
	const struct dt_lesson_consent *text = &c->lesson->consent;
	if (text->text == NULL || text->text[0] == '\0' ||
	    (c->stage != DT_CLASS_CONSENT && c->people[person].consent >= 0))
		return;
	dt_class_say_open(json, "consent", '{');
	dt_class_say_text(json, "version", text->version);
	dt_class_say_text(json, "text", dt_class_word(c, text->text));
	dt_class_say_flag(json, "said", c->people[person].consent >= 0);
	dt_class_say_close(json, '}');
}

static bool
has_language(const struct dt_lesson *lesson, const char *language)
{
	for (const char *const *l = lesson->languages; l && *l && language; l++)
		if (strcmp(*l, language) == 0)
			return true;
	return false;
}

static void
say_head(const struct dt_class *c, struct dt_class_who who, int64_t now,
    struct dt_text *json)
{
	bool outside = who.role == DT_CLASS_TEACHER ||
	    who.role == DT_CLASS_BOARD;
	dt_class_say_whole(json, "v", outside ? c->busy : c->version);
	size_t from = json->size;
	dt_class_say_whole(json, "now", now);
	dt_class_say_level(json, from, 24);
	dt_class_say_text(json, "role", roles[who.role]);
	dt_class_say_text(json, "class", c->options.id);
	dt_class_say_text(json, "title", dt_class_word(c, c->lesson->title));
	dt_class_say_text(json, "lang", has_language(c->lesson, who.language)
	    ? who.language : c->lesson->language);
	dt_class_say_text(json, "stage", dt_class_stage_words[c->stage]);
	dt_class_say_flag(json, "paused", c->paused >= 0);
	dt_class_say_flag(json, "open", dt_class_open(c));
	if (c->stage_ends >= 0)
		dt_class_say_whole(json, "stage_ends", c->stage_ends);
	if (is_in_block(c))
		say_block(c, json);
}

static void
say_student(const struct dt_class *c, int64_t person, struct dt_text *json)
{
	say_me(c, person, json);
	say_group(c, c->people[person].seat, json);
	say_consent(c, person, json);
	say_asked(c, person, json);
	if (is_in_block(c))
		dt_class_say_rounds(c, person, json);
}

void
dt_class_state(struct dt_class *c, struct dt_class_who who,
    int64_t now, struct dt_text *json)
{
	json->size = 0;
	c->language = who.language;
	dt_class_say_open(json, NULL, '{');
	say_head(c, who, now, json);
	if (who.role == DT_CLASS_STUDENT && who.person >= 0)
		say_student(c, who.person, json);
	if (who.role == DT_CLASS_TEACHER || who.role == DT_CLASS_BOARD) {
		dt_class_say_screen(c, who.role == DT_CLASS_TEACHER, json);
	} else {
		static const char pad[] = ",\"pad\":\"\"}";
		size_t all = (json->size + sizeof(pad) - 1 + PAGE - 1) / PAGE *
		    PAGE;
		dt_text_add(json, ",\"pad\":\"");
		dt_class_say_level(json, 0, all - 2);
		dt_text_add(json, "\"");
	}
	dt_class_say_close(json, '}');
}

void
dt_class_hello(const struct dt_class *c, struct dt_text *json)
{
	struct dt_text entry = { 0 };
	json->size = 0;
	dt_class_say_open(json, NULL, '{');
	dt_class_say_text(json, "class", c->options.id);
	dt_class_say_text(json, "title", c->lesson->title);
	dt_class_say_open(json, "lang", '[');
	for (const char *const *l = c->lesson->languages; l && *l; l++)
		dt_class_say_text(json, NULL, *l);
	dt_class_say_close(json, ']');
	if (dt_class_print_enrol(c, "%KEY%", &entry))
		dt_class_say_text(json, "entry", dt_text_string(&entry));
	dt_class_say_flag(json, "open", c->stage != DT_CLASS_END);
	dt_class_say_close(json, '}');
	dt_text_free(&entry);
}
