/*
 * tornado: which number of a treaty matters most: the slack of the weakest
 * party where one number is at the low and at the high end of its range, all
 * others as they are, the number with the widest swing first.
 *
 * Ranges: those of a prior, where one is given and has the key (its 5 % to its
 * 95 % quantile); else the one that the key may have at all, where that has an
 * end worth the name; else from its least to twice what it is now. Each end is
 * judged as `solve --set` would, exactly or else by a short play. Keys of a
 * prior that are not of the treaty's text are turned as well.
 *
 * dt_tornado_new reads and starts threads, the caller waits in dt_tornado_wait
 * and may stop; the answer hangs neither on their number nor on time. Made in
 * the arena; dt_tornado_free ends the threads.
 */
#ifndef DT_VERDICT_TORNADO_H
#define DT_VERDICT_TORNADO_H

#include "catalogue/catalogue.h"
#include "verdict/keeping.h"

struct dt_tornado_request {
	const char *const *patience;    /* as of dt_keeping_request */
	const char *prior;              /* a name or path; or NULL */
	struct dt_comply_play_request play;     /* seed and threads; each end
	                                 * is played by one of them */
};

struct dt_tornado;

/* DT_EUSAGE: no treaty; a race, of which other questions are asked. */
enum dt_status dt_tornado_new(struct dt_tornado **tornado,
    const struct dt_catalogue *catalogue,
    const struct dt_experiment *experiment,
    const struct dt_tornado_request *request, struct dt_faults *faults,
    struct dt_error *err);

/* Waits for another end, a tenth of a second at most; those that are done, of
 * *all. */
size_t dt_tornado_wait(struct dt_tornado *tornado, size_t *all);

/* Of what is done: tables `tornado` (a row a number) and `verdict` (as it is);
 * with svg not NULL the picture as SVG. Fails as the first end did that could
 * not be judged for want of memory. */
enum dt_status dt_tornado_tell(struct dt_tornado *tornado,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err);

/* NULL is fine. */
void dt_tornado_free(struct dt_tornado *tornado);

#endif
