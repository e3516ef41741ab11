/* lead: see lead.h. */
#include "race/lead.h"

#include <math.h>

#include "base/lu.h"
#include "base/memory.h"

/* Values that differ by less are the same. */
#define SAME 1e-12

size_t
dt_lead_states(const struct dt_lead *lead)
{
	return 2 * lead->steps - 1;
}

/* The chances that the lead goes up and down by one, both given survival. */
static void
moves(const struct dt_lead *g, bool own, bool rival, double *up, double *down)
{
	*up = own ? rival ? g->both : g->alone : 0;
	*down = rival ? own ? g->both : g->alone : 0;
}

static double
survives(const struct dt_lead *g, bool own, bool rival)
{
	return (own ? 1 - g->disaster : 1) * (rival ? 1 - g->disaster : 1);
}

/* The value of the lead k + by, where the ends have theirs. */
static double
beside(const struct dt_lead *g, const double *value, size_t k, int by)
{
	if (by > 0)
		return k + 1 == dt_lead_states(g) ? g->first : value[k + 1];
	return k == 0 ? g->last : value[k - 1];
}

static double
worth(const struct dt_lead *g, const double *value, size_t k, bool own,
    bool rival)
{
	double up, down, lives = survives(g, own, rival);
	moves(g, own, rival, &up, &down);
	return (own ? -g->cost : 0) - g->loss * (1 - lives) + lives *
	    g->continuation * (up * beside(g, value, k, 1) +
	    down * beside(g, value, k, -1) + (1 - up - down) * value[k]);
}

/* Row k of (I - lives c P) W = now. */
static void
write_row(const struct dt_lead *g, size_t k, bool own, bool rival, double *a,
    double *b)
{
	size_t n = dt_lead_states(g);
	double up, down, lives = survives(g, own, rival);
	double keep = lives * g->continuation;
	moves(g, own, rival, &up, &down);
	a[k * n + k] = 1 - keep * (1 - up - down);
	b[k] = (own ? -g->cost : 0) - g->loss * (1 - lives);
	if (k + 1 < n)
		a[k * n + k + 1] = -keep * up;
	else
		b[k] += keep * up * g->first;
	if (k > 0)
		a[k * n + k - 1] = -keep * down;
	else
		b[k] += keep * down * g->last;
}

struct lead_room {
	double *a, *b;
	size_t *order;
};

static bool
lead_room_new(struct lead_room *room, size_t n)
{
	room->a = dt_memory_new(n * n, sizeof(*room->a));
	room->b = dt_memory_new(n, sizeof(*room->b));
	room->order = dt_memory_new(n, sizeof(*room->order));
	return room->a != NULL && room->b != NULL && room->order != NULL;
}

static void
lead_room_free(struct lead_room *room)
{
	dt_memory_free(room->a);
	dt_memory_free(room->b);
	dt_memory_free(room->order);
}

enum dt_status
dt_lead_value(const struct dt_lead *g, const bool *own, const bool *rival,
    double *value, struct dt_error *err)
{
	size_t n = dt_lead_states(g);
	struct lead_room room;
	bool good = lead_room_new(&room, n);
	enum dt_status status = good ? DT_OK : dt_status_no_memory(err);
	for (size_t k = 0; good && k < n; k++)
		write_row(g, k, own[k], rival[n - 1 - k], room.a, room.b);
	if (good && dt_lu_make(room.a, n, room.order) == 0)
		status = dt_status_fail(err, DT_EUSAGE, "the game of leads has "
		    "no value: let continuation be below 1");
	else if (good)
		dt_lu_solve(room.a, n, room.order, room.b, value);
	lead_room_free(&room);
	return status;
}

/* Whether a better move was found somewhere. */
static bool
improve(const struct dt_lead *g, const bool *rival, const double *value,
    bool *own)
{
	size_t n = dt_lead_states(g);
	bool any = false;
	for (size_t k = 0; k < n; k++) {
		bool other = rival[n - 1 - k];
		double race = worth(g, value, k, true, other);
		double pause = worth(g, value, k, false, other);
		bool better = own[k] ? pause > race - SAME :
		    race > pause + SAME;
		if (!better)
			continue;
		own[k] = !own[k];
		any = true;
	}
	return any;
}

enum dt_status
dt_lead_reply(const struct dt_lead *g, const bool *rival, bool *own,
    double *value, struct dt_error *err)
{
	size_t n = dt_lead_states(g), most = 100 * n;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < n; k++)
		own[k] = false;
	do {
		status = dt_lead_value(g, own, rival, value, err);
	} while (status == DT_OK && improve(g, rival, value, own) &&
	    --most > 0);
	return status == DT_OK && most == 0 ? dt_status_fail(err, DT_EUSAGE,
	    "no best reply was found in the game of leads") : status;
}
