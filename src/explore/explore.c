/* explore: see explore.h. */
#include "explore/explore.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "explore/explore_answer.h"
#include "format/json.h"
#include "format/json_read.h"
#include "web/asset.h"

enum {
	AT_ONCE = 130,          /* ms that a question is waited for, */
	BEHIND = 10,            /* and one behind the verdict: what is asked
	                         * next is not to wait for it */
	STAND_BACK = 5,         /* of such a question, as nice(1) has it */
	FORGOTTEN = 5000,       /* ms after which nobody wants an answer */
};

/* ---- Jobs ---- */

/* The place of a new job: that of the same page's last question of its kind,
 * an empty one, or that of the oldest. */
static struct dt_explore_job *
place_for(struct dt_explore *explore, const char *page, const char *what)
{
	struct dt_explore_job *best = &explore->jobs[0];
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++) {
		struct dt_explore_job *job = &explore->jobs[i];
		if (job->number != 0 && page[0] != '\0' &&
		    strcmp(job->page, page) == 0 &&
		    strcmp(job->what, what) == 0)
			return job;
		if (job->number < best->number)
			best = job;
	}
	return best;
}

static void
give(struct dt_explore_job *job, struct dt_web_reply *reply)
{
	if (job->status == 503)
		dt_web_reply_error(reply, 503, "It takes more time or memory "
		    "than a question may.", "Ask it of `detente solve`.");
	else
		dt_web_reply_json(reply, job->status, &job->answer);
	dt_explore_job_end(job);
}

/* The number of the job and, if there are more than were seen, what stands so
 * far. */
static void
give_number(const struct dt_explore_job *job, int64_t seen,
    struct dt_web_reply *reply)
{
	struct dt_text json = { 0 };
	dt_text_add(&json, "{\"schema_version\":%d,\"job\":%" PRId64
	    ",\"parts\":%" PRId64, DT_JSON_VERSION, job->number, job->parts);
	if (job->parts > seen) {
		dt_text_add(&json, ",\"so_far\":");
		dt_text_add_n(&json, dt_text_string(&job->answer),
		    job->answer.size);
	}
	dt_text_add(&json, "}\n");
	json.failed |= job->answer.failed;
	dt_web_reply_json(reply, 202, &json);
}

static void
give_or_wait(struct dt_explore_job *job, int milliseconds, int64_t seen,
    struct dt_web_reply *reply)
{
	job->heard = dt_web_now();
	if (dt_explore_job_wait(job, milliseconds))
		give(job, reply);
	else
		give_number(job, seen, reply);
}

/* What verdicts leave for each other, lent to the next job, unless another has
 * it. NULL: it goes without. */
static void *
lend_kept(struct dt_explore *explore)
{
	if (explore->kept == NULL) {
		void *memory = mmap(NULL, DT_EXPLORE_KEPT, PROT_READ |
		    PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1,
		    0);
		explore->kept = memory == MAP_FAILED ? NULL : memory;
	}
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++)
		if (explore->jobs[i].number != 0 && explore->jobs[i].pipe >= 0 &&
		    explore->jobs[i].number == explore->keeper)
			return NULL;
	explore->keeper = explore->number + 1;
	return explore->kept;
}

/* What is worked out about a design behind its verdict. */
static bool
is_behind(const char *what)
{
	return strcmp(what, "thresholds") == 0 ||
	    strcmp(what, "tornado") == 0 || strcmp(what, "run") == 0 ||
	    strcmp(what, "band") == 0;
}

/* The jobs of a page: all, or those behind a design that it has left. */
static void
end_jobs(struct dt_explore *explore, const char *page, bool all)
{
	for (size_t i = 0; page[0] != '\0' && i < DT_EXPLORE_JOBS; i++) {
		struct dt_explore_job *job = &explore->jobs[i];
		if (job->number != 0 && strcmp(job->page, page) == 0 &&
		    (all || is_behind(job->what)))
			dt_explore_job_end(job);
	}
}

static int64_t
tick(void *of, int64_t now)
{
	struct dt_explore *explore = of;
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++) {
		struct dt_explore_job *job = &explore->jobs[i];
		if (job->number != 0 && now > job->heard + FORGOTTEN)
			dt_explore_job_end(job);
	}
	return 1000;
}

void
dt_explore_end(struct dt_explore *explore)
{
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++)
		dt_explore_job_end(&explore->jobs[i]);
	if (explore->kept != NULL)
		munmap(explore->kept, DT_EXPLORE_KEPT);
	explore->kept = NULL;
}

/* ---- Requests ---- */

static void
ask(struct dt_explore *explore, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_error err = { 0 };
	struct dt_explore_ask ask = { .catalogue = explore->catalogue,
	    .scenario = explore->scenario, .treaty = explore->treaty,
	    .database = explore->database };
	enum dt_status status = dt_explore_ask_read(&ask, request->body,
	    request->body_size, &err);
	if (status != DT_OK) {
		dt_web_reply_error(reply, 400, err.message,
		    "See detente-explore(5).");
		json_decref(ask.json);
		return;
	}
	bool behind = is_behind(ask.what);
	bool verdict = strcmp(ask.what, "verdict") == 0;
	if (verdict)
		end_jobs(explore, ask.page, false);
	struct dt_explore_job *job = place_for(explore, ask.page, ask.what);
	dt_explore_job_end(job);
	ask.kept = verdict ? lend_kept(explore) : NULL;
	ask.kept_bytes = ask.kept == NULL ? 0 : DT_EXPLORE_KEPT;
	if (dt_explore_job_start(job, behind ? STAND_BACK : 0,
	    dt_explore_answer, &ask)) {
		job->number = ++explore->number;
		snprintf(job->page, sizeof(job->page), "%s", ask.page);
		snprintf(job->what, sizeof(job->what), "%s", ask.what);
		give_or_wait(job, behind ? BEHIND : AT_ONCE, 0, reply);
	} else {
		dt_web_reply_error(reply, 503, "The system has no process "
		    "for it.", "Try again.");
	}
	json_decref(ask.json);
}

/* A page that is closed says so: {"page": "..."}. */
static void
leave(struct dt_explore *explore, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	static const char *const keys[] = { "page", NULL };
	struct dt_error err = { 0 };
	struct dt_text json = { 0 };
	json_t *body = NULL;
	const char *page = NULL;
	enum dt_status status = dt_json_read(&body, request->body,
	    request->body_size, &err);
	if (status == DT_OK)
		status = dt_json_read_only(body, keys, &err);
	if (status == DT_OK)
		status = dt_json_read_text(body, "page", 40, &page, &err);
	if (status == DT_OK) {
		end_jobs(explore, page, true);
		dt_text_add(&json, "{\"schema_version\":%d}\n",
		    DT_JSON_VERSION);
		dt_web_reply_json(reply, 200, &json);
	} else {
		dt_web_reply_error(reply, 400, err.message,
		    "See detente-explore(5).");
	}
	json_decref(body);
}

static void
answer_of_job(struct dt_explore *explore, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	const char *number = dt_web_query(request, "job");
	const char *seen = dt_web_query(request, "seen");
	int64_t n = number == NULL ? 0 : strtoll(number, NULL, 10);
	for (size_t i = 0; n > 0 && i < DT_EXPLORE_JOBS; i++)
		if (explore->jobs[i].number == n) {
			give_or_wait(&explore->jobs[i], 0, seen == NULL ?
			    INT64_MAX : strtoll(seen, NULL, 10), reply);
			return;
		}
	dt_web_reply_error(reply, 410, "This question has been given up.",
	    "Ask it again.");
}

/* Whose treaty a scenario has of its own; null where it can't be read. */
static void
add_own(const struct dt_catalogue *catalogue, const char *path, json_t *card)
{
	struct dt_faults faults = { .arena = catalogue->arena };
	struct dt_error err;
	struct dt_node *root = NULL;
	const struct dt_catalogue_kind *kind;
	if (dt_catalogue_read(catalogue, path, &root, &kind, &faults, &err) !=
	    DT_OK)
		root = NULL;
	const struct dt_node *own = dt_node_get(root, "treaty");
	if (own != NULL && own->kind == DT_NODE_MAP)
		own = dt_node_get(own, "treaty");
	dt_json_text(card, "treaty", own != NULL &&
	    own->kind == DT_NODE_SCALAR ? own->text : NULL);
}

static void
add_cards(const struct dt_explore *explore, const char *kind, json_t *json)
{
	const struct dt_catalogue_kind *of = dt_catalogue_kind_of(kind);
	struct dt_arena arena = { 0 };
	struct dt_catalogue catalogue = *explore->catalogue;
	struct dt_catalogue_entry *entries;
	size_t n = 0;
	json_t *list = json_array();
	catalogue.arena = &arena;
	catalogue.index = NULL;
	if (dt_catalogue_list(&catalogue, of, &entries, &n, NULL) != DT_OK)
		n = 0;
	for (size_t i = 0; i < n; i++) {
		json_t *card = json_object();
		dt_json_text(card, "name", entries[i].name);
		dt_json_text(card, "title", entries[i].title);
		dt_json_text(card, "summary", entries[i].summary);
		if (strcmp(kind, "scenario") == 0)
			add_own(&catalogue, entries[i].path, card);
		json_array_append_new(list, card);
	}
	json_object_set_new(json, of->plural, list);
	dt_arena_free(&arena);
}

static void
start(const struct dt_explore *explore, struct dt_web_reply *reply)
{
	json_t *json = dt_json_new();
	struct dt_text text = { 0 };
	dt_json_text(json, "scenario", explore->scenario);
	dt_json_text(json, "treaty", explore->treaty);
	dt_json_text(json, "database", explore->database);
	add_cards(explore, "scenario", json);
	add_cards(explore, "treaty", json);
	add_cards(explore, "prior", json);
	char *bytes = json_dumps(json, JSON_COMPACT);
	if (bytes == NULL)
		text.failed = true;
	else
		dt_text_add_n(&text, bytes, strlen(bytes));
	free(bytes);
	json_decref(json);
	dt_web_reply_json(reply, 200, &text);
}

static void
answer(void *of, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_explore *explore = of;
	const char *path = request->path;
	bool post = strcmp(request->method, "POST") == 0;
	if (post && strcmp(path, "/api/ask") == 0)
		ask(explore, request, reply);
	else if (post && strcmp(path, "/api/leave") == 0)
		leave(explore, request, reply);
	else if (!post && strcmp(path, "/api/answer") == 0)
		answer_of_job(explore, request, reply);
	else if (!post && strcmp(path, "/api/start") == 0)
		start(explore, reply);
	else if (!post && strcmp(path, "/") == 0)
		dt_asset_reply(reply, "explore.html");
	else if (post || strncmp(path, "/assets/", 8) != 0 ||
	    !dt_asset_reply(reply, path + 8))
		dt_web_reply_error(reply, 404, "There is nothing of this "
		    "name.", "Begin at /.");
}

struct dt_web_site
dt_explore_site(struct dt_explore *explore)
{
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++)
		explore->jobs[i].pipe = -1;
	return (struct dt_web_site){ .of = explore, .answer = answer,
	    .tick = tick };
}
