/* recorded_labels: which strategies a player has, and which of them it plays in
 * a source; see recorded.h. */
#include "infer/recorded_internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static int
by_name(const void *one, const void *two)
{
	return strcmp(*(const char *const *)one, *(const char *const *)two);
}

/* What a role plays in a source: a strategy, or "a+b" where its agents play
 * different ones. */
static const char *
label_of(struct dt_recorded *recorded, const struct dt_recorded_player *p,
    const struct dt_recorded_source *s)
{
	const char *label = s->strategies[p->members[0]];
	for (size_t k = 1; k < p->n_members && label != NULL; k++) {
		const char *other = s->strategies[p->members[k]];
		if (strcmp(other, s->strategies[p->members[0]]) != 0)
			label = dt_arena_print(recorded->arena, "%s+%s",
			    label, other);
	}
	return label;
}

enum dt_status
dt_recorded_labels(struct dt_recorded *recorded,
    const struct dt_recorded_game *game, struct dt_recorded_player *p,
    struct dt_error *err)
{
	const char **labels = dt_memory_new(game->n_sources + 1,
	    sizeof(*labels));
	const struct dt_recorded_source *s = game->sources;
	size_t n = 0, different = 0;
	if (labels == NULL)
		return dt_status_no_memory(err);
	for (; s != NULL; s = s->next, n++)
		if ((labels[n] = label_of(recorded, p, s)) == NULL) {
			dt_memory_free(labels);
			return dt_status_no_memory(err);
		}
	qsort(labels, n, sizeof(*labels), by_name);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || strcmp(labels[i], labels[different - 1]) != 0)
			labels[different++] = labels[i];
	const char **copy = dt_arena_new(recorded->arena, different + 1,
	    sizeof(*copy));
	if (copy != NULL)
		memcpy(copy, labels, different * sizeof(*copy));
	dt_memory_free(labels);
	p->labels = copy;
	p->n = different;
	return copy ? DT_OK : dt_status_no_memory(err);
}

size_t
dt_recorded_played(struct dt_recorded *recorded,
    const struct dt_recorded_player *player,
    const struct dt_recorded_source *source)
{
	const char *label = label_of(recorded, player, source);
	if (label == NULL)
		return player->n;
	const char *const *at = bsearch(&label, player->labels, player->n,
	    sizeof(*player->labels), by_name);
	return (size_t)(at - player->labels);
}
