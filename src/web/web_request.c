/* web_request: what a site asks of a request; and the clock. */
#include <string.h>
#include <time.h>

#include "web/web.h"
#include "web/web_head.h"

static const char *
find(const struct dt_web_pair *pairs, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(pairs[i].name, name) == 0)
			return pairs[i].value;
	return NULL;
}

const char *
dt_web_query(const struct dt_web_request *request, const char *name)
{
	return find(request->head->query, request->head->n_query, name);
}

const char *
dt_web_cookie(const struct dt_web_request *request, const char *name)
{
	return find(request->head->cookies, request->head->n_cookies, name);
}

/* The library ends each value with a NUL, and the front lets none inside. */
const char *
dt_web_header(const struct dt_web_request *request, const char *name)
{
	const struct dt_web_field *field =
	    dt_web_head_find(request->head, name);
	return field == NULL ? NULL : field->value;
}

int64_t
dt_web_now(void)
{
	struct timespec now;
#ifdef CLOCK_BOOTTIME
	clock_gettime(CLOCK_BOOTTIME, &now);
#else
	clock_gettime(CLOCK_MONOTONIC, &now);
#endif
	return 1000 * (int64_t)now.tv_sec + now.tv_nsec / 1000000;
}
