/* school_answer: what is asked for, and what streams are told. */
#include "school/school_internal.h"

#include <stdio.h>
#include <string.h>

#include "web/asset.h"

enum { DESK = -2 };             /* a stream's seat: the teacher's */

static void
answer_state(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_text json = { 0 };
	dt_school_say_state(s, dt_school_who(s, request), &json);
	dt_web_reply_json(reply, 200, &json);
}

static void
answer_hello(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_text json = { 0 };
	(void)request;
	if (s->class == NULL)
		dt_school_say_check(s, &json);
	else
		dt_class_hello(s->class, &json);
	dt_web_reply_json(reply, 200, &json);
}

static void
answer_events(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_class_who who = dt_school_who(s, request);
	if (s->class != NULL && who.role == DT_CLASS_SPECTATOR) {
		dt_web_reply_error(reply, 401, "You have not joined.",
		    "Type the class's code.");
		return;
	}
	reply->stream = true;
	reply->seat = who.role == DT_CLASS_TEACHER ? DESK : who.person;
	snprintf(reply->browser, sizeof(reply->browser), "%s",
	    who.role == DT_CLASS_TEACHER ? "desk" : who.person >= 0 ?
	    dt_class_code(s->class, (size_t)who.person) : "");
}

static void
answer_debrief(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	dt_school_debrief(s, dt_school_who(s, request), reply);
}

static void
answer_picture(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	dt_school_picture(s, dt_school_who(s, request), request, reply);
}

static void
answer_csv(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_class_who who = dt_school_who(s, request);
	if (s->class == NULL || who.role != DT_CLASS_TEACHER) {
		dt_web_reply_error(reply, 403, "Only the teacher may have "
		    "that.", "Open the teacher's address.");
		return;
	}
	reply->status = 200;
	reply->type = "text/csv; charset=utf-8";
	dt_class_csv(s->class, &reply->body);
	(void)dt_web_reply_header(reply, "Content-Disposition",
	    "attachment; filename=\"class.csv\"");
}

static const struct place {
	const char *path;
	const char *asset;      /* or: */
	void (*answer)(struct dt_school *school,
	    const struct dt_web_request *request, struct dt_web_reply *reply);
} places[] = {
	{ "/", "student.html", NULL }, { "/teacher", "teacher.html", NULL },
	{ "/board", "board.html", NULL }, { "/check", "check.html", NULL },
	{ "/debrief", "debrief.html", NULL },
	{ "/api/state", NULL, answer_state },
	{ "/api/hello", NULL, answer_hello },
	{ "/api/events", NULL, answer_events },
	{ "/api/debrief", NULL, answer_debrief },
	{ "/api/picture", NULL, answer_picture },
	{ "/export.csv", NULL, answer_csv },
};

static const struct place *
find(const struct dt_school *s, const char *path)
{
	if (s->class == NULL && strcmp(path, "/") == 0)
		path = "/check";
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (strcmp(places[i].path, path) == 0)
			return &places[i];
	return NULL;
}

static void
get(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	static const char assets[] = "/assets/";
	const struct place *place = find(s, request->path);
	const char *asset = place ? place->asset :
	    strncmp(request->path, assets, sizeof(assets) - 1) == 0 ?
	    request->path + sizeof(assets) - 1 : NULL;
	if (place != NULL && place->answer != NULL)
		place->answer(s, request, reply);
	else if (asset == NULL || !dt_asset_reply(reply, asset))
		dt_web_reply_error(reply, 404, "There is no such page.",
		    "Open the address that the board shows.");
}

/* The last move ends its round at once, not at the next tick. */
static void
take_post(struct dt_school *s, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	dt_school_post(s, request, reply);
	if (s->class != NULL)
		dt_web_due(s->web, dt_web_now() + dt_class_tick(s->class,
		    dt_school_now(s)));
}

static void
answer(void *of, const struct dt_web_request *request,
    struct dt_web_reply *reply)
{
	struct dt_school *s = of;
	/* a secret has no place in an address, which is kept by browsers */
	if (dt_web_query(request, "secret") != NULL ||
	    dt_web_query(request, "teacher") != NULL ||
	    dt_web_query(request, "token") != NULL)
		dt_web_reply_error(reply, 400, "A secret does not belong into "
		    "an address.", "Open the address that the program shows.");
	else if (strcmp(request->method, "POST") == 0)
		take_post(s, request, reply);
	else
		get(s, request, reply);
	dt_school_wake(s);
}

static bool
stream_next(void *of, struct dt_web_stream *stream, struct dt_text *bytes)
{
	struct dt_school *s = of;
	int64_t person = stream->seat == DESK ? -1 : stream->seat;
	struct dt_class_who who = { stream->seat == DESK ? DT_CLASS_TEACHER :
	    DT_CLASS_STUDENT, person, person < DT_CLASS_PEOPLE_MOST ?
	    s->languages[person + 1] : NULL };
	int64_t version = s->class == NULL ? s->checked : stream->seat == DESK
	    ? dt_class_busy(s->class) : dt_class_version(s->class);
	struct dt_text json = { 0 };
	if (stream->cursor >= version)
		return true;
	if (s->class == NULL)
		who = (struct dt_class_who){ DT_CLASS_SPECTATOR, -1, NULL };
	dt_school_say_state(s, who, &json);
	dt_web_event(bytes, version, "state", dt_text_string(&json));
	dt_text_free(&json);
	stream->cursor = version;
	return true;
}

static void
note_stream(struct dt_school *s, const struct dt_web_stream *stream,
    bool opened)
{
	if (s->class == NULL) {
		s->phones += opened ? 1 : -1U;
		s->checked++;
		dt_web_wake(s->web);
	} else if (stream->seat >= 0) {
		dt_class_here(s->class, stream->seat, opened,
		    dt_school_now(s));
		dt_school_wake(s);
	}
}

static void
stream_open(void *of, const struct dt_web_stream *stream)
{
	note_stream(of, stream, true);
}

static void
stream_gone(void *of, const struct dt_web_stream *stream)
{
	note_stream(of, stream, false);
}

static bool
known(void *of, const struct dt_web_request *request)
{
	struct dt_school *s = of;
	return s->class == NULL ||
	    dt_school_who(s, request).role != DT_CLASS_SPECTATOR;
}

/* What is due; and what has not been written is, soon after it was said. A class
 * that cannot go on ends the server, with its reason. */
static int64_t
tick(void *of, int64_t now)
{
	struct dt_school *s = of;
	if (s->class == NULL)
		return 1000;
	int64_t next = dt_class_tick(s->class, dt_school_now(s));
	if (s->request.rehearse > 0)
		dt_school_drive(s);
	if (s->failed == DT_OK)
		s->failed = dt_school_flush(s, false, &s->why);
	if (s->failed == DT_OK)
		s->failed = dt_school_rows(s, now, &s->why);
	if (s->failed == DT_OK)
		s->failed = dt_class_failed(s->class, &s->why);
	dt_school_wake(s);
	if (s->failed != DT_OK)
		dt_web_stop(s->web);
	return s->request.rehearse > 0 && next > 50 ? 50 : next;
}

struct dt_web_site
dt_school_site(struct dt_school *s)
{
	return (struct dt_web_site){ .of = s, .answer = answer,
		.stream_next = stream_next, .stream_open = stream_open,
		.stream_gone = stream_gone, .known = known, .tick = tick };
}
