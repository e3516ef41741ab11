/* school_post: what is posted. A join is let in by its code and gets a cookie;
 * the teacher enters by a secret in a header. All else goes to the class. */
#include "school/school_internal.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static void
set_cookie(struct dt_web_reply *reply, const char *name, const char *token)
{
	char text[160];
	snprintf(text, sizeof(text), "%s=%s; Path=/; Max-Age=86400; HttpOnly; "
	    "SameSite=Strict", name, token);
	(void)dt_web_reply_header(reply, "Set-Cookie", text);
}

/* Is the code of the request the class's? In any case of letters. */
static bool
has_code(const struct dt_school *s, const struct dt_web_request *request)
{
	json_t *body = json_loadb(request->body, request->body_size,
	    JSON_REJECT_DUPLICATES, NULL);
	const char *code = json_string_value(json_object_get(body, "code"));
	char said[DT_SCHOOL_CODE] = "";
	for (size_t i = 0; code != NULL && i < DT_SCHOOL_CODE - 1 &&
	    code[i] != '\0'; i++)
		said[i] = code[i] >= 'a' && code[i] <= 'z' ?
		    (char)(code[i] - 'a' + 'A') : code[i];
	bool right = code != NULL && strlen(code) == DT_SCHOOL_CODE - 1 &&
	    dt_school_same(said, s->code, DT_SCHOOL_CODE - 1);
	json_decref(body);
	return right;
}

static void
join(struct dt_school *s, struct dt_class_who who,
    const struct dt_web_request *request, struct dt_web_reply *reply)
{
	char token[DT_SCHOOL_TOKEN];
	unsigned char hash[DT_HASH_BYTES];
	struct dt_text json = { 0 };
	int64_t person = -1;
	if (!dt_school_may_guess(s, request->peer)) {
		dt_web_reply_error(reply, 429, "Too many wrong codes came from "
		    "here.", "Wait a minute, then type the code once more.");
		return;
	}
	if (!has_code(s, request)) {
		dt_school_wrong(s, request->peer);
		dt_web_reply_error(reply, s->guard.n > DT_SCHOOL_WRONG_ALL ?
		    429 : 403, "That is not the class's code.",
		    "Look at the board and type it once more.");
		return;
	}
	if (!dt_school_draw_token(token)) {
		dt_web_reply_error(reply, 500, "The server has no random "
		    "numbers.", "Tell the teacher.");
		return;
	}
	dt_school_hash(s, token, hash);
	struct dt_class_post post = { .who = { DT_CLASS_SPECTATOR, -1, who.language },
		.route = "join", .body = request->body,
		.size = request->body_size, .now = dt_school_now(s),
		.token = hash };
	int status = dt_class_post(s->class, &post, &json, &person);
	if (status == 200) {
		set_cookie(reply, s->cookie, token);
		dt_school_say_state(s, (struct dt_class_who){
		    DT_CLASS_STUDENT, person, who.language }, &json);
	}
	dt_web_reply_json(reply, (unsigned)status, &json);
}

/* "enter": the secret is in a header, never in an address or a body. */
static bool
enter(struct dt_school *s, struct dt_class_who who,
    const struct dt_web_request *request, struct dt_web_reply *reply)
{
	const char *secret = dt_web_header(request, "X-Detente-Teacher");
	struct dt_text json = { 0 };
	if (secret == NULL)
		return false;
	if (!dt_school_may_guess(s, request->peer)) {
		dt_web_reply_error(reply, 429, "Too many wrong secrets came "
		    "from here.", "Wait a minute.");
		return true;
	}
	if (strlen(secret) != DT_SCHOOL_TOKEN - 1 ||
	    !dt_school_same(secret, s->teacher, DT_SCHOOL_TOKEN - 1)) {
		dt_school_wrong(s, request->peer);
		dt_web_reply_error(reply, 403, "That is not the teacher's "
		    "secret.", "Open the address that the program shows.");
		return true;
	}
	set_cookie(reply, s->desk_cookie, s->teacher);
	dt_school_say_state(s, (struct dt_class_who){ DT_CLASS_TEACHER, -1,
	    who.language }, &json);
	dt_web_reply_json(reply, 200, &json);
	return true;
}

/* What the class answers: an error, its own words (a quiz), or the state. */
static void
hand_on(struct dt_school *s, const char *route, struct dt_class_who who,
    const struct dt_web_request *request, struct dt_web_reply *reply)
{
	struct dt_text json = { 0 };
	struct dt_class_post post = { .who = who, .route = route,
		.body = request->body, .size = request->body_size,
		.now = dt_school_now(s) };
	int status = dt_class_post(s->class, &post, &json, NULL);
	if (status == 200 && json.size == 0) {
		if (strcmp(route, "leave") == 0) {
			set_cookie(reply, s->cookie, "");
			who = (struct dt_class_who){ DT_CLASS_SPECTATOR, -1,
			    who.language };
		}
		dt_school_say_state(s, who, &json);
	}
	dt_web_reply_json(reply, (unsigned)status, &json);
}

void
dt_school_post(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	static const char api[] = "/api/";
	struct dt_class_who who = dt_school_who(s, request);
	struct dt_text json = { 0 };
	if (strncmp(request->path, api, sizeof(api) - 1) != 0 ||
	    s->class == NULL) {
		dt_web_reply_error(reply, 404, "Nothing is taken here.",
		    "Load the page again.");
		return;
	}
	const char *route = request->path + sizeof(api) - 1;
	if (strcmp(route, "teacher") == 0 && enter(s, who, request, reply))
		return;
	if (strcmp(route, "join") != 0) {
		hand_on(s, route, who, request, reply);
	} else if (who.role == DT_CLASS_STUDENT) {
		dt_school_say_state(s, who, &json);     /* is there already */
		dt_web_reply_json(reply, 200, &json);
	} else {
		join(s, who, request, reply);
	}
}
