/*
 * sfem: strategy frequency estimation (Dal Bó and Fréchette 2011): which
 * strategies, in which shares, explain what subjects chose.
 *
 * Each subject plays one strategy of a set; a choice is what the strategy
 * says, but for an error with one chance for all, or the other move. States go
 * on with the moves that were made. The likelihood is
 *
 *     prod_i sum_k share_k prod_t chance(choice_it | strategy k, error)
 *
 * maximised over shares and error (0 to .5) by EM from several starts, each
 * then polished by Newton's method with an active set. How good the maximum in
 * shares is, is known afterwards: at fixed error the logarithm is concave, and
 * no shares whatever have more than max_k D_k - n above it, D_k its derivative
 * by share k (`gap`).
 *
 * Strategies that give every subject the same likelihood for any error cannot
 * be told apart by the data: they are one class with one share.
 *
 * One subject, two choices, one wrong under TFT: error .5, logarithm 2 ln .5.
 */
#ifndef DT_SFEM_H
#define DT_SFEM_H

#include <stdatomic.h>

#include "base/random.h"
#include "game/automaton.h"
#include "infer/choices.h"

#define DT_SFEM_LEAST 1e-15     /* an error below that is 0 */

/* What a subject's choices are to a strategy. */
struct dt_sfem_count {
	uint32_t right, wrong;  /* where the strategy says what to do */
};

/* Where it draws: so many choices with one chance to race. */
struct dt_sfem_draw {
	size_t strategy;
	double race;            /* chance, 0 < race < 1 */
	uint32_t *raced, *paused;       /* by subject */
};

struct dt_sfem {
	size_t n, k;            /* subjects, strategies */
	const uint32_t *choices;        /* by subject; may be 0 */
	struct dt_sfem_count *counts;   /* [i * k + strategy] */
	size_t n_draws, room_draws;
	struct dt_sfem_draw *draws;
	size_t words;           /* of a bit for each choice */
	uint64_t *says;         /* [strategy * words]: RACE */
	uint64_t *lots;         /* the same: it draws */
};

struct dt_sfem_fit {
	double *share;          /* k of them; the caller's */
	double error;
	double loglik;
	double gap;             /* see above; 0 where shares are given */
	int steps;
	bool given_error, given_shares; /* not estimated */
};

/* ---- sfem_count.c ---- */

/* Leads strategies, compiled for as many agents, along the choices. DT_EUSAGE
 * names one whose lots leave its state unknown. */
enum dt_status dt_sfem_count(const struct dt_choices *choices,
    const struct dt_automaton *const *strategies, size_t k,
    struct dt_arena *arena, struct dt_sfem *sfem, struct dt_error *err);

/* In how many choices two strategies are not sure to do the same. */
uint64_t dt_sfem_apart(const struct dt_sfem *sfem, size_t one, size_t other);

/* The class of each strategy: the first that the data cannot tell it from. */
void dt_sfem_classes(const struct dt_sfem *sfem, size_t *class_of);

/* The same data for one strategy of each class; which[] gets which. */
enum dt_status dt_sfem_reduce(const struct dt_sfem *all,
    const size_t *class_of, struct dt_arena *arena, struct dt_sfem *sfem,
    size_t *which, struct dt_error *err);

/* ---- sfem_em.c, sfem_climb.c, sfem.c ---- */

/* Room for one thread to work in; release it with dt_sfem_work_free. */
struct dt_sfem_work {
	double *like, *first, *second;  /* n * k: likelihood over the best of
	                                 * its subject, derivatives of ln */
	double *scale, *mix;            /* n: that best, sum of shares */
	double *next, *slope, *try;     /* k */
	double *power;
	size_t n_power;
};

enum dt_status dt_sfem_work_new(const struct dt_sfem *sfem,
    struct dt_sfem_work *work, struct dt_error *err);
void dt_sfem_work_free(struct dt_sfem_work *work);

/* The log-likelihood at the fit's shares and error; weights (or NULL: 1) say
 * how often each subject counts. */
double dt_sfem_likelihood(const struct dt_sfem *sfem,
    const uint32_t *weights, const struct dt_sfem_fit *fit,
    struct dt_sfem_work *work);

/* One step of EM; the fit's loglik becomes that before it, which no step
 * lowers. */
void dt_sfem_em(const struct dt_sfem *sfem, const uint32_t *weights,
    struct dt_sfem_fit *fit, struct dt_sfem_work *work);

/* From where the fit stands to a maximum. */
enum dt_status dt_sfem_climb(const struct dt_sfem *sfem,
    const uint32_t *weights, struct dt_sfem_fit *fit,
    struct dt_sfem_work *work, struct dt_error *err);

enum { DT_SFEM_STARTS = 12 };

/* The best of several starts; *agree: how many of them came to within 1e-8 of
 * it. The fit's share is room for k. */
enum dt_status dt_sfem_fit(const struct dt_sfem *sfem, uint64_t seed,
    struct dt_sfem_fit *fit, size_t *agree, struct dt_error *err);

/* Chances that subject i plays each strategy, given the fit. */
void dt_sfem_posterior(const struct dt_sfem *sfem,
    const struct dt_sfem_fit *fit, size_t i, struct dt_sfem_work *work,
    double *chances);

/* ---- sfem_bootstrap.c ---- */

/* Fits to samples of subjects, drawn with replacement: samples * (k + 1)
 * numbers, shares and then the error, the same for any number of threads. */
enum dt_status dt_sfem_bootstrap(const struct dt_sfem *sfem,
    const struct dt_sfem_fit *fit, size_t samples, uint64_t seed, int threads,
    const atomic_bool *stop, double *found, struct dt_error *err);

#endif
