/*
 * web_stream: events, sent as a reader can take them. A stream that has said
 * all sleeps: the library suspends its connection, as a reader that returned
 * nothing would be asked again and again. Who wakes it asks the site for what
 * is newest, so that a slow reader skips, and is never the owner of a queue.
 */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include <string.h>
#include <sys/epoll.h>

#include "base/memory.h"
#include "web/web_internal.h"

enum { CHUNK = 4096 };  /* bytes at a time: what a stream's pool is used for */

static void
wake(struct dt_web_reader *reader)
{
	if (!reader->asleep)
		return;
	reader->asleep = false;
	MHD_resume_connection(reader->connection);
}

void
dt_web_stream_wake_all(struct dt_web *web)
{
	for (struct dt_web_reader *r = web->first_reader; r != NULL;
	    r = r->after)
		wake(r);
}

/* What is to be sent next, if anything. */
static void
refill(struct dt_web_reader *reader)
{
	struct dt_web *web = reader->web;
	bool first = reader->written == 0;
	dt_text_free(&reader->bytes);
	reader->sent = 0;
	if (first)
		dt_text_add(&reader->bytes, "retry: 1000\n\n");
	if (web->closing || reader->ends) {
		reader->ends = true;
	} else if (reader->moved) {
		dt_web_event(&reader->bytes, -1, "moved", "");
		reader->ends = true;
	} else {
		reader->ends = !web->site.stream_next(web->site.of,
		    &reader->face, &reader->bytes);
	}
	if (reader->bytes.size == 0 && !reader->ends && dt_web_now() >=
	    reader->written + 1000 * (int64_t)web->options.heartbeat)
		dt_text_add(&reader->bytes, ":\n\n");
}

static ssize_t
give(void *of, uint64_t position, char *to, size_t most)
{
	struct dt_web_reader *reader = of;
	(void)position;
	if (reader->sent == reader->bytes.size)
		refill(reader);
	if (reader->bytes.failed)
		return MHD_CONTENT_READER_END_WITH_ERROR;
	size_t n = reader->bytes.size - reader->sent;
	if (n == 0 && reader->ends)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (n == 0) {
		reader->asleep = true;
		MHD_suspend_connection(reader->connection);
		return 0;
	}
	n = n < most ? n : most;
	n = n < CHUNK ? n : CHUNK;
	memcpy(to, reader->bytes.bytes + reader->sent, n);
	reader->sent += n;
	reader->written = dt_web_now();
	return (ssize_t)n;
}

static void
end(void *of)
{
	struct dt_web_reader *reader = of;
	struct dt_web *web = reader->web;
	*(reader->before == NULL ? &web->first_reader :
	    &reader->before->after) = reader->after;
	*(reader->after == NULL ? &web->last_reader :
	    &reader->after->before) = reader->before;
	web->n_readers--;
	epoll_ctl(web->ear, EPOLL_CTL_DEL, reader->place->fd, NULL);
	if (web->site.stream_gone != NULL)
		web->site.stream_gone(web->site.of, &reader->face);
	dt_text_free(&reader->bytes);
	dt_memory_free(reader);
}

/* One browser has so many; the oldest learns that it has moved. */
static void
limit(struct dt_web *web, const char *browser)
{
	struct dt_web_reader *oldest = NULL;
	unsigned n = 0;
	for (struct dt_web_reader *r = web->first_reader; r != NULL;
	    r = r->after) {
		if (r->moved || strcmp(r->face.browser, browser) != 0)
			continue;
		if (n++ == 0)
			oldest = r;
	}
	if (n < DT_WEB_STREAMS || browser[0] == '\0')
		return;
	oldest->moved = true;
	wake(oldest);
}

static struct dt_web_reader *
begin(struct dt_web *web, struct MHD_Connection *connection,
    const struct dt_web_reply *reply, int64_t last_event)
{
	struct dt_web_reader *reader = dt_memory_new(1, sizeof(*reader));
	if (reader == NULL)
		return NULL;
	reader->web = web;
	reader->connection = connection;
	reader->place = dt_web_place_of(connection);
	memcpy(reader->face.browser, reply->browser, DT_WEB_BROWSER);
	reader->face.browser[DT_WEB_BROWSER - 1] = '\0';
	reader->face.seat = reply->seat;
	reader->face.cursor = last_event;
	reader->face.opened = dt_web_now();
	reader->before = web->last_reader;
	*(web->last_reader == NULL ? &web->first_reader :
	    &web->last_reader->after) = reader;
	web->last_reader = reader;
	web->n_readers++;
	struct epoll_event gone = { .events = EPOLLRDHUP | EPOLLET,
	    .data.ptr = reader };
	epoll_ctl(web->ear, EPOLL_CTL_ADD, reader->place->fd, &gone);
	return reader;
}

enum MHD_Result
dt_web_stream_open(struct dt_web *web, struct MHD_Connection *connection,
    struct dt_web_reply *reply, int64_t last_event)
{
	limit(web, reply->browser);
	struct dt_web_reader *reader = begin(web, connection, reply,
	    last_event);
	if (reader == NULL)
		return MHD_NO;
	if (web->site.stream_open != NULL)
		web->site.stream_open(web->site.of, &reader->face);
	struct MHD_Response *response = MHD_create_response_from_callback(
	    MHD_SIZE_UNKNOWN, 256, give, reader, end);
	if (response == NULL) {
		end(reader);
		return MHD_NO;
	}
	dt_web_send_headers(response, false);
	MHD_add_response_header(response, "Content-Type", "text/event-stream");
	MHD_add_response_header(response, "Cache-Control", "no-store");
	MHD_add_response_header(response, "Connection", "close");
	for (size_t i = 0; i < DT_WEB_HEADERS; i++)
		if (reply->headers[i].value != NULL)
			MHD_add_response_header(response,
			    reply->headers[i].name, reply->headers[i].value);
	enum MHD_Result result = MHD_queue_response(connection, 200, response);
	MHD_destroy_response(response);
	return result;
}

/* The library does not look at a connection that sleeps, and who has gone
 * would be called present until the next heartbeat. */
void
dt_web_stream_part(struct dt_web *web)
{
	struct epoll_event events[32];
	int n = epoll_wait(web->ear, events, 32, 0);
	for (int i = 0; i < n; i++) {
		struct dt_web_reader *reader = events[i].data.ptr;
		dt_web_place_drop(reader->place);
		reader->ends = true;
		wake(reader);
	}
}

void
dt_web_stream_beat(struct dt_web *web, int64_t now)
{
	int64_t most = 1000 * (int64_t)web->options.heartbeat;
	for (struct dt_web_reader *r = web->first_reader; r != NULL;
	    r = r->after)
		if (now >= r->written + most)
			wake(r);
}

#endif
