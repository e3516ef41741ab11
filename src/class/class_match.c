/*
 * class_match: who plays with whom. `partners` stay together; `strangers` are
 * dealt anew for each block; `perfect` strangers besides never meet twice, as
 * long as that can be. All by the class's seed: the same class has the same
 * groups. A bot has a seat like others, and no group gets a second one before
 * each has one.
 */
#include <string.h>

#include "base/memory.h"
#include "class/class_internal.h"

enum { TRIES = 400 };

static void
shuffle(size_t *order, size_t n, struct dt_random *random)
{
	for (size_t i = n; i > 1; i--) {
		size_t k = (size_t)(dt_random_word(random) % i);
		size_t kept = order[i - 1];
		order[i - 1] = order[k];
		order[k] = kept;
	}
}

/* How often members of the groups have met before. */
static uint64_t
meetings(const struct dt_class *c, const size_t *order)
{
	uint64_t sum = 0;
	for (size_t g = 0; g < c->n_seats; g += c->n)
		for (size_t i = g; i < g + c->n; i++)
			for (size_t k = g; k < i; k++)
				sum += c->met[order[i] * c->n_seats +
				    order[k]];
	return sum;
}

/* One pair of seats in different groups changes places where that makes fewer
 * who meet again. */
static bool
mend(const struct dt_class *c, size_t *order, uint64_t *sum)
{
	for (size_t i = 0; i < c->n_seats; i++)
		for (size_t k = 0; k < i - i % c->n; k++) {
			size_t kept = order[i];
			order[i] = order[k];
			order[k] = kept;
			uint64_t now = meetings(c, order);
			if (now < *sum) {
				*sum = now;
				return true;
			}
			order[k] = order[i];
			order[i] = kept;
		}
	return false;
}

/* Two a group, nobody twice: the round robin of the circle method, one seat
 * fixed and the others turned, is perfect for as many blocks as there are
 * others. More: dealt and mended, the best of some deals. */
static void
turn(const struct dt_class *c, size_t *order, const size_t *dealt)
{
	size_t n = c->n_seats, others = n - 1;
	for (size_t g = 0; g < n / 2; g++) {
		size_t a = g == 0 ? others : (c->block + g) % others;
		size_t b = (c->block + (others - g) % others) % others;
		order[2 * g] = dealt[a];
		order[2 * g + 1] = dealt[b];
	}
}

static void
deal_strangers(const struct dt_class *c, size_t *order, size_t *best)
{
	struct dt_random random;
	uint64_t least = UINT64_MAX;
	bool small = c->n_seats <= 60;
	dt_random_stream(&random, c->options.seed, c->block + 1, 1,
	    DT_FOR_PROGRAMS);
	for (int t = 0; t < (small ? TRIES / 20 : 2) && least > 0; t++) {
		shuffle(order, c->n_seats, &random);
		uint64_t sum = meetings(c, order);
		for (int k = 0; small && k < TRIES && sum > 0 &&
		    mend(c, order, &sum); k++)
			continue;
		if (sum < least) {
			least = sum;
			memcpy(best, order, c->n_seats * sizeof(*best));
		}
	}
}

/* No group gets a second bot before each has one, in turn in each role. */
static void
spread_bots(const struct dt_class *c, size_t *order, size_t *room)
{
	size_t n = c->n_seats, groups = n / c->n, people = 0, bots = 0;
	for (size_t i = 0; i < n; i++)
		people += c->seats[order[i]].mode != DT_CLASS_BY_BOT;
	if (n - people > groups)
		return;
	memcpy(room, order, n * sizeof(*room));
	size_t person = 0, bot = 0;
	for (size_t i = 0; i < n; i++) {
		size_t g = i / c->n;
		bool takes = i % c->n == g % c->n && bots < n - people;
		size_t *at = takes ? &bot : &person;
		while ((c->seats[room[*at]].mode == DT_CLASS_BY_BOT) != takes)
			++*at;
		order[i] = room[(*at)++];
		bots += takes;
	}
}

static void
deal(const struct dt_class *c, size_t *order, size_t *room)
{
	struct dt_random random;
	bool stays = c->lesson->matching == DT_LESSON_PARTNERS;
	for (size_t i = 0; i < c->n_seats; i++)
		order[i] = room[i] = i;
	if (c->lesson->matching == DT_LESSON_PERFECT && c->n != 2) {
		deal_strangers(c, room, order);
		return;
	}
	dt_random_stream(&random, c->options.seed, 0, stays ||
	    c->lesson->matching == DT_LESSON_PERFECT ? 0 : c->block + 1,
	    DT_FOR_PROGRAMS);
	shuffle(order, c->n_seats, &random);
	if (c->lesson->matching != DT_LESSON_PERFECT) {
		spread_bots(c, order, room);
	} else {
		memcpy(room, order, c->n_seats * sizeof(*room));
		turn(c, order, room);
	}
}

static struct dt_class_group *
make_group(struct dt_class *c, const size_t *order, size_t g)
{
	struct dt_class_group *group = dt_memory_new(1, sizeof(*group));
	size_t *seats = dt_arena_new(&c->arena, c->n, sizeof(*seats));
	size_t room = c->groups_room;
	bool fits = dt_memory_reserve(&c->groups, &room, c->n_groups + 1,
	    sizeof(struct dt_class_group *));
	c->groups_room = room;
	if (group == NULL || seats == NULL || !fits) {
		dt_memory_free(group);
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return NULL;
	}
	memcpy(seats, order + g * c->n, c->n * sizeof(*seats));
	group->seats = seats;
	group->block = c->block;
	group->matching = c->lesson->matching == DT_LESSON_PARTNERS ?
	    (int64_t)g + 1 : 1;
	c->groups[c->n_groups++] = group;
	return group;
}

static bool
seat_group(struct dt_class *c, const size_t *order, size_t g)
{
	if (make_group(c, order, g) == NULL)
		return false;
	for (size_t i = 0; i < c->n; i++) {
		size_t seat = order[g * c->n + i];
		c->seats[seat].group = (int64_t)c->n_groups - 1;
		c->seats[seat].agent = i;
		for (size_t k = 0; k < c->n; k++)
			c->met[seat * c->n_seats + order[g * c->n + k]]++;
	}
	return true;
}

bool
dt_class_match(struct dt_class *c)
{
	size_t *order = dt_memory_new(2 * c->n_seats, sizeof(*order));
	bool done = order != NULL;
	c->first_group = c->n_groups;
	if (done)
		deal(c, order, order + c->n_seats);
	for (size_t g = 0; done && g < c->n_seats / c->n; g++)
		done = seat_group(c, order, g);
	if (order == NULL)
		dt_class_fail(c, DT_ENOMEM, "memory is out");
	dt_memory_free(order);
	return done;
}
