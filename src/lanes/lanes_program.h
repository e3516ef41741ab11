/*
 * lanes_program: a model as operations on planes, and the player of them; for
 * the parts of lanes alone. How lanes is made, in reading order:
 *
 *     lanes_circuit, _toss, _number   logic over planes
 *     lanes_round, _treaty, _clock,   the model as a circuit
 *         _rules, _strategy, _pay,
 *         _stage
 *     lanes_code, _slots              the circuit as a list of operations
 *     lanes_kernel.h, _plain, _avx2,  plays the list; compiled once a path
 *         _avx512
 *     lanes, _share, _count, _tell,   blocks, and what came of them
 *         _kept, _moves
 */
#ifndef DT_ENGINE_LANES_PROGRAM_H
#define DT_ENGINE_LANES_PROGRAM_H

#include "base/arena.h"
#include "lanes/lanes.h"
#include "lanes/lanes_circuit.h"

enum { DT_LANES_WORDS = DT_LANES / 64 };

struct dt_lanes_plane {
	_Alignas(64) uint64_t word[DT_LANES_WORDS];
};

/* Operations read slots a, b, c and write slot `to`. */
enum dt_lanes_code {
	DT_LANES_OP_END,
	DT_LANES_OP_COPY,
	DT_LANES_OP_NOT,
	DT_LANES_OP_AND,
	DT_LANES_OP_BUT,        /* a & ~b */
	DT_LANES_OP_NOR,        /* ~a & ~b */
	DT_LANES_OP_XOR,
	DT_LANES_OP_MUX,        /* b where a is set, c elsewhere */
	DT_LANES_OP_MUX_NOT,    /* b, and ~c elsewhere */
	DT_LANES_OP_XOR3,
	DT_LANES_OP_MAJORITY,
	DT_LANES_OP_MAJORITY_NOT,       /* of a, b, ~c */
	DT_LANES_OP_COIN,       /* coin a */
	DT_LANES_OP_COUNT,      /* slot a, in counter b */
	DT_LANES_OP_COUNT_NOT,
	DT_LANES_OP_FINE,       /* follow the fines lane by lane */
};

struct dt_lanes_op {
	uint32_t code, to, a, b, c;
};

/* Slots: nothing, all, the states, the ticks, what is kept, and the rest. */
enum { DT_LANES_SLOT_NO, DT_LANES_SLOT_YES, DT_LANES_SLOTS };

/* An amount for each round that a counter counts. */
struct dt_lanes_weight {
	uint32_t counter;
	double amount;
};

struct dt_lanes_flow {
	struct dt_lanes_array n;
	struct dt_lanes_weight *weights;
};

/* Counters of an agent, and what they are worth to it. */
struct dt_lanes_account {
	uint32_t raced, party, bound, slips, stopped, breaches, right, wrong, lies;
	uint32_t *fired;                /* by rung */
	struct dt_lanes_flow stage, cost, transfer;
};

/* Slots kept for dt_lanes_round; dt_lanes_stretches needs few of them. */
struct dt_lanes_kept {
	uint32_t alive, in_force, suspended, ended;
	struct {
		uint32_t intended, executed, slipped, stopped, alarm, finding,
		    party, bound;
		struct dt_lanes_number strikes;
	} agent[DT_AGENTS_MOST];
	uint32_t *seen;                 /* [observer * n + subject], or NULL:
	                                 * all see the public alarms */
};

struct dt_lanes_program {
	const struct dt_model *model;
	enum dt_lanes_mode mode;
	struct dt_arena arena;
	const struct dt_lanes_op *begin, *round;
	const struct dt_lanes_coin *coins;
	const struct dt_lanes_tick *ticks;
	size_t n_ticks, n_coins;
	uint32_t first_tick;            /* its slot; the others follow */
	size_t slots, counters;
	int64_t entry;                  /* round of entry into force */
	uint32_t alive, ended, reason[3], breached;     /* slots */
	uint32_t rounds, in_force, suspended, all_paused, unbreached;
	struct dt_lanes_account *account;       /* by agent */
	uint32_t *fined;                /* slots, [agent * n_rungs + rung], or
	                                 * NULL: fines are not followed */
	uint32_t *fined_party;          /* slots, by agent */
	struct dt_lanes_kept *kept;     /* or NULL */
};

/* What parties declared, where it is kept. */
struct dt_lanes_change {
	uint32_t place;                 /* agent * DT_LANES + lane */
	struct dt_lanes_stretch stretch;        /* that begins */
};
struct dt_lanes_moves {
	struct dt_lanes_plane *bound, *raced;   /* [agent], the round before */
	struct dt_lanes_change *list;   /* in the order of time */
	size_t n, room;
	bool failed;                    /* memory ran out */
	bool is_apart;                  /* the two below are up to date */
	struct dt_lanes_stretch *apart; /* by place, then time */
	size_t apart_room;
	uint32_t *first;                /* [place]: its first one in apart */
};

enum { DT_LANES_GROUP = 16 };   /* rounds that are counted together */

struct dt_lanes {
	const struct dt_lanes_program *program;
	enum dt_lanes_path path;
	struct dt_lanes_watch watch;
	int64_t number;                 /* of the last round, from 1 */
	size_t waiting;                 /* rounds in the group */
	struct dt_lanes_plane *slots;
	struct dt_lanes_plane (*random)[4];     /* by purpose: the words of
	                                 * eight xoshiro256++ states */
	struct dt_lanes_plane *mark;    /* [4]: the state at the last mark */
	int marked;                     /* planes drawn since */
	struct dt_lanes_plane *group;   /* [round * counters + counter] */
	struct dt_lanes_plane *digits;  /* [counter * DT_LANES_DIGITS] */
	double *fined, *bond, *shared;  /* [agent * DT_LANES + lane]: paid in
	                                 * the last round, still deposited,
	                                 * got from others; or NULL */
	uint64_t drawn;                 /* planes, since it was made */
	bool told;                      /* the counts below are up to date */
	uint32_t *counts;               /* [counter * DT_LANES + lane] */
	double *payoff, *fines, *cost, *transfer;       /* [agent, lane] */
	struct dt_lanes_moves moves;
	void *block;                    /* the memory of all of these */
};

/* ---- The kernel, once a path ---- */

struct dt_lanes_kernel {
	/* The operations of the start. */
	void (*begin)(struct dt_lanes *lanes);
	/* Up to so many rounds, or until no lane is alive. */
	void (*rounds)(struct dt_lanes *lanes, int64_t most);
	/* Adds the group to the digits. */
	void (*flush)(struct dt_lanes *lanes);
	/* Only draws planes: a measure for the rest. */
	void (*draw)(struct dt_lanes *lanes, uint64_t planes);
};
extern const struct dt_lanes_kernel dt_lanes_plain, dt_lanes_avx2,
    dt_lanes_avx512;

/* What the kernel calls back for: the ticks of the round that begins, coins
 * that are watched, fines that are followed. */
void dt_lanes_set_ticks(struct dt_lanes *lanes);
void dt_lanes_show_coin(struct dt_lanes *lanes,
    const struct dt_lanes_coin *coin, const void *asked, const void *state);
void dt_lanes_fine(struct dt_lanes *lanes);
void dt_lanes_note_moves(struct dt_lanes *lanes);

/* Brings the digits up to date. */
void dt_lanes_flush(struct dt_lanes *lanes);

/* ---- lanes_moves.c ---- */

void dt_lanes_begin_moves(struct dt_lanes *lanes);
void dt_lanes_free_moves(struct dt_lanes *lanes);

/* ---- lanes_count.c ---- */

/* Counts lane by lane, and what they are worth. */
void dt_lanes_tell(struct dt_lanes *lanes);

static inline bool
dt_lanes_bit(const struct dt_lanes *lanes, uint32_t slot, size_t lane)
{
	return lanes->slots[slot].word[lane / 64] >> lane % 64 & 1;
}

#endif
