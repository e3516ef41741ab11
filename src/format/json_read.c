/* json_read: see json_read.h. */
#include "format/json_read.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"

/* Bytes of the string that begins here, quotes included. */
static size_t
skip_string(const char *bytes, size_t n)
{
	size_t i = 1;
	while (i < n && bytes[i] != '"')
		i += bytes[i] == '\\' ? 2 : 1;
	return i < n ? i + 1 : n;
}

/* What the library would take: levels by the thousand, which it reads by
 * calling itself, -0, which it makes 0, and a NUL between two tokens. */
static const char *
refusal(const char *bytes, size_t n)
{
	int depth = 0;
	if (memchr(bytes, '\0', n) != NULL)
		return "there is a NUL";
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] == '"') {
			i += skip_string(bytes + i, n - i) - 1;
			continue;
		}
		if (bytes[i] == '[' || bytes[i] == '{')
			depth++;
		else if (bytes[i] == ']' || bytes[i] == '}')
			depth--;
		else if (bytes[i] == '-' && i + 1 < n && bytes[i + 1] == '0' &&
		    !(i + 2 < n && bytes[i + 2] == '.'))
			return "-0 is no number here";
		if (depth > DT_JSON_DEPTH)
			return "there are too many levels";
	}
	return NULL;
}

enum dt_status
dt_json_read(json_t **value, const char *bytes, size_t n, struct dt_error *err)
{
	json_error_t why;
	*value = NULL;
	const char *no = refusal(bytes, n);
	if (no != NULL)
		return dt_status_fail(err, DT_EINPUT, "JSON: %s", no);
	json_t *read = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &why);
	if (read == NULL && json_error_code(&why) == json_error_out_of_memory)
		return dt_status_no_memory(err);
	if (read == NULL)
		return dt_status_fail(err, DT_EINPUT, "JSON, line %d: %s",
		    why.line, why.text);
	if (!json_is_object(read)) {
		json_decref(read);
		return dt_status_fail(err, DT_EINPUT,
		    "JSON: an object is needed");
	}
	*value = read;
	return DT_OK;
}

/* A key from elsewhere, short and visible. */
static enum dt_status
fail_key(struct dt_error *err, const char *key, const char *why)
{
	struct dt_text shown = { 0 };
	size_t n = dt_text_offset(key, strlen(key), 40);
	dt_text_add_visible(&shown, key, n);
	enum dt_status status = dt_status_fail(err, DT_EINPUT, "JSON, '%s': %s",
	    dt_text_string(&shown), why);
	dt_text_free(&shown);
	return status;
}

enum dt_status
dt_json_read_only(const json_t *object, const char *const *keys,
    struct dt_error *err)
{
	const char *key;
	json_t *value;
	json_object_foreach((json_t *)(uintptr_t)object, key, value) {
		size_t i = 0;
		while (keys[i] != NULL && strcmp(keys[i], key) != 0)
			i++;
		if (keys[i] == NULL)
			return fail_key(err, key, "this key is not known");
	}
	return DT_OK;
}

enum dt_status
dt_json_read_integer(const json_t *object, const char *key, int64_t low,
    int64_t high, int64_t *value, struct dt_error *err)
{
	const json_t *said = json_object_get(object, key);
	*value = json_integer_value(said);
	if (json_is_integer(said) && *value >= low && *value <= high)
		return DT_OK;
	return dt_status_fail(err, DT_EINPUT, "JSON, '%s': a whole number "
	    "from %" PRId64 " to %" PRId64 " is needed", key, low, high);
}

enum dt_status
dt_json_read_text(const json_t *object, const char *key, size_t most,
    const char **value, struct dt_error *err)
{
	const json_t *said = json_object_get(object, key);
	*value = json_string_value(said);
	if (*value != NULL && json_string_length(said) <= most)
		return DT_OK;
	*value = NULL;
	return dt_status_fail(err, DT_EINPUT,
	    "JSON, '%s': a text of at most %zu bytes is needed", key, most);
}
