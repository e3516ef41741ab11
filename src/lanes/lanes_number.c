/* lanes_number: numbers as planes of their digits; see lanes_circuit.h. */
#include "lanes/lanes_circuit.h"

size_t
dt_lanes_digits(uint64_t number)
{
	size_t digits = 0;
	for (; number != 0; number >>= 1)
		digits++;
	return digits;
}

struct dt_lanes_number
dt_lanes_number_new(struct dt_lanes_circuit *c, size_t digits)
{
	struct dt_lanes_number x = { .n = digits };
	for (size_t i = 0; i < digits; i++)
		x.digit[i] = dt_lanes_state(c, DT_LANES_NO);
	return x;
}

void
dt_lanes_number_next(struct dt_lanes_circuit *c,
    const struct dt_lanes_number *state, const struct dt_lanes_number *next)
{
	for (size_t i = 0; i < state->n; i++)
		dt_lanes_next(c, state->digit[i], next->digit[i]);
}

/* Replaces three planes of one digit by a plane of that and one of the next,
 * until there is at most one; with two the third is zero. */
static size_t
add_column(struct dt_lanes_circuit *c, uint32_t *column, size_t n,
    uint32_t *carries)
{
	size_t n_carries = 0, done = 0;
	while (n - done > 1) {
		uint32_t a = column[done], b = column[done + 1];
		uint32_t d = n - done > 2 ? column[done + 2] : DT_LANES_NO;
		size_t used = n - done > 2 ? 3 : 2;
		carries[n_carries++] = dt_lanes_majority(c, a, b, d);
		done += used - 1;
		column[done] = dt_lanes_xor3(c, a, b, d);
	}
	column[0] = column[done];
	return n_carries;
}

struct dt_lanes_number
dt_lanes_sum(struct dt_lanes_circuit *c, const uint32_t *wires, size_t n)
{
	struct dt_lanes_number sum = { .n = dt_lanes_digits(n) };
	uint32_t column[64], carries[64];
	for (size_t i = 0; i < n; i++)
		column[i] = wires[i];
	for (size_t i = 0; i < sum.n; i++) {
		size_t more = n > 0 ? add_column(c, column, n, carries) : 0;
		sum.digit[i] = n > 0 ? column[0] : DT_LANES_NO;
		for (size_t k = 0; k < more; k++)
			column[k] = carries[k];
		n = more;
	}
	return sum;
}

/* From the lowest digit up: whether what is read so far is enough. */
uint32_t
dt_lanes_at_least(struct dt_lanes_circuit *c, const struct dt_lanes_number *x,
    uint64_t k)
{
	uint32_t enough = DT_LANES_YES;
	if (x->n < 64 && k >> x->n != 0)
		return DT_LANES_NO;
	for (size_t i = 0; i < x->n; i++)
		enough = k >> i & 1 ? dt_lanes_and(c, x->digit[i], enough) :
		    dt_lanes_or(c, x->digit[i], enough);
	return enough;
}

uint32_t
dt_lanes_equals(struct dt_lanes_circuit *c, const struct dt_lanes_number *x,
    uint64_t k)
{
	uint32_t equal = dt_lanes_constant(x->n >= 64 || k >> x->n == 0);
	for (size_t i = 0; i < x->n; i++)
		equal = dt_lanes_and(c, equal, x->digit[i] ^
		    (uint32_t)(~k >> i & 1));
	return equal;
}

/* A digit turns if all below it are one on the way up, zero on the way down:
 * if they differ from `down`. */
struct dt_lanes_number
dt_lanes_move(struct dt_lanes_circuit *c, const struct dt_lanes_number *x,
    uint32_t up, uint32_t down)
{
	struct dt_lanes_number result = { .n = x->n };
	uint32_t turns = dt_lanes_or(c, up, down);
	for (size_t i = 0; i < x->n; i++) {
		result.digit[i] = dt_lanes_xor(c, x->digit[i], turns);
		turns = dt_lanes_and(c, turns,
		    dt_lanes_xor(c, x->digit[i], down));
	}
	return result;
}

struct dt_lanes_number
dt_lanes_put(struct dt_lanes_circuit *c, uint32_t which, uint64_t k,
    const struct dt_lanes_number *x)
{
	struct dt_lanes_number result = { .n = x->n };
	for (size_t i = 0; i < x->n; i++)
		result.digit[i] = dt_lanes_mux(c, which,
		    dt_lanes_constant(k >> i & 1), x->digit[i]);
	return result;
}
