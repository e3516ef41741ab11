/* school_debrief: numbers and pictures of blocks that are over, from the
 * file's rows by the same code as the page of `report`. Students see them once
 * the teacher has opened them. */
#include "school/school_internal.h"

#include <stdlib.h>

#include "report/debrief.h"

static bool
may(const struct dt_school *s, struct dt_class_who who,
    struct dt_web_reply *reply)
{
	if (s->class != NULL && (who.role == DT_CLASS_TEACHER ||
	    (who.role == DT_CLASS_STUDENT && dt_class_open(s->class))))
		return true;
	dt_web_reply_error(reply, 403, "The debrief is not open yet.",
	    "Wait until the teacher opens it.");
	return false;
}

static enum dt_status
make(struct dt_school *s, struct dt_arena *arena, struct dt_paper *paper,
    struct dt_error *err)
{
	const struct dt_lesson_block *blocks = s->request.lesson->blocks.items;
	size_t n = s->request.lesson->blocks.n;
	const char **titles = (const char **)dt_arena_new(arena, n,
	    sizeof(*titles));
	for (size_t i = 0; titles != NULL && i < n; i++)
		titles[i] = blocks[i].title;
	struct dt_debrief_request request = { .database = s->request.path,
		.titles = titles, .n_titles = titles ? n : 0,
		.catalogue = s->request.catalogue,
		.version = s->request.version };
	return dt_debrief(&request, arena, paper, err);
}

static void
refuse(struct dt_web_reply *reply)
{
	dt_web_reply_error(reply, 500, "The debrief could not be made.",
	    "Make it from the file, with detente report.");
}

void
dt_school_debrief(struct dt_school *s, struct dt_class_who who,
    struct dt_web_reply *reply)
{
	struct dt_arena arena = { 0 };
	struct dt_paper paper = { 0 };
	struct dt_text json = { 0 };
	struct dt_error err;
	if (!may(s, who, reply))
		return;
	enum dt_status status = make(s, &arena, &paper, &err);
	if (status == DT_OK)
		dt_debrief_json(&paper, &json);
	if (status == DT_OK && !json.failed)
		dt_web_reply_json(reply, 200, &json);
	else
		refuse(reply);
	dt_paper_free(&paper);
	dt_arena_free(&arena);
}

void
dt_school_picture(struct dt_school *s, struct dt_class_who who,
    const struct dt_web_request *request, struct dt_web_reply *reply)
{
	const char *block = dt_web_query(request, "block");
	const char *name = dt_web_query(request, "name");
	struct dt_arena arena = { 0 };
	struct dt_paper paper = { 0 };
	struct dt_error err;
	if (!may(s, who, reply))
		return;
	enum dt_status status = make(s, &arena, &paper, &err);
	const struct dt_text *svg = status != DT_OK || !block || !name ? NULL :
	    dt_debrief_picture(&paper, strtoll(block, NULL, 10), name);
	if (svg == NULL) {
		dt_web_reply_error(reply, 404, "There is no such picture.",
		    "Load the page again.");
	} else {
		reply->status = 200;
		reply->type = "image/svg+xml";
		reply->sandbox = true;
		dt_text_add_n(&reply->body, svg->bytes, svg->size);
	}
	dt_paper_free(&paper);
	dt_arena_free(&arena);
}
