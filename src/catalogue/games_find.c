/* games_find: the game that a word means; see games.h. */
#include "catalogue/games.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const folders[] = { "", "data/games/", NULL };
static const char *const endings[] = { "", ".nfg", ".csv", NULL };

static bool
ends_in(const char *text, const char *ending)
{
	size_t n = strlen(text), m = strlen(ending);
	return n >= m && strcmp(text + n - m, ending) == 0;
}

static bool
has_ending(const char *word)
{
	return ends_in(word, ".nfg") || ends_in(word, ".csv");
}

/* A file that is there, and whose ending is of no kind that the catalogue
 * knows: what it is will show when it is read. */
static bool
is_foreign(const char *word)
{
	struct stat is;
	return strchr(word, '.') != NULL && !has_ending(word) &&
	    !ends_in(word, ".yaml") && !ends_in(word, ".yml") &&
	    stat(word, &is) == 0 && S_ISREG(is.st_mode);
}

/* A name is looked for where the catalogue looks, with the endings of games;
 * NULL: there is none, or memory is out. */
static const char *
find(const struct dt_catalogue *catalogue, const char *word)
{
	bool whole = has_ending(word);
	if (is_foreign(word))
		return word;
	if (whole && (strchr(word, '/') != NULL || access(word, F_OK) == 0))
		return word;
	for (const char *const *root = catalogue->roots; *root; root++)
		for (size_t f = 0; folders[f] != NULL; f++)
			for (size_t e = !whole; endings[e] != NULL; e++) {
				const char *path = dt_arena_print(catalogue->arena,
				    "%s/%s%s%s", *root, folders[f], word,
				    endings[e]);
				if (path != NULL && access(path, F_OK) == 0)
					return strncmp(path, "./", 2) == 0 ?
					    path + 2 : path;
				if (whole)
					break;
			}
	return NULL;
}

bool
dt_games_is(const struct dt_catalogue *catalogue, const char *word)
{
	const struct dt_catalogue_kind *scenario =
	    dt_catalogue_kind_of("scenario");
	const char *path;
	struct dt_error err;
	if (has_ending(word) || strcmp(word, "-") == 0 || is_foreign(word))
		return true;
	return dt_catalogue_find(catalogue, scenario, word, NULL, &path,
	    &err) != DT_OK && find(catalogue, word) != NULL;
}

static const char *
nearest(const struct dt_catalogue *catalogue, const char *word)
{
	const char *near = dt_games_nearest(catalogue, word);
	return near[0] != '\0' ? near : "; 'detente list games' has them";
}

enum dt_status
dt_games_read(const struct dt_catalogue *catalogue, const char *word,
    struct dt_normal *game, struct dt_faults *faults, struct dt_error *err)
{
	bool standard = strcmp(word, "-") == 0;
	const char *path = standard ? word : find(catalogue, word);
	if (path == NULL && !has_ending(word) && strchr(word, '/') == NULL)
		return dt_status_fail(err, DT_EINPUT, "there is no game '%s'%s",
		    word, nearest(catalogue, word));
	return dt_games_read_file(catalogue, path == NULL ? word : path,
	    game, faults, err);
}
