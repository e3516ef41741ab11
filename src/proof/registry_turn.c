/* registry_turn: keys that change within a log; see registry.h. */
#include <string.h>

#include "base/memory.h"
#include "proof/key.h"
#include "proof/registry.h"

/* Is it a key that counts now, its agent's own among them? */
static bool
is_taken(const struct dt_registry *registry, const struct dt_vkey *key)
{
	for (size_t i = 0; i < registry->n; i++)
		if (dt_vkey_same_point(&registry->rows[i].key, key) ||
		    dt_vkey_same_point(&registry->rows[i].identity, key))
			return true;
	return false;
}

static const char *
find_fault(const struct dt_registry *registry,
    const struct dt_registry_row *row, const struct dt_entry *entry)
{
	if (memcmp(entry->experiment, registry->experiment,
	    DT_HASH_BYTES) != 0)
		return "it is of another experiment";
	if (entry->kind == DT_ENTRY_REVOKE)
		return dt_vkey_same(&entry->key, &row->key) ? NULL :
		    "the key that it revokes is not the agent's";
	if (!dt_key_is_session_name(entry->key.name, entry->identity.name,
	    registry->experiment))
		return "the key is not named after identity and experiment";
	return is_taken(registry, &entry->key) ||
	    is_taken(registry, &entry->identity) ||
	    dt_vkey_same_point(&entry->key, &entry->identity) ?
	    "the key is somebody's already" : NULL;
}

static enum dt_verdict
rotate(struct dt_registry_row *row, const struct dt_entry_signed *turn,
    struct dt_error *why)
{
	struct dt_entry entry;
	char *copy = dt_memory_new(turn->size, 1);
	if (copy == NULL)
		return dt_verdict_no_memory(why);
	memcpy(copy, turn->text, turn->size);
	enum dt_verdict verdict = dt_entry_read(copy, turn->size, &entry, why);
	if (verdict) {
		dt_memory_free(copy);
		return verdict;
	}
	dt_memory_free(row->turned);
	row->turned = copy;
	row->key = entry.key;
	row->identity = entry.identity;
	return DT_VERDICT_GOOD;
}

enum dt_verdict
dt_registry_turn(struct dt_registry *registry,
    const struct dt_entry_signed *turn, struct dt_error *why)
{
	struct dt_entry entry;
	enum dt_verdict verdict = dt_registry_check(registry, turn, &entry,
	    why);
	if (verdict)
		return verdict;
	if (entry.kind != DT_ENTRY_ROTATE && entry.kind != DT_ENTRY_REVOKE)
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "'%s' turns no key", dt_entry_word(entry.kind));
	struct dt_registry_row *row = registry->rows;
	while (!dt_lines_same(row->agent, entry.agent))
		row++;
	const char *fault = find_fault(registry, row, &entry);
	if (fault != NULL)
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "'%s' of "
		    "'%.*s' does not count: %s", dt_entry_word(entry.kind),
		    DT_LINES_SHOW(entry.agent), fault);
	if (entry.kind == DT_ENTRY_ROTATE)
		return rotate(row, turn, why);
	row->revoked = true;
	return DT_VERDICT_GOOD;
}
