/* class_pact: the part of a student's state that is of a treaty: its clauses,
 * the texts that a group votes on, what is to be signed. */
#include "class/class_state.h"
#include "class/class_say.h"

void
dt_class_say_clauses(const struct dt_class *c, struct dt_text *json)
{
	const struct dt_lesson_block *b = &c->blocks[c->block];
	const struct dt_lesson_clause *clauses = b->clauses.items;
	dt_class_say_open(json, "clauses", '[');
	for (size_t i = 0; i < b->clauses.n; i++) {
		const char *const *values = clauses[i].values.items;
		const char *const *labels = clauses[i].labels.items;
		dt_class_say_open(json, NULL, '{');
		dt_class_say_text(json, "key", clauses[i].origin.name);
		dt_class_say_text(json, "title", dt_class_word(c,
		    clauses[i].title));
		dt_class_say_open(json, "values", '[');
		for (size_t k = 0; k < clauses[i].values.n; k++)
			dt_class_say_text(json, NULL, values[k]);
		dt_class_say_close(json, ']');
		dt_class_say_open(json, "labels", '[');
		for (size_t k = 0; k < clauses[i].labels.n; k++)
			dt_class_say_text(json, NULL, dt_class_word(c,
			    labels[k]));
		dt_class_say_close(json, ']');
		dt_class_say_close(json, '}');
	}
	dt_class_say_close(json, ']');
}

static void
say_text_of(const struct dt_class *c, const struct dt_class_text *t,
    struct dt_text *text)
{
	const struct dt_lesson_block *b = &c->blocks[c->block];
	const struct dt_lesson_clause *clauses = b->clauses.items;
	for (size_t i = 0; i < b->clauses.n; i++)
		dt_text_add(text, "%s%s: %s", i ? "\n" : "", dt_class_word(c,
		    clauses[i].title), dt_class_word(c, ((const char *const *)
		    clauses[i].labels.items)[t->choice[i]]));
}

void
dt_class_say_texts(const struct dt_class *c, int64_t seat, struct dt_text *json)
{
	dt_class_say_open(json, "texts", '[');
	for (size_t i = 0; i < c->n_texts; i++) {
		const struct dt_class_text *t = &c->texts[i];
		struct dt_text text = { 0 };
		if (seat < 0 || t->group != c->seats[seat].group)
			continue;
		say_text_of(c, t, &text);
		dt_class_say_open(json, NULL, '{');
		dt_class_say_whole(json, "n", (int64_t)i + 1);
		dt_class_say_text(json, "text", dt_text_string(&text));
		dt_class_say_close(json, '}');
		dt_text_free(&text);
	}
	dt_class_say_close(json, ']');
}

void
dt_class_say_sign(const struct dt_class *c, int64_t person, struct dt_text *json)
{
	int64_t seat = c->people[person].seat;
	const struct dt_class_group *g = dt_class_group_of(c, seat);
	struct dt_text entry = { 0 }, treaty = { 0 };
	unsigned char hash[DT_HASH_BYTES];
	if (g == NULL || g->game == NULL)
		return;
	dt_class_say_open(json, "sign", '{');
	if (dt_class_print_ratify(c, person, g->game->treaty, &entry) &&
	    dt_class_treaty(g, hash, &treaty)) {
		dt_class_say_text(json, "entry", dt_text_string(&entry));
		dt_class_say_text(json, "treaty", dt_text_string(&treaty));
	}
	dt_class_say_flag(json, "signed", c->seats[seat].signs);
	dt_class_say_flag(json, "answered", c->seats[seat].answered);
	dt_class_say_close(json, '}');
	dt_text_free(&entry);
	dt_text_free(&treaty);
}
