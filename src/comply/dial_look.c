/* dial_look: one value of a dial, looked at; see dial.h. */
#include "comply/dial_internal.h"

#include <string.h>

#include "base/number.h"

/* The first look that is not before a value. */
static size_t
place_of(const struct dt_dial_search *s, double x)
{
	size_t low = 0, high = s->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (s->look[middle].x < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
reckon(struct dt_dial_search *s, double x, struct dt_dial_look *look)
{
	const struct dt_comply_model *model;
	struct dt_gain_value value;
	struct dt_error err;
	enum dt_status status = s->dial->turn(s->dial->of, x, &model, &err);
	if (status == DT_OK)
		status = dt_gain_at(s->gain, model, &value, &err);
	if (status == DT_ENOMEM || status == DT_ESTOPPED)
		s->status = status;
	if (status != DT_OK) {
		*s->err = err;
		return false;
	}
	*look = (struct dt_dial_look){ x, { value.kept, value.stayed } };
	if (!value.enters)
		look->gain[DT_DIAL_STAYED] = 1e30;
	look->gain[DT_DIAL_HOLDS] = dt_number_max(value.kept,
	    look->gain[DT_DIAL_STAYED]);
	return true;
}

size_t
dt_dial_look(struct dt_dial_search *s, double x)
{
	struct dt_dial_look look;
	size_t k = place_of(s, x);
	if (k < s->n && s->look[k].x == x)
		return k;
	if (s->status != DT_OK || s->n >= DT_DIAL_LOOKS_MOST ||
	    !reckon(s, x, &look))
		return SIZE_MAX;
	memmove(s->look + k + 1, s->look + k, (s->n - k) * sizeof(look));
	s->look[k] = look;
	s->n++;
	return k;
}
