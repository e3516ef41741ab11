/* seal_sign: an entry, signed, behind those that a seal has; see seal.h. */
#include "play/seal.h"

#include "base/memory.h"

static bool
grow(struct dt_seal *seal)
{
	size_t room = seal->room ? 2 * seal->room : 64;
	struct dt_seal_entry *entries = dt_memory_resize(seal->entries, room,
	    sizeof(*entries));
	if (entries == NULL)
		return false;
	seal->entries = entries;
	seal->room = room;
	return true;
}

enum dt_status
dt_seal_write(size_t seat, const struct dt_entry *entry,
    struct dt_seal *seal, struct dt_error *err)
{
	if (seal->n == seal->room && !grow(seal))
		return dt_status_no_memory(err);
	struct dt_seal_entry *e = &seal->entries[seal->n];
	*e = (struct dt_seal_entry){ .kind = entry->kind, .seat = seat,
	    .round = (int64_t)entry->round, .at = seal->texts.size,
	    .bare = true };
	enum dt_status status = dt_entry_print(entry, &seal->texts, err);
	if (status)
		return status;
	e->size = seal->texts.size - e->at;
	dt_merkle_leaf(seal->texts.bytes + e->at, e->size, &e->leaf);
	seal->n++;
	return DT_OK;
}

enum dt_status
dt_seal_sign(const struct dt_roster *roster, size_t seat,
    const struct dt_entry *entry, struct dt_seal *seal,
    struct dt_error *err)
{
	const struct dt_roster_seat *s = &roster->seats[seat];
	enum dt_status status = dt_seal_write(seat, entry, seal, err);
	if (status)
		return status;
	struct dt_seal_entry *e = &seal->entries[seal->n - 1];
	e->bare = false;
	dt_key_sign(dt_entry_by(entry->kind) == DT_ENTRY_BY_IDENTITY ?
	    s->identity : s->session, seal->texts.bytes + e->at, e->size,
	    e->signature);
	return DT_OK;
}
