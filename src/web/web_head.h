/* web_head: the head of a request, as it came and as it was understood. */
#ifndef DT_WEB_HEAD_H
#define DT_WEB_HEAD_H

#include <stdbool.h>
#include <stddef.h>

enum {
	DT_WEB_FIELDS = 64,     /* header lines; browsers send some 15 */
	DT_WEB_TARGET = 2048,   /* bytes of a target */
	DT_WEB_PAIRS = 32,      /* of a query; cookies too */
	DT_WEB_COOKIES = 4096,  /* bytes of the Cookie header */
	DT_WEB_HEAD = 16384,    /* bytes of a head */
};

struct dt_web_field {
	const char *name, *value;
	size_t name_size, value_size;
};

struct dt_web_pair {
	const char *name, *value;
};

/* A head: what came, and what the front made of it. */
struct dt_web_head {
	const char *method, *version;
	const char *target;     /* as it came */
	size_t bytes;           /* of the whole head, as it came */
	struct dt_web_field fields[DT_WEB_FIELDS];
	size_t n_fields;        /* those that came; the first DT_WEB_FIELDS
	                         * are kept */
	size_t said;            /* bytes of all of them, "Name: value" CR LF */
	size_t empty;           /* how many have no value */

	const char *host;       /* as the allow-list has it */
	size_t length;          /* Content-Length */
	char path[DT_WEB_TARGET + 1];
	char room[DT_WEB_TARGET + 2];   /* the query, decoded */
	struct dt_web_pair query[DT_WEB_PAIRS];
	size_t n_query;
	char jar[DT_WEB_COOKIES + 1];
	struct dt_web_pair cookies[DT_WEB_PAIRS];
	size_t n_cookies;
};

/* A head begins; its fields are then added one by one. */
void dt_web_head_begin(struct dt_web_head *head, const char *method,
    const char *target, const char *version, size_t bytes);
void dt_web_head_field(struct dt_web_head *head,
    const struct dt_web_field *field);

/* Is that its name, in any case? */
bool dt_web_head_is(const struct dt_web_field *field, const char *name);

/* A field by its name in any case; NULL: not there. */
const struct dt_web_field *dt_web_head_find(const struct dt_web_head *head,
    const char *name);

#endif
