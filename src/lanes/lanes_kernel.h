/*
 * lanes_kernel: plays a program. Included once by each lanes_PATH.c, which
 * says first how wide a vector is (BYTES), its rotation (ROTATE) and how it
 * asks whether a bit is set (ANY). What it gives does not depend on them.
 */
#include "lanes/lanes_program.h"

#define VECTOR uint64_t __attribute__((vector_size(BYTES), may_alias))
enum { PARTS = (int)sizeof(struct dt_lanes_plane) / BYTES };

/* A plane, in as many vectors as it takes. */
struct plane {
	VECTOR part[PARTS];
} __attribute__((may_alias));

#define EACH _Pragma("GCC unroll 8") for (int i = 0; i < PARTS; i++)
#define INLINE static inline __attribute__((always_inline))

INLINE struct plane *
plane_at(void *base, size_t offset)
{
	return (struct plane *)((char *)base + offset);
}

INLINE bool
is_any(const struct plane *x)
{
	VECTOR all = x->part[0];
	for (int i = 1; i < PARTS; i++)
		all |= x->part[i];
	return ANY(all);
}

/* xoshiro256++ of base/random.h, eight side by side. */
INLINE void
next_plane(struct plane *s, struct plane *word)
{
	EACH {
		VECTOR t = s[1].part[i] << 17;
		word->part[i] = ROTATE(s[0].part[i] + s[3].part[i], 23) +
		    s[0].part[i];
		s[2].part[i] ^= s[0].part[i];
		s[3].part[i] ^= s[1].part[i];
		s[1].part[i] ^= s[2].part[i];
		s[0].part[i] ^= s[3].part[i];
		s[2].part[i] ^= t;
		s[3].part[i] = ROTATE(s[3].part[i], 45);
	}
}

/*
 * A lane's word against its threshold, from the most significant bit down.
 * The lane is open while they are equal; the first bit that differs decides.
 * Behind the last bit of the threshold that is set it can no longer hit.
 */
INLINE int
toss_one(struct plane *s, struct plane *open, struct plane *hits,
    const struct dt_lanes_coin *coin)
{
	uint64_t threshold = coin->chances[0].threshold;
	int drawn = 0;
	for (; drawn < coin->depth && is_any(open); drawn++) {
		uint64_t bit = 0 - (threshold << drawn >> 63);
		struct plane word;
		next_plane(s, &word);
		EACH {
			VECTOR differs = open->part[i] & (word.part[i] ^ bit);
			hits->part[i] |= differs & bit;
			open->part[i] ^= differs;
		}
	}
	return drawn;
}

/* The bits of the lanes' thresholds. The lanes of the first chance are those
 * of no other. */
INLINE struct plane
threshold_bits(const struct dt_lanes_coin *coin, int drawn, void *slots)
{
	uint64_t first = 0 - (coin->chances[0].threshold << drawn >> 63);
	struct plane bits;
	EACH bits.part[i] = (VECTOR){ 0 } + first;
	for (uint32_t k = 1; k < coin->n; k++) {
		const struct dt_lanes_chance *chance = &coin->chances[k];
		uint64_t bit = 0 - (chance->threshold << drawn >> 63);
		const struct plane *lanes = plane_at(slots, chance->lanes);
		EACH bits.part[i] ^= lanes->part[i] & (bit ^ first);
	}
	return bits;
}

INLINE int
toss_some(struct plane *s, struct plane *open, struct plane *hits,
    const struct dt_lanes_coin *coin, void *slots)
{
	int drawn = 0;
	for (; drawn < coin->depth && is_any(open); drawn++) {
		struct plane bits = threshold_bits(coin, drawn, slots), word;
		next_plane(s, &word);
		EACH {
			VECTOR differs = open->part[i] &
			    (word.part[i] ^ bits.part[i]);
			hits->part[i] |= differs & bits.part[i];
			open->part[i] ^= differs;
		}
	}
	return drawn;
}

INLINE struct plane
who_tosses(const struct dt_lanes_coin *coin, void *slots)
{
	struct plane all = *plane_at(slots, coin->chances[0].lanes);
	for (uint32_t k = 1; k < coin->n; k++) {
		const struct plane *lanes =
		    plane_at(slots, coin->chances[k].lanes);
		EACH all.part[i] |= lanes->part[i];
	}
	return all;
}

/* A coin whose words are used again leaves a mark to come back to; the stream
 * goes on behind the longest use. */
INLINE void
toss(struct dt_lanes *l, const struct dt_lanes_coin *coin, struct plane *to)
{
	struct plane *stream = (struct plane *)l->random[coin->purpose];
	struct plane *mark = (struct plane *)l->mark;
	struct plane s[4], hits, open = who_tosses(coin, l->slots);
	for (int k = 0; k < 4; k++)
		s[k] = coin->again ? mark[k] : stream[k];
	for (int k = 0; coin->marks && k < 4; k++)
		mark[k] = s[k];
	EACH hits.part[i] = (VECTOR){ 0 };
	if (__builtin_expect(l->watch.toss != NULL, 0))
		dt_lanes_show_coin(l, coin, &open, s);
	int drawn = coin->n == 1 ? toss_one(s, &open, &hits, coin) :
	    toss_some(s, &open, &hits, coin, l->slots);
	for (int k = 0; (!coin->again || drawn > l->marked) && k < 4; k++)
		stream[k] = s[k];
	if (coin->marks || drawn > l->marked)
		l->marked = drawn;
	l->drawn += (uint64_t)drawn;
	*to = hits;
}

/* One line an operation: what `to` becomes, part by part. */
#define AT(slot) (plane_at(slots, op->slot)->part[i])
#define LOGIC(name, value) \
	case DT_LANES_OP_##name: \
		EACH AT(to) = (value); \
		break
#define COUNT(name, value) \
	case DT_LANES_OP_##name: \
		EACH plane_at(group, op->b)->part[i] = (value); \
		break

static void
execute(struct dt_lanes *l, const struct dt_lanes_op *op)
{
	const struct dt_lanes_program *p = l->program;
	void *slots = l->slots, *group = l->group + l->waiting * p->counters;
	for (;; op++) {
		switch ((enum dt_lanes_code)op->code) {
		LOGIC(COPY, AT(a));
		LOGIC(NOT, ~AT(a));
		LOGIC(AND, AT(a) & AT(b));
		LOGIC(BUT, AT(a) & ~AT(b));
		LOGIC(NOR, ~(AT(a) | AT(b)));
		LOGIC(XOR, AT(a) ^ AT(b));
		LOGIC(MUX, (AT(a) & AT(b)) | (~AT(a) & AT(c)));
		LOGIC(MUX_NOT, (AT(a) & AT(b)) | ~(AT(a) | AT(c)));
		LOGIC(XOR3, AT(a) ^ AT(b) ^ AT(c));
		LOGIC(MAJORITY, (AT(a) & AT(b)) | (AT(c) & (AT(a) ^ AT(b))));
		LOGIC(MAJORITY_NOT,
		    (AT(a) & AT(b)) | (~AT(c) & (AT(a) ^ AT(b))));
		COUNT(COUNT, AT(a));
		COUNT(COUNT_NOT, ~AT(a));
		case DT_LANES_OP_COIN:
			toss(l, &p->coins[op->a], plane_at(slots, op->to));
			break;
		case DT_LANES_OP_FINE:
			dt_lanes_fine(l);
			break;
		case DT_LANES_OP_END:
			return;
		}
	}
}

/* Adds two planes to a digit of a number; what is carried. */
INLINE struct plane
add(struct plane *digit, struct plane a, struct plane b)
{
	struct plane carry;
	EACH {
		VECTOR x = a.part[i] ^ b.part[i];
		carry.part[i] = (a.part[i] & b.part[i]) |
		    (x & digit->part[i]);
		digit->part[i] ^= x;
	}
	return carry;
}

/*
 * Sixteen planes into a number in planes (Harley and Seal; in Warren 2012,
 * 5-1): two go into the lowest digit, two carries of it into the next, and so
 * on; only one carry of sixteen is left to go up the digits one by one.
 */
INLINE void
add_group(struct plane *digits, const struct plane *group, size_t stride)
{
	struct plane low[4], waiting[4], carry;
	for (int d = 0; d < 4; d++)
		low[d] = digits[d];
#pragma GCC unroll 8
	for (int k = 0; k < DT_LANES_GROUP / 2; k++) {
		carry = add(&low[0], group[(size_t)(2 * k) * stride],
		    group[(size_t)(2 * k + 1) * stride]);
		int d = 1;
		for (; d < 4 && (k >> (d - 1) & 1); d++)
			carry = add(&low[d], waiting[d], carry);
		if (d < 4)
			waiting[d] = carry;
	}
	for (int d = 0; d < 4; d++)
		digits[d] = low[d];
	for (int d = 4; d < DT_LANES_DIGITS && is_any(&carry); d++)
		EACH {
			VECTOR up = digits[d].part[i] & carry.part[i];
			digits[d].part[i] ^= carry.part[i];
			carry.part[i] = up;
		}
}

static void
flush(struct dt_lanes *l)
{
	size_t n = l->program->counters;
	for (size_t k = l->waiting * n; k < DT_LANES_GROUP * n; k++)
		l->group[k] = (struct dt_lanes_plane){ { 0 } };
	for (size_t k = 0; k < n; k++)
		add_group((struct plane *)l->digits + k * DT_LANES_DIGITS,
		    (const struct plane *)l->group + k, n);
	l->waiting = 0;
}

static void
begin(struct dt_lanes *l)
{
	execute(l, l->program->begin);
}

static void
play_rounds(struct dt_lanes *l, int64_t most)
{
	const struct dt_lanes_program *p = l->program;
	for (; most > 0 &&
	    is_any((struct plane *)&l->slots[p->alive]); most--) {
		l->number++;
		if (p->n_ticks > 0)
			dt_lanes_set_ticks(l);
		execute(l, p->round);
		if (p->kept != NULL)
			dt_lanes_note_moves(l);
		if (++l->waiting == DT_LANES_GROUP)
			flush(l);
	}
}

static void
draw(struct dt_lanes *l, uint64_t planes)
{
	struct plane *stream = (struct plane *)l->random[DT_FOR_SLIP];
	struct plane s[4], word, all;
	for (int k = 0; k < 4; k++)
		s[k] = stream[k];
	EACH all.part[i] = (VECTOR){ 0 };
	for (; planes > 0; planes--) {
		next_plane(s, &word);
		EACH all.part[i] ^= word.part[i];
	}
	for (int k = 0; k < 4; k++)
		stream[k] = s[k];
	*(struct plane *)l->mark = all;
}

#define KERNEL { begin, play_rounds, flush, draw }
