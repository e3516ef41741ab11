/* nash_components: which extreme equilibria hang together; see nash.h. */
#include "solve/nash.h"

#include <string.h>

/* Does the player play the same in both? */
static bool
is_shared(const struct dt_profile_point *a, const struct dt_profile_point *b,
    size_t start, size_t n)
{
	for (size_t k = start; k < start + n; k++)
		if (a->exact != NULL ?
		    strcmp(a->exact[k], b->exact[k]) != 0 :
		    a->chances[k] < b->chances[k] ||
		    a->chances[k] > b->chances[k])
			return false;
	return true;
}

static bool
is_linked(const struct dt_normal *g, const struct dt_profile_point *a,
    const struct dt_profile_point *b)
{
	size_t first = g->strategies[0];
	return is_shared(a, b, 0, first) ||
	    is_shared(a, b, first, g->strategies[1]);
}

/* Gives a point and all that hang on it the same number; `stack` has room for
 * each point once. */
static void
spread(const struct dt_normal *g, const struct dt_profile_list *list,
    size_t number, size_t *component, size_t *stack, size_t depth)
{
	while (depth > 0) {
		size_t at = stack[--depth];
		for (size_t i = 0; i < list->n; i++)
			if (component[i] == SIZE_MAX && is_linked(g,
			    &list->points[at], &list->points[i])) {
				component[i] = number;
				stack[depth++] = i;
			}
	}
}

enum dt_status
dt_nash_components(const struct dt_normal *game,
    const struct dt_profile_list *list, size_t **component, size_t *n,
    struct dt_error *err)
{
	size_t *number = dt_arena_new(list->arena, list->n + 1,
	    sizeof(*number));
	size_t *stack = dt_arena_new(list->arena, list->n + 1,
	    sizeof(*stack));
	if (number == NULL || stack == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < list->n; i++)
		number[i] = SIZE_MAX;
	*n = 0;
	for (size_t i = 0; i < list->n; i++) {
		if (number[i] != SIZE_MAX)
			continue;
		number[i] = *n;
		stack[0] = i;
		spread(game, list, (*n)++, number, stack, 1);
	}
	*component = number;
	return DT_OK;
}
