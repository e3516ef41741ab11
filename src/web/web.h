/*
 * web: a small server of pages over HTTP/1.1, for one program on one machine
 * or one room of people: assets, short JSON posts, and streams of events. It
 * knows no class and no game: a site answers.
 *
 * One thread does all: dt_web_run calls the site's functions one after the
 * other, and none of them may wait. libmicrohttpd reads the requests; a strict
 * front (web_front.h) looks at each before the site does, and refuses what
 * the library lets pass. dt_web_wake and dt_web_stop are for any thread, and
 * dt_web_stop for signal handlers too.
 *
 * A build without libmicrohttpd has all this, and dt_web_start says what is
 * missing.
 */
#ifndef DT_WEB_H
#define DT_WEB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/stop.h"
#include "base/text.h"

enum {
	DT_WEB_BROWSER = 48,    /* bytes of a browser's name, with its NUL */
	DT_WEB_HEADERS = 8,     /* headers that a reply may add */
	DT_WEB_STREAMS = 3,     /* streams of one browser; the oldest goes */
	DT_WEB_BODY = 8192,     /* bytes of a body, where options say nothing */
};

struct dt_web;          /* a server */
struct dt_web_head;     /* what the front has read of a request */

/* What was asked. All of it is gone when `answer` returns. */
struct dt_web_request {
	const char *method;     /* GET, HEAD or POST */
	const char *path;       /* decoded: begins with '/', is UTF-8, has no
	                         * control character, no "//" and no ".." */
	const char *body;       /* of a POST, application/json, never NULL;
	                         * NUL-terminated, may hold others */
	size_t body_size;       /* at most what the options say */
	const char *host;       /* as it stands in the allow-list */
	const char *peer;       /* the other side's address, without its port */
	bool loopback;          /* the peer is this machine */
	int64_t received;       /* ms, as dt_web_now */
	int64_t again;          /* the site has put it off: what it then wrote
	                         * to the reply's `later`; else 0 */
	int64_t last_event;     /* Last-Event-ID, or -1 */
	const struct dt_web_head *head;
};

/* A value by its exact name; NULL: not there. The first where a query has
 * several. Decoded, and UTF-8 without control characters. Cookies are as they
 * were set. Header names in any case. */
const char *dt_web_query(const struct dt_web_request *request,
    const char *name);
const char *dt_web_cookie(const struct dt_web_request *request,
    const char *name);
const char *dt_web_header(const struct dt_web_request *request,
    const char *name);

/* An answer. It comes zeroed: what is left so is 200, no body. */
struct dt_web_reply {
	unsigned status;
	const char *type;       /* Content-Type; static */
	struct dt_text body;    /* the server's from here on */
	const void *bytes;      /* or bytes that outlive the server, */
	size_t size;
	const char *etag;       /* with their ETag, quotes included, or NULL:
	                         * 304 is given where the browser has them */
	bool sandbox;           /* an SVG or a file that others wrote: with a
	                         * policy in which no script runs */
	struct {
		const char *name;       /* static */
		char *value;            /* owned by the reply */
	} headers[DT_WEB_HEADERS];
	int64_t later;          /* not 0: there is no answer yet, and the rest is
	                         * ignored; the site is asked again at the next
	                         * dt_web_wake, with this number. While the
	                         * server closes it is 503 */
	bool stream;            /* events: status, type and body are ignored */
	char browser[DT_WEB_BROWSER];   /* whose stream: the same text for all
	                                 * tabs of a browser; "": nobody's, */
	int64_t seat;           /* and the site's own number, kept with it */
};

/* Adds a header. Returns false if there is no place or memory, or the value
 * has a control character: the reply becomes a 500 then. */
bool dt_web_reply_header(struct dt_web_reply *reply, const char *name,
    const char *value);

/* A reply of JSON; takes the text's bytes. */
void dt_web_reply_json(struct dt_web_reply *reply, unsigned status,
    struct dt_text *json);

/* {"error":error,"do":what_to_do}: plain sentences. */
void dt_web_reply_error(struct dt_web_reply *reply, unsigned status,
    const char *error, const char *what_to_do);

/* One open stream. The cursor is the number of the last event that was sent
 * (at first Last-Event-ID, or -1): it is all that a stream remembers, so that
 * a reader that never reads costs nothing. */
struct dt_web_stream {
	char browser[DT_WEB_BROWSER];
	int64_t seat;
	int64_t cursor;
	int64_t opened;         /* ms, as dt_web_now */
};

/* One event as bytes of a stream: id (none below 0), name, data; each line of
 * the data gets its own "data:". */
void dt_web_event(struct dt_text *bytes, int64_t id, const char *name,
    const char *data);

struct dt_web_site {
	void *of;               /* handed to each function below */
	/* Answers a request that the front has let through. */
	void (*answer)(void *of, const struct dt_web_request *request,
	    struct dt_web_reply *reply);
	/* The newest event for a stream, if its cursor is behind: adds it to
	 * bytes (dt_web_event) and moves the cursor. Adds nothing: the stream
	 * sleeps until dt_web_wake. False: the stream ends, after the bytes. */
	bool (*stream_next)(void *of, struct dt_web_stream *stream,
	    struct dt_text *bytes);
	/* A stream is open; one is gone. NULL: nobody wants to know. */
	void (*stream_open)(void *of, const struct dt_web_stream *stream);
	void (*stream_gone)(void *of, const struct dt_web_stream *stream);
	/* Does this request come from somebody who has a seat? Where places
	 * are short the others wait outside (503). NULL: all are known. */
	bool (*known)(void *of, const struct dt_web_request *request);
	/* What is due at `now`; the answer is ms until it is to be called
	 * again (it is at least once a second; see dt_web_due). NULL:
	 * nothing. */
	int64_t (*tick)(void *of, int64_t now);
};

struct dt_web_options {
	const char *address;    /* to listen on; NULL: 127.0.0.1. "0.0.0.0":
	                         * all of IPv4 */
	uint16_t port;          /* 0: any that is free */
	uint16_t more_ports;    /* so many behind it will do, the first that
	                         * is free, where another program has it */
	const char *const *hosts;       /* further names that Host may say, as
	                         * "class.local" or "192.168.1.5", without the
	                         * port; ends with NULL. 127.0.0.1 and localhost
	                         * are always allowed */
	unsigned places;        /* connections at a time; 0: 600 */
	unsigned reserve;       /* of these, kept for known seats; 0: 100, or
	                         * a sixth of the places if that is less */
	size_t body;            /* bytes of the longest body; 0: DT_WEB_BODY */
	unsigned heartbeat;     /* seconds between comments in a quiet stream;
	                         * 0: 15 */
	unsigned head_seconds;  /* a request's head, and its body, is whole
	                         * after so many; 0: 5 */
	/* Called with one line a fault, of the program's own words and what
	 * the library says, made visible; NULL: nobody is told. At most one
	 * line a second; how many were left out is said. */
	void (*log)(void *of, const char *line);
	void *log_of;
};

/* Milliseconds of a clock that never goes back, and on which the time counts in
 * which the machine slept, where the system has one (Linux). */
int64_t dt_web_now(void);

/* Listens; nothing is answered before dt_web_run. The site and its `of`
 * outlive the server. DT_EIO: the port is taken, or the address is not this
 * machine's; DT_EUSAGE: built without libmicrohttpd. */
enum dt_status dt_web_start(struct dt_web **web, const struct dt_web_site *site,
    const struct dt_web_options *options, struct dt_error *err);

/* The port that it listens on. */
uint16_t dt_web_port(const struct dt_web *web);

/* Serves until dt_web_stop, or until `stop` (or NULL) says so, which is looked
 * at once a second and when a signal comes. */
enum dt_status dt_web_run(struct dt_web *web, const struct dt_stop *stop,
    struct dt_error *err);

/* Each sleeping stream asks the site for its newest event, and the site is asked
 * again what it has put off. Cheap, and any number of calls before the next turn
 * of the loop are one. */
void dt_web_wake(struct dt_web *web);
void dt_web_stop(struct dt_web *web);

/* The site's tick is due at `at` (dt_web_now), if it is not before. From the
 * site's own functions alone. */
void dt_web_due(struct dt_web *web, int64_t at);

/* The tick is due, too, whenever something can be read from `fd`, which it then
 * takes, until that is closed. False: the system has no place for it. From the
 * site's own functions alone. */
bool dt_web_watch(struct dt_web *web, int fd);

/* How many connections and streams there are. */
unsigned dt_web_connections(const struct dt_web *web);
unsigned dt_web_streams(const struct dt_web *web);

/* Open streams are resumed and closed, then all the rest. NULL is well. */
void dt_web_free(struct dt_web *web);

#endif
