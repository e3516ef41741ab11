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
make(struct dt_school *s, struct dt_school_kept *kept, struct dt_error *err)
{
	const struct dt_lesson *lesson = s->request.lesson;
	const struct dt_lesson_block *blocks = lesson->blocks.items;
	size_t n = lesson->blocks.n;
	const char **titles = (const char **)dt_arena_new(&kept->arena, n,
	    sizeof(*titles));
	for (size_t i = 0; titles != NULL && i < n; i++)
		titles[i] = kept->language ? dt_lesson_in(lesson,
		    kept->language, blocks[i].title) : blocks[i].title;
	struct dt_debrief_request request = { .database = s->request.path,
		.titles = titles, .n_titles = titles ? n : 0,
		.language = kept->language,
		.catalogue = s->request.catalogue,
		.version = s->request.version };
	enum dt_status status = dt_debrief(&request, &kept->arena,
	    &kept->paper, err);
	if (status == DT_OK)
		dt_debrief_json(&kept->paper, &kept->json);
	return status ? status : kept->json.failed ?
	    dt_status_no_memory(err) : DT_OK;
}

static void
forget(struct dt_school_kept *kept)
{
	dt_text_free(&kept->json);
	dt_paper_free(&kept->paper);
	dt_arena_free(&kept->arena);
	*kept = (struct dt_school_kept){ 0 };
}

void
dt_school_debrief_free(struct dt_school *s)
{
	for (size_t i = 0; i < DT_SCHOOL_LANGUAGES; i++)
		forget(&s->kept[i]);
}

/* What the file says now, or NULL. It is made once for each change of the
 * file: that takes half a second, and there is one thread for all. */
static const struct dt_school_kept *
get(struct dt_school *s, const char *language)
{
	const char *const *all = s->request.lesson->languages;
	struct dt_error err;
	size_t at = 0;
	if (s->failed == DT_OK)
		s->failed = dt_school_rows(s, s->rows_at, &s->why);
	while (language != NULL && all[at] != NULL && all[at] != language)
		at++;
	struct dt_school_kept *kept = &s->kept[at % DT_SCHOOL_LANGUAGES];
	if (kept->there && kept->filed == s->filed &&
	    kept->language == language)
		return kept;
	forget(kept);
	kept->filed = s->filed;
	kept->language = language;
	kept->there = make(s, kept, &err) == DT_OK;
	return kept->there ? kept : NULL;
}

void
dt_school_debrief(struct dt_school *s, struct dt_class_who who,
    struct dt_web_reply *reply)
{
	if (!may(s, who, reply))
		return;
	const struct dt_school_kept *kept = get(s, who.language);
	if (kept == NULL) {
		dt_web_reply_error(reply, 500, "The debrief could not be "
		    "made.", "Make it from the file, with detente report.");
		return;
	}
	struct dt_text json = { 0 };
	dt_text_add_n(&json, kept->json.bytes, kept->json.size);
	dt_web_reply_json(reply, 200, &json);
}

static void
be_picture(struct dt_web_reply *reply)
{
	reply->status = 200;
	reply->type = "image/svg+xml";
	reply->sandbox = true;
}

/* Of the debrief; and those of the board, which the teacher's browser shows
 * while the class plays. */
void
dt_school_picture(struct dt_school *s, struct dt_class_who who,
    const struct dt_web_request *request, struct dt_web_reply *reply)
{
	const char *block = dt_web_query(request, "block");
	const char *name = dt_web_query(request, "name");
	if (name != NULL && who.role == DT_CLASS_TEACHER && dt_class_board(
	    s->class, who.language, name, &reply->body)) {
		be_picture(reply);
		return;
	}
	if (!may(s, who, reply))
		return;
	const struct dt_school_kept *kept = block && name ? get(s, who.language) : NULL;
	const struct dt_text *svg = kept == NULL ? NULL : dt_debrief_picture(
	    &kept->paper, strtoll(block, NULL, 10), name);
	if (svg == NULL) {
		dt_web_reply_error(reply, 404, "There is no such picture.",
		    "Load the page again.");
	} else {
		be_picture(reply);
		dt_text_add_n(&reply->body, svg->bytes, svg->size);
	}
}
