/* web_none: the server of a build without libmicrohttpd: there is none. */
#include "config.h"

#include "web/web.h"

#ifndef HAVE_MICROHTTPD
enum dt_status
dt_web_start(struct dt_web **web, const struct dt_web_site *site,
    const struct dt_web_options *options, struct dt_error *err)
{
	(void)site;
	(void)options;
	*web = NULL;
	return dt_status_fail(err, DT_EUSAGE, "this build serves no pages; "
	    "build it again with libmicrohttpd (Debian: apt-get install "
	    "libmicrohttpd-dev), and not --without-web");
}

enum dt_status
dt_web_run(struct dt_web *web, const struct dt_stop *stop,
    struct dt_error *err)
{
	(void)web;
	(void)stop;
	return dt_status_fail(err, DT_EUSAGE, "this build serves no pages");
}

void
dt_web_free(struct dt_web *web)
{
	(void)web;
}

void
dt_web_wake(struct dt_web *web)
{
	(void)web;
}

void
dt_web_due(struct dt_web *web, int64_t at)
{
	(void)web;
	(void)at;
}

bool
dt_web_watch(struct dt_web *web, int fd)
{
	(void)web;
	(void)fd;
	return false;
}

void
dt_web_stop(struct dt_web *web)
{
	(void)web;
}

uint16_t
dt_web_port(const struct dt_web *web)
{
	(void)web;
	return 0;
}

unsigned
dt_web_connections(const struct dt_web *web)
{
	(void)web;
	return 0;
}

unsigned
dt_web_streams(const struct dt_web *web)
{
	(void)web;
	return 0;
}
#endif
