/* vertices: the list and its table; see vertices.h. */
#include "solve/vertices.h"

#include "base/guard.h"

static uint64_t
hash(struct dt_labels labels)
{
	uint64_t x = labels.of[0] * UINT64_C(0x9E3779B97F4A7C15) ^
	    (labels.of[1] + 1) * UINT64_C(0xC2B2AE3D27D4EB4F);
	x ^= x >> 29;
	x *= UINT64_C(0xBF58476D1CE4E5B9);
	return x ^ x >> 32;
}

/* The slot of a binding, or the empty one where it belongs; slots hold an
 * index and one more, 0 is empty. */
static size_t
slot_of(const struct dt_vertices *v, struct dt_labels binding)
{
	size_t mask = v->n_slots - 1, slot = (size_t)hash(binding) & mask;
	for (; v->slots[slot] != 0; slot = (slot + 1) & mask) {
		const struct dt_labels *b = &v->binding[v->slots[slot] - 1];
		if (b->of[0] == binding.of[0] && b->of[1] == binding.of[1])
			break;
	}
	return slot;
}

static enum dt_status
grow(struct dt_vertices *v, struct dt_error *err)
{
	size_t room = v->room == 0 ? 256 : 2 * v->room;
	if (room > DT_VERTICES_MOST)
		return dt_status_fail(err, DT_EUSAGE, "the game has too many "
		    "candidates, more than %d; ask for --method lemke-howson",
		    DT_VERTICES_MOST);
	void *binding = dt_guard_resize(v->binding, room, sizeof(*v->binding));
	if (binding != NULL)
		v->binding = binding;
	void *basis = dt_guard_resize(v->basis, room,
	    sizeof(*v->basis));
	if (basis != NULL)
		v->basis = basis;
	size_t *slots = dt_guard_new(4 * room, sizeof(*slots));
	if (binding == NULL || basis == NULL || slots == NULL) {
		dt_guard_free(slots);
		return dt_status_no_memory(err);
	}
	dt_guard_free(v->slots);
	v->slots = slots;
	v->n_slots = 4 * room;
	v->room = room;
	for (size_t i = 0; i < v->n; i++)
		v->slots[slot_of(v, v->binding[i])] = i + 1;
	return DT_OK;
}

enum dt_status
dt_vertices_add(struct dt_vertices *v, struct dt_labels binding,
    struct dt_labels basis, bool *fresh, struct dt_error *err)
{
	if (v->n == v->room) {
		enum dt_status status = grow(v, err);
		if (status != DT_OK)
			return status;
	}
	size_t slot = slot_of(v, binding);
	*fresh = v->slots[slot] == 0;
	if (*fresh) {
		v->binding[v->n] = binding;
		v->basis[v->n++] = basis;
		v->slots[slot] = v->n;
	}
	return DT_OK;
}

size_t
dt_vertices_find(const struct dt_vertices *v, struct dt_labels binding)
{
	return v->n == 0 ? SIZE_MAX : v->slots[slot_of(v, binding)] - 1;
}

void
dt_vertices_free(struct dt_vertices *v)
{
	dt_guard_free(v->binding);
	dt_guard_free(v->basis);
	dt_guard_free(v->slots);
	*v = (struct dt_vertices){ 0 };
}
