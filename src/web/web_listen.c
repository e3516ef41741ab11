/* web_listen: see web_listen.h. */
#include "web/web_listen.h"

#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/memory.h"

enum { BACKLOG = 256 };

static bool
listen_on(int fd, const struct addrinfo *at)
{
	int yes = 1;
	return setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes,
	    sizeof(yes)) == 0 &&
	    bind(fd, at->ai_addr, at->ai_addrlen) == 0 &&
	    listen(fd, BACKLOG) == 0;
}

static uint16_t
port_of(int fd)
{
	struct sockaddr_storage at;
	socklen_t size = sizeof(at);
	if (getsockname(fd, (struct sockaddr *)&at, &size) != 0)
		return 0;
	return ntohs(at.ss_family == AF_INET6 ?
	    ((struct sockaddr_in6 *)&at)->sin6_port :
	    ((struct sockaddr_in *)&at)->sin_port);
}

static enum dt_status
refuse(struct dt_error *err, const char *address, uint16_t port, int error)
{
	const char *way = error == EADDRINUSE ?
	    "another program has it; name another port, or 0 for any" :
	    error == EACCES ? "ports below 1024 are the system's" :
	    error == EADDRNOTAVAIL ? "this machine has no such address" :
	    strerror(error);
	return dt_status_fail(err, DT_EIO, "%s, port %u: %s", address, port,
	    way);
}

static enum dt_status
open_one(const char *address, uint16_t port, int *fd, int *error,
    struct dt_error *err)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM,
	    .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE };
	struct addrinfo *at;
	char service[8];
	snprintf(service, sizeof(service), "%u", port);
	if (getaddrinfo(address, service, &hints, &at) != 0)
		return dt_status_fail(err, DT_EUSAGE,
		    "%s: an address in numbers is needed, as 127.0.0.1",
		    address);
	*fd = socket(at->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC,
	    0);
	bool listens = *fd >= 0 && listen_on(*fd, at);
	*error = listens ? 0 : errno;
	freeaddrinfo(at);
	if (listens)
		return DT_OK;
	if (*fd >= 0)
		close(*fd);
	return refuse(err, address, port, *error);
}

enum dt_status
dt_web_listen_open(const char *address, uint16_t port, uint16_t more, int *fd,
    uint16_t *chosen, struct dt_error *err)
{
	struct dt_error other;
	int error = 0;
	enum dt_status status = open_one(address, port, fd, &error, err);
	for (uint16_t k = 1; status != DT_OK && error == EADDRINUSE &&
	    k <= more && k <= UINT16_MAX - port; k++)
		status = open_one(address, (uint16_t)(port + k), fd, &error,
		    &other);
	if (status == DT_OK)
		*chosen = port_of(*fd);
	return status;
}

static bool
add_host(char **hosts, size_t *n, const char *name, uint16_t port)
{
	size_t room = strlen(name) + 8;
	char *host = dt_memory_new(room, 1);
	if (host == NULL)
		return false;
	if (port == 0)
		snprintf(host, room, "%s", name);
	else
		snprintf(host, room, "%s:%u", name, port);
	hosts[(*n)++] = host;
	return true;
}

enum dt_status
dt_web_listen_hosts(char ***hosts, const char *const *more, uint16_t port,
    struct dt_error *err)
{
	static const char *const always[] = { "127.0.0.1", "localhost", NULL };
	const char *const *lists[] = { always, more };
	size_t n = 0, room = 5;
	for (size_t i = 0; more != NULL && more[i] != NULL; i++)
		room += 2;
	*hosts = dt_memory_new(room, sizeof(**hosts));
	if (*hosts == NULL)
		return dt_status_no_memory(err);
	for (size_t l = 0; l < 2; l++)
		for (size_t i = 0; lists[l] != NULL && lists[l][i] != NULL; i++)
			if (!add_host(*hosts, &n, lists[l][i], port) ||
			    (port == 80 &&
			    !add_host(*hosts, &n, lists[l][i], 0)))
				return dt_status_no_memory(err);
	return DT_OK;
}
