/*
 * comply: the exact verdict; see comply.h. An agent's states are walked with
 * all others that are alike as one another's twins, and it apart from them.
 */
#include "comply/comply_internal.h"

#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "base/number.h"

const char *const dt_comply_words[] = {
	"racing in secret", "racing in the open", "refusing inspection",
	"withdrawing", "pausing where the treaty's answer is to race",
	"not signing", NULL
};

/* Of the largest value: what counts as zero. */
#define ZERO 1e-10

/* Strikes that are counted beyond the last rung's: the least, more where it
 * can be, and the most where nothing is to be left out. */
enum { STRIKES_LEAST = 2, STRIKES_MORE = 10, STRIKES_MOST = 200 };

/* In a game that ends each state is looked at in each round. */
#define ROUND_STATES_MOST 1e8

static void
build(struct dt_comply_judging *j, const struct dt_chain_limits *limits,
    uint64_t departing)
{
	const struct dt_model *model = &j->m->model;
	const struct dt_terms *t = &model->terms;
	struct dt_chain_limits l = limits ? *limits :
	    (struct dt_chain_limits){ 0 };
	/* Withdrawals take steps of the walk, but no rounds. */
	l.depth = model->continuation_chance < 1 ? -1 :
	    model->rounds + (int64_t)dt_move_count(departing);
	l.departing = departing;
	if (l.strikes == 0 && t->n_rungs > 0)
		l.strikes = t->rungs[t->n_rungs - 1].strikes + j->beyond;
	j->status = dt_chain_build(&j->chain, model, &l, j->err);
	if (j->status == DT_OK && l.depth >= 0 && (double)model->rounds *
	    (double)dt_chain_states(j->chain) > ROUND_STATES_MOST)
		j->status = dt_status_fail(j->err, DT_EUSAGE, "an exact "
		    "answer is out of reach: %zu states in each of %lld "
		    "rounds", dt_chain_states(j->chain),
		    (long long)model->rounds);
}

/* Of all cases the best one where compliers come to, and elsewhere; whether
 * any is shown to pay, and whether none does anywhere. */
static void
find_binding(struct dt_comply_judging *j, double zero, bool *pays)
{
	struct dt_comply_verdict *v = j->v;
	double most = -INFINITY, beyond = zero - v->cut;
	*pays = false;
	v->perfect = true;
	v->binding.best = -INFINITY;
	for (size_t k = 0; k < v->n_cases; k++) {
		const struct dt_comply_case *one = &v->cases[k];
		v->perfect = v->perfect && one->worth + v->cut <= zero;
		/* Those that are shown to pay go before others. */
		bool counts = one->where.expected && one->shown > zero;
		if (one->where.expected && counts >= *pays &&
		    (counts > *pays || one->shown > most)) {
			v->binding = *one;
			most = one->shown;
		}
		*pays = *pays || counts;
		if (one->where.expected || one->worth <= beyond)
			continue;
		beyond = one->worth;
		v->beyond = *one;
	}
	v->slack = -v->binding.best;
}

static void
conclude(struct dt_comply_judging *j)
{
	struct dt_comply_verdict *v = j->v;
	double zero = dt_number_max(ZERO * j->scale, 4 * j->off);
	bool pays;
	v->strikes = dt_chain_strikes(j->chain);
	if (v->cut <= zero / 4)
		v->cut = 0;
	find_binding(j, zero, &pays);
	if (pays && v->cut > 0)
		v->slack = -v->binding.shown;
	if (v->n_cases == 0)
		v->answer = DT_COMPLY_PERHAPS;
	else if (pays)
		v->answer = DT_COMPLY_NO;
	else if (!(v->binding.best + v->cut <= zero))
		v->answer = DT_COMPLY_PERHAPS;
	else
		v->answer = v->perfect ? DT_COMPLY_YES : DT_COMPLY_BUT;
	if (v->answer == DT_COMPLY_PERHAPS && v->cut > 0)
		(void)snprintf(v->why, sizeof(v->why), "strikes are counted "
		    "up to %lld, and more of them may move what a departure "
		    "is worth by up to %.3g", (long long)v->strikes, v->cut);
}

static void
judge_agent(struct dt_comply_judging *j)
{
	j->keep = j->m->patience[j->agent];
	if (j->m->model.continuation_chance < 1)
		dt_comply_values_endless(j);
	else
		dt_comply_values_ending(j);
	size_t states = dt_chain_states(j->chain);
	if (states > j->v->states)
		j->v->states = states;
}

/* With strikes counted so far beyond the last rung. */
static enum dt_status
judge(const struct dt_comply_model *m, int64_t beyond,
    const struct dt_chain_limits *limits, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	struct dt_comply_judging j = { .m = m, .v = v, .err = err,
	    .scale = 1e-300, .beyond = beyond };
	bool together = dt_move_count(m->signers) <= 2;
	*v = (struct dt_comply_verdict){ .answer = DT_COMPLY_PERHAPS };
	if (together)
		build(&j, limits, m->signers);
	for (uint64_t set = m->signers; set != 0 && j.status == DT_OK;
	    set &= set - 1) {
		j.agent = dt_move_first(set);
		if (!together) {
			dt_chain_free(j.chain);
			build(&j, limits, dt_move_bit(j.agent));
		}
		if (j.status == DT_OK)
			judge_agent(&j);
	}
	if (j.status == DT_OK)
		conclude(&j);
	dt_chain_free(j.chain);
	return j.status;
}

/* Strikes beyond the last rung with which nothing that is not counted shows:
 * forgiving them would take until all is discounted away, or the game ends. */
static int64_t
strikes_needed(const struct dt_comply_model *m)
{
	const struct dt_terms *t = &m->model.terms;
	int64_t last = dt_terms_last_rung(t);
	double keep = 0, pause = (double)m->model.rounds;
	for (size_t i = 0; i < m->model.n; i++)
		if (dt_move_has(m->signers, i))
			keep = dt_number_max(keep, m->patience[i]);
	if (m->model.continuation_chance < 1)
		pause = keep > 0 ? log(ZERO * 1e-3 * (1 - keep)) / log(keep) :
		    0;
	int64_t beyond = STRIKES_LEAST;
	while (beyond < STRIKES_MOST && (double)dt_chain_strikes_pause(t,
	    last + beyond) < pause)
		beyond++;
	return beyond;
}

/* Whether more strikes could say more. */
static bool
leaves_open(const struct dt_comply_verdict *v)
{
	return v->cut > 0 && v->answer != DT_COMPLY_NO;
}

/* Few strikes will show that something pays, or are all there are; more are
 * looked at where they do not, as far as the limits let them. */
enum dt_status
dt_comply_judge(const struct dt_comply_model *m,
    const struct dt_chain_limits *limits, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	const int64_t beyond[] = { STRIKES_LEAST, strikes_needed(m),
	    STRIKES_MORE };
	struct dt_error more_err;
	struct dt_comply_verdict more;
	*v = (struct dt_comply_verdict){ .answer = DT_COMPLY_NEVER };
	if (m->signers == 0)
		return DT_OK;
	enum dt_status status = judge(m, beyond[0], limits, v, err);
	for (int k = 1; k < 3 && status == DT_OK && leaves_open(v); k++) {
		if (beyond[k] <= STRIKES_LEAST)
			continue;
		enum dt_status other = judge(m, beyond[k], limits, &more,
		    &more_err);
		dt_comply_verdict_free(other == DT_OK ? v : &more);
		if (other != DT_OK)
			continue;
		*v = more;
		break;
	}
	if (!dt_comply_model_enters(m))
		v->answer = DT_COMPLY_NEVER;
	v->holds = v->answer == DT_COMPLY_YES || v->answer == DT_COMPLY_BUT;
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

void
dt_comply_verdict_free(struct dt_comply_verdict *v)
{
	dt_memory_free(v->cases);
	v->cases = NULL;
	v->n_cases = v->room = 0;
}

void
dt_comply_state_key(const struct dt_comply_case *one, uint32_t apart,
    uint32_t key[DT_COMPLY_STATE_WORDS])
{
	const struct dt_chain_standing *w = &one->where;
	key[0] = (uint32_t)one->agent << 16 | apart;
	key[1] = (uint32_t)w->phase << 5 | (uint32_t)w->grace << 4 |
	    (uint32_t)w->party << 3 | (uint32_t)w->notified << 2 |
	    (uint32_t)w->many << 1 | w->expected;
	key[2] = (uint32_t)w->strikes;
	key[3] = (uint32_t)w->suspended_left;
}
