/*
 * prior: what is believed of figures that nobody knows: for each a range or a
 * distribution. One file each in data/priors/; `solve SCENARIO --prior` asks
 * what becomes of a treaty's verdict.
 *
 * Forms, all of which are cut to [low, high] where those are given:
 *   uniform      low, high
 *   triangular   low, mode, high
 *   beta         alpha, beta; on [low, high], 0 to 1 if not given (scaled to
 *                it, not cut)
 *   log-normal   median, sigma: the logarithm is normal with mean log(median)
 *                and standard deviation sigma
 * Unknowns are independent.
 */
#ifndef DT_PRIOR_H
#define DT_PRIOR_H

#include "base/schema.h"

enum dt_prior_form {
	DT_PRIOR_UNIFORM, DT_PRIOR_TRIANGULAR, DT_PRIOR_BETA,
	DT_PRIOR_LOG_NORMAL, DT_PRIOR_FORMS
};
extern const char *const dt_prior_form_words[];

enum { DT_PRIOR_UNKNOWNS_MOST = 8 };

struct dt_prior_unknown {
	struct dt_origin origin;        /* .name: what it is called */
	const char *key;                /* of the scenario */
	struct dt_list also;            /* of const char *: more keys that
	                                 * take the same value */
	int form;
	double low, mode, high, alpha, beta, median, sigma;    /* NAN: absent */
	const char *source;
};

struct dt_prior {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	struct dt_list unknowns;        /* of struct dt_prior_unknown */
};

extern const struct dt_schema dt_prior_schema;

/* Whether each form has what it needs and no more. */
enum dt_status dt_prior_check(const struct dt_prior *prior,
    struct dt_faults *faults);

/* The value that a share of the chance is below: u in [0, 1]. Of triangular 0,
 * 1, 4 the median is 4 - sqrt(6) = 1.550510. */
double dt_prior_quantile(const struct dt_prior_unknown *unknown, double u);

#endif
