/* explore_job: see explore_job.h. */
#include "config.h"

#include "explore/explore_job.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void
limit(int what, rlim_t most)
{
	struct rlimit to = { most, most };
	setrlimit(what, &to);
}

static void
write_all(int fd, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t sent = write(fd, bytes, n);
		if (sent < 0 && errno == EINTR)
			continue;
		if (sent <= 0)
			return;
		bytes += sent;
		n -= (size_t)sent;
	}
}

/* The first three bytes are the status. Sockets of the server are closed, so
 * that a browser's connection ends when the server closes it. */
static void
be_child(int out, unsigned (*work)(void *, struct dt_text *), void *of)
{
	struct dt_text text = { 0 }, whole = { 0 };
	struct sigaction die = { .sa_handler = SIG_DFL };
	sigaction(SIGTERM, &die, NULL);
	sigaction(SIGINT, &die, NULL);
	for (int fd = 3; fd < 4096; fd++)
		if (fd != out)
			close(fd);
	limit(RLIMIT_CPU, DT_EXPLORE_SECONDS);
	limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__    /* which reserves terabytes */
	limit(RLIMIT_AS, DT_EXPLORE_MEMORY);
#endif
	unsigned status = work(of, &text);
	dt_text_add(&whole, "%03u", text.failed ? 500 : status);
	dt_text_add_n(&whole, dt_text_string(&text), text.size);
	write_all(out, dt_text_string(&whole), whole.size);
	_exit(0);
}

bool
dt_explore_job_start(struct dt_explore_job *job,
    unsigned (*work)(void *of, struct dt_text *answer), void *of)
{
	int pipes[2];
	if (pipe2(pipes, O_CLOEXEC) != 0)
		return false;
	pid_t child = fork();
	if (child == 0)
		be_child(pipes[1], work, of);
	close(pipes[1]);
	if (child < 0) {
		close(pipes[0]);
		return false;
	}
	fcntl(pipes[0], F_SETFL, O_NONBLOCK);
	job->child = child;
	job->pipe = pipes[0];
	return true;
}

/* It has ended by itself: with an answer, or out of time or memory. */
static void
finish(struct dt_explore_job *job)
{
	close(job->pipe);
	job->pipe = -1;
	waitpid(job->child, NULL, 0);
	job->status = 503;
	if (job->answer.size < 3 || job->answer.failed)
		return;
	const char *bytes = job->answer.bytes;
	job->status = (unsigned)(100 * (bytes[0] - '0') +
	    10 * (bytes[1] - '0') + bytes[2] - '0');
	job->answer.size -= 3;
	memmove(job->answer.bytes, bytes + 3, job->answer.size + 1);
}

static int64_t
ms_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return 1000 * (int64_t)t.tv_sec + t.tv_nsec / 1000000;
}

bool
dt_explore_job_wait(struct dt_explore_job *job, int milliseconds)
{
	char bytes[65536];
	int64_t until = ms_now() + milliseconds;
	while (job->pipe >= 0) {
		struct pollfd in = { .fd = job->pipe, .events = POLLIN };
		int64_t left = until - ms_now();
		if (poll(&in, 1, left > 0 ? (int)left : 0) <= 0)
			break;
		ssize_t n = read(job->pipe, bytes, sizeof(bytes));
		if (n > 0)
			dt_text_add_n(&job->answer, bytes, (size_t)n);
		else if (n == 0 || (errno != EAGAIN && errno != EINTR))
			finish(job);
	}
	return job->pipe < 0;
}

void
dt_explore_job_end(struct dt_explore_job *job)
{
	if (job->number != 0 && job->pipe >= 0) {
		kill(job->child, SIGKILL);
		waitpid(job->child, NULL, 0);
		close(job->pipe);
	}
	dt_text_free(&job->answer);
	*job = (struct dt_explore_job){ .pipe = -1 };
}
