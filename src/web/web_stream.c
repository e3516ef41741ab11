/*
 * web_stream: events, sent as a reader can take them. The library writes a
 * stream's head and its first line; from there on its connection sleeps, and
 * what is to be said goes to the socket from here, in the chunks of HTTP/1.1
 * (the front lets no older version in). So an event costs one call to the
 * system and no memory: the library would be asked for it in several turns of
 * its loop, by way of a buffer of its own for each stream.
 *
 * Who wakes a stream asks the site for what is newest. What a socket does not
 * take is kept, one event at most, and the site is asked again once it is
 * through: a slow reader skips, and is never the owner of a queue.
 */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include <string.h>
#include <sys/epoll.h>

#include "base/memory.h"
#include "web/web_internal.h"

enum { PATIENCE = 30 }; /* seconds in which who is sent to must read */
static const char greeting[] = "retry: 1000\n\n";

/* The connection is the library's again, which asks `give` once more. */
static void
hand_back(struct dt_web_reader *reader)
{
	if (!reader->asleep)
		return;
	reader->asleep = false;
	dt_web_late.resume_connection(reader->connection);
}

/* Nothing more can be said: a chunk is cut, or the reader has gone. */
static void
break_off(struct dt_web_reader *reader)
{
	dt_web_place_drop(reader->place);
	reader->ends = true;
	dt_text_free(&reader->rest);
	hand_back(reader);
}

/* What is to be said next, if anything. */
static void
ask(struct dt_web_reader *reader, struct dt_text *bytes)
{
	struct dt_web *web = reader->web;
	if (web->closing || reader->ends) {
		reader->ends = true;
	} else if (reader->moved) {
		dt_web_event(bytes, -1, "moved", "");
		reader->ends = true;
	} else {
		reader->ends = !web->site.stream_next(web->site.of,
		    &reader->face, bytes);
	}
}

/* All that the site has for it, as long as the socket takes it. False: the
 * connection is broken. */
static bool
tell(struct dt_web_reader *reader)
{
	struct dt_text *bytes = &reader->web->event;
	bool goes_on = reader->rest.size == 0;
	while (goes_on) {
		if (bytes->failed)
			dt_text_free(bytes);
		bytes->size = 0;
		ask(reader, bytes);
		if (!dt_web_chunk_say(reader, bytes))
			return false;
		goes_on = bytes->size > 0 && !reader->ends &&
		    reader->rest.size == 0;
	}
	return true;
}

/* One that ends with half a chunk in hand is cut: it will not be read. */
static void
wake(struct dt_web_reader *reader)
{
	bool cut = reader->rest.size > 0 && (reader->web->closing ||
	    reader->ends);
	if (!reader->asleep)
		return;
	if (cut || !dt_web_chunk_drain(reader) || !tell(reader))
		break_off(reader);
	else if (reader->ends && reader->rest.size == 0)
		hand_back(reader);
}

void
dt_web_stream_wake_all(struct dt_web *web)
{
	for (struct dt_web_reader *r = web->first_reader; r != NULL;
	    r = r->after)
		wake(r);
}

/* Asked by the library: for the first line, which takes the head along; then
 * the connection sleeps until its stream ends. */
static ssize_t
give(void *of, uint64_t position, char *to, size_t most)
{
	struct dt_web_reader *reader = of;
	(void)most;             /* half a kilobyte at least */
	if (reader->ends)
		return MHD_CONTENT_READER_END_OF_STREAM;
	if (position == 0) {
		memcpy(to, greeting, sizeof(greeting) - 1);
		return sizeof(greeting) - 1;
	}
	reader->asleep = true;
	dt_web_late.suspend_connection(reader->connection);
	wake(reader);
	return 0;
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
	dt_text_free(&reader->rest);
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
	reader->face.opened = reader->written = dt_web_now();
	reader->before = web->last_reader;
	*(web->last_reader == NULL ? &web->first_reader :
	    &web->last_reader->after) = reader;
	web->last_reader = reader;
	web->n_readers++;
	dt_web_place_look(web, reader->written + 1000 *
	    (int64_t)web->options.heartbeat);
	struct epoll_event gone = { .events = DT_WEB_GONE,
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
	struct MHD_Response *response = dt_web_late.create_response_from_callback(
	    MHD_SIZE_UNKNOWN, 256, give, reader, end);
	if (response == NULL) {
		end(reader);
		return MHD_NO;
	}
	dt_web_send_headers(response, false);
	dt_web_late.add_response_header(response, "Content-Type", "text/event-stream");
	dt_web_late.add_response_header(response, "Cache-Control", "no-store");
	dt_web_late.add_response_header(response, "Connection", "close");
	for (size_t i = 0; i < DT_WEB_HEADERS; i++)
		if (reply->headers[i].value != NULL)
			dt_web_late.add_response_header(response,
			    reply->headers[i].name, reply->headers[i].value);
	enum MHD_Result result = dt_web_late.queue_response(connection, 200, response);
	dt_web_late.destroy_response(response);
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
		if (reader == NULL)     /* the site's: see dt_web_watch */
			web->tick_at = 0;
		else if ((events[i].events & ~(uint32_t)EPOLLOUT) != 0)
			break_off(reader);
		else
			wake(reader);
	}
}

static void
beat(struct dt_web_reader *reader, int64_t now)
{
	static char comment[] = ":\n\n";
	static const struct dt_text heartbeat = { .bytes = comment,
		.size = sizeof(comment) - 1 };
	if (!reader->asleep)
		return;
	if (reader->rest.size == 0 ? !dt_web_chunk_say(reader, &heartbeat) :
	    now >= reader->written + 1000 * PATIENCE)
		break_off(reader);
}

/* When the first of them has been quiet for so long, all that have for half of
 * it hear something: a class in which nothing happens wakes the machine once
 * for all. */
void
dt_web_stream_beat(struct dt_web *web, int64_t now)
{
	int64_t most = 1000 * (int64_t)web->options.heartbeat, first = now;
	for (const struct dt_web_reader *r = web->first_reader; r != NULL;
	    r = r->after)
		first = r->written < first ? r->written : first;
	for (struct dt_web_reader *r = web->first_reader; r != NULL &&
	    now >= first + most; r = r->after)
		if (now >= r->written + most / 2)
			beat(r, now);
	if (web->first_reader != NULL)
		dt_web_place_look(web, now >= first + most ? now + most / 2 :
		    first + most);
}

#endif
