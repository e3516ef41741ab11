/*
 * comply_play_words: random words by their place: of a run, a round, a purpose
 * and an agent, and of nothing that was drawn before.
 */
#include "comply/comply_play_internal.h"

/* splitmix64's finaliser (Steele, Lea and Flood 2014). */
static uint64_t
mix(uint64_t x)
{
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
	x = (x ^ x >> 27) * 0x94d049bb133111eb;
	return x ^ x >> 31;
}

uint64_t
dt_comply_play_words_key(uint64_t run, int64_t round)
{
	return mix(run + (uint64_t)round * 0x9e3779b97f4a7c15);
}

uint64_t
dt_comply_play_words_word(uint64_t key, enum dt_purpose purpose, size_t index)
{
	uint64_t place = (uint64_t)purpose << 16 | (index + 1);
	return mix(key + place * 0xd1342543de82ef95);
}

bool
dt_comply_play_words_hits(uint64_t key, enum dt_purpose purpose, size_t index,
    uint64_t threshold)
{
	if (threshold == 0 || threshold == UINT64_MAX)
		return threshold != 0;
	return dt_comply_play_words_word(key, purpose, index) < threshold;
}
