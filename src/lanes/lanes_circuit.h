/*
 * lanes_circuit: logic over planes, while a program is being drafted.
 *
 * A wire is the plane that a node gives, or its complement: the node's number
 * times two, plus one for the complement. Equal nodes are made once, and what
 * is known folds away: what a model does not use costs nothing. Nodes are
 * only ever made from older ones, so their order is one in which they can be
 * worked out. When memory runs out the circuit is marked as failed, and goes
 * on making nothing.
 */
#ifndef DT_ENGINE_LANES_CIRCUIT_H
#define DT_ENGINE_LANES_CIRCUIT_H

#include "base/arena.h"
#include "base/random.h"

/* The wires that are the same in every lane. */
enum { DT_LANES_NO = 0, DT_LANES_YES = 1 };

enum dt_lanes_kind {
	DT_LANES_ZERO,          /* node 0 */
	DT_LANES_STATE,         /* a: number of the state */
	DT_LANES_TICK,          /* a: number of the tick */
	DT_LANES_COIN,          /* a: number of the coin */
	DT_LANES_AND,
	DT_LANES_XOR,
	DT_LANES_MUX,           /* a: which; b where it is set, c elsewhere */
	DT_LANES_XOR3,
	DT_LANES_MAJORITY,
};

struct dt_lanes_node {
	enum dt_lanes_kind kind;
	uint32_t a, b, c;
};

/* Kept from one round to the next. */
struct dt_lanes_state {
	uint32_t node, first, next;     /* wires of round 1 and of the next */
};

/* The same for all lanes, known from the round's number: set in rounds first,
 * first + every, ..., so many times. `ahead`: as the next round has it. */
struct dt_lanes_tick {
	int64_t first, every, times;
	bool ahead;
};

/* Lanes that toss with one threshold. */
struct dt_lanes_chance {
	uint64_t threshold;
	uint32_t lanes;                 /* a wire; in a program, an offset */
};

/* Tossed by the lanes of all its chances, which have none in common. */
struct dt_lanes_coin {
	enum dt_purpose purpose;
	bool marks;                     /* its words will be used again */
	bool again;                     /* it uses those of the last mark */
	int depth;                      /* bits of the longest threshold */
	uint32_t n;
	struct dt_lanes_chance *chances;
};

struct dt_lanes_array {
	size_t n, room;
};

struct dt_lanes_circuit {
	struct dt_arena *arena;
	bool failed;
	struct dt_lanes_node *nodes;
	struct dt_lanes_state *states;
	struct dt_lanes_tick *ticks;
	struct dt_lanes_coin *coins;
	uint32_t *counted;              /* wires, by counter */
	struct dt_lanes_array n_nodes, n_states, n_ticks, n_coins, n_counted;
	uint32_t *table;                /* of nodes by their hash */
	size_t table_size;
};

void dt_lanes_circuit_start(struct dt_lanes_circuit *c,
    struct dt_arena *arena);

/* Room for one more item; the items may move. False: it has failed. */
bool dt_lanes_grow(struct dt_lanes_circuit *c, void *items,
    struct dt_lanes_array *array, size_t size);

static inline uint32_t
dt_lanes_not(uint32_t a)
{
	return a ^ 1;
}

uint32_t dt_lanes_and(struct dt_lanes_circuit *c, uint32_t a, uint32_t b);
uint32_t dt_lanes_or(struct dt_lanes_circuit *c, uint32_t a, uint32_t b);
uint32_t dt_lanes_xor(struct dt_lanes_circuit *c, uint32_t a, uint32_t b);
/* b where `which` is set, d elsewhere. */
uint32_t dt_lanes_mux(struct dt_lanes_circuit *c, uint32_t which, uint32_t b,
    uint32_t d);
uint32_t dt_lanes_xor3(struct dt_lanes_circuit *c, uint32_t a, uint32_t b,
    uint32_t d);
uint32_t dt_lanes_majority(struct dt_lanes_circuit *c, uint32_t a,
    uint32_t b, uint32_t d);
uint32_t dt_lanes_constant(bool value);

/* A new state, what it is at first, and what it will be. */
uint32_t dt_lanes_state(struct dt_lanes_circuit *c, uint32_t first);
void dt_lanes_first(struct dt_lanes_circuit *c, uint32_t state,
    uint32_t first);
void dt_lanes_next(struct dt_lanes_circuit *c, uint32_t state, uint32_t next);

/* From round `first` on. */
uint32_t dt_lanes_from(struct dt_lanes_circuit *c, int64_t first, bool ahead);
uint32_t dt_lanes_tick(struct dt_lanes_circuit *c, struct dt_lanes_tick tick);

/* Counts the rounds of each lane in which the wire is set: its counter, the
 * same for the same wire. Those of wires that never change: see below. */
uint32_t dt_lanes_count(struct dt_lanes_circuit *c, uint32_t wire);
enum { DT_LANES_NEVER = 0, DT_LANES_EVERY = 1, DT_LANES_COUNTERS = 2 };

/* The chances of a coin under way. */
struct dt_lanes_toss {
	struct dt_lanes_chance *chances;
	struct dt_lanes_array n;
	uint32_t always;                /* lanes for whom it is certain */
};

/* Lanes with that threshold, which may be never or always. */
void dt_lanes_offer(struct dt_lanes_circuit *c, struct dt_lanes_toss *toss,
    uint64_t threshold, uint32_t lanes);
/* As dt_lanes_offer, but a word is drawn even if the outcome is certain. */
void dt_lanes_offer_word(struct dt_lanes_circuit *c,
    struct dt_lanes_toss *toss, uint64_t threshold, uint32_t lanes);
/* The lanes in which it comes up. */
uint32_t dt_lanes_toss(struct dt_lanes_circuit *c, struct dt_lanes_toss *toss,
    enum dt_purpose purpose, bool marks, bool again);

/* ---- lanes_number.c: numbers as planes of their digits, lowest first ---- */

enum { DT_LANES_DIGITS = 32 };

struct dt_lanes_number {
	size_t n;
	uint32_t digit[DT_LANES_DIGITS];
};

/* Digits that hold a number. */
size_t dt_lanes_digits(uint64_t number);
struct dt_lanes_number dt_lanes_number_new(struct dt_lanes_circuit *c,
    size_t digits);
void dt_lanes_number_next(struct dt_lanes_circuit *c,
    const struct dt_lanes_number *state, const struct dt_lanes_number *next);
struct dt_lanes_number dt_lanes_sum(struct dt_lanes_circuit *c,
    const uint32_t *wires, size_t n);
uint32_t dt_lanes_at_least(struct dt_lanes_circuit *c,
    const struct dt_lanes_number *x, uint64_t k);
uint32_t dt_lanes_equals(struct dt_lanes_circuit *c,
    const struct dt_lanes_number *x, uint64_t k);
/* One more where `up`, one less where `down`, which are never both. */
struct dt_lanes_number dt_lanes_move(struct dt_lanes_circuit *c,
    const struct dt_lanes_number *x, uint32_t up, uint32_t down);
/* k where `which` is set, x elsewhere. */
struct dt_lanes_number dt_lanes_put(struct dt_lanes_circuit *c,
    uint32_t which, uint64_t k, const struct dt_lanes_number *x);

#endif
