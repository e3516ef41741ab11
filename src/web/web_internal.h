/* web_internal: what the files of the server share. */
#ifndef DT_WEB_INTERNAL_H
#define DT_WEB_INTERNAL_H

#include <microhttpd.h>
#include <stdatomic.h>

#include "web/web.h"
#include "web/web_front.h"

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
	struct dt_text bytes;   /* the event that is being sent; at rest: none */
	size_t sent;
	int64_t written;        /* ms: when the last byte was handed out */
	bool asleep;            /* suspended */
	bool moved;             /* a newer stream of this browser is open */
	bool ends;              /* nothing follows after `bytes` */
};

struct dt_web {
	struct dt_web_site site;
	struct dt_web_options options;
	char **hosts;           /* "127.0.0.1:8000", ..., NULL; owned */
	struct dt_web_rules rules;
	struct dt_web_head *head;       /* of the request at hand */
	struct MHD_Daemon *daemon;
	int bell;               /* an eventfd: dt_web_wake, dt_web_stop */
	int ear;                /* an epoll: streams whose reader has gone */
	atomic_bool woken, stopped;
	bool closing;           /* streams end */
	uint16_t port;
	struct dt_web_place *first, *last;
	unsigned n_places;
	struct dt_web_reader *first_reader, *last_reader;
	unsigned n_readers;
	int64_t tick_at, look_at;       /* ms: what is due next */
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

/* web_send: an answer, with the headers that all have; frees the reply. */
enum MHD_Result dt_web_send(struct dt_web *web,
    struct MHD_Connection *connection, struct dt_web_reply *reply);
/* A refusal by the front: the connection closes after it. */
enum MHD_Result dt_web_send_refusal(struct MHD_Connection *connection,
    unsigned status);
void dt_web_send_free(struct dt_web_reply *reply);
/* The headers that all answers have; in a sandbox no script runs. */
void dt_web_send_headers(struct MHD_Response *response, bool sandbox);

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

#endif
