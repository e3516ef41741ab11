/* explore_job: see explore_job.h. */
#include "config.h"

#include "explore/explore_job.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"

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

/* What a child says: its HTTP status and its length, then so many bytes. */
enum { HEAD = 3 + 8, A_PART = 100 };

/* Of a child's own process: where it says what it found. */
static int child_out = -1;

static void
say(unsigned status, const struct dt_text *text)
{
	struct dt_text whole = { 0 };
	dt_text_add(&whole, "%03u%08zx", text->failed ? 500 : status,
	    text->failed ? 0 : text->size);
	if (!text->failed)
		dt_text_add_n(&whole, dt_text_string(text), text->size);
	if (!whole.failed)
		write_all(child_out, dt_text_string(&whole), whole.size);
	dt_text_free(&whole);
}

void
dt_explore_job_part(const struct dt_text *part)
{
	if (child_out >= 0 && !part->failed)
		say(A_PART, part);
}

void
dt_explore_job_stand_back(int behind)
{
	if (child_out >= 0)             /* never the server itself */
		setpriority(PRIO_PROCESS, 0, behind);
}

/* Sockets of the server are closed, so that a browser's connection ends when
 * the server closes it. However the server ends, so does its child. */
static void
be_child(int out, pid_t server, int behind,
    unsigned (*work)(void *, struct dt_text *), void *of)
{
	struct dt_text text = { 0 };
	struct sigaction die = { .sa_handler = SIG_DFL };
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != server)        /* it ended before that was heard */
		_exit(0);
	sigaction(SIGTERM, &die, NULL);
	sigaction(SIGINT, &die, NULL);
	if (out > 3)
		close_range(3, (unsigned)out - 1, 0);
	close_range((unsigned)out + 1, ~0U, 0);
	child_out = out;
	if (behind > 0)
		dt_explore_job_stand_back(behind);
	limit(RLIMIT_CPU, behind > 0 ? DT_EXPLORE_SECONDS_BEHIND :
	    DT_EXPLORE_SECONDS);
	limit(RLIMIT_CORE, 0);
#ifndef __SANITIZE_ADDRESS__    /* which reserves terabytes */
	limit(RLIMIT_AS, DT_EXPLORE_MEMORY);
#endif
	dt_memory_of_program();
	unsigned status = work(of, &text);
	say(status, &text);
	_exit(0);
}

bool
dt_explore_job_start(struct dt_explore_job *job, int behind,
    unsigned (*work)(void *of, struct dt_text *answer), void *of)
{
	int pipes[2];
	pid_t server = getpid();
	if (pipe2(pipes, O_CLOEXEC) != 0)
		return false;
	pid_t child = fork();
	if (child == 0)
		be_child(pipes[1], server, behind, work, of);
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

static void
reap(struct dt_explore_job *job, int how)
{
	if (job->ending != 0 && waitpid(job->ending, NULL, how) != 0)
		job->ending = 0;
}

/* It has said its answer, and ends; or it is out of time or memory. */
static void
finish(struct dt_explore_job *job)
{
	close(job->pipe);
	job->pipe = -1;
	reap(job, 0);
	job->ending = job->child;
	if (job->status == 0 || job->answer.failed)
		job->status = 503;
}

/* What has come whole: a part takes the place of the one before. */
static void
take(struct dt_explore_job *job)
{
	while (job->come.size >= HEAD && job->status == 0) {
		const char *bytes = job->come.bytes;
		char word[9] = { 0 };
		memcpy(word, bytes + 3, 8);
		size_t n = strtoul(word, NULL, 16);
		if (job->come.size < HEAD + n)
			return;
		unsigned status = (unsigned)(100 * (bytes[0] - '0') +
		    10 * (bytes[1] - '0') + bytes[2] - '0');
		dt_text_free(&job->answer);
		dt_text_add_n(&job->answer, bytes + HEAD, n);
		job->parts += status == A_PART;
		job->status = status == A_PART ? 0 : status;
		job->come.size -= HEAD + n;
		memmove(job->come.bytes, bytes + HEAD + n, job->come.size + 1);
	}
}

bool
dt_explore_job_take(struct dt_explore_job *job, int64_t now)
{
	char bytes[65536];
	int64_t before = job->parts;
	ssize_t n = 1;
	while (job->pipe >= 0 && (n > 0 || errno == EINTR)) {
		n = read(job->pipe, bytes, sizeof(bytes));
		if (n > 0) {
			dt_text_add_n(&job->come, bytes, (size_t)n);
			take(job);
		}
		if (job->status != 0 || n == 0 || (n < 0 && errno != EAGAIN &&
		    errno != EINTR))
			finish(job);
	}
	if (before == job->given && job->parts > before)
		job->fresh = now;
	return job->pipe < 0;
}

void
dt_explore_job_reap(struct dt_explore_job *job)
{
	reap(job, WNOHANG);
}

void
dt_explore_job_end(struct dt_explore_job *job)
{
	if (job->number != 0 && job->pipe >= 0) {
		kill(job->child, SIGKILL);
		finish(job);
	}
	reap(job, 0);
	dt_explore_job_forget(job);
}

void
dt_explore_job_forget(struct dt_explore_job *job)
{
	dt_text_free(&job->answer);
	dt_text_free(&job->come);
	*job = (struct dt_explore_job){ .pipe = -1, .ending = job->ending };
}
