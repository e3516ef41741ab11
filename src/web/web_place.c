/*
 * web_place: connections, and who must leave. The library knows idle time
 * alone: a head that drips a byte a second lives for ever, and 600 of them
 * are all there is. Here a head and a body have a time in which they are
 * whole; and where places become few, the oldest head that is not whole goes.
 */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

#include "base/memory.h"
#include "web/web_internal.h"

enum {
	IDLE = 15,      /* seconds that a connection is kept after an answer */
	SOON = 500,     /* ms until what was shut down is shut down again */
};

struct dt_web_place *
dt_web_place_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info = dt_web_late.get_connection_info(
	    connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
	return info == NULL ? NULL : info->socket_context;
}

/* When it must leave, if it is as it is until then. */
static int64_t
due(const struct dt_web_place *p)
{
	int64_t head = 1000 * (int64_t)p->web->options.head_seconds - SOON;
	if (p->dropped)
		return p->since + SOON;
	if (p->state == DT_WEB_IN_ANSWER)
		return INT64_MAX;
	return p->since + (p->state == DT_WEB_IN_HEAD && !p->first &&
	    head < 1000 * IDLE ? 1000 * IDLE : head);
}

void
dt_web_place_look(struct dt_web *web, int64_t at)
{
	web->look_at = at < web->look_at ? at : web->look_at;
}

void
dt_web_place_state(struct dt_web_place *place, int state)
{
	place->state = state;
	place->since = dt_web_now();
	dt_web_place_look(place->web, due(place));
}

void
dt_web_place_drop(struct dt_web_place *place)
{
	place->dropped = true;
	shutdown(place->fd, SHUT_RDWR);
	place->since = dt_web_now();
	dt_web_place_look(place->web, due(place));
}

static void
read_peer(struct dt_web_place *place, const struct sockaddr *address)
{
	if (address->sa_family == AF_INET) {
		const struct sockaddr_in *in = (const void *)address;
		inet_ntop(AF_INET, &in->sin_addr, place->peer,
		    sizeof(place->peer));
		place->loopback = ntohl(in->sin_addr.s_addr) >> 24 == 127;
	} else if (address->sa_family == AF_INET6) {
		const struct sockaddr_in6 *in = (const void *)address;
		inet_ntop(AF_INET6, &in->sin6_addr, place->peer,
		    sizeof(place->peer));
		place->loopback = IN6_IS_ADDR_LOOPBACK(&in->sin6_addr);
	}
}

static void
link_place(struct dt_web_place *place)
{
	struct dt_web *web = place->web;
	place->before = web->last;
	*(web->last == NULL ? &web->first : &web->last->after) = place;
	web->last = place;
	web->n_places++;
}

static void
unlink_place(struct dt_web_place *place)
{
	struct dt_web *web = place->web;
	*(place->before == NULL ? &web->first : &place->before->after) =
	    place->after;
	*(place->after == NULL ? &web->last : &place->after->before) =
	    place->before;
	web->n_places--;
}

/* Room for who comes now: whose head is longest on its way leaves. */
static void
make_room(struct dt_web *web)
{
	struct dt_web_place *oldest = NULL;
	if (web->n_places + web->options.reserve <= web->options.places)
		return;
	for (struct dt_web_place *p = web->first; p != NULL; p = p->after)
		if (p->state == DT_WEB_IN_HEAD && !p->dropped &&
		    (oldest == NULL || p->since < oldest->since))
			oldest = p;
	if (oldest != NULL)
		dt_web_place_drop(oldest);
}

static void
start(struct dt_web *web, struct MHD_Connection *connection, void **slot)
{
	const union MHD_ConnectionInfo *fd = dt_web_late.get_connection_info(
	    connection, MHD_CONNECTION_INFO_CONNECTION_FD);
	const union MHD_ConnectionInfo *address = dt_web_late.get_connection_info(
	    connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
	struct dt_web_place *place = dt_memory_new(1, sizeof(*place));
	*slot = place;
	if (place == NULL) {    /* nobody would watch it */
		if (fd != NULL)
			shutdown(fd->connect_fd, SHUT_RDWR);
		return;
	}
	make_room(web);
	place->web = web;
	place->fd = fd->connect_fd;
	place->first = true;
	dt_web_place_state(place, DT_WEB_IN_HEAD);
	if (address != NULL && address->client_addr != NULL)
		read_peer(place, address->client_addr);
	link_place(place);
}

void
dt_web_place_notify(void *web, struct MHD_Connection *connection, void **slot,
    enum MHD_ConnectionNotificationCode code)
{
	struct dt_web_place *place = *slot;
	if (code == MHD_CONNECTION_NOTIFY_STARTED)
		start(web, connection, slot);
	else if (place != NULL) {
		unlink_place(place);
		dt_memory_free(place);
		*slot = NULL;
	}
}

void
dt_web_place_reap(struct dt_web *web, int64_t now)
{
	for (struct dt_web_place *p = web->first; p != NULL; p = p->after)
		if (now >= due(p))
			dt_web_place_drop(p);
		else
			dt_web_place_look(web, due(p));
}

#endif
