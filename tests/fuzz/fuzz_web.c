/*
 * fuzz_web: any bytes as what a stranger sends to the server of pages, and as
 * JSON. Where they say HOST the server's own is put. What the site is asked
 * has passed the front: it has one known host, a plain path, and a POST has
 * its origin; and whatever comes back begins as an answer.
 */
#include <netinet/in.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "format/json_read.h"
#include "web/web.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct {
	struct dt_web *web;
	char host[32];
	int turns;
	atomic_bool stop;
} fuzz;

static void
need(int holds)
{
	if (!holds)
		abort();
}

static void
answer(void *of, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	const char *origin = dt_web_header(request, "Origin");
	const char *cookie = dt_web_cookie(request, "seat");
	(void)of;
	need(request->path[0] == '/' && strstr(request->path, "//") == NULL &&
	    strstr(request->path, "/../") == NULL);
	need(strcmp(request->host, fuzz.host) == 0 ||
	    strncmp(request->host, "localhost:", 10) == 0);
	if (strcmp(request->method, "POST") == 0) {
		need(strncmp(origin, "http://", 7) == 0 &&
		    strcmp(origin + 7, request->host) == 0);
		need(request->body_size <= DT_WEB_BODY &&
		    request->body[request->body_size] == '\0');
	} else {
		need(request->body_size == 0);
	}
	if (strcmp(request->path, "/events") == 0) {
		reply->stream = true;
		snprintf(reply->browser, sizeof(reply->browser), "%s",
		    cookie == NULL ? "" : cookie);
		return;
	}
	dt_text_add(&reply->body, "%s", dt_web_query(request, "a") == NULL ?
	    request->path : dt_web_query(request, "a"));
}

static bool
stream_next(void *of, struct dt_web_stream *stream, struct dt_text *bytes)
{
	(void)of;
	if (stream->cursor >= 9)
		return stream->cursor == 9;
	dt_web_event(bytes, ++stream->cursor, "state", "{}\n{}");
	return true;
}

/* Some turns of the loop for each input. */
static int64_t
tick(void *of, int64_t now)
{
	(void)of;
	(void)now;
	if (++fuzz.turns % 6 == 0)
		fuzz.stop = true;
	return 0;
}

static void
start(void)
{
	static const struct dt_web_site site = { .answer = answer,
	    .stream_next = stream_next, .tick = tick };
	struct dt_web_options options = { .places = 60 };
	if (fuzz.web != NULL)
		return;
	signal(SIGPIPE, SIG_IGN);
	need(dt_web_start(&fuzz.web, &site, &options, NULL) == DT_OK);
	snprintf(fuzz.host, sizeof(fuzz.host), "127.0.0.1:%u",
	    dt_web_port(fuzz.web));
}

static void
run(void)
{
	struct dt_stop stop = { .flag = &fuzz.stop };
	fuzz.stop = false;
	need(dt_web_run(fuzz.web, &stop, NULL) == DT_OK);
}

/* A connection that leaves nothing behind when it is closed. */
static int
call(void)
{
	struct linger at_once = { .l_onoff = 1 };
	struct sockaddr_in at = { .sin_family = AF_INET,
	    .sin_port = htons(dt_web_port(fuzz.web)),
	    .sin_addr = { htonl(INADDR_LOOPBACK) } };
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	need(connect(fd, (const struct sockaddr *)&at, sizeof(at)) == 0);
	setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
	return fd;
}

static void
knock(const char *bytes, size_t n)
{
	char answer[64] = "";
	int fd = call();
	size_t half = n > 0 ? (unsigned char)bytes[0] % n : 0;
	(void)!send(fd, bytes, half, MSG_DONTWAIT | MSG_NOSIGNAL);
	run();
	(void)!send(fd, bytes + half, n - half, MSG_DONTWAIT | MSG_NOSIGNAL);
	run();
	ssize_t came = recv(fd, answer, sizeof(answer) - 1, MSG_DONTWAIT);
	need(came <= 0 || strncmp(answer, "HTTP/1.", 7) == 0);
	close(fd);
	run();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dt_text text = { 0 };
	const char *bytes = (const char *)data;
	json_t *json;
	start();
	for (size_t i = 0; i < size; i++) {
		if (size - i >= 4 && memcmp(bytes + i, "HOST", 4) == 0) {
			dt_text_add(&text, "%s", fuzz.host);
			i += 3;
		} else {
			dt_text_add_n(&text, bytes + i, 1);
		}
	}
	knock(dt_text_string(&text), text.size);
	if (dt_json_read(&json, bytes, size, NULL) == DT_OK)
		json_decref(json);
	dt_text_free(&text);
	return 0;
}
