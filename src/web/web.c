/* web: see web.h. The server's life, and the loop that serves. */
#include "config.h"

#include "web/web.h"

#ifdef HAVE_MICROHTTPD
#include <errno.h>
#include <inttypes.h>
#include <poll.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/memory.h"
#include "web/web_internal.h"
#include "web/web_listen.h"

enum {
	POOL = 40 * 1024,       /* bytes of a connection: half is for a head,
	                         * and what the library keeps of its fields,
	                         * pairs and cookies is in the other half */
	SILENT = 30,            /* seconds until it gives up on who does not
	                         * read */
	LOOK = 1000,            /* ms: as often, at least, is asked whether to
	                         * stop */
};

static void
settle(struct dt_web_options *o)
{
	o->address = o->address == NULL ? "127.0.0.1" : o->address;
	o->places = o->places == 0 ? 600 : o->places;
	unsigned sixth = o->places / 6;
	if (o->reserve == 0)
		o->reserve = sixth < 100 ? sixth : 100;
	o->body = o->body == 0 ? DT_WEB_BODY : o->body;
	o->heartbeat = o->heartbeat == 0 ? 15 : o->heartbeat;
	o->head_seconds = o->head_seconds == 0 ? 5 : o->head_seconds;
}

static struct MHD_Daemon *
daemon_of(struct dt_web *web, int fd)
{
	return dt_web_late.start_daemon(MHD_USE_EPOLL |
	    MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, 0, NULL, NULL,
	    dt_web_visit_go, web,
	    MHD_OPTION_EXTERNAL_LOGGER, dt_web_log, web,
	    MHD_OPTION_LISTEN_SOCKET, fd,
	    MHD_OPTION_STRICT_FOR_CLIENT, 1,
	    MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)POOL,
	    MHD_OPTION_CONNECTION_LIMIT, web->options.places,
	    MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)SILENT,
	    MHD_OPTION_URI_LOG_CALLBACK, dt_web_visit_begin, web,
	    MHD_OPTION_NOTIFY_COMPLETED, dt_web_visit_end, web,
	    MHD_OPTION_NOTIFY_CONNECTION, dt_web_place_notify, web,
	    MHD_OPTION_END);
}

/* The daemon owns the socket once it runs. */
static enum dt_status
start(struct dt_web *web, struct dt_error *err)
{
	int fd;
	web->head = dt_memory_new(1, sizeof(*web->head));
	if (web->head == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_web_late_load(err);
	if (status)
		return status;
	status = dt_web_listen_open(web->options.address,
	    web->options.port, web->options.more_ports, &fd, &web->port, err);
	if (status)
		return status;
	status = dt_web_listen_hosts(&web->hosts, web->options.hosts,
	    web->port, err);
	web->rules.hosts = (const char *const *)web->hosts;
	web->rules.body = web->options.body;
	if (status == DT_OK) {
		web->bell = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
		web->ear = epoll_create1(EPOLL_CLOEXEC);
	}
	if (web->bell >= 0 && web->ear >= 0)
		web->daemon = daemon_of(web, fd);
	if (web->daemon != NULL)
		return DT_OK;
	close(fd);
	return status ? status : dt_status_fail(err, DT_EIO,
	    "the server does not start: %s", strerror(errno));
}

enum dt_status
dt_web_start(struct dt_web **web, const struct dt_web_site *site,
    const struct dt_web_options *options, struct dt_error *err)
{
	struct dt_web *made = dt_memory_new(1, sizeof(*made));
	*web = NULL;
	if (made == NULL)
		return dt_status_no_memory(err);
	made->bell = made->ear = -1;
	made->site = *site;
	made->options = *options;
	settle(&made->options);
	enum dt_status status = start(made, err);
	if (status == DT_OK)
		*web = made;
	else
		dt_web_free(made);
	return status;
}

/* ---- The loop ---- */

static int
epoll_of(const struct dt_web *web)
{
	return dt_web_late.get_daemon_info(web->daemon,
	    MHD_DAEMON_INFO_EPOLL_FD)->epoll_fd;
}

/* What the clock asks for. */
static void
keep_time(struct dt_web *web)
{
	int64_t now = dt_web_now();
	if (web->site.tick != NULL && now >= web->tick_at) {
		web->tick_at = INT64_MAX;
		int64_t rest = web->site.tick(web->site.of, now);
		dt_web_due(web, now + (rest < 0 ? 0 : rest > 1000 ? 1000 :
		    rest));
	}
	if (now < web->look_at)
		return;
	web->look_at = INT64_MAX;
	dt_web_place_reap(web, now);
	dt_web_stream_beat(web, now);
}

void
dt_web_due(struct dt_web *web, int64_t at)
{
	web->tick_at = at < web->tick_at ? at : web->tick_at;
}

bool
dt_web_watch(struct dt_web *web, int fd)
{
	struct epoll_event is = { .events = EPOLLIN };
	return epoll_ctl(web->ear, EPOLL_CTL_ADD, fd, &is) == 0;
}

/* Milliseconds that nothing is to be done. */
static int
rest(const struct dt_web *web, const struct dt_stop *stop)
{
	MHD_UNSIGNED_LONG_LONG most;
	int64_t now = dt_web_now(), left = LOOK;
	double asked = 1e3 * dt_stop_left(stop);
	if (atomic_load(&web->woken) || atomic_load(&web->stopped))
		return 0;
	left = asked < (double)left ? (int64_t)asked + 1 : left;
	if (web->look_at - now < left)
		left = web->look_at - now;
	if (web->site.tick != NULL && web->tick_at - now < left)
		left = web->tick_at - now;
	left = left < 0 ? 0 : left;
	if (dt_web_late.get_timeout(web->daemon, &most) == MHD_YES &&
	    most < (uint64_t)left)
		left = (int64_t)most;
	return (int)left;
}

static void
turn(struct dt_web *web, const struct dt_stop *stop)
{
	struct pollfd fds[] = {
		{ .fd = epoll_of(web), .events = POLLIN },
		{ .fd = web->bell, .events = POLLIN },
		{ .fd = web->ear, .events = POLLIN },
	};
	uint64_t rings;
	int ready = poll(fds, 3, rest(web, stop));
	if (ready > 0 && fds[1].revents != 0)
		(void)!read(web->bell, &rings, sizeof(rings));
	if (ready > 0 && fds[2].revents != 0)
		dt_web_stream_part(web);
	if (atomic_exchange(&web->woken, false)) {
		dt_web_stream_wake_all(web);
		dt_web_visit_wake_all(web);
	}
	dt_web_late.run(web->daemon);
	keep_time(web);
}

enum dt_status
dt_web_run(struct dt_web *web, const struct dt_stop *stop,
    struct dt_error *err)
{
	(void)err;
	while (!atomic_load(&web->stopped) && !dt_stop_is(stop))
		turn(web, stop);
	return DT_OK;
}

/* The library aborts the process if a connection sleeps when it stops. */
static void
close_streams(struct dt_web *web)
{
	int fd = dt_web_late.quiesce_daemon(web->daemon);
	if (fd >= 0)
		close(fd);
	web->closing = true;
	dt_web_stream_wake_all(web);
	dt_web_visit_wake_all(web);
	for (int i = 0; i < 1000; i++) {
		bool asleep = false;
		dt_web_late.run(web->daemon);
		dt_web_stream_wake_all(web);
		for (const struct dt_web_reader *r = web->first_reader;
		    r != NULL; r = r->after)
			asleep |= r->asleep;
		if (!asleep)
			break;
	}
	dt_web_late.run(web->daemon);
}

void
dt_web_free(struct dt_web *web)
{
	if (web == NULL)
		return;
	if (web->daemon != NULL) {
		close_streams(web);
		dt_web_late.stop_daemon(web->daemon);
	}
	if (web->bell >= 0)
		close(web->bell);
	if (web->ear >= 0)
		close(web->ear);
	for (size_t i = 0; web->hosts != NULL && web->hosts[i] != NULL; i++)
		dt_memory_free(web->hosts[i]);
	dt_memory_free(web->hosts);
	dt_memory_free(web->head);
	dt_text_free(&web->event);
	dt_memory_free(web);
}

/* ---- From elsewhere ---- */

static void
ring(struct dt_web *web)
{
	uint64_t one = 1;
	(void)!write(web->bell, &one, sizeof(one));
}

void
dt_web_wake(struct dt_web *web)
{
	if (!atomic_exchange(&web->woken, true))
		ring(web);
}

void
dt_web_stop(struct dt_web *web)
{
	atomic_store(&web->stopped, true);
	ring(web);
}

uint16_t
dt_web_port(const struct dt_web *web)
{
	return web->port;
}

unsigned
dt_web_connections(const struct dt_web *web)
{
	return web->n_places;
}

unsigned
dt_web_streams(const struct dt_web *web)
{
	return web->n_readers;
}

#endif
