/* class_form: see class_form.h. */
#include "class/class_form.h"

#include <string.h>

#include "format/json_read.h"

/* No number that is not a whole one, however deep. */
static bool
is_whole(const json_t *value)
{
	const char *key;
	json_t *part;
	size_t i;
	json_object_foreach((json_t *)(uintptr_t)value, key, part)
		if (!is_whole(part))
			return false;
	json_array_foreach(value, i, part)
		if (!is_whole(part))
			return false;
	return !json_is_real(value);
}

static bool
is_key(const char *known, const char *key, bool *optional)
{
	size_t n = strlen(known);
	*optional = n > 0 && known[n - 1] == '?';
	n -= *optional;
	return strlen(key) == n && memcmp(known, key, n) == 0;
}

static bool
knows(const char *const *keys, const char *key)
{
	bool optional;
	for (; *keys != NULL; keys++)
		if (is_key(*keys, key, &optional))
			return true;
	return false;
}

/* All that must be there, and no more. */
static bool
fits(const json_t *root, const char *const *keys)
{
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)root, key, value)
		if (!knows(keys, key))
			return false;
	for (; *keys != NULL; keys++)
		if ((*keys)[strlen(*keys) - 1] != '?' &&
		    json_object_get(root, *keys) == NULL)
			return false;
	return true;
}

bool
dt_class_form_read(struct dt_class_form *form, const char *body, size_t size,
    const char *const *keys)
{
	*form = (struct dt_class_form){ 0 };
	return dt_json_read(&form->root, body, size, NULL) == DT_OK &&
	    is_whole(form->root) && fits(form->root, keys);
}

void
dt_class_form_free(struct dt_class_form *form)
{
	json_decref(form->root);
	form->root = NULL;
}

const char *
dt_class_form_text(struct dt_class_form *form, const char *key)
{
	const json_t *value = json_object_get(form->root, key);
	form->bad |= value != NULL && !json_is_string(value);
	return json_is_string(value) ? json_string_value(value) : NULL;
}

int64_t
dt_class_form_whole(struct dt_class_form *form, const char *key,
    int64_t least, int64_t most, int64_t absent)
{
	int64_t number;
	if (json_object_get(form->root, key) == NULL)
		return absent;
	if (dt_json_read_integer(form->root, key, least, most, &number,
	    NULL) == DT_OK)
		return number;
	form->bad = true;
	return absent;
}

bool
dt_class_form_flag(struct dt_class_form *form, const char *key)
{
	const json_t *value = json_object_get(form->root, key);
	form->bad |= !json_is_boolean(value);
	return json_is_true(value);
}

json_t *
dt_class_form_map(struct dt_class_form *form, const char *key)
{
	json_t *map = json_object_get(form->root, key), *value;
	const char *name;
	form->bad |= !json_is_object(map);
	json_object_foreach(map, name, value)
		form->bad |= !json_is_string(value);
	return json_is_object(map) && !form->bad ? map : NULL;
}
