/*
 * school_journal: the class's events into its file. They are gathered, and
 * written many at a time: at once where somebody joins or a round ends, else
 * within a quarter of a second (SOON). So a server that is killed forgets no round
 * that was over and nobody's seat; one whose power fails the same, as these are
 * written through to the disk.
 */
#include "school/school_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { SOON = 250 };            /* ms */

static char *
copy(const char *text)
{
	char *kept = dt_memory_new(strlen(text) + 1, 1);
	if (kept != NULL)
		memcpy(kept, text, strlen(text));
	return kept;
}

static void
forget(struct dt_school *s)
{
	for (size_t i = 0; i < s->n_events; i++) {
		dt_memory_free((char *)(uintptr_t)s->events[i].kind);
		dt_memory_free((char *)(uintptr_t)s->events[i].who);
		dt_memory_free((char *)(uintptr_t)s->events[i].body);
	}
	s->n_events = 0;
}

enum dt_status
dt_school_flush(struct dt_school *s, bool for_good, struct dt_error *err)
{
	if (s->n_events == 0)
		return DT_OK;
	enum dt_status status = dt_store_class_add(s->store, s->events,
	    s->n_events, for_good, err);
	forget(s);
	return status;
}

static enum dt_status
put(void *to, const struct dt_class_event *e, struct dt_error *err)
{
	struct dt_school *s = to;
	if (!dt_memory_reserve(&s->events, &s->events_room, s->n_events + 1,
	    sizeof(*s->events)))
		return dt_status_no_memory(err);
	struct dt_store_class_event *kept = &s->events[s->n_events++];
	*kept = (struct dt_store_class_event){ e->at, copy(e->kind),
		copy(e->who), copy(e->body) };
	if (!kept->kind || !kept->who || !kept->body)
		return dt_status_no_memory(err);
	dt_web_due(s->web, dt_web_now() + SOON);
	if (e->participant == NULL)
		return DT_OK;
	enum dt_status status = dt_store_class_name(s->store, e->participant,
	    e->name, err);
	return status ? status : dt_school_flush(s, true, err);
}

static enum dt_status
settle(void *to, struct dt_class *class, struct dt_error *err)
{
	struct dt_school *s = to;
	enum dt_class_stage stage = dt_class_stage(class);
	if (stage != DT_CLASS_PLAY && stage != DT_CLASS_PRACTICE)
		dt_school_rows_due(s);
	return dt_school_flush(s, true, err);
}

struct dt_class_journal
dt_school_journal(struct dt_school *s)
{
	return (struct dt_class_journal){ s, put, settle };
}

/* ---- the port: the journal's, not the class's ---- */

static const char port_word[] = "port";

enum dt_status
dt_school_note_port(struct dt_school *s, struct dt_error *err)
{
	char body[8];
	snprintf(body, sizeof(body), "%u", s->where.port);
	enum dt_status status = put(s, &(struct dt_class_event){
	    .at = dt_school_now(s), .kind = port_word, .who = "",
	    .body = body }, err);
	return status ? status : dt_school_flush(s, true, err);
}

static enum dt_status
take_port(void *to, const struct dt_store_class_event *e, struct dt_error *err)
{
	uint16_t *port = to;
	(void)err;
	if (strcmp(e->kind, port_word) == 0)
		*port = (uint16_t)strtoul(e->body, NULL, 10);
	return DT_OK;
}

enum dt_status
dt_school_last_port(struct dt_school *s, uint16_t *port, struct dt_error *err)
{
	return dt_store_class_events(s->store, take_port, port, err);
}

/* ---- the class once more ---- */

struct replay {
	struct dt_school *school;
	int64_t last;
};

static enum dt_status
take(void *to, const struct dt_store_class_event *e, struct dt_error *err)
{
	struct replay *r = to;
	struct dt_class_event event = { e->at, e->kind, e->who, e->body, NULL,
		NULL };
	r->last = e->at;
	if (strcmp(e->kind, port_word) == 0)
		return DT_OK;
	return dt_class_again(r->school->class, &event, err);
}

enum dt_status
dt_school_replay(struct dt_school *s, struct dt_error *err)
{
	struct replay r = { .school = s };
	enum dt_status status = dt_store_class_events(s->store, take, &r,
	    err);
	for (size_t i = 0; status == DT_OK && i < dt_class_people(s->class);
	    i++) {
		const char *code = dt_class_code(s->class, i), *name;
		status = dt_store_class_called(s->store, &s->arena, code,
		    &name, err);
		if (status == DT_OK && name != NULL && name[0] != '\0')
			dt_class_rename(s->class, code, name);
	}
	if (status != DT_OK)
		return status;
	s->began = dt_web_now() - r.last - 1;
	s->looked = r.last + 1;
	dt_class_resume(s->class, r.last + 1);
	status = dt_school_flush(s, true, err);
	dt_school_rows_due(s);
	return status ? status : dt_school_rows(s, s->rows_at, err);
}
