/*
 * class_seats: who sits where. Before the start seats fill in order, one
 * person each; only when all are taken do second phones sit down with others.
 * Once the lesson runs, who comes takes the seat of a bot, and if there is
 * none a place in the smallest delegation.
 */
#include <string.h>

#include "base/memory.h"
#include "class/class_internal.h"

size_t
dt_class_members(const struct dt_class *c, size_t seat,
    int64_t members[DT_LESSON_DELEGATION_MOST])
{
	size_t n = 0;
	for (size_t i = 0; i < c->n_people; i++) {
		if (c->people[i].seat != (int64_t)seat ||
		    c->people[i].left >= 0)
			continue;
		if (members != NULL && n < DT_LESSON_DELEGATION_MOST)
			members[n] = (int64_t)i;
		n++;
	}
	return n;
}

bool
dt_class_seat_here(const struct dt_class *c, size_t seat)
{
	for (size_t i = 0; i < c->n_people; i++)
		if (c->people[i].seat == (int64_t)seat &&
		    dt_class_is_here(c, (int64_t)i))
			return true;
	return false;
}

bool
dt_class_is_bot(const struct dt_class *c, size_t seat)
{
	const struct dt_class_seat *s = &c->seats[seat];
	return s->mode == DT_CLASS_BY_BOT || s->away;
}

static size_t
most_phones(const struct dt_class *c)
{
	int64_t most = c->lesson->delegation;
	return most < 1 ? 1 : most > DT_LESSON_DELEGATION_MOST ?
	    DT_LESSON_DELEGATION_MOST : (size_t)most;
}

static bool
takes(const struct dt_class *c, size_t seat, size_t most)
{
	return c->seats[seat].mode != DT_CLASS_BY_PAPER &&
	    dt_class_members(c, seat, NULL) < most;
}

int64_t
dt_class_place(const struct dt_class *c, int64_t wanted)
{
	size_t most = most_phones(c);
	if (wanted >= 1 && (size_t)wanted <= c->n_seats &&
	    takes(c, (size_t)wanted - 1, most))
		return wanted - 1;
	for (size_t places = 1; places <= most; places++)
		for (size_t i = 0; i < c->n_seats; i++)
			if (takes(c, i, places))
				return (int64_t)i;
	return -1;
}

/* The seats that somebody has, in their order; then bots. */
static size_t
close_up(struct dt_class *c, int64_t *to)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n_seats; i++)
		to[i] = dt_class_members(c, i, NULL) > 0 ||
		    c->seats[i].mode == DT_CLASS_BY_PAPER ? (int64_t)n++ : -1;
	for (size_t i = 0; i < c->n_seats; i++)
		if (to[i] >= 0)
			c->seats[to[i]] = c->seats[i];
	for (size_t i = 0; i < c->n_people; i++)
		if (c->people[i].seat >= 0)
			c->people[i].seat = to[c->people[i].seat];
	return n;
}

bool
dt_class_close_seats(struct dt_class *c)
{
	int64_t *to = dt_memory_new(c->n_seats, sizeof(*to));
	if (to == NULL) {
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return false;
	}
	size_t n = close_up(c, to);
	dt_memory_free(to);
	size_t all = n == 0 ? c->n : (n + c->n - 1) / c->n * c->n;
	struct dt_class_seat *seats = dt_memory_resize(c->seats, all,
	    sizeof(*seats));
	if (seats != NULL)
		c->seats = seats;
	if (seats == NULL || (c->met = dt_memory_new(all * all,
	    sizeof(*c->met))) == NULL) {
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return false;
	}
	for (size_t i = n; i < all; i++)
		c->seats[i] = (struct dt_class_seat){ .signer = -1,
		    .group = -1, .mode = DT_CLASS_BY_BOT };
	c->n_seats = all;
	return true;
}
