/*
 * class_menu: a group puts a treaty together. Each seat may propose a value
 * for each clause; then all vote on the texts of their group. A text that has
 * what the lesson asks for (more than half of the seats, or all) becomes the
 * treaty; else the lesson's failing one.
 */
#include <jansson.h>
#include <string.h>

#include "base/memory.h"
#include "class/class_form.h"
#include "class/class_internal.h"

static bool
read_value(const struct dt_lesson_clause *clause, json_t *map, size_t *value)
{
	const char *said = json_string_value(json_object_get(map,
	    clause->origin.name));
	const char *const *values = clause->values.items;
	for (size_t i = 0; said != NULL && i < clause->values.n; i++)
		if (strcmp(values[i], said) == 0) {
			*value = i;
			return true;
		}
	return false;
}

static bool
read_choice(const struct dt_lesson_block *b, json_t *map,
    size_t choice[DT_LESSON_CLAUSES_MOST])
{
	const struct dt_lesson_clause *clauses = b->clauses.items;
	if (json_object_size(map) != b->clauses.n)
		return false;
	for (size_t i = 0; i < b->clauses.n; i++)
		if (!read_value(&clauses[i], map, &choice[i]))
			return false;
	return true;
}

/* The same text twice is one. */
static bool
is_there(const struct dt_class *c, int64_t group, const size_t *choice)
{
	size_t n = c->blocks[c->block].clauses.n;
	for (size_t i = 0; i < c->n_texts; i++)
		if (c->texts[i].group == group && memcmp(c->texts[i].choice,
		    choice, n * sizeof(*choice)) == 0)
			return true;
	return false;
}

struct dt_class_reply
dt_class_clause(struct dt_class *c, int64_t person,
    struct dt_class_form *form)
{
	json_t *map = dt_class_form_map(form, "choose");
	int64_t seat = c->people[person].seat;
	struct dt_class_text text = { 0 };
	if (c->stage != DT_CLASS_CLAUSES || seat < 0 ||
	    c->seats[seat].proposed)
		return dt_class_refuse(409, "No text is put together now.",
		    "Wait for the next page.");
	if (map == NULL || !read_choice(&c->blocks[c->block], map,
	    text.choice))
		return dt_class_refuse(400, "A clause has no such value.",
		    "Choose one value for each clause.");
	text.seat = (size_t)seat;
	text.group = c->seats[seat].group;
	c->seats[seat].proposed = true;
	dt_class_touched(c);
	if (is_there(c, text.group, text.choice))
		return dt_class_well();
	if (!dt_memory_reserve(&c->texts, &c->texts_room, c->n_texts + 1,
	    sizeof(*c->texts)))
		dt_class_fail(c, DT_ENOMEM, "memory is out");
	else
		c->texts[c->n_texts++] = text;
	return dt_class_well();
}

struct dt_class_reply
dt_class_vote(struct dt_class *c, int64_t person, struct dt_class_form *form)
{
	int64_t seat = c->people[person].seat;
	int64_t n = dt_class_form_whole(form, "text", 0, (int64_t)c->n_texts,
	    -1);
	if (c->stage != DT_CLASS_VOTE || seat < 0)
		return dt_class_refuse(409, "There is no vote now.",
		    "Wait for the next page.");
	if (form->bad || n < 0 || (n > 0 &&
	    c->texts[n - 1].group != c->seats[seat].group))
		return dt_class_refuse(400, "There is no such text.",
		    "Choose one of those of your group, or none.");
	if (c->people[person].voted >= 0)
		return dt_class_refuse(409, "You have voted already.",
		    "The first vote stands.");
	c->people[person].voted = n;
	dt_class_touched(c);
	return dt_class_well();
}

/* Seats of the group for a text: the first vote of each delegation. */
static size_t
votes(const struct dt_class *c, int64_t group, int64_t text)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++) {
		int64_t seat = (int64_t)c->groups[group]->seats[i];
		for (size_t k = 0; k < c->n_people; k++)
			if (c->people[k].seat == seat &&
			    c->people[k].voted > 0) {
				n += c->people[k].voted == text;
				break;
			}
	}
	return n;
}

/* Seats that people have. */
static size_t
voters(const struct dt_class *c, int64_t group)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n; i++)
		n += !dt_class_is_bot(c, c->groups[group]->seats[i]);
	return n;
}

const size_t *
dt_class_elected(struct dt_class *c, int64_t group)
{
	const struct dt_lesson_block *b = &c->blocks[c->block];
	size_t all = voters(c, group);
	for (size_t i = 0; i < c->n_texts; i++) {
		if (c->texts[i].group != group)
			continue;
		size_t n = votes(c, group, (int64_t)i + 1);
		if (n == 0 || (b->vote == DT_LESSON_UNANIMITY ? n < all :
		    2 * n <= all))
			continue;
		size_t *choice = dt_arena_new(&c->arena,
		    DT_LESSON_CLAUSES_MOST, sizeof(*choice));
		if (choice == NULL) {
			dt_class_fail(c, DT_ENOMEM, "memory is out");
			return NULL;
		}
		memcpy(choice, c->texts[i].choice, sizeof(c->texts[i].choice));
		return choice;
	}
	return NULL;
}
