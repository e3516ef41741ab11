/*
 * class_name: what people are called in the room. A name is shown to others,
 * so it has something to see, no control of direction, and no towers of marks.
 * A second of one name gets a number.
 */
#include <stdio.h>
#include <string.h>

#include "class/class_internal.h"

enum { SHOWN_MOST = 24, MARKS_MOST = 4, BYTES_MOST = 400 };

struct range {
	uint32_t first, last;
};

/* Marks that sit on the letter before (Unicode 15, Mn and Me, those scripts
 * that stack them), variation selectors, and what joins. */
static const struct range marks[] = {
	{ 0x300, 0x36f }, { 0x483, 0x489 }, { 0x591, 0x5bd },
	{ 0x610, 0x61a }, { 0x64b, 0x65f }, { 0x6d6, 0x6dc },
	{ 0x93a, 0x93c }, { 0x941, 0x94d }, { 0xe31, 0xe31 },
	{ 0xe34, 0xe3a }, { 0xe47, 0xe4e }, { 0x1ab0, 0x1aff },
	{ 0x1dc0, 0x1dff }, { 0x200d, 0x200d }, { 0x20d0, 0x20ff },
	{ 0x302a, 0x302d }, { 0x3099, 0x309a }, { 0xfe00, 0xfe0f },
	{ 0xfe20, 0xfe2f }, { 0x1f3fb, 0x1f3ff }, { 0xe0020, 0xe007f },
	{ 0xe0100, 0xe01ef },
};

/* What shows nothing by itself. */
static const struct range blanks[] = {
	{ 0x20, 0x20 }, { 0xa0, 0xa0 }, { 0xad, 0xad }, { 0x34f, 0x34f },
	{ 0x115f, 0x1160 }, { 0x1680, 0x1680 }, { 0x17b4, 0x17b5 },
	{ 0x180b, 0x180f }, { 0x2000, 0x200d }, { 0x202f, 0x202f },
	{ 0x205f, 0x2064 }, { 0x206a, 0x206f }, { 0x2800, 0x2800 },
	{ 0x3000, 0x3000 }, { 0x3164, 0x3164 }, { 0xfeff, 0xfeff },
	{ 0xffa0, 0xffa0 }, { 0xfff9, 0xfffb }, { 0xe0001, 0xe0001 },
};

static bool
in(const struct range *list, size_t n, uint32_t code)
{
	for (size_t i = 0; i < n; i++)
		if (code >= list[i].first && code <= list[i].last)
			return true;
	return false;
}

#define IN(list, code) in(list, sizeof(list) / sizeof(list[0]), code)

/* Why nobody can be called that, or NULL. */
static const char *
find_fault(const char *name)
{
	size_t shown = 0, seen = 0, stack = 0, left = strlen(name);
	bool joined = false;
	uint32_t code;
	if (left > BYTES_MOST)
		return "The name is longer than 24 characters.";
	while (left > 0) {
		size_t n = dt_text_character(name, left, &code);
		if (n == 0 || dt_text_hidden(code))
			return "The name holds characters that are not shown.";
		bool mark = IN(marks, code);
		stack = mark && code != 0x200d ? stack + 1 : 0;
		if (stack > MARKS_MOST)
			return "The name holds too many marks on one letter.";
		shown += !mark && !joined;
		seen += !mark && !IN(blanks, code);
		joined = code == 0x200d;
		name += n;
		left -= n;
	}
	return seen == 0 ? "The name shows nothing." : shown > SHOWN_MOST ?
	    "The name is longer than 24 characters." : NULL;
}

static bool
is_taken(const struct dt_class *c, const char *name)
{
	for (size_t i = 0; i < c->n_people; i++)
		if (strcmp(c->people[i].name, name) == 0)
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

/* The name is in the class's arena. */
struct dt_class_reply
dt_class_name(struct dt_class *c, const char *said, const char **name)
{
	const char *fault = said[0] != '\0' ? find_fault(said) : NULL;
	char numbered[BYTES_MOST + 16];
	if (fault != NULL)
		return dt_class_refuse(400, fault, "Type another name, or "
		    "leave it empty to be given one.");
	const char *base = said[0] != '\0' ? said : draw(c);
	snprintf(numbered, sizeof(numbered), "%s", base);
	for (int k = 2; is_taken(c, numbered); k++)
		snprintf(numbered, sizeof(numbered), "%s %d", base, k);
	*name = dt_class_keep(c, numbered);
	return dt_class_well();
}
