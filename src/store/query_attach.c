/*
 * query_attach: other databases beside the one that is asked, to be read in the
 * same sandbox, each by a name: tables are NAME.run, NAME.outcome, ...
 *
 * Each is looked at as the first is, on a connection of its own: it is ours and
 * whole, and of this version. Then the connection that only reads, so that
 * SQLite opens no other way, gets it too.
 */
#include "store/query_internal.h"

#include <ctype.h>
#include <string.h>

#include "store/store_internal.h"

enum { MOST = 10 };             /* that SQLite attaches */

struct guest {
	const char *name, *path;
};

static bool
is_part(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* "NAME=FILE"; a name is letters, digits and _. */
static bool
is_named(const char *word)
{
	size_t n = 0;
	while (is_part(word[n]))
		n++;
	return n > 0 && word[n] == '=' && !isdigit((unsigned char)*word);
}

/* The name of a file without its folder and ending, as SQL can say it. */
static char *
stem_of(struct dt_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *from = slash ? slash + 1 : path;
	const char *dot = strrchr(from, '.');
	size_t n = dot != NULL && dot > from ? (size_t)(dot - from) :
	    strlen(from);
	char *stem = dt_arena_print(arena, "%s%.*s",
	    isdigit((unsigned char)*from) ? "_" : "", (int)n, from);
	for (char *c = stem; c != NULL && *c != '\0'; c++)
		if (!is_part(*c))
			*c = '_';
	return stem;
}

static enum dt_status
read_guest(struct dt_query *query, const char *word, struct guest *guest,
    struct dt_error *err)
{
	size_t n = strcspn(word, "=");
	bool named = is_named(word);
	guest->path = dt_arena_copy(&query->arena, named ? word + n + 1 :
	    word);
	guest->name = named ? dt_arena_copy_n(&query->arena, word, n) :
	    stem_of(&query->arena, word);
	return guest->name && guest->path ? DT_OK : dt_status_no_memory(err);
}

static enum dt_status
check_name(const struct dt_query *query, const struct guest *guests, size_t n,
    struct dt_error *err)
{
	const char *name = guests[n].name, *other = NULL;
	if (sqlite3_stricmp(name, "main") == 0)
		other = query->path;
	if (sqlite3_stricmp(name, "temp") == 0)
		other = "what SQLite keeps for itself";
	for (size_t i = 0; i < n; i++)
		if (sqlite3_stricmp(name, guests[i].name) == 0)
			other = guests[i].path;
	if (other == NULL)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "'%s' is the name of %s, and %s "
	    "cannot have it too: give it another, --attach NAME=%s", name,
	    other, guests[n].path, guests[n].path);
}

/* What is of an older version was read through a copy, which has no name. */
static enum dt_status
check_version(sqlite3 *db, const char *path, struct dt_error *err)
{
	const char *name = sqlite3_db_filename(db, "main");
	if (name != NULL && *name != '\0')
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "%s: was written by an older "
	    "version; side by side only files of version %d are read: make "
	    "one of it, by detente merge NEW %s, and read that", path,
	    DT_STORE_VERSION, path);
}

static enum dt_status
look(const char *path, struct dt_error *err)
{
	sqlite3 *db = NULL;
	enum dt_status status = dt_store_connect_read(&db, path, NULL, err);
	if (status == DT_OK)
		status = check_version(db, path, err);
	sqlite3_close(db);
	return status;
}

/* "file:..." and ":memory:" are names of files to us, not to SQLite. */
static enum dt_status
attach(struct dt_query *query, const struct guest *guest, struct dt_error *err)
{
	sqlite3_stmt *statement = NULL;
	const char *path = dt_arena_print(&query->arena, "%s%s",
	    *guest->path == '/' ? "" : "./", guest->path);
	if (path == NULL)
		return dt_status_no_memory(err);
	bool done = sqlite3_prepare_v2(query->db, "ATTACH ?1 AS ?2", -1,
	    &statement, NULL) == SQLITE_OK &&
	    sqlite3_bind_text(statement, 1, path, -1, SQLITE_STATIC) ==
	    SQLITE_OK && sqlite3_bind_text(statement, 2, guest->name, -1,
	    SQLITE_STATIC) == SQLITE_OK &&
	    sqlite3_step(statement) == SQLITE_DONE;
	enum dt_status status = done ? DT_OK :
	    dt_store_explain(guest->path, query->db, err);
	sqlite3_finalize(statement);
	return status;
}

enum dt_status
dt_query_attach(struct dt_query *query, const char *const *words,
    struct dt_error *err)
{
	struct guest guests[MOST];
	enum dt_status status = DT_OK;
	if (words == NULL || words[0] == NULL)
		return DT_OK;
	status = check_version(query->db, query->path, err);
	for (size_t i = 0; words[i] != NULL && status == DT_OK; i++) {
		if (i == MOST)
			return dt_status_fail(err, DT_EUSAGE, "at most %d "
			    "files can be read beside one", MOST);
		status = read_guest(query, words[i], &guests[i], err);
		if (status == DT_OK)
			status = check_name(query, guests, i, err);
		if (status == DT_OK)
			status = look(guests[i].path, err);
		if (status == DT_OK)
			status = attach(query, &guests[i], err);
	}
	return status;
}
