/* verify_against: files that are authentic each by itself, and cannot all be
 * true: two checkpoints of one size, two texts of one signer for one slot. */
#include <string.h>

#include "party/verify_internal.h"

static bool
same_name(const struct dt_verify_file *a, const struct dt_verify_file *b)
{
	return a->signer != NULL && b->signer != NULL &&
	    strcmp(a->signer, b->signer) == 0;
}

static bool
equivocate(const struct dt_verify_file *a, const struct dt_verify_file *b)
{
	return a->is_entry && b->is_entry && a->entry.kind == b->entry.kind &&
	    a->entry.run == b->entry.run &&
	    a->entry.round == b->entry.round && same_name(a, b) &&
	    dt_entry_same_slot(&a->text, &b->text) &&
	    (a->text.size != b->text.size ||
	    memcmp(a->text.text, b->text.text, a->text.size) != 0);
}

static bool
forks(const struct dt_verify_file *a, const struct dt_verify_file *b)
{
	return a->head != NULL && b->head != NULL && same_name(a, b) &&
	    a->head->size == b->head->size &&
	    !dt_merkle_same(&a->head->root, &b->head->root);
}

static enum dt_status
accuse(struct dt_verify *v, struct dt_verify_file *file,
    const struct dt_verify_file *other, struct dt_error *err)
{
	file->words = dt_arena_print(v->arena, "%s signed it, and %s, which "
	    "contradicts it", file->signer, other->path);
	return file->words ? DT_OK : dt_status_no_memory(err);
}

/* What was good by itself when all had been read. */
static enum dt_status
look(struct dt_verify *v, struct dt_verify_file *file, const bool *good,
    struct dt_error *err)
{
	for (size_t i = 0; i < v->n; i++) {
		const struct dt_verify_file *other = &v->files[i];
		if (!good[i] || !(equivocate(file, other) ||
		    forks(file, other)))
			continue;
		file->verdict = DT_VERDICT_POINTLESS;
		v->bad++;
		return accuse(v, file, other, err);
	}
	return DT_OK;
}

enum dt_status
dt_verify_against(struct dt_verify *v, struct dt_error *err)
{
	bool *good = dt_arena_new(v->arena, v->n + 1, sizeof(*good));
	enum dt_status status = good ? DT_OK : dt_status_no_memory(err);
	for (size_t i = 0; i < v->n && good != NULL; i++)
		good[i] = v->files[i].verdict == DT_VERDICT_GOOD;
	for (size_t i = 0; i < v->n && status == DT_OK; i++)
		if (good[i])
			status = look(v, &v->files[i], good, err);
	return status;
}
