/* verify_keys: whose keys count, and which of them made a signature. */
#include <string.h>

#include "party/verify_internal.h"

static enum dt_status
add_key(struct dt_verify *v, const struct dt_vkey *key, const char *agent,
    struct dt_error *err)
{
	for (size_t i = 0; i < v->n_keys && agent == NULL; i++)
		if (dt_vkey_same(&v->keys[i], key))
			return DT_OK;
	struct dt_vkey *keys = dt_arena_grow(v->arena, v->keys, v->n_keys,
	    &v->room_keys, sizeof(*keys));
	const char **agents = keys ? dt_arena_grow(v->arena, v->agents,
	    v->n_keys, &v->room_agents, sizeof(*agents)) : NULL;
	if (agents == NULL)
		return dt_status_no_memory(err);
	v->keys = keys;
	v->agents = agents;
	v->agents[v->n_keys] = agent;
	v->keys[v->n_keys++] = *key;
	return DT_OK;
}

/* A key, with the name before it of whom it may register, as in a roster; "*"
 * and none are any. */
static enum dt_status
add_line(struct dt_verify *v, struct dt_lines_word line, const char *path,
    struct dt_error *err)
{
	struct dt_lines_word word = line;
	const char *agent = NULL;
	size_t name = 0;
	struct dt_vkey key;
	while (name < line.size && line.at[name] != ' ' &&
	    line.at[name] != '\t')
		name++;
	if (name < line.size) {
		size_t at = name;
		while (at < line.size && (line.at[at] == ' ' ||
		    line.at[at] == '\t'))
			at++;
		word = (struct dt_lines_word){ line.at + at, line.size - at };
		agent = dt_arena_copy_n(v->arena, line.at, name);
		if (agent == NULL)
			return dt_status_no_memory(err);
		if (strcmp(agent, "*") == 0)
			agent = NULL;
	}
	if (!dt_vkey_read(&key, word))
		return dt_status_fail(err, DT_EINPUT, "%s: '%.*s' is no vkey: "
		    "NAME+HEX+BASE64, as detente keygen prints them, or an "
		    "agent's name and one", path, DT_LINES_SHOW(line));
	return add_key(v, &key, agent, err);
}

/* A line a key; empty lines and such that begin with # are passed over. */
enum dt_status
dt_verify_add_keys(struct dt_verify *v, const char *bytes, size_t size,
    const char *path, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t at = 0, next = 0; at < size && status == DT_OK;
	    at += next) {
		struct dt_lines_word line = { bytes + at,
			dt_text_line(bytes + at, size - at, &next) };
		if (line.size > 0 && line.at[0] != '#')
			status = add_line(v, line, path, err);
	}
	return status;
}

enum dt_status
dt_verify_key(struct dt_verify *v, const char *given, struct dt_error *err)
{
	const char *bytes = dt_arena_copy(v->arena, given);
	size_t size = strlen(given);
	enum dt_status status = DT_OK;
	struct dt_vkey key;
	if (bytes == NULL)
		return dt_status_no_memory(err);
	v->named = true;
	if (!dt_vkey_read(&key, (struct dt_lines_word){ bytes, size }))
		status = dt_verify_read(v, given, false, &bytes, &size, err);
	return status ? status : dt_verify_add_keys(v, bytes, size, given,
	    err);
}

const struct dt_vkey *
dt_verify_find(const struct dt_verify *v, enum dt_vkey_type type,
    struct dt_lines_word name)
{
	for (size_t i = 0; i < v->n_keys; i++)
		if (v->keys[i].type == type &&
		    dt_lines_same(v->keys[i].name, name))
			return &v->keys[i];
	return NULL;
}

static struct dt_registry *
find_registry(struct dt_verify *v, const struct dt_entry *entry)
{
	for (size_t i = 0; i < v->n_registries; i++)
		if (memcmp(v->registries[i].experiment, entry->experiment,
		    DT_HASH_BYTES) == 0)
			return &v->registries[i];
	struct dt_registry *more = dt_arena_grow(v->arena, v->registries,
	    v->n_registries, &v->room_registries, sizeof(*more));
	if (more == NULL)
		return NULL;
	v->registries = more;
	more += v->n_registries++;
	*more = (struct dt_registry){ .pins = v->named ? v->pins : NULL,
		.pinned = v->pinned };
	memcpy(more->experiment, entry->experiment, DT_HASH_BYTES);
	return more;
}

enum dt_verdict
dt_verify_register(struct dt_verify *v, const struct dt_verify_file *file,
    struct dt_error *why)
{
	struct dt_registry *registry = find_registry(v, &file->entry);
	if (registry == NULL)
		return dt_verdict_no_memory(why);
	const struct dt_registry_row *row = dt_registry_find(registry,
	    file->entry.agent);
	struct dt_entry again;
	return row != NULL ? dt_registry_check(registry, &file->text, &again,
	    why) : dt_registry_add(registry, &file->text, why);
}

enum dt_verdict
dt_verify_turn(struct dt_verify *v, const struct dt_entry *entry,
    struct dt_error *why)
{
	struct dt_verify_turn *more = dt_arena_grow(v->arena, v->turns,
	    v->n_turns, &v->room_turns, sizeof(*more));
	if (more == NULL)
		return dt_verdict_no_memory(why);
	v->turns = more;
	more[v->n_turns++] = (struct dt_verify_turn){ entry->agent,
		entry->key, entry->identity };
	return DT_VERDICT_GOOD;
}

/* The keys that its registered agent has changed to. */
static bool
by_turn(const struct dt_verify *v, const struct dt_entry *entry,
    dt_verify_is *is, const void *of, const struct dt_vkey **key)
{
	bool identity = dt_entry_by(entry->kind) == DT_ENTRY_BY_IDENTITY;
	for (size_t i = 0; i < v->n_turns; i++) {
		const struct dt_verify_turn *turn = &v->turns[i];
		*key = identity ? &turn->identity : &turn->key;
		if (dt_lines_same(turn->agent, dt_entry_signer(entry)) &&
		    is(*key, of))
			return true;
	}
	*key = NULL;
	return false;
}

static enum dt_verdict
by_registry(const struct dt_verify *v, const struct dt_entry *entry,
    dt_verify_is *is, const void *of, const struct dt_vkey **key,
    bool *known)
{
	for (size_t i = 0; i < v->n_registries; i++) {
		const struct dt_vkey *signer = dt_registry_signer(
		    &v->registries[i], entry);
		*known = *known || dt_registry_find(&v->registries[i],
		    dt_entry_signer(entry)) != NULL;
		if (signer == NULL)
			continue;
		*key = signer;
		if (is(signer, of) || by_turn(v, entry, is, of, key))
			return DT_VERDICT_GOOD;
	}
	return DT_VERDICT_FORGED;
}

/* Any key that was named or lies there; and, where it is about no entry, any
 * that has been registered. */
static bool
by_any(const struct dt_verify *v, bool registered, dt_verify_is *is,
    const void *of, const struct dt_vkey **key)
{
	for (size_t i = 0; i < v->n_keys; i++)
		if (v->keys[i].type == DT_VKEY_ED25519 &&
		    is(*key = &v->keys[i], of))
			return true;
	for (size_t i = 0; i < v->n_registries && registered; i++)
		for (size_t j = 0; j < v->registries[i].n; j++)
			if (is(*key = &v->registries[i].rows[j].key, of))
				return true;
	*key = NULL;
	return false;
}

enum dt_verdict
dt_verify_signer(const struct dt_verify *v, const struct dt_entry *entry,
    dt_verify_is *is, const void *of, const struct dt_vkey **key,
    struct dt_error *why)
{
	bool known = false;
	*key = NULL;
	if (entry != NULL && by_registry(v, entry, is, of, key, &known) ==
	    DT_VERDICT_GOOD)
		return DT_VERDICT_GOOD;
	if (!known && by_any(v, entry == NULL, is, of, key))
		return DT_VERDICT_GOOD;
	if (known)
		return dt_verdict_say(why, DT_VERDICT_FORGED, "it is not "
		    "signed by the key that is registered for '%.*s'",
		    DT_LINES_SHOW(dt_entry_signer(entry)));
	if (v->n_keys == 0 && v->n_registries == 0)
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "no key is "
		    "known: name one by --key, or put its .vkey file "
		    "beside it");
	return dt_verdict_say(why, DT_VERDICT_FORGED, "it is signed by none "
	    "of the keys that are %s", v->named ? "named" : "beside it");
}

/* Of a signature line, its name; of no other line. */
static bool
is_signature(struct dt_lines_word line, struct dt_lines_word *name)
{
	static const char dash[] = "\xe2\x80\x94 ";
	size_t head = sizeof(dash) - 1;
	if (line.size <= head || memcmp(line.at, dash, head) != 0)
		return false;
	const char *end = memchr(line.at + head, ' ', line.size - head);
	if (end == NULL)
		return false;
	*name = (struct dt_lines_word){ line.at + head,
		(size_t)(end - line.at) - head };
	return true;
}

static enum dt_verdict
find_log(const struct dt_verify *v, struct dt_lines_word origin,
    struct dt_vkey *log, struct dt_error *why)
{
	const struct dt_vkey *key = dt_verify_find(v, DT_VKEY_ED25519,
	    origin);
	for (size_t i = 0; i < v->n_registries && key == NULL; i++)
		for (size_t j = 0; j < v->registries[i].n; j++)
			if (dt_lines_same(v->registries[i].rows[j].key.name,
			    origin))
				key = &v->registries[i].rows[j].key;
	if (key == NULL)
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "the key of "
		    "the log '%.*s' is not known", DT_LINES_SHOW(origin));
	*log = *key;
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
add_witness(const struct dt_verify *v, struct dt_lines_word name,
    struct dt_vkey *witnesses, size_t *n, struct dt_error *why)
{
	const struct dt_vkey *key = dt_verify_find(v, DT_VKEY_COSIGNER, name);
	if (key == NULL || *n == DT_NOTE_WITNESSES_MOST)
		return dt_verdict_say(why, DT_VERDICT_STRANGER,
		    "the key of the witness '%.*s' is not known",
		    DT_LINES_SHOW(name));
	for (size_t i = 0; i < *n; i++)
		if (dt_vkey_same(&witnesses[i], key))
			return DT_VERDICT_GOOD;
	witnesses[(*n)++] = *key;
	return DT_VERDICT_GOOD;
}

enum dt_verdict
dt_verify_log(struct dt_verify *v, struct dt_lines_word text,
    struct dt_note_pins *pins, struct dt_error *why)
{
	struct dt_vkey *witnesses = dt_arena_new(v->arena,
	    DT_NOTE_WITNESSES_MOST, sizeof(*witnesses));
	size_t next = 0, first = dt_text_line(text.at, text.size, &next);
	struct dt_lines_word name, origin = { text.at, first };
	if (witnesses == NULL)
		return dt_verdict_no_memory(why);
	*pins = (struct dt_note_pins){ .witnesses = witnesses };
	enum dt_verdict verdict = find_log(v, origin, &pins->log, why);
	for (size_t at = next; at < text.size && !verdict; at += next) {
		struct dt_lines_word line = { text.at + at,
			dt_text_line(text.at + at, text.size - at, &next) };
		if (is_signature(line, &name) &&
		    !dt_lines_same(name, pins->log.name))
			verdict = add_witness(v, name, witnesses, &pins->n,
			    why);
	}
	return verdict;
}
