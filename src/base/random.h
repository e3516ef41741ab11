/*
 * random: named streams of random words, and coins drawn from them.
 *
 * A stream is made from (seed, experiment, block, purpose) and from nothing
 * else, so what is drawn for a run depends on no other run, thread or
 * process. The generator is xoshiro256++ (Blackman and Vigna 2021), its state
 * filled from the name by the splitmix64 finaliser (Steele, Lea and Flood
 * 2014). Registered as a gsl_rng_type, so GSL's distributions draw from it.
 * A stream belongs to one thread.
 */
#ifndef DT_BASE_RANDOM_H
#define DT_BASE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

#include <gsl/gsl_rng.h>

/* What a stream is for. The numbers are part of the model's version: results
 * change with them, so new purposes go to the end. */
enum dt_purpose {
	DT_FOR_START,           /* the first state of a strategy */
	DT_FOR_PLAY,            /* mixed moves */
	DT_FOR_TURN,            /* mixed steps between a strategy's states */
	DT_FOR_SLIP,
	DT_FOR_ENFORCEMENT,
	DT_FOR_PUBLIC,          /* public signals */
	DT_FOR_PRIVATE,         /* private signals */
	DT_FOR_TREATY,          /* response, forgiveness, renewal */
	DT_FOR_CONTINUATION,
	DT_FOR_COMMON_MODE,     /* whether common channels are blind */
	DT_PURPOSES,
	DT_FOR_CONTEST = 899,   /* what a race in few states comes to */
	DT_FOR_HAZARD = 900,    /* disasters of a race */
	DT_FOR_DRIFT = 901,     /* and the agent's number: its misalignment */
	DT_FOR_PROGRAMS = 1000, /* and the agent's number: what a program from
	                         * outside is given to draw from */
};

struct dt_random {
	uint64_t word[4];
};

/* The stream of that name. */
void dt_random_stream(struct dt_random *random, uint64_t seed,
    uint64_t experiment, uint64_t block, uint64_t purpose);

/*
 * A chance as the threshold that a uniform word must stay below. 0 and
 * UINT64_MAX stand for never and always and draw nothing. Between them the
 * chance is met to within 2^-53, the precision of the double it came from.
 */
uint64_t dt_random_threshold(double chance);

/* The chance that a threshold stands for. */
static inline double
dt_random_chance(uint64_t threshold)
{
	return threshold == UINT64_MAX ? 1 : (double)threshold * 0x1p-64;
}

static inline uint64_t
dt_random_rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

static inline uint64_t
dt_random_word(struct dt_random *random)
{
	uint64_t *s = random->word;
	uint64_t result = dt_random_rotate(s[0] + s[3], 23) + s[0];
	uint64_t t = s[1] << 17;
	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = dt_random_rotate(s[3], 45);
	return result;
}

/* Uniform in [0, 1), 53 bits. */
static inline double
dt_random_unit(struct dt_random *random)
{
	return (double)(dt_random_word(random) >> 11) * 0x1p-53;
}

/* A coin that comes up with the chance of the threshold. */
static inline bool
dt_random_hits(struct dt_random *random, uint64_t threshold)
{
	if (threshold == 0 || threshold == UINT64_MAX)
		return threshold != 0;
	return dt_random_word(random) < threshold;
}

/* For gsl_rng_alloc; gsl_rng_set takes the seed, the rest of the name is 0. */
const gsl_rng_type *dt_random_gsl_type(void);

/* The generator's name as it is stored beside results. */
#define DT_RANDOM_NAME "xoshiro256++ by (seed, experiment, run, purpose)"

#endif
