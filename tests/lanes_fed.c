/* lanes_fed: see lanes_fed.h. */
#include "base/random.h"

enum { WORDS_MOST = 512, LANES = 512 };

/* Words of a lane and purpose, in a round. */
struct queue {
	size_t n, taken;
	uint64_t words[WORDS_MOST];
};

struct fed {
	bool ran_out;
	struct queue queues[LANES * DT_PURPOSES];       /* by lane, purpose */
};

static struct fed *feeding;
static size_t feeding_lane;

/* The streams of a fed world know only what they are for. */
static void
fed_stream(struct dt_random *random, uint64_t purpose)
{
	random->word[0] = purpose;
}

static uint64_t
fed_word(struct dt_random *random)
{
	struct queue *q = &feeding->queues[feeding_lane * DT_PURPOSES +
	    random->word[0]];
	if (q->taken < q->n)
		return q->words[q->taken++];
	feeding->ran_out = true;
	return 0;
}

static bool
fed_hits(struct dt_random *random, uint64_t threshold)
{
	if (threshold == 0 || threshold == UINT64_MAX)
		return threshold != 0;
	return fed_word(random) < threshold;
}

#define dt_random_stream(random, seed, experiment, block, purpose) \
	((void)(block), fed_stream(random, purpose))
#define dt_random_word fed_word
#define dt_random_hits fed_hits
#define dt_regime_ending_words fed_regime_ending_words
#define dt_regime_start fed_regime_start
#define dt_regime_clock fed_regime_clock
#define dt_regime_respond fed_regime_respond
#define dt_regime_notice fed_regime_notice
#define dt_regime_review_due fed_regime_review_due
#define dt_regime_review_ends fed_regime_review_ends
#define dt_world_new fed_world_new
#define dt_world_free fed_world_free
#define dt_world_begin fed_world_start
#define dt_world_step fed_world_go

#include "treaty/regime.c"
#include "engine/world.c"

#undef dt_random_word

#include "lanes_fed.h"

void
fed_world_begin(struct dt_world *world, struct fed *fed, size_t lane)
{
	feeding = fed;
	feeding_lane = lane;
	fed_world_start(world, 1);
}

const struct dt_round *
fed_world_step(struct dt_world *world, struct fed *fed, size_t lane)
{
	feeding = fed;
	feeding_lane = lane;
	return fed_world_go(world);
}

/* ---- Recording ---- */

/* Transposes 64 x 64 bits, where bit j of word i counts as column j. */
static void
transpose(uint64_t *a)
{
	uint64_t mask = 0xffffffffu;
	for (size_t j = 32; j != 0; j >>= 1, mask ^= mask << j)
		for (size_t k = 0; k < 64; k = ((k | j) + 1) & ~j) {
			uint64_t t = (a[k] >> j ^ a[k | j]) & mask;
			a[k] ^= t << j;
			a[k | j] ^= t;
		}
}

/* The planes that come next, by the scalar generators: plane k is bit 63 - k
 * of each lane's word. */
static void
record(void *watcher, enum dt_purpose purpose, bool again,
    const uint64_t *asked, const struct dt_random *generators)
{
	struct fed *fed = watcher;
	for (size_t g = 0; g < LANES / 64 && !again; g++) {
		struct dt_random one = generators[g];
		uint64_t words[64];
		for (size_t k = 0; k < 64; k++)
			words[63 - k] = dt_random_word(&one);
		transpose(words);
		for (size_t i = 0; i < 64; i++) {
			struct queue *q = &fed->queues[(g * 64 + i) *
			    DT_PURPOSES + purpose];
			if (asked[g] >> i & 1 && q->n < WORDS_MOST)
				q->words[q->n++] = words[i];
		}
	}
}

void
fed_forget(struct fed *fed)
{
	for (size_t i = 0; i < LANES * DT_PURPOSES; i++)
		fed->queues[i].n = fed->queues[i].taken = 0;
}

struct fed *
fed_new(struct dt_lanes *lanes)
{
	static struct fed only;
	struct fed *fed = &only;
	fed_forget(fed);
	fed->ran_out = false;
	dt_lanes_watch(lanes, (struct dt_lanes_watch){ record, fed });
	return fed;
}

size_t
fed_left(const struct fed *fed, size_t lane)
{
	size_t left = 0;
	for (size_t p = 0; p < DT_PURPOSES; p++) {
		const struct queue *q = &fed->queues[lane * DT_PURPOSES + p];
		left += p == DT_FOR_CONTINUATION ? 0 : q->n - q->taken;
	}
	return left;
}

bool
fed_ran_out(const struct fed *fed)
{
	return fed->ran_out;
}
