/* solve_read: the game that `detente solve` and `show game` are given: a file,
 * a name, or standard input. */
#include "cmd/solve.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "cmd/games.h"

enum { FILE_MOST = 1 << 28 };

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

/* A name is looked for where the catalogue looks, with the endings of games;
 * NULL: there is none, or memory is out. */
static const char *
find(const struct dt_command_call *call, const char *word)
{
	bool whole = has_ending(word);
	if (whole && (strchr(word, '/') != NULL || access(word, F_OK) == 0))
		return word;
	for (const char *const *root = call->catalogue.roots; *root; root++)
		for (size_t f = 0; folders[f] != NULL; f++)
			for (size_t e = !whole; endings[e] != NULL; e++) {
				const char *path = dt_arena_print(call->arena,
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
dt_cmd_solve_is_game(const struct dt_command_call *call, const char *word)
{
	const struct dt_catalogue_kind *scenario =
	    dt_catalogue_kind_of("scenario");
	const char *path;
	struct dt_error err;
	if (has_ending(word) || strcmp(word, "-") == 0)
		return true;
	return dt_catalogue_find(&call->catalogue, scenario, word, NULL, &path,
	    &err) != DT_OK && find(call, word) != NULL;
}

static enum dt_status
read_all(FILE *file, struct dt_text *text, const char *path,
    struct dt_error *err)
{
	char buffer[8192];
	size_t n;
	while ((n = fread(buffer, 1, sizeof(buffer), file)) > 0 &&
	    text->size < FILE_MOST)
		dt_text_add_n(text, buffer, n);
	if (ferror(file))
		return dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(errno));
	if (text->size >= FILE_MOST)
		return dt_status_fail(err, DT_EUSAGE, "%s: bigger than %d "
		    "bytes", path, FILE_MOST);
	return text->failed ? dt_status_no_memory(err) : DT_OK;
}

static const char *
nearest(const struct dt_command_call *call, const char *word)
{
	const char *near = dt_cmd_games_nearest(call, word);
	return near[0] != '\0' ? near : "; 'detente list games' has them";
}

/* The bytes of the file as a source in the arena. */
static enum dt_status
load(const struct dt_command_call *call, const char *word,
    struct dt_source *source, struct dt_error *err)
{
	struct dt_text text = { 0 };
	bool standard = strcmp(word, "-") == 0;
	const char *path = standard ? "standard input" : find(call, word);
	if (path == NULL && !has_ending(word) && strchr(word, '/') == NULL)
		return dt_status_fail(err, DT_EINPUT, "there is no game '%s'%s",
		    word, nearest(call, word));
	if (path == NULL)
		path = word;
	FILE *file = standard ? stdin : fopen(path, "rb");
	if (file == NULL)
		return dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(errno));
	enum dt_status status = read_all(file, &text, path, err);
	if (!standard)
		fclose(file);
	*source = (struct dt_source){ path, NULL, text.size };
	if (status == DT_OK)
		source->text = dt_arena_copy_n(call->arena,
		    dt_text_string(&text), text.size);
	dt_text_free(&text);
	return status != DT_OK || source->text != NULL ? status :
	    dt_status_no_memory(err);
}

enum dt_status
dt_cmd_solve_read(const struct dt_command_call *call, const char *word,
    struct dt_normal *game, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_source *source =
	    dt_arena_new(call->arena, 1, sizeof(*source));
	if (source == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = load(call, word, source, err);
	if (status != DT_OK)
		return status;
	return ends_in(source->path, ".csv") ?
	    dt_normal_read_csv(call->arena, source, game, faults, err) :
	    dt_normal_read(call->arena, source, game, faults, err);
}
