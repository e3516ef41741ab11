/* node_pair: the keys of one map; see node_compose.h. */
#include "base/node_compose.h"

#include "base/memory.h"
#include "base/node_mend.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_KEY = 200 };

bool
dt_node_pair_check(struct dt_node_copy *copy, const struct dt_node *key)
{
	struct dt_faults *faults = copy->faults;
	if (key->kind != DT_NODE_SCALAR)
		dt_faults_add(faults, key->at, NULL,
		    "a key must be a word, not a map or list");
	else if (key->torn)
		return false;
	else if (key->text[0] == '\0')
		dt_faults_add(faults, key->at, NULL, "the key is empty");
	else if (strlen(key->text) > LONGEST_KEY)
		dt_faults_add(faults, key->at, NULL,
		    "the key is longer than %d bytes", LONGEST_KEY);
	else
		return true;
	return false;
}

void
dt_node_pair_split(struct dt_node_copy *copy, struct dt_node *key,
    struct dt_node *value)
{
	if (key->quoted || value->quoted || value->torn ||
	    value->text[0] != '\0' ||
	    key->text[strcspn(key->text, " :=")] == '\0')
		return;
	size_t at;
	size_t n = dt_node_mend_colon(copy->faults, key->at, key->text, &at);
	if (n == 0)
		return;
	char *name = dt_arena_copy_n(copy->arena, key->text, n);
	if (name == NULL) {
		copy->failed = true;
		return;
	}
	value->text = key->text + at;
	value->at = key->at;
	value->at.column += dt_text_width(key->text) -
	    dt_text_width(value->text);
	value->at.length = dt_text_width(value->text) + !value->text[0];
	key->text = name;
	key->at.length = dt_text_width(name);
}

/* Of equal keys, the one that is written first comes first. */
static int
compare(const void *a, const void *b)
{
	struct dt_node *const *x = *(struct dt_node *const *const *)a;
	struct dt_node *const *y = *(struct dt_node *const *const *)b;
	int order = strcmp((*x)->text, (*y)->text);
	return order != 0 ? order : (x > y) - (x < y);
}

/* Puts NULL for each key that was there before. */
static void
strike(struct dt_node_copy *copy, struct dt_node ***sorted, size_t n)
{
	const struct dt_node *first = NULL;
	for (size_t i = 0; i < n; i++) {
		const struct dt_node *key = *sorted[i];
		if (first == NULL || strcmp(first->text, key->text) != 0) {
			first = key;
			continue;
		}
		dt_faults_add(copy->faults, key->at,
		    dt_arena_print(copy->arena, "the first one is in line "
		    "%zu", first->at.line), "duplicate key '%.*s'",
		    (int)dt_text_offset(key->text, strlen(key->text), 40),
		    key->text);
		*sorted[i] = NULL;
	}
}

void
dt_node_pair_unique(struct dt_node_copy *copy, struct dt_node **keys,
    struct dt_node **items, size_t *n)
{
	struct dt_node ***sorted = dt_memory_new(*n, sizeof(*sorted));
	if (sorted == NULL) {
		copy->failed = true;
		return;
	}
	for (size_t i = 0; i < *n; i++)
		sorted[i] = &keys[i];
	qsort(sorted, *n, sizeof(*sorted), compare);
	strike(copy, sorted, *n);
	dt_memory_free(sorted);
	size_t kept = 0;
	for (size_t i = 0; i < *n; i++) {
		keys[kept] = keys[i];
		items[kept] = items[i];
		kept += keys[i] != NULL;
	}
	*n = kept;
}
