/* school: see school.h. Its life. */
#include "school/school_internal.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "base/number.h"

/* What does not hang on the class. */
static enum dt_status
begin(struct dt_school **school, const struct dt_school_request *request,
    struct dt_error *err)
{
	struct dt_school *s = dt_memory_new(1, sizeof(*s));
	*school = s;
	if (s == NULL)
		return dt_status_no_memory(err);
	s->request = *request;
	s->began = dt_web_now();
	s->rows_at = -1;
	s->provenance = (struct dt_record_provenance){
		.command = "detente classroom", .version = request->version,
		.libraries = request->libraries };
	if (!dt_school_draw_id(s->id) || !dt_school_draw_code(s->code) ||
	    !dt_school_draw_token(s->teacher))
		return dt_status_fail(err, DT_EIO, "the system gives no "
		    "random numbers");
	dt_hash_of(s->teacher, strlen(s->teacher), s->desk);
	return DT_OK;
}

/* The server; then what is known of the way to it. */
static enum dt_status
listen_on(struct dt_school *s, struct dt_error *err)
{
	struct dt_web_site site = dt_school_site(s);
	size_t n = s->request.lan ? dt_school_net(&s->arena, s->hosts) : 0;
	s->hosts[n] = NULL;
	struct dt_web_options options = {
		.address = s->request.lan ? "0.0.0.0" : NULL,
		.port = s->request.port, .more_ports = s->request.port_given ?
		0 : DT_SCHOOL_PORTS, .hosts = s->hosts,
		.log = s->request.log, .log_of = s->request.log_of,
		.places = 1200 };
	enum dt_status status = dt_web_start(&s->web, &site, &options, err);
	if (status != DT_OK)
		return status;
	unsigned port = dt_web_port(s->web);
	snprintf(s->cookie, sizeof(s->cookie), "dt_%u", port);
	snprintf(s->desk_cookie, sizeof(s->desk_cookie), "dtt_%u", port);
	return dt_school_poster(s, err);
}

static enum dt_status
make_class(struct dt_school *s, const char *sha256, int64_t started,
    struct dt_error *err)
{
	struct dt_class_options options = {
		.poster = &s->poster, .catalogue = s->request.catalogue,
		.lesson = s->request.lesson, .lesson_sha256 = sha256,
		.id = s->id, .started = started, .seed = s->request.seed,
		.seats = s->request.seats, .journal = dt_school_journal(s) };
	return dt_class_new(&s->class, &options, err);
}

/* The lesson with every default, and its hash. */
static enum dt_status
print_lesson(struct dt_school *s, const char **text, const char **sha256,
    struct dt_error *err)
{
	struct dt_text printed = { 0 };
	unsigned char hash[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	dt_schema_print(&dt_lesson_schema, s->request.lesson, 0, &printed);
	dt_hash_of(dt_text_string(&printed), printed.size, hash);
	*text = dt_arena_copy(&s->arena, dt_text_string(&printed));
	*sha256 = dt_arena_copy(&s->arena, dt_hash_hex(hash, hex));
	bool failed = printed.failed || !*text || !*sha256;
	dt_text_free(&printed);
	return failed ? dt_status_no_memory(err) : DT_OK;
}

/* A class has no end at which its file could take another's place: it does so
 * as soon as it has the class, and is then opened as one that is there. */
static enum dt_status
take_place(struct dt_school *s, struct dt_error *err)
{
	enum dt_status status = dt_store_settle(s->store, err);
	enum dt_status closed = dt_store_close(s->store, status ? NULL : err);
	s->store = NULL;
	status = status ? status : closed;
	return status ? status : dt_store_open(&s->store, s->request.path,
	    DT_STORE_APPEND, err);
}

static enum dt_status
make_file(struct dt_school *s, const char *text, const char *sha256,
    struct dt_error *err)
{
	char hex[DT_HASH_HEX], seed[24], started[DT_CLASS_TIME];
	snprintf(seed, sizeof(seed), "%llu",
	    (unsigned long long)s->request.seed);
	struct dt_store_class row = { .class = s->id,
		.sha256 = dt_hash_hex(dt_class_digest(s->class), hex),
		.lesson = s->request.lesson_name, .lesson_sha256 = sha256,
		.lesson_text = text, .seed = seed,
		.version = s->request.version,
		.started_at = dt_class_time(s->class, 0, started),
		.seats = (int64_t)s->request.seats };
	enum dt_status status = dt_store_open(&s->store, s->request.path,
	    s->request.replace ? DT_STORE_REPLACE : DT_STORE_CREATE, err);
	if (status == DT_OK)
		status = dt_store_class_make(s->store, &row, err);
	if (status == DT_OK && s->request.replace)
		status = take_place(s, err);
	return status ? status : dt_store_serve(s->store, err);
}

enum dt_status
dt_school_new(struct dt_school **school,
    const struct dt_school_request *request, struct dt_error *err)
{
	const char *text = NULL, *sha256 = NULL;
	enum dt_status status = begin(school, request, err);
	struct dt_school *s = *school;
	if (status == DT_OK && request->lesson != NULL)
		status = print_lesson(s, &text, &sha256, err);
	if (status == DT_OK && request->lesson != NULL)
		status = make_class(s, sha256, (int64_t)time(NULL), err);
	if (status == DT_OK)
		status = listen_on(s, err);
	if (status == DT_OK && request->lesson != NULL)
		status = make_file(s, text, sha256, err);
	if (status == DT_OK && request->lesson != NULL)
		status = dt_school_note_port(s, err);
	if (status == DT_OK)
		return DT_OK;
	dt_school_free(s);
	*school = NULL;
	return status;
}

/* ISO 8601 UTC, as dt_class_time writes it. */
static int64_t
read_time(const char *text)
{
	int y = 0, month = 0, d = 0, h = 0, m = 0, sec = 0;
	(void)sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2dZ", &y, &month, &d, &h, &m,
	    &sec);
	/* days since 1970 (Hinnant's days_from_civil) */
	int64_t year = y - (month <= 2), era = year / 400;
	int64_t of_era = year - era * 400;
	int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + d -
	    1;
	int64_t day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
	return (era * 146097 + day - 719468) * 86400 + h * 3600 + m * 60 +
	    sec;
}

static enum dt_status
read_file(struct dt_school *s, struct dt_error *err)
{
	struct dt_store_class row = { 0 };
	const char *text, *sha256;
	bool found = false;
	int64_t seed = 0;
	enum dt_status status = dt_store_open(&s->store, s->request.path,
	    DT_STORE_APPEND, err);
	if (status == DT_OK)
		status = dt_store_serve(s->store, err);
	if (status == DT_OK)
		status = dt_store_class_read(s->store, &s->arena, &row, &found,
		    err);
	if (status == DT_OK && !found)
		return dt_status_fail(err, DT_EUSAGE, "%s has no class to go "
		    "on with", s->request.path);
	if (status == DT_OK)
		status = print_lesson(s, &text, &sha256, err);
	if (status == DT_OK && strcmp(sha256, row.lesson_sha256) != 0)
		return dt_status_fail(err, DT_EUSAGE, "the lesson %s is not "
		    "any more what it was when the class began: put it back as "
		    "it was (class_session.lesson_text in %s)", row.lesson,
		    s->request.path);
	if (status != DT_OK)
		return status;
	(void)dt_number_read_whole(row.seed, &seed);
	s->request.seed = (uint64_t)seed;
	s->request.seats = (size_t)row.seats;
	snprintf(s->id, sizeof(s->id), "%s", row.class);
	return make_class(s, sha256, read_time(row.started_at), err);
}

enum dt_status
dt_school_resume(struct dt_school **school,
    const struct dt_school_request *request, struct dt_error *err)
{
	enum dt_status status = begin(school, request, err);
	struct dt_school *s = *school;
	if (status == DT_OK)
		status = read_file(s, err);
	if (status == DT_OK && !request->port_given)
		status = dt_school_last_port(s, &s->request.port, err);
	if (status == DT_OK)
		status = listen_on(s, err);
	if (status == DT_OK)
		status = dt_school_replay(s, err);
	if (status == DT_OK)
		status = dt_school_note_port(s, err);
	if (status == DT_OK)
		return DT_OK;
	dt_school_free(s);
	*school = NULL;
	return status;
}

enum dt_status
dt_school_lesson(const char *path, const struct dt_catalogue *catalogue,
    const char **lesson, struct dt_error *err)
{
	struct dt_store *store = NULL;
	struct dt_store_class row = { 0 };
	bool found = false;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_READ,
	    err);
	if (status == DT_OK)
		status = dt_store_class_read(store, catalogue->arena, &row,
		    &found, err);
	(void)dt_store_close(store, NULL);
	if (status == DT_OK && !found)
		status = dt_status_fail(err, DT_EUSAGE, "%s has no class to "
		    "go on with", path);
	*lesson = row.lesson;
	return status;
}

enum dt_status
dt_school_run(struct dt_school *s, const struct dt_stop *stop,
    struct dt_error *err)
{
	enum dt_status status = dt_web_run(s->web, stop, err);
	if (s->failed != DT_OK)
		return dt_status_fail(err, s->failed, "%s", s->why.message);
	enum dt_status rest = s->class == NULL ? DT_OK :
	    dt_school_flush(s, true, err);
	if (rest == DT_OK)
		rest = dt_school_rows(s, s->rows_at, err);
	return status ? status : rest;
}

void
dt_school_stop(struct dt_school *s)
{
	dt_web_stop(s->web);
}

void
dt_school_free(struct dt_school *s)
{
	if (s == NULL)
		return;
	dt_web_free(s->web);
	dt_class_free(s->class);
	(void)dt_store_close(s->store, NULL);
	for (size_t i = 0; i < s->n_events; i++) {
		dt_memory_free((char *)(uintptr_t)s->events[i].kind);
		dt_memory_free((char *)(uintptr_t)s->events[i].who);
		dt_memory_free((char *)(uintptr_t)s->events[i].body);
	}
	dt_school_debrief_free(s);
	dt_memory_free(s->events);
	dt_arena_free(&s->arena);
	dt_memory_free(s);
}

const struct dt_school_where *
dt_school_where(const struct dt_school *s)
{
	return &s->where;
}

struct dt_school_count
dt_school_count(const struct dt_school *s)
{
	return s->class == NULL ? (struct dt_school_count){ 0 } :
	    (struct dt_school_count){ dt_class_people(s->class),
	    dt_class_rounds(s->class), dt_class_blocks(s->class),
	    dt_class_stage(s->class) == DT_CLASS_END };
}

enum dt_status
dt_school_forget(const char *path, const char *name, int64_t *n,
    struct dt_error *err)
{
	struct dt_store *store = NULL;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_APPEND,
	    err);
	if (status == DT_OK)
		status = dt_store_class_forget(store, name, n, err);
	enum dt_status closed = dt_store_close(store, status ? NULL : err);
	return status ? status : closed;
}
