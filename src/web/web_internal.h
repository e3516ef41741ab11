/* web_internal: what the files of the server share. */
#ifndef DT_WEB_INTERNAL_H
#define DT_WEB_INTERNAL_H

#include <stdatomic.h>
#include <sys/epoll.h>

#include "web/web.h"
#include "web/web_front.h"
#include "web/web_late.h"

/* One connection. It stands in its server's list from its start to its end,
 * the oldest first. */
struct dt_web_place {
	struct dt_web_place *before, *after;
	struct dt_web *web;
	int fd;                 /* the library's; open as long as this is */
	enum { DT_WEB_IN_HEAD, DT_WEB_IN_BODY, DT_WEB_IN_ANSWER } state;
	bool first;             /* no request was whole so far */
	bool dropped;           /* shut down; the library will close it */
	int64_t since;          /* ms: when this state began */
	char peer[46];          /* INET6_ADDRSTRLEN */
	bool loopback;
};

/* One open stream. */
struct dt_web_reader {
	struct dt_web_reader *before, *after;
	struct dt_web *web;
	struct dt_web_place *place;
	struct MHD_Connection *connection;
	struct dt_web_stream face;
	struct dt_text rest;    /* of a chunk that the socket took in part; at
	                         * rest: none */
	int64_t written;        /* ms: when the socket last took something */
	bool asleep;            /* suspended: the socket is written from here */
	bool moved;             /* a newer stream of this browser is open */
	bool ends;              /* nothing follows after `rest` */
};

struct dt_web {
	struct dt_web_site site;
	struct dt_web_options options;
	char **hosts;           /* "127.0.0.1:8000", ..., NULL; owned */
	struct dt_web_rules rules;
	struct dt_web_head *head;       /* of the request at hand */
	struct MHD_Daemon *daemon;
	int bell;               /* an eventfd: dt_web_wake, dt_web_stop */
	int ear;                /* an epoll: streams whose reader has gone, or
	                         * has room again; and what the site watches */
	struct dt_text event;   /* the one that is being sent */
	atomic_bool woken, stopped;
	bool closing;           /* streams end */
	uint16_t port;
	struct dt_web_place *first, *last;
	unsigned n_places;
	struct dt_web_reader *first_reader, *last_reader;
	unsigned n_readers;
	struct dt_web_visit *put_off;   /* requests that wait for the site */
	int64_t tick_at;        /* ms: when the site's tick is due */
	int64_t look_at;        /* ms: when a connection must leave, or a stream
	                         * is to hear something; not later */
	int64_t told_at;        /* ms: when a line was logged; 0: never */
	unsigned untold;        /* lines since that were left out */
};

/* web_log: one line a second at most. */
void dt_web_log(struct dt_web *web, const char *format, va_list list);

/* web_place: connections as the library opens and closes them. */
void dt_web_place_notify(void *web, struct MHD_Connection *connection,
    void **place, enum MHD_ConnectionNotificationCode code);
void dt_web_place_state(struct dt_web_place *place, int state);
/* Shuts a connection down; what was sent still arrives. */
void dt_web_place_drop(struct dt_web_place *place);
/* Those whose head or body has not come in time. */
void dt_web_place_reap(struct dt_web *web, int64_t now);
struct dt_web_place *dt_web_place_of(struct MHD_Connection *connection);
/* Something is due at `at`, of connections or streams. */
void dt_web_place_look(struct dt_web *web, int64_t at);

/* web_send: an answer, with the headers that all have; frees the reply. */
enum MHD_Result dt_web_send(struct dt_web *web,
    struct MHD_Connection *connection, struct dt_web_reply *reply);
/* A refusal by the front: the connection closes after it. */
enum MHD_Result dt_web_send_refusal(struct MHD_Connection *connection,
    unsigned status);
void dt_web_send_free(struct dt_web_reply *reply);
/* The headers that all answers have; in a sandbox no script runs. */
void dt_web_send_headers(struct MHD_Response *response, bool sandbox);

/* What the ear hears of any stream. */
#define DT_WEB_GONE ((uint32_t)EPOLLRDHUP | (uint32_t)EPOLLET)
/* web_chunk: sends a chunk, once no rest is left of the one before; what the
 * socket does not take stays in `rest`, and the ear hears when there is room.
 * Then, sends of the rest. False: the connection is broken. */
bool dt_web_chunk_say(struct dt_web_reader *reader,
    const struct dt_text *bytes);
bool dt_web_chunk_drain(struct dt_web_reader *reader);

/* web_stream: opens one for a reply that asks for it. */
enum MHD_Result dt_web_stream_open(struct dt_web *web,
    struct MHD_Connection *connection, struct dt_web_reply *reply,
    int64_t last_event);
void dt_web_stream_wake_all(struct dt_web *web);
/* Heartbeats that are due. */
void dt_web_stream_beat(struct dt_web *web, int64_t now);
/* Readers that have gone. */
void dt_web_stream_part(struct dt_web *web);

/* web_visit: a request from its first byte to its answer. */
void *dt_web_visit_begin(void *web, const char *target,
    struct MHD_Connection *connection);
enum MHD_Result dt_web_visit_go(void *web, struct MHD_Connection *connection,
    const char *url, const char *method, const char *version,
    const char *bytes, size_t *size, void **visit);
void dt_web_visit_end(void *web, struct MHD_Connection *connection,
    void **visit, enum MHD_RequestTerminationCode code);
/* The site is asked again what it has put off. */
void dt_web_visit_wake_all(struct dt_web *web);

#endif
