/*
 * reproduce_run: this program, run by itself: no shell, its own folders of
 * data. What it complains of is kept apart from its answer, so that neither
 * spoils the other.
 */
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <spawn.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/reproduce.h"

extern char **environ;

enum { WORDS_MOST = 128, THREADS_MOST = 256 };

struct work {
	struct dt_reproduce_item *items;
	size_t n;
	atomic_size_t next;
	pthread_mutex_t lock;   /* pipes are not to leak into other children */
};

static char *
self_of(struct dt_arena *arena)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self));
	return n > 0 ? dt_arena_copy_n(arena, self, (size_t)n) :
	    dt_arena_copy(arena, "detente");
}

bool
dt_cmd_reproduce_split(struct dt_arena *arena, struct dt_reproduce_item *item)
{
	char **words = dt_arena_new(arena, WORDS_MOST + 5, sizeof(*words));
	const char *at = item->published.command;
	size_t n = 0;
	if (words == NULL || (words[n++] = self_of(arena)) == NULL)
		return false;
	/* At blanks; '...' holds together. */
	while (*(at += strspn(at, " \n\t")) != '\0') {
		bool quoted = *at == '\'';
		at += quoted;
		size_t length = strcspn(at, quoted ? "'" : " \n\t");
		if (n > WORDS_MOST ||
		    (words[n++] = dt_arena_copy_n(arena, at, length)) == NULL)
			return false;
		at += length + (quoted && at[length] == '\'');
	}
	words[n++] = "--format";
	words[n++] = "json";
	words[n++] = "--quiet";
	item->words = words;
	return true;
}

/* What has come on a pipe, until its end. */
static void
drain(struct pollfd *from, struct dt_text *text)
{
	char buffer[4096];
	if (from->revents == 0)
		return;
	ssize_t n = read(from->fd, buffer, sizeof(buffer));
	if (n > 0)
		dt_text_add_n(text, buffer, (size_t)n);
	else if (n == 0 || errno != EINTR)
		from->fd = -1;
}

static int
start(char **words, const int out[2], const int said[2],
    pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY,
	    0);
	posix_spawn_file_actions_adddup2(&actions, out[1], 1);
	posix_spawn_file_actions_adddup2(&actions, said[1], 2);
	int error = posix_spawnp(pid, words[0], &actions, NULL, words,
	    environ);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

static bool
make_pipe(int ends[2])
{
	if (pipe(ends) != 0)
		return false;
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	fcntl(ends[1], F_SETFD, FD_CLOEXEC);
	return true;
}

/* Pipes and child come to be under the lock: a child between the two steps of
 * another would keep its pipe open. */
static bool
launch(struct work *w, struct dt_reproduce_item *item, int from[2],
    pid_t *pid)
{
	int out[2], said[2];
	pthread_mutex_lock(&w->lock);
	bool ok = make_pipe(out);
	if (ok && !make_pipe(said)) {
		close(out[0]);
		close(out[1]);
		ok = false;
	}
	if (ok) {
		ok = start(item->words, out, said, pid) == 0;
		close(out[1]);
		close(said[1]);
		from[0] = out[0];
		from[1] = said[0];
		if (!ok) {
			close(out[0]);
			close(said[0]);
		}
	}
	pthread_mutex_unlock(&w->lock);
	return ok;
}

static void
run_one(struct work *w, struct dt_reproduce_item *item)
{
	int ends[2], state = 0;
	pid_t pid;
	item->status = -1;
	if (!launch(w, item, ends, &pid))
		return;
	struct pollfd from[] = { { ends[0], POLLIN, 0 },
		{ ends[1], POLLIN, 0 } };
	while (from[0].fd >= 0 || from[1].fd >= 0)
		if (poll(from, 2, -1) > 0) {
			drain(&from[0], &item->out);
			drain(&from[1], &item->said);
		}
	close(ends[0]);
	close(ends[1]);
	while (waitpid(pid, &state, 0) < 0 && errno == EINTR)
		;
	item->status = WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

static void *
run_some(void *argument)
{
	struct work *w = argument;
	size_t i;
	while (!dt_command_stopped &&
	    (i = atomic_fetch_add(&w->next, 1)) < w->n)
		if (!w->items[i].broken)
			run_one(w, &w->items[i]);
	return NULL;
}

void
dt_cmd_reproduce_run(struct dt_reproduce_item *items, size_t n,
    int64_t threads)
{
	struct work w = { .items = items, .n = n };
	pthread_t others[THREADS_MOST];
	int64_t started = 0;
	pthread_mutex_init(&w.lock, NULL);
	while (started + 1 < threads && started < THREADS_MOST &&
	    pthread_create(&others[started], NULL, run_some, &w) == 0)
		started++;
	run_some(&w);
	for (int64_t i = 0; i < started; i++)
		pthread_join(others[i], NULL);
	pthread_mutex_destroy(&w.lock);
}

json_t *
dt_cmd_reproduce_answer(struct dt_arena *arena,
    const struct dt_reproduce_item *item, const char **why)
{
	const char *said = dt_text_string(&item->said);
	bool answered = item->status == DT_EXIT_OK ||
	    item->status == DT_EXIT_NO;
	json_error_t bad;
	json_t *json = answered ? json_loadb(dt_text_string(&item->out),
	    item->out.size, 0, &bad) : NULL;
	if (json != NULL)
		return json;
	*why = item->status < 0 ? "its command was broken off" :
	    dt_arena_print(arena, answered ? "its answer is not JSON" :
	    "it failed (%d): %.*s", item->status, (int)strcspn(said, "\n"),
	    said);
	return NULL;
}
