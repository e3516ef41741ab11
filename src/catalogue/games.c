/* games: those that have a name; see games.h. */
#include "catalogue/games.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

struct listing {
	const struct dt_catalogue *catalogue;
	struct dt_games_one *games;
	size_t n, room;
	struct dt_error *err;
};

static bool
make_room(struct listing *l)
{
	struct dt_games_one *more = dt_arena_grow(l->catalogue->arena,
	    l->games, l->n, &l->room, sizeof(*more));
	if (more != NULL)
		l->games = more;
	return more != NULL;
}

/* "2 x 3"; NULL when memory is out. */
static const char *
size_of(struct dt_arena *arena, const struct dt_normal *game)
{
	struct dt_text text = { 0 };
	for (size_t i = 0; i < game->players; i++)
		dt_text_add(&text, "%s%zu", i > 0 ? " x " : "",
		    game->strategies[i]);
	const char *copy = dt_arena_copy(arena, dt_text_string(&text));
	copy = text.failed ? NULL : copy;
	dt_text_free(&text);
	return copy;
}

static enum dt_status
add(struct listing *l, const char *name, const char *path)
{
	struct dt_arena *arena = l->catalogue->arena;
	struct dt_faults faults = { .arena = arena };
	struct dt_error err = { 0 };
	struct dt_normal game;
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->games[i].name, name) == 0)
			return DT_OK;
	enum dt_status status =
	    dt_games_read_file(l->catalogue, path, &game, &faults, &err);
	if (status == DT_EINPUT)
		dt_faults_status(&faults, &err);
	struct dt_games_one one = { .name = name, .path = path };
	one.title = status == DT_OK ? game.title :
	    dt_arena_copy(arena, err.message);
	one.size = status == DT_OK ? size_of(arena, &game) : "";
	if (!one.title || !one.size || !make_room(l))
		return dt_status_no_memory(l->err);
	l->games[l->n++] = one;
	return DT_OK;
}

static enum dt_status
add_file(struct listing *l, const char *folder, const char *file, bool tables)
{
	struct dt_arena *arena = l->catalogue->arena;
	const char *dot = strrchr(file, '.');
	if (file[0] == '.' || dot == NULL || (strcmp(dot, ".nfg") != 0 &&
	    !(tables && strcmp(dot, ".csv") == 0)))
		return DT_OK;
	const char *path = dt_arena_print(arena, "%s/%s", folder, file);
	const char *name = dt_arena_copy_n(arena, file,
	    (size_t)(dot - file));
	return path == NULL || name == NULL ? dt_status_no_memory(l->err) :
	    add(l, name, path);
}

static enum dt_status
add_folder(struct listing *l, const char *folder, bool tables)
{
	DIR *dir = folder == NULL ? NULL : opendir(folder);
	enum dt_status status = DT_OK;
	struct dirent *file;
	while (dir != NULL && status == DT_OK && (file = readdir(dir)))
		status = add_file(l, folder, file->d_name, tables);
	if (dir != NULL)
		closedir(dir);
	return status;
}

static int
by_name(const void *a, const void *b)
{
	const struct dt_games_one *x = a, *y = b;
	return strcmp(x->name, y->name);
}

enum dt_status
dt_games_list(const struct dt_catalogue *catalogue,
    struct dt_games_one **games, size_t *n, struct dt_error *err)
{
	struct listing l = { .catalogue = catalogue, .err = err };
	enum dt_status status = DT_OK;
	const char *const *root = catalogue->roots;
	for (; status == DT_OK && *root != NULL; root++) {
		status = add_folder(&l, *root, false);
		if (status == DT_OK)
			status = add_folder(&l, dt_arena_print(catalogue->arena,
			    "%s/data/games", *root), true);
	}
	if (l.n > 0)
		qsort(l.games, l.n, sizeof(*l.games), by_name);
	*games = l.games;
	*n = l.n;
	return status;
}

const char *
dt_games_nearest(const struct dt_catalogue *catalogue, const char *wrong)
{
	struct dt_games_one *games;
	size_t n;
	if (dt_games_list(catalogue, &games, &n, NULL) != DT_OK)
		return "";
	const char **names =
	    dt_arena_new(catalogue->arena, n + 1, sizeof(*names));
	for (size_t i = 0; names != NULL && i < n; i++)
		names[i] = games[i].name;
	return names == NULL ? "" :
	    dt_faults_near_words(catalogue->arena, wrong, names);
}
