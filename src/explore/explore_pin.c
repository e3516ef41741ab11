/* explore_pin: see explore_pin.h. */
#include "explore/explore_pin.h"

#include <pwd.h>
#include <string.h>
#include <unistd.h>

#include "version.h"

/* Who runs the program, as the system knows him. */
static const char *
person(struct dt_arena *arena)
{
	const struct passwd *known = getpwuid(getuid());
	return known != NULL && known->pw_name[0] != '\0' ?
	    dt_arena_copy(arena, known->pw_name) :
	    dt_arena_print(arena, "user %lu", (unsigned long)getuid());
}

static enum dt_status
record(struct dt_store *store, const struct dt_solution *solution,
    const char *command, struct dt_error *err)
{
	const struct dt_record_provenance from = { .command = command,
	    .version = DT_VERSION, .libraries = "" };
	bool found;
	return dt_solution_record(store, solution, &from, &found, err);
}

static bool
key_of(const struct dt_solution *s, const char *command, char hex[DT_HASH_HEX])
{
	const char *const parts[] = { s->question, s->subject, s->method,
		s->config, command };
	return dt_solution_record_key(parts, hex);
}

/* What the person said, as a solution of one row. */
static void
state(struct dt_solution *s, const struct dt_explore_pin *pin,
    const char *answer)
{
	static const struct dt_solution_head heads[] = {
		{ "name", NULL, "" }, { "note", NULL, "" },
		{ "pinned_by", NULL, "" }, { "scenario", NULL, "" },
		{ "treaty", NULL, "" }, { "settings", NULL, "JSON" },
		{ "answer", NULL, "hex" }, { "text", NULL, "YAML" },
	};
	const char *says = dt_text_string(&pin->answer->says);
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "pin", NULL, heads);
	dt_solution_text(t, pin->name);
	dt_solution_text(t, pin->note);
	dt_solution_text(t, person(s->arena));
	dt_solution_text(t, pin->scenario);
	dt_solution_text(t, pin->treaty);
	dt_solution_text(t, pin->settings);
	dt_solution_text(t, answer);
	dt_solution_text(t, pin->text);
	dt_solution_say(s, "%s: %.*s", pin->name, (int)strcspn(says, "\n"),
	    says);
	s->no = pin->answer->no;
}

/* Two pins of one second are two if they have two names. */
static const char *
method(struct dt_arena *arena, const char *what, const char *name)
{
	char now[32];
	return dt_arena_print(arena, "%s by %s at %s: %s", what,
	    person(arena), dt_record_time(now), name);
}

static enum dt_status
keep(struct dt_store *store, const struct dt_explore_pin *pin,
    struct dt_arena *arena, struct dt_error *err)
{
	char answer[DT_HASH_HEX];
	struct dt_solution s;
	if (!key_of(pin->answer, pin->command, answer))
		return dt_status_no_memory(err);
	dt_solution_start(&s, arena, "pin", pin->answer->subject);
	s.method = method(arena, "pinned", pin->name);
	s.config = pin->answer->config;
	state(&s, pin, answer);
	enum dt_status status = s.failed || s.method == NULL ?
	    dt_status_no_memory(err) :
	    record(store, pin->answer, pin->command, err);
	if (status == DT_OK)
		status = record(store, &s, pin->command, err);
	dt_solution_free(&s);
	return status;
}

enum dt_status
dt_explore_pin(const struct dt_explore_pin *pin, struct dt_arena *arena,
    const char **backup, struct dt_error *err)
{
	struct dt_store *store = NULL;
	enum dt_status status = dt_store_open(&store, pin->database,
	    DT_STORE_APPEND, err);
	*backup = NULL;
	if (status == DT_OK && dt_store_backup(store) != NULL)
		*backup = dt_arena_copy(arena, dt_store_backup(store));
	if (status == DT_OK)
		status = keep(store, pin, arena, err);
	enum dt_status closed = dt_store_close(store, status ? NULL : err);
	return status ? status : closed;
}

/* ---- One that is there ---- */

static const char *
text_of(const json_t *pin, const char *key)
{
	return json_string_value(json_object_get(pin, key));
}

static const json_t *
find(const json_t *list, const char *key)
{
	const json_t *pins = json_object_get(list, "pins");
	for (size_t i = 0; i < json_array_size(pins); i++) {
		const json_t *pin = json_array_get(pins, i);
		const char *is = text_of(pin, "pin");
		if (is != NULL && strcmp(is, key) == 0)
			return pin;
	}
	return NULL;
}

static enum dt_status
put_withdrawn(const char *database, const json_t *pin, struct dt_arena *arena,
    struct dt_error *err)
{
	static const struct dt_solution_head heads[] = {
		{ "pin", NULL, "hex" }, { "withdrawn_by", NULL, "" },
	};
	struct dt_solution s;
	struct dt_store *store = NULL;
	const char *name = text_of(pin, "name"), *key = text_of(pin, "pin");
	const char *command = text_of(pin, "command");
	name = name != NULL ? name : "";
	dt_solution_start(&s, arena, "withdrawn", text_of(pin, "scenario"));
	s.method = method(arena, "withdrawn", key);
	struct dt_solution_table *t = DT_SOLUTION_TABLE(&s, "withdrawn", NULL,
	    heads);
	dt_solution_text(t, key);
	dt_solution_text(t, person(arena));
	dt_solution_say(&s, "%s: this design was withdrawn.", name);
	enum dt_status status = s.failed || s.method == NULL ?
	    dt_status_no_memory(err) : dt_store_open(&store, database,
	    DT_STORE_APPEND, err);
	if (status == DT_OK)
		status = record(store, &s, command, err);
	enum dt_status closed = dt_store_close(store, status ? NULL : err);
	dt_solution_free(&s);
	return status ? status : closed;
}

enum dt_status
dt_explore_pin_withdraw(const char *database, const char *key,
    const struct dt_catalogue *catalogue, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	json_t *list = json_object();
	enum dt_status status = dt_explore_pin_list(database, catalogue, list,
	    err);
	const json_t *pin = find(list, key);
	if (status == DT_OK && pin == NULL)
		status = dt_status_fail(err, DT_EINPUT, "%s has no such pin",
		    database);
	else if (status == DT_OK && text_of(pin, "withdrawn_at") != NULL)
		status = dt_status_fail(err, DT_EINPUT,
		    "it is withdrawn already");
	else if (status == DT_OK && (text_of(pin, "scenario") == NULL ||
	    text_of(pin, "command") == NULL))
		status = dt_status_fail(err, DT_EINPUT, "%s: this pin is "
		    "damaged: `detente audit --solutions` says how", database);
	if (status == DT_OK)
		status = put_withdrawn(database, pin, &arena, err);
	json_decref(list);
	dt_arena_free(&arena);
	return status;
}
