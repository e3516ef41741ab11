/* check_class: a lesson as it is played, without a socket: people, seats,
 * stages, moves that are signed, time that runs out, and the same class again
 * from its journal. */
#include <check.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/audit.h"
#include "base/memory.h"
#include "class/class.h"
#include "config.h"
#include "play/record.h"
#include "proof/base64.h"
#include "proof/key.h"
#include "store/store_class.h"

enum { PEOPLE = 8, EVENTS = 4000 };

static struct dt_arena arena;
static struct dt_catalogue catalogue;
static struct dt_lesson lesson;
static struct dt_class *class;
static struct dt_text reply;
static int64_t now;
static struct dt_key *keys[PEOPLE];
static struct dt_class_event *events;
static size_t n_events, n_settled;

static enum dt_status
put(void *to, const struct dt_class_event *e, struct dt_error *err)
{
	(void)to;
	(void)err;
	ck_assert(n_events < EVENTS);
	events[n_events++] = (struct dt_class_event){ e->at,
		dt_arena_copy(&arena, e->kind), dt_arena_copy(&arena, e->who),
		dt_arena_copy(&arena, e->body), NULL, NULL };
	return DT_OK;
}

static enum dt_status
settle(void *to, struct dt_class *c, struct dt_error *err)
{
	(void)to;
	(void)c;
	(void)err;
	n_settled++;
	return DT_OK;
}

static struct dt_class *
make(size_t seats)
{
	struct dt_class *made;
	struct dt_class_options options = { .catalogue = &catalogue,
		.lesson = &lesson, .lesson_sha256 = "00", .id = "k7q2mp",
		.started = 1780315200, .seed = 7,
		.seats = seats, .journal = { NULL, put, settle } };
	struct dt_error err;
	ck_assert_int_eq(dt_class_new(&made, &options, &err), DT_OK);
	return made;
}

static void
open_class(void)
{
	static const char *brought[2];
	const char *source = getenv("srcdir");
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	brought[0] = source != NULL ? source : "..";
	events = dt_memory_new(EVENTS, sizeof(*events));
	ck_assert_int_eq(dt_catalogue_open(&catalogue, &arena, NULL, brought,
	    &err), DT_OK);
	ck_assert_msg(dt_lesson_read(&catalogue, "fifteen-minutes", &lesson,
	    &faults, &err) == DT_OK, "%s", err.message);
	n_events = n_settled = 0;
	now = 1000;
	class = make(4);
	for (size_t i = 0; i < PEOPLE; i++)
		ck_assert_int_eq(dt_key_new(&keys[i], "student", &err),
		    DT_OK);
}

static void
close_class(void)
{
	for (size_t i = 0; i < PEOPLE; i++)
		dt_key_free(keys[i]);
	dt_class_free(class);
	dt_text_free(&reply);
	dt_memory_free(events);
	dt_arena_free(&arena);
}

static int
say(struct dt_class_who who, const char *route, const char *body)
{
	unsigned char token[DT_HASH_BYTES] = { 0 };
	struct dt_class_post post = { .who = who, .route = route,
		.body = body, .size = strlen(body), .now = now,
		.token = token };
	int64_t person;
	token[0] = (unsigned char)dt_class_people(class);
	token[1] = 1;
	return dt_class_post(class, &post, &reply, &person);
}

static int
as(int64_t person, const char *route, const char *body)
{
	return say((struct dt_class_who){ DT_CLASS_STUDENT, person }, route,
	    body);
}

static void
teach(const char *body)
{
	ck_assert_msg(say((struct dt_class_who){ DT_CLASS_TEACHER, -1 },
	    "teacher", body) == 200, "%s: %s", body, dt_text_string(&reply));
}

static const char *
sign(size_t key, const char *text)
{
	unsigned char signature[DT_SIGN_BYTES];
	struct dt_text out = { 0 };
	dt_key_sign(keys[key], text, strlen(text), signature);
	dt_base64_add(&out, signature, sizeof(signature));
	const char *kept = dt_arena_copy(&arena, out.bytes);
	dt_text_free(&out);
	return kept;
}

static const char *
base64(const void *bytes, size_t n)
{
	struct dt_text out = { 0 };
	dt_base64_add(&out, bytes, n);
	const char *kept = dt_arena_copy(&arena, out.bytes);
	dt_text_free(&out);
	return kept;
}

/* A text with a word of it replaced, all its places. */
static const char *
fill(const char *text, const char *word, const char *by)
{
	const char *at = strstr(text, word);
	return at == NULL ? text : dt_arena_print(&arena, "%.*s%s%s",
	    (int)(at - text), text, by, at + strlen(word));
}

/* The same as a JSON string. */
static const char *
quoted(const char *text)
{
	json_t *string = json_string(text);
	char *dumped = json_dumps(string, JSON_ENCODE_ANY);
	const char *kept = dt_arena_copy(&arena, dumped);
	free(dumped);
	json_decref(string);
	return kept;
}

static int
join(size_t key, const char *name)
{
	struct dt_text hello = { 0 };
	dt_class_hello(class, &hello);
	json_t *said = json_loads(hello.bytes, 0, NULL);
	const char *public = base64(keys[key]->vkey.public, DT_SIGN_PUBLIC);
	const char *entry = fill(json_string_value(json_object_get(said,
	    "entry")), "%KEY%", public);
	const char *body = dt_arena_print(&arena, "{\"code\":\"K7Q2MP\","
	    "\"name\":%s,\"key\":\"%s\",\"proof\":\"%s\"}", quoted(name),
	    public, sign(key, entry));
	json_decref(said);
	dt_text_free(&hello);
	return say((struct dt_class_who){ DT_CLASS_SPECTATOR, -1 }, "join",
	    body);
}

static json_t *
state(int64_t person)
{
	struct dt_text text = { 0 };
	dt_class_state(class, (struct dt_class_who){ person < 0 ?
	    DT_CLASS_TEACHER : DT_CLASS_STUDENT, person }, now, &text);
	json_error_t why;
	json_t *read = json_loadb(text.bytes, text.size, 0, &why);
	ck_assert_msg(read != NULL, "%s at %d: %s", why.text, why.position,
	    text.bytes);
	dt_text_free(&text);
	return read;
}

static const char *
stage(void)
{
	json_t *s = state(0);
	const char *kept = dt_arena_copy(&arena, json_string_value(
	    json_object_get(s, "stage")));
	json_decref(s);
	return kept;
}

/* What a page does to move; `key` is whose key signs. */
static const char *
move_of(int64_t person, size_t key, const char *move)
{
	json_t *s = state(person);
	json_t *round = json_object_get(s, "round");
	unsigned char nonce[32], hash[DT_HASH_BYTES];
	memset(nonce, (int)(person + 1), sizeof(nonce));
	nonce[31] = (unsigned char)json_integer_value(json_object_get(round,
	    "n"));
	const char *opening = fill(fill(json_string_value(json_object_get(
	    round, "opening")), "%MOVE%", move), "%NONCE%",
	    base64(nonce, sizeof(nonce)));
	dt_hash_of(opening, strlen(opening), hash);
	const char *commit = fill(json_string_value(json_object_get(round,
	    "commit")), "%HASH%", base64(hash, sizeof(hash)));
	const char *body = dt_arena_print(&arena, "{\"block\":%lld,"
	    "\"round\":%lld,\"commit\":%s,\"commit_signature\":\"%s\","
	    "\"opening\":%s,\"opening_signature\":\"%s\"}",
	    (long long)json_integer_value(json_object_get(json_object_get(s,
	    "block"), "n")), (long long)json_integer_value(json_object_get(
	    round, "n")), quoted(commit), sign(key, commit), quoted(opening),
	    sign(key, opening));
	json_decref(s);
	return body;
}

/* Of that body the part that goes in the first trip, and in the second. */
static const char *
trip(const char *body, int which)
{
	json_t *all = json_loads(body, 0, NULL);
	json_object_del(all, which == 1 ? "opening" : "commit");
	json_object_del(all, which == 1 ? "opening_signature" :
	    "commit_signature");
	char *dumped = json_dumps(all, JSON_COMPACT);
	const char *kept = dt_arena_copy(&arena, dumped);
	free(dumped);
	json_decref(all);
	return kept;
}

static void
two_trips(void)
{
	struct dt_lesson_block *blocks =
	    (struct dt_lesson_block *)(uintptr_t)lesson.blocks.items;
	for (size_t b = 0; b < lesson.blocks.n; b++)
		blocks[b].trips = 2;
}

static int
move(int64_t person, const char *which)
{
	return as(person, "move", move_of(person, (size_t)person, which));
}

static void
here(int64_t person)
{
	dt_class_here(class, person, true, now);
}

/* Four people, each there, in the first round of the first block. */
static void
start(size_t people)
{
	for (size_t i = 0; i < people; i++) {
		ck_assert_int_eq(join(i, ""), 200);
		here((int64_t)i);
	}
	teach("{\"do\":\"start\"}");
	while (strcmp(stage(), "play") != 0)
		teach("{\"do\":\"next\"}");
}

static bool
flag(int64_t person, const char *a, const char *b)
{
	json_t *s = state(person);
	bool is = json_is_true(json_object_get(json_object_get(s, a), b));
	json_decref(s);
	return is;
}

static int64_t
whole(json_t *s, const char *a, const char *b)
{
	return json_integer_value(json_object_get(json_object_get(s, a), b));
}

static const char *
text_of(json_t *s, const char *a, const char *b)
{
	return json_string_value(json_object_get(json_object_get(s, a), b));
}

/* The stages are those that the lesson has words for, in the order of class.h:
 * fifteen-minutes asks for no consent and has no survey, its first block has a
 * text, a quiz and a prediction, the second also signs and reflects. */
START_TEST(a_lesson_goes_by_its_stages)
{
	static const char *const expected[] = { "lobby", "text", "quiz",
		"predict", "play", "result", "debrief", "text", "quiz",
		"predict", "sign", "play", "result", "reflect", "debrief",
		"end" };
	ck_assert_int_eq(join(0, "Ann"), 200);
	here(0);
	for (size_t k = 0; k < sizeof(expected) / sizeof(expected[0]); k++) {
		ck_assert_str_eq(stage(), expected[k]);
		if (k == 0)
			teach("{\"do\":\"start\"}");
		for (int r = 0; strcmp(stage(), expected[k]) == 0 &&
		    strcmp(stage(), "end") != 0 && r < 6; r++)
			teach("{\"do\":\"next\"}");
	}
}
END_TEST

/* By the payoffs 5, 3, 1, 0 of the lesson: who races against a pause gets 5,
 * the other 0, then both race and get 1. */
START_TEST(moves_are_paid_by_the_engine)
{
	start(2);
	ck_assert_int_eq(move(0, "RACE"), 200);
	ck_assert_int_eq(move(1, "PAUSE"), 200);
	ck_assert_int_ge(dt_class_tick(class, now += 10), 0);
	json_t *a = state(0), *b = state(1);
	ck_assert_int_eq(whole(a, "round", "n"), 2);
	ck_assert_int_eq(whole(a, "last", "payoff"), 5);
	ck_assert_int_eq(whole(b, "last", "payoff"), 0);
	ck_assert_str_eq(text_of(a, "last", "did"), "RACE");
	ck_assert_str_eq(text_of(b, "last", "did"), "PAUSE");
	json_decref(a);
	json_decref(b);
	ck_assert_int_eq(move(0, "RACE"), 200);
	ck_assert_int_eq(move(1, "RACE"), 200);
	dt_class_tick(class, now += 10);
	a = state(0);
	ck_assert_int_eq(whole(a, "me", "total"), 6);
	json_decref(a);
}
END_TEST

/* A round's first move stands; of a round that is over, or to come, none
 * counts; nor of a seat that is another's. */
START_TEST(what_is_no_move_is_refused)
{
	start(2);
	const char *early = move_of(0, 0, "PAUSE"), *text;
	ck_assert_int_eq(as(0, "move", fill(early, "\"round\":1",
	    "\"round\":2")), 409);
	ck_assert_int_eq(as(1, "move", early), 403);
	ck_assert_int_eq(as(0, "move", move_of(0, 1, "PAUSE")), 422);
	ck_assert_int_eq(as(0, "move", move_of(0, 0, "PAUSe")), 422);
	ck_assert_int_eq(as(0, "move", move_of(0, 0, "WAIT")), 422);
	text = fill(early, "move PAUSE", "move RACE");
	ck_assert_int_eq(as(0, "move", text), 422);
	ck_assert_int_eq(as(0, "move", fill(early, "detente.example/open",
	    "detente.example/pledge")), 422);
	ck_assert_int_eq(as(0, "move", "{\"block\":1,\"round\":1,"
	    "\"move\":\"PAUSE\"}"), 400);
	ck_assert_int_eq(as(0, "move", early), 200);
	ck_assert_int_eq(as(0, "move", early), 409);
	ck_assert_int_eq(as(0, "move", move_of(0, 0, "RACE")), 409);
	ck_assert_int_eq(as(99, "move", early), 401);
	ck_assert_int_eq(move(1, "PAUSE"), 200);
	dt_class_tick(class, now += 10);
	ck_assert_int_eq(as(0, "move", early), 409);
}
END_TEST

/* What others wrote is taken in one form: no key twice, none unknown, no
 * number that is not a plain whole one, eight levels, nothing behind it. */
START_TEST(json_is_read_strictly)
{
	static const char *const bad[] = { "", "[]", "1", "{\"pauses\":1,"
		"\"pauses\":1}", "{\"pauses\":1,\"x\":1}", "{\"pauses\":1e2}",
		"{\"pauses\":-0}", "{\"pauses\":1e999}", "{\"pauses\":1.0}",
		"{\"pauses\":99999999999999999999}", "{\"pauses\":\"1\"}",
		"{\"pauses\":1}x", "\xef\xbb\xbf{\"pauses\":1}",
		"{\"__proto__\":{\"admin\":1},\"pauses\":1}",
		"{\"pauses\":[[[[[[[[[1]]]]]]]]]}", "{\"pauses\":101}",
		"{\"pauses\":\"\\ud800\"}", "{}" };
	ck_assert_int_eq(join(0, ""), 200);
	teach("{\"do\":\"start\"}");
	while (strcmp(stage(), "predict") != 0)
		teach("{\"do\":\"next\"}");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(as(0, "predict", bad[i]) == 400, "%s", bad[i]);
	ck_assert_int_eq(as(0, "predict", "{\"pauses\":50}"), 200);
	ck_assert_int_eq(as(0, "predict", "{\"pauses\":51}"), 409);
}
END_TEST

/* A seat that is late plays its stand-in, and after two rounds is a bot's,
 * which all may know; who comes back has it from the next round on. */
START_TEST(a_late_seat_is_not_waited_for)
{
	start(2);
	for (int k = 0; k < 2; k++) {
		ck_assert_int_eq(move(0, "PAUSE"), 200);
		dt_class_tick(class, now += 29000);
		json_t *s = state(0);
		ck_assert_int_eq(whole(s, "round", "n"), k + 1);
		json_decref(s);
		dt_class_tick(class, now += 1500 + DT_CLASS_GRACE);
	}
	json_t *s = state(1);
	ck_assert_str_eq(text_of(s, "last", "source"), "timeout");
	ck_assert(json_is_true(json_object_get(json_object_get(s, "me"),
	    "bot")));
	json_decref(s);
	ck_assert_int_eq(move(0, "PAUSE"), 200);
	dt_class_tick(class, now += 10);        /* a bot is not waited for */
	s = state(1);
	ck_assert_str_eq(text_of(s, "last", "source"), "bot");
	ck_assert_int_eq(whole(s, "round", "n"), 4);
	json_decref(s);
	dt_class_here(class, 1, false, now);
	here(1);
	ck_assert_int_eq(move(0, "PAUSE"), 200);
	dt_class_tick(class, now += 10);
	s = state(1);
	ck_assert(json_is_false(json_object_get(json_object_get(s, "me"),
	    "bot")));
	json_decref(s);
}
END_TEST

/* Half a second after the timer a move still counts, then no more. */
START_TEST(the_timer_has_grace)
{
	start(2);
	const char *late = move_of(1, 1, "PAUSE");
	ck_assert_int_eq(move(0, "PAUSE"), 200);
	now += 30000 + DT_CLASS_GRACE - 1;
	ck_assert_int_eq(as(1, "move", late), 200);
	dt_class_tick(class, now);
	late = move_of(1, 1, "PAUSE");
	now += 30000 + DT_CLASS_GRACE + 1;
	ck_assert_int_eq(as(1, "move", late), 409);
}
END_TEST

/* A paused class takes no move, and no time runs. Time given to a seat is its
 * own alone. */
START_TEST(the_teacher_has_the_clock)
{
	start(2);
	teach("{\"do\":\"pause\"}");
	ck_assert_int_eq(move(0, "PAUSE"), 409);
	dt_class_tick(class, now += 600000);
	teach("{\"do\":\"go\"}");
	ck_assert_int_eq(move(0, "PAUSE"), 200);
	teach("{\"do\":\"time\",\"seat\":2,\"seconds\":20}");
	json_t *a = state(0), *b = state(1);
	int64_t one = whole(a, "round", "deadline");
	int64_t two = whole(b, "round", "deadline");
	ck_assert_int_eq(one + two, 2 * (now + 30000) + 20000);
	json_decref(a);
	json_decref(b);
	dt_class_tick(class, now += 31000);
	a = state(0);
	ck_assert_int_eq(whole(a, "round", "n"), 1);
	json_decref(a);
}
END_TEST

/* While the machine sleeps no time runs: the class is paused since it was last
 * looked at (5 s into a round of 30), and goes on with the 25 s that were left,
 * whenever that is; nobody was late. The teacher is told, for how long. */
START_TEST(a_machine_that_sleeps_pauses_the_class)
{
	start(2);
	dt_class_tick(class, now += 5000);
	dt_class_woke(class, now += 3660000);
	dt_class_tick(class, now);
	ck_assert_int_eq(move(0, "PAUSE"), 409);
	json_t *s = state(0), *t = state(-1);
	ck_assert_int_eq(whole(s, "round", "n"), 1);
	ck_assert(json_is_true(json_object_get(s, "paused")));
	const char *told = json_string_value(json_array_get(json_object_get(
	    json_object_get(t, "teacher"), "warn"), 0));
	ck_assert(told != NULL && strstr(told, "61 minutes") != NULL);
	json_decref(s);
	json_decref(t);
	now += 40000;                   /* all are back */
	teach("{\"do\":\"go\"}");
	s = state(0);
	t = state(-1);
	ck_assert_int_eq(whole(s, "round", "deadline"), now + 25000);
	ck_assert_uint_eq(json_array_size(json_object_get(json_object_get(t,
	    "teacher"), "warn")), 0);
	json_decref(s);
	json_decref(t);
	ck_assert_int_eq(move(0, "PAUSE"), 200);
	ck_assert_int_eq(move(1, "PAUSE"), 200);
	dt_class_tick(class, now += 10);
	s = state(1);
	ck_assert_str_eq(text_of(s, "last", "source"), "human");
	json_decref(s);
}
END_TEST

/* Where nothing runs out nothing is paused: before the start, and where the
 * teacher has paused already. */
START_TEST(a_sleep_without_a_timer_is_none)
{
	dt_class_woke(class, now += 3600000);
	ck_assert(!dt_class_paused(class));
	start(2);
	teach("{\"do\":\"pause\"}");
	size_t n = n_events;
	dt_class_woke(class, now += 3600000);
	ck_assert_uint_eq(n_events, n);
}
END_TEST

/* A card of paper is typed by the teacher. */
START_TEST(paper_is_typed_in)
{
	ck_assert_int_eq(join(0, ""), 200);
	here(0);
	teach("{\"do\":\"move\",\"seat\":2}");
	teach("{\"do\":\"start\"}");
	while (strcmp(stage(), "play") != 0)
		teach("{\"do\":\"next\"}");
	ck_assert_int_eq(move(0, "PAUSE"), 200);
	dt_class_tick(class, now += 10);
	json_t *s = state(0);
	ck_assert_int_eq(whole(s, "round", "n"), 1);
	json_decref(s);
	teach("{\"do\":\"move\",\"seat\":2,\"move\":\"RACE\"}");
	dt_class_tick(class, now += 10);
	s = state(0);
	ck_assert_int_eq(whole(s, "last", "payoff"), 0);
	json_decref(s);
}
END_TEST

/* Four seats of up to four phones: the fifth sits down with another, the
 * seventeenth looks on; a move of a delegation is the first that comes. */
START_TEST(an_overfull_room_has_delegations)
{
	for (size_t i = 0; i < 17; i++) {
		const char *body = "{\"code\":\"X\",\"device\":\"same\"}";
		ck_assert_int_eq(say((struct dt_class_who){
		    DT_CLASS_SPECTATOR, -1 }, "join", body), 200);
		here((int64_t)i);
	}
	json_t *s = state(4), *last = state(16), *teacher = state(-1);
	ck_assert_int_eq(whole(s, "me", "seat"), 1);
	ck_assert_uint_eq(json_array_size(json_object_get(json_object_get(s,
	    "me"), "delegation")), 4);
	ck_assert_ptr_null(json_object_get(json_object_get(last, "me"),
	    "seat"));
	json_t *seats = json_object_get(json_object_get(teacher, "teacher"),
	    "seats");
	ck_assert_int_eq(json_integer_value(json_object_get(json_array_get(
	    seats, 0), "same_device")), 16);
	json_decref(s);
	json_decref(last);
	json_decref(teacher);
	teach("{\"do\":\"start\"}");
	while (strcmp(stage(), "play") != 0)
		teach("{\"do\":\"next\"}");
	const char *plain = "{\"block\":1,\"round\":1,\"move\":\"RACE\"}";
	ck_assert_int_eq(as(16, "move", plain), 403);
	ck_assert_int_eq(as(4, "move", plain), 200);
	ck_assert_int_eq(as(0, "move", plain), 409);
}
END_TEST

/* In two trips a move is said only when all are bound: until then an opening
 * is refused, and the class holds nothing from which a move could be read.
 * Then each opens what it committed to, and nothing else. */
START_TEST(in_two_trips_all_commit_before_any_opens)
{
	two_trips();
	start(2);
	const char *a = move_of(0, 0, "RACE"), *b = move_of(1, 1, "PAUSE");
	const char *other = move_of(0, 0, "PAUSE");
	ck_assert_int_eq(as(0, "move", a), 422);
	ck_assert_int_eq(as(0, "move", trip(a, 2)), 422);
	int64_t before = dt_class_version(class);
	ck_assert_int_eq(as(0, "move", trip(a, 1)), 200);
	ck_assert_int_eq(as(0, "move", trip(other, 1)), 409);
	ck_assert_int_eq(as(0, "move", trip(a, 2)), 409);
	ck_assert(flag(0, "round", "chosen") && !flag(0, "round",
	    "unopened"));
	dt_class_tick(class, now += 10);
	ck_assert_int_eq(dt_class_version(class), before);
	size_t settled = n_settled;
	ck_assert_int_eq(as(1, "move", trip(b, 1)), 200);
	dt_class_tick(class, now += 10);
	ck_assert_int_eq(dt_class_version(class), before + 1);
	/* each commitment is with the journal, through to the disk */
	ck_assert_uint_eq(n_settled, settled + 1);
	ck_assert(flag(0, "round", "unopened") && flag(1, "round",
	    "unopened"));
	ck_assert_int_eq(as(0, "move", trip(other, 2)), 422);
	ck_assert_int_eq(as(0, "move", trip(b, 2)), 403);
	ck_assert_int_eq(as(0, "move", trip(a, 2)), 200);
	ck_assert_int_eq(as(0, "move", trip(a, 2)), 409);
	ck_assert_int_eq(as(1, "move", trip(b, 2)), 200);
	dt_class_tick(class, now += 10);
	json_t *s = state(0);
	ck_assert_int_eq(whole(s, "round", "n"), 2);
	ck_assert_int_eq(whole(s, "last", "payoff"), 5);
	json_decref(s);
}
END_TEST

/* Who commits and never opens is waited for ten seconds and half of one, plays
 * by the stand-in, and the others are told. */
START_TEST(who_never_opens_is_not_waited_for)
{
	two_trips();
	start(2);
	const char *a = move_of(0, 0, "PAUSE");
	ck_assert_int_eq(as(0, "move", trip(a, 1)), 200);
	ck_assert_int_eq(as(1, "move", trip(move_of(1, 1, "PAUSE"), 1)),
	    200);
	dt_class_tick(class, now += 10);
	ck_assert_int_eq(as(0, "move", trip(a, 2)), 200);
	dt_class_tick(class, now += 10000);
	json_t *s = state(0);
	ck_assert_int_eq(whole(s, "round", "n"), 1);
	json_decref(s);
	dt_class_tick(class, now += DT_CLASS_GRACE);
	s = state(0);
	json_t *seen = json_array_get(json_object_get(json_object_get(s,
	    "last"), "seen"), 0);
	ck_assert_int_eq(whole(s, "round", "n"), 2);
	ck_assert(json_is_true(json_object_get(seen, "unopened")));
	json_decref(s);
	s = state(1);
	ck_assert_str_eq(text_of(s, "last", "source"), "timeout");
	json_decref(s);
}
END_TEST

static const char *
name_of(int64_t person)
{
	json_t *s = state(person);
	const char *kept = dt_arena_copy(&arena, text_of(s, "me", "name"));
	json_decref(s);
	return kept;
}

/* Names are seen and short, and nothing in them turns the words around. */
START_TEST(names_that_cannot_be_shown_are_refused)
{
	static const char *const bad[] = {
		"a\u202eb", "a\u2066b\u2069", "a\u200fb",       /* direction */
		"a\tb", "a\x7f", "a\xc2\x85" "b", "a\u2028b",        /* controls */
		"\u200b\u200b", "   ", "\u00ad", "\u3164", "\u2800",
		"\ufe0f", "\u2003\u2003",                       /* nothing */
		"1234567890123456789012345",                    /* 25 */
		"a\u0301\u0301\u0301\u0301\u0301" };            /* a tower */
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(join(0, bad[i]) == 400, "%zu", i);
}
END_TEST

/* What is no fault stands as it was typed: markup, right to left, letters with
 * marks of their own, a family that is one character by its joiners, a joiner
 * that is spelling. */
START_TEST(names_of_all_scripts_stand)
{
	static const char *const good[] = { "<img onerror=x>",
		"نور الدين", "מִרְיָם", "Dilara Yıldız-Özgür", "Nguyễn Thị Ế",
		"علی\u200cرضا", "ज्ञानेश्वर",
		"\U0001f469\u200d\U0001f467\u200d\U0001f466" };
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		ck_assert_msg(join(i, good[i]) == 200, "%zu", i);
		ck_assert_str_eq(name_of((int64_t)i), good[i]);
	}
}
END_TEST

/* Two names that look alike are told apart by a number. "Zoë" may be typed in
 * two ways (e with U+0308, or U+00EB): normal form C makes them one. */
START_TEST(names_that_look_alike_get_a_number)
{
	static const struct { const char *typed, *shown; } names[] = {
		{ "Ann", "Ann" }, { " Ann  ", "Ann 2" }, { "Zoe\u0308", "Zoë" },
#ifdef HAVE_UTF8PROC
		{ "Zoë", "Zoë 2" }, { "ANN", "ANN 3" },
		{ "A\u200bnn", "A\u200bnn 4" },
		{ "\uff21\uff4e\uff4e", "\uff21\uff4e\uff4e 5" },
#endif
	};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		ck_assert_msg(join(i, names[i].typed) == 200, "%zu", i);
#ifndef HAVE_UTF8PROC
		if (i == 2)
			continue;       /* stays as it was typed */
#endif
		ck_assert_str_eq(name_of((int64_t)i), names[i].shown);
	}
}
END_TEST

/* 24 flags are 24 characters, though 48 letters of 192 bytes. */
START_TEST(names_are_as_long_as_they_look)
{
#ifdef HAVE_UTF8PROC
	char flags[26 * 8 + 1] = "";
	for (int i = 0; i < 24; i++)
		strcat(flags, "\U0001f1e9\U0001f1ea");
	ck_assert_int_eq(join(0, flags), 200);
	strcat(flags, "\U0001f1e9\U0001f1ea");
	ck_assert_int_eq(join(1, flags), 400);
#endif
	ck_assert_int_eq(join(2, "a\u0300e\u0301\u0323"
	    "34567890123456789012xyzä"), 400);
	ck_assert_int_eq(join(2, "a\u0300e\u0301\u0323"
	    "345678901234567890123\u00e4"), 200);
}
END_TEST

/* One key, one person; a key that is another's cannot be registered. */
START_TEST(keys_are_ones_own)
{
	ck_assert_int_eq(join(0, ""), 200);
	ck_assert_int_eq(join(0, ""), 409);
	struct dt_key *kept = keys[1];
	const char *body = dt_arena_print(&arena, "{\"code\":\"X\","
	    "\"key\":\"%s\",\"proof\":\"%s\"}", base64(kept->vkey.public,
	    DT_SIGN_PUBLIC), sign(0, "not the entry"));
	ck_assert_int_eq(say((struct dt_class_who){ DT_CLASS_SPECTATOR, -1 },
	    "join", body), 422);
	/* of small order: the neutral point */
	unsigned char one[DT_SIGN_PUBLIC] = { 1 };
	body = dt_arena_print(&arena, "{\"code\":\"X\",\"key\":\"%s\","
	    "\"proof\":\"%s\"}", base64(one, sizeof(one)), sign(1, "x"));
	ck_assert_int_eq(say((struct dt_class_who){ DT_CLASS_SPECTATOR, -1 },
	    "join", body), 422);
}
END_TEST

/* What a student is sent has one size, whatever the others did, and says
 * nothing of a round before it is over. */
START_TEST(states_do_not_tell_what_others_did)
{
	size_t sizes[2];
	int64_t versions[2];
	for (int k = 0; k < 2; k++) {
		if (k == 1) {
			dt_class_free(class);
			class = make(4);
			now = 1000;
		}
		start(4);
		int64_t before = dt_class_version(class);
		for (int64_t i = 1; i < 4; i++)
			ck_assert_int_eq(move(i, k ? "RACE" : "PAUSE"), 200);
		ck_assert_int_eq(dt_class_version(class), before);
		ck_assert_int_eq(move(0, "PAUSE"), 200);
		dt_class_tick(class, now += 10);
		struct dt_text text = { 0 };
		dt_class_state(class, (struct dt_class_who){
		    DT_CLASS_STUDENT, 0 }, now, &text);
		sizes[k] = strcspn(text.bytes, "\x01") - strlen(strstr(
		    text.bytes, "\"pad\""));
		ck_assert_uint_eq(text.size % 1024, 0);
		versions[k] = dt_class_version(class);
		dt_text_free(&text);
	}
	ck_assert_uint_eq(sizes[0], sizes[1]);
	ck_assert_int_eq(versions[0], versions[1]);
}
END_TEST

/* The treaty of the second block binds who signs it: where one of two does
 * not, it never enters into force, as it waits for both. */
START_TEST(a_treaty_binds_who_signs)
{
	for (size_t i = 0; i < 4; i++) {
		ck_assert_int_eq(join(i, ""), 200);
		here((int64_t)i);
	}
	teach("{\"do\":\"start\"}");
	for (int k = 0; strcmp(stage(), "sign") != 0 && k < 30; k++)
		teach("{\"do\":\"next\"}");
	for (int64_t i = 0; i < 4; i++) {
		json_t *s = state(i);
		const char *entry = text_of(s, "sign", "entry");
		ck_assert_int_eq(as(i, "sign", "{\"sign\":true,"
		    "\"signature\":\"AAAA\"}"), 422);
		ck_assert_int_eq(as(i, "sign", i == 0 ? "{\"sign\":false}" :
		    dt_arena_print(&arena, "{\"sign\":true,\"signature\":"
		    "\"%s\"}", sign((size_t)i, entry))), 200);
		json_decref(s);
	}
	teach("{\"do\":\"next\"}");
	int in_force = 0;
	for (int64_t i = 0; i < 4; i++)
		ck_assert_int_eq(move(i, "PAUSE"), 200);
	dt_class_tick(class, now += 10);
	for (int64_t i = 0; i < 4; i++) {
		json_t *s = state(i);
		in_force += strcmp(text_of(s, "last", "phase"),
		    "in_force") == 0;
		json_decref(s);
	}
	ck_assert_int_eq(in_force, 2);
}
END_TEST

static void once_more(void);

/* A class of two trips that stopped between them goes on there: who had
 * committed still may open. */
START_TEST(what_was_committed_can_be_opened_after_a_stop)
{
	two_trips();
	start(2);
	const char *a = move_of(0, 0, "RACE"), *b = move_of(1, 1, "RACE");
	ck_assert_int_eq(as(0, "move", trip(a, 1)), 200);
	ck_assert_int_eq(as(1, "move", trip(b, 1)), 200);
	dt_class_tick(class, now += 10);
	once_more();
	dt_class_resume(class, now += 3600000);
	here(0);
	here(1);
	dt_class_tick(class, now += 9000);
	ck_assert_int_eq(as(0, "move", trip(a, 2)), 200);
	ck_assert_int_eq(as(1, "move", trip(b, 2)), 200);
	dt_class_tick(class, now += 10);
	json_t *s = state(0);
	ck_assert_int_eq(whole(s, "last", "payoff"), 1);
	ck_assert_str_eq(text_of(s, "last", "source"), "human");
	json_decref(s);
}
END_TEST

/* The journal makes the same class again, to the letter of each state. */
START_TEST(a_class_is_its_journal)
{
	start(3);
	for (int k = 0; k < 3; k++) {
		for (int64_t i = 0; i < 3; i++)
			if (i != k)
				ck_assert_int_eq(move(i, k ? "RACE" :
				    "PAUSE"), 200);
		dt_class_tick(class, now += 31000);
	}
	dt_class_woke(class, now += 600000);
	teach("{\"do\":\"go\"}");
	once_more();
}
END_TEST

static void
once_more(void)
{
	size_t n = n_events;
	struct dt_class *first = class;
	class = make(4);
	for (size_t i = 0; i < n; i++) {
		struct dt_error err = { 0 };
		ck_assert_msg(dt_class_again(class, &events[i], &err) ==
		    DT_OK, "%zu %s: %s", i, events[i].kind, err.message);
	}
	ck_assert_uint_eq(n_events, n);
	for (int64_t i = -1; i < (int64_t)dt_class_people(class); i++) {
		struct dt_text a = { 0 }, b = { 0 };
		struct dt_class_who who = { i < 0 ? DT_CLASS_TEACHER :
		    DT_CLASS_STUDENT, i };
		dt_class_state(first, who, now, &a);
		dt_class_state(class, who, now, &b);
		ck_assert_str_eq(a.bytes, b.bytes);
		dt_text_free(&a);
		dt_text_free(&b);
	}
	dt_class_free(first);
}

static void
store_all(struct dt_store *store)
{
	struct dt_record_provenance provenance = { .command = "detente "
	    "classroom", .version = "test", .libraries = "test" };
	struct dt_error err = { 0 };
	ck_assert_msg(dt_class_store(class, store, &provenance, &err) ==
	    DT_OK, "%s", err.message);
}

static struct dt_store *
open_store(const char *path)
{
	struct dt_store *store;
	struct dt_error err = { 0 };
	char hex[DT_HASH_HEX];
	remove(path);
	ck_assert_int_eq(dt_store_open(&store, path, DT_STORE_CREATE, &err),
	    DT_OK);
	struct dt_store_class row = { .class = "k7q2mp",
	    .sha256 = dt_hash_hex(dt_class_digest(class), hex),
	    .lesson = "fifteen-minutes", .lesson_sha256 = "00",
	    .lesson_text = "", .seed = "7", .seats = 4, .version = "test",
	    .started_at = "2026-06-01T12:00:00Z" };
	ck_assert_msg(dt_store_class_make(store, &row, &err) == DT_OK, "%s",
	    err.message);
	return store;
}

/* Signs where the treaty is to be signed; each plays PAUSE but the first
 * person, who races in every third round, and the third, who is late once. */
static void
play_to_the_end(size_t people, struct dt_store *store)
{
	for (int k = 0; strcmp(stage(), "end") != 0 && k < 200; k++) {
		if (strcmp(stage(), "play") == 0) {
			for (size_t i = 0; i < people; i++)
				if (i != 2 || k % 5 != 0)
					ck_assert_int_eq(move((int64_t)i,
					    i == 0 && k % 3 == 0 ? "RACE" :
					    "PAUSE"), 200);
			dt_class_tick(class, now += 31000);
			continue;
		}
		for (size_t i = 0; strcmp(stage(), "sign") == 0 &&
		    i < people; i++) {
			json_t *s = state((int64_t)i);
			ck_assert_int_eq(as((int64_t)i, "sign",
			    dt_arena_print(&arena, "{\"sign\":true,"
			    "\"signature\":\"%s\"}", sign(i, text_of(s,
			    "sign", "entry")))), 200);
			json_decref(s);
		}
		if (strcmp(stage(), "quiz") == 0)
			ck_assert_int_eq(as(0, "quiz",
			    "{\"question\":1,\"answer\":1}"), 200);
		teach("{\"do\":\"next\"}");
		store_all(store);
	}
}

static struct dt_audit_report
audit(const char *path)
{
	struct dt_audit_report report = { 0 };
	struct dt_audit_request request = { .threads = 1,
	    .catalogue = &catalogue };
	struct dt_error err = { 0 };
	ck_assert_msg(dt_audit_file(path, &request, &report, &err) == DT_OK,
	    "%s", err.message);
	for (size_t i = 0; i < report.n; i++)
		fprintf(stderr, "%s %s run %lld round %lld leaf %lld: %s\n",
		    report.fault[i].table ? report.fault[i].table : "",
		    report.fault[i].column ? report.fault[i].column : "",
		    (long long)report.fault[i].run,
		    (long long)report.fault[i].round,
		    (long long)report.fault[i].leaf, report.fault[i].words);
	return report;
}

/* A class is played again from its choices, its signatures are verified by
 * public keys, and each row of people is held against the rounds: 3 people on
 * 4 seats, 2 blocks of 6 rounds, a choice a seat and round. */
START_TEST(a_class_is_audited)
{
	struct dt_error err = { 0 };
	struct dt_store *store = open_store("check_class.db");
	start(3);
	play_to_the_end(3, store);
	store_all(store);
	ck_assert_int_eq(dt_store_close(store, &err), DT_OK);
	struct dt_audit_report r = audit("check_class.db");
	ck_assert_int_eq(r.faults, 0);
	int64_t choices = 0, openings = 0;
	for (size_t i = 0; i < r.n_experiments; i++) {
		ck_assert_int_eq(r.experiments[i].keys, DT_AUDIT_MIXED);
		choices += r.experiments[i].cover[DT_STORE_SCAN_CHOICE].
		    replayed;
		openings += r.experiments[i].openings;
	}
	ck_assert_int_eq(choices, 4 * 2 * 6);
	/* three people, twelve rounds, less the rounds that were missed */
	ck_assert_int_ge(openings, 30);
	ck_assert_int_lt(openings, 36);
	dt_audit_free(&r);
	remove("check_class.db");
}
END_TEST

/* Plays rounds by two trips to the block's end; person 1 opens nothing in the
 * second round, and person 3 leaves after that one's commitment. */
static void
play_block_of_trips(size_t people)
{
	for (int round = 1; strcmp(stage(), "play") == 0; round++) {
		const char *body[PEOPLE];
		for (size_t i = 0; i < people; i++)
			body[i] = i == 3 && round > 2 ? NULL : move_of(
			    (int64_t)i, i, i == 0 ? "RACE" : "PAUSE");
		for (size_t i = 0; i < people; i++)
			if (body[i] != NULL)
				ck_assert_int_eq(as((int64_t)i, "move",
				    trip(body[i], 1)), 200);
		dt_class_tick(class, now += 10);
		if (round == 2)
			ck_assert_int_eq(as(3, "leave", "{}"), 200);
		for (size_t i = 0; i < people; i++)
			if (body[i] != NULL && (round != 2 || (i != 1 &&
			    i != 3)))
				ck_assert_int_eq(as((int64_t)i, "move",
				    trip(body[i], 2)), 200);
		dt_class_tick(class, now += 11000);
	}
}

/* The audit knows what was committed to and not opened, by its seat, and what
 * the referee says in its place. 4 people
 * in 2 blocks of 6 rounds; in the second of the first block two commitments
 * stay closed. */
START_TEST(a_class_of_two_trips_is_audited)
{
	struct dt_error err = { 0 };
	struct dt_store *store = open_store("check_trips.db");
	two_trips();
	start(4);
	play_block_of_trips(4);
	teach("{\"do\":\"end\"}");
	store_all(store);
	ck_assert_int_eq(dt_store_close(store, &err), DT_OK);
	struct dt_audit_report r = audit("check_trips.db");
	ck_assert_int_eq(r.faults, 0);
	ck_assert_uint_eq(r.n_experiments, 1);
	const struct dt_audit_experiment *e = r.experiments;
	ck_assert_int_eq(e->commitments, 4 * 2 + 3 * 4);
	ck_assert_int_eq(e->openings, 4 * 2 + 3 * 4 - 2);
	ck_assert_int_eq(e->unopened, 2);
	ck_assert_msg(strstr(e->unopened_at, "run 1, round 2, agent 2, by "
	    "b1.p") != NULL, "%s", e->unopened_at);
	dt_audit_free(&r);
	remove("check_trips.db");
}
END_TEST

/* Who moves in the first round and then leaves has sat there all the same: the
 * choice and its signatures are that person's. */
START_TEST(who_moved_and_left_is_in_the_file)
{
	struct dt_error err = { 0 };
	struct dt_store *store = open_store("check_left.db");
	start(4);
	ck_assert_int_eq(move(3, "PAUSE"), 200);
	ck_assert_int_eq(as(3, "leave", "{}"), 200);
	play_to_the_end(3, store);
	store_all(store);
	ck_assert_int_eq(dt_store_close(store, &err), DT_OK);
	struct dt_audit_report r = audit("check_left.db");
	ck_assert_int_eq(r.faults, 0);
	dt_audit_free(&r);
	remove("check_left.db");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("class");
	TCase *tests = tcase_create("class");
	tcase_add_checked_fixture(tests, open_class, close_class);
	tcase_add_test(tests, a_lesson_goes_by_its_stages);
	tcase_add_test(tests, moves_are_paid_by_the_engine);
	tcase_add_test(tests, what_is_no_move_is_refused);
	tcase_add_test(tests, json_is_read_strictly);
	tcase_add_test(tests, a_late_seat_is_not_waited_for);
	tcase_add_test(tests, the_timer_has_grace);
	tcase_add_test(tests, the_teacher_has_the_clock);
	tcase_add_test(tests, a_machine_that_sleeps_pauses_the_class);
	tcase_add_test(tests, a_sleep_without_a_timer_is_none);
	tcase_add_test(tests, paper_is_typed_in);
	tcase_add_test(tests, an_overfull_room_has_delegations);
	tcase_add_test(tests, in_two_trips_all_commit_before_any_opens);
	tcase_add_test(tests, who_never_opens_is_not_waited_for);
	tcase_add_test(tests, what_was_committed_can_be_opened_after_a_stop);
	tcase_add_test(tests, a_class_of_two_trips_is_audited);
	tcase_add_test(tests, who_moved_and_left_is_in_the_file);
	tcase_add_test(tests, names_that_cannot_be_shown_are_refused);
	tcase_add_test(tests, names_of_all_scripts_stand);
	tcase_add_test(tests, names_that_look_alike_get_a_number);
	tcase_add_test(tests, names_are_as_long_as_they_look);
	tcase_add_test(tests, keys_are_ones_own);
	tcase_add_test(tests, states_do_not_tell_what_others_did);
	tcase_add_test(tests, a_treaty_binds_who_signs);
	tcase_add_test(tests, a_class_is_its_journal);
	tcase_add_test(tests, a_class_is_audited);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
