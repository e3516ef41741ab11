/* games_read: the bytes of one file, or of standard input, as a game; see
 * games.h. */
#include "catalogue/games.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { FILE_MOST = 1 << 28 };

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

static enum dt_status
load(struct dt_arena *arena, const char *path, struct dt_source *source,
    struct dt_error *err)
{
	struct dt_text text = { 0 };
	bool standard = strcmp(path, "-") == 0;
	const char *name = standard ? "standard input" : path;
	FILE *file = standard ? stdin : fopen(path, "rb");
	if (file == NULL)
		return dt_status_unread(err, path, errno);
	enum dt_status status = read_all(file, &text, name, err);
	if (!standard)
		fclose(file);
	*source = (struct dt_source){ name, NULL, text.size };
	if (status == DT_OK)
		source->text = dt_arena_copy_n(arena, dt_text_string(&text),
		    text.size);
	dt_text_free(&text);
	return status != DT_OK || source->text != NULL ? status :
	    dt_status_no_memory(err);
}

static bool
is_table(const char *path)
{
	size_t n = strlen(path);
	return n >= 4 && strcmp(path + n - 4, ".csv") == 0;
}

enum dt_status
dt_games_read_file(const struct dt_catalogue *catalogue, const char *path,
    struct dt_normal *game, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_arena *arena = catalogue->arena;
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	if (source == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = load(arena, path, source, err);
	if (status != DT_OK)
		return status;
	return dt_normal_read_any(arena, source, is_table(path), game, faults,
	    err);
}
