/* progress: see progress.h. */
#include "cli/progress.h"

#include <inttypes.h>
#include <stdio.h>

double
dt_progress_seconds(const struct timespec *since)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - since->tv_sec) +
	    1e-9 * (double)(now.tv_nsec - since->tv_nsec);
}

void
dt_progress_start(struct dt_progress *p, bool wanted,
    int64_t all)
{
	*p = (struct dt_progress){ .shown = wanted, .what = "runs",
	    .all = all };
	clock_gettime(CLOCK_MONOTONIC, &p->start);
	p->last = p->start;
}

/* How long it takes still is not known before something is done. */
static void
draw(struct dt_progress *p)
{
	enum { WIDTH = 30 };
	double share = (double)p->done / (double)p->all;
	int full = (int)(share * WIDTH);
	fprintf(stderr, "\r  [%.*s%.*s] %3.0f%%  %" PRId64 " of %" PRId64
	    " %s", full, "##############################", WIDTH - full,
	    "..............................", 100 * share, p->done, p->all,
	    p->what);
	if (p->done > 0)
		fprintf(stderr, ", %.0f s left",
		    dt_progress_seconds(&p->start) * (1 / share - 1));
	fputs(" \033[K", stderr);
	fflush(stderr);
}

/* Nothing in the first half second: a short run needs no bar. */
void
dt_progress_show(struct dt_progress *p)
{
	if (!p->shown || dt_progress_seconds(&p->last) < 0.1 ||
	    dt_progress_seconds(&p->start) < 0.5)
		return;
	clock_gettime(CLOCK_MONOTONIC, &p->last);
	draw(p);
}

void
dt_progress_step(struct dt_progress *p)
{
	p->done++;
	dt_progress_show(p);
}

void
dt_progress_clear(const struct dt_progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
}
