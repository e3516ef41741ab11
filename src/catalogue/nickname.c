/* nickname: see nickname.h. */
#include "catalogue/nickname.h"

#include <ctype.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { LONGEST = 64, SHOWN = 3 };

/* The field's words for what has another name here, where initials do not say
 * it. */
static const char *const known[][2] = {
	{ "allc", "always-pause" }, { "all-c", "always-pause" },
	{ "cooperate", "always-pause" }, { "cooperator", "always-pause" },
	{ "always-cooperate", "always-pause" },
	{ "alld", "always-race" }, { "all-d", "always-race" },
	{ "defect", "always-race" }, { "defector", "always-race" },
	{ "always-defect", "always-race" },
	{ "pavlov", "win-stay-lose-shift" }, { "grim-trigger", "grim" },
	{ "trigger", "grim" }, { "friedman", "grim" },
	{ "gtft", "generous-tit-for-tat" }, { "ctft", "contrite-tit-for-tat" },
	{ "stft", "suspicious-tit-for-tat" }, { "rand", "random" },
	{ "nuclear-test-ban", "ctbt" }, { "test-ban", "ctbt" },
	{ "chemical-weapons", "cwc" }, { "biological-weapons", "bwc" },
	{ "start", "new-start" }, { "nonproliferation", "npt-iaea" },
};

static void
plain(const char *word, char to[LONGEST])
{
	size_t i = 0;
	for (; word[i] != '\0' && i + 1 < LONGEST; i++)
		to[i] = word[i] == '_' || word[i] == ' ' ? '-' :
		    (char)tolower((unsigned char)word[i]);
	to[i] = '\0';
}

/* The digit of a number word of n letters, or its first letter. */
static char
initial(const char *word, size_t n, bool digits)
{
	static const char *const numbers[] = { "one", "two", "three", "four",
	    "five" };
	for (size_t i = 0; digits && i < 5; i++)
		if (strlen(numbers[i]) == n &&
		    strncmp(word, numbers[i], n) == 0)
			return (char)('1' + i);
	return word[0];
}

static bool
has_initials(const char *name, const char *word, bool digits)
{
	size_t i = 0;
	for (const char *at = name; *at != '\0'; i++) {
		size_t n = strcspn(at, "-");
		if (word[i] != initial(at, n, digits))
			return false;
		at += n + (at[n] == '-');
	}
	return i > 1 && word[i] == '\0';
}

/* "npt" is a word of npt-iaea. */
static bool
has_word(const char *name, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = name; length > 2 && *at != '\0';) {
		size_t n = strcspn(at, "-");
		if (n == length && strncmp(at, word, n) == 0 && name[n] != '\0')
			return true;
		at += n + (at[n] == '-');
	}
	return false;
}

static bool
is_known(const char *name, const char *word)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i][0], word) == 0 &&
		    strcmp(known[i][1], name) == 0)
			return true;
	return false;
}

enum way { KNOWN, INITIALS, WORD, WAYS };

static bool
fits(enum way way, const char *name, const char *word)
{
	switch (way) {
	case KNOWN:
		return is_known(name, word);
	case INITIALS:
		return has_initials(name, word, false) ||
		    has_initials(name, word, true);
	default:
		return has_word(name, word);
	}
}

/* The surest way that finds any; too many are none. */
const char *
dt_nickname_meant(struct dt_arena *arena, const char *word,
    const char *const *names)
{
	char short_word[LONGEST];
	plain(word, short_word);
	for (enum way way = KNOWN; way < WAYS; way++) {
		const char *found = NULL;
		size_t n = 0;
		for (size_t i = 0; names[i] != NULL; i++) {
			if (!fits(way, names[i], short_word))
				continue;
			found = dt_arena_print(arena, "%s%s'%s'", n ? found :
			    "", n ? " or " : "", names[i]);
			if (++n > SHOWN || found == NULL)
				break;
		}
		if (n > 0)
			return n > SHOWN ? NULL : found;
	}
	return NULL;
}
