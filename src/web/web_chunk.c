/* web_chunk: a stream's bytes to its socket, in the chunks of HTTP/1.1, as much
 * as it takes now. */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include "web/web_internal.h"

/* Is it to be told when there is room in the socket? */
static void
watch(const struct dt_web_reader *reader, bool room)
{
	struct epoll_event at = { .events = DT_WEB_GONE |
	    (room ? (uint32_t)EPOLLOUT : 0),
	    .data.ptr = (void *)(uintptr_t)reader };
	epoll_ctl(reader->web->ear, EPOLL_CTL_MOD, reader->place->fd, &at);
}

/* Bytes that the socket takes now; -1: it is broken. */
static ssize_t
put(struct dt_web_reader *reader, struct iovec *parts, size_t n)
{
	struct msghdr message = { .msg_iov = parts, .msg_iovlen = n };
	ssize_t sent = sendmsg(reader->place->fd, &message,
	    MSG_DONTWAIT | MSG_NOSIGNAL);
	if (sent > 0)
		reader->written = dt_web_now();
	return sent >= 0 ? sent : errno == EAGAIN || errno == EWOULDBLOCK ||
	    errno == EINTR ? 0 : -1;
}

/* What the socket left of a chunk. */
static void
keep(struct dt_web_reader *reader, const struct iovec *parts, size_t n,
    size_t sent)
{
	for (size_t i = 0; i < n; i++) {
		size_t skip = sent < parts[i].iov_len ? sent :
		    parts[i].iov_len;
		sent -= skip;
		dt_text_add_n(&reader->rest, (const char *)parts[i].iov_base +
		    skip, parts[i].iov_len - skip);
	}
	if (reader->rest.size > 0)
		watch(reader, true);
}

bool
dt_web_chunk_say(struct dt_web_reader *reader, const struct dt_text *bytes)
{
	char size[24], end[] = "\r\n";
	int digits = snprintf(size, sizeof(size), "%zx\r\n", bytes->size);
	struct iovec parts[] = { { size, (size_t)digits },
		{ bytes->bytes, bytes->size }, { end, 2 } };
	if (bytes->size == 0 || bytes->failed)
		return !bytes->failed;
	ssize_t sent = put(reader, parts, 3);
	if (sent >= 0)
		keep(reader, parts, 3, (size_t)sent);
	return sent >= 0 && !reader->rest.failed;
}

bool
dt_web_chunk_drain(struct dt_web_reader *reader)
{
	struct dt_text *rest = &reader->rest;
	struct iovec part = { rest->bytes, rest->size };
	if (rest->size == 0)
		return true;
	ssize_t sent = put(reader, &part, 1);
	if (sent < 0)
		return false;
	memmove(rest->bytes, rest->bytes + sent, rest->size - (size_t)sent);
	rest->size -= (size_t)sent;
	if (rest->size == 0) {
		dt_text_free(rest);
		watch(reader, false);
	}
	return true;
}

#endif
