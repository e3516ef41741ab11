/* explore: see explore.h. */
#include "explore/explore.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "explore/explore_jobs.h"
#include "format/json.h"
#include "format/json_read.h"
#include "web/asset.h"

enum { WAIT = 2000 };   /* ms that it may be waited for what is next */

static void
ask(struct dt_explore *explore, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_error err = { 0 };
	if (request->again != 0) {
		dt_explore_jobs_ask_again(explore, request->again,
		    request->received, reply);
		return;
	}
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
	dt_explore_jobs_ask(explore, &ask, request->received, reply);
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
		dt_explore_jobs_end(explore, page, true);
		dt_text_add(&json, "{\"schema_version\":%d}\n",
		    DT_JSON_VERSION);
		dt_web_reply_json(reply, 200, &json);
	} else {
		dt_web_reply_error(reply, 400, err.message,
		    "See detente-explore(5).");
	}
	json_decref(body);
}

static int64_t
number_of(const struct dt_web_request *request, const char *name,
    int64_t otherwise)
{
	const char *said = dt_web_query(request, name);
	return said == NULL ? otherwise : strtoll(said, NULL, 10);
}

static void
answer_of_job(struct dt_explore *explore, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	int64_t wait = number_of(request, "wait", 0);
	dt_explore_jobs_go_on(explore, number_of(request, "job", 0),
	    request->received + (wait < WAIT ? wait : WAIT),
	    number_of(request, "seen", INT64_MAX), reply);
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
	    .tick = dt_explore_jobs_tick };
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
