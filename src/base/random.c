/* random: see random.h. */
#include "base/random.h"

#include <math.h>

/* splitmix64's output function: a bijection that mixes every bit. */
static uint64_t
mix(uint64_t z)
{
	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/*
 * Each part of the name is mixed into what came before, so that no two names
 * that differ in one part share a state, and swapped parts differ too.
 */
void
dt_random_stream(struct dt_random *random, uint64_t seed,
    uint64_t experiment, uint64_t block, uint64_t purpose)
{
	const uint64_t step = 0x9e3779b97f4a7c15u;
	uint64_t z = mix(seed + step);
	z = mix(z ^ mix(experiment + 2 * step));
	z = mix(z ^ mix(block + 3 * step));
	z = mix(z ^ mix(purpose + 4 * step));
	for (int i = 0; i < 4; i++)
		random->word[i] = mix(z += step);
}

uint64_t
dt_random_threshold(double chance)
{
	if (!(chance > 0))
		return 0;
	if (chance >= 1)
		return UINT64_MAX;
	double scaled = ldexp(chance, 64);
	return scaled < 1 ? 1 : (uint64_t)scaled;
}

static void
gsl_set(void *state, unsigned long seed)
{
	dt_random_stream(state, seed, 0, 0, 0);
}

static unsigned long
gsl_get(void *state)
{
	return dt_random_word(state) >> 32;
}

static double
gsl_get_double(void *state)
{
	return dt_random_unit(state);
}

const gsl_rng_type *
dt_random_gsl_type(void)
{
	static const gsl_rng_type type = {
		.name = "detente-xoshiro256++",
		.max = UINT32_MAX,
		.min = 0,
		.size = sizeof(struct dt_random),
		.set = gsl_set,
		.get = gsl_get,
		.get_double = gsl_get_double,
	};
	return &type;
}
