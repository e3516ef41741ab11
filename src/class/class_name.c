/*
 * class_name: what people are called in the room. A name is shown to others,
 * so it has something to see, no control of direction, and no towers of marks.
 * A second one that looks the same gets a number.
 */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "class/class_internal.h"
#include "class/class_letters.h"

enum { SHOWN_MOST = 24, MARKS_MOST = 4, NUMBER = 12 };

/* Why nobody can be called that, or NULL. */
static const char *
find_fault(const char *name)
{
	struct dt_class_letters letters;
	dt_class_letters_count(name, &letters);
	return letters.hidden ? "The name holds characters that are not "
	    "shown." : letters.marks > MARKS_MOST ? "The name holds too many "
	    "marks on one letter." : !letters.seen ? "The name shows nothing."
	    : letters.shown > SHOWN_MOST ? "The name is longer than 24 "
	    "characters." : NULL;
}

static bool
is_taken(const struct dt_class *c, const char *name)
{
	unsigned char look[DT_HASH_BYTES];
	dt_class_letters_look(name, look);
	for (size_t i = 0; i < c->n_people; i++)
		if (memcmp(c->people[i].look, look, sizeof(look)) == 0)
			return true;
	return false;
}

/* A generated one: short, easy to say, nobody's. */
static const char *
draw(const struct dt_class *c)
{
	static const char *const names[] = { "Amber", "Basalt", "Birch",
		"Cedar", "Cobalt", "Coral", "Delta", "Ember", "Fern", "Fjord",
		"Flint", "Garnet", "Hazel", "Indigo", "Iris", "Jade",
		"Juniper", "Lark", "Laurel", "Linden", "Maple", "Marble",
		"Meadow", "Mica", "Moss", "Nova", "Oak", "Olive", "Onyx",
		"Opal", "Pearl", "Pine", "Quartz", "Raven", "River", "Robin",
		"Ruby", "Sable", "Saffron", "Sienna", "Slate", "Sparrow",
		"Topaz", "Umber", "Violet", "Willow", "Wren", "Yarrow" };
	enum { N = sizeof(names) / sizeof(names[0]) };
	struct dt_random random;
	dt_random_stream(&random, c->options.seed, c->n_people, 0,
	    DT_FOR_PROGRAMS);
	size_t at = (size_t)(dt_random_word(&random) % N);
	for (size_t i = 0; i < N; i++)
		if (!is_taken(c, names[(at + i) % N]))
			return names[(at + i) % N];
	return names[at];
}

/* Free of that look, by a number behind it where need be. */
static struct dt_class_reply
set_free(struct dt_class *c, const char *base, struct dt_class_person *p)
{
	char name[DT_CLASS_NAME + NUMBER];
	snprintf(name, sizeof(name), "%s", base);
	for (int k = 2; is_taken(c, name); k++)
		snprintf(name, sizeof(name), "%s %d", base, k);
	if (!dt_class_call(p, name))
		dt_class_fail(c, DT_ENOMEM, "memory is out");
	return dt_class_well();
}

bool
dt_class_call(struct dt_class_person *p, const char *name)
{
	char *kept = dt_memory_new(strlen(name) + 1, 1);
	if (kept == NULL)
		return false;
	memcpy(kept, name, strlen(name));
	dt_memory_free(p->name);
	p->name = kept;
	dt_class_letters_look(name, p->look);
	return true;
}

struct dt_class_reply
dt_class_name(struct dt_class *c, const char *said, struct dt_class_person *p)
{
	char name[DT_CLASS_NAME];
	if (said[0] == '\0')
		return set_free(c, draw(c), p);
	const char *fault = dt_class_letters_compose(said, name) ?
	    find_fault(name) : "The name is longer than 24 characters.";
	return fault != NULL ? dt_class_refuse(400, fault, "Type another name, "
	    "or leave it empty to be given one.") : set_free(c, name, p);
}
