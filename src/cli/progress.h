/* progress: a bar on stderr: how much is done, and how long it takes still. */
#ifndef DT_PROGRESS_H
#define DT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct dt_progress {
	bool shown;             /* else it only counts */
	const char *what;       /* "runs" */
	int64_t done, all;
	struct timespec start, last;
};

void dt_progress_start(struct dt_progress *progress, bool wanted,
    int64_t all);
/* Draws it, at most ten times a second, once `done` was set. */
void dt_progress_show(struct dt_progress *progress);
/* One more is done. */
void dt_progress_step(struct dt_progress *progress);
void dt_progress_clear(const struct dt_progress *progress);
double dt_progress_seconds(const struct timespec *since);

#endif
