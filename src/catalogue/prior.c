/* prior: the schema of data/priors/, and quantiles; see prior.h. */
#include "catalogue/prior.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/number.h"
#include "game/strategy.h"

#define AT(type, member) .offset = offsetof(struct type, member)

const char *const dt_prior_form_words[] = {
	"uniform", "triangular", "beta", "log-normal", NULL
};

static const struct dt_schema_key unknown_keys[] = {
	{ "key", DT_TEXT, AT(dt_prior_unknown, key), .required = true,
	  .help = "The key of the scenario that is not known, as for --set; "
	      "`treaty.` may be left out",
	  .example = "treaty.monitoring.miss" },
	{ "also", DT_LIST, AT(dt_prior_unknown, also), .item = DT_TEXT,
	  .help = "More keys that take the same value",
	  .example = "[noise.public.miss]" },
	{ "form", DT_WORD, AT(dt_prior_unknown, form), .preset = "uniform",
	  .words = dt_prior_form_words,
	  .help = "uniform takes low and high; triangular low, mode and high; "
	      "beta alpha and beta, on 0 to 1 or low to high; log-normal "
	      "median and sigma, cut to low and high if given" },
	{ "low", DT_NUMBER, AT(dt_prior_unknown, low),
	  .help = "No value is below", .example = "0.1" },
	{ "mode", DT_NUMBER, AT(dt_prior_unknown, mode),
	  .help = "Triangular: the value that is believed most",
	  .example = "0.2" },
	{ "high", DT_NUMBER, AT(dt_prior_unknown, high),
	  .help = "No value is above", .example = "0.6" },
	{ "alpha", DT_NUMBER, AT(dt_prior_unknown, alpha), .least = 1e-3,
	  .most = 1e6, .help = "beta: after alpha - 1 successes and",
	  .example = "2" },
	{ "beta", DT_NUMBER, AT(dt_prior_unknown, beta), .least = 1e-3,
	  .most = 1e6, .help = "beta: beta - 1 failures, all chances having "
	      "been alike", .example = "8" },
	{ "median", DT_NUMBER, AT(dt_prior_unknown, median), .least = 1e-300,
	  .most = 1e300, .help = "Log-normal: half of the values are below",
	  .example = "2" },
	{ "sigma", DT_NUMBER, AT(dt_prior_unknown, sigma), .least = 0,
	  .most = 20, .help = "Log-normal: standard deviation of the "
	      "logarithm; 0.7: nine of ten values within a factor of 3.2",
	  .example = "0.7" },
	{ "source", DT_TEXT, AT(dt_prior_unknown, source),
	  .help = "Why this is believed" },
	{ 0 }
};
static const struct dt_schema unknown_schema = {
	"unknown", "a figure that nobody knows, and what is believed of it",
	sizeof(struct dt_prior_unknown), unknown_keys
};

static const struct dt_schema_key keys[] = {
	{ "prior", DT_NAME, AT(dt_prior, name), .required = true,
	  .help = "Its name", .example = "my-prior" },
	{ "title", DT_TEXT, AT(dt_prior, title),
	  .help = "Its name for people" },
	{ "summary", DT_TEXT, AT(dt_prior, summary),
	  .help = "What is believed, in a sentence" },
	{ "source", DT_TEXT, AT(dt_prior, source),
	  .help = "Where it comes from" },
	DT_SCHEMA_CITES,
	{ "try", DT_LIST, .item = DT_TEXT, .apart = true,
	  .help = "For whom it is: a scenario, and options of solve that make "
	      "its treaty one that has the keys below; not given: two-powers",
	  .example = "[two-powers --treaty verified-halt]" },
	{ "status", DT_WORD, AT(dt_prior, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded it is" },
	{ "unknowns", DT_MAP, AT(dt_prior, unknowns), .required = true,
	  .least = 1, .most = DT_PRIOR_UNKNOWNS_MOST,
	  .group = &unknown_schema,
	  .help = "The figures, by names of one's own, independent of each "
	      "other",
	  .example = "{miss: {key: treaty.monitoring.miss, low: 0, high: "
	      "0.5}}" },
	{ 0 }
};

const struct dt_schema dt_prior_schema = {
	"prior", "what is believed of figures that nobody knows",
	sizeof(struct dt_prior), keys
};

/* ---- whether it makes sense ---- */

enum { LOW = 1, MODE = 2, HIGH = 4, ALPHA = 8, BETA = 16, MEDIAN = 32,
    SIGMA = 64 };

static const struct {
	unsigned need, may;
} takes[DT_PRIOR_FORMS] = {
	[DT_PRIOR_UNIFORM] = { LOW | HIGH, LOW | HIGH },
	[DT_PRIOR_TRIANGULAR] = { LOW | MODE | HIGH, LOW | MODE | HIGH },
	[DT_PRIOR_BETA] = { ALPHA | BETA, ALPHA | BETA | LOW | HIGH },
	[DT_PRIOR_LOG_NORMAL] = { MEDIAN | SIGMA,
	    MEDIAN | SIGMA | LOW | HIGH },
};

static enum dt_status
check_one(const struct dt_prior_unknown *x, struct dt_faults *faults)
{
	static const char *const names[] = { "low", "mode", "high", "alpha",
		"beta", "median", "sigma" };
	const double values[] = { x->low, x->mode, x->high, x->alpha, x->beta,
		x->median, x->sigma };
	const char *form = dt_prior_form_words[x->form];
	struct dt_place at = x->origin.node->at;
	enum dt_status status = DT_OK;
	for (unsigned k = 0; k < sizeof(values) / sizeof(values[0]); k++) {
		bool given = !isnan(values[k]);
		if (!given && (takes[x->form].need & 1u << k))
			status = dt_faults_add(faults, at, NULL, "%s needs "
			    "'%s'", form, names[k]);
		if (given && !(takes[x->form].may & 1u << k))
			status = dt_faults_add(faults, dt_node_key_place(
			    x->origin.node, names[k]), NULL, "%s takes no "
			    "'%s'", form, names[k]);
	}
	if (status == DT_OK && (x->low > x->high || x->mode < x->low ||
	    x->mode > x->high))
		status = dt_faults_add(faults, at, NULL, x->low > x->high ?
		    "'low' is above 'high'" : "'mode' is not between 'low' "
		    "and 'high'");
	if (status == DT_OK && x->form == DT_PRIOR_LOG_NORMAL &&
	    x->high <= 0)
		status = dt_faults_add(faults, at, NULL, "log-normal values "
		    "are above 0, and 'high' is not");
	return status;
}

enum dt_status
dt_prior_check(const struct dt_prior *prior, struct dt_faults *faults)
{
	const struct dt_prior_unknown *x = prior->unknowns.items;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < prior->unknowns.n; k++)
		if (check_one(&x[k], faults) != DT_OK)
			status = DT_EINPUT;
	return status;
}

/* ---- quantiles ---- */

static double
triangular(const struct dt_prior_unknown *x, double u)
{
	double wide = x->high - x->low;
	if (wide <= 0)
		return x->low;
	double split = (x->mode - x->low) / wide;
	return u < split ? x->low + wide * sqrt(u * split) :
	    x->high - wide * sqrt((1 - u) * (1 - split));
}

/* The share of a normal that is below the logarithm; absent: of none or all. */
static double
below(const struct dt_prior_unknown *x, double end, double absent)
{
	if (isnan(end))
		return absent;
	return end <= 0 ? 0 : gsl_cdf_ugaussian_P(log(end / x->median) /
	    x->sigma);
}

static double
log_normal(const struct dt_prior_unknown *x, double u)
{
	double value = x->median;
	if (x->sigma > 0) {
		double from = below(x, x->low, 0), to = below(x, x->high, 1);
		double p = from + u * (to - from);
		value = x->median * exp(x->sigma * gsl_cdf_ugaussian_Pinv(p));
	}
	if (!isnan(x->low))
		value = dt_number_max(value, x->low);
	return isnan(x->high) ? value : dt_number_min(value, x->high);
}

double
dt_prior_quantile(const struct dt_prior_unknown *x, double u)
{
	double low = isnan(x->low) ? 0 : x->low;
	double high = isnan(x->high) ? 1 : x->high;
	switch (x->form) {
	case DT_PRIOR_TRIANGULAR:
		return triangular(x, u);
	case DT_PRIOR_BETA:
		return low + (high - low) * gsl_cdf_beta_Pinv(u, x->alpha,
		    x->beta);
	case DT_PRIOR_LOG_NORMAL:
		return log_normal(x, u);
	default:
		return x->low + u * (x->high - x->low);
	}
}
