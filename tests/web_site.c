/*
 * web_site: a site that the tests knock at: web_site [PLACES [RESERVE]].
 * Prints its port. Who has a cookie `seat` has a seat.
 *
 *   GET /, /assets/NAME   pages
 *   GET /state            posts that were taken, streams, connections
 *   GET /say?a=X          X, and the cookie `seat`
 *   GET /seat?n=X         gives the cookie `seat`
 *   GET /picture          a picture that others wrote
 *   GET /events           a stream of the state; 401 without a seat; to the
 *                         seat `long` with LONG more bytes in each event
 *   POST /post            JSON: {"add":0..100}; each stream hears of it
 *
 * SIGTERM stops it cleanly; then it prints "stopped" and what it still had.
 */
#include <inttypes.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/json_read.h"
#include "web/asset.h"
#include "web/web.h"

enum { LONG = 8000000 };        /* more than sockets hold */

struct site {
	struct dt_web *web;
	int64_t version, sum;
	int64_t open, gone, lines;
};

static atomic_bool stopped;

static void
stop(int signal)
{
	(void)signal;
	stopped = true;
}

static void
say_state(const struct site *site, struct dt_text *json)
{
	dt_text_add(json, "{\"v\":%" PRId64 ",\"sum\":%" PRId64
	    ",\"streams\":%u,\"connections\":%u,\"open\":%" PRId64
	    ",\"gone\":%" PRId64 "}", site->version, site->sum,
	    dt_web_streams(site->web), dt_web_connections(site->web),
	    site->open, site->gone);
}

static void
post(struct site *site, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	static const char *const keys[] = { "add", NULL };
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	json_t *json;
	int64_t add = 0;
	enum dt_status status = dt_json_read(&json, request->body,
	    request->body_size, &err);
	if (status == DT_OK)
		status = dt_json_read_only(json, keys, &err);
	if (status == DT_OK)
		status = dt_json_read_integer(json, "add", 0, 100, &add, &err);
	json_decref(json);
	if (status) {
		dt_web_reply_error(reply, 400, err.message, "Send another.");
		return;
	}
	site->sum += add;
	site->version++;
	dt_web_wake(site->web);
	say_state(site, &text);
	dt_web_reply_json(reply, 200, &text);
}

static void
stream(const struct dt_web_request *request, struct dt_web_reply *reply)
{
	const char *seat = dt_web_cookie(request, "seat");
	if (seat == NULL) {
		dt_web_reply_error(reply, 401, "No seat.", "Join.");
		return;
	}
	reply->stream = true;
	snprintf(reply->browser, sizeof(reply->browser), "%s", seat);
}

static void
say(const struct dt_web_request *request, struct dt_web_reply *reply)
{
	const char *a = dt_web_query(request, "a");
	const char *seat = dt_web_cookie(request, "seat");
	reply->type = "text/plain; charset=utf-8";
	dt_text_add(&reply->body, "%s|%s|%s", a == NULL ? "-" : a,
	    seat == NULL ? "-" : seat, request->path);
}

static void
give_seat(const struct dt_web_request *request, struct dt_web_reply *reply)
{
	const char *n = dt_web_query(request, "n");
	char cookie[64];
	snprintf(cookie, sizeof(cookie),
	    "seat=%s; HttpOnly; SameSite=Strict; Path=/", n ? n : "0");
	dt_web_reply_header(reply, "Set-Cookie", cookie);
}

static void
answer(void *of, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct site *site = of;
	struct dt_text text = { 0 };
	const char *path = request->path;
	if (strcmp(request->method, "POST") == 0) {
		if (strcmp(path, "/post") == 0)
			post(site, request, reply);
		else
			dt_web_reply_error(reply, 404, "No.", "Go.");
	} else if (strcmp(path, "/") == 0) {
		dt_asset_reply(reply, "none.html");
	} else if (strncmp(path, "/assets/", 8) == 0 &&
	    dt_asset_reply(reply, path + 8)) {
		dt_web_reply_header(reply, "X-Test", "asset");
	} else if (strcmp(path, "/state") == 0) {
		say_state(site, &text);
		dt_web_reply_json(reply, 200, &text);
	} else if (strcmp(path, "/events") == 0) {
		stream(request, reply);
	} else if (strcmp(path, "/seat") == 0) {
		give_seat(request, reply);
	} else if (strncmp(path, "/say", 4) == 0) {
		say(request, reply);
	} else if (strcmp(path, "/picture") == 0) {
		reply->sandbox = true;
		reply->type = "image/svg+xml";
		dt_text_add(&reply->body, "<svg/>");
	} else {
		dt_web_reply_error(reply, 404, "No.", "Go.");
	}
}

static bool
stream_next(void *of, struct dt_web_stream *stream, struct dt_text *bytes)
{
	struct site *site = of;
	struct dt_text json = { 0 };
	if (stream->cursor >= site->version)
		return true;
	stream->cursor = site->version;
	dt_text_add(&json, "{\"v\":%" PRId64 "}", site->version);
	while (strcmp(stream->browser, "long") == 0 && json.size < LONG)
		dt_text_add(&json, "%zu, ", json.size);
	dt_web_event(bytes, site->version, "state", dt_text_string(&json));
	dt_text_free(&json);
	return true;
}

static void
stream_open(void *of, const struct dt_web_stream *stream)
{
	struct site *site = of;
	(void)stream;
	site->open++;
}

static void
stream_gone(void *of, const struct dt_web_stream *stream)
{
	struct site *site = of;
	(void)stream;
	site->gone++;
}

static bool
known(void *of, const struct dt_web_request *request)
{
	(void)of;
	return dt_web_cookie(request, "seat") != NULL;
}

static void
say_line(void *of, const char *line)
{
	struct site *site = of;
	site->lines++;
	fprintf(stderr, "log: %s\n", line);
}

int
main(int argc, char **argv)
{
	struct site site = { 0 };
	struct dt_error err;
	struct dt_web_site face = { .of = &site, .answer = answer,
	    .stream_next = stream_next, .stream_open = stream_open,
	    .stream_gone = stream_gone, .known = known };
	struct dt_web_options options = { .log = say_line, .log_of = &site,
	    .places = argc > 1 ? (unsigned)atoi(argv[1]) : 0,
	    .reserve = argc > 2 ? (unsigned)atoi(argv[2]) : 0 };
	struct dt_stop until = { .flag = &stopped };
	struct sigaction act = { .sa_handler = stop };
	sigaction(SIGTERM, &act, NULL);
	if (dt_web_start(&site.web, &face, &options, &err) != DT_OK) {
		fprintf(stderr, "%s\n", err.message);
		return 77;
	}
	printf("%u\n", dt_web_port(site.web));
	fflush(stdout);
	if (dt_web_run(site.web, &until, &err) != DT_OK)
		return 1;
	unsigned streams = dt_web_streams(site.web);
	dt_web_free(site.web);
	printf("stopped, %u streams, %" PRId64 " of %" PRId64 " gone, %"
	    PRId64 " lines\n", streams, site.gone, site.open, site.lines);
	return 0;
}
