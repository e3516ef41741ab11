/* registry_enrol: students of a class, each named after a key; see
 * registry.h. */
#include "proof/registry.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { NAME_MOST = 40 };

static void
name_after(const struct dt_registry *registry, const unsigned char *key,
    char name[NAME_MOST])
{
	unsigned char hash[DT_HASH_BYTES];
	dt_hash_of(key, DT_SIGN_PUBLIC, hash);
	snprintf(name, NAME_MOST, "b%zu.p%02x%02x%02x%02x", registry->block,
	    hash[0], hash[1], hash[2], hash[3]);
}

static const char *
find_fault(const struct dt_registry *registry, const struct dt_entry *entry,
    const char *name)
{
	if (entry->kind != DT_ENTRY_ENROL || !registry->class)
		return "it enrols in no class";
	if (memcmp(entry->experiment, registry->class_digest,
	    DT_HASH_BYTES) != 0)
		return "it is of another class";
	if (dt_registry_find(registry, dt_lines_word(name)) != NULL)
		return "who signs it is enrolled already";
	for (size_t i = 0; i < registry->n; i++)
		if (memcmp(registry->rows[i].key.public, entry->key.public,
		    DT_SIGN_PUBLIC) == 0 || memcmp(registry->rows[i].identity.
		    public, entry->key.public, DT_SIGN_PUBLIC) == 0)
			return "the key is another's";
	return NULL;
}

static enum dt_verdict
keep(struct dt_registry *registry, const struct dt_entry_signed *taken,
    const struct dt_vkey *key, const char *name, struct dt_error *why)
{
	char *text = dt_memory_new(taken->size + 1, 1);
	char *own = dt_memory_new(strlen(name) + 1, 1);
	if (text == NULL || own == NULL || !dt_memory_reserve(
	    &registry->rows, &registry->room, registry->n + 1,
	    sizeof(*registry->rows))) {
		dt_memory_free(text);
		dt_memory_free(own);
		return dt_verdict_no_memory(why);
	}
	memcpy(text, taken->text, taken->size);
	memcpy(own, name, strlen(name));
	struct dt_registry_row *row = &registry->rows[registry->n++];
	*row = (struct dt_registry_row){ .text = text, .size = taken->size,
		.turned = own, .agent = dt_lines_word(own),
		.role = dt_lines_word("student"), .key = *key,
		.identity = *key, .student = true };
	row->key.name = row->identity.name = row->agent;
	return DT_VERDICT_GOOD;
}

enum dt_verdict
dt_registry_enrol(struct dt_registry *registry,
    const struct dt_entry_signed *enrolment, struct dt_error *why)
{
	struct dt_entry entry;
	struct dt_vkey key;
	char name[NAME_MOST];
	enum dt_verdict verdict = dt_entry_read(enrolment->text,
	    enrolment->size, &entry, why);
	if (verdict != DT_VERDICT_GOOD)
		return verdict;
	name_after(registry, entry.key.public, name);
	const char *fault = find_fault(registry, &entry, name);
	if (fault != NULL)
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "the "
		    "enrolment of '%s' does not count: %s", name, fault);
	if (!dt_vkey_make(&key, dt_lines_word(name), DT_VKEY_ED25519,
	    entry.key.public))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED, "the "
		    "enrolment of '%s' has no public key", name);
	if (!dt_sign_verify(key.public, enrolment->text, enrolment->size,
	    enrolment->signature))
		return dt_verdict_say(why, DT_VERDICT_FORGED, "the enrolment "
		    "of '%s' is not signed by its key", name);
	return keep(registry, enrolment, &key, name, why);
}

static bool
is_of(const struct dt_entry_signed *entry, const char *line)
{
	size_t n = strlen(line);
	return entry->size >= n && memcmp(entry->text, line, n) == 0;
}

static bool
enrols(const struct dt_entry_signed *entry)
{
	return is_of(entry, "detente.example/enrol/");
}

bool
dt_registry_introduces(const struct dt_entry_signed *entry)
{
	return enrols(entry) || is_of(entry, "detente.example/register/");
}

enum dt_verdict
dt_registry_introduce(struct dt_registry *registry,
    const struct dt_entry_signed *entry, struct dt_error *why)
{
	return enrols(entry) ? dt_registry_enrol(registry, entry, why) :
	    dt_registry_add(registry, entry, why);
}
