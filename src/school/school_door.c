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

/* The lesson's own word for the language that the cookie names, or NULL. */
static const char *
find_language(const struct dt_school *s, const struct dt_web_request *request)
{
	const char *said = dt_web_cookie(request, "language");
	const char *const *l = s->request.lesson ?
	    s->request.lesson->languages : NULL;
	for (; said != NULL && l != NULL && *l != NULL; l++)
		if (strcmp(*l, said) == 0)
			return l == s->request.lesson->languages ? NULL : *l;
	return NULL;
}

static struct dt_class_who
who_is(const struct dt_school *s, const struct dt_web_request *request)
{
	const char *token = dt_web_cookie(request, s->cookie);
	unsigned char hash[DT_HASH_BYTES];
	struct dt_class_who who = { .role = DT_CLASS_SPECTATOR, .person = -1,
		.language = find_language(s, request) };
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

struct dt_class_who
dt_school_who(struct dt_school *s, const struct dt_web_request *request)
{
	struct dt_class_who who = who_is(s, request);
	if (who.role == DT_CLASS_TEACHER)
		s->languages[0] = who.language;
	else if (who.person >= 0)
		s->languages[who.person + 1] = who.language;
	return who;
}
