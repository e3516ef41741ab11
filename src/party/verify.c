/* verify: see verify.h. Loading, and the order in which files are checked. */
#include <string.h>

#include "base/memory.h"
#include "party/verify_internal.h"

const char *
dt_verify_word(enum dt_verdict verdict)
{
	static const char *const words[] = { "good", "malformed", "stranger",
		"forged", "unproved", "pointless", "unknown" };
	return words[verdict];
}

/* An entry alone, or with its signature under it. */
static void
read_entry(struct dt_verify_file *file)
{
	struct dt_lines lines = { file->bytes, file->size, false };
	struct dt_lines_word text;
	file->text.text = file->bytes;
	file->text.size = file->size;
	if (dt_note_take_text(&lines, &text, NULL) == DT_VERDICT_GOOD) {
		file->text.size = text.size;
		file->is_signed = true;
	}
	file->is_entry = dt_entry_read(file->text.text, file->text.size,
	    &file->entry, NULL) == DT_VERDICT_GOOD;
}

enum dt_status
dt_verify_load(struct dt_verify *v, const char *path, struct dt_error *err)
{
	struct dt_verify_file file = { .path = path }, *more;
	enum dt_status status = dt_verify_read(v, path, false, &file.bytes,
	    &file.size, err);
	if (status)
		return status;
	const struct dt_verify_kind *kind = dt_verify_kinds;
	while (kind->word != NULL && !kind->is(kind, &file))
		kind++;
	file.kind = kind->word ? kind : NULL;
	if (kind->check == dt_verify_check_entry)
		read_entry(&file);
	more = dt_arena_grow(v->arena, v->files, v->n, &v->room,
	    sizeof(*more));
	if (more == NULL)
		return dt_status_no_memory(err);
	v->files = more;
	v->files[v->n++] = file;
	return v->named ? DT_OK : dt_verify_beside(v, path, err);
}

/* Registrations and rotations first, for they say whose keys are whose;
 * openings last, for they want their commitments. */
static int
turn(const struct dt_verify_file *file)
{
	if (!file->is_entry)
		return 2;
	return file->entry.kind == DT_ENTRY_REGISTER ? 0 :
	    file->entry.kind == DT_ENTRY_ROTATE ? 1 :
	    file->entry.kind == DT_ENTRY_OPEN ? 3 : 2;
}

static enum dt_status
check(struct dt_verify *v, struct dt_verify_file *file, struct dt_error *err)
{
	struct dt_error why = { 0 };
	file->verdict = file->kind != NULL ? file->kind->check(v, file,
	    &why) : dt_verdict_say(&why, DT_VERDICT_MALFORMED,
	    "it is of no kind that is known");
	if (file->verdict == DT_VERDICT_UNKNOWN) {
		if (err != NULL)
			*err = why;
		return why.status ? why.status : dt_status_no_memory(err);
	}
	if (file->verdict == DT_VERDICT_GOOD)
		return DT_OK;
	v->bad++;
	file->words = dt_arena_copy(v->arena, why.message);
	return file->words ? DT_OK : dt_status_no_memory(err);
}

static enum dt_status
make_pins(struct dt_verify *v, struct dt_error *err)
{
	v->pins = dt_arena_new(v->arena, v->n_keys + 1, sizeof(*v->pins));
	if (v->pins == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < v->n_keys; i++)
		if (v->keys[i].type == DT_VKEY_ED25519)
			v->pins[v->pinned++] = (struct dt_registry_pin){
				v->agents[i], v->keys[i] };
	return DT_OK;
}

enum dt_status
dt_verify_all(struct dt_verify *v, struct dt_error *err)
{
	enum dt_status status = make_pins(v, err);
	for (int now = 0; now <= 3; now++)
		for (size_t i = 0; i < v->n && status == DT_OK; i++)
			if (turn(&v->files[i]) == now)
				status = check(v, &v->files[i], err);
	return status ? status : dt_verify_against(v, err);
}

void
dt_verify_free(struct dt_verify *v)
{
	for (size_t i = 0; i < v->n_registries; i++)
		dt_registry_free(&v->registries[i]);
	v->n_registries = 0;
}
