/* duel: see duel.h. */
#include <math.h>
#include <string.h>

#include "engine/duel_internal.h"

enum { ROUNDS_MOST = 10000000 };
#define STILL 1e-15     /* a round changes no more: it has come to rest */

/* One round on; returns by how much the chances changed. */
static double
step(struct dt_duel *d)
{
	struct dt_duel_room *r = d->room;
	double change = 0;
	memset(r->next, 0, d->n * sizeof(*r->next));
	for (size_t i = 0; i < d->n; i++) {
		double chance = r->now[i];
		for (size_t k = r->flows_at[i]; chance != 0 &&
		    k < r->flows_at[i + 1]; k++)
			r->next[r->flows[k].to] += chance *
			    r->flows[k].chance;
	}
	for (size_t i = 0; i < d->n; i++)
		change += fabs(r->next[i] - r->now[i]);
	double *swap = r->now;
	r->now = r->next;
	r->next = swap;
	return change;
}

static void
visit(struct dt_duel *d, double weight)
{
	for (size_t i = 0; i < d->n; i++)
		d->room->visits[i] += weight * d->room->now[i];
}

/* Weight of the rounds from one of weight w on, `left` of them (0: no end). */
static double
rest_of(double w, double c, int64_t left)
{
	if (c >= 1)
		return w * (double)left;
	return w / (1 - c) * (left == 0 ? 1 : 1 - pow(c, (double)left));
}

/* The weights of all rounds, each state's visits; the last round's too. */
static enum dt_status
forward(struct dt_duel *d, double *all, struct dt_error *err)
{
	const struct dt_duel_game *g = d->game;
	double w = 1, c = g->continuation;
	*all = rest_of(1, c, g->rounds);
	d->last = g->rounds == 0 ? 0 : pow(c, (double)g->rounds - 1);
	for (int64_t t = 0; t < ROUNDS_MOST; t++, w *= c) {
		int64_t left = g->rounds == 0 ? 0 : g->rounds - t;
		visit(d, w);
		if (left == 1 || w * c < 1e-17 * *all)
			return DT_OK;
		if (step(d) <= STILL) {
			visit(d, rest_of(w * c, c, left == 0 ? 0 : left - 1));
			return DT_OK;
		}
	}
	return dt_status_fail(err, DT_EUSAGE, "after %d rounds it is not yet "
	    "known what two strategies come to; play fewer rounds, or a lower "
	    "continuation", ROUNDS_MOST);
}

/* Moves as the second sees them: own bit first. */
static int
turned(int m)
{
	return (m >> 1 & 1) | (m & 1) << 1;
}

static void
conclude(const struct dt_duel *d, double all, struct dt_duel_answer *answer)
{
	const struct dt_duel_room *r = d->room;
	double then[DT_DUEL_MOVES][2] = { { 0 } }, before[DT_DUEL_MOVES] = { 0 };
	*answer = (struct dt_duel_answer){ .rounds = all, .states = d->n };
	for (size_t i = 0; i < d->n; i++)
		for (int m = 0; m < DT_DUEL_MOVES; m++) {
			double v = r->visits[i] * r->moved[i][m] / all;
			/* Visits that have a round after them. */
			double b = r->visits[i] - d->last * r->now[i];
			for (int side = 0; side < 2; side++) {
				answer->payoff[side] += v *
				    d->game->payoff[m][side];
				bool raced = m >> side & 1;
				answer->paused[side] += raced ? 0 : v;
				answer->first[side] += raced ? 0 :
				    r->begun[i] * r->moved[i][m];
				then[m][side] += b * r->then[i][m][side];
			}
			before[m] += b * r->moved[i][m];
		}
	double sum = before[0] + before[1] + before[2] + before[3];
	for (int m = 0; m < DT_DUEL_MOVES; m++) {
		answer->seen[m] = sum > 0 ? before[m] / sum : 0;
		bool any = answer->seen[m] > 1e-14;
		answer->after[0][m] = any ? then[m][0] / before[m] : NAN;
		answer->after[1][turned(m)] = any ? then[m][1] / before[m] :
		    NAN;
	}
}

enum dt_status
dt_duel_play(struct dt_duel_room *room, const struct dt_duel_game *game,
    const struct dt_automaton *first, const struct dt_automaton *second,
    struct dt_duel_answer *answer, struct dt_error *err)
{
	struct dt_duel d = { .room = room, .game = game, .a = { first, second } };
	double all;
	if (game->rounds == 0 && game->continuation >= 1)
		return dt_status_fail(err, DT_EUSAGE, "runs would have no "
		    "end: give rounds, or a continuation below 1");
	if (!dt_duel_explore(&d))
		return dt_status_no_memory(err);
	enum dt_status status = forward(&d, &all, err);
	if (status == DT_OK)
		conclude(&d, all, answer);
	return status;
}
