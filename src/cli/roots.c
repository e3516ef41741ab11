/*
 * roots: where the data is that the program brings. A program that was not
 * installed, as in a build tree, takes the source tree's.
 */
#include "cli/roots.h"

#include <stdbool.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool
is_tree(struct dt_arena *arena, const char *root)
{
	if (root == NULL)
		return false;
	const char *path = dt_arena_print(arena, "%s/treaties", root);
	return path != NULL && access(path, R_OK | X_OK) == 0;
}

/* The folder of this program, "" if the system does not tell. */
static void
own_folder(char folder[PATH_MAX])
{
	ssize_t n = readlink("/proc/self/exe", folder, PATH_MAX - 1);
	folder[n > 0 ? n : 0] = '\0';
	char *slash = strrchr(folder, '/');
	if (slash != NULL)
		*slash = '\0';
}

static bool
is_installed(const char *folder)
{
	char bin[PATH_MAX];
	if (realpath(DT_BINDIR, bin) == NULL)
		return folder[0] == '\0';
	return folder[0] == '\0' || strcmp(folder, bin) == 0;
}

/* The source tree as seen from the build tree that holds this program. The way
 * is relative, so that the same sources make the same program in any folder. */
static const char *
source(struct dt_arena *arena, const char *folder)
{
	const char *root = DT_SOURCE_DIR[0] == '/' ? DT_SOURCE_DIR :
	    dt_arena_print(arena, "%s/" DT_SOURCE_DIR, folder);
	return is_tree(arena, root) ? root : NULL;
}

/* An installed tree may have been moved: its data lies beside its bin. */
static const char *
choose(struct dt_arena *arena)
{
	char folder[PATH_MAX];
	own_folder(folder);
	if (is_installed(folder))
		return DT_PKGDATADIR;
	const char *tree = source(arena, folder);
	if (tree != NULL)
		return tree;
	const char *moved =
	    dt_arena_print(arena, "%s/../share/detente", folder);
	return is_tree(arena, moved) ? moved : DT_PKGDATADIR;
}

const char *const *
dt_roots(struct dt_arena *arena)
{
	const char **roots = dt_arena_new(arena, 2, sizeof(*roots));
	if (roots != NULL)
		roots[0] = choose(arena);
	return roots;
}
