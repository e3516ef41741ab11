/* pledge_set: what is asked before a halt is: the set of its keys, and when
 * it is too late; see pledge.h. */
#include "proof/pledge.h"

#include <stdlib.h>
#include <string.h>

const char *
dt_pledge_word(enum dt_pledge_answer answer)
{
	static const char *const words[DT_PLEDGE_ANSWERS] = { "binding",
		"missing", "late", "other-text", "other-set", "equivocated",
		"withdrawn" };
	return words[answer];
}

static int
by_bytes(const void *a, const void *b)
{
	return memcmp(a, b, DT_SIGN_PUBLIC);
}

enum dt_status
dt_pledge_set(const struct dt_registry *registry,
    const struct dt_lines_word *parties, size_t n, struct dt_entry *pledge,
    struct dt_error *err)
{
	pledge->awaited = 0;
	if (n < 1 || n > DT_ENTRY_KEYS_MOST)
		return dt_status_fail(err, DT_EUSAGE,
		    "a halt is of 1 to %d parties", DT_ENTRY_KEYS_MOST);
	for (size_t i = 0; i < n; i++) {
		const struct dt_registry_row *row = dt_registry_find(registry,
		    parties[i]);
		if (row == NULL)
			return dt_status_fail(err, DT_EUSAGE,
			    "'%.*s' is not registered",
			    DT_LINES_SHOW(parties[i]));
		memcpy(pledge->awaits[pledge->awaited++], row->key.public,
		    DT_SIGN_PUBLIC);
	}
	qsort(pledge->awaits, n, DT_SIGN_PUBLIC, by_bytes);
	return DT_OK;
}

static bool
is_commitment(const struct dt_entry *entry, uint64_t run, uint64_t round)
{
	return entry->kind == DT_ENTRY_COMMIT && entry->run == run &&
	    entry->round == round;
}

enum dt_status
dt_pledge_deadline(const struct dt_entry_signed *log, uint64_t n,
    const struct dt_registry *registry, uint64_t run, uint64_t round,
    uint64_t *deadline, struct dt_error *err)
{
	struct dt_entry entry;
	for (uint64_t i = 0; i < n; i++) {
		enum dt_verdict verdict = dt_entry_read(log[i].text,
		    log[i].size, &entry, err);
		bool found = verdict == DT_VERDICT_GOOD &&
		    is_commitment(&entry, run, round);
		if (found)
			verdict = dt_registry_check(registry, &log[i], &entry,
			    err);
		if (verdict == DT_VERDICT_UNKNOWN)
			return DT_ENOMEM;
		*deadline = i;
		if (found && verdict == DT_VERDICT_GOOD)
			return DT_OK;
	}
	*deadline = n;
	return DT_OK;
}
