/*
 * comply_play: the three answers of comply.h by play, where the states of a
 * treaty are too many to be listed.
 *
 * Public states are looked for first: runs of compliers, then runs that start
 * from whatever is rare among what was found, with livelier signals, then runs
 * in which one agent departs. States that look alike to an agent are one
 * class: phase, own strikes, others' most strikes, what is left of a
 * suspension and of notice, how many parties are left. A class keeps a few of
 * its states, and every departure from it is played on beside complying, with
 * the same random words. So a state counts by what departing there is worth,
 * however seldom a run comes to it; what is never found is not judged, and
 * said. Where a class may decide, each of its states is judged alone.
 *
 * Draws double, only for departures that may still decide, until the standard
 * error of the deciding slack is at most `slack_error`; where its sign is then
 * in doubt, until it is an eighth of that or the sign is shown; or until the
 * work is done, which is said.
 *
 * Errors count what was not seen: as if one draw more were off by the largest
 * payoff of a round. A NO is meant at 95%, all departures and all looks together
 * (Bonferroni, by Student's t). A YES is that every departure that was drawn
 * loses by three standard errors, and with them every plan of many rounds
 * (comply_play_shown.c); that all kinds of states that the text has were come
 * to; and that none was left out. It is no proof: alike states are judged by
 * their mean, and what is never come to is not known. A slack is of single
 * rounds and of the plans of comply_play_plan.c, so no less than the true one,
 * but for its error. The seed fixes the answer, for any number of threads.
 */
#ifndef DT_COMPLY_PLAY_H
#define DT_COMPLY_PLAY_H

#include "comply/comply.h"

struct dt_comply_play_request {
	double slack_error;     /* payoff, all rounds to come counted; 0: a
	                         * hundredth of the largest payoff of a round,
	                         * by size, that a party has, or of the slack,
	                         * where that is more */
	uint64_t seed;
	int threads;            /* >= 1 */
	double work_most;       /* agent-rounds; 0: DT_COMPLY_PLAY_WORK */
	int parts;              /* bits 1 << enum dt_comply_part; 0: all */
};

/* Some four seconds of one processor. */
#define DT_COMPLY_PLAY_WORK 1.5e8

/* Cases are by agent (of those that are alike the first), class and departure;
 * `start` is as in dt_comply_judge. DT_EUSAGE: payoffs so large that their
 * sums are not finite. Release with dt_comply_verdict_free, also after an
 * error. */
enum dt_status dt_comply_play(const struct dt_comply_model *model,
    const struct dt_comply_play_request *request,
    struct dt_comply_verdict *verdict, struct dt_error *err);

#endif
