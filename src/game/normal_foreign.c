/* normal_foreign: texts of games in forms that are not read, named for what
 * they are; see dt_normal_read_any in normal.h. */
#include "game/normal.h"

#include <string.h>

/* Where the text begins, behind a byte order mark and white space. */
static size_t
beginning(const struct dt_source *s)
{
	size_t at = 0;
	if (s->size >= 3 && memcmp(s->text, "\xef\xbb\xbf", 3) == 0)
		at = 3;
	while (at < s->size && strchr(" \t\r\n", s->text[at]) != NULL &&
	    s->text[at] != '\0')
		at++;
	return at;
}

static bool
begins(const struct dt_source *s, size_t at, const char *word)
{
	size_t n = strlen(word);
	return s->size - at >= n && memcmp(s->text + at, word, n) == 0;
}

/* Does the line of `at` hold the word? */
static bool
line_has(const struct dt_source *s, size_t at, const char *word)
{
	for (; at < s->size && s->text[at] != '\n'; at++)
		if (begins(s, at, word))
			return true;
	return false;
}

static struct dt_place
place(const struct dt_source *s, size_t at, size_t length)
{
	struct dt_place p = { s, 1, 1, length };
	for (size_t k = 0; k < at; k++) {
		p.line += s->text[k] == '\n';
		p.column = s->text[k] == '\n' ? 1 : p.column + 1;
	}
	return p;
}

/* A first line ";L;R", with no comma: as spreadsheets write tables where the
 * comma is the decimal mark. */
static bool
has_semicolons(const struct dt_source *s, size_t at)
{
	return line_has(s, at, ";") && !line_has(s, at, ",");
}

enum dt_status
dt_normal_read_any(struct dt_arena *arena, const struct dt_source *source,
    bool table, struct dt_normal *game, struct dt_faults *faults,
    struct dt_error *err)
{
	size_t at = beginning(source);
	if (begins(source, at, "EFG"))
		return dt_faults_add(faults, place(source, at, 3),
		    "have Gambit write its strategic form as a .nfg file",
		    "this is a game in extensive form (a game tree, .efg); "
		    "games in normal form are read");
	if (begins(source, at, "#") && line_has(source, at, "GAMUT"))
		return dt_faults_add(faults, place(source, at, 1),
		    "have GAMUT write it for Gambit: -output GambitOutput, "
		    "into a .nfg file", "this is a game in GAMUT's own form");
	if (table && has_semicolons(source, at))
		return dt_faults_add(faults, place(source, at, 1),
		    "write commas between cells, and 4;3 within one: what the "
		    "first player gets, and the second",
		    "the cells of this table are parted by semicolons");
	return table ? dt_normal_read_csv(arena, source, game, faults, err) :
	    dt_normal_read(arena, source, game, faults, err);
}
