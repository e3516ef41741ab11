/* store_pack: see store_pack.h. */
#include "store/store_pack.h"

#include <string.h>

#include "base/index.h"
#include "base/memory.h"
#include "store/store_count.h"
#include "store/store_internal.h"

/* A row of so many bytes lies in a page of 4096 with three others. */
enum { BYTES = 960, PHASE = 32, WORDS = 6 };

struct plane {
	uint32_t most;          /* largest code in it */
	uint32_t code[BYTES];
};

struct dt_store_pack {
	sqlite3 *db;
	const char *path;
	sqlite3_stmt *put_row, *put_kind, *put_round;
	int64_t experiment, run;        /* run 0: none is open */
	size_t agents;
	int64_t round;          /* the last; planes begin after `written` */
	int64_t written, latest;        /* latest: of packed_round */
	struct dt_index kinds;          /* of the experiment, by code */
	char (*phases)[PHASE];
	size_t n_phases, room;
	struct plane plane[DT_STORE_COUNT_AGENTS + 1];  /* 0: the phases */
};

static enum dt_status
explain(const struct dt_store_pack *p, struct dt_error *err)
{
	return dt_store_explain(p->path, p->db, err);
}

static enum dt_status
prepare(struct dt_store_pack *p, const char *sql, sqlite3_stmt **s,
    struct dt_error *err)
{
	return sqlite3_prepare_v3(p->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    s, NULL) == SQLITE_OK ? DT_OK : explain(p, err);
}

enum dt_status
dt_store_pack_new(struct dt_store_pack **pack, sqlite3 *db, const char *path,
    struct dt_error *err)
{
	struct dt_store_pack *p = dt_memory_new(1, sizeof(*p));
	*pack = p;
	if (p == NULL)
		return dt_status_no_memory(err);
	p->db = db;
	p->path = path;
	enum dt_status status = dt_index_start(&p->kinds, WORDS) ? DT_OK :
	    dt_status_no_memory(err);
	if (status == DT_OK)
		status = prepare(p, "INSERT INTO packed_move VALUES"
		    " (?, ?, ?, ?, ?, ?, ?)", &p->put_row, err);
	if (status == DT_OK)
		status = prepare(p, "INSERT INTO packed_kind VALUES"
		    " (?, ?, ?, ?, ?, ?, ?)", &p->put_kind, err);
	if (status == DT_OK)
		status = prepare(p, "INSERT INTO packed_round VALUES (?)",
		    &p->put_round, err);
	if (status == DT_OK)
		return DT_OK;
	dt_store_pack_free(p);
	*pack = NULL;
	return status;
}

void
dt_store_pack_free(struct dt_store_pack *p)
{
	if (p == NULL)
		return;
	sqlite3_finalize(p->put_row);
	sqlite3_finalize(p->put_kind);
	sqlite3_finalize(p->put_round);
	dt_index_free(&p->kinds);
	dt_memory_free(p->phases);
	dt_memory_free(p);
}

void
dt_store_pack_clear(struct dt_store_pack *p)
{
	if (p != NULL)
		p->experiment = p->run = 0;
}

static enum dt_status
step(struct dt_store_pack *p, sqlite3_stmt *s, int failed,
    struct dt_error *err)
{
	enum dt_status status = !failed && sqlite3_step(s) == SQLITE_DONE ?
	    DT_OK : explain(p, err);
	/* says again what the step said */
	(void)sqlite3_reset(s);
	return status;
}

/* ---- Kinds ---- */

struct kind {
	const char *phase;      /* NULL: a move, of: */
	int64_t flags, alarms;
	double payoff, fine;
};

/* The place of a phase among those that were met; false: memory is out. */
static bool
find_phase(struct dt_store_pack *p, const char *phase, uint32_t *place)
{
	for (*place = 0; *place < p->n_phases; ++*place)
		if (strcmp(p->phases[*place], phase) == 0)
			return true;
	if (!dt_memory_reserve(&p->phases, &p->room, p->n_phases + 1,
	    sizeof(*p->phases)))
		return false;
	strcpy(p->phases[p->n_phases++], phase);
	return true;
}

/* Its code, and whether it is new. */
static enum dt_status
find_kind(struct dt_store_pack *p, const struct kind *k, uint32_t *code,
    bool *new, struct dt_error *err)
{
	/* + 0.0 turns -0 into 0, so that equal values are equal bytes */
	const double flows[] = { k->payoff + 0.0, k->fine + 0.0 };
	uint32_t key[WORDS] = { UINT32_MAX };
	if (k->phase != NULL && strlen(k->phase) >= PHASE)
		return dt_status_fail(err, DT_EUSAGE, "%s: phase '%s' is more "
		    "than a word", p->path, k->phase);
	if (k->phase != NULL && !find_phase(p, k->phase, &key[1]))
		return dt_status_no_memory(err);
	if (k->phase == NULL) {
		key[0] = (uint32_t)k->flags;
		key[1] = (uint32_t)k->alarms;
		memcpy(&key[2], flows, sizeof(flows));
	}
	size_t before = p->kinds.n;
	*code = dt_index_of(&p->kinds, key);
	*new = p->kinds.n > before;
	return *code == DT_INDEX_NONE ? dt_status_no_memory(err) : DT_OK;
}

static enum dt_status
put_kind(struct dt_store_pack *p, const struct kind *k, uint32_t code,
    struct dt_error *err)
{
	sqlite3_stmt *s = p->put_kind;
	if (code >> DT_STORE_PACK_LOG != 0)
		return dt_status_fail(err, DT_EUSAGE, "%s: run %lld: moves "
		    "differ in more than %d ways, too many to be packed: keep "
		    "them with --detail rounds, in another file", p->path,
		    (long long)p->run, 1 << DT_STORE_PACK_LOG);
	int failed = sqlite3_clear_bindings(s) |
	    sqlite3_bind_int64(s, 1, (p->experiment << DT_STORE_PACK_LOG) + code) |
	    sqlite3_bind_int64(s, 2, p->experiment);
	if (k->phase != NULL)
		failed |= sqlite3_bind_text(s, 3, k->phase, -1,
		    SQLITE_STATIC);
	else
		failed |= sqlite3_bind_int64(s, 4, k->flags) |
		    sqlite3_bind_int64(s, 5, k->alarms) |
		    sqlite3_bind_double(s, 6, k->payoff + 0.0) |
		    sqlite3_bind_double(s, 7, k->fine + 0.0);
	return step(p, s, failed, err);
}

static enum dt_status
code_of(struct dt_store_pack *p, const struct kind *k, uint32_t *code,
    struct dt_error *err)
{
	bool new = false;
	enum dt_status status = find_kind(p, k, code, &new, err);
	return status == DT_OK && new ? put_kind(p, k, *code, err) : status;
}

/* The kinds that an experiment has already: their codes are 0, 1, 2, ... */
static enum dt_status
load_kind(struct dt_store_pack *p, sqlite3_stmt *get, struct dt_error *err)
{
	uint32_t code = 0;
	bool new = false;
	const struct kind k = { (const char *)sqlite3_column_text(get, 1),
	    sqlite3_column_int64(get, 2), sqlite3_column_int64(get, 3),
	    sqlite3_column_double(get, 4), sqlite3_column_double(get, 5) };
	enum dt_status status = find_kind(p, &k, &code, &new, err);
	if (status == DT_OK && (!new || sqlite3_column_int64(get, 0) !=
	    (p->experiment << DT_STORE_PACK_LOG) + code))
		return dt_status_fail(err, DT_ESTORE, "%s: is damaged: its "
		    "table packed_kind is not as rounds were packed",
		    p->path);
	return status;
}

static enum dt_status
load(struct dt_store_pack *p, int64_t experiment, struct dt_error *err)
{
	sqlite3_stmt *get = NULL;
	int code = SQLITE_DONE;
	dt_index_clear(&p->kinds);
	p->n_phases = 0;
	p->experiment = experiment;
	enum dt_status status = prepare(p, "SELECT kind, phase, flags,"
	    " alarms_seen, payoff, fine FROM packed_kind WHERE experiment_id"
	    " = ?1 AND kind >= ?1 << 24 ORDER BY kind", &get, err);
	if (status == DT_OK && sqlite3_bind_int64(get, 1, experiment))
		status = explain(p, err);
	while (status == DT_OK && (code = sqlite3_step(get)) == SQLITE_ROW)
		status = load_kind(p, get, err);
	if (status == DT_OK && code != SQLITE_DONE)
		status = explain(p, err);
	sqlite3_finalize(get);
	return status ? status : dt_store_number(p->db, p->path, "SELECT"
	    " coalesce(max(round), 0) FROM packed_round", &p->latest, err);
}

/* ---- Rows ---- */

/* Some rounds of a plane, width bytes a code. */
static enum dt_status
put_row(struct dt_store_pack *p, size_t agent, size_t from, size_t n,
    int width, struct dt_error *err)
{
	unsigned char bytes[BYTES], *to = bytes;
	sqlite3_stmt *s = p->put_row;
	for (size_t k = from; k < from + n; k++)
		for (int byte = width - 1; byte >= 0; byte--)
			*to++ = (unsigned char)(p->plane[agent].code[k] >>
			    8 * byte);
	const int64_t values[] = { p->experiment, p->run, (int64_t)agent,
	    p->written + 1 + (int64_t)from,
	    p->written + (int64_t)(from + n), width };
	int failed = sqlite3_bind_blob(s, 7, bytes, (int)(to - bytes),
	    SQLITE_STATIC);
	for (int i = 0; i < 6; i++)
		failed |= sqlite3_bind_int64(s, i + 1, values[i]);
	return step(p, s, failed, err);
}

static enum dt_status
put_plane(struct dt_store_pack *p, size_t agent, struct dt_error *err)
{
	struct plane *plane = &p->plane[agent];
	int width = plane->most < 1 << 8 ? 1 : plane->most < 1 << 16 ? 2 : 3;
	size_t n = (size_t)(p->round - p->written);
	size_t room = BYTES / (size_t)width;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < n && status == DT_OK; k += room)
		status = put_row(p, agent, k, n - k < room ? n - k : room,
		    width, err);
	plane->most = 0;
	return status;
}

static enum dt_status
put_planes(struct dt_store_pack *p, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i <= p->agents && status == DT_OK; i++)
		status = put_plane(p, i, err);
	p->written = p->round;
	for (; p->latest < p->round && status == DT_OK; p->latest++)
		status = step(p, p->put_round, sqlite3_bind_int64(
		    p->put_round, 1, p->latest + 1), err);
	return status;
}

enum dt_status
dt_store_pack_end(struct dt_store_pack *p, struct dt_error *err)
{
	enum dt_status status = p->run != 0 && p->round > p->written ?
	    put_planes(p, err) : DT_OK;
	p->run = 0;
	return status;
}

enum dt_status
dt_store_pack_run(struct dt_store_pack *p, int64_t experiment, int64_t run,
    size_t agents, struct dt_error *err)
{
	enum dt_status status = dt_store_pack_end(p, err);
	if (status == DT_OK && agents > DT_STORE_COUNT_AGENTS)
		status = dt_status_fail(err, DT_EUSAGE, "%s: run %lld: has "
		    "%zu agents, and moves of at most %d are kept", p->path,
		    (long long)run, agents, DT_STORE_COUNT_AGENTS);
	if (status == DT_OK && experiment != p->experiment)
		status = load(p, experiment, err);
	p->run = run;
	p->agents = agents;
	p->round = p->written = 0;
	return status;
}

static enum dt_status
put_code(struct dt_store_pack *p, size_t agent, const struct kind *k,
    struct dt_error *err)
{
	uint32_t code = 0;
	struct plane *plane = &p->plane[agent];
	enum dt_status status = code_of(p, k, &code, err);
	plane->code[p->round - p->written - 1] = code;
	plane->most = code > plane->most ? code : plane->most;
	return status;
}

enum dt_status
dt_store_pack_round(struct dt_store_pack *p, const char *phase,
    struct dt_error *err)
{
	enum dt_status status = p->round - p->written == BYTES ?
	    put_planes(p, err) : DT_OK;
	p->round++;
	return status ? status : put_code(p, 0, &(struct kind){
	    .phase = phase }, err);
}

enum dt_status
dt_store_pack_move(struct dt_store_pack *p, int64_t agent, int flags,
    int64_t alarms_seen, double payoff, double fine, struct dt_error *err)
{
	return put_code(p, (size_t)agent, &(struct kind){ NULL, flags,
	    alarms_seen, payoff, fine }, err);
}
