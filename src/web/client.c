/* client: see client.h. */
#include "web/client.h"

#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/memory.h"
#include "web/client_read.h"

/* One connection. */
struct link {
	struct dt_client_browser *browser;
	bool is_stream;
	bool busy;              /* an answer is awaited */
	int fd;                 /* -1: closed */
	struct dt_client_read read;
};

struct dt_client_browser {
	struct dt_client_browser *next;
	struct dt_client *client;
	void *who;
	struct link ask, stream;
	struct dt_text cookies;
	int64_t last_event;
};

struct dt_client {
	struct dt_client_calls calls;
	struct sockaddr_in at;
	char host[32];
	int poll;
	struct dt_client_browser *browsers;
	struct dt_text event;   /* the one that is told */
};

enum dt_status
dt_client_new(struct dt_client **client, const char *address, uint16_t port,
    const struct dt_client_calls *calls, struct dt_error *err)
{
	struct dt_client *made = dt_memory_new(1, sizeof(*made));
	*client = NULL;
	if (made == NULL)
		return dt_status_no_memory(err);
	made->calls = *calls;
	made->at.sin_family = AF_INET;
	made->at.sin_port = htons(port);
	snprintf(made->host, sizeof(made->host), "%.20s:%u", address, port);
	made->poll = epoll_create1(EPOLL_CLOEXEC);
	if (inet_pton(AF_INET, address, &made->at.sin_addr) == 1 &&
	    made->poll >= 0) {
		*client = made;
		return DT_OK;
	}
	int error = errno;
	bool is_address = made->poll < 0;
	dt_client_free(made);
	return is_address ? dt_status_fail(err, DT_EIO, "%s", strerror(error)) :
	    dt_status_fail(err, DT_EUSAGE, "%s is no address", address);
}

struct dt_client_browser *
dt_client_browser(struct dt_client *client, void *who)
{
	struct dt_client_browser *browser = dt_memory_new(1, sizeof(*browser));
	if (browser == NULL)
		return NULL;
	*browser = (struct dt_client_browser){ .client = client, .who = who,
	    .next = client->browsers, .last_event = -1,
	    .ask = { .browser = browser, .fd = -1 },
	    .stream = { .browser = browser, .fd = -1, .is_stream = true } };
	client->browsers = browser;
	return browser;
}

static void
hang_up(struct link *link)
{
	if (link->fd >= 0)
		close(link->fd);
	link->fd = -1;
	link->busy = false;
	dt_client_read_free(&link->read);
}

void
dt_client_leave(struct dt_client_browser *browser)
{
	hang_up(&browser->ask);
	hang_up(&browser->stream);
}

void
dt_client_free(struct dt_client *client)
{
	if (client == NULL)
		return;
	while (client->browsers != NULL) {
		struct dt_client_browser *browser = client->browsers;
		client->browsers = browser->next;
		dt_client_leave(browser);
		dt_text_free(&browser->cookies);
		dt_memory_free(browser);
	}
	if (client->poll >= 0)
		close(client->poll);
	dt_text_free(&client->event);
	dt_memory_free(client);
}

/* ---- Asking ---- */

static bool
call(struct link *link)
{
	struct dt_client *client = link->browser->client;
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = link };
	int yes = 1;
	if (link->fd >= 0)
		return true;
	link->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	if (link->fd < 0)
		return false;
	if (connect(link->fd, (const struct sockaddr *)&client->at,
	    sizeof(client->at)) != 0 ||
	    setsockopt(link->fd, IPPROTO_TCP, TCP_NODELAY, &yes,
	    sizeof(yes)) != 0 ||
	    epoll_ctl(client->poll, EPOLL_CTL_ADD, link->fd, &event) != 0) {
		hang_up(link);
		return false;
	}
	return true;
}

/* Requests are short: a server's socket takes one at once. */
static bool
send_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t sent = send(fd, bytes, n, MSG_NOSIGNAL);
		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return false;
		bytes += sent;
		n -= (size_t)sent;
	}
	return true;
}

static void
add_head(struct dt_text *text, const struct dt_client_browser *browser,
    const char *method, const char *path)
{
	dt_text_add(text, "%s %s HTTP/1.1\r\nHost: %s\r\n", method, path,
	    browser->client->host);
	if (browser->cookies.size > 0)
		dt_text_add(text, "Cookie: %s\r\n",
		    dt_text_string(&browser->cookies));
}

/* A connection that the server has closed while nothing was asked is made
 * anew, as browsers do. */
static bool
ask(struct link *link, struct dt_text *text)
{
	bool sent = false;
	for (int i = 0; i < 2 && !sent && !text->failed; i++) {
		sent = call(link) && send_all(link->fd, text->bytes,
		    text->size);
		if (!sent)
			hang_up(link);
	}
	dt_text_free(text);
	if (sent)
		dt_client_read_begin(&link->read);
	link->busy = sent;
	return sent;
}

bool
dt_client_busy(const struct dt_client_browser *browser)
{
	return browser->ask.busy;
}

bool
dt_client_get(struct dt_client_browser *browser, const char *path)
{
	struct dt_text text = { 0 };
	if (browser->ask.busy)
		return false;
	add_head(&text, browser, "GET", path);
	dt_text_add(&text, "\r\n");
	return ask(&browser->ask, &text);
}

bool
dt_client_post(struct dt_client_browser *browser, const char *path,
    const char *json)
{
	struct dt_text text = { 0 };
	if (browser->ask.busy)
		return false;
	add_head(&text, browser, "POST", path);
	dt_text_add(&text, "Origin: http://%s\r\n"
	    "Content-Type: application/json\r\nContent-Length: %zu\r\n\r\n",
	    browser->client->host, strlen(json));
	dt_text_add_n(&text, json, strlen(json));
	return ask(&browser->ask, &text);
}

bool
dt_client_listen(struct dt_client_browser *browser, const char *path)
{
	struct dt_text text = { 0 };
	hang_up(&browser->stream);
	add_head(&text, browser, "GET", path);
	dt_text_add(&text, "Accept: text/event-stream\r\n");
	if (browser->last_event >= 0)
		dt_text_add(&text, "Last-Event-ID: %" PRId64 "\r\n",
		    browser->last_event);
	dt_text_add(&text, "\r\n");
	return ask(&browser->stream, &text);
}

/* ---- Hearing ---- */

static void
tell_events(struct link *link)
{
	struct dt_client_browser *browser = link->browser;
	struct dt_client *client = browser->client;
	struct dt_client_event event;
	int fd = link->fd;
	while (link->fd == fd &&
	    strstr(dt_text_string(&link->read.body), "\n\n") != NULL) {
		if (!dt_client_read_event(&link->read, &client->event, &event))
			continue;
		if (event.id >= 0)
			browser->last_event = event.id;
		if (client->calls.event != NULL && (event.id >= 0 ||
		    strcmp(event.name, "message") != 0))
			client->calls.event(client->calls.of, browser->who,
			    event.id, event.name, event.data);
	}
}

static void
keep_cookies(struct link *link)
{
	struct dt_text *set = &link->read.cookies;
	if (set->size == 0)
		return;
	if (link->browser->cookies.size > 0)
		dt_text_add(set, "; %s",
		    dt_text_string(&link->browser->cookies));
	dt_text_free(&link->browser->cookies);
	link->browser->cookies = *set;
	*set = (struct dt_text){ 0 };
}

/* An answer is whole, or will not come. What it was is told after the
 * connection is free for the next. */
static void
tell_answer(struct link *link, bool whole)
{
	struct dt_client_browser *browser = link->browser;
	struct dt_client *client = browser->client;
	struct dt_text body = link->read.body;
	unsigned status = whole ? link->read.status : 0;
	link->read.body = (struct dt_text){ 0 };
	link->busy = false;
	if (!whole || link->read.close)
		hang_up(link);
	if (link->is_stream) {
		hang_up(link);
		if (client->calls.ended != NULL)
			client->calls.ended(client->calls.of, browser->who,
			    status);
	} else if (client->calls.answered != NULL) {
		client->calls.answered(client->calls.of, browser->who, status,
		    dt_text_string(&body), body.size);
	}
	dt_text_free(&body);
}

static void
hear(struct link *link)
{
	char bytes[16384];
	if (link->fd < 0)
		return;
	ssize_t n = recv(link->fd, bytes, sizeof(bytes), MSG_DONTWAIT);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		if (link->busy)
			tell_answer(link, false);
		else
			hang_up(link);
		return;
	}
	dt_client_read_feed(&link->read, bytes, (size_t)n);
	keep_cookies(link);
	int fd = link->fd;
	if (link->is_stream && link->read.status == 200)
		tell_events(link);
	if (link->fd == fd && link->busy &&
	    link->read.state >= DT_CLIENT_WHOLE)
		tell_answer(link, link->read.state == DT_CLIENT_WHOLE);
}

int
dt_client_turn(struct dt_client *client, int milliseconds)
{
	struct epoll_event events[64];
	int n = epoll_wait(client->poll, events, 64, milliseconds);
	for (int i = 0; i < n; i++)
		hear(events[i].data.ptr);
	return n < 0 ? 0 : n;
}
