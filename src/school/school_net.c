/* school_net: the addresses by which others reach this machine. */
#include "school/school_internal.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

size_t
dt_school_net(struct dt_arena *arena,
    const char *addresses[DT_SCHOOL_ADDRESSES])
{
	struct ifaddrs *list = NULL;
	size_t n = 0;
	if (getifaddrs(&list) != 0)
		return 0;
	for (struct ifaddrs *i = list; i != NULL &&
	    n < DT_SCHOOL_ADDRESSES; i = i->ifa_next) {
		char text[INET_ADDRSTRLEN];
		if (i->ifa_addr == NULL || !(i->ifa_flags & IFF_UP) ||
		    (i->ifa_flags & IFF_LOOPBACK) ||
		    i->ifa_addr->sa_family != AF_INET)
			continue;
		const struct sockaddr_in *in =
		    (const struct sockaddr_in *)(const void *)i->ifa_addr;
		if (inet_ntop(AF_INET, &in->sin_addr, text, sizeof(text)) &&
		    (addresses[n] = dt_arena_copy(arena, text)) != NULL)
			n++;
	}
	freeifaddrs(list);
	return n;
}
