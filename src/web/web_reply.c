/* web_reply: answers and events as a site writes them. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "web/web.h"

/* A value that ends its line would let whoever chose it write headers. */
static bool
is_one_line(const char *value)
{
	for (; *value != '\0'; value++)
		if ((unsigned char)*value < ' ' || *value == 0x7f)
			return false;
	return true;
}

bool
dt_web_reply_header(struct dt_web_reply *reply, const char *name,
    const char *value)
{
	size_t i = 0;
	while (i < DT_WEB_HEADERS && reply->headers[i].name != NULL)
		i++;
	size_t size = strlen(value) + 1;
	char *copy = i < DT_WEB_HEADERS && is_one_line(value) ?
	    dt_memory_new(size, 1) : NULL;
	if (copy == NULL) {
		reply->body.failed = true;
		return false;
	}
	memcpy(copy, value, size);
	reply->headers[i].name = name;
	reply->headers[i].value = copy;
	return true;
}

void
dt_web_reply_json(struct dt_web_reply *reply, unsigned status,
    struct dt_text *json)
{
	dt_text_free(&reply->body);
	reply->status = status;
	reply->type = "application/json";
	reply->body = *json;
	*json = (struct dt_text){ 0 };
}

/* A JSON string: what is not printable ASCII or UTF-8 is escaped. */
static void
add_string(struct dt_text *text, const char *words)
{
	dt_text_add_n(text, "\"", 1);
	for (; *words != '\0'; words++) {
		unsigned char c = (unsigned char)*words;
		if (c == '"' || c == '\\')
			dt_text_add(text, "\\%c", c);
		else if (c < ' ')
			dt_text_add(text, "\\u%04x", c);
		else
			dt_text_add_n(text, words, 1);
	}
	dt_text_add_n(text, "\"", 1);
}

void
dt_web_reply_error(struct dt_web_reply *reply, unsigned status,
    const char *error, const char *what_to_do)
{
	struct dt_text json = { 0 };
	dt_text_add(&json, "{\"error\":");
	add_string(&json, error);
	dt_text_add(&json, ",\"do\":");
	add_string(&json, what_to_do);
	dt_text_add(&json, "}\n");
	dt_web_reply_json(reply, status, &json);
}

void
dt_web_event(struct dt_text *bytes, int64_t id, const char *name,
    const char *data)
{
	if (id >= 0)
		dt_text_add(bytes, "id: %lld\n", (long long)id);
	dt_text_add(bytes, "event: %s\n", name);
	for (size_t n = strlen(data), next; ; data += next, n -= next) {
		size_t line = dt_text_line(data, n, &next);
		dt_text_add_n(bytes, "data: ", 6);
		dt_text_add_n(bytes, data, line);
		dt_text_add_n(bytes, "\n", 1);
		if (next >= n)
			break;
	}
	dt_text_add(bytes, "\n");
}
