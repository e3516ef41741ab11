/* json: see json.h. */
#include "format/json.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

json_t *
dt_json_new(void)
{
	return json_pack("{si}", "schema_version", DT_JSON_VERSION);
}

void
dt_json_text(json_t *object, const char *key, const char *text)
{
	json_object_set_new(object, key,
	    text == NULL ? json_null() : json_string(text));
}

json_t *
dt_json_of_number(double value)
{
	char buffer[DT_NUMBER_SIZE];
	if (isnan(value))
		return json_null();
	if (isinf(value))
		return json_string(dt_number_print(value, buffer));
	return json_real(value + 0.0);
}

void
dt_json_number(json_t *object, const char *key, double value)
{
	json_object_set_new(object, key, dt_json_of_number(value));
}

static json_t *
of_scalar(const struct dt_node *node)
{
	const char *text = node->text;
	int64_t whole;
	double number;
	if (node->quoted)
		return json_string(text);
	if (dt_number_read_whole(text, &whole))
		return json_integer(whole);
	if (dt_number_read(text, &number))
		return json_real(number);
	if (strcmp(text, "yes") == 0 || strcmp(text, "true") == 0)
		return json_true();
	if (strcmp(text, "no") == 0 || strcmp(text, "false") == 0)
		return json_false();
	return text[0] == '\0' ? json_null() : json_string(text);
}

json_t *
dt_json_of(const struct dt_node *node)
{
	if (node->kind == DT_NODE_SCALAR)
		return of_scalar(node);
	bool map = node->kind == DT_NODE_MAP;
	json_t *json = map ? json_object() : json_array();
	for (size_t i = 0; i < node->n; i++) {
		json_t *item = dt_json_of(node->items[i]);
		if (map)
			json_object_set_new(json, node->keys[i]->text, item);
		else
			json_array_append_new(json, item);
	}
	return json;
}
