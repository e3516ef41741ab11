/* web_late: see web_late.h. */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include "web/web_late.h"

#include "base/late.h"

/* Its twelfth interface: that of 0.9.75 and later. */
#define LIBRARY "libmicrohttpd.so.12"

struct dt_web_late dt_web_late;

enum dt_status
dt_web_late_load(struct dt_error *err)
{
#define NAME(name) "MHD_" #name,
	static const char *const names[] = { DT_WEB_LATE(NAME) };
#undef NAME
	struct dt_error why = { 0 };
	if (dt_late_load(LIBRARY, names, sizeof(names) / sizeof(names[0]),
	    &dt_web_late, &why) == DT_OK)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "no pages can be served without "
	    "libmicrohttpd (Debian: apt-get install libmicrohttpd12): %s",
	    why.message);
}
#endif
