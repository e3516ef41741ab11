/* regime: see regime.h. */
#include "treaty/regime.h"

const char *const dt_regime_ending_words[] = {
	"none", "response", "sunset", "lapse", "deserted",
	"review", NULL
};

void
dt_regime_start(struct dt_regime *regime, const struct dt_terms *terms)
{
	*regime = (struct dt_regime){
		.phase = terms->exists ? DT_PHASE_OPEN : DT_PHASE_NONE,
		.delay_left = -1,
	};
}

static void
end(struct dt_regime *r, enum dt_regime_ending ending)
{
	r->phase = DT_PHASE_ENDED;
	r->ending = ending;
	r->parties = 0;
}

/* Who has signed by that round and has not left. */
static uint64_t
signatories(const struct dt_regime *r, const struct dt_terms *terms,
    int64_t round)
{
	uint64_t set = 0;
	for (size_t i = 0; i < terms->n; i++)
		if (terms->joins[i] != 0 && terms->joins[i] <= round)
			set |= dt_move_bit(i);
	return set & ~r->left;
}

static void
admit(struct dt_regime *r, const struct dt_terms *terms, uint64_t newcomers)
{
	for (uint64_t set = newcomers; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		r->strikes[i] = r->clean[i] = 0;
		r->bond[i] = terms->bond;
	}
	r->parties |= newcomers;
}

static void
try_entry(struct dt_regime *r, const struct dt_terms *terms, int64_t round)
{
	uint64_t set = signatories(r, terms, round);
	if (!dt_terms_suffice(terms, set)) {
		r->delay_left = -1;
		return;
	}
	r->delay_left = r->delay_left < 0 ? terms->delay : r->delay_left - 1;
	if (r->delay_left > 0)
		return;
	r->phase = DT_PHASE_IN_FORCE;
	r->rounds_left = terms->rounds;
	r->renewals_left = terms->renewals;
	r->age = 1;
	admit(r, terms, set);
}

static void
leave(struct dt_regime *r, size_t agent)
{
	r->parties &= ~dt_move_bit(agent);
	r->notified &= ~dt_move_bit(agent);
	r->left |= dt_move_bit(agent);
}

static void
count_notices(struct dt_regime *r)
{
	for (uint64_t set = r->notified; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		if (r->notice_left[i]-- == 0)
			leave(r, i);
	}
}

static void
count_sunset(struct dt_regime *r, const struct dt_terms *terms,
    struct dt_random *random)
{
	if (terms->rounds == 0 || --r->rounds_left > 0)
		return;
	if (r->renewals_left-- > 0 &&
	    dt_random_hits(random, terms->renewal))
		r->rounds_left = terms->renewal_rounds;
	else
		end(r, DT_ENDING_SUNSET);
}

static void
count_suspension(struct dt_regime *r)
{
	if (r->phase == DT_PHASE_SUSPENDED && r->suspended_left-- == 0)
		r->phase = DT_PHASE_IN_FORCE;
}

/* A treaty that was in force when the last round was played. */
static void
run_on(struct dt_regime *r, const struct dt_terms *terms, int64_t round,
    struct dt_random *random)
{
	r->age++;
	count_notices(r);
	admit(r, terms, signatories(r, terms, round) & ~r->parties);
	if (r->parties == 0)
		end(r, DT_ENDING_DESERTED);
	else if (terms->lapses && !dt_terms_suffice(terms, r->parties))
		end(r, DT_ENDING_LAPSE);
	else
		count_sunset(r, terms, random);
	if (r->phase != DT_PHASE_ENDED)
		count_suspension(r);
}

bool
dt_regime_review_due(const struct dt_regime *r, const struct dt_terms *terms)
{
	bool runs = r->phase == DT_PHASE_IN_FORCE ||
	    r->phase == DT_PHASE_SUSPENDED;
	return terms->review > 0 && runs && r->age % terms->review == 0;
}

void
dt_regime_review_ends(struct dt_regime *r)
{
	end(r, DT_ENDING_REVIEW);
}

void
dt_regime_clock(struct dt_regime *regime, const struct dt_terms *terms,
    int64_t round, struct dt_random *random)
{
	if (regime->phase == DT_PHASE_OPEN)
		try_entry(regime, terms, round);
	else if (regime->phase == DT_PHASE_IN_FORCE ||
	    regime->phase == DT_PHASE_SUSPENDED)
		run_on(regime, terms, round, random);
}

static void
suspend(struct dt_regime *r, int64_t rounds)
{
	if (r->phase == DT_PHASE_ENDED || rounds == 0)
		return;
	if (r->phase == DT_PHASE_IN_FORCE || rounds > r->suspended_left)
		r->suspended_left = rounds;
	r->phase = DT_PHASE_SUSPENDED;
}

static double
punish(struct dt_regime *r, const struct dt_terms *terms, size_t agent,
    struct dt_random *random)
{
	const struct dt_terms_rung *rung = dt_terms_rung(terms,
	    r->strikes[agent]);
	if (rung == NULL || !dt_random_hits(random, rung->chance))
		return 0;
	double forfeit = rung->bond * r->bond[agent];
	r->bond[agent] -= forfeit;
	if (rung->expel)
		leave(r, agent);
	suspend(r, rung->suspend);
	if (rung->end)
		end(r, DT_ENDING_RESPONSE);
	return rung->fine + forfeit;
}

static void
forgive(struct dt_regime *r, const struct dt_terms *terms, size_t agent,
    struct dt_random *random)
{
	r->clean[agent]++;
	if (r->strikes[agent] == 0)
		return;
	bool served = terms->forgive_after > 0 &&
	    r->clean[agent] % terms->forgive_after == 0;
	if (served || dt_random_hits(random, terms->forgive))
		r->strikes[agent]--;
}

void
dt_regime_respond(struct dt_regime *regime, const struct dt_terms *terms,
    uint64_t findings, struct dt_random *random, double *fines)
{
	for (uint64_t set = regime->parties; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		if (dt_move_has(findings, i)) {
			regime->strikes[i]++;
			regime->clean[i] = 0;
			fines[i] = punish(regime, terms, i, random);
		} else {
			forgive(regime, terms, i, random);
		}
	}
}

void
dt_regime_notice(struct dt_regime *regime, const struct dt_terms *terms,
    size_t agent)
{
	uint64_t bit = dt_move_bit(agent);
	if (!terms->may_withdraw || !(regime->parties & bit) ||
	    (regime->notified & bit))
		return;
	regime->notified |= bit;
	regime->notice_left[agent] = terms->notice;
}
