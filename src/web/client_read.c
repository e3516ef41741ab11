/* client_read: see client_read.h. */
#include "web/client_read.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void
clear(struct dt_text *text)
{
	text->size = 0;
	if (text->bytes != NULL)
		text->bytes[0] = '\0';
}

void
dt_client_read_begin(struct dt_client_read *read)
{
	read->state = DT_CLIENT_HEAD;
	read->status = 0;
	read->close = read->chunked = false;
	read->left = 0;
	clear(&read->body);
}

void
dt_client_read_free(struct dt_client_read *read)
{
	dt_text_free(&read->in);
	dt_text_free(&read->body);
	dt_text_free(&read->cookies);
	*read = (struct dt_client_read){ 0 };
}

static bool
starts(const char *line, const char *with)
{
	return strncasecmp(line, with, strlen(with)) == 0;
}

/* A cookie that is set again stands twice, the newer first: servers take the
 * first. */
static void
keep_cookie(struct dt_client_read *read, const char *value)
{
	struct dt_text jar = { 0 };
	value += strspn(value, " ");
	dt_text_add_n(&jar, value, strcspn(value, ";\r"));
	if (read->cookies.size > 0)
		dt_text_add(&jar, "; %s", dt_text_string(&read->cookies));
	dt_text_free(&read->cookies);
	read->cookies = jar;
}

static void
take_line(struct dt_client_read *read, const char *line)
{
	if (starts(line, "HTTP/1.1 "))
		read->status = (unsigned)strtoul(line + 9, NULL, 10);
	else if (starts(line, "Content-Length: "))
		read->left = strtoul(line + 16, NULL, 10);
	else if (starts(line, "Transfer-Encoding: chunked"))
		read->chunked = true;
	else if (starts(line, "Connection: close"))
		read->close = true;
	else if (starts(line, "Set-Cookie:"))
		keep_cookie(read, line + 11);
}

/* The line that stands at `at`, ended by a NUL in place of its CR; NULL: it
 * is not whole. */
static char *
next_line(struct dt_client_read *read)
{
	char *line = read->in.bytes + read->at;
	char *end = memchr(line, '\n', read->in.size - read->at);
	if (end == NULL)
		return NULL;
	read->at = (size_t)(end + 1 - read->in.bytes);
	end[end > line && end[-1] == '\r' ? -1 : 0] = '\0';
	return line;
}

static bool
read_head(struct dt_client_read *read)
{
	char *line = next_line(read);
	if (line == NULL)
		return false;
	if (line[0] != '\0')
		take_line(read, line);
	else if (read->status == 0)
		read->state = DT_CLIENT_BROKEN;
	else if (read->status / 100 != 1)
		read->state = read->chunked ? DT_CLIENT_CHUNK :
		    read->left > 0 ? DT_CLIENT_BODY : DT_CLIENT_WHOLE;
	return true;
}

/* A chunk's size; or the end of the one before, an empty line. */
static bool
read_chunk(struct dt_client_read *read)
{
	char *line = next_line(read), *end;
	if (line == NULL)
		return false;
	if (line[0] == '\0') {
		if (read->left == SIZE_MAX)
			read->state = DT_CLIENT_WHOLE;
		return true;
	}
	read->left = strtoul(line, &end, 16);
	if (end == line)
		read->state = DT_CLIENT_BROKEN;
	else if (read->left == 0)
		read->left = SIZE_MAX;  /* the last: an empty line follows */
	else
		read->state = DT_CLIENT_DATA;
	return true;
}

static bool
read_body(struct dt_client_read *read)
{
	size_t n = read->in.size - read->at;
	n = n < read->left ? n : read->left;
	dt_text_add_n(&read->body, read->in.bytes + read->at, n);
	read->at += n;
	read->left -= n;
	if (read->left == 0)
		read->state = read->state == DT_CLIENT_DATA ?
		    DT_CLIENT_CHUNK : DT_CLIENT_WHOLE;
	return n > 0;
}

void
dt_client_read_feed(struct dt_client_read *read, const char *bytes, size_t n)
{
	bool goes_on = true;
	dt_text_add_n(&read->in, bytes, n);
	if (read->in.failed || read->body.failed)
		read->state = DT_CLIENT_BROKEN;
	while (goes_on && read->at < read->in.size)
		switch (read->state) {
		case DT_CLIENT_HEAD:
			goes_on = read_head(read);
			break;
		case DT_CLIENT_CHUNK:
			goes_on = read_chunk(read);
			break;
		case DT_CLIENT_BODY:
		case DT_CLIENT_DATA:
			goes_on = read_body(read);
			break;
		default:
			goes_on = false;
		}
	if (read->at == read->in.size) {
		read->at = 0;
		clear(&read->in);
	}
}

/* An event's lines in place: a NUL ends each value; data of several lines is
 * put together by LF. */
static void
split_event(char *at, struct dt_client_event *event)
{
	char *data = NULL, *data_end = NULL, *next;
	*event = (struct dt_client_event){ .id = -1, .name = "message",
	    .data = "" };
	for (; *at != '\0'; at = next) {
		next = strchr(at, '\n');
		size_t n = next == NULL ? strlen(at) : (size_t)(next++ - at);
		next = next == NULL ? at + n : next;
		at[n] = '\0';
		if (starts(at, "id: "))
			event->id = strtoll(at + 4, NULL, 10);
		else if (starts(at, "event: "))
			event->name = at + 7;
		else if (starts(at, "data: ") && data == NULL) {
			event->data = data = at + 6;
			data_end = at + n;
		} else if (starts(at, "data: ")) {
			*data_end = '\n';
			memmove(data_end + 1, at + 6, n - 6);
			data_end += n - 5;
			*data_end = '\0';
		}
	}
}

bool
dt_client_read_event(struct dt_client_read *read, struct dt_text *text,
    struct dt_client_event *event)
{
	const char *end = read->body.size == 0 ? NULL :
	    strstr(read->body.bytes, "\n\n");
	if (end == NULL)
		return false;
	size_t n = (size_t)(end + 2 - read->body.bytes);
	clear(text);
	dt_text_add_n(text, read->body.bytes, n - 2);
	memmove(read->body.bytes, read->body.bytes + n,
	    read->body.size - n + 1);
	read->body.size -= n;
	if (text->failed || text->size == 0)
		return false;
	split_event(text->bytes, event);
	return true;
}
