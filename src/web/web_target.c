/* web_target: see web_target.h. */
#include "web/web_target.h"

#include <string.h>

#include "base/text.h"

static int
hex(char c)
{
	return c >= '0' && c <= '9' ? c - '0' :
	    c >= 'a' && c <= 'f' ? c - 'a' + 10 :
	    c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* n bytes of a target, with %XX as its byte (and, of a query, + as a space),
 * into `to`, which has room for them and a NUL. False: what comes out is not
 * UTF-8, or has a control character, or a % is not of that form. */
static bool
decode(char *to, const char *from, size_t n, bool of_query)
{
	size_t size = 0;
	for (size_t i = 0; i < n; i++) {
		int high = 0, low = from[i];
		if (from[i] == '%') {
			high = i + 2 < n ? hex(from[i + 1]) : -1;
			low = i + 2 < n ? hex(from[i + 2]) : -1;
			if (high < 0 || low < 0)
				return false;
			low += 16 * high;
			i += 2;
		} else if (of_query && from[i] == '+')
			low = ' ';
		to[size++] = (char)low;
	}
	to[size] = '\0';
	for (size_t i = 0, step; i < size; i += step) {
		uint32_t code;
		step = dt_text_character(to + i, size - i, &code);
		if (step == 0 || code < ' ' || code == 0x7f)
			return false;
	}
	return true;
}

/* What a path may not hold: an empty step, "." or "..", a backslash; nor a
 * slash that was written as %2F, as two readers would see two paths. */
static bool
is_plain_path(const char *path, const char *raw, size_t n)
{
	size_t slashes = 0;
	for (size_t i = 0; i < n; i++)
		slashes += raw[i] == '/';
	for (const char *p = path; *p != '\0'; p++) {
		if (*p == '\\')
			return false;
		if (*p != '/')
			continue;
		slashes--;
		const char *step = p + 1;
		size_t size = strcspn(step, "/");
		if ((size == 0 && *step != '\0') ||
		    (size == 1 && step[0] == '.') ||
		    (size == 2 && step[0] == '.' && step[1] == '.'))
			return false;
	}
	return slashes == 0;
}

/* Pairs stand decoded in room, one behind the other: a NUL takes the place of
 * each = and &, and one more ends the last. */
static unsigned
read_query(struct dt_web_head *head, const char *query)
{
	char *room = head->room;
	head->n_query = 0;
	while (*query != '\0') {
		size_t size = strcspn(query, "&");
		const char *sign = memchr(query, '=', size);
		size_t name = sign == NULL ? size : (size_t)(sign - query);
		if (head->n_query == DT_WEB_PAIRS)
			return 414;
		if (!decode(room, query, name, true))
			return 400;
		struct dt_web_pair *pair = &head->query[head->n_query++];
		pair->name = room;
		room += strlen(room) + 1;
		pair->value = "";
		if (sign != NULL) {
			if (!decode(room, sign + 1, size - name - 1, true))
				return 400;
			pair->value = room;
			room += strlen(room) + 1;
		}
		query += size + (query[size] == '&');
	}
	return 0;
}

unsigned
dt_web_target_read(struct dt_web_head *head)
{
	const char *target = head->target;
	size_t n = strlen(target), path = strcspn(target, "?");
	if (n > DT_WEB_TARGET)
		return 414;
	if (target[0] != '/' || strchr(target, '#') != NULL)
		return 400;
	if (!decode(head->path, target, path, false) ||
	    !is_plain_path(head->path, target, path))
		return 400;
	return read_query(head, target + path + (target[path] == '?'));
}

unsigned
dt_web_target_cookies(struct dt_web_head *head)
{
	head->n_cookies = 0;
	const struct dt_web_field *field = dt_web_head_find(head, "Cookie");
	if (field == NULL)
		return 0;
	if (field->value_size > DT_WEB_COOKIES)
		return 431;
	memcpy(head->jar, field->value, field->value_size);
	head->jar[field->value_size] = '\0';
	for (char *at = head->jar, *end; at != NULL; at = end) {
		end = strchr(at, ';');
		if (end != NULL)
			*end++ = '\0';
		at += strspn(at, " ");
		char *sign = strchr(at, '=');
		if (sign == NULL)
			continue;
		if (head->n_cookies == DT_WEB_PAIRS)
			return 431;
		*sign = '\0';
		head->cookies[head->n_cookies].name = at;
		head->cookies[head->n_cookies++].value = sign + 1;
	}
	return 0;
}
