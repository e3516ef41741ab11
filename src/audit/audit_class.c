/*
 * audit_class: an experiment that a class played: who sat where and whose each
 * choice was, as the file says. A signer is a person in a block: "b2." and the
 * person's code, which follows from the key; so for whom one signs in a run is
 * the seat that one had.
 */
#include "audit/audit_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/store_class.h"


static enum dt_status
each(struct dt_audit *a, enum dt_store_scan_what table,
    enum dt_status (*take)(struct dt_audit *audit, const struct dt_cell *row))
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	enum dt_status status = dt_audit_scan(a, table, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL)
		status = take(a, row);
	dt_store_scan_close(scan);
	return dt_audit_damage(a, status, &lost);
}

static enum dt_status
count(struct dt_audit *a, const char *table, int64_t *rows)
{
	bool lost = false;
	*rows = 0;
	return dt_audit_damage(a, dt_store_scan_rows(a->store, table,
	    a->now->id, rows, a->err), &lost);
}

static enum dt_status
take_seat(struct dt_audit *a, const struct dt_cell *row)
{
	struct dt_audit_class_seat *s = &a->class.seats[a->class.n_seats++];
	*s = (struct dt_audit_class_seat){ row[0].integer, row[1].integer,
		dt_arena_copy(&a->arena, row[2].text) };
	return s->participant ? DT_OK : dt_status_no_memory(a->err);
}

static enum dt_status
take_person(struct dt_audit *a, const struct dt_cell *row)
{
	const char *code = dt_arena_copy(&a->arena, row[0].text);
	a->class.people[a->class.n_people++] = code;
	return code ? DT_OK : dt_status_no_memory(a->err);
}

/* Codes are few: the one of the participant is used again. */
static enum dt_status
take_choice(struct dt_audit *a, const struct dt_cell *row)
{
	struct dt_audit_class *c = &a->class;
	struct dt_audit_class_choice *choice = &c->choices[c->n_choices++];
	*choice = (struct dt_audit_class_choice){ row[0].integer,
		row[1].integer, row[2].integer, row[3].text[0], "" };
	for (size_t i = 0; i < c->n_people; i++)
		if (strcmp(c->people[i], row[4].text) == 0)
			choice->participant = c->people[i];
	if (row[4].text[0] != '\0' && choice->participant[0] == '\0')
		choice->participant = dt_arena_copy(&a->arena, row[4].text);
	return choice->participant ? DT_OK : dt_status_no_memory(a->err);
}

static enum dt_status
take_run(struct dt_audit *a, const struct dt_cell *row)
{
	if (a->class.block == 0)
		a->class.block = row[1].integer;
	return DT_OK;
}

/* What registrations are for follows from what the file says of its class. */
static enum dt_status
read_session(struct dt_audit *a)
{
	struct dt_store_class s = { 0 };
	struct dt_text text = { 0 };
	bool found = false, lost = false;
	char hex[DT_HASH_HEX];
	enum dt_status status = dt_audit_damage(a, dt_store_class_read(
	    a->store, &a->arena, &s, &found, a->err), &lost);
	if (status != DT_OK || !found)
		return status;
	dt_text_add(&text, "detente class\n%s\n%s\n%s", s.class,
	    s.lesson_sha256, s.started_at);
	if (text.failed)
		return dt_status_no_memory(a->err);
	dt_hash_of(text.bytes, text.size, a->class_digest);
	dt_text_free(&text);
	return strcmp(dt_hash_hex(a->class_digest, hex), s.sha256) == 0 ?
	    DT_OK : dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "class_session", .column = "class_sha256" },
	    "is not that of class, lesson and start");
}

static bool
make_room(struct dt_audit *a, int64_t seats, int64_t people, int64_t choices)
{
	struct dt_audit_class *c = &a->class;
	c->seats = dt_arena_new(&a->arena, (size_t)seats + 1,
	    sizeof(*c->seats));
	c->people = (const char **)dt_arena_new(&a->arena,
	    (size_t)people + 1, sizeof(*c->people));
	c->choices = dt_arena_new(&a->arena, (size_t)choices + 1,
	    sizeof(*c->choices));
	return c->seats != NULL && c->people != NULL && c->choices != NULL;
}

enum dt_status
dt_audit_class_read(struct dt_audit *a)
{
	int64_t runs, seats = 0, people = 0, choices = 0;
	enum dt_status status = count(a, "class_run", &runs);
	if (status == DT_OK)
		status = count(a, "seat", &seats);
	if (status == DT_OK)
		status = count(a, "participant", &people);
	if (status == DT_OK)
		status = count(a, "choice", &choices);
	if (status != DT_OK || runs + seats + people + choices == 0)
		return status;
	a->class.is = a->now->class = true;
	if (!make_room(a, seats, people, choices))
		return dt_status_no_memory(a->err);
	status = read_session(a);
	if (status == DT_OK)
		status = each(a, DT_STORE_SCAN_CLASS_RUN, take_run);
	if (status == DT_OK)
		status = each(a, DT_STORE_SCAN_PARTICIPANT, take_person);
	if (status == DT_OK)
		status = each(a, DT_STORE_SCAN_SEAT, take_seat);
	return status ? status : each(a, DT_STORE_SCAN_CHOICE, take_choice);
}

/* The code behind "b2.". */
static struct dt_lines_word
code_of(struct dt_lines_word signer)
{
	const char *dot = memchr(signer.at, '.', signer.size);
	size_t skip = dot ? (size_t)(dot + 1 - signer.at) : 0;
	return (struct dt_lines_word){ signer.at + skip, signer.size - skip };
}

int
dt_audit_class_agent(const struct dt_audit *a, struct dt_lines_word signer,
    int64_t run)
{
	const struct dt_audit_class *c = &a->class;
	for (size_t i = 0; i < c->n_seats; i++)
		if (c->seats[i].run == run && dt_lines_is(code_of(signer),
		    c->seats[i].participant))
			return (int)c->seats[i].agent - 1;
	return -1;
}

bool
dt_audit_class_enrolled(const struct dt_audit *a, const char *participant)
{
	char name[64];
	snprintf(name, sizeof(name), "b%" PRId64 ".%.40s", a->class.block,
	    participant);
	const struct dt_registry_row *row = dt_registry_find(&a->registry,
	    dt_lines_word(name));
	return row != NULL && row->student;
}
