/* network: see network.h. */
#include "population/network.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"

struct pair {
	uint32_t a, b;
};

struct pairs {
	struct dt_arena *arena;
	size_t n, room;
	struct pair *list;
	size_t members;
};

static bool
add(struct pairs *p, size_t a, size_t b)
{
	struct pair *list = dt_arena_grow(p->arena, p->list, p->n, &p->room,
	    sizeof(*list));
	if (list == NULL)
		return false;
	p->list = list;
	list[p->n++] = (struct pair){ (uint32_t)a, (uint32_t)b };
	return true;
}

/* Neighbours of each, from the pairs. */
static bool
settle(const struct pairs *p, struct dt_network *w)
{
	size_t *at = dt_arena_new(p->arena, p->members + 2, sizeof(*at));
	uint32_t *near = dt_arena_new(p->arena, 2 * p->n + 1, sizeof(*near));
	if (at == NULL || near == NULL)
		return false;
	for (size_t k = 0; k < p->n; k++) {
		at[p->list[k].a + 2]++;
		at[p->list[k].b + 2]++;
	}
	for (size_t i = 0; i < p->members; i++)
		at[i + 2] += at[i + 1];
	for (size_t k = 0; k < p->n; k++) {
		near[at[p->list[k].a + 1]++] = p->list[k].b;
		near[at[p->list[k].b + 1]++] = p->list[k].a;
	}
	*w = (struct dt_network){ .n = p->members, .at = at, .near = near };
	return true;
}

enum dt_status
dt_network_ring(size_t n, struct dt_arena *arena, struct dt_network *w,
    struct dt_error *err)
{
	struct pairs p = { .arena = arena, .members = n };
	if (n < 3 || n > DT_NETWORK_MOST)
		return dt_status_fail(err, DT_EUSAGE, "a ring needs 3 to %d",
		    DT_NETWORK_MOST);
	for (size_t i = 0; i < n; i++)
		if (!add(&p, i, (i + 1) % n))
			return dt_status_no_memory(err);
	if (!settle(&p, w))
		return dt_status_no_memory(err);
	w->ring = true;
	w->name = dt_arena_print(arena, "a ring of %zu", n);
	return w->name != NULL ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_network_lattice(size_t n, struct dt_arena *arena, struct dt_network *w,
    struct dt_error *err)
{
	struct pairs p = { .arena = arena, .members = n };
	size_t rows = 0;
	for (size_t r = 3; r * r <= n && n <= DT_NETWORK_MOST; r++)
		if (n % r == 0)
			rows = r;
	if (rows == 0)
		return dt_status_fail(err, DT_EUSAGE, "a lattice needs rows "
		    "and columns of 3 and more, and %zu is no such product, "
		    "or more than %d", n, DT_NETWORK_MOST);
	size_t columns = n / rows;
	for (size_t i = 0; i < n; i++) {
		size_t row = i / columns, column = i % columns;
		if (!add(&p, i, row * columns + (column + 1) % columns) ||
		    !add(&p, i, (row + 1) % rows * columns + column))
			return dt_status_no_memory(err);
	}
	if (!settle(&p, w))
		return dt_status_no_memory(err);
	w->name = dt_arena_print(arena, "a lattice of %zu by %zu", rows,
	    columns);
	return w->name != NULL ? DT_OK : dt_status_no_memory(err);
}

/* ---- from a file ---- */

/* "i j" of a line of n bytes; nothing: *a is 0. */
static bool
read_line(struct pairs *p, const char *line, size_t n, size_t *a, size_t *b)
{
	int count;
	int64_t x, y;
	char *copy = dt_arena_copy_n(p->arena, line, n);
	*a = 0;
	if (copy == NULL)
		return false;
	char *start = copy + strspn(copy, " \t\r");
	if (*start == '\0' || *start == '#')
		return true;
	char *second = start + strcspn(start, " \t\r");
	if (*second == '\0')
		return false;
	*second++ = '\0';
	second += strspn(second, " \t\r");
	count = (int)strcspn(second, " \t\r");
	if (second[count + (int)strspn(second + count, " \t\r")] != '\0')
		return false;
	second[count] = '\0';
	if (!dt_number_read_whole(start, &x) ||
	    !dt_number_read_whole(second, &y) || x < 1 || y < 1 || x == y ||
	    x > DT_NETWORK_MOST || y > DT_NETWORK_MOST)
		return false;
	*a = (size_t)x;
	*b = (size_t)y;
	return true;
}

static enum dt_status
read_pairs(const struct dt_source *source, struct pairs *p,
    struct dt_error *err)
{
	size_t at = 0, next, a, b;
	for (int line = 1; at < source->size; line++, at = at + next) {
		size_t n = dt_text_line(source->text + at, source->size - at,
		    &next);
		if (!read_line(p, source->text + at, n, &a, &b))
			return dt_status_fail(err, DT_EINPUT, "%s:%d:1: a "
			    "line is two neighbours, as '1 2', of 1 to %d",
			    source->path, line, DT_NETWORK_MOST);
		if (a == 0)
			continue;
		if (!add(p, a - 1, b - 1))
			return dt_status_no_memory(err);
		size_t larger = a > b ? a : b;
		p->members = p->members < larger ? larger : p->members;
	}
	return DT_OK;
}

/* Whether each is there, once a pair, and can be come to from the first. */
static enum dt_status
check(const struct dt_network *w, const char *path, struct dt_arena *arena,
    struct dt_error *err)
{
	size_t *queue = dt_arena_new(arena, w->n + 1, sizeof(*queue));
	size_t *seen = dt_arena_new(arena, w->n + 1, sizeof(*seen));
	size_t *met = dt_arena_new(arena, w->n + 1, sizeof(*met)), n = 1;
	if (queue == NULL || seen == NULL || met == NULL)
		return dt_status_no_memory(err);
	seen[0] = 1;
	for (size_t k = 0; k < n; k++)
		for (size_t e = w->at[queue[k]]; e < w->at[queue[k] + 1]; e++) {
			size_t j = w->near[e];
			if (met[j] == queue[k] + 1)
				return dt_status_fail(err, DT_EINPUT, "%s: "
				    "%zu and %zu are neighbours twice", path,
				    queue[k] + 1, j + 1);
			met[j] = queue[k] + 1;
			if (!seen[j])
				queue[n++] = j;
			seen[j] = 1;
		}
	for (size_t i = 0; i < w->n; i++)
		if (!seen[i])
			return dt_status_fail(err, DT_EINPUT, "%s: nobody "
			    "comes from 1 to %zu by way of neighbours", path,
			    i + 1);
	return DT_OK;
}

enum dt_status
dt_network_read(const struct dt_source *source, struct dt_arena *arena,
    struct dt_network *w, struct dt_error *err)
{
	struct pairs p = { .arena = arena };
	enum dt_status status = read_pairs(source, &p, err);
	if (status != DT_OK)
		return status;
	if (p.members < 3)
		return dt_status_fail(err, DT_EINPUT, "%s: a graph needs 3 "
		    "members at least", source->path);
	if (!settle(&p, w))
		return dt_status_no_memory(err);
	w->name = dt_arena_print(arena, "the graph of %s", source->path);
	return w->name == NULL ? dt_status_no_memory(err) :
	    check(w, source->path, arena, err);
}

enum dt_status
dt_network_find(const char *word, size_t n, struct dt_arena *arena,
    struct dt_network *w, struct dt_error *err)
{
	struct dt_source *source;
	if (strcmp(word, "ring") == 0)
		return dt_network_ring(n, arena, w, err);
	if (strcmp(word, "lattice") == 0)
		return dt_network_lattice(n, arena, w, err);
	enum dt_status status = dt_node_load(arena, word, &source, err);
	return status != DT_OK ? status : dt_network_read(source, arena, w,
	    err);
}
