/* web_front: see web_front.h. */
#include "web/web_front.h"

#include <string.h>

#include "web/web_target.h"

static bool
is_text(const struct dt_web_field *field, const char *value)
{
	return field->value_size == strlen(value) &&
	    memcmp(field->value, value, field->value_size) == 0;
}

/* ---- The rules, in their order: 0, or the status of the refusal ---- */

static unsigned
version(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	return strcmp(head->version, "HTTP/1.1") == 0 ? 0 : 505;
}

static unsigned
size(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	if (strlen(head->target) > DT_WEB_TARGET)
		return 414;
	return head->n_fields <= DT_WEB_FIELDS && head->bytes <= DT_WEB_HEAD ?
	    0 : 431;
}

/*
 * The bytes of a head are those of its lines as they were understood. Where
 * they are not, something was folded, cut at a NUL, trimmed, or ended by a
 * bare LF, and another reader might have seen another request. Browsers write
 * "Name: value"; after an empty value they may leave out the space.
 */
static unsigned
plain(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	size_t line = strlen(head->method) + 1 + strlen(head->target) + 1 +
	    strlen(head->version) + 2;
	size_t most = line + head->said + 2;
	return head->bytes <= most && head->bytes + head->empty >= most ?
	    0 : 400;
}

static bool
is_token(const char *name, size_t n)
{
	static const char marks[] = "!#$%&'*+-.^_`|~";
	for (size_t i = 0; i < n; i++) {
		char c = name[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') ||
		    (c != '\0' && strchr(marks, c) != NULL)))
			return false;
	}
	return n > 0;
}

static bool
is_clean(const char *value, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)value[i];
		if ((c < ' ' && c != '\t') || c == 0x7f)
			return false;
	}
	return true;
}

static unsigned
fields(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	for (size_t i = 0; i < head->n_fields; i++)
		if (!is_token(head->fields[i].name,
		    head->fields[i].name_size) ||
		    !is_clean(head->fields[i].value,
		    head->fields[i].value_size))
			return 400;
	return 0;
}

/* Of these there is one: of two, two readers choose two. */
static unsigned
single(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	static const char *const names[] = { "Host", "Content-Length",
	    "Transfer-Encoding", "Content-Type", "Origin", "Cookie",
	    "Last-Event-ID", "If-None-Match", "Expect" };
	for (size_t n = 0; n < sizeof(names) / sizeof(names[0]); n++) {
		size_t count = 0;
		for (size_t i = 0; i < head->n_fields; i++)
			count += dt_web_head_is(&head->fields[i], names[n]);
		if (count > 1)
			return 400;
	}
	return 0;
}

/* The whole string: "127.0.0.1:80.evil" begins well. */
static unsigned
host(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	const struct dt_web_field *said = dt_web_head_find(head, "Host");
	if (said == NULL)
		return 400;
	for (const char *const *h = rules->hosts; *h != NULL; h++)
		if (is_text(said, *h))
			head->host = *h;
	return head->host == NULL ? 421 : 0;
}

static bool
is_post(const struct dt_web_head *head)
{
	return strcmp(head->method, "POST") == 0;
}

static unsigned
method(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	return is_post(head) || strcmp(head->method, "GET") == 0 ||
	    strcmp(head->method, "HEAD") == 0 ? 0 : 405;
}

static unsigned
target(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	return dt_web_target_read(head);
}

static unsigned
cookies(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	return dt_web_target_cookies(head);
}

/* Digits alone; more than fit are too many. */
static unsigned
read_length(const struct dt_web_field *said, size_t *length)
{
	if (said->value_size == 0)
		return 400;
	*length = 0;
	for (size_t i = 0; i < said->value_size; i++) {
		char c = said->value[i];
		if (c < '0' || c > '9')
			return 400;
		if (*length > DT_WEB_HEAD * (size_t)DT_WEB_HEAD)
			return 413;
		*length = 10 * *length + (size_t)(c - '0');
	}
	return 0;
}

/* A body has a length that was said, and only a POST has one. */
static unsigned
body(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	const struct dt_web_field *said =
	    dt_web_head_find(head, "Content-Length");
	if (dt_web_head_find(head, "Transfer-Encoding") != NULL)
		return is_post(head) ? 411 : 400;
	if (said == NULL)
		return is_post(head) ? 411 : 0;
	unsigned status = read_length(said, &head->length);
	if (status != 0)
		return status;
	if (!is_post(head))
		return head->length == 0 ? 0 : 400;
	return head->length <= rules->body ? 0 : 413;
}

/* What changes something comes from a page of ours: browsers send Origin with
 * each POST, and no page can choose it. */
static unsigned
origin(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	const struct dt_web_field *said = dt_web_head_find(head, "Origin");
	static const char scheme[] = "http://";
	size_t n = sizeof(scheme) - 1;
	if (!is_post(head))
		return 0;
	return said != NULL && said->value_size == n + strlen(head->host) &&
	    memcmp(said->value, scheme, n) == 0 &&
	    memcmp(said->value + n, head->host, strlen(head->host)) == 0 ?
	    0 : 403;
}

/* Forms of other sites cannot send this type without asking first. */
static unsigned
type(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	(void)rules;
	const struct dt_web_field *said =
	    dt_web_head_find(head, "Content-Type");
	return !is_post(head) || (said != NULL &&
	    (is_text(said, "application/json") ||
	    is_text(said, "application/json; charset=utf-8") ||
	    is_text(said, "application/json;charset=UTF-8"))) ? 0 : 415;
}

unsigned
dt_web_front_judge(struct dt_web_head *head, const struct dt_web_rules *rules)
{
	static unsigned (*const order[])(struct dt_web_head *,
	    const struct dt_web_rules *) = { version, size, plain, fields,
	    single, host, method, target, cookies, body, origin, type };
	unsigned status = 0;
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]) &&
	    status == 0; i++)
		status = order[i](head, rules);
	return status;
}

bool
dt_web_front_short(const char *target)
{
	size_t n = strlen(target), pairs = 0;
	for (size_t i = 0; i < n; i++)
		pairs += target[i] == '&';
	return n <= DT_WEB_TARGET && pairs < DT_WEB_PAIRS;
}
