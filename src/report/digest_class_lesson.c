/*
 * digest_class_lesson: what the lesson that was played says of its blocks: their
 * titles, in the language that was asked for, and which of them are practice; see
 * digest_class.h. Its text is in the file. A text that is no lesson says nothing.
 */
#include "report/digest_class.h"

#include <string.h>

static enum dt_status
take_text(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	*(const char **)to = dt_digest_text(d, &row[0]);
	return DT_OK;
}

static enum dt_status
read_text(struct dt_digest *d, struct dt_digest_class *c, const char *text)
{
	struct dt_source *source = dt_arena_new(d->arena, 1, sizeof(*source));
	struct dt_faults faults = { .arena = d->arena };
	struct dt_node *root = NULL;
	struct dt_error why;
	if (source == NULL)
		return dt_status_no_memory(d->err);
	*source = (struct dt_source){ "lesson_text", text, strlen(text) };
	enum dt_status status = dt_node_read(d->arena, source, &root, &faults,
	    &why);
	if (status == DT_OK)
		c->lesson = root;
	return status == DT_ENOMEM ? dt_status_no_memory(d->err) : DT_OK;
}

enum dt_status
dt_digest_class_lesson(struct dt_digest *d, struct dt_digest_class *c)
{
	const char *text = NULL;
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_text, &text }, "SELECT name FROM sqlite_schema WHERE"
	    " name = 'class_session'");
	if (status == DT_OK && text != NULL) {
		text = NULL;
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_text, &text }, "SELECT lesson_text FROM"
		    " class_session LIMIT 1");
	}
	return status == DT_OK && text != NULL ? read_text(d, c, text) :
	    status;
}

/* The block's map in a tree of the lesson's shape; NULL: it has none. */
static const struct dt_node *
block_in(const struct dt_node *root, const char *name)
{
	return dt_node_get(dt_node_get(root, "blocks"), name);
}

static const char *
word_of(const struct dt_node *map, const char *key)
{
	const struct dt_node *node = dt_node_get(map, key);
	return node != NULL && node->kind == DT_NODE_SCALAR ? node->text :
	    NULL;
}

static const char *
name_of(const struct dt_digest_class *c, int64_t block)
{
	const struct dt_node *blocks = dt_node_get(c->lesson, "blocks");
	return blocks != NULL && blocks->kind == DT_NODE_MAP && block >= 1 &&
	    (size_t)block <= blocks->n ? blocks->keys[block - 1]->text : NULL;
}

const char *
dt_digest_class_words(const struct dt_digest_class *c, int64_t block,
    const char *key)
{
	const char *name = name_of(c, block), *own = NULL, *other = NULL;
	if (name != NULL)
		own = word_of(block_in(c->lesson, name), key);
	if (name != NULL && c->request->language != NULL)
		other = word_of(block_in(dt_node_get(dt_node_get(c->lesson,
		    "translations"), c->request->language), name), key);
	return other != NULL ? other : own;
}

bool
dt_digest_class_is_practice(const struct dt_digest_class *c, int64_t block)
{
	const char *name = name_of(c, block);
	const char *word = name == NULL ? NULL : word_of(block_in(c->lesson,
	    name), "practice");
	return word != NULL && (strcmp(word, "yes") == 0 ||
	    strcmp(word, "true") == 0);
}
