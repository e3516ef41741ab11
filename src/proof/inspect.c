/* inspect: see inspect.h. */
#include "proof/inspect.h"

#include <inttypes.h>
#include <string.h>

#include "proof/base64.h"

void
dt_inspect_beacon_text(const unsigned char experiment[DT_HASH_BYTES],
    uint64_t run, uint64_t round, const struct dt_inspect_reveal *reveals,
    size_t n, struct dt_text *text)
{
	char hex[DT_HASH_HEX];
	dt_text_add(text, "detente.example/beacon/v1\nexperiment %s\nrun %"
	    PRIu64 "\nround %" PRIu64 "\n", dt_hash_hex(experiment, hex), run,
	    round);
	for (size_t i = 0; i < n; i++) {
		dt_text_add(text, "%.*s ", DT_LINES_SHOW(reveals[i].agent));
		if (reveals[i].nonce != NULL)
			dt_base64_add(text, reveals[i].nonce, DT_HASH_BYTES);
		else
			dt_text_add_n(text, "none", 4);
		dt_text_add_n(text, "\n", 1);
	}
}

enum dt_status
dt_inspect_beacon(const unsigned char experiment[DT_HASH_BYTES], uint64_t run,
    uint64_t round, const struct dt_inspect_reveal *reveals, size_t n,
    unsigned char beacon[DT_HASH_BYTES], struct dt_error *err)
{
	struct dt_text text = { 0 };
	dt_inspect_beacon_text(experiment, run, round, reveals, n, &text);
	bool whole = !text.failed;
	if (whole)
		dt_hash_of(text.bytes, text.size, beacon);
	dt_text_free(&text);
	return whole ? DT_OK : dt_status_no_memory(err);
}

/* A stream of words: the seed is beacon, hash of the agent, counter. */
struct stream {
	unsigned char seed[2 * DT_HASH_BYTES + 8];
	unsigned char block[DT_HASH_BYTES];
	uint64_t counter;
	size_t used;            /* words of the block */
};

static uint64_t
next_word(struct stream *s)
{
	enum { WORDS = DT_HASH_BYTES / 8 };
	if (s->used == 0) {
		for (int i = 0; i < 8; i++)
			s->seed[2 * DT_HASH_BYTES + i] =
			    (unsigned char)(s->counter >> 8 * (7 - i));
		dt_hash_of(s->seed, sizeof(s->seed), s->block);
		s->counter++;
	}
	uint64_t word = 0;
	for (size_t i = 0; i < 8; i++)
		word = word << 8 | s->block[8 * s->used + i];
	s->used = (s->used + 1) % WORDS;
	return word;
}

/* Uniform below m > 0: words in the part of the range that is left over by
 * whole multiples of m are drawn again. */
static uint64_t
next_below(struct stream *s, uint64_t m)
{
	uint64_t over = (UINT64_MAX % m + 1) % m;       /* 2^64 mod m */
	for (;;) {
		uint64_t word = next_word(s);
		if (word <= UINT64_MAX - over)
			return word % m;
	}
}

/* Where value is in an ascending list, or would be. */
static size_t
place_of(const uint64_t *list, size_t n, uint64_t value)
{
	size_t low = 0;
	while (low < n) {
		size_t middle = low + (n - low) / 2;
		if (list[middle] < value)
			low = middle + 1;
		else
			n = middle;
	}
	return low;
}

static bool
is_in(const uint64_t *list, size_t n, uint64_t value)
{
	size_t at = place_of(list, n, value);
	return at < n && list[at] == value;
}

void
dt_inspect_draw(const unsigned char beacon[DT_HASH_BYTES],
    struct dt_lines_word agent, uint64_t n, uint64_t *chunks, size_t k)
{
	struct stream s = { .counter = 0 };
	memcpy(s.seed, beacon, DT_HASH_BYTES);
	dt_hash_of(agent.at, agent.size, s.seed + DT_HASH_BYTES);
	for (size_t drawn = 0; drawn < k; drawn++) {
		uint64_t m = n - k + drawn + 1;
		uint64_t chunk = next_below(&s, m);
		if (is_in(chunks, drawn, chunk))
			chunk = m - 1;
		size_t at = place_of(chunks, drawn, chunk);
		memmove(chunks + at + 1, chunks + at,
		    (drawn - at) * sizeof(*chunks));
		chunks[at] = chunk;
	}
}

bool
dt_inspect_finds(const uint64_t *chunks, size_t k, const uint64_t *hidden,
    size_t h)
{
	for (size_t i = 0; i < h; i++)
		if (is_in(chunks, k, hidden[i]))
			return true;
	return false;
}

/* The chance that the first, second, ... of k is none of h, multiplied; the
 * roles of h and k may change, so the shorter product is taken. */
double
dt_inspect_chance(uint64_t n, uint64_t h, uint64_t k)
{
	uint64_t few = h < k ? h : k, many = h < k ? k : h;
	double unseen = 1;
	if (many > n || few > n - many)
		return 1;
	for (uint64_t i = 0; i < few; i++)
		unseen *= (double)(n - many - i) / (double)(n - i);
	return 1 - unseen;
}

bool
dt_inspect_shows(const struct dt_merkle_hash *root, uint64_t n,
    uint64_t index, const void *chunk, size_t size,
    const struct dt_merkle_proof *proof)
{
	struct dt_merkle_hash leaf;
	dt_merkle_leaf(chunk, size, &leaf);
	return dt_merkle_includes(root, n, index, &leaf, proof);
}
