/* cast: see cast.h. */
#include "cast.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/text.h"

const char *const cast_names[CAST_AGENTS] = { "lab-01", "lab-02", "lab-03",
	"inspector", "referee" };

static void
good(enum dt_status status, const struct dt_error *err)
{
	ck_assert_msg(status == DT_OK, "%s", err->message);
}

static void
make_keys(struct cast *cast)
{
	struct dt_error err;
	struct dt_key *plain;
	unsigned char seed[DT_SIGN_SEED] = { 42 };
	for (int i = 0; i < CAST_AGENTS; i++) {
		good(dt_key_simulate(&cast->identity[i], 1, cast_names[i],
		    &err), &err);
		good(dt_key_session(&cast->session[i], cast->identity[i],
		    cast->experiment, &err), &err);
		cast->pins[i] = (struct dt_registry_pin){ cast_names[i],
			cast->identity[i]->vkey };
	}
	good(dt_key_from_seed(&cast->log_key, "detente.example/log", seed,
	    &err), &err);
	seed[1] = 1;
	good(dt_key_from_seed(&plain, "witness.example/w1", seed, &err), &err);
	good(dt_key_witness(&cast->witness_key, plain, &err), &err);
	dt_key_free(plain);
	cast->witness = cast->witness_key->vkey;
	cast->log_pins = (struct dt_note_pins){ cast->log_key->vkey,
		&cast->witness, 1 };
}

void
cast_begin(struct cast *cast, int experiment)
{
	struct dt_error err;
	*cast = (struct cast){ 0 };
	good(dt_sign_init(&err), &err);
	dt_hash_of(&experiment, sizeof(experiment), cast->experiment);
	make_keys(cast);
	cast->registry.pins = cast->pins;
	cast->registry.pinned = CAST_AGENTS;
	memcpy(cast->registry.experiment, cast->experiment, DT_HASH_BYTES);
	for (int i = 0; i < CAST_AGENTS; i++) {
		struct dt_entry entry = { .kind = DT_ENTRY_REGISTER,
			.agent = dt_lines_word(cast_names[i]),
			.role = dt_lines_word(i == INSPECTOR ? "inspector" :
			    i == REFEREE ? "referee" : "party"),
			.key = cast->session[i]->vkey,
			.identity = cast->identity[i]->vkey };
		memcpy(entry.experiment, cast->experiment, DT_HASH_BYTES);
		uint64_t at = cast_say(cast, cast->identity[i], &entry);
		enum dt_verdict verdict = dt_registry_add(&cast->registry,
		    &cast->log[at], &err);
		ck_assert_msg(verdict == DT_VERDICT_GOOD, "%s", err.message);
	}
}

void
cast_end(struct cast *cast)
{
	for (int i = 0; i < CAST_AGENTS; i++) {
		dt_key_free(cast->identity[i]);
		dt_key_free(cast->session[i]);
	}
	dt_key_free(cast->log_key);
	dt_key_free(cast->witness_key);
	dt_registry_free(&cast->registry);
	dt_arena_free(&cast->arena);
}

struct dt_entry_signed
cast_sign(struct cast *cast, const struct dt_key *key,
    const struct dt_entry *entry)
{
	struct dt_error err;
	struct dt_text text = { 0 };
	good(dt_entry_print(entry, &text, &err), &err);
	struct dt_entry_signed made = { .size = text.size,
		.text = dt_arena_copy_n(&cast->arena, text.bytes,
		    text.size) };
	dt_text_free(&text);
	dt_key_sign(key, made.text, made.size, made.signature);
	return made;
}

uint64_t
cast_say(struct cast *cast, const struct dt_key *key,
    const struct dt_entry *entry)
{
	ck_assert_uint_lt(cast->n, CAST_LOG);
	cast->log[cast->n] = cast_sign(cast, key, entry);
	dt_merkle_leaf(cast->log[cast->n].text, cast->log[cast->n].size,
	    &cast->leaves[cast->n]);
	return cast->n++;
}

struct dt_lines_word
cast_checkpoint(struct cast *cast, uint64_t n)
{
	struct dt_error err;
	struct dt_text text = { 0 };
	struct dt_merkle_hash root;
	dt_merkle_root_of(cast->leaves, n, &root);
	dt_note_checkpoint(cast->log_key, n, &root, &text);
	good(dt_note_cosign(cast->witness_key, 1700000000, &text, &err), &err);
	struct dt_lines_word made = { dt_arena_copy_n(&cast->arena,
	    text.bytes, text.size), text.size };
	dt_text_free(&text);
	return made;
}

struct dt_entry
cast_opening(const struct cast *cast, int who, uint64_t run, uint64_t round,
    const char *move)
{
	struct dt_entry opening = { .kind = DT_ENTRY_OPEN, .run = run,
		.round = round, .agent = dt_lines_word(cast_names[who]),
		.move = dt_lines_word(move) };
	dt_key_nonce(cast->session[who], run, round, opening.nonce);
	return opening;
}

struct dt_entry
cast_commitment(const struct cast *cast, int who,
    const struct dt_entry *opening)
{
	struct dt_error err;
	struct dt_entry commit = { .kind = DT_ENTRY_COMMIT,
		.run = opening->run, .round = opening->round,
		.agent = dt_lines_word(cast_names[who]) };
	(void)cast;
	good(dt_entry_commitment(opening, commit.hash, &err), &err);
	return commit;
}

void
cast_fail_each(int (*attempt)(void *), void *with)
{
	for (long after = 0;; after++) {
		dt_memory_fail_after(after);
		int outcome = attempt(with);
		long asked = dt_memory_fail_after(-1);
		if (asked <= after) {
			ck_assert_int_eq(outcome, 0);
			return;
		}
		ck_assert_msg(outcome == 1, "allocation %ld of %ld: %d",
		    after, asked, outcome);
	}
}

void
cast_flip_each(const char *bytes, size_t size,
    bool (*accepts)(const char *bytes, size_t size, void *with), void *with)
{
	cast_flip_some(bytes, size, 1, accepts, with);
}

void
cast_flip_some(const char *bytes, size_t size, size_t step,
    bool (*accepts)(const char *bytes, size_t size, void *with), void *with)
{
	char *copy = malloc(size);
	memcpy(copy, bytes, size);
	ck_assert_msg(accepts(copy, size, with), "the original is refused");
	for (size_t bit = 0; bit < 8 * size; bit += step) {
		copy[bit / 8] = (char)(copy[bit / 8] ^ 1 << bit % 8);
		ck_assert_msg(!accepts(copy, size, with),
		    "bit %zu of byte %zu may be flipped", bit % 8, bit / 8);
		copy[bit / 8] = bytes[bit / 8];
	}
	free(copy);
}
