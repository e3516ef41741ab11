/* check_protocol: the machine of a halt between real parties, by statements
 * that come in any order, of which most come at the wrong time. What must hold
 * of the log that it lets grow is asked of the log alone. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "party/protocol.h"
#include "proof/key.h"
#include "proof/note.h"

enum { PARTIES = 3, MEMBERS = 6, STATEMENTS = 1500, ROUNDS = 40 };
static const char *const names[MEMBERS] = { "a", "b", "c", "inspector",
	"referee", "log" };

static struct dt_error err;
static struct dt_arena arena;
static struct dt_key *identities[MEMBERS], *sessions[MEMBERS];
static struct dt_charter charter;
static struct dt_text text, log_text;
static struct dt_protocol machine;
static uint64_t seed;

static uint64_t
draw(uint64_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (seed >> 33) % n;
}

static void
set_up(void)
{
	unsigned char raw[DT_SIGN_SEED] = { 7 };
	ck_assert_int_eq(dt_sign_init(&err), DT_OK);
	charter = (struct dt_charter){ .n = MEMBERS, .timeout = 1,
		.missing = { "RACE", 4 } };
	for (size_t i = 0; i < MEMBERS; i++) {
		raw[1] = (unsigned char)i;
		ck_assert_int_eq(dt_key_from_seed(&identities[i], names[i],
		    raw, &err), DT_OK);
		charter.members[i].identity = identities[i]->vkey;
		charter.members[i].role = i < PARTIES ? DT_CHARTER_PARTY :
		    (enum dt_charter_role)(i - PARTIES + 1);
	}
	ck_assert_int_eq(dt_charter_print(&charter, &text, &err), DT_OK);
	for (size_t i = 0; i < MEMBERS; i++)
		ck_assert_int_eq(dt_key_session(&sessions[i], identities[i],
		    charter.name, &err), DT_OK);
	ck_assert_int_eq(dt_protocol_start(&machine, &arena, text.bytes,
	    text.size, &err), DT_OK);
}

static void
tear_down(void)
{
	for (size_t i = 0; i < MEMBERS; i++) {
		dt_key_free(sessions[i]);
		dt_key_free(identities[i]);
	}
	dt_protocol_free(&machine);
	dt_text_free(&text);
	dt_text_free(&log_text);
	dt_arena_free(&arena);
}

/* The entry as a statement in the arena. */
static struct dt_lines
sign(size_t who, const struct dt_entry *entry)
{
	struct dt_text bytes = { 0 }, note = { 0 };
	const struct dt_key *key = dt_entry_by(entry->kind) ==
	    DT_ENTRY_BY_IDENTITY ? identities[who] : sessions[who];
	struct dt_entry_signed made;
	ck_assert_int_eq(dt_entry_print(entry, &bytes, &err), DT_OK);
	made = (struct dt_entry_signed){ .text = bytes.bytes,
		.size = bytes.size };
	dt_key_sign(key, made.text, made.size, made.signature);
	dt_note_add_entry(&made, &key->vkey, &note);
	dt_text_add(&note, "\n");
	struct dt_lines lines = { dt_arena_copy_n(&arena, note.bytes,
	    note.size), note.size, false };
	dt_text_free(&bytes);
	dt_text_free(&note);
	return lines;
}

static enum dt_verdict
say(size_t who, const struct dt_entry *entry)
{
	struct dt_lines lines = sign(who, entry);
	const char *start = lines.at;
	enum dt_verdict verdict = dt_protocol_take(&machine, &lines, &err);
	if (verdict == DT_VERDICT_GOOD)
		dt_text_add_n(&log_text, start, (size_t)(lines.at - start));
	return verdict;
}

static struct dt_entry
entry_of(enum dt_entry_kind kind, size_t about)
{
	struct dt_entry e = { .kind = kind, .run = 1,
		.agent = dt_lines_word(names[about]) };
	memcpy(e.experiment, charter.name, DT_HASH_BYTES);
	return e;
}

static void
join_all(void)
{
	for (size_t i = 0; i < MEMBERS; i++) {
		struct dt_entry e = entry_of(DT_ENTRY_REGISTER, i);
		e.role = dt_lines_word(
		    dt_charter_roles[charter.members[i].role]);
		e.key = sessions[i]->vkey;
		e.identity = identities[i]->vkey;
		ck_assert_int_eq(say(i, &e), DT_VERDICT_GOOD);
	}
	for (size_t i = 0; i < PARTIES; i++) {
		struct dt_entry e = entry_of(DT_ENTRY_RATIFY, i);
		ck_assert_int_eq(say(i, &e), DT_VERDICT_GOOD);
	}
}

/* An opening's move follows from who and when, so that anybody can make it. */
static struct dt_entry
opening_of(size_t who, uint64_t round)
{
	struct dt_entry e = entry_of(DT_ENTRY_OPEN, who);
	e.round = round;
	e.move = dt_lines_word((who + round) % 5 == 0 ? "RACE" : "PAUSE");
	dt_key_nonce(sessions[who], 1, round, e.nonce);
	return e;
}

/* Some statement by somebody about some party, of a round near the current. */
static void
say_something(void)
{
	static const enum dt_entry_kind kinds[] = { DT_ENTRY_PLEDGE,
		DT_ENTRY_COMMIT, DT_ENTRY_COMMIT, DT_ENTRY_COMMIT,
		DT_ENTRY_OPEN, DT_ENTRY_OPEN, DT_ENTRY_OPEN,
		DT_ENTRY_MISSING, DT_ENTRY_FINDING, DT_ENTRY_LAPSE,
		DT_ENTRY_WITHDRAW };
	size_t who = draw(PARTIES);
	struct dt_entry e = entry_of(kinds[draw(11)], who), opening;
	uint64_t near = draw(3) + (machine.round ? machine.round :
	    machine.lapsed + 1);
	e.round = near > 1 ? near - 1 : 1;
	size_t by = who;
	switch (e.kind) {
	case DT_ENTRY_PLEDGE:
		ck_assert_int_eq(dt_protocol_set(&machine, &e, &err), DT_OK);
		if (e.awaited == 0)
			return;
		break;
	case DT_ENTRY_COMMIT:
		opening = opening_of(who, e.round);
		ck_assert_int_eq(dt_entry_commitment(&opening, e.hash, &err),
		    DT_OK);
		break;
	case DT_ENTRY_OPEN:
		e = opening_of(who, e.round);
		break;
	case DT_ENTRY_MISSING:
	case DT_ENTRY_LAPSE:
		if (draw(4) > 0)
			return;
		by = 4;
		e.officer = dt_lines_word(names[by]);
		e.move = dt_lines_word("RACE");
		opening = opening_of(who, e.round);
		e.uncommitted = draw(2);
		if (!e.uncommitted)
			ck_assert_int_eq(dt_entry_commitment(&opening, e.hash,
			    &err), DT_OK);
		break;
	case DT_ENTRY_FINDING:
		by = 3;
		e.officer = dt_lines_word(names[by]);
		e.move = dt_lines_word("RACE");
		opening = opening_of(who, e.round);
		ck_assert_int_eq(dt_entry_commitment(&opening, e.hash, &err),
		    DT_OK);
		break;
	default:
		if (draw(60) > 0)
			return;
	}
	say(by, &e);
}

static uint64_t
first(enum dt_entry_kind kind, size_t party, uint64_t round)
{
	for (uint64_t i = 0; i < machine.n; i++)
		if (machine.entries[i].entry.kind == kind &&
		    machine.entries[i].entry.round == round &&
		    dt_lines_is(machine.entries[i].entry.agent, names[party]))
			return i;
	return machine.n;
}

static size_t
count(enum dt_entry_kind kind, size_t party, uint64_t round)
{
	size_t n = 0;
	for (uint64_t i = 0; i < machine.n; i++)
		n += machine.entries[i].entry.kind == kind &&
		    machine.entries[i].entry.round == round &&
		    dt_lines_is(machine.entries[i].entry.agent, names[party]);
	return n;
}

/* From which round a party has left: by the log alone. */
static uint64_t
left_from(size_t party)
{
	for (uint64_t i = 0; i < machine.n; i++)
		if (machine.entries[i].entry.kind == DT_ENTRY_WITHDRAW &&
		    dt_lines_is(machine.entries[i].entry.agent, names[party]))
			return machine.entries[i].entry.round;
	return UINT64_MAX;
}

/* Nobody commits, opens or is missing twice, and no move is shown before each
 * who plays the round is bound or noted as missing. */
static void
check_round(uint64_t round)
{
	for (size_t i = 0; i < PARTIES; i++) {
		uint64_t open = first(DT_ENTRY_OPEN, i, round);
		ck_assert_uint_le(count(DT_ENTRY_COMMIT, i, round), 1);
		ck_assert_uint_le(count(DT_ENTRY_OPEN, i, round) +
		    count(DT_ENTRY_MISSING, i, round), 1);
		if (open == machine.n)
			continue;
		for (size_t j = 0; j < PARTIES; j++) {
			uint64_t commit = first(DT_ENTRY_COMMIT, j, round);
			uint64_t missing = first(DT_ENTRY_MISSING, j, round);
			ck_assert(left_from(j) <= round || commit < open ||
			    missing < open);
		}
	}
}

/* Nobody is bound before all who have not left have pledged that round. */
static void
check_halt(void)
{
	uint64_t bound = machine.halt;
	if (bound == 0)
		return;
	for (size_t i = 0; i < PARTIES; i++)
		ck_assert(first(DT_ENTRY_PLEDGE, i, machine.halt_round) <
		    bound || left_from(i) < UINT64_MAX);
	for (uint64_t i = 0; i < bound; i++)
		ck_assert(machine.entries[i].entry.kind != DT_ENTRY_COMMIT);
}

/* Who reads the same log has the same machine. */
static void
check_again(void)
{
	struct dt_protocol again;
	struct dt_lines lines = { log_text.bytes, log_text.size, false };
	ck_assert_int_eq(dt_protocol_start(&again, &arena, text.bytes,
	    text.size, &err), DT_OK);
	while (lines.left > 0)
		ck_assert_int_eq(dt_protocol_take(&again, &lines, &err),
		    DT_VERDICT_GOOD);
	ck_assert_uint_eq(again.n, machine.n);
	ck_assert_int_eq(again.phase, machine.phase);
	ck_assert_uint_eq(again.round, machine.round);
	ck_assert_uint_eq(again.halt, machine.halt);
	ck_assert_mem_eq(again.parties, machine.parties,
	    sizeof(again.parties));
	dt_protocol_free(&again);
}

/* 1500 statements in each of twenty plays, most of them refused: whatever is
 * taken, these hold, and a refused statement leaves no trace in the machine
 * that the log alone would not give. */
START_TEST(whatever_comes_the_log_keeps_its_order)
{
	seed = (uint64_t)_i + 1;
	join_all();
	for (int i = 0; i < STATEMENTS; i++)
		say_something();
	check_halt();
	for (uint64_t round = 1; round <= ROUNDS; round++)
		check_round(round);
	check_again();
	ck_assert_uint_gt(machine.round, 5);    /* it came to something */
}
END_TEST

/* A statement by a stranger, or by a member for another, is never taken. */
START_TEST(nobody_speaks_for_another)
{
	join_all();
	struct dt_entry e = entry_of(DT_ENTRY_PLEDGE, 0);
	e.round = 1;
	ck_assert_int_eq(dt_protocol_set(&machine, &e, &err), DT_OK);
	for (size_t by = 1; by < MEMBERS; by++)
		ck_assert_int_ne(say(by, &e), DT_VERDICT_GOOD);
	ck_assert_uint_eq(machine.n, MEMBERS + PARTIES);
	ck_assert_int_eq(say(0, &e), DT_VERDICT_GOOD);
}
END_TEST

/* A key that is revoked has said what it said, and says nothing more; one that
 * was rotated speaks by the next. */
START_TEST(keys_change_at_one_entry)
{
	struct dt_key *next = NULL, *session = NULL;
	unsigned char raw[DT_SIGN_SEED] = { 9 };
	join_all();
	ck_assert_int_eq(dt_key_from_seed(&next, "a-next", raw, &err), DT_OK);
	ck_assert_int_eq(dt_key_session(&session, next, charter.name, &err),
	    DT_OK);
	struct dt_entry e = entry_of(DT_ENTRY_ROTATE, 0);
	e.key = session->vkey;
	e.identity = next->vkey;
	ck_assert_int_ne(say(1, &e), DT_VERDICT_GOOD);
	ck_assert_int_eq(say(0, &e), DT_VERDICT_GOOD);
	struct dt_entry pledge = entry_of(DT_ENTRY_PLEDGE, 0);
	pledge.round = 1;
	ck_assert_int_eq(dt_protocol_set(&machine, &pledge, &err), DT_OK);
	ck_assert_int_ne(say(0, &pledge), DT_VERDICT_GOOD);
	struct dt_key *old = sessions[0], *was = identities[0];
	sessions[0] = session;
	identities[0] = next;
	ck_assert_int_eq(say(0, &pledge), DT_VERDICT_GOOD);
	struct dt_entry revoke = entry_of(DT_ENTRY_REVOKE, 0);
	revoke.key = old->vkey;
	ck_assert_int_ne(say(0, &revoke), DT_VERDICT_GOOD);
	revoke.key = session->vkey;
	ck_assert_int_eq(say(0, &revoke), DT_VERDICT_GOOD);
	pledge.round = 2;
	ck_assert_int_ne(say(0, &pledge), DT_VERDICT_GOOD);
	dt_key_free(old);
	dt_key_free(was);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("protocol");
	TCase *tests = tcase_create("protocol");
	tcase_set_timeout(tests, 120);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_loop_test(tests, whatever_comes_the_log_keeps_its_order, 0,
	    20);
	tcase_add_test(tests, nobody_speaks_for_another);
	tcase_add_test(tests, keys_change_at_one_entry);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
