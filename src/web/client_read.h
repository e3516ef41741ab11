/* client_read: answers of a server, as their bytes come. */
#ifndef DT_CLIENT_READ_H
#define DT_CLIENT_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

struct dt_client_read {
	enum { DT_CLIENT_HEAD, DT_CLIENT_BODY, DT_CLIENT_CHUNK,
	    DT_CLIENT_DATA, DT_CLIENT_WHOLE, DT_CLIENT_BROKEN } state;
	unsigned status;
	bool close;             /* no request may follow on this connection */
	bool chunked;
	size_t left;            /* bytes of the body, or of its chunk */
	struct dt_text in;      /* what has come and was not read */
	size_t at;
	struct dt_text body;    /* so far; of a stream: what is no whole event */
	struct dt_text cookies; /* "a=b; c=d" that the head has set */
};

/* One event of a stream. */
struct dt_client_event {
	int64_t id;
	const char *name, *data;
};

/* A new answer is awaited; what has come of it stays. */
void dt_client_read_begin(struct dt_client_read *read);
void dt_client_read_free(struct dt_client_read *read);

/* Bytes have come. The state is moved as far as they go. */
void dt_client_read_feed(struct dt_client_read *read, const char *bytes,
    size_t n);

/* Takes a whole event out of the body; false: none is whole. It points into
 * `text`, which is the caller's and used again. */
bool dt_client_read_event(struct dt_client_read *read, struct dt_text *text,
    struct dt_client_event *event);

#endif
