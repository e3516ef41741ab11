/* faults_near: which of the known words was meant; see faults.h. */
#include "base/faults.h"

#include <string.h>

enum { FEW_WORDS = 8, LONGEST_WORD = 64 };

static char
plain_letter(char letter)
{
	if (letter >= 'A' && letter <= 'Z')
		return (char)(letter - 'A' + 'a');
	return letter == '_' || letter == ' ' ? '-' : letter;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Optimal string alignment: the edits that turn one word into the other,
 * where a swap of neighbours is one and no letter is edited twice. */
static size_t
edits(const char *a, size_t na, const char *b, size_t nb)
{
	size_t row[3][LONGEST_WORD + 1];
	size_t *older = row[0], *old = row[1], *now = row[2];
	for (size_t j = 0; j <= nb; j++)
		old[j] = j;
	for (size_t i = 1; i <= na; i++) {
		now[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			char x = plain_letter(a[i - 1]);
			char y = plain_letter(b[j - 1]);
			now[j] = least(least(old[j], now[j - 1]) + 1,
			    old[j - 1] + (x != y));
			if (i > 1 && j > 1 && x == plain_letter(b[j - 2]) &&
			    y == plain_letter(a[i - 2]))
				now[j] = least(now[j], older[j - 2] + 1);
		}
		size_t *free_row = older;
		older = old;
		old = now;
		now = free_row;
	}
	return old[nb];
}

const char *
dt_faults_nearest(const char *wrong, const char *const *words)
{
	size_t n = strlen(wrong);
	size_t limit = n < 3 ? 1 : n / 3;
	const char *nearest = NULL;
	size_t nearest_edits = limit + 1;
	if (n == 0 || n > LONGEST_WORD)
		return NULL;
	for (size_t i = 0; words[i] != NULL; i++) {
		size_t m = strlen(words[i]);
		if (m > LONGEST_WORD || m > n + limit || n > m + limit)
			continue;
		size_t distance = edits(wrong, n, words[i], m);
		if (distance < nearest_edits && distance < (n > m ? n : m)) {
			nearest = words[i];
			nearest_edits = distance;
		}
	}
	return nearest;
}

const char *
dt_faults_suggest(struct dt_faults *faults, const char *wrong,
    const char *const *words)
{
	const char *nearest = dt_faults_nearest(wrong, words);
	if (nearest != NULL)
		return dt_arena_print(faults->arena, "did you mean '%s'?",
		    nearest);
	size_t n = 0;
	while (words[n] != NULL)
		n++;
	if (n == 0 || n > FEW_WORDS)
		return NULL;
	const char *list = words[0];
	for (size_t i = 1; i < n && list != NULL; i++)
		list = dt_arena_print(faults->arena, "%s, %s", list,
		    words[i]);
	if (list == NULL)
		return NULL;
	return dt_arena_print(faults->arena, n > 1 ? "one of: %s" :
	    "the only one known: %s", list);
}

const char *
dt_faults_near_words(struct dt_arena *arena, const char *wrong,
    const char *const *words)
{
	const char *near = dt_faults_nearest(wrong, words);
	const char *text = near == NULL ? NULL :
	    dt_arena_print(arena, "; did you mean '%s'?", near);
	return text == NULL ? "" : text;
}
