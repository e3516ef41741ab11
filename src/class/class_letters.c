/* class_letters: see class_letters.h. */
#include "class/class_letters.h"

#include <string.h>

#include "base/text.h"
#include "config.h"

#ifdef HAVE_UTF8PROC
#include <utf8proc.h>

enum { CODES = 2048 };  /* a character comes apart into at most 18 */

/* UTF-8 in the form that the options ask for; false: it is none, or too
 * long. */
static bool
convert(const char *name, utf8proc_option_t options, char *out, size_t room)
{
	utf8proc_int32_t codes[CODES + 1];
	utf8proc_ssize_t n = utf8proc_decompose((const utf8proc_uint8_t *)name,
	    (utf8proc_ssize_t)strlen(name), codes, CODES, options);
	if (n < 0 || n > CODES)
		return false;
	n = utf8proc_reencode(codes, n, options);
	if (n < 0 || (size_t)n >= room)
		return false;
	memcpy(out, codes, (size_t)n + 1);
	return true;
}

static bool
is_mark(uint32_t code)
{
	utf8proc_category_t is = utf8proc_category((utf8proc_int32_t)code);
	return is == UTF8PROC_CATEGORY_MN || is == UTF8PROC_CATEGORY_ME;
}

/* Letters that show nothing are few; all else that does not is of a kind. */
static bool
is_blank(uint32_t code)
{
	static const uint32_t letters[] = { 0x115f, 0x1160, 0x2800, 0x3164,
		0xffa0 };
	utf8proc_category_t is = utf8proc_category((utf8proc_int32_t)code);
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++)
		if (code == letters[i])
			return true;
	return is == UTF8PROC_CATEGORY_ZS || is == UTF8PROC_CATEGORY_CF ||
	    is == UTF8PROC_CATEGORY_MC;
}

/* Between graphemes? The state is utf8proc's. */
static bool
breaks(uint32_t before, uint32_t code, utf8proc_int32_t *state)
{
	return utf8proc_grapheme_break_stateful((utf8proc_int32_t)before,
	    (utf8proc_int32_t)code, state);
}

static bool
compose(const char *name, char *out, size_t room)
{
	return convert(name, UTF8PROC_STABLE | UTF8PROC_COMPOSE, out, room);
}

/* Taken apart, so that a letter that has marks of its own counts them. */
static bool
take_apart(const char *name, char *out, size_t room)
{
	return convert(name, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE, out, room);
}

static bool
fold(const char *name, char *out, size_t room)
{
	return convert(name, UTF8PROC_STABLE | UTF8PROC_COMPOSE |
	    UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE, out, room);
}

#else

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
	{ 0x1dc0, 0x1dff }, { 0x20d0, 0x20ff }, { 0x302a, 0x302d },
	{ 0x3099, 0x309a }, { 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f },
	{ 0x1f3fb, 0x1f3ff }, { 0xe0020, 0xe007f }, { 0xe0100, 0xe01ef },
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

static bool
is_mark(uint32_t code)
{
	return in(marks, sizeof(marks) / sizeof(marks[0]), code);
}

static bool
is_blank(uint32_t code)
{
	return in(blanks, sizeof(blanks) / sizeof(blanks[0]), code);
}

/* A mark, a joiner and what it joins belong to the letter before. */
static bool
breaks(uint32_t before, uint32_t code, int32_t *state)
{
	(void)state;
	return !is_mark(code) && code != 0x200d && before != 0x200d;
}

static bool
compose(const char *name, char *out, size_t room)
{
	size_t n = strlen(name);
	if (n < room)
		memcpy(out, name, n + 1);
	return n < room;
}

#define take_apart compose
#define fold compose
#endif

/* All characters, one after another. */
struct walk {
	const char *at;
	size_t left;
	uint32_t code;
};

static bool
next(struct walk *w)
{
	size_t n = w->left > 0 ? dt_text_character(w->at, w->left, &w->code) :
	    0;
	w->at += n;
	w->left -= n;
	return n > 0;
}

bool
dt_class_letters_compose(const char *name, char composed[DT_CLASS_NAME])
{
	struct walk w = { name, strlen(name), 0 };
	while (next(&w))
		continue;
	if (w.left > 0 || !compose(name, composed, DT_CLASS_NAME))
		return false;
	size_t n = strlen(composed), first = strspn(composed, " ");
	while (n > first && composed[n - 1] == ' ')
		n--;
	memmove(composed, composed + first, n - first);
	composed[n - first] = '\0';
	return true;
}

static size_t
most_marks(const char *name)
{
	char apart[4 * DT_CLASS_NAME];
	struct walk w = { apart, 0, 0 };
	size_t stack = 0, most = 0;
	if (!take_apart(name, apart, sizeof(apart)))
		return SIZE_MAX;
	w.left = strlen(apart);
	while (next(&w)) {
		stack = is_mark(w.code) ? stack + 1 : 0;
		most = stack > most ? stack : most;
	}
	return most;
}

void
dt_class_letters_count(const char *name, struct dt_class_letters *count)
{
	struct walk w = { name, strlen(name), 0 };
	uint32_t before = 0;
	int32_t state = 0;
	*count = (struct dt_class_letters){ .marks = most_marks(name) };
	for (bool first = true; next(&w); first = false) {
		count->shown += first || breaks(before, w.code, &state);
		count->seen |= !is_mark(w.code) && !is_blank(w.code);
		count->hidden |= dt_text_hidden(w.code);
		before = w.code;
	}
	count->hidden |= w.left > 0;
}

void
dt_class_letters_look(const char *name, unsigned char look[DT_HASH_BYTES])
{
	char folded[4 * DT_CLASS_NAME];
	size_t n = 0;
	if (!fold(name, folded, sizeof(folded)))
		folded[0] = '\0';
	for (size_t i = 0; folded[i] != '\0'; i++)
		if (folded[i] != ' ' || (n > 0 && folded[n - 1] != ' '))
			folded[n++] = folded[i];
	n -= n > 0 && folded[n - 1] == ' ';
	dt_hash_of(folded, n, look);
}
