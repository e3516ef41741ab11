/* chain_answer: from visits of the states to the answers; see chain.h. */
#include "engine/chain_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Where the powers of a chain are cheaper than its rounds. */
enum { POWER_STATES_MOST = 128, POWER_WORK_LEAST = 20000000 };
/* Where solving at once is cheaper than a discounted run's rounds. */
enum { SOLVE_WORK_LEAST = 200000 };
#define NEGLIGIBLE 1e-17
#define LOST_MOST 1e-9
#define SHARES_OFF 1e-8

/* The means of all that is counted, by the states' shares of the rounds. */
static void
find_means(const struct dt_chain *c, const double *share, double *mean)
{
	memset(mean, 0, c->width * sizeof(*mean));
	for (size_t s = 0; s < c->states.n; s++)
		for (size_t k = 0; share[s] > 0 && k < c->width; k++)
			mean[k] += share[s] * c->reward[s * c->width + k];
}

static struct dt_chain_agent
agent_of(const struct dt_chain *c, const double *mean, size_t class)
{
	double by[DT_CHAIN_KINDS] = { 0 };
	memcpy(by, mean + DT_CHAIN_HEAD + class * c->kinds,
	    c->kinds * sizeof(*by));
	return (struct dt_chain_agent){
		.paused = by[DT_CHAIN_PAUSED],
		.payoff = by[DT_CHAIN_PAYOFF],
		.slips = dt_random_chance(c->model->slip),
		.stopped = by[DT_CHAIN_STOPPED],
		.party = c->treaty ? by[DT_CHAIN_PARTY] : 0,
		.breaches = by[DT_CHAIN_BREACHES],
		.alarms_right = by[DT_CHAIN_RIGHT],
		.alarms_wrong = by[DT_CHAIN_WRONG],
		.missed = by[DT_CHAIN_BREACHES] - by[DT_CHAIN_RIGHT],
		.false_declarations = by[DT_CHAIN_FALSE],
		.fines = by[DT_CHAIN_FINES],
		.cost = c->treaty ?
		    0 - c->model->terms.cost * by[DT_CHAIN_PARTY] : 0,
		.transfers = by[DT_CHAIN_TRANSFERS],
	};
}

/* Shares of the rounds, given the visits and their sum. */
static void
fill_means(const struct dt_chain *c, double *visits, double sum,
    struct dt_chain_answer *a)
{
	double mean[DT_CHAIN_HEAD + DT_AGENTS_MOST * DT_CHAIN_KINDS];
	for (size_t s = 0; s < c->states.n; s++) {
		visits[s] /= sum;
		a->in_force += c->phase[s] == DT_PHASE_IN_FORCE ?
		    visits[s] : 0;
		a->suspended += c->phase[s] == DT_PHASE_SUSPENDED ?
		    visits[s] : 0;
	}
	find_means(c, visits, mean);
	a->all_paused = mean[DT_CHAIN_ALL_PAUSED];
	for (size_t p = 0; p < c->n; p++)
		a->agent[c->order[p]] = agent_of(c, mean, c->class[p]);
}

static void
fill_chances(const struct dt_chain_sums *s, struct dt_chain_answer *a)
{
	a->rounds = s->rounds;
	a->entered = s->entered;
	a->ended = s->ended;
	a->breached = s->breached;
	a->entered_round = s->entered > 0 ? s->entered_round / s->entered :
	    NAN;
	a->ended_round = s->ended > 0 ? s->ended_round / s->ended : NAN;
	a->breached_round = s->breached > 0 ?
	    s->breached_round / s->breached : NAN;
}

/* Rounds in which a run may still go on with a chance that shows. */
static int64_t
cut(int64_t rounds, double keep, bool *by_chance)
{
	double most = keep <= 0 ? 1 : ceil(log(NEGLIGIBLE) / log(keep));
	*by_chance = keep < 1 && (rounds == 0 || most < (double)rounds);
	return *by_chance ? (int64_t)most : rounds;
}

static enum dt_status
sum_up(const struct dt_chain *c, int64_t rounds, double keep,
    struct dt_chain_sums *sums, struct dt_error *err)
{
	bool by_chance;
	int64_t most = cut(rounds, keep, &by_chance);
	double work = (double)most * (double)(c->transitions + c->states.n);
	if (!c->closed && c->limits.depth >= 0 && most > c->limits.depth)
		return dt_status_fail(err, DT_EUSAGE, "the chain was followed "
		    "for %lld rounds, and is asked about %lld",
		    (long long)c->limits.depth, (long long)most);
	if (c->closed && by_chance && work > SOLVE_WORK_LEAST)
		return dt_chain_visits_discounted(c, keep, sums, err);
	if (c->closed && keep >= 1 && work > POWER_WORK_LEAST &&
	    c->states.n <= POWER_STATES_MOST)
		return dt_chain_power(c, most, sums, err);
	return dt_chain_forward(c, most, keep, sums, err);
}

/* A run that comes to a state that was not followed is there once. */
static enum dt_status
find_lost(const struct dt_chain *c, const struct dt_chain_sums *s,
    struct dt_chain_answer *a, struct dt_error *err)
{
	for (size_t k = 0; k < c->states.n; k++)
		if (c->row[k] == c->row[k + 1])
			a->lost += s->visits[k];
	if (!(a->lost <= LOST_MOST))
		return dt_status_fail(err, DT_EUSAGE, "an exact answer is out "
		    "of reach: with chance %.2g a run comes to states that "
		    "were left out as faint", a->lost);
	return DT_OK;
}

/* Shares and means must be finite, and shares add up to one, but for what was
 * lost from sight. */
static enum dt_status
check(const struct dt_chain *c, const double *share,
    const struct dt_chain_answer *a, struct dt_error *err)
{
	double sum = 0, mean = a->all_paused;
	for (size_t s = 0; s < c->states.n; s++)
		sum += share[s];
	for (size_t i = 0; i < c->n; i++)
		mean += a->agent[i].paused + a->agent[i].payoff +
		    a->agent[i].fines + a->agent[i].transfers;
	if (isfinite(mean) && fabs(sum - 1) <= SHARES_OFF)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "an exact answer is out of "
	    "reach: shares of %zu states add up to %.12g, or payoffs are not "
	    "finite", c->states.n, sum);
}

enum dt_status
dt_chain_horizon(const struct dt_chain *c, int64_t rounds, double keep,
    struct dt_chain_answer *answer, struct dt_error *err)
{
	struct dt_chain_sums sums = { 0 };
	*answer = (struct dt_chain_answer){ .n = c->n };
	if (rounds < 0 || !(keep >= 0) || (rounds == 0 && keep >= 1))
		return dt_status_fail(err, DT_EUSAGE,
		    "a run would never end");
	sums.visits = dt_memory_new(c->states.n, sizeof(*sums.visits));
	enum dt_status status = sums.visits == NULL ?
	    dt_status_no_memory(err) : sum_up(c, rounds, keep, &sums, err);
	if (status == DT_OK)
		status = find_lost(c, &sums, answer, err);
	if (status == DT_OK && dt_chain_contest(c))
		dt_chain_contest_close(c, &sums);
	if (status == DT_OK) {
		fill_means(c, sums.visits, sums.rounds, answer);
		fill_chances(&sums, answer);
		status = check(c, sums.visits, answer, err);
	}
	dt_memory_free(sums.visits);
	return status;
}

enum dt_status
dt_chain_own(const struct dt_chain *c, struct dt_chain_answer *answer,
    struct dt_error *err)
{
	return dt_chain_horizon(c, c->model->rounds,
	    dt_random_chance(c->model->continuation), answer, err);
}

enum dt_status
dt_chain_longrun(const struct dt_chain *c, struct dt_chain_answer *answer,
    struct dt_error *err)
{
	struct dt_chain_sums sums = { 0 };
	*answer = (struct dt_chain_answer){ .n = c->n };
	if (dt_chain_contest(c))
		return dt_status_fail(err, DT_EUSAGE, "there is no long run: "
		    "a race of this kind ends");
	if (!c->closed)
		return dt_status_fail(err, DT_EUSAGE, "the long run is out of "
		    "reach: the chain was not followed until it closed");
	sums.visits = dt_memory_new(c->states.n, sizeof(*sums.visits));
	enum dt_status status = sums.visits == NULL ?
	    dt_status_no_memory(err) :
	    dt_chain_visits_longrun(c, &sums, err);
	if (status == DT_OK) {
		fill_means(c, sums.visits, 1, answer);
		fill_chances(&sums, answer);
		status = check(c, sums.visits, answer, err);
	}
	dt_memory_free(sums.visits);
	return status;
}
