/* child: see child.h; what is said and heard. */
#include "outside/child_internal.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/stop.h"

enum { SLICE = 50 };            /* ms between looks at stop */

struct asking {
	struct dt_child *p;
	struct dt_stop limit;
	double seconds;
	size_t sent;
	struct dt_error *err;
};

/* How it ended, once its output has. */
static enum dt_status
died(struct dt_child *p, struct dt_error *err)
{
	int how = dt_child_reap(p);
	if (how >= 0 && WIFSIGNALED(how))
		return dt_status_fail(err, DT_EINPUT, "it was killed by "
		    "signal %d (%s)", WTERMSIG(how), strsignal(WTERMSIG(how)));
	if (how >= 0 && WIFEXITED(how) && WEXITSTATUS(how) != 0)
		return dt_status_fail(err, DT_EINPUT, "it ended with status "
		    "%d; what it wrote to stderr says more",
		    WEXITSTATUS(how));
	return dt_status_fail(err, DT_EINPUT, "it ended before it had "
	    "answered");
}

static enum dt_status
send_some(struct asking *a)
{
	const struct dt_text *out = &a->p->out;
	ssize_t n = send(a->p->in, out->bytes + a->sent, out->size - a->sent,
	    MSG_NOSIGNAL | MSG_DONTWAIT);
	if (n >= 0)
		a->sent += (size_t)n;
	else if (errno == EPIPE || errno == ECONNRESET)
		a->sent = out->size;    /* what it says last is heard yet */
	else if (errno != EAGAIN && errno != EINTR)
		return dt_status_fail(a->err, DT_EIO, "writing to it: %s",
		    strerror(errno));
	return DT_OK;
}

/* Reads what there is. *ended: it closed its output. */
static enum dt_status
hear_some(struct asking *a, bool *ended)
{
	struct dt_child *p = a->p;
	ssize_t n = read(p->from, p->heard + p->n,
	    DT_CHILD_LINE_MOST - p->n);
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return DT_OK;
	if (n < 0)
		return dt_status_fail(a->err, DT_EIO, "reading from it: %s",
		    strerror(errno));
	*ended = n == 0;
	p->n += (size_t)n;
	return DT_OK;
}

/* What it wrote must end with its first line. */
static enum dt_status
take_line(struct asking *a, const char **answer)
{
	struct dt_child *p = a->p;
	char *end = memchr(p->heard, '\n', p->n);
	*answer = NULL;
	if (end == NULL)
		return p->n < DT_CHILD_LINE_MOST ? DT_OK : dt_status_fail(
		    a->err, DT_EINPUT, "it wrote %d bytes and no end of line",
		    DT_CHILD_LINE_MOST);
	if (end + 1 != p->heard + p->n)
		return dt_status_fail(a->err, DT_EINPUT, "it wrote more than "
		    "one line for one question: an answer is one line, and "
		    "anything else goes to stderr");
	if (end > p->heard && end[-1] == '\r')
		end--;
	*end = '\0';
	*answer = p->heard;
	p->n = 0;
	return DT_OK;
}

static enum dt_status
wait_for_it(struct asking *a, const atomic_bool *stop, const char **answer)
{
	struct dt_child *p = a->p;
	bool ended = false;
	enum dt_status status = DT_OK;
	*answer = NULL;
	while (status == DT_OK && *answer == NULL) {
		bool sends = a->sent < p->out.size;
		struct pollfd fds[2] = { { p->from, POLLIN, 0 },
			{ p->in, POLLOUT, 0 } };
		if (stop != NULL && *stop)
			return dt_status_fail(a->err, DT_ESTOPPED,
			    "interrupted");
		if (dt_stop_is(&a->limit))
			return dt_status_fail(a->err, DT_EINPUT, "it gave no "
			    "answer within %.6g s", a->seconds);
		if (poll(fds, sends ? 2 : 1, SLICE) < 0 && errno != EINTR)
			return dt_status_fail(a->err, DT_EIO, "waiting for "
			    "it: %s", strerror(errno));
		if (sends && fds[1].revents != 0)
			status = send_some(a);
		if (status == DT_OK && fds[0].revents != 0)
			status = hear_some(a, &ended);
		if (status == DT_OK)
			status = take_line(a, answer);
		if (status == DT_OK && *answer == NULL && ended)
			status = died(p, a->err);
	}
	return status;
}

/* Whether it has written anything since it answered last. */
static bool
spoke_unasked(const struct dt_child *p)
{
	struct pollfd fd = { p->from, POLLIN, 0 };
	return poll(&fd, 1, 0) > 0 && (fd.revents & POLLIN) != 0;
}

enum dt_status
dt_child_tell(struct dt_child *p, const char *line, struct dt_error *err)
{
	dt_text_add_n(&p->out, line, strlen(line));
	return p->out.failed ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_child_ask(struct dt_child *p, const char *line, double seconds,
    const atomic_bool *stop, const char **answer, struct dt_error *err)
{
	struct asking a = { .p = p, .seconds = seconds, .err = err };
	enum dt_status status = dt_child_tell(p, line, err);
	if (status == DT_OK && spoke_unasked(p))
		return dt_status_fail(err, DT_EINPUT, "it wrote a line that "
		    "nobody had asked for: an answer is one line, and "
		    "anything else goes to stderr");
	dt_stop_start(&a.limit, seconds);
	if (status == DT_OK)
		status = send_some(&a);
	if (status == DT_OK)
		status = wait_for_it(&a, stop, answer);
	p->out.size = 0;
	return status;
}
