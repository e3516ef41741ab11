/*
 * audit_class_rows: what people have beside their moves, held against the
 * rounds and each other: each run is of one group of one block, each round has
 * a choice of each agent, who is said to have chosen sat there, attempts at a
 * quiz are counted without gaps. When somebody came and went, and how long one
 * thought, is the server's word.
 */
#include "audit/audit_internal.h"

#include <inttypes.h>
#include <string.h>

struct checker {
	struct dt_audit *audit;
	struct dt_store_scan *rounds;   /* beside the choices */
	const struct dt_cell *round;
	int64_t agent;                  /* of the next choice, from 1 */
	char participant[64];           /* of the last quiz answer */
	int64_t question, attempt;
};

static enum dt_status
object(struct dt_audit *a, const char *table, const char *column,
    const int64_t place[3], const char *words)
{
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = table, .column = column, .run = place[0],
	    .round = place[1], .agent = place[2] }, "%s", words);
}

static bool
is_person(const struct dt_audit *a, const char *code)
{
	for (size_t i = 0; i < a->class.n_people; i++)
		if (strcmp(a->class.people[i], code) == 0)
			return true;
	return false;
}

static bool
sat(const struct dt_audit *a, int64_t run, int64_t agent, const char *code)
{
	const struct dt_audit_class *c = &a->class;
	for (size_t i = 0; i < c->n_seats; i++)
		if (c->seats[i].run == run && c->seats[i].agent == agent &&
		    strcmp(c->seats[i].participant, code) == 0)
			return true;
	return false;
}

/* Runs have a row each, all of one block. */
static enum dt_status
check_run(struct checker *k, const struct dt_cell *row)
{
	struct dt_audit *a = k->audit;
	const int64_t place[3] = { row[0].integer, 0, 0 };
	k->agent++;
	if (row[0].integer != k->agent)
		return object(a, "class_run", "run", place,
		    "a run of the class has no row");
	return row[1].integer == a->class.block ? DT_OK : object(a,
	    "class_run", "block", place, "is another than that of the first "
	    "run: an experiment is of one block");
}

static enum dt_status
check_person(struct checker *k, const struct dt_cell *row)
{
	const struct dt_audit_class *c = &k->audit->class;
	static const int64_t none[3];
	for (size_t i = 0; i < c->n_seats; i++)
		if (strcmp(c->seats[i].participant, row[0].text) == 0)
			return DT_OK;
	return object(k->audit, "participant", "participant", none,
	    "somebody took part who sat nowhere");
}

static enum dt_status
check_seat(struct checker *k, const struct dt_cell *row)
{
	const int64_t place[3] = { row[0].integer, 0, row[1].integer };
	return is_person(k->audit, row[2].text) ? DT_OK : object(k->audit,
	    "seat", "participant", place, "is no participant");
}

static enum dt_status
next_round(struct checker *k)
{
	bool lost = false;
	k->round = NULL;
	k->agent = 1;
	return dt_audit_damage(k->audit, dt_store_scan_next(k->rounds,
	    &k->round, k->audit->err), &lost);
}

/* Why a choice cannot be what it says, or NULL. */
static const char *
find_fault(const struct dt_audit *a, const struct dt_cell *row)
{
	const char *source = row[3].text, *code = row[4].text;
	bool nobody = code[0] == '\0', timed = row[5].type == DT_CELL_INTEGER;
	if (!nobody && !sat(a, row[0].integer, row[2].integer, code))
		return "is of somebody who did not sit there";
	if (strcmp(source, "human") == 0)
		return nobody ? "is of a person, and of nobody" : !timed ?
		    "is of a person who took no time" : NULL;
	if (strcmp(source, "paper") == 0)
		return timed ? NULL : "was typed, and at no time";
	return timed ? "is of nobody, and took time" : NULL;
}

/* A choice for each agent of each round, in order. */
static enum dt_status
check_choice(struct checker *k, const struct dt_cell *row)
{
	struct dt_audit *a = k->audit;
	const int64_t place[3] = { row[0].integer, row[1].integer,
		row[2].integer };
	const char *fault = find_fault(a, row);
	enum dt_status status = DT_OK;
	if (k->round != NULL && k->agent > (int64_t)a->experiment.model.n)
		status = next_round(k);
	if (status != DT_OK)
		return status;
	if (k->round == NULL || k->round[0].integer != place[0] ||
	    k->round[1].integer != place[1] || k->agent != place[2])
		return object(a, "choice", NULL, place, "does not follow the "
		    "one before: a choice is missing, or one too many");
	k->agent++;
	return fault == NULL ? DT_OK : object(a, "choice", "source", place,
	    fault);
}

static enum dt_status
check_quiz(struct checker *k, const struct dt_cell *row)
{
	static const int64_t none[3];
	bool same = strcmp(k->participant, row[0].text) == 0 &&
	    row[1].integer == k->question;
	k->attempt = same ? k->attempt + 1 : 1;
	k->question = row[1].integer;
	k->participant[0] = '\0';
	strncat(k->participant, row[0].text, sizeof(k->participant) - 1);
	return row[2].integer == k->attempt && is_person(k->audit,
	    row[0].text) ? DT_OK : object(k->audit, "quiz_answer", "attempt",
	    none, "an attempt is missing, or of nobody who took part");
}

static enum dt_status
check_table(struct checker *k, enum dt_store_scan_what table,
    enum dt_status (*check)(struct checker *, const struct dt_cell *))
{
	struct dt_audit *a = k->audit;
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	enum dt_status status = dt_audit_scan(a, table, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL) {
		int64_t faults = a->report->faults;
		status = check(k, row);
		dt_audit_cover(a, table, a->report->faults == faults, false);
	}
	dt_store_scan_close(scan);
	return dt_audit_damage(a, status, &lost);
}

static enum dt_status
check_choices(struct checker *k)
{
	struct dt_audit *a = k->audit;
	const int64_t place[3] = { 0 };
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_ROUND,
	    &k->rounds);
	if (status == DT_OK)
		status = next_round(k);
	if (status == DT_OK)
		status = check_table(k, DT_STORE_SCAN_CHOICE, check_choice);
	if (status == DT_OK && k->round != NULL &&
	    k->agent > (int64_t)a->experiment.model.n)
		status = next_round(k);
	if (status == DT_OK && k->round != NULL)
		status = object(a, "choice", NULL, place, "the last choices "
		    "are missing: there are fewer than seats times rounds");
	dt_store_scan_close(k->rounds);
	return status;
}

enum dt_status
dt_audit_class_rows(struct dt_audit *a)
{
	struct checker k = { .audit = a };
	enum dt_status status = check_table(&k, DT_STORE_SCAN_CLASS_RUN,
	    check_run);
	const int64_t place[3] = { k.agent + 1, 0, 0 };
	if (status == DT_OK && k.agent != a->stored)
		status = object(a, "class_run", "run", place, "a run of the "
		    "class has no row");
	if (status == DT_OK)
		status = check_table(&k, DT_STORE_SCAN_PARTICIPANT,
		    check_person);
	if (status == DT_OK)
		status = check_table(&k, DT_STORE_SCAN_SEAT, check_seat);
	if (status == DT_OK)
		status = check_choices(&k);
	return status ? status : check_table(&k, DT_STORE_SCAN_QUIZ_ANSWER,
	    check_quiz);
}
