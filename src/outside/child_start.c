/* child_start: how a program begins and ends; see child.h. */
#include "outside/child_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"

enum { GRACE = 300 };           /* ms to end by itself */

struct start {
	const struct dt_child_call *call;
	char **words;
	int in[2];              /* ours, the program's */
	int from[2];            /* ours, the program's */
	int fault[2];           /* by which it says why it could not start */
};

static void
shut(int *fd)
{
	if (*fd >= 0)
		(void)close(*fd);
	*fd = -1;
}

/* Ends of ours that no other program may hold, were one started meanwhile. */
static bool
open_ends(struct start *s)
{
	if (socketpair(AF_UNIX, SOCK_STREAM, 0, s->in) != 0 ||
	    pipe(s->from) != 0 || pipe(s->fault) != 0)
		return false;
	int *all[] = { s->in, s->from, s->fault };
	for (int i = 0; i < 3; i++)
		if (fcntl(all[i][0], F_SETFD, FD_CLOEXEC) != 0 ||
		    fcntl(all[i][1], F_SETFD, FD_CLOEXEC) != 0)
			return false;
	return fcntl(s->from[0], F_SETFL, O_NONBLOCK) == 0;
}

/* In the program's place, between fork and exec: only calls that are safe
 * there, as other threads may have held any lock. */
static _Noreturn void
become(const struct start *s)
{
	enum { MOST = 1024 };
	sigset_t none;
	ssize_t told;
	(void)setpgid(0, 0);
	(void)sigemptyset(&none);
	(void)sigprocmask(SIG_SETMASK, &none, NULL);
	(void)signal(SIGPIPE, SIG_DFL);
	(void)signal(SIGINT, SIG_DFL);
	if (dup2(s->in[1], 0) == 0 && dup2(s->from[1], 1) == 1 &&
	    (s->call->folder == NULL || chdir(s->call->folder) == 0)) {
		for (int fd = 3; fd < MOST; fd++)
			if (fd != s->fault[1])
				(void)close(fd);
		(void)execvp(s->words[0], s->words);
	}
	int why = errno;
	told = write(s->fault[1], &why, sizeof(why));
	_exit(told == (ssize_t)sizeof(why) ? 127 : 126);
}

/* Why it could not start, or 0: exec closed the pipe. */
static int
fault_of(struct start *s)
{
	int why = 0;
	ssize_t n;
	shut(&s->fault[1]);
	do
		n = read(s->fault[0], &why, sizeof(why));
	while (n < 0 && errno == EINTR);
	return n == (ssize_t)sizeof(why) ? why : 0;
}

static enum dt_status
launch(struct start *s, struct dt_child *p, struct dt_error *err)
{
	pid_t pid = open_ends(s) ? fork() : -1;
	if (pid < 0)
		return dt_status_fail(err, DT_EIO, "starting '%s': %s",
		    s->words[0], strerror(errno));
	if (pid == 0)
		become(s);
	p->pid = pid;
	(void)setpgid(pid, pid);
	int why = fault_of(s);
	if (why != 0)
		return dt_status_fail(err, DT_EINPUT, "'%s' cannot be "
		    "started%s%s: %s", s->words[0], s->call->folder ? " in " :
		    "", s->call->folder ? s->call->folder : "",
		    strerror(why));
	p->in = s->in[0];
	p->from = s->from[0];
	s->in[0] = s->from[0] = -1;
	return DT_OK;
}

/* execvp wants words that could be written to. */
static char **
copy_words(const struct dt_child_call *call)
{
	char **words = dt_memory_new(call->n + 1, sizeof(*words));
	bool whole = words != NULL;
	for (size_t i = 0; whole && i < call->n; i++) {
		size_t size = strlen(call->words[i]) + 1;
		words[i] = dt_memory_new(size, 1);
		whole = words[i] != NULL;
		if (whole)
			memcpy(words[i], call->words[i], size);
	}
	for (size_t i = 0; words != NULL && !whole && i < call->n; i++)
		dt_memory_free(words[i]);
	if (!whole)
		dt_memory_free(words);
	return whole ? words : NULL;
}

enum dt_status
dt_child_start(struct dt_child **process,
    const struct dt_child_call *call, struct dt_error *err)
{
	struct start s = { call, NULL, { -1, -1 }, { -1, -1 }, { -1, -1 } };
	struct dt_child *p = dt_memory_new(1, sizeof(*p));
	*process = NULL;
	s.words = copy_words(call);
	if (p == NULL || s.words == NULL) {
		dt_memory_free(p);
		for (size_t i = 0; s.words != NULL && i < call->n; i++)
			dt_memory_free(s.words[i]);
		dt_memory_free(s.words);
		return dt_status_no_memory(err);
	}
	p->in = p->from = p->how = -1;
	enum dt_status status = launch(&s, p, err);
	for (int i = 0; i < 2; i++) {
		shut(&s.in[i]);
		shut(&s.from[i]);
		shut(&s.fault[i]);
	}
	for (size_t i = 0; i < call->n; i++)
		dt_memory_free(s.words[i]);
	dt_memory_free(s.words);
	if (status != DT_OK)
		dt_child_end(p);
	else
		*process = p;
	return status;
}

/* Whether it has ended; it is not yet waited for, so that its group's number
 * is still its own. */
static bool
has_ended(const struct dt_child *p)
{
	siginfo_t info = { .si_pid = 0 };
	return waitid(P_PID, (id_t)p->pid, &info, WEXITED | WNOHANG |
	    WNOWAIT) != 0 || info.si_pid != 0;
}

int
dt_child_reap(struct dt_child *p)
{
	struct timespec nap = { 0, 1000000 };
	if (p->pid == 0)
		return p->how;
	for (int k = 0; k < GRACE && !has_ended(p); k++)
		(void)nanosleep(&nap, NULL);
	(void)kill(-p->pid, SIGKILL);
	(void)kill(p->pid, SIGKILL);
	while (waitpid(p->pid, &p->how, 0) < 0)
		if (errno != EINTR) {
			p->how = -1;
			break;
		}
	p->pid = 0;
	return p->how;
}

void
dt_child_end(struct dt_child *p)
{
	if (p == NULL)
		return;
	/* what was kept for it, as far as it goes without waiting */
	if (p->in >= 0 && p->out.size > 0)
		(void)send(p->in, p->out.bytes, p->out.size, MSG_NOSIGNAL |
		    MSG_DONTWAIT);
	shut(&p->in);
	shut(&p->from);
	(void)dt_child_reap(p);
	dt_text_free(&p->out);
	dt_memory_free(p);
}
