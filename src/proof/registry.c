/* registry: see registry.h. */
#include "proof/registry.h"

#include <string.h>

#include "base/memory.h"
#include "proof/key.h"

static bool
is_pinned(const struct dt_registry *registry, const struct dt_entry *entry)
{
	bool known = false;
	if (registry->pins == NULL)
		return true;
	for (size_t i = 0; i < registry->pinned; i++) {
		const struct dt_registry_pin *pin = &registry->pins[i];
		if (dt_vkey_same(&pin->identity, &entry->identity) &&
		    (pin->agent == NULL ||
		    dt_lines_is(entry->agent, pin->agent)))
			return true;
		known |= pin->agent != NULL &&
		    dt_lines_is(entry->agent, pin->agent);
	}
	return registry->newcomers && !known;
}

/* Why the keys that an entry names cannot be its agent's, or NULL. */
static const char *
find_key_fault(const struct dt_registry *registry,
    const struct dt_entry *entry)
{
	if (!dt_key_is_session_name(entry->key.name, entry->identity.name,
	    registry->experiment))
		return "the key is not named after identity and experiment";
	if (dt_vkey_same_point(&entry->key, &entry->identity))
		return "the key is the identity";
	for (size_t i = 0; i < registry->n; i++) {
		const struct dt_registry_row *row = &registry->rows[i];
		if (dt_vkey_same_point(&row->key, &entry->key) ||
		    dt_vkey_same_point(&row->key, &entry->identity) ||
		    dt_vkey_same_point(&row->identity, &entry->key))
			return "the key is another agent's";
	}
	return NULL;
}

/* Why it cannot be a registration of this experiment, or NULL. */
static const char *
find_fault(const struct dt_registry *registry, const struct dt_entry *entry)
{
	if (memcmp(entry->experiment, registry->experiment,
	    DT_HASH_BYTES) != 0)
		return "it is of another experiment";
	if (dt_registry_find(registry, entry->agent) != NULL)
		return "the agent is registered already";
	return find_key_fault(registry, entry);
}

static bool
make_room(struct dt_registry *registry)
{
	if (registry->n < registry->room)
		return true;
	size_t room = registry->room ? 2 * registry->room : 8;
	struct dt_registry_row *rows = dt_memory_resize(registry->rows, room,
	    sizeof(*rows));
	if (rows == NULL)
		return false;
	registry->rows = rows;
	registry->room = room;
	return true;
}

/* The same word in the copy. */
static struct dt_lines_word
moved(struct dt_lines_word word, const char *from, const char *to)
{
	return (struct dt_lines_word){ to + (word.at - from), word.size };
}

static enum dt_verdict
keep(struct dt_registry *registry, const struct dt_entry_signed *taken,
    const struct dt_entry *entry, struct dt_error *why)
{
	const char *from = taken->text;
	char *copy = make_room(registry) ? dt_memory_new(taken->size, 1) :
	    NULL;
	if (copy == NULL)
		return dt_verdict_no_memory(why);
	memcpy(copy, from, taken->size);
	struct dt_registry_row *row = &registry->rows[registry->n++];
	*row = (struct dt_registry_row){ .text = copy, .size = taken->size,
		.agent = moved(entry->agent, from, copy),
		.role = moved(entry->role, from, copy),
		.key = entry->key, .identity = entry->identity };
	row->key.name = moved(entry->key.name, from, copy);
	row->identity.name = moved(entry->identity.name, from, copy);
	return DT_VERDICT_GOOD;
}

/* May who signs it register the agent? */
static enum dt_verdict
admit(const struct dt_registry *registry, const struct dt_entry *entry,
    struct dt_error *why)
{
	if (entry->kind != DT_ENTRY_REGISTER)
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "'%s' is no registration", dt_entry_word(entry->kind));
	if (!is_pinned(registry, entry))
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "'%.*s' is "
		    "registered by '%.*s', who is not pinned for it",
		    DT_LINES_SHOW(entry->agent),
		    DT_LINES_SHOW(entry->identity.name));
	const char *fault = find_fault(registry, entry);
	if (fault != NULL)
		return dt_verdict_say(why, DT_VERDICT_POINTLESS,
		    "the registration of '%.*s' does not count: %s",
		    DT_LINES_SHOW(entry->agent), fault);
	return DT_VERDICT_GOOD;
}

enum dt_verdict
dt_registry_add(struct dt_registry *registry,
    const struct dt_entry_signed *registration, struct dt_error *why)
{
	struct dt_entry entry;
	enum dt_verdict verdict = dt_entry_read(registration->text,
	    registration->size, &entry, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = admit(registry, &entry, why);
	if (verdict)
		return verdict;
	if (!dt_sign_verify(entry.identity.public, registration->text,
	    registration->size, registration->signature))
		return dt_verdict_say(why, DT_VERDICT_FORGED,
		    "the registration of '%.*s' is not signed by '%.*s'",
		    DT_LINES_SHOW(entry.agent),
		    DT_LINES_SHOW(entry.identity.name));
	return keep(registry, registration, &entry, why);
}

const struct dt_registry_row *
dt_registry_find(const struct dt_registry *registry,
    struct dt_lines_word agent)
{
	for (size_t i = 0; i < registry->n; i++)
		if (dt_lines_same(registry->rows[i].agent, agent))
			return &registry->rows[i];
	return NULL;
}

const struct dt_registry_row *
dt_registry_of(const struct dt_registry *registry,
    const struct dt_entry *entry)
{
	if (entry->kind != DT_ENTRY_ENROL)
		return dt_registry_find(registry, dt_entry_signer(entry));
	for (size_t i = 0; i < registry->n; i++)
		if (registry->rows[i].student && memcmp(registry->rows[i].key.
		    public, entry->key.public, DT_SIGN_PUBLIC) == 0)
			return &registry->rows[i];
	return NULL;
}

const struct dt_vkey *
dt_registry_signer(const struct dt_registry *registry,
    const struct dt_entry *entry)
{
	const struct dt_registry_row *row = dt_registry_of(registry, entry);
	const char *role = dt_entry_role(entry->kind);
	if (row == NULL || row->revoked ||
	    (role != NULL && !dt_lines_is(row->role, role)))
		return NULL;
	return dt_entry_by(entry->kind) == DT_ENTRY_BY_IDENTITY ?
	    &row->identity : &row->key;
}

enum dt_verdict
dt_registry_check(const struct dt_registry *registry,
    const struct dt_entry_signed *signed_entry, struct dt_entry *entry,
    struct dt_error *why)
{
	enum dt_verdict verdict = dt_entry_read(signed_entry->text,
	    signed_entry->size, entry, why);
	if (verdict)
		return verdict;
	struct dt_lines_word name = dt_entry_signer(entry);
	const struct dt_vkey *signer = dt_registry_signer(registry, entry);
	const struct dt_registry_row *row = dt_registry_of(registry, entry);
	if (signer == NULL)
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "'%.*s' is "
		    "not registered for entries '%s'", DT_LINES_SHOW(name),
		    dt_entry_word(entry->kind));
	if ((entry->kind == DT_ENTRY_REGISTER ||
	    entry->kind == DT_ENTRY_ENROL) &&
	    (row->size != signed_entry->size ||
	    memcmp(row->text, signed_entry->text, row->size) != 0))
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "'%.*s' is "
		    "registered otherwise", DT_LINES_SHOW(name));
	if (!dt_sign_verify(signer->public, signed_entry->text,
	    signed_entry->size, signed_entry->signature))
		return dt_verdict_say(why, DT_VERDICT_FORGED, "entry '%s' is "
		    "not signed by '%.*s'", dt_entry_word(entry->kind),
		    DT_LINES_SHOW(signer->name));
	return DT_VERDICT_GOOD;
}

static void
free_row(struct dt_registry_row *row)
{
	dt_memory_free(row->text);
	dt_memory_free(row->turned);
}

void
dt_registry_free(struct dt_registry *registry)
{
	for (size_t i = 0; i < registry->n; i++)
		free_row(&registry->rows[i]);
	dt_memory_free(registry->rows);
	registry->rows = NULL;
	registry->n = registry->room = 0;
}
