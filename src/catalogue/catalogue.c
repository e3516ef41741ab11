/* catalogue: roots, and finding files; see catalogue.h. */
#include "catalogue/catalogue.h"

#include <string.h>
#include <unistd.h>

#include "catalogue/catalogue_internal.h"
#include "catalogue/nickname.h"

static size_t
count_roots(const char *path, const char *const *brought)
{
	size_t n = 2;
	for (; path != NULL && *path != '\0'; path++)
		n += *path == ':';
	while (brought != NULL && *brought != NULL) {
		n++;
		brought++;
	}
	return n + 1;
}

enum dt_status
dt_catalogue_open(struct dt_catalogue *catalogue, struct dt_arena *arena,
    const char *path, const char *const *brought, struct dt_error *err)
{
	const char **roots = dt_arena_new(arena, count_roots(path, brought),
	    sizeof(*roots));
	if (roots == NULL)
		return dt_status_no_memory(err);
	size_t n = 0;
	roots[n++] = ".";
	while (path != NULL && *path != '\0') {
		size_t length = strcspn(path, ":");
		if (length > 0 && (roots[n++] = dt_arena_copy_n(arena, path,
		    length)) == NULL)
			return dt_status_no_memory(err);
		path += length + (path[length] == ':');
	}
	for (; brought != NULL && *brought != NULL; brought++)
		roots[n++] = *brought;
	struct dt_catalogue_folder **index =
	    dt_arena_new(arena, 1, sizeof(struct dt_catalogue_folder *));
	*catalogue = (struct dt_catalogue){ arena, roots, index };
	return index == NULL ? dt_status_no_memory(err) : DT_OK;
}

static bool
is_path(const char *name)
{
	size_t length = strlen(name);
	return strchr(name, '/') != NULL || (length > 5 &&
	    strcmp(name + length - 5, ".yaml") == 0);
}

/* Whether a path is a file of that kind. A file of another kind with the
 * same name, as may lie in the working folder, is passed over. */
static bool
serves(const struct dt_catalogue *c, const char *path,
    const struct dt_catalogue_kind *kind)
{
	struct dt_source *source;
	return access(path, F_OK) == 0 &&
	    dt_node_load(c->arena, path, &source, NULL) == DT_OK &&
	    dt_catalogue_kind_of_text(source->text) == kind;
}

/* Tries ROOT/NAME.yaml and ROOT/FOLDER/NAME.yaml. */
static enum dt_status
try_root(const struct dt_catalogue *c, const struct dt_catalogue_kind *kind,
    const char *root, const char *name, const char **path,
    struct dt_error *err)
{
	const char *const none[] = { NULL };
	const char *const *folder = kind ? kind->folders : none;
	bool dot = strcmp(root, ".") == 0;
	char *one = dt_arena_print(c->arena, "%s%s%s.yaml", dot ? "" : root,
	    dot ? "" : "/", name);
	for (;;) {
		if (one == NULL)
			return dt_status_no_memory(err);
		if (serves(c, one, kind)) {
			*path = one;
			return DT_OK;
		}
		if (*folder == NULL)
			return DT_OK;
		one = dt_arena_print(c->arena, "%s%s%s/%s.yaml",
		    dot ? "" : root, dot ? "" : "/", *folder++, name);
	}
}

static const char *
folder_of(struct dt_arena *arena, const char *near)
{
	const char *slash = near == NULL ? NULL : strrchr(near, '/');
	return slash == NULL ? NULL :
	    dt_arena_copy_n(arena, near, (size_t)(slash - near));
}

/* Names of a kind, NULL-terminated; NULL: no memory, or err says what. */
static const char **
names_of(const struct dt_catalogue *c, const struct dt_catalogue_kind *kind,
    struct dt_error *err)
{
	struct dt_catalogue_entry *entries;
	size_t n;
	enum dt_status status =
	    dt_catalogue_list(c, kind, &entries, &n, err);
	const char **names = status ? NULL :
	    dt_arena_new(c->arena, n + 1, sizeof(*names));
	for (size_t i = 0; names != NULL && i < n; i++)
		names[i] = entries[i].name;
	return names;
}

static const char *
meant_of(const struct dt_catalogue *c, const char *name,
    const char *const *names)
{
	const char *meant = dt_nickname_meant(c->arena, name, names);
	const char *nearest = meant ? NULL : dt_faults_nearest(name, names);
	return nearest ? dt_arena_print(c->arena, "'%s'", nearest) : meant;
}

const char *
dt_catalogue_meant(const struct dt_catalogue *c,
    const struct dt_catalogue_kind *kind, const char *name)
{
	struct dt_error err;
	const char **names = names_of(c, kind, &err);
	return names ? meant_of(c, name, names) : NULL;
}

static enum dt_status
not_found(const struct dt_catalogue *c, const struct dt_catalogue_kind *kind,
    const char *name, struct dt_error *err)
{
	if (err == NULL)                /* nobody asks what is there */
		return DT_EINPUT;
	const char **names = names_of(c, kind, err);
	if (names == NULL)
		return dt_status_no_memory(err);
	if (names[0] == NULL)
		return dt_status_fail(err, DT_EINPUT, "there is no %s '%s'; "
		    DT_CATALOGUE_EMPTY, kind->word, name);
	const char *meant = meant_of(c, name, names);
	if (meant != NULL)
		return dt_status_fail(err, DT_EINPUT, "there is no %s '%s'; "
		    "did you mean %s?", kind->word, name, meant);
	return dt_status_fail(err, DT_EINPUT, "there is no %s '%s'; see "
	    "`detente list %s`", kind->word, name, kind->plural);
}

enum dt_status
dt_catalogue_find(const struct dt_catalogue *catalogue,
    const struct dt_catalogue_kind *kind, const char *name,
    const char *near, const char **path, struct dt_error *err)
{
	const char *folder = folder_of(catalogue->arena, near);
	if (is_path(name)) {
		*path = folder == NULL || name[0] == '/' ? name :
		    dt_arena_print(catalogue->arena, "%s/%s", folder, name);
		return *path ? DT_OK : dt_status_no_memory(err);
	}
	*path = NULL;
	enum dt_status status = folder == NULL ? DT_OK :
	    try_root(catalogue, kind, folder, name, path, err);
	for (size_t i = 0; status == DT_OK && *path == NULL &&
	    catalogue->roots[i] != NULL; i++)
		status = try_root(catalogue, kind, catalogue->roots[i], name,
		    path, err);
	if (status != DT_OK || *path != NULL)
		return status;
	return not_found(catalogue, kind, name, err);
}

enum dt_status
dt_catalogue_named(const struct dt_catalogue *catalogue, const char *word,
    const char *name, const char *near, struct dt_node **root,
    struct dt_faults *faults, struct dt_error *err)
{
	const char *path;
	const struct dt_catalogue_kind *found = NULL,
	    *wanted = dt_catalogue_kind_of(word);
	enum dt_status status = dt_catalogue_find(catalogue, wanted, name,
	    near, &path, err);
	if (status == DT_OK)
		status = dt_catalogue_read(catalogue, path, root, &found,
		    faults, err);
	return status != DT_OK || found == wanted ? status : dt_status_fail(
	    err, DT_EINPUT, "%s is a %s, not a %s", path, found->word, word);
}
