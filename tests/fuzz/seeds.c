/*
 * seeds: writes the corpora that the fuzz targets begin with, one small file
 * of each form, into the folders note, entry and proof of the folder given.
 *
 *     cd tests/fuzz/corpus && .../seeds .
 *
 * Everything comes from fixed seeds, so the files come out the same again.
 */
#include <stdio.h>

#include "fuzz.h"
#include "proof/charge.h"
#include "proof/fork.h"
#include "proof/minisign.h"
#include "proof/pledge.h"
#include "proof/portable.h"
#include "proof/signify.h"

enum { AGENTS = 3, LOG = 32 };

static const char *const names[AGENTS] = { "a", "b", "i" };
static const char *folder;
static struct dt_key *identity[AGENTS], *session[AGENTS], *log_key, *witness;
static struct dt_registry registry;
static struct dt_entry_signed entries[LOG];
static struct dt_merkle_hash leaves[LOG];
static uint64_t n;
static struct dt_text notes[LOG];

static void
write_file(const char *kind, const char *name, const char *bytes, size_t size)
{
	char path[4096];
	snprintf(path, sizeof(path), "%s/%s/%s", folder, kind, name);
	FILE *file = fopen(path, "wb");
	fuzz_need(file != NULL && fwrite(bytes, 1, size, file) == size &&
	    fclose(file) == 0);
}

static uint64_t
say(const struct dt_key *key, const struct dt_entry *entry)
{
	struct dt_text text = { 0 };
	fuzz_need(dt_entry_print(entry, &text, NULL) == DT_OK);
	write_file("entry", dt_entry_word(entry->kind), text.bytes, text.size);
	entries[n] = (struct dt_entry_signed){ text.bytes, text.size, { 0 } };
	dt_key_sign(key, text.bytes, text.size, entries[n].signature);
	dt_merkle_leaf(text.bytes, text.size, &leaves[n]);
	return n++;
}

static struct dt_entry
example(int kind, int who)
{
	struct dt_entry e = { .kind = (enum dt_entry_kind)kind, .run = 1,
		.round = 2, .epoch = 1, .chunk = 1, .first_run = 1,
		.last_run = 9, .count = 1, .agent = dt_lines_word(names[who]),
		.move = dt_lines_word("PAUSE"), .role = dt_lines_word(
		    who == 2 ? "inspector" : "party"),
		.key = session[who]->vkey, .identity = identity[who]->vkey };
	if (dt_entry_role(e.kind) != NULL)
		e.officer = dt_lines_word("i");
	return e;
}

static void
make_agents(void)
{
	unsigned char seed[32] = { 0 };
	for (unsigned char i = 0; i < 32; i++)
		seed[i] = i;
	fuzz_start();
	fuzz_need(dt_key_from_seed(&log_key, "simagents.example/run/7", seed,
	    NULL) == DT_OK);
	seed[0] = 1;
	struct dt_key *plain;
	fuzz_need(dt_key_from_seed(&plain, "w1", seed, NULL) == DT_OK);
	fuzz_need(dt_key_witness(&witness, plain, NULL) == DT_OK);
	for (int i = 0; i < AGENTS; i++) {
		fuzz_need(dt_key_simulate(&identity[i], 1, names[i],
		    NULL) == DT_OK);
		fuzz_need(dt_key_session(&session[i], identity[i],
		    registry.experiment, NULL) == DT_OK);
		struct dt_entry e = example(DT_ENTRY_REGISTER, i);
		uint64_t at = say(identity[i], &e);
		fuzz_need(dt_registry_add(&registry, &entries[at], NULL) == 0);
	}
}

static struct dt_lines_word
checkpoint(uint64_t size, const char *name)
{
	static size_t made;
	struct dt_text *text = &notes[made++];
	struct dt_merkle_hash root;
	dt_merkle_root_of(leaves, size, &root);
	dt_note_checkpoint(log_key, size, &root, text);
	if (made % 2)
		fuzz_need(dt_note_cosign(witness, 1700000000, text, NULL) ==
		    DT_OK);
	write_file("note", name, text->bytes, text->size);
	return (struct dt_lines_word){ text->bytes, text->size };
}

static void
write_text(const char *name, enum dt_status status, struct dt_text *text)
{
	fuzz_need(status == DT_OK && !text->failed);
	write_file("proof", name, text->bytes, text->size);
	dt_text_free(text);
}

static void
make_charges(void)
{
	struct dt_text text = { 0 };
	struct dt_entry opening = example(DT_ENTRY_OPEN, 0);
	struct dt_entry commit = example(DT_ENTRY_COMMIT, 0), second = commit;
	struct dt_entry found = example(DT_ENTRY_FINDING, 0);
	fuzz_need(dt_entry_commitment(&opening, commit.hash, NULL) == DT_OK);
	found.move = dt_lines_word("RACE");
	struct dt_charge_statement a = { .entry = entries[say(session[0],
	    &commit)] }, b = { .entry = entries[say(session[0], &second)] };
	struct dt_entry epoch = example(DT_ENTRY_EPOCH, 0);
	struct dt_merkle_hash leaf;
	dt_merkle_leaf(b.entry.text, b.entry.size, &leaf);
	memcpy(epoch.hash, leaf.bytes, 32);
	b.epoch = entries[say(session[0], &epoch)];
	write_text("equivocation", dt_charge_equivocation(&entries[0], &a, &b,
	    &text, NULL), &text);
	uint64_t open_at = say(session[0], &opening);
	uint64_t found_at = say(session[2], &found);
	write_text("perjury", dt_charge_perjury(&entries[0], &a,
	    (struct dt_lines_word){ entries[open_at].text,
	    entries[open_at].size }, &entries[2], &entries[found_at], &text,
	    NULL), &text);
}

static struct dt_fork_view
view(uint64_t size, const char *name)
{
	struct dt_fork_view made = { .checkpoint = checkpoint(size, name),
		.leaf = leaves[1] };
	dt_merkle_include(leaves, size, 1, &made.proof);
	return made;
}

static void
make_forks(void)
{
	struct dt_text text = { 0 };
	struct dt_merkle_hash kept = leaves[1];
	struct dt_fork_view a = view(2, "two"), b = view(3, "three");
	leaves[1] = leaves[0];
	struct dt_fork_view other = view(3, "other-three");
	leaves[1] = kept;
	write_text("fork", dt_fork_print(&a, &other, 1, &fuzz_pins, &text,
	    NULL), &text);
	write_text("fork-same-size", dt_fork_print(&b, &other, 1, &fuzz_pins,
	    &text, NULL), &text);
}

static void
make_halts(void)
{
	struct dt_text text = { 0 };
	struct dt_lines_word parties[] = { dt_lines_word("a"),
		dt_lines_word("b") };
	struct dt_pledge_question question = { .run = 1, .round = 2,
		.parties = parties, .n = 2, .deadline = 99 };
	struct dt_entry pledge;
	for (int i = 0; i < 2; i++) {
		pledge = example(DT_ENTRY_PLEDGE, i);
		fuzz_need(dt_pledge_set(&registry, parties, 2, &pledge,
		    NULL) == DT_OK);
		say(session[i], &pledge);
		write_text(i ? "halt" : "no-halt", dt_pledge_print(entries, n,
		    &registry, &question, checkpoint(n, i ? "five" : "four"),
		    &text, NULL), &text);
	}
}

static void
make_rest(void)
{
	struct dt_text text = { 0 };
	struct dt_merkle_proof proof;
	static const int kinds[] = { DT_ENTRY_RATIFY, DT_ENTRY_LEDGER,
		DT_ENTRY_MISSING, DT_ENTRY_OUTCOME, DT_ENTRY_WITHDRAW };
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct dt_entry e = example(kinds[i], 0);
		say(session[0], &e);
	}
	dt_merkle_leaf("", 0, &leaves[n - 1]);
	dt_merkle_include(leaves, n, n - 1, &proof);
	struct dt_lines_word note = checkpoint(n, "all");
	dt_portable_print(n - 1, &proof, note.at, note.size, &text);
	write_text("portable", DT_OK, &text);
	write_text("minisign", dt_minisign_sign(log_key, "", 0, "trust",
	    &text, NULL), &text);
	dt_signify_sign(log_key, "", 0, &text);
	write_text("signify", DT_OK, &text);
	dt_vkey_print(&log_key->vkey, &text);
	write_file("note", "vkey", text.bytes, text.size);
	dt_text_free(&text);
}

int
main(int argc, char **argv)
{
	folder = argc > 1 ? argv[1] : ".";
	make_agents();
	make_halts();
	make_charges();
	make_forks();
	make_rest();
	return 0;
}
