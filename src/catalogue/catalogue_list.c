/* catalogue_list: all files of a kind; see catalogue.h. */
#include "catalogue/catalogue_internal.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct listing {
	const struct dt_catalogue *catalogue;
	const struct dt_catalogue_kind *kind;
	struct dt_catalogue_entry *entries;
	size_t n, room;
};

static bool
add(struct listing *l, struct dt_catalogue_entry entry)
{
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->entries[i].name, entry.name) == 0)
			return true;
	if (l->n == l->room) {
		size_t room = l->room ? 2 * l->room : 32;
		struct dt_catalogue_entry *more = dt_arena_new(
		    l->catalogue->arena, room, sizeof(*more));
		if (more == NULL)
			return false;
		if (l->n > 0)
			memcpy(more, l->entries, l->n * sizeof(*more));
		l->entries = more;
		l->room = room;
	}
	l->entries[l->n++] = entry;
	return true;
}

static const char *
text_of(const struct dt_node *root, const char *key, const char *absent)
{
	const struct dt_node *node = dt_node_get(root, key);
	return node != NULL && node->kind == DT_NODE_SCALAR ? node->text :
	    absent;
}

/* A file of another kind is passed over; a faulty one is shown as such. */
static enum dt_status
add_file(struct listing *l, const char *path, const char *name)
{
	struct dt_faults faults = { .arena = l->catalogue->arena };
	struct dt_error err = { 0 };
	struct dt_node *root;
	const struct dt_catalogue_kind *kind;
	enum dt_status status = dt_catalogue_read(l->catalogue, path, &root,
	    &kind, &faults, &err);
	if (status == DT_ENOMEM)
		return status;
	if (kind != l->kind)
		return DT_OK;
	bool faulty = status != DT_OK;
	struct dt_catalogue_entry entry = {
		.name = name, .path = path, .kind = l->kind,
		.title = text_of(root, "title", ""),
		.status = text_of(root, "status", "stylised"),
		.summary = faulty ? faults.list[0].message :
		    text_of(root, "summary", ""),
	};
	return add(l, entry) ? DT_OK : DT_ENOMEM;
}

static enum dt_status
add_folder(struct listing *l, const char *folder)
{
	DIR *dir = opendir(folder);
	enum dt_status status = DT_OK;
	struct dt_arena *arena = l->catalogue->arena;
	struct dirent *file;
	while (status == DT_OK && dir != NULL && (file = readdir(dir))) {
		size_t length = strlen(file->d_name);
		if (length < 6 || file->d_name[0] == '.' ||
		    strcmp(file->d_name + length - 5, ".yaml") != 0)
			continue;
		char *name = dt_arena_copy_n(arena, file->d_name, length - 5);
		char *path = strcmp(folder, ".") == 0 ?
		    dt_arena_copy(arena, file->d_name) :
		    dt_arena_print(arena, "%s/%s", folder, file->d_name);
		status = name && path ? add_file(l, path, name) : DT_ENOMEM;
	}
	if (dir != NULL)
		closedir(dir);
	return status;
}

static int
by_name(const void *a, const void *b)
{
	const struct dt_catalogue_entry *x = a, *y = b;
	return strcmp(x->name, y->name);
}

enum dt_status
dt_catalogue_list(const struct dt_catalogue *catalogue,
    const struct dt_catalogue_kind *kind, struct dt_catalogue_entry **entries,
    size_t *n, struct dt_error *err)
{
	struct listing l = { .catalogue = catalogue, .kind = kind };
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && catalogue->roots[i]; i++) {
		const char *root = catalogue->roots[i];
		status = add_folder(&l, root);
		for (const char *const *f = kind->folders;
		    status == DT_OK && *f != NULL; f++) {
			char *folder = strcmp(root, ".") == 0 ?
			    dt_arena_copy(catalogue->arena, *f) :
			    dt_arena_print(catalogue->arena, "%s/%s", root,
			    *f);
			status = folder ? add_folder(&l, folder) : DT_ENOMEM;
		}
	}
	if (status != DT_OK)
		return dt_status_no_memory(err);
	if (l.n > 0)
		qsort(l.entries, l.n, sizeof(*l.entries), by_name);
	*entries = l.entries;
	*n = l.n;
	return DT_OK;
}
