/* nash_found: what a search found; see nash_internal.h. */
#include "solve/nash_internal.h"

#include <math.h>
#include <stdlib.h>

#include "base/guard.h"

enum dt_status
dt_nash_found_place(struct dt_nash_search *s, size_t player,
    struct dt_labels given, enum dt_bimatrix_end *end, struct dt_error *err)
{
	enum dt_status status = dt_bimatrix_vertex(&s->b, player, given, s->x,
	    end, &s->binding[player], err);
	if (status != DT_OK || *end != DT_BIMATRIX_ONE)
		return status;
	size_t start = dt_profile_start(s->game, player);
	return dt_bimatrix_chances(s->x, s->b.n[player], s->list->arena,
	    s->chances + start, s->exact + start, err);
}

static size_t
count(struct dt_labels set)
{
	size_t n = 0;
	for (size_t label = 0; label < 128; label++)
		n += dt_labels_has(set, label);
	return n;
}

enum dt_status
dt_nash_found_add(struct dt_nash_search *s, struct dt_error *err)
{
	size_t n = s->list->n - s->first;
	if (n == s->room) {
		size_t room = n == 0 ? 16 : 2 * n;
		void *keys = dt_guard_resize(s->keys, room, sizeof(*s->keys));
		if (keys == NULL)
			return dt_status_no_memory(err);
		s->keys = keys;
		s->room = room;
	}
	s->keys[n].binding[0] = s->binding[0];
	s->keys[n].binding[1] = s->binding[1];
	s->list->degenerate |= count(s->binding[0]) +
	    count(s->binding[1]) > dt_profile_size(s->game);
	return dt_profile_add(s->list, s->game, s->chances,
	    s->b.exact ? s->exact : NULL, s->b.exact ? 0 : NAN, err);
}

void
dt_nash_found_clear(struct dt_nash_search *s)
{
	s->list->n = s->first;
	s->list->degenerate = false;
}

/* First who plays the first strategy of those that one plays and the other
 * does not; by replies that bind where both play the same. */
static int
by_labels(const void *one, const void *two)
{
	const struct dt_nash_key *a = one, *b = two;
	for (size_t k = 0; k < 4; k++) {
		uint64_t x = a->binding[k % 2].of[(k + k / 2) % 2];
		uint64_t y = b->binding[k % 2].of[(k + k / 2) % 2];
		uint64_t differ = x ^ y, lowest = differ & -differ;
		if (differ != 0)
			return (x & lowest) != 0 ? 1 : -1;
	}
	return 0;
}

void
dt_nash_found_sort(struct dt_nash_search *s)
{
	struct dt_profile_point *points = s->list->points + s->first;
	size_t n = s->list->n - s->first;
	for (size_t i = 0; i < n; i++)
		s->keys[i].point = points[i];
	if (n > 0)
		qsort(s->keys, n, sizeof(*s->keys), by_labels);
	for (size_t i = 0; i < n; i++)
		points[i] = s->keys[i].point;
}
