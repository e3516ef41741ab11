/* audit_cosigned: what witnesses have cosigned, in the file beside a database
 * or a folder: read, added to, told; see audit.h. */
#include "cmd/audit.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "audit/keep.h"
#include "cmd/passphrase.h"
#include "format/json.h"

const char *
dt_cmd_audit_cosigned_path(const struct dt_command_call *call)
{
	const char *given = dt_command_value(call, "cosigned");
	return given ? given : dt_arena_print(call->arena, "%s.cosigned",
	    call->operands[0]);
}

enum dt_status
dt_cmd_audit_cosigned_read(const struct dt_command_call *call,
    const struct dt_pins *pins, struct dt_cosigned_list *list,
    struct dt_error *err)
{
	const char *path = dt_cmd_audit_cosigned_path(call);
	bool wanted = dt_command_value(call, "cosigned") != NULL &&
	    dt_command_value(call, "witness") == NULL;
	struct dt_text text = { 0 };
	bool there = false;
	enum dt_status status = path == NULL ? dt_status_no_memory(err) :
	    dt_keep_read(path, &text, &there, err);
	*list = (struct dt_cosigned_list){ 0 };
	if (status == DT_OK && !there && wanted)
		status = dt_status_fail(err, DT_EINPUT, "%s: there is no such "
		    "file of cosignatures", path);
	if (status == DT_OK && there)
		status = dt_cosigned_read(list, call->arena, path,
		    dt_text_string(&text), text.size, pins, err);
	dt_text_free(&text);
	return status;
}

enum dt_status
dt_cmd_audit_cosigned_add(const char *path, const struct dt_text *records,
    struct dt_error *err)
{
	struct dt_text text = { 0 };
	bool there = false;
	if (records->size == 0)
		return DT_OK;
	enum dt_status status = dt_keep_read(path, &text, &there, err);
	if (status == DT_OK && strstr(dt_text_string(&text),
	    dt_text_string(records)) == NULL) {
		dt_text_add_n(&text, records->bytes, records->size);
		status = dt_keep_write(path, &text, err);
	}
	dt_text_free(&text);
	return status;
}

enum dt_status
dt_cmd_audit_witness(const struct dt_command_call *call, const char *path,
    struct dt_key **witness, const char **seen, struct dt_error *err)
{
	struct dt_key *key = NULL;
	*witness = NULL;
	*seen = dt_command_value(call, "witness-state");
	if (*seen == NULL)
		*seen = dt_arena_print(call->arena, "%s.seen", path);
	enum dt_status status = *seen ? dt_cmd_passphrase_key(path, &key,
	    err) : dt_status_no_memory(err);
	if (status == DT_OK)
		status = dt_key_witness(witness, key, err);
	dt_key_free(key);
	return status;
}

static void
add_time(uint64_t seconds, struct dt_text *text)
{
	time_t at = (time_t)seconds;
	struct tm tm;
	char buffer[40];
	if (gmtime_r(&at, &tm) != NULL && strftime(buffer, sizeof(buffer),
	    "%Y-%m-%dT%H:%M:%SZ", &tm) > 0)
		dt_text_add(text, "%s", buffer);
	else
		dt_text_add(text, "%" PRIu64 " seconds", seconds);
}

void
dt_cmd_audit_cosigned_words(const struct dt_cosigned_seen *seen, size_t n,
    uint64_t entries, struct dt_text *text)
{
	if (n == 0)
		dt_text_add(text, "cosigned: by nobody");
	for (size_t i = 0; i < n; i++) {
		const struct dt_cosigned_seen *s = &seen[i];
		dt_text_add(text, i == 0 ? "cosigned: by %s (%s), " :
		    "; by %s (%s), ", s->witness, s->pinned ? "a witness of "
		    "the roster" : "not pinned: anybody may bear that name");
		if (s->size < entries)
			dt_text_add(text, "the first %" PRIu64 " of %" PRIu64
			    " entries, ", s->size, entries);
		else
			dt_text_add(text, "all %" PRIu64 " entries, ",
			    entries);
		add_time(s->time, text);
	}
}

json_t *
dt_cmd_audit_cosigned_json(const struct dt_cosigned_seen *seen, size_t n)
{
	json_t *list = json_array();
	for (size_t i = 0; i < n; i++) {
		json_t *o = json_object();
		dt_json_text(o, "witness", seen[i].witness);
		dt_json_text(o, "vkey", seen[i].vkey);
		json_object_set_new(o, "entries",
		    json_integer((json_int_t)seen[i].size));
		json_object_set_new(o, "time",
		    json_integer((json_int_t)seen[i].time));
		json_object_set_new(o, "pinned",
		    json_boolean(seen[i].pinned));
		json_array_append_new(list, o);
	}
	return list;
}
