/*
 * store_file: what lies at a path, a connection to it, and whether another
 * process serves it.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"

enum dt_status
dt_store_look(const char *path, enum dt_store_kind *kind,
    struct dt_error *err)
{
	if (*path == '\0')
		return dt_status_fail(err, DT_EUSAGE,
		    "the name of the database is empty");
	struct stat st;
	if (stat(path, &st) != 0) {
		*kind = DT_STORE_MISSING;
		if (errno == ENOENT)
			return DT_OK;
		return dt_store_system(path, errno, err);
	}
	if (S_ISDIR(st.st_mode))
		return dt_status_fail(err, DT_EIO, "%s: is a folder: name a "
		    "file in it, %s/outcomes.db", path, path);
	if (!S_ISREG(st.st_mode))
		return dt_status_fail(err, DT_EIO,
		    "%s: is not a file that can hold a database", path);
	*kind = st.st_size == 0 ? DT_STORE_EMPTY : DT_STORE_FILE;
	return DT_OK;
}

static char *
folder_of(struct dt_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (slash == NULL)
		return dt_arena_copy(arena, ".");
	size_t length = slash == path ? 1 : (size_t)(slash - path);
	return dt_arena_copy_n(arena, path, length);
}

static enum dt_status
refuse_folder(const char *path, const char *folder, int error,
    struct dt_error *err)
{
	if (error == ENOENT)
		return dt_status_fail(err, DT_EIO, "%s: there is no folder "
		    "%s: make it, or choose another", path, folder);
	return dt_status_fail(err, DT_EIO, "%s: the folder %s cannot be "
	    "written (%s): choose another", path, folder, strerror(error));
}

enum dt_status
dt_store_writable(const char *path, enum dt_store_kind kind,
    struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	const char *folder = folder_of(&arena, path);
	enum dt_status status = DT_OK;
	struct stat st;
	if (folder == NULL)
		status = dt_status_no_memory(err);
	else if (stat(folder, &st) != 0)
		status = refuse_folder(path, folder, errno, err);
	else if (!S_ISDIR(st.st_mode))
		status = refuse_folder(path, folder, ENOTDIR, err);
	else if (access(folder, W_OK | X_OK) != 0)
		status = refuse_folder(path, folder, errno, err);
	else if (kind != DT_STORE_MISSING && access(path, R_OK | W_OK) != 0)
		status = dt_status_fail(err, DT_EIO, "%s: may not be written "
		    "(%s): change its permissions or choose another file",
		    path, strerror(errno));
	dt_arena_free(&arena);
	return status;
}

/* Steps of uneven length, so that who was first is not always first. A signal
 * ends the waiting. */
static bool
pause_for(int times)
{
	long step = 1 + (times * 7 + (long)getpid()) % 23;      /* ms */
	struct timespec pause = { 0, step * 1000000 };
	return nanosleep(&pause, NULL) == 0;
}

/* Another writer's turn takes as long as its batch; many take turns. */
static int
wait_for_turn(void *db, int times)
{
	(void)db;
	return times < DT_STORE_TURNS && pause_for(times);
}

/* A file may come from anybody: what it defines may run nothing, and no row of
 * it may be larger than one that détente writes. */
static bool
harden(sqlite3 *db)
{
	static const int settings[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 0 },
	};
	int failed = 0;
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++)
		failed |= sqlite3_db_config(db, settings[i][0],
		    settings[i][1], NULL);
	(void)sqlite3_limit(db, SQLITE_LIMIT_LENGTH, DT_STORE_LONGEST);
	return failed == 0 && sqlite3_exec(db, "PRAGMA cell_size_check=ON",
	    NULL, NULL, NULL) == SQLITE_OK;
}

static enum dt_status
set_up(sqlite3 *db)
{
	if (sqlite3_extended_result_codes(db, 1) != SQLITE_OK ||
	    !harden(db) ||
	    sqlite3_busy_handler(db, wait_for_turn, NULL) != SQLITE_OK)
		return DT_ENOMEM;
	return DT_OK;
}

enum dt_status
dt_store_connect_name(sqlite3 **db, const char *path, const char *name,
    int flags, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	if (name == NULL)
		return dt_status_no_memory(err);
	if (sqlite3_open_v2(name, db, flags | SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK || set_up(*db))
		status = dt_store_explain(path, *db, err);
	if (status != DT_OK) {
		sqlite3_close(*db);
		*db = NULL;
	}
	return status;
}

enum dt_status
dt_store_connect(sqlite3 **db, const char *path, int flags,
    struct dt_error *err)
{
	*db = NULL;
	/* "file:..." and ":memory:" are names of files to us, not to SQLite */
	struct dt_arena arena = { 0 };
	const char *name = dt_arena_print(&arena, "%s%s",
	    *path == '/' ? "" : "./", path);
	enum dt_status status = dt_store_connect_name(db, path, name, flags,
	    err);
	dt_arena_free(&arena);
	return status;
}

enum dt_status
dt_store_number(sqlite3 *db, const char *path, const char *sql,
    int64_t *number, struct dt_error *err)
{
	sqlite3_stmt *statement = NULL;
	enum dt_status status = DT_OK;
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK ||
	    sqlite3_step(statement) != SQLITE_ROW)
		status = dt_store_explain(path, db, err);
	else
		*number = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return status;
}

/* A longer name than the system's longest is no file's. */
bool
dt_store_has_tail(const char *path, const char *tail)
{
	char name[4096];
	struct stat st;
	int n = snprintf(name, sizeof(name), "%s%s", path, tail);
	return n > 0 && (size_t)n < sizeof(name) && stat(name, &st) == 0 &&
	    st.st_size > 0;
}

enum dt_status
dt_store_copy(sqlite3 *to, sqlite3 *from, const char *path, struct dt_error *err)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", from, "main");
	if (b == NULL)
		return dt_store_explain(path, to, err);
	int code = sqlite3_backup_step(b, -1);
	int end = sqlite3_backup_finish(b);
	if (code == SQLITE_DONE && end == SQLITE_OK)
		return DT_OK;
	return dt_store_explain(path, to, err);
}

/* ---- the last to leave ---- */

/* Who closes a database last takes its log away. Two that close at once may each
 * see the other still there, and then neither does; so they go one by one, by a
 * lock of the system's on the folder: the file itself must not be opened (see
 * below). Whoever holds that lock for longer is not waited for. */
enum { TURNS_TO_LEAVE = 200 };

static int
open_folder(const char *path)
{
	struct dt_arena arena = { 0 };
	const char *folder = folder_of(&arena, path);
	int fd = folder == NULL ? -1 : open(folder, O_RDONLY | O_DIRECTORY |
	    O_CLOEXEC);
	dt_arena_free(&arena);
	return fd;
}

void
dt_store_disconnect(sqlite3 *db, const char *path)
{
	int folder = open_folder(path);
	for (int k = 0; folder >= 0 && k < TURNS_TO_LEAVE &&
	    flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK; k++)
		(void)pause_for(k);
	sqlite3_close(db);
	if (folder >= 0)
		close(folder);
}

/* ---- served ---- */

/*
 * A file is served that one process writes for hours, and nobody else may
 * meanwhile. SQLite lets others write between two transactions; a class's
 * journal would then not be that of the class that goes on in memory. The mark
 * is a lock of the system's on a byte behind those that SQLite locks: it goes
 * with the process, however that ends.
 *
 * Who only asks must not open the file: closing it would let go of SQLite's own
 * locks of this process. The system's list of locks is read instead; where
 * there is none, or none of other containers, two that serve still exclude
 * each other.
 */

/* SQLite's locks are on the 512 bytes from 2^30 on. */
enum { BYTE = 0x40000000 + 1024 };

static enum dt_status
refuse_served(const char *path, intmax_t pid, struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s: a class is held with it, by "
	    "process %" PRIdMAX ": end that one first (Ctrl-C where it runs, "
	    "or 'kill %" PRIdMAX "'), or choose another file", path, pid, pid);
}

/* A line of the list: is it the mark on that file? Of the file system it has
 * a number that is not always the file's own (btrfs, layers of containers). */
static bool
is_mark(const char *line, const struct stat *at, intmax_t *pid)
{
	uintmax_t inode, from;
	return sscanf(line, "%*s POSIX %*s WRITE %" SCNdMAX " %*x:%*x:%"
	    SCNuMAX " %" SCNuMAX, pid, &inode, &from) == 3 && from == BYTE &&
	    inode == (uintmax_t)at->st_ino && *pid != (intmax_t)getpid();
}

enum dt_status
dt_store_not_served(const char *path, struct dt_error *err)
{
	char line[256];
	struct stat at;
	intmax_t pid = 0;
	bool marked = false;
	FILE *locks = stat(path, &at) == 0 ? fopen("/proc/locks", "r") : NULL;
	while (locks != NULL && !marked && fgets(line, sizeof(line), locks))
		marked = is_mark(line, &at, &pid);
	if (locks != NULL)
		fclose(locks);
	return marked ? refuse_served(path, pid, err) : DT_OK;
}

enum dt_status
dt_store_serve(struct dt_store *store, struct dt_error *err)
{
	struct flock mark = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
	    .l_start = BYTE, .l_len = 1 };
	store->served = open(store->path, O_RDWR | O_CLOEXEC);
	if (store->served < 0)
		return dt_store_system(store->path, errno, err);
	if (fcntl(store->served, F_SETLK, &mark) == 0)
		return DT_OK;
	/* a file system without locks has no two that exclude each other */
	if (errno != EACCES && errno != EAGAIN)
		return DT_OK;
	(void)fcntl(store->served, F_GETLK, &mark);
	return refuse_served(store->path, (intmax_t)mark.l_pid, err);
}
