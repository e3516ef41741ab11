/* game_told: see game_told.h. */
#include "ask/game_told.h"

#include "base/text.h"

/* Steps take microseconds; who watches wants some words a second. */
enum { EVERY = 256, PARTS = 1000 };

/* "2: a: up 0.25, down 0.75; b: left 1" */
static void
write_point(const struct dt_normal *g, const double *chances, size_t number,
    struct dt_text *text)
{
	dt_text_add(text, "%zu: ", number);
	for (size_t i = 0; i < g->players; i++) {
		const char *before = "";
		dt_text_add(text, "%s%s: ", i > 0 ? "; " : "", g->names[i]);
		for (size_t k = 0; k < g->strategies[i]; k++, chances++) {
			if (!(*chances > 0))
				continue;
			dt_text_add(text, "%s%s %.4g", before,
			    g->labels[i][k], *chances);
			before = ", ";
		}
	}
}

static bool
tell_point(struct dt_game_told *t, const struct dt_profile_point *point)
{
	struct dt_text text = { 0 };
	write_point(t->game, point->chances, t->points + 1, &text);
	bool told = !text.failed &&
	    t->ask->found(t->ask->context, dt_text_string(&text));
	t->points += told;
	dt_text_free(&text);
	return told;
}

bool
dt_game_told_tell(void *told, const struct dt_profile_list *list,
    double share)
{
	struct dt_game_told *t = told;
	if (t->ask == NULL || t->calls++ % EVERY != 0)
		return true;
	while (t->ask->found != NULL && t->points < list->n &&
	    tell_point(t, &list->points[t->points]))
		;
	return t->ask->go_on == NULL || t->ask->go_on(t->ask->context,
	    "thousandths of the search", 1 + (int64_t)(share * (PARTS - 1)),
	    PARTS);
}
