/* lever_grid: the grid of a choice: shortened, and in words; see lever.h. */
#include "design/lever.h"

static bool
shorten(struct dt_arena *arena, struct dt_lever *l, size_t most)
{
	size_t step = (l->n + most - 1) / most, n = 0;
	int64_t *values = dt_arena_new(arena, l->n, sizeof(*values));
	if (values == NULL)
		return false;
	for (size_t i = 0; i < l->n; i += step)
		values[n++] = l->values[i];
	l->values = values;
	l->n = n;
	return true;
}

enum dt_status
dt_lever_shorten(struct dt_arena *arena, struct dt_levers *levers,
    enum dt_lever_kind kind, size_t most, struct dt_error *err)
{
	for (size_t k = 0; k < levers->n_choices; k++) {
		struct dt_lever *l = &levers->choice[k];
		if (l->kind != kind)
			continue;
		levers->cells /= (double)l->n;
		if (!shorten(arena, l, most))
			return dt_status_no_memory(err);
		levers->cells *= (double)l->n;
	}
	return DT_OK;
}

const char *
dt_lever_value(struct dt_arena *arena, const struct dt_lever *lever,
    size_t pick)
{
	if (lever->flag)
		return lever->values[pick] ? "yes" : "no";
	return dt_arena_print(arena, "%lld", (long long)lever->values[pick]);
}
