/*
 * How long it takes to say which strategies explain a large experiment: 1,000
 * subjects of 100 choices each (10 matches of 10 rounds), 12 strategies, 200
 * samples for the standard errors. Asked: under 2 s of processor time.
 * Usage: bench_infer
 */
#include <time.h>

#include "sfem_case.h"

static double
seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

int
main(void)
{
	static const double shares[ACTORS] = { .25, .1, .15, .3, .1, .1 };
	static const char set[] = "always-race,always-pause,grim-either,"
	    "tit-for-tat,win-stay-lose-shift,suspicious-tit-for-tat,"
	    "two-round-trigger-either,tit-for-two-tats,two-tits-for-tat,"
	    "grim-two-either,two-tits-for-two-tats,alternator";
	struct dt_choices c = play(1000, shares, .05, 10, 10, 1);
	double before = seconds();
	const struct dt_infer_model *m = infer(&c, set, 200);
	double took = seconds() - before;
	printf("infer: %zu choices of %zu subjects, %zu strategies, 200 "
	    "samples: %.3f s (asked: 2)\n", c.n, c.n_subjects, m->n, took);
	printf("  tit for tat %.3f (%.3f), made of %.3f; gap %.1e, %zu of %d "
	    "starts agree\n", share_of(m, "tit-for-tat"),
	    m->classes[3].share.error, shares[3], m->fit.gap, m->agree,
	    DT_SFEM_STARTS);
	dt_arena_free(&arena);
	return took < 2 ? 0 : 1;
}
