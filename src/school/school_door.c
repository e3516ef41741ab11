/* school_door: who asks. A student is known by a token that the cookie holds,
 * the teacher by another; a cookie's name has the port, as browsers send them to
 * any. */
#include "school/school_internal.h"

#include <string.h>

static bool
is_desk(const struct dt_school *s, const struct dt_web_request *request)
{
	const char *token = dt_web_cookie(request, s->desk_cookie);
	unsigned char hash[DT_HASH_BYTES];
	if (token == NULL || strlen(token) != DT_SCHOOL_TOKEN - 1)
		return false;
	dt_hash_of(token, strlen(token), hash);
	return dt_school_same(hash, s->desk, sizeof(hash));
}

struct dt_class_who
dt_school_who(const struct dt_school *s,
    const struct dt_web_request *request)
{
	const char *token = dt_web_cookie(request, s->cookie);
	unsigned char hash[DT_HASH_BYTES];
	struct dt_class_who who = { DT_CLASS_SPECTATOR, -1 };
	if (is_desk(s, request)) {
		who.role = DT_CLASS_TEACHER;
		return who;
	}
	if (token == NULL || strlen(token) != DT_SCHOOL_TOKEN - 1 ||
	    s->class == NULL)
		return who;
	dt_school_hash(s, token, hash);
	who.person = dt_class_find(s->class, hash);
	if (who.person >= 0)
		who.role = DT_CLASS_STUDENT;
	return who;
}
