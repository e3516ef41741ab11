/* class_say: see class_say.h. */
#include "class/class_say.h"

#include <inttypes.h>
#include <string.h>

#include "base/number.h"

static void
add_string(struct dt_text *json, const char *text)
{
	dt_text_add_n(json, "\"", 1);
	for (const char *from = text;; text++) {
		unsigned char c = (unsigned char)*text;
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		dt_text_add_n(json, from, (size_t)(text - from));
		from = text + 1;
		if (c == '\0')
			break;
		if (c == '\n')
			dt_text_add_n(json, "\\n", 2);
		else if (c < 0x20)
			dt_text_add(json, "\\u%04x", c);
		else
			dt_text_add(json, "\\%c", c);
	}
	dt_text_add_n(json, "\"", 1);
}

static void
begin(struct dt_text *json, const char *key)
{
	char last = json->size > 0 ? json->bytes[json->size - 1] : '{';
	for (size_t i = json->size; last == ' ' && i > 0; i--)
		last = json->bytes[i - 1];
	if (last != '{' && last != '[' && last != ':')
		dt_text_add_n(json, ",", 1);
	if (key == NULL)
		return;
	add_string(json, key);
	dt_text_add_n(json, ":", 1);
}

void
dt_class_say_open(struct dt_text *json, const char *key, char bracket)
{
	if (json->size > 0)
		begin(json, key);
	dt_text_add_n(json, &bracket, 1);
}

void
dt_class_say_close(struct dt_text *json, char bracket)
{
	dt_text_add_n(json, &bracket, 1);
}

void
dt_class_say_text(struct dt_text *json, const char *key, const char *text)
{
	begin(json, key);
	add_string(json, text);
}

void
dt_class_say_whole(struct dt_text *json, const char *key, int64_t number)
{
	begin(json, key);
	dt_text_add(json, "%" PRId64, number);
}

void
dt_class_say_flag(struct dt_text *json, const char *key, bool flag)
{
	begin(json, key);
	dt_text_add(json, "%s", flag ? "true" : "false");
}

void
dt_class_say_number(struct dt_text *json, const char *key, double number)
{
	char digits[DT_NUMBER_SIZE];
	begin(json, key);
	dt_text_add(json, "%s", dt_number_print(number, digits));
}

void
dt_class_say_null(struct dt_text *json, const char *key)
{
	begin(json, key);
	dt_text_add(json, "null");
}

void
dt_class_say_level(struct dt_text *json, size_t from, size_t bytes)
{
	static const char spaces[] = "                                ";
	while (!json->failed && json->size - from < bytes) {
		size_t n = bytes - (json->size - from);
		dt_text_add_n(json, spaces, n < sizeof(spaces) - 1 ? n :
		    sizeof(spaces) - 1);
	}
}

void
dt_class_say_error(struct dt_text *json, const char *error, const char *what)
{
	json->size = 0;
	dt_class_say_open(json, NULL, '{');
	dt_class_say_text(json, "error", error);
	dt_class_say_text(json, "do", what);
	dt_class_say_close(json, '}');
}
