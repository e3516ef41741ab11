/* class_store_people: what people have beside their moves; see class_store.h.
 * A person is there by the code that follows from the key, never by name. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "class/class_store.h"
#include "store/store_class.h"
#include "store/store_row.h"

#define WHOLE(n) { .type = DT_CELL_INTEGER, .integer = (n) }
#define WORDS(s) { .type = DT_CELL_TEXT, .text = (s) }

static enum dt_status
put(struct dt_class_store *s, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err)
{
	return dt_store_row_put(s->store, s->record.id, table, cells, err);
}

static bool
is_in(const struct dt_class_store *s, int64_t person)
{
	const struct dt_class *c = s->class;
	for (size_t i = 0; i < c->n_groups; i++)
		for (size_t k = 0; c->groups[i]->game == s->game &&
		    k < c->groups[i]->n_sat; k++)
			if (c->groups[i]->sat[k].person == person)
				return true;
	return false;
}

static enum dt_status
put_person(struct dt_class_store *s, int64_t person, struct dt_error *err)
{
	const struct dt_class *c = s->class;
	const struct dt_class_person *p = &c->people[person];
	char joined[DT_CLASS_TIME], left[DT_CLASS_TIME] = "";
	if (p->left >= 0)
		dt_class_time(c, p->left, left);
	const struct dt_cell cells[] = { WORDS(p->code),
		WORDS(dt_class_time(c, p->joined, joined)), WORDS(left),
		WORDS(p->consent == 1 ? c->lesson->consent.version : ""),
		WORDS(p->excluded_why) };
	return put(s, DT_STORE_SCAN_PARTICIPANT, cells, err);
}

static enum dt_status
put_choice(struct dt_class_store *s, const struct dt_class_group *g,
    size_t round, size_t agent, struct dt_error *err)
{
	const struct dt_class_choice *choice = dt_class_choice(g, round,
	    agent);
	struct dt_cell decided = { .type = DT_CELL_NULL };
	if (choice->decided_ms >= 0)
		decided = (struct dt_cell)WHOLE(choice->decided_ms);
	const struct dt_cell cells[] = { WHOLE(g->run), WHOLE((int64_t)round),
		WHOLE((int64_t)agent + 1),
		WORDS(dt_class_source_words[choice->source]),
		WORDS(choice->person < 0 ? "" :
		s->class->people[choice->person].code), decided,
		WHOLE(choice->connected), WORDS(choice->excluded_why) };
	return put(s, DT_STORE_SCAN_CHOICE, cells, err);
}

static enum dt_status
put_group(struct dt_class_store *s, const struct dt_class_group *g,
    struct dt_error *err)
{
	const struct dt_cell run[] = { WHOLE(g->run),
		WHOLE((int64_t)g->block + 1), WHOLE(g->matching) };
	enum dt_status status = put(s, DT_STORE_SCAN_CLASS_RUN, run, err);
	for (size_t k = 0; k < g->n_sat && status == DT_OK; k++) {
		const struct dt_cell seat[] = { WHOLE(g->run),
			WHOLE((int64_t)g->sat[k].agent + 1),
			WORDS(s->class->people[g->sat[k].person].code) };
		status = put(s, DT_STORE_SCAN_SEAT, seat, err);
	}
	for (size_t r = 1; r <= g->tape.n && status == DT_OK; r++)
		for (size_t i = 0; i < s->class->n && status == DT_OK; i++)
			status = put_choice(s, g, r, i, err);
	return status;
}

static enum dt_status
put_quiz(struct dt_class_store *s, const struct dt_class_answer *a,
    struct dt_error *err)
{
	const struct dt_cell cells[] = { WORDS(s->class->people[a->person].
		code), WHOLE(strtoll(a->question, NULL, 10)),
		WHOLE(a->attempt), WORDS(a->answer), WHOLE(a->correct) };
	return put(s, DT_STORE_SCAN_QUIZ_ANSWER, cells, err);
}

enum dt_status
dt_class_store_people(struct dt_class_store *s, struct dt_error *err)
{
	const struct dt_class *c = s->class;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < c->n_people && status == DT_OK; i++)
		if (is_in(s, (int64_t)i))
			status = put_person(s, (int64_t)i, err);
	for (size_t r = 1; r <= s->game->runs && status == DT_OK; r++)
		status = put_group(s, dt_class_run(c, s->game,
		    (int64_t)r), err);
	for (size_t i = 0; i < c->n_answers && status == DT_OK; i++) {
		const struct dt_class_answer *a = &c->answers[i];
		if (strcmp(a->kind, "quiz") == 0 && is_in(s, a->person) &&
		    a->block == (int64_t)s->game->block + 1)
			status = put_quiz(s, a, err);
	}
	return status;
}

/* Those since the last time; what is asked in a quiz goes in with its block. */
static size_t
gather(const struct dt_class *c, struct dt_store_class_answer *rows)
{
	size_t n = 0;
	for (size_t i = c->n_filed; i < c->n_answers; i++) {
		const struct dt_class_answer *a = &c->answers[i];
		if (strcmp(a->kind, "quiz") != 0)
			rows[n++] = (struct dt_store_class_answer){
				.participant = c->people[a->person].code,
				.kind = a->kind, .question = a->question,
				.answer = a->answer, .block = a->block };
	}
	return n;
}

enum dt_status
dt_class_store_answers(struct dt_class_store *s, struct dt_error *err)
{
	struct dt_class *c = s->class;
	if (c->n_filed == c->n_answers)
		return DT_OK;
	struct dt_store_class_answer *rows = dt_memory_new(c->n_answers -
	    c->n_filed, sizeof(*rows));
	enum dt_status status = rows == NULL ? dt_status_no_memory(err) :
	    dt_store_class_answers(s->store, rows, gather(c, rows), err);
	dt_memory_free(rows);
	if (status == DT_OK)
		c->n_filed = c->n_answers;
	return status;
}
