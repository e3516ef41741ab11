/* output: see output.h. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* For the signal handler: the unfinished file, or "". */
static char unfinished[4096];

static enum dt_exit
refuse(const char *path, int error)
{
	dt_command_tell("detente: %s: %s\n", path, strerror(error));
	return DT_EXIT_FAILURE;
}

static enum dt_exit
open_beside(struct dt_command_call *call, const char *path)
{
	int n = snprintf(unfinished, sizeof(unfinished), "%s.XXXXXX", path);
	int fd = -1;
	errno = ENAMETOOLONG;
	if (n > 0 && (size_t)n < sizeof(unfinished))
		fd = mkstemp(unfinished);
	if (fd < 0) {
		unfinished[0] = '\0';
		return refuse(path, errno);
	}
	mode_t mask = umask(0);
	umask(mask);
	fchmod(fd, 0666 & ~mask);
	call->out = fdopen(fd, "w");
	if (call->out != NULL)
		return DT_EXIT_OK;
	call->out = stdout;
	dt_output_abandon();
	return refuse(path, errno);
}

static enum dt_exit
open_device(struct dt_command_call *call, const char *path)
{
	FILE *out = fopen(path, "w");
	if (out == NULL)
		return refuse(path, errno);
	call->out = out;
	return DT_EXIT_OK;
}

enum dt_exit
dt_output_open(struct dt_command_call *call)
{
	return dt_output_open_path(call,
	    dt_command_value(call, "output"));
}

enum dt_exit
dt_output_open_path(struct dt_command_call *call, const char *path)
{
	struct stat info;
	if (path == NULL || strcmp(path, "-") == 0)
		return DT_EXIT_OK;
	if (stat(path, &info) != 0)
		return open_beside(call, path);
	if (!S_ISREG(info.st_mode))
		return open_device(call, path);
	if (dt_command_value(call, "force") == NULL) {
		dt_command_tell("detente: %s is there already; --force "
		    "overwrites it\n", path);
		return DT_EXIT_USAGE;
	}
	return open_beside(call, path);
}

/* link, unlike rename, never takes the place of another file. */
static bool
settle(const struct dt_command_call *call, const char *path)
{
	if (dt_command_value(call, "force") != NULL)
		return rename(unfinished, path) == 0;
	if (link(unfinished, path) == 0)
		return unlink(unfinished) == 0;
	return (errno == EPERM || errno == ENOTSUP || errno == ENOSYS) &&
	    access(path, F_OK) != 0 && rename(unfinished, path) == 0;
}

enum dt_exit
dt_output_close(struct dt_command_call *call, enum dt_exit done)
{
	return dt_output_close_path(call,
	    dt_command_value(call, "output"), done);
}

enum dt_exit
dt_output_close_path(struct dt_command_call *call, const char *path,
    enum dt_exit done)
{
	if (call->out == stdout)
		return done;
	/* on the disk before it takes another's place */
	bool bad = unfinished[0] != '\0' && (fflush(call->out) != 0 ||
	    (fsync(fileno(call->out)) != 0 && errno != EINVAL));
	bad = fclose(call->out) != 0 || bad;
	call->out = stdout;
	if (done == DT_EXIT_OK && !bad && unfinished[0] != '\0')
		bad = !settle(call, path);
	int error = errno;
	if (done != DT_EXIT_OK || bad)
		dt_output_abandon();
	unfinished[0] = '\0';
	return done == DT_EXIT_OK && bad ? refuse(path, error) : done;
}

void
dt_output_abandon(void)
{
	if (unfinished[0] != '\0')
		unlink(unfinished);
}

enum dt_exit
dt_output_json(const struct dt_command_call *call, json_t *json)
{
	char *bytes = json_dumps(json,
	    JSON_INDENT(2) | JSON_REAL_PRECISION(17));
	struct dt_text text = { .failed = bytes == NULL };
	if (bytes != NULL)
		dt_text_add(&text, "%s\n", bytes);
	free(bytes);
	json_decref(json);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
