/* choices_read: choices from the rounds of a database; see choices.h. */
#include <string.h>

#include "infer/choices.h"
#include "store/store_record.h"

enum { INTENDED = 1, EXECUTED = 2, PARTY = 8, FINDING = 64 };

struct reader {
	const char *path;
	const struct dt_choices_request *request;
	struct dt_arena *arena;
	struct dt_choices_found *found;
	struct dt_error *err;
	struct dt_store_record *moves;
	const struct dt_cell *row;      /* the move that comes next */
	struct dt_store_record *seats;
	const struct dt_cell *seat;     /* the seat that comes next */
	size_t n;                       /* rows of the run at hand */
	size_t room;
	struct dt_choices_row *rows;    /* [round * agents + agent] */
	struct dt_choices_row *one;     /* those of one agent */
	size_t room_one;
};

/* What is known of an experiment. */
struct played {
	int64_t id;
	size_t agents;
	const char *engine;
	size_t group;
	size_t *subjects;               /* by agent, where it is one in all */
	size_t first;                   /* subject of this experiment */
};

static enum dt_status
refuse(const struct reader *r, int64_t id, const char *why)
{
	return dt_status_fail(r->err, DT_ESTORE, "%s: experiment %lld: %s: "
	    "see detente audit", r->path, (long long)id, why);
}

/* ---- Groups ---- */

static const char *
group_name(const struct reader *r, const struct dt_cell *row)
{
	const char *scenario = row[DT_RECORD_PLAYED_SCENARIO].text;
	switch (r->request->by) {
	case DT_CHOICES_BY_TREATY:
		return dt_arena_print(r->arena, "%s, %s", scenario,
		    row[DT_RECORD_PLAYED_TREATY].text);
	case DT_CHOICES_BY_EXPERIMENT:
		return dt_arena_print(r->arena, "%s %lld", scenario,
		    (long long)row[DT_RECORD_PLAYED].integer);
	case DT_CHOICES_BY_ALL:
		return "all";
	default:
		return dt_arena_copy(r->arena, scenario);
	}
}

/* One of that name and number of agents, new or known; SIZE_MAX: memory. */
static size_t
group_of(struct reader *r, const char *name, size_t agents)
{
	struct dt_choices_found *f = r->found;
	for (size_t g = 0; name != NULL && g < f->n; g++)
		if (strcmp(f->groups[g].name, name) == 0 &&
		    f->groups[g].agents == agents)
			return g;
	struct dt_choices *list = dt_arena_grow(r->arena, f->groups, f->n,
	    &f->room, sizeof(*list));
	if (name == NULL || list == NULL)
		return SIZE_MAX;
	f->groups = list;
	list[f->n] = (struct dt_choices){ .name = name, .agents = agents };
	return f->n++;
}

/* ---- Runs ---- */

static struct dt_choices_row
read_row(const struct reader *r, const struct dt_cell *row)
{
	int64_t flags = row[DT_RECORD_MOVE_FLAGS].integer;
	struct dt_choices_row it = {
		.race = flags & (r->request->intended ? INTENDED : EXECUTED),
		.raced = flags & EXECUTED, .party = flags & PARTY,
		.finding = flags & FINDING,
		.alarms = (size_t)row[DT_RECORD_MOVE_ALARMS].integer };
	const char *phase = row[DT_RECORD_MOVE_PHASE].text;
	for (int p = 0; p < DT_PHASES; p++)
		if (strcmp(phase, dt_view_phase_words[p]) == 0)
			it.phase = (enum dt_phase)p;
	return it;
}

/* The rows of a run, which come round by round. */
static enum dt_status
take_run(struct reader *r, const struct played *p, int64_t run)
{
	enum dt_status status = DT_OK;
	size_t most = p->agents > 1 ? p->agents - 1 : 1;
	for (r->n = 0; status == DT_OK && r->row != NULL &&
	    r->row[DT_RECORD_MOVE_OF].integer == p->id &&
	    r->row[DT_RECORD_MOVE_RUN].integer == run;
	    status = dt_store_record_next(r->moves, &r->row, r->err)) {
		struct dt_choices_row *rows = dt_arena_grow(r->arena,
		    r->rows, r->n, &r->room, sizeof(*rows));
		if (rows == NULL)
			return dt_status_no_memory(r->err);
		r->rows = rows;
		if (r->row[DT_RECORD_MOVE_ROUND].integer !=
		    (int64_t)(r->n / p->agents) + 1 ||
		    r->row[DT_RECORD_MOVE_AGENT].integer !=
		    (int64_t)(r->n % p->agents) + 1)
			return refuse(r, p->id, "a move is missing");
		if (r->row[DT_RECORD_MOVE_ALARMS].integer > (int64_t)most)
			return refuse(r, p->id, "more were seen racing than "
			    "there are");
		rows[r->n++] = read_row(r, r->row);
	}
	return status == DT_OK && r->n % p->agents != 0 ?
	    refuse(r, p->id, "a move is missing") : status;
}

static size_t
new_subject(struct reader *r, const struct played *p, int64_t run,
    size_t agent)
{
	struct dt_choices *c = &r->found->groups[p->group];
	const char *name = r->request->agents ?
	    dt_arena_print(r->arena, "experiment %lld, agent %zu",
	    (long long)p->id, agent + 1) :
	    dt_arena_print(r->arena, "experiment %lld, run %lld, agent %zu",
	    (long long)p->id, (long long)run, agent + 1);
	return name == NULL ? SIZE_MAX :
	    dt_choices_subject(c, r->arena, name);
}

/* A person by name, in this experiment. */
static size_t
find_person(struct reader *r, const struct played *p)
{
	struct dt_choices *c = &r->found->groups[p->group];
	const char *session = r->seat[DT_RECORD_SEAT_SESSION].text;
	const char *name = dt_arena_print(r->arena, "%s%s%s", session,
	    session[0] ? " " : "", r->seat[DT_RECORD_SEAT_SUBJECT].text);
	for (size_t i = c->n_subjects; name != NULL && i-- > p->first;)
		if (strcmp(c->subjects[i], name) == 0)
			return i;
	return name == NULL ? SIZE_MAX :
	    dt_choices_subject(c, r->arena, name);
}

/* Who sat in that seat, where the file says; *who is as it was else. */
static enum dt_status
take_seat(struct reader *r, const struct played *p, int64_t run,
    size_t agent, bool *there, size_t *who)
{
	const int64_t at[] = { p->id, run, (int64_t)agent + 1 };
	int by = -1;
	enum dt_status status = DT_OK;
	while (status == DT_OK && r->seat != NULL && by < 0) {
		by = 0;
		for (int k = 0; k < 3 && by == 0; k++)
			by = (r->seat[k].integer > at[k]) -
			    (r->seat[k].integer < at[k]);
		if (by < 0)
			status = dt_store_record_next(r->seats, &r->seat,
			    r->err);
	}
	*there = status == DT_OK && r->seat != NULL && by == 0;
	if (*there)
		*who = find_person(r, p);
	return status;
}

/* A match of one agent. */
static enum dt_status
add_agent(struct reader *r, const struct played *p, int64_t run,
    size_t agent)
{
	size_t rounds = r->n / p->agents, *subject = &p->subjects[agent];
	bool named = false;
	enum dt_status status = take_seat(r, p, run, agent, &named, subject);
	if (status != DT_OK)
		return status;
	if (!named && (!r->request->agents || *subject == SIZE_MAX))
		*subject = new_subject(r, p, run, agent);
	if (*subject == SIZE_MAX)
		return dt_status_no_memory(r->err);
	for (size_t t = 0; t < rounds; t++) {
		struct dt_choices_row *one = dt_arena_grow(r->arena, r->one,
		    t, &r->room_one, sizeof(*one));
		if (one == NULL)
			return dt_status_no_memory(r->err);
		r->one = one;
		one[t] = r->rows[t * p->agents + agent];
	}
	return dt_choices_add(&r->found->groups[p->group], r->arena, *subject,
	    r->one, rounds, r->err);
}

static enum dt_status
take_runs(struct reader *r, const struct played *p)
{
	enum dt_status status = DT_OK;
	while (status == DT_OK && r->row != NULL &&
	    r->row[DT_RECORD_MOVE_OF].integer < p->id)
		status = dt_store_record_next(r->moves, &r->row, r->err);
	while (status == DT_OK && r->row != NULL &&
	    r->row[DT_RECORD_MOVE_OF].integer == p->id) {
		int64_t run = r->row[DT_RECORD_MOVE_RUN].integer;
		status = take_run(r, p, run);
		for (size_t a = 0; a < p->agents && status == DT_OK; a++)
			status = add_agent(r, p, run, a);
	}
	return status;
}

/* ---- Experiments ---- */

static enum dt_status
take_experiment(struct reader *r, const struct dt_cell *row)
{
	int64_t agents = row[DT_RECORD_PLAYED_AGENTS].integer;
	struct played p = { .id = row[DT_RECORD_PLAYED].integer,
		.agents = (size_t)agents };
	if (strcmp(row[DT_RECORD_PLAYED_DETAIL].text, "rounds") != 0) {
		r->found->bare++;
		return DT_OK;
	}
	if (agents < 1 || agents > DT_AGENTS_MOST)
		return refuse(r, p.id, "it has no such number of agents");
	p.group = group_of(r, group_name(r, row), agents > 1 ? p.agents : 2);
	p.subjects = dt_arena_new(r->arena, p.agents, sizeof(*p.subjects));
	if (p.group == SIZE_MAX || p.subjects == NULL)
		return dt_status_no_memory(r->err);
	for (size_t a = 0; a < p.agents; a++)
		p.subjects[a] = SIZE_MAX;
	p.first = r->found->groups[p.group].n_subjects;
	return take_runs(r, &p);
}

static enum dt_status
take_all(struct reader *r, struct dt_store *store)
{
	struct dt_store_record *plays = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_record_open(&plays, store,
	    DT_STORE_RECORD_PLAYS, r->err);
	if (status == DT_OK)
		status = dt_store_record_open(&r->moves, store,
		    DT_STORE_RECORD_MOVES, r->err);
	if (status == DT_OK)
		status = dt_store_record_next(r->moves, &r->row, r->err);
	if (status == DT_OK)
		status = dt_store_record_open(&r->seats, store,
		    DT_STORE_RECORD_SEATS, r->err);
	if (status == DT_OK)
		status = dt_store_record_next(r->seats, &r->seat, r->err);
	while (status == DT_OK && (status = dt_store_record_next(plays, &row,
	    r->err)) == DT_OK && row != NULL)
		status = take_experiment(r, row);
	dt_store_record_close(plays);
	dt_store_record_close(r->moves);
	dt_store_record_close(r->seats);
	return status;
}

/* Groups in which nothing was chosen say nothing. */
static void
drop_empty(struct dt_choices_found *f)
{
	size_t n = 0;
	for (size_t g = 0; g < f->n; g++)
		if (f->groups[g].n > 0)
			f->groups[n++] = f->groups[g];
	f->n = n;
}

enum dt_status
dt_choices_read(struct dt_store *store, const char *path,
    const struct dt_choices_request *request, struct dt_arena *arena,
    struct dt_choices_found *found, struct dt_error *err)
{
	struct reader r = { .path = path, .request = request, .arena = arena,
		.found = found, .err = err };
	*found = (struct dt_choices_found){ 0 };
	enum dt_status status = take_all(&r, store);
	drop_empty(found);
	if (status != DT_OK || found->n > 0)
		return status;
	return dt_status_fail(err, DT_EUSAGE, "%s: keeps no rounds, which is "
	    "what choices are seen in: play it with detente run --detail "
	    "rounds, or import a file of moves", path);
}
