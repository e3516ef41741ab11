/*
 * lesson_words: the texts of a lesson in other languages; see lesson.h.
 *
 * A translation has the shape of the lesson, with nothing but texts in it. Both
 * are walked together: what the lesson says in letters a translation says too.
 */
#include "catalogue/lesson_internal.h"

#include <string.h>

struct walk {
	struct dt_lesson *lesson;
	struct dt_lesson_word *words;
	const char *language;
	struct dt_faults *faults;
	bool faulty;
};

/* What people read. Sources (`source`, `from`) may stay as they are. */
static bool
is_text(const char *key)
{
	static const char *const keys[] = { "title", "summary", "text",
		"question", "answers", "feedback", "predict", "reflect",
		"labels", "say", "ask", NULL };
	for (size_t k = 0; keys[k] != NULL; k++)
		if (strcmp(key, keys[k]) == 0)
			return true;
	return strcmp(key, "from") == 0;
}

/* A number is the same in any language. */
static bool
has_letters(const char *text)
{
	for (; *text != '\0'; text++)
		if (strchr("0123456789.,-+% ", *text) == NULL)
			return true;
	return false;
}

static void
blame(struct walk *w, struct dt_place at, const char *what)
{
	w->faulty = true;
	dt_faults_add(w->faults, at, NULL, "'%s' %s", w->language, what);
}

static void
pair(struct walk *w, const char *key, const struct dt_node *own,
    const struct dt_node *theirs)
{
	if (theirs != NULL && theirs->kind == DT_NODE_SCALAR) {
		w->words[w->lesson->n_words++] = (struct dt_lesson_word){
		    own->text, w->language, theirs->text };
		return;
	}
	if (strcmp(key, "from") != 0 && has_letters(own->text))
		blame(w, own->at, "has no translation of this");
}

static void descend(struct walk *w, const char *key,
    const struct dt_node *own, const struct dt_node *theirs);

/* Keys that a translation may have, and those that it has too many. */
static void
descend_map(struct walk *w, const struct dt_node *own,
    const struct dt_node *theirs)
{
	for (size_t i = 0; i < own->n; i++) {
		const char *key = own->keys[i]->text;
		const struct dt_node *other = dt_node_get(theirs, key);
		bool apart = strcmp(key, "set") == 0 ||
		    strcmp(key, "translations") == 0;
		if (!apart && (own->items[i]->kind != DT_NODE_SCALAR ||
		    is_text(key)))
			descend(w, key, own->items[i], other);
		else if (other != NULL)
			blame(w, theirs->at, "translates what is no text");
	}
	for (size_t i = 0; theirs != NULL && i < theirs->n; i++)
		if (dt_node_get(own, theirs->keys[i]->text) == NULL)
			blame(w, theirs->keys[i]->at,
			    "translates what the lesson does not say");
}

static void
descend(struct walk *w, const char *key, const struct dt_node *own,
    const struct dt_node *theirs)
{
	if (theirs != NULL && theirs->kind != own->kind)
		blame(w, theirs->at, "has another shape than the lesson");
	else if (own->kind == DT_NODE_MAP)
		descend_map(w, own, theirs);
	else if (own->kind == DT_NODE_SCALAR && is_text(key))
		pair(w, key, own, theirs);
	for (size_t i = 0; own->kind == DT_NODE_LIST && i < own->n; i++)
		descend(w, key, own->items[i], theirs != NULL &&
		    theirs->kind == DT_NODE_LIST && i < theirs->n ?
		    theirs->items[i] : NULL);
	if (own->kind == DT_NODE_LIST && theirs != NULL && theirs->n > own->n)
		blame(w, theirs->at, "has more items than the lesson");
}

static size_t
count_scalars(const struct dt_node *node)
{
	size_t n = node->kind == DT_NODE_SCALAR;
	for (size_t i = 0; node->kind != DT_NODE_SCALAR && i < node->n; i++)
		n += count_scalars(node->items[i]);
	return n;
}

enum dt_status
dt_lesson_words_find(struct dt_lesson *lesson, struct dt_arena *arena,
    struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_node *map = lesson->translations;
	if (map != NULL && map->kind != DT_NODE_MAP)
		return dt_faults_add(faults, map->at, NULL,
		    "'translations' takes a map from languages to texts");
	size_t n = map != NULL ? map->n : 0;
	const char **languages = (const char **)dt_arena_new(arena, n + 2,
	    sizeof(*languages));
	struct walk w = { .lesson = lesson, .faults = faults,
	    .words = dt_arena_new(arena, 1 + (map != NULL ?
	    count_scalars(map) : 0), sizeof(*w.words)) };
	if (languages == NULL || w.words == NULL)
		return dt_status_no_memory(err);
	languages[0] = lesson->language;
	lesson->languages = languages;
	lesson->words = w.words;
	for (size_t i = 0; i < n; i++) {
		w.language = languages[i + 1] = map->keys[i]->text;
		descend(&w, "", lesson->origin.node, map->items[i]);
	}
	return w.faulty ? DT_EINPUT : DT_OK;
}

const char *
dt_lesson_in(const struct dt_lesson *lesson, const char *language,
    const char *own)
{
	for (size_t k = 0; k < lesson->n_words; k++)
		if (lesson->words[k].own == own &&
		    strcmp(lesson->words[k].language, language) == 0)
			return lesson->words[k].text;
	return own;
}
