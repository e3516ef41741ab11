/* catalogue_list: all files of a kind; see catalogue.h. */
#include "catalogue/catalogue_internal.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct listing {
	const struct dt_catalogue *catalogue;
	const struct dt_catalogue_kind *kind;
	struct dt_catalogue_folder found;       /* of the kind, each name once */
};

static bool
add(struct dt_arena *arena, struct dt_catalogue_folder *to,
    struct dt_catalogue_entry entry)
{
	if (to->n == to->room) {
		size_t room = to->room ? 2 * to->room : 32;
		struct dt_catalogue_entry *more = dt_arena_new(arena, room,
		    sizeof(*more));
		if (more == NULL)
			return false;
		if (to->n > 0)
			memcpy(more, to->entries, to->n * sizeof(*more));
		to->entries = more;
		to->room = room;
	}
	to->entries[to->n++] = entry;
	return true;
}

static const char *
text_of(const struct dt_node *root, const char *key, const char *absent)
{
	const struct dt_node *node = dt_node_get(root, key);
	return node != NULL && node->kind == DT_NODE_SCALAR ? node->text :
	    absent;
}

/* Without a kind: a file that is none of ours. A faulty one is shown so. */
static enum dt_status
read_file(const struct dt_catalogue *c, const char *path, const char *name,
    struct dt_catalogue_entry *entry)
{
	struct dt_faults faults = { .arena = c->arena };
	struct dt_error err = { 0 };
	struct dt_node *root;
	const struct dt_catalogue_kind *kind;
	enum dt_status status = dt_catalogue_read(c, path, &root, &kind,
	    &faults, &err);
	bool faulty = status != DT_OK;
	*entry = (struct dt_catalogue_entry){
		.name = name, .path = path, .kind = kind,
		.title = text_of(root, "title", ""),
		.status = text_of(root, "status", "stylised"),
		.summary = faulty && faults.n > 0 ? faults.list[0].message :
		    faulty ? "" : text_of(root, "summary", ""),
	};
	return status == DT_ENOMEM ? status : DT_OK;
}

static enum dt_status
read_folder(const struct dt_catalogue *c, struct dt_catalogue_folder *folder)
{
	DIR *dir = opendir(folder->path);
	enum dt_status status = DT_OK;
	struct dirent *file;
	while (status == DT_OK && dir != NULL && (file = readdir(dir))) {
		size_t length = strlen(file->d_name);
		struct dt_catalogue_entry entry;
		if (length < 6 || file->d_name[0] == '.' ||
		    strcmp(file->d_name + length - 5, ".yaml") != 0)
			continue;
		char *name = dt_arena_copy_n(c->arena, file->d_name,
		    length - 5);
		char *path = strcmp(folder->path, ".") == 0 ?
		    dt_arena_copy(c->arena, file->d_name) : dt_arena_print(
		    c->arena, "%s/%s", folder->path, file->d_name);
		status = name && path ? read_file(c, path, name, &entry) :
		    DT_ENOMEM;
		if (status == DT_OK && entry.kind != NULL &&
		    !add(c->arena, folder, entry))
			status = DT_ENOMEM;
	}
	if (dir != NULL)
		closedir(dir);
	return status;
}

/* What a folder holds; read the first time. NULL: memory is out. */
static const struct dt_catalogue_folder *
folder_of(const struct dt_catalogue *c, const char *path)
{
	struct dt_catalogue_folder *folder = c->index ? *c->index : NULL;
	while (folder != NULL && strcmp(folder->path, path) != 0)
		folder = folder->next;
	if (folder != NULL)
		return folder;
	folder = dt_arena_new(c->arena, 1, sizeof(*folder));
	if (folder == NULL)
		return NULL;
	*folder = (struct dt_catalogue_folder){ .path = path };
	if (read_folder(c, folder) != DT_OK)
		return NULL;
	if (c->index != NULL) {
		folder->next = *c->index;
		*c->index = folder;
	}
	return folder;
}

static enum dt_status
add_folder(struct listing *l, const char *path)
{
	const struct dt_catalogue_folder *folder =
	    folder_of(l->catalogue, path);
	if (folder == NULL)
		return DT_ENOMEM;
	for (size_t i = 0; i < folder->n; i++) {
		const struct dt_catalogue_entry *entry = &folder->entries[i];
		bool known = entry->kind != l->kind;
		for (size_t k = 0; !known && k < l->found.n; k++)
			known = strcmp(l->found.entries[k].name,
			    entry->name) == 0;
		if (!known && !add(l->catalogue->arena, &l->found, *entry))
			return DT_ENOMEM;
	}
	return DT_OK;
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
	*entries = l.found.entries;
	*n = l.found.n;
	if (*n > 0)
		qsort(*entries, *n, sizeof(**entries), by_name);
	return DT_OK;
}
