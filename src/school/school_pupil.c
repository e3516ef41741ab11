/* school_pupil: see school_pupil.h. */
#include "school/school_pupil.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "class/class_say.h"
#include "proof/base64.h"
#include "proof/key.h"
#include "school/school_internal.h"

enum dt_status
dt_school_pupil_new(struct dt_school_pupil *p, struct dt_error *err)
{
	uint64_t seed = 0;
	if (!dt_school_random(&seed, sizeof(seed)))
		return dt_status_fail(err, DT_EIO, "the system gives no "
		    "random numbers");
	dt_random_stream(&p->random, seed, 0, 0, DT_FOR_PROGRAMS);
	return dt_key_new(&p->key, "student", err);
}

void
dt_school_pupil_free(struct dt_school_pupil *p)
{
	dt_key_free(p->key);
	dt_text_free(&p->opening);
	dt_text_free(&p->opening_signature);
}

static void
sign(struct dt_school_pupil *p, const char *text, struct dt_text *base64)
{
	unsigned char signature[DT_SIGN_BYTES];
	dt_key_sign(p->key, text, strlen(text), signature);
	dt_base64_add(base64, signature, sizeof(signature));
}

static void
say_signed(struct dt_school_pupil *p, const char *key, const char *text,
    struct dt_text *body)
{
	struct dt_text base64 = { 0 };
	sign(p, text, &base64);
	dt_class_say_text(body, key, dt_text_string(&base64));
	dt_text_free(&base64);
}

/* The text with a word of it replaced. */
static void
fill(const char *text, const char *word, const char *by, struct dt_text *out)
{
	const char *at = strstr(text, word);
	dt_text_add(out, "%.*s%s%s", at ? (int)(at - text) :
	    (int)strlen(text), text, at ? by : "",
	    at ? at + strlen(word) : "");
}

void
dt_school_pupil_join(struct dt_school_pupil *p, const char *entry,
    const char *code, struct dt_text *body)
{
	struct dt_text key = { 0 }, text = { 0 };
	dt_base64_add(&key, p->key->vkey.public, DT_SIGN_PUBLIC);
	fill(entry, "%KEY%", dt_text_string(&key), &text);
	dt_class_say_open(body, NULL, '{');
	dt_class_say_text(body, "code", code);
	dt_class_say_text(body, "key", dt_text_string(&key));
	say_signed(p, "proof", dt_text_string(&text), body);
	dt_class_say_close(body, '}');
	dt_text_free(&key);
	dt_text_free(&text);
}

static int64_t
draw(struct dt_school_pupil *p, int64_t n)
{
	return n < 1 ? 0 : (int64_t)(dt_random_word(&p->random) %
	    (uint64_t)n);
}

static json_t *
part(json_t *state, const char *a, const char *b)
{
	return json_object_get(json_object_get(state, a), b);
}

static void
say_opening(struct dt_school_pupil *p, struct dt_text *body)
{
	dt_class_say_text(body, "opening", dt_text_string(&p->opening));
	dt_class_say_text(body, "opening_signature", dt_text_string(
	    &p->opening_signature));
	p->opening.size = 0;
}

/* A commitment and its opening, both signed; in two trips that one later. */
static void
say_move(struct dt_school_pupil *p, json_t *state, struct dt_text *body)
{
	unsigned char nonce[32], hash[DT_HASH_BYTES];
	struct dt_text base64 = { 0 }, half = { 0 }, commit = { 0 },
	    *open = &p->opening;
	open->size = p->opening_signature.size = 0;
	for (size_t i = 0; i < sizeof(nonce); i++)
		nonce[i] = (unsigned char)dt_random_word(&p->random);
	dt_base64_add(&base64, nonce, sizeof(nonce));
	fill(json_string_value(part(state, "round", "opening")), "%MOVE%",
	    draw(p, 3) == 0 ? "RACE" : "PAUSE", &half);
	fill(dt_text_string(&half), "%NONCE%", dt_text_string(&base64),
	    open);
	dt_hash_of(dt_text_string(open), open->size, hash);
	sign(p, dt_text_string(open), &p->opening_signature);
	base64.size = 0;
	dt_base64_add(&base64, hash, sizeof(hash));
	fill(json_string_value(part(state, "round", "commit")), "%HASH%",
	    dt_text_string(&base64), &commit);
	dt_class_say_text(body, "commit", dt_text_string(&commit));
	say_signed(p, "commit_signature", dt_text_string(&commit), body);
	if (json_integer_value(part(state, "block", "trips")) < 2)
		say_opening(p, body);
	dt_text_free(&base64);
	dt_text_free(&half);
	dt_text_free(&commit);
}

static const char *
move(struct dt_school_pupil *p, json_t *state, struct dt_text *body)
{
	int64_t block = json_integer_value(part(state, "block", "n"));
	int64_t round = json_integer_value(part(state, "round", "n"));
	bool same = block == p->block && round == p->round;
	bool second = json_is_true(part(state, "round", "unopened"));
	if (round == 0 || (second ? !same || p->opening.size == 0 : same ||
	    json_is_true(part(state, "round", "chosen"))))
		return NULL;
	p->block = block;
	p->round = round;
	dt_class_say_whole(body, "block", p->block);
	dt_class_say_whole(body, "round", p->round);
	if (second)
		say_opening(p, body);
	else
		say_move(p, state, body);
	return "/api/move";
}

static const char *
clause(struct dt_school_pupil *p, json_t *state, struct dt_text *body)
{
	json_t *list = json_object_get(state, "clauses");
	dt_class_say_open(body, "choose", '{');
	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *one = json_array_get(list, i);
		json_t *values = json_object_get(one, "values");
		dt_class_say_text(body, json_string_value(json_object_get(one,
		    "key")), json_string_value(json_array_get(values,
		    (size_t)draw(p, (int64_t)json_array_size(values)))));
	}
	dt_class_say_close(body, '}');
	return "/api/clause";
}

static const char *
survey(json_t *state, struct dt_text *body)
{
	json_t *list = json_object_get(state, "survey");
	dt_class_say_open(body, "answers", '{');
	for (size_t i = 0; i < json_array_size(list); i++) {
		json_t *one = json_array_get(list, i);
		const char *first = json_string_value(json_array_get(
		    json_object_get(one, "answers"), 0));
		dt_class_say_text(body, json_string_value(json_object_get(one,
		    "key")), first ? first : "1");
	}
	dt_class_say_close(body, '}');
	return "/api/survey";
}

static const char *
quiz(struct dt_school_pupil *p, json_t *state, struct dt_text *body)
{
	json_t *answers = part(state, "quiz", "answers");
	if (json_is_true(part(state, "quiz", "done")))
		return NULL;
	dt_class_say_whole(body, "question", json_integer_value(part(state,
	    "quiz", "n")));
	dt_class_say_whole(body, "answer", 1 + draw(p,
	    (int64_t)json_array_size(answers)));
	return "/api/quiz";
}

static const char *
vote(json_t *state, struct dt_text *body)
{
	json_t *first = json_array_get(json_object_get(state, "texts"), 0);
	dt_class_say_whole(body, "text", json_integer_value(json_object_get(
	    first, "n")));
	return "/api/vote";
}

/* What is answered once in a stage. */
static const char *
once(struct dt_school_pupil *p, json_t *state, const char *stage,
    struct dt_text *body)
{
	int64_t block = json_integer_value(part(state, "block", "n"));
	if (strcmp(p->stage, stage) == 0 && p->stage_block == block)
		return NULL;
	snprintf(p->stage, sizeof(p->stage), "%s", stage);
	p->stage_block = block;
	if (strcmp(stage, "consent") == 0) {
		dt_class_say_flag(body, "yes", true);
		return "/api/consent";
	}
	if (strcmp(stage, "predict") == 0) {
		dt_class_say_whole(body, "pauses", draw(p, 101));
		return "/api/predict";
	}
	if (strcmp(stage, "reflect") == 0) {
		dt_class_say_text(body, "text", "It was played at random.");
		return "/api/reflect";
	}
	if (strcmp(stage, "sign") == 0) {
		const char *entry = json_string_value(part(state, "sign",
		    "entry"));
		dt_class_say_flag(body, "sign", true);
		say_signed(p, "signature", entry ? entry : "", body);
		return entry == NULL || json_is_true(part(state, "sign",
		    "answered")) ? NULL : "/api/sign";
	}
	return strcmp(stage, "clauses") == 0 ? clause(p, state, body) :
	    strcmp(stage, "vote") == 0 ? vote(state, body) :
	    strcmp(stage, "survey") == 0 ? survey(state, body) : NULL;
}

bool
dt_school_pupil_act(struct dt_school_pupil *p, const char *text,
    const char **route, struct dt_text *body)
{
	json_t *state = json_loads(text, 0, NULL);
	const char *stage = json_string_value(json_object_get(state,
	    "stage"));
	bool seated = part(state, "me", "seat") != NULL;
	*route = NULL;
	dt_class_say_open(body, NULL, '{');
	if (stage != NULL && seated && !json_is_true(json_object_get(state,
	    "paused")))
		*route = strcmp(stage, "play") == 0 ||
		    strcmp(stage, "practice") == 0 ? move(p, state, body) :
		    strcmp(stage, "quiz") == 0 ? quiz(p, state, body) :
		    once(p, state, stage, body);
	dt_class_say_close(body, '}');
	bool over = stage != NULL && strcmp(stage, "end") == 0;
	json_decref(state);
	return over;
}
