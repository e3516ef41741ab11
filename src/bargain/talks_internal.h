/*
 * talks_internal: what the files of talks share.
 *
 * talks.c           the table of protocols, and a negotiation's rounds
 * talks_prepare.c   who sits at the table
 * talks_ahead.c     what far-sighted parties expect
 * talks_say.c       events, turns
 * talks_ask.c       a text and the answers to it
 * talks_mind.c      what a party aspires to, proposes and accepts
 * talks_outside.c   parties that are programs
 * talks_reserve.c   a text but for some of its clauses
 * talks_weigh.c     what unconditional pledges can hope for
 * talks_close.c     signature, ratification, entry, accession
 * talks_offers.c, talks_...c   a protocol each
 */
#ifndef DT_TALKS_INTERNAL_H
#define DT_TALKS_INTERNAL_H

#include "base/number.h"
#include "base/random.h"
#include "bargain/talks.h"

struct dt_talks {
	const struct dt_talks_setting *setting;
	struct dt_talks_outcome *outcome;
	struct dt_random random;
	double *gain;           /* [text * n + agent] its own */
	double best[DT_AGENTS_MOST];    /* of it, among what it does not
	                         * refuse; 0: nothing is better than racing */
	double level[DT_AGENTS_MOST];   /* MIRROR: what it aspires to */
	double seen[DT_AGENTS_MOST];    /* MIRROR: worth of the others' best
	                         * offer so far */
	double paid[DT_AGENTS_MOST];    /* gains and losses while talks last */
	uint64_t present;
	int64_t round;
	size_t last_proposer, last_text;
	size_t standing;        /* single-text: or DT_TALKS_NONE */
	bool *tried;            /* single-text: [text] */
	bool keep;              /* its events */
	bool over;
	bool failed;            /* memory ran out */
};

extern const struct dt_talks_protocol dt_talks_offers, dt_talks_ultimatum,
    dt_talks_quota, dt_talks_single_text, dt_talks_pledges, dt_talks_groups;

void dt_talks_say(struct dt_talks *talks, enum dt_talks_event_kind kind,
    size_t party, size_t text, double worth, double aspired);

/* ---- talks_mind.c ---- */

static inline double
dt_talks_gain(const struct dt_talks *t, size_t party, size_t text)
{
	return t->gain[text * t->setting->stakes->n + party];
}

/* Of its best gain; 0 where nothing is better than racing. */
static inline double
dt_talks_worth(const struct dt_talks *t, size_t party, size_t text)
{
	double best = t->best[party], gain = dt_talks_gain(t, party, text);
	return best > 0 ? gain / best : gain < 0 ? -1 : 0;
}
double dt_talks_aspires(const struct dt_talks *talks, size_t party);
/* Whether it can come into force among those present: whom it is open to, and
 * whose home may ratify it. What is surely not ratified nobody proposes. */
bool dt_talks_feasible(const struct dt_talks *talks, size_t text);
bool dt_talks_accepts(struct dt_talks *talks, size_t party, size_t text);
/* The text that it proposes, or DT_TALKS_NONE. */
size_t dt_talks_choose(struct dt_talks *talks, size_t party);
/* What it has been offered: for those that mirror. */
void dt_talks_hear(struct dt_talks *talks, size_t party, size_t text);
/* Whether it could live with it: better than its red lines and its level. */
bool dt_talks_would(const struct dt_talks *talks, size_t party, size_t text);
/* The sum of logarithms of what is expected to be gained, by those in the set,
 * if all sign and each parliament does as likely; -INFINITY where one gains
 * nothing. */
double dt_talks_product(const struct dt_talks *talks, uint64_t set,
    size_t text);

/* ---- talks_ahead.c: where a party looks ahead ---- */

/* What a party gains in the mean if a round ends without agreement. */
double dt_talks_waiting(const struct dt_talks_setting *setting,
    int64_t round, size_t party);
/* Who of those asked is for a text in a round, if all are far-sighted and `by`
 * proposes it; and whether that is enough. */
uint64_t dt_talks_ahead_yes(const struct dt_talks_setting *setting,
    int64_t round, uint64_t asked, size_t by, size_t text);
bool dt_talks_ahead_passes(const struct dt_talks_setting *setting,
    uint64_t asked, uint64_t yes, size_t text);

/* ---- talks_weigh.c ---- */

/* Whether an unconditional pledge for a text pays at what may be hoped. */
bool dt_talks_weigh_pays(const struct dt_talks *talks, size_t party,
    size_t text);

/* ---- talks_reserve.c ---- */

/* What a text becomes by the reservations of those who refuse it, each of which
 * is said; itself where nobody has one that helps. */
size_t dt_talks_reserve(struct dt_talks *talks, uint64_t refusing,
    size_t text);

/* ---- for protocols ---- */

/* Whose turn it is: drawn, or the agents at the table one after another.
 * DT_TALKS_NONE: nobody is there. */
size_t dt_talks_proposer(struct dt_talks *talks);
/* Says a text to those present whom it is open to; who accepts, `by` (or
 * DT_TALKS_NONE) among them. Where that is not enough and some would accept it
 * but for clauses that take reservations, *text becomes the one without these,
 * and all answer again. */
uint64_t dt_talks_ask(struct dt_talks *talks, size_t by, size_t *text);
/* Whom of those present a text needs: those it is open to. */
uint64_t dt_talks_concerned(const struct dt_talks *talks, size_t text);

/* Signs, ratifies and brings into force if it can be; else talks go on. */
void dt_talks_close(struct dt_talks *talks, size_t text, uint64_t signers);

#endif
