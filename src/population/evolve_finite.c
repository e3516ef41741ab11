/* evolve_finite: what becomes of a finite population, in tables. */
#include <math.h>

#include "population/evolve_tell.h"

enum {
	LONG = 24,              /* rows that people still read */
	ROWS_MOST = 20000,      /* of a table: more are not kept */
};

static bool
one_at_a_time(const struct dt_evolve *e)
{
	const struct dt_process *p = &e->request->process;
	return p->rule != DT_PROCESS_WRIGHT_FISHER &&
	    (p->network == NULL || p->network->ring);
}

static void
add_pair(const struct dt_evolve *e, size_t resident, size_t mutant,
    struct dt_solution_table *table)
{
	const struct dt_process *p = &e->request->process;
	size_t pair = resident * e->fitness->n + mutant;
	double log_chance = e->has_fixation ? e->fixation.log[pair] : NAN;
	dt_solution_text(table, e->fitness->names[resident]);
	dt_solution_text(table, e->fitness->names[mutant]);
	dt_solution_number(table, exp(log_chance));
	dt_solution_number(table, exp(log_chance + log((double)p->z)));
	dt_solution_number(table, log_chance);
	dt_solution_number(table, one_at_a_time(e) ?
	    dt_fixation_weak(p, mutant, resident) : NAN);
	if (e->simulated == NULL)
		return;
	dt_solution_number(table, e->simulated[pair].chance);
	dt_solution_number(table, e->simulated[pair].error);
	dt_solution_whole(table, e->simulated[pair].ended);
}

static void
tell_takeover(const struct dt_evolve *e, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "resident", NULL, "" }, { "mutant", NULL, "" },
		{ "chance", NULL, "chance" },
		{ "n_rho", "times 1/N", "" },
		{ "log_chance", "log", "" },
		{ "weak", "weak selection", "payoff" },
	};
	size_t n = e->fitness->n;
	if (!e->has_fixation && e->simulated == NULL)
		return;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "takeover",
	    "The chance that one mutant's strategy takes over (weak "
	    "selection: favoured where above 0)", heads);
	table->hidden = n * (n - 1) > LONG;
	if (e->simulated != NULL) {
		dt_solution_column(table, "simulated", NULL, "chance");
		dt_solution_column(table, "simulated_se", "s.e.", "chance");
		dt_solution_column(table, "runs_ended", "of runs", "");
	}
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			if (i != j)
				add_pair(e, i, j, table);
}

static void
tell_evolved(const struct dt_evolve *e, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "strategy", NULL, "" },
		{ "rare", "rare mutations", "share of time" },
		{ "log_rare", "log", "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "evolved",
	    "How much each strategy is played in the long run", heads);
	table->hidden = e->fitness->n > LONG;
	if (e->has_chain) {
		dt_solution_column(table, "share", "this mutation",
		    "share");
		dt_solution_column(table, "uniform", "alone",
		    "share of time");
	}
	if (e->simulated_share != NULL) {
		dt_solution_column(table, "simulated", NULL, "share");
		dt_solution_column(table, "simulated_se", "s.e.", "share");
	}
	for (size_t i = 0; i < e->fitness->n; i++) {
		dt_solution_text(table, e->fitness->names[i]);
		dt_solution_number(table, e->has_fixation ?
		    e->fixation.share[i] : NAN);
		dt_solution_number(table, e->has_fixation ?
		    e->fixation.log_share[i] : NAN);
		if (e->has_chain) {
			dt_solution_number(table, e->chain.mean[i]);
			dt_solution_number(table, e->chain.alone[i]);
		}
		if (e->simulated_share != NULL) {
			dt_solution_number(table, e->simulated_share[i]);
			dt_solution_number(table, e->simulated_error[i]);
		}
	}
}

static void
tell_structure(const struct dt_evolve *e, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "sigma", NULL, "" },
		{ "donation_threshold", "donation pays from b/c", "" },
	};
	if (isnan(e->donation))
		return;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "structure",
	    "Of payoffs a b / c d weak selection favours the first strategy "
	    "where sigma a + b > c + sigma d", heads);
	dt_solution_number(table, e->sigma);
	dt_solution_number(table, isfinite(e->donation) ? e->donation : NAN);
}

/* Of two strategies. */
static void
tell_by_number(const struct dt_evolve *e, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "number", NULL, "" }, { "chance", NULL, "chance" },
		{ "log_chance", "log", "" },
	};
	int64_t z = e->request->process.z;
	if (e->from_some == NULL || z >= ROWS_MOST)
		return;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "by_number",
	    "The chance that so many of the first strategy take over", heads);
	table->hidden = z > LONG;
	for (int64_t k = 0; k <= z; k++) {
		dt_solution_whole(table, k);
		dt_solution_number(table, exp(e->from_some[k]));
		dt_solution_number(table, k > 0 ? e->from_some[k] : NAN);
	}
}

static void
tell_distribution(const struct dt_evolve *e, struct dt_solution *s)
{
	size_t n = e->fitness->n;
	if (!e->has_chain || e->chain.states > ROWS_MOST)
		return;
	struct dt_solution_table *table = dt_solution_table(s,
	    "distribution", NULL);
	table->hidden = true;
	for (size_t j = 0; j < n; j++)
		dt_solution_column(table, e->fitness->names[j], NULL,
		    "members");
	dt_solution_column(table, "chance", NULL, "share of time");
	for (size_t k = 0; k < e->chain.states; k++) {
		for (size_t j = 0; j < n; j++)
			dt_solution_whole(table, e->chain.counts[k * n + j]);
		dt_solution_number(table, e->chain.chance[k]);
	}
}

void
dt_evolve_tell_finite(const struct dt_evolve *e, struct dt_solution *s)
{
	tell_evolved(e, s);
	tell_takeover(e, s);
	tell_structure(e, s);
	tell_by_number(e, s);
	tell_distribution(e, s);
}
