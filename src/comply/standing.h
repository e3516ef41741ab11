/*
 * standing: a party's part of a treaty's public state, where all that bears on
 * it is counted and nothing else, so that states are few: numbered structs,
 * what a response makes of them, and what the clock does.
 *
 *   strikes  count up to the least number from which on all is the same
 *            (dt_terms_strikes_most). Where strikes are forgiven and have no
 *            end, so many of the focal agent, and so many of another, stand
 *            for any more: `cut` says so, and what that hides is bounded by
 *            who asks (strikes.h).
 *            Of others they bear on nothing where no response suspends, expels
 *            or ends, and fines are not shared: then they are not counted, nor
 *            is it looked at who of them is found.
 *   clean    rounds matter to one with strikes, modulo forgive_after.
 *   last     rounds of a party's notice ask for one response more: of strikes
 *            to which it is the same, the fewest stand for all.
 *   bond     is the share that is left of the deposit, none below 2^-34: no
 *            more than that can still be lost. Of others it bears on nothing
 *            but what is shared out.
 *
 * The rules themselves are not told again here: regime.c is asked, with terms
 * whose coins all fail, and all come up.
 */
#ifndef DT_COMPLY_STANDING_H
#define DT_COMPLY_STANDING_H

#include "base/index.h"
#include "treaty/regime.h"

struct dt_standing {
	bool party, notified;
	bool out;               /* left, or never to sign: for good */
	bool focal;             /* a party whose strikes are counted further */
	int64_t notice_left, strikes, clean;
	double bond;
};

/* The round at hand is the last of its notice. */
static inline bool
dt_standing_leaves(const struct dt_standing *s)
{
	return s->party && s->notified && s->notice_left == 0;
}

/* Whoever is no party but may become one, and whoever may not. */
enum {
	DT_STANDING_NONE, DT_STANDING_OUT, DT_STANDING_FRESH, DT_STANDING_FOCAL
};

/* By a coin that fails [0] or comes up [1] with `chance`; 1 if both are one. */
struct dt_standing_response {
	bool known;
	double chance;
	const struct dt_terms_rung *rung;       /* of the ladder, or NULL */
	uint32_t next[2];
	int64_t suspend[2];
	bool end[2];
	double forfeit[2];              /* share of the deposit */
};

struct dt_standings {
	const struct dt_terms *terms;   /* of who started it; outlives it */
	bool cut;
	bool others;                    /* their findings bear on anything */
	int64_t strikes_most[2];        /* counted up to; of the focal agent */
	bool cleans, bonds;
	struct dt_terms sure[2];
	struct dt_terms_rung *rungs;
	struct dt_index index;
	struct dt_standing *of;         /* [id] */
	size_t room;
	struct dt_standing_response *responses; /* [id * 2 + found] */
	size_t response_room;
};

/* false: memory is out; release it all the same. `strikes_cut`: strikes that
 * stand for more, where they have no end; [1] of the focal agent. */
bool dt_standing_start(struct dt_standings *all, const struct dt_terms *terms,
    const int64_t strikes_cut[2]);
void dt_standing_free(struct dt_standings *all);

/* DT_INDEX_NONE: memory is out. */
uint32_t dt_standing_of(struct dt_standings *all,
    const struct dt_standing *standing);
/* NULL: memory is out. Good until the next one is asked for. */
const struct dt_standing_response *dt_standing_respond(
    struct dt_standings *all, uint32_t id, bool found);
/* What the next clock makes of a party whose notice goes on. */
uint32_t dt_standing_tick(struct dt_standings *all, uint32_t id);
/* A party that gave notice, with so many rounds of it left. */
uint32_t dt_standing_notify(struct dt_standings *all, uint32_t id,
    int64_t notice_left);
/* As it may stand for those that differ from it in strikes alone, in a round
 * after which the treaty ends, whatever comes of it: with the fewest that bring
 * the same response. Who leaves after the round is taken so by itself. */
uint32_t dt_standing_last(struct dt_standings *all, uint32_t id);

#endif
