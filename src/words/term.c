/* term: see term.h. */
#include "words/term.h"

#include <ctype.h>
#include <string.h>

static const struct dt_term *const all[] = { dt_term_model, dt_term_answer };

enum { LISTS = sizeof(all) / sizeof(all[0]) };

/* The k-th of all, from 0, list after list; NULL after the last. */
static const struct dt_term *
at(size_t k)
{
	for (size_t list = 0; list < LISTS; list++)
		for (size_t i = 0; all[list][i].name != NULL; i++, k--)
			if (k == 0)
				return &all[list][i];
	return NULL;
}

const char *
dt_term_name(size_t k)
{
	const struct dt_term *term = at(k);
	return term == NULL ? NULL : term->name;
}

static int
plain(char c)
{
	return c == '-' ? ' ' : tolower((unsigned char)c);
}

static bool
same(const char *a, const char *b)
{
	for (; *a != '\0' && plain(*a) == plain(*b); a++)
		b++;
	return *a == '\0' && *b == '\0';
}

const struct dt_term *
dt_term_find(const char *name)
{
	const struct dt_term *term;
	for (size_t k = 0; (term = at(k)) != NULL; k++)
		if (same(term->name, name))
			return term;
	return NULL;
}

void
dt_term_tell(const struct dt_term *term, size_t width, struct dt_text *text)
{
	struct dt_text line = { 0 };
	dt_text_add(&line, "%s: %s", term->name, term->meaning);
	dt_text_wrap(text, dt_text_string(&line), 0, width);
	dt_text_add(text, "\nThe manual: %s\n", term->page);
	text->failed |= line.failed;
	dt_text_free(&line);
}

/* ---- all, by the alphabet ---- */

static int
compare(const char *a, const char *b)
{
	while (*a != '\0' && plain(*a) == plain(*b)) {
		a++;
		b++;
	}
	return plain(*a) - plain(*b);
}

/* The next name after one; NULL before the first and after the last. */
static const struct dt_term *
after(const struct dt_term *last)
{
	const struct dt_term *best = NULL, *term;
	for (size_t k = 0; (term = at(k)) != NULL; k++)
		if ((last == NULL || compare(term->name, last->name) > 0) &&
		    (best == NULL || compare(term->name, best->name) < 0))
			best = term;
	return best;
}

/* "detente-model(7)" as ".Xr detente-model 7". */
static void
add_page(const char *page, struct dt_text *text)
{
	size_t n = strcspn(page, "(");
	dt_text_add(text, ".Xr %.*s %.1s\n", (int)n, page,
	    page[n] == '\0' ? "" : page + n + 1);
}

/* A line a sentence, as mdoc wants it. */
static void
add_sentences(const char *words, struct dt_text *text)
{
	for (; *words != '\0'; words++)
		if (strncmp(words, ". ", 2) == 0) {
			dt_text_add(text, ".\n");
			words++;
		} else {
			dt_text_add_n(text, words, 1);
		}
	dt_text_add(text, "\n");
}

void
dt_term_mdoc(struct dt_text *text)
{
	const struct dt_term *term = NULL;
	dt_text_add(text, ".Bl -tag -width Ds\n");
	while ((term = after(term)) != NULL) {
		dt_text_add(text, ".It Em %s\n", term->name);
		add_sentences(term->meaning, text);
		add_page(term->page, text);
	}
	dt_text_add(text, ".El\n");
}
