/*
 * client: many simulated browsers in one thread, for rehearsals and
 * benchmarks. A browser keeps its cookies, has one connection for requests,
 * one at a time, and at most one stream of events. It trusts its server: what
 * it does not understand ends the connection, and is told.
 *
 *	dt_client_new(&client, "127.0.0.1", port, &calls, &err);
 *	browser = dt_client_browser(client, student);
 *	dt_client_post(browser, "/api/join", "{...}");
 *	while (!done)
 *		dt_client_turn(client, 100);
 */
#ifndef DT_CLIENT_H
#define DT_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

struct dt_client;
struct dt_client_browser;

/* What is told, from inside dt_client_turn. `of` is the caller's, `who` what
 * the browser was made with. New requests may be made inside. */
struct dt_client_calls {
	void *of;
	/* Status 0: the connection broke. The body ends with a NUL. */
	void (*answered)(void *of, void *who, unsigned status,
	    const char *body, size_t size);
	/* id -1: the event had none. */
	void (*event)(void *of, void *who, int64_t id, const char *name,
	    const char *data);
	/* The stream has ended or was refused (its status; 0: it broke). */
	void (*ended)(void *of, void *who, unsigned status);
};

/* The address is numeric. The caller frees. */
enum dt_status dt_client_new(struct dt_client **client, const char *address,
    uint16_t port, const struct dt_client_calls *calls, struct dt_error *err);
void dt_client_free(struct dt_client *client);

/* One more browser; the client's. NULL: memory is out. */
struct dt_client_browser *dt_client_browser(struct dt_client *client,
    void *who);

/* Asks. False: a request of this browser is on its way, or the system
 * refuses; nothing is told then. */
bool dt_client_get(struct dt_client_browser *browser, const char *path);
bool dt_client_post(struct dt_client_browser *browser, const char *path,
    const char *json);
bool dt_client_busy(const struct dt_client_browser *browser);

/* Opens the stream, or opens it again; Last-Event-ID is the last that came. */
bool dt_client_listen(struct dt_client_browser *browser, const char *path);
/* Both connections close, as when a page is left; nothing is told. Cookies
 * stay: a later request is the same browser come back. */
void dt_client_leave(struct dt_client_browser *browser);

/* Waits at most so long (-1: for ever) and tells what has come. Returns how
 * many connections had something. */
int dt_client_turn(struct dt_client *client, int milliseconds);

#endif
