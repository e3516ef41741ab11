/*
 * comply_play_shown: whether by all that was drawn no departure gains.
 *
 * A mean three errors below 0 is taken to be below 0. No more is asked because
 * there are many: for a false yes all that do gain must seem to lose, which is
 * no likelier than that one does (an intersection-union test; Berger 1982).
 *
 * Plans of many rounds are more than can be tried, but what one of them gains
 * is the sum, over the rounds it plays, of what its acts gain that are followed
 * by complying (the performance difference lemma: Kakade and Langford 2002). So
 * no plan gains if no act does, before notice and after a departure; and one
 * that withdraws gains at most what withdrawing does, and as often as there are
 * rounds of notice the most that an act gains in them, and so on outside.
 */
#include "comply/comply_play_arm.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/number.h"

/* Chance that a normal variable is more than three errors above its mean. */
#define BEYOND_THREE 0.00134990

double
dt_comply_play_shown_errors(int64_t n)
{
	return n < DT_COMPLY_PLAY_DRAWN ? INFINITY :
	    gsl_cdf_tdist_Qinv(BEYOND_THREE, (double)(n - 1));
}

/* Which departures: all of these parts, or only of one kind. */
struct ask {
	unsigned parts;
	int only;
};
enum { ALL = -1 };

static bool
is_asked(const struct dt_comply_play_cell *c, struct ask ask)
{
	return c->asked && (c->parts & ask.parts) &&
	    (ask.only == ALL || (int)c->departure == ask.only);
}

/* What the departure that gains most may gain; -INFINITY: there is none. */
static double
most(const struct dt_comply_play_arms *a, struct ask ask)
{
	double most = -INFINITY;
	for (size_t k = 0; k < a->n; k++)
		for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++) {
			const struct dt_comply_play_cell *c =
			    &a->all[k].cell[j];
			if (a->all[k].split || !is_asked(c, ask))
				continue;
			double errors = dt_comply_play_shown_errors(c->n);
			most = dt_number_max(most, isinf(errors) ? errors :
			    c->mean + errors * c->error);
		}
	return most;
}

static double
most_of(const struct dt_comply_play_arms *a, int part)
{
	return most(a, (struct ask){ 1u << part, ALL });
}

/* Rounds to come at the most, discounted. */
static double
rounds_of(const struct dt_comply_model *m)
{
	double patience = 0;
	if (m->model.continuation_chance >= 1)
		return (double)m->model.rounds;
	for (uint64_t set = m->signers; set != 0; set &= set - 1)
		patience = dt_number_max(patience,
		    m->patience[dt_move_first(set)]);
	return 1 / (1 - patience);
}

/* Of acts that each gain so much at the most. */
static double
gained(double most, double rounds)
{
	return most > 0 ? most * rounds : 0;
}

static bool
is_kept(const struct dt_comply_play_arms *a, const char **why)
{
	*why = "a departure after another may gain, and not all plans that "
	    "depart twice were tried";
	return most_of(a, DT_COMPLY_PLAY_AGAIN) < 0;
}

static bool
is_stayed(const struct dt_comply_model *m,
    const struct dt_comply_play_arms *a, enum dt_comply_answer kept,
    const char **why)
{
	const unsigned stayed = 1u << DT_COMPLY_STAYED;
	const unsigned withdraws = stayed | 1u << DT_COMPLY_PLAY_LEAVES;
	double rounds = rounds_of(m);
	double outside = gained(most_of(a, DT_COMPLY_PLAY_OUT), rounds);
	double notice = gained(most_of(a, DT_COMPLY_PLAY_NOTICE),
	    dt_number_min(rounds, (double)m->model.terms.notice + 1));
	double leaves = notice + outside + most(a, (struct ask){ withdraws,
	    DT_CHAIN_WITHDRAW });
	double abstains = outside + most(a, (struct ask){ stayed,
	    DT_COMPLY_ABSTAIN });
	*why = "it is not shown that it is kept, and one may race first and "
	    "withdraw later";
	if (kept == DT_COMPLY_PERHAPS || (kept == DT_COMPLY_YES &&
	    !(most_of(a, DT_COMPLY_PLAY_LATER) < 0)))
		return false;
	*why = leaves < 0 ? "not all was tried that one may do which does not "
	    "sign" : "not all was tried that one may do after its notice";
	return leaves < 0 && abstains < 0;
}

/* Racing first and withdrawing later is asked where racing does not pay. */
bool
dt_comply_play_shown_counts(const struct dt_comply_play_cell *c,
    enum dt_comply_part part, enum dt_comply_answer kept)
{
	bool later = part == DT_COMPLY_STAYED && kept != DT_COMPLY_NO &&
	    (c->parts >> DT_COMPLY_PLAY_LATER & 1) && c->mean > 0;
	return c->asked && ((c->parts >> part & 1) || later);
}

bool
dt_comply_play_shown(const struct dt_comply_model *m,
    const struct dt_comply_play_arms *a, enum dt_comply_part part,
    enum dt_comply_answer kept, const char **why)
{
	*why = "by play no gain is shown, and none is excluded";
	if (!(most_of(a, part) < 0))
		return false;
	return part == DT_COMPLY_CREDIBLE || (part == DT_COMPLY_KEPT ?
	    is_kept(a, why) : is_stayed(m, a, kept, why));
}
