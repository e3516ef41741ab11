/*
 * reproduce_run: this program, run by itself: no shell, its own folders of
 * data, and what it complains of kept as the reason.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/reproduce.h"

extern char **environ;

enum { WORDS_MOST = 128 };

/* At blanks; '...' holds together. NULL-terminated; NULL: too many. */
static char **
split(struct dt_arena *arena, const char *command, char *program)
{
	char **words = dt_arena_new(arena, WORDS_MOST + 5, sizeof(*words));
	size_t n = 0;
	if (words == NULL)
		return NULL;
	words[n++] = program;
	for (const char *at = command; *(at += strspn(at, " \n\t")) != '\0';) {
		bool quoted = *at == '\'';
		at += quoted;
		size_t length = strcspn(at, quoted ? "'" : " \n\t");
		if (n > WORDS_MOST ||
		    (words[n++] = dt_arena_copy_n(arena, at, length)) == NULL)
			return NULL;
		at += length + (quoted && at[length] == '\'');
	}
	words[n++] = "--format";
	words[n++] = "json";
	words[n++] = "--quiet";
	return words;
}

/* All that comes from a descriptor. */
static void
drain(int from, struct dt_text *text)
{
	char buffer[4096];
	ssize_t n;
	while ((n = read(from, buffer, sizeof(buffer))) > 0 ||
	    (n < 0 && errno == EINTR))
		if (n > 0)
			dt_text_add_n(text, buffer, (size_t)n);
	close(from);
}

/* Standard output and errors go to one pipe where they cannot both be long:
 * a command that fails prints no data. Exit status, or -1. */
static int
run(char **words, struct dt_text *out)
{
	posix_spawn_file_actions_t actions;
	int ends[2], state = 0;
	pid_t pid;
	if (pipe(ends) != 0)
		return -1;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY,
	    0);
	posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
	posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
	posix_spawn_file_actions_addclose(&actions, ends[0]);
	posix_spawn_file_actions_addclose(&actions, ends[1]);
	int error = posix_spawnp(&pid, words[0], &actions, NULL, words,
	    environ);
	posix_spawn_file_actions_destroy(&actions);
	close(ends[1]);
	drain(ends[0], out);
	if (error != 0)
		return -1;
	while (waitpid(pid, &state, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

json_t *
dt_cmd_reproduce_run(struct dt_command_call *call, const char *command,
    const char **why)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);
	strcpy(self + (n > 0 ? n : 0), n > 0 ? "" : "detente");
	char **words = split(call->arena, command, self);
	struct dt_text out = { 0 };
	json_error_t bad;
	json_t *json = NULL;
	int status = words == NULL ? -1 : run(words, &out);
	if (status == DT_EXIT_OK || status == DT_EXIT_NO)
		json = json_loads(dt_text_string(&out), 0, &bad);
	if (json == NULL) {
		const char *said = dt_text_string(&out);
		*why = status == DT_EXIT_OK || status == DT_EXIT_NO ?
		    "its answer is not JSON" : dt_arena_print(call->arena,
		    "it failed (%d): %.*s", status,
		    (int)strcspn(said, "\n"), said);
	}
	dt_text_free(&out);
	return json;
}
