/* web_log: what went wrong, for whoever runs the server; never more than a
 * line a second, whoever knocks. */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include <string.h>

#include "web/web_internal.h"

enum { PAUSE = 1000 };  /* ms between two lines */

void
dt_web_log(struct dt_web *web, const char *format, va_list list)
{
	static const char left[] = "Failed to send";
	int64_t now = dt_web_now();
	if (web->options.log == NULL ||
	    strncmp(format, left, sizeof(left) - 1) == 0)
		return;         /* readers come and go: that is no fault */
	if (web->told_at != 0 && now < web->told_at + PAUSE) {
		web->untold++;
		return;
	}
	struct dt_text raw = { 0 }, line = { 0 };
	dt_text_add_list(&raw, format, list);
	size_t next, n = dt_text_line(dt_text_string(&raw), raw.size, &next);
	dt_text_add_visible(&line, dt_text_string(&raw), n);
	if (web->untold > 0)
		dt_text_add(&line, " (and %u more)", web->untold);
	web->told_at = now;
	web->untold = 0;
	web->options.log(web->options.log_of, dt_text_string(&line));
	dt_text_free(&raw);
	dt_text_free(&line);
}

#endif
