/*
 * chain_round: the outcomes of a round, with their chances.
 *
 * The steps are those of world.c. Agents that are alike and in the same seat
 * are one piece; at each step a piece splits in two, by how many of its
 * agents the step's coin comes up for (binomially): who is ahead to race,
 * who races after being stopped, whose signal is a public alarm, for whom the
 * response's coin comes up. One coin, of common mode, is nobody's own: what
 * follows it is walked twice. Coins that cannot fall on one side make no
 * branch. Private signals make none either, but where they make findings:
 * each observer's count of alarms is a distribution of its own (`sight`).
 */
#include "engine/chain_internal.h"

#include <string.h>

/* A step that splits the pieces of one level into those of the next. */
struct split {
	int level;
	double (*chance)(const struct dt_chain_draw *d,
	    const struct dt_chain_piece *piece);
	void (*mark)(const struct dt_chain_draw *d,
	    struct dt_chain_piece *piece, bool up);
	void (*done)(struct dt_chain_draw *d, double weight);
};

/* A piece as those for whom the coin comes up, and the rest. */
static size_t
part(const struct dt_chain_draw *d, const struct split *s,
    const struct dt_chain_piece *from, size_t up, struct dt_chain_piece *to)
{
	size_t n = 0;
	if (up > 0) {
		to[n] = *from;
		to[n].count = (uint8_t)up;
		s->mark(d, &to[n++], true);
	}
	if (up < from->count) {
		to[n] = *from;
		to[n].place = (uint8_t)(from->place + up);
		to[n].count = (uint8_t)(from->count - up);
		s->mark(d, &to[n++], false);
	}
	return n;
}

static void
split(struct dt_chain_draw *d, const struct split *s, size_t i, size_t n,
    double weight)
{
	if (d->chain->walk.failed)
		return;
	if (i == d->pieces[s->level]) {
		d->pieces[s->level + 1] = n;
		s->done(d, weight);
		return;
	}
	const struct dt_chain_piece *from = &d->piece[s->level][i];
	struct dt_chain_piece *to = &d->piece[s->level + 1][n];
	double chance = s->chance(d, from);
	for (size_t up = 0; up <= from->count; up++) {
		double w = dt_coins_chance(from->count, up, chance);
		if (w > 0)
			split(d, s, i + 1, n + part(d, s, from, up, to),
			    weight * w);
	}
}

/* The chance that a piece races by its own will or slip. */
static double
race_chance(const struct dt_chain_draw *d, const struct dt_chain_piece *piece)
{
	const struct dt_chain_seat *seat = &d->chain->seats[piece->seat];
	double race = dt_random_chance(
	    dt_chain_automaton(d->chain, seat->class)->race[seat->state]);
	if (piece->place == d->departs)
		race = d->departure == DT_CHAIN_SECRET ||
		    d->departure == DT_CHAIN_OPEN;
	double slip = dt_random_chance(d->chain->model->slip);
	return race * (1 - slip) + (1 - race) * slip;
}

/* Hosts first: what they are ahead to do decides whom they stop. */
static double
ahead_chance(const struct dt_chain_draw *d, const struct dt_chain_piece *piece)
{
	return dt_move_has(d->chain->hosts, piece->place) ?
	    race_chance(d, piece) : 0;
}

static void
mark_ahead(const struct dt_chain_draw *d, struct dt_chain_piece *piece,
    bool up)
{
	(void)d;
	piece->ahead = up;
}

/* The chance that a piece that is ahead to race is stopped. */
static double
stop_chance(const struct dt_chain_draw *d, const struct dt_chain_piece *piece)
{
	const struct dt_chain *c = d->chain;
	int host = c->host[piece->place];
	if (host < 0 || dt_move_has(d->ahead, (size_t)host))
		return 0;
	return dt_random_chance(c->model->agents[c->order[host]].enforcement);
}

static double
move_chance(const struct dt_chain_draw *d, const struct dt_chain_piece *piece)
{
	double race = dt_move_has(d->chain->hosts, piece->place) ?
	    piece->ahead : race_chance(d, piece);
	return race * (1 - stop_chance(d, piece));
}

static void
mark_move(const struct dt_chain_draw *d, struct dt_chain_piece *piece, bool up)
{
	(void)d;
	piece->raced = up;
}

static double
alarm_chance(const struct dt_chain_draw *d, const struct dt_chain_piece *piece)
{
	return dt_chain_alarm(d, piece, false);
}

static void
mark_alarm(const struct dt_chain_draw *d, struct dt_chain_piece *piece,
    bool up)
{
	size_t agent = d->chain->order[piece->place];
	piece->alarm = up;
	piece->found = up && dt_move_has(d->bound, agent);
}

static double
coin_chance(const struct dt_chain_draw *d, const struct dt_chain_piece *piece)
{
	const struct dt_chain_response *r =
	    dt_chain_seat_respond(d->chain, piece->seat, piece->found);
	if (r != NULL)
		return r->chance;
	d->chain->walk.failed = DT_ENOMEM;
	return 0;
}

static void
mark_coin(const struct dt_chain_draw *d, struct dt_chain_piece *piece, bool up)
{
	const struct dt_chain_response *r =
	    dt_chain_seat_respond(d->chain, piece->seat, piece->found);
	if (r == NULL)
		return;
	piece->seat = r->seat[up];
	piece->suspend = r->suspend[up];
	piece->end = r->end[up];
}

static void
coins_done(struct dt_chain_draw *d, double weight)
{
	dt_chain_turn(d, 4, weight);
}

void
dt_chain_round_respond(struct dt_chain_draw *d, double weight)
{
	static const struct split coins = { 3, coin_chance, mark_coin,
	    coins_done };
	if (d->bound != 0)
		split(d, &coins, 0, 0, weight);
	else
		dt_chain_turn(d, 3, weight);
}

/* What one more subject, seen with chance p, adds to a count of alarms. */
static void
convolve(double *count, size_t most, double p)
{
	for (size_t k = most; k > 0; k--)
		count[k] = count[k] * (1 - p) + count[k - 1] * p;
	count[0] *= 1 - p;
}

/* The distribution of how many an agent of piece i sees racing. */
static void
look(struct dt_chain_draw *d, size_t i)
{
	const struct dt_chain_piece *piece = d->piece[3];
	double *count = d->sight[i];
	size_t sure = 0, most = 0;
	memset(count, 0, d->chain->n * sizeof(*count));
	for (size_t j = 0; j < d->pieces[3]; j++)
		if (piece[j].alarm)
			sure += piece[j].count - (size_t)(i == j);
	count[0] = 1;
	for (size_t j = 0; d->chain->blurred && j < d->pieces[3]; j++) {
		double p = dt_chain_alarm(d, &piece[j], true);
		size_t others = piece[j].count - (size_t)(i == j);
		for (; !piece[j].alarm && p > 0 && others > 0; others--)
			convolve(count, ++most, p);
	}
	memmove(count + sure, count, (most + 1) * sizeof(*count));
	memset(count, 0, sure * sizeof(*count));
	d->sight_most[i] = sure + most;
}

static void
alarms_done(struct dt_chain_draw *d, double weight)
{
	for (size_t i = 0; i < d->pieces[3]; i++) {
		d->piece[3][i].sight = (uint8_t)i;
		look(d, i);
	}
	dt_chain_round_respond(d, weight);
}

/* Signals of a round in which the common channels see, or are blind. */
static void
raise_alarms(struct dt_chain_draw *d, double weight)
{
	static const struct split alarms = { 2, alarm_chance, mark_alarm,
	    alarms_done };
	dt_chain_reward_moves(d, weight);
	if (d->bound != 0 && d->chain->coupled)
		dt_chain_accuse(d, weight);
	else
		split(d, &alarms, 0, 0, weight);
}

/* The coin of common mode is one for all pieces: the round is of one kind or
 * of the other, and all signals are independent within it. */
static void
moves_done(struct dt_chain_draw *d, double weight)
{
	double blind = d->clock.phase != DT_PHASE_IN_FORCE ? 0 :
	    dt_random_chance(d->chain->model->terms.monitor.blind);
	d->breach = false;
	for (size_t i = 0; i < d->pieces[2]; i++)
		d->breach = d->breach || (d->piece[2][i].raced &&
		    dt_move_has(d->bound,
		    d->chain->order[d->piece[2][i].place]));
	for (d->blind = 0; d->blind < 2; d->blind++) {
		double w = weight * (d->blind ? blind : 1 - blind);
		if (w > 0)
			raise_alarms(d, w);
	}
}

static void
aheads_done(struct dt_chain_draw *d, double weight)
{
	static const struct split moves = { 1, move_chance, mark_move,
	    moves_done };
	d->ahead = 0;
	for (size_t i = 0; i < d->pieces[1]; i++) {
		struct dt_chain_piece *piece = &d->piece[1][i];
		if (piece->ahead)
			d->ahead |= dt_move_bit(piece->place);
	}
	for (size_t i = 0; d->chain->hosts != 0 && i < d->pieces[1]; i++) {
		const struct dt_chain_piece *piece = &d->piece[1][i];
		double race = dt_move_has(d->chain->hosts, piece->place) ?
		    piece->ahead : race_chance(d, piece);
		dt_chain_reward_stops(d, piece,
		    weight * race * stop_chance(d, piece));
	}
	split(d, &moves, 0, 0, weight);
}

/* Agents in one seat, one piece; and who is party to what. */
static void
open_round(struct dt_chain_draw *d, uint32_t state)
{
	struct dt_chain *c = d->chain;
	memcpy(d->key, c->states.keys + (size_t)state * (c->n + 1),
	    (c->n + 1) * sizeof(d->key[0]));
	d->state = state;
	d->clock = c->clocks[d->key[0]];
	d->parties = d->bound = 0;
	d->pieces[0] = 0;
	struct dt_chain_piece *last = NULL;
	for (size_t p = 0; p < c->n; p++) {
		uint32_t seat = d->key[p + 1];
		if (c->seats[seat].party)
			d->parties |= dt_move_bit(c->order[p]);
		if (last != NULL && last->seat == seat) {
			last->count++;
			continue;
		}
		last = &d->piece[0][d->pieces[0]++];
		*last = (struct dt_chain_piece){ .seat = seat,
		    .place = (uint8_t)p, .count = 1 };
	}
	if (d->clock.phase == DT_PHASE_IN_FORCE &&
	    d->clock.age > c->model->terms.grace)
		d->bound = d->parties;
}

void
dt_chain_round(struct dt_chain_draw *d, uint32_t state)
{
	d->departs = -1;
	dt_chain_round_again(d, state);
}

void
dt_chain_round_again(struct dt_chain_draw *d, uint32_t state)
{
	static const struct split aheads = { 0, ahead_chance, mark_ahead,
	    aheads_done };
	open_round(d, state);
	if (d->clock.over) {
		dt_chain_contest_stay(d);
		return;
	}
	memset(d->fine, 0, d->chain->n * sizeof(d->fine[0]));
	split(d, &aheads, 0, 0, 1);
	dt_chain_reward_close(d);
}
