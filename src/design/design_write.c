/* design_write: the answer as a text that people read; see design.h. */
#include "design/design_internal.h"

#include <string.h>

/* The treaty in its own sentences, as its summary. */
static const char *
summary_of(struct dt_arena *arena, const struct dt_treaty *treaty)
{
	struct dt_text text = { 0 };
	dt_terms_tell(treaty, &text);
	for (char *c = text.bytes; c != NULL && *c != '\0'; c++)
		if (*c == '\n')
			*c = c[1] == '\0' ? '\0' : ' ';
	const char *whole = text.failed ? NULL :
	    dt_arena_copy(arena, dt_text_string(&text));
	dt_text_free(&text);
	return whole;
}

static bool
set_head(struct dt_design *d, struct dt_treaty *t)
{
	const char *scenario = d->request->experiment->scenario->name;
	t->name = d->request->name;
	t->title = dt_arena_print(d->arena, "The cheapest that holds in %s",
	    scenario);
	t->source = dt_arena_print(d->arena, "detente design %s, by the costs "
	    "%s", scenario, d->request->costs->name);
	t->facts = (struct dt_list){ NULL, 0 };
	t->status = 1;                  /* stylised */
	t->summary = summary_of(d->arena, t);
	return t->title != NULL && t->source != NULL && t->summary != NULL;
}

enum dt_status
dt_design_write(struct dt_design *d, const struct dt_search_one *one,
    struct dt_treaty *treaty, const char **text, struct dt_error *err)
{
	struct dt_draft draft = { &d->base, &d->levers,
	    one->value, one->amounts.money };
	struct dt_text out = { 0 };
	enum dt_status status = dt_draft_text(d->arena, &draft, treaty, err);
	if (status == DT_OK && !set_head(d, treaty))
		status = dt_status_no_memory(err);
	if (status == DT_OK)
		status = dt_deed_print(d->arena, treaty, &out, err);
	*text = status == DT_OK && !out.failed ?
	    dt_arena_copy(d->arena, dt_text_string(&out)) : NULL;
	dt_text_free(&out);
	return status == DT_OK && *text == NULL ? dt_status_no_memory(err) :
	    status;
}
