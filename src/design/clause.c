/* clause: see clause.h. */
#include "design/clause.h"

#include <string.h>

/* Looks for the k-th clause, and takes it out of a text whose lists are its
 * own; without a text it only counts. */
struct finder {
	struct dt_arena *arena;
	struct dt_treaty *text;
	size_t at, wanted;
	const char *name;
};

/* Whether a clause that is there is the one that is looked for. */
static bool
is_it(struct finder *f, bool there)
{
	return there && f->at++ == f->wanted && f->text != NULL;
}

static void
name_it(struct finder *f, const char *name)
{
	f->name = name;
}

static void
look_at_rung(struct finder *f, struct dt_treaty_rung *r, bool only)
{
	const char *of = only || f->text == NULL ? "" : dt_arena_print(
	    f->arena, " from %lld strikes on", (long long)r->strikes);
	if (is_it(f, r->fine > 0)) {
		name_it(f, dt_arena_print(f->arena, "the fine of %.10g%s",
		    r->fine, of));
		r->fine = 0;
	}
	if (is_it(f, r->bond > 0)) {
		name_it(f, dt_arena_print(f->arena, "the forfeit of %.10g of "
		    "the bond%s", r->bond, of));
		r->bond = 0;
	}
	if (is_it(f, r->suspend > 0)) {
		name_it(f, dt_arena_print(f->arena, "the suspension of %lld "
		    "rounds%s", (long long)r->suspend, of));
		r->suspend = 0;
	}
	if (is_it(f, r->expel)) {
		name_it(f, dt_arena_print(f->arena, "expulsion%s", of));
		r->expel = false;
	}
	if (is_it(f, r->end)) {
		name_it(f, dt_arena_print(f->arena, "the treaty's end%s",
		    of));
		r->end = false;
	}
}

static void
remove_item(struct dt_list *list, size_t k, size_t size)
{
	char *items = list->items;
	memmove(items + k * size, items + (k + 1) * size,
	    (list->n - k - 1) * size);
	list->n--;
}

static void
look_at_lists(struct finder *f, struct dt_treaty *t)
{
	struct dt_list *channels = &t->monitoring.channels,
	    *pays = &t->transfers;
	for (size_t k = 0; k < channels->n; k++)
		if (is_it(f, true)) {
			const struct dt_treaty_channel *c = channels->items;
			name_it(f, dt_arena_print(f->arena, "the channel %s",
			    c[k].origin.name));
			remove_item(channels, k, sizeof(*c));
			return;
		}
	for (size_t k = 0; k < pays->n; k++)
		if (is_it(f, true)) {
			const struct dt_treaty_transfer *p = pays->items;
			name_it(f, dt_arena_print(f->arena, "the payment from "
			    "%s to %s", p[k].from, p[k].to));
			remove_item(pays, k, sizeof(*p));
			return;
		}
}

static void
look_at_money(struct finder *f, struct dt_treaty *t)
{
	if (is_it(f, t->bond > 0)) {
		name_it(f, "the bond");
		t->bond = 0;
	}
	if (is_it(f, t->tariff > 0)) {
		name_it(f, "the tariff");
		t->tariff = 0;
	}
	if (is_it(f, t->response.shared)) {
		name_it(f, "the sharing of fines");
		t->response.shared = false;
	}
}

static void
look_at_rules(struct finder *f, struct dt_treaty *t)
{
	if (is_it(f, t->withdrawal.notice > 0)) {
		name_it(f, "the notice of withdrawal");
		t->withdrawal.notice = 0;
	}
	if (is_it(f, !t->withdrawal.allowed)) {
		name_it(f, "that no party may leave");
		t->withdrawal.allowed = true;
	}
	if (is_it(f, t->duration.lapses)) {
		name_it(f, "that it lapses");
		t->duration.lapses = false;
	}
	if (is_it(f, t->duration.rounds > 0)) {
		name_it(f, "the sunset");
		t->duration.rounds = 0;
	}
	if (is_it(f, t->response.forgive_after > 0)) {
		name_it(f, "that strikes are forgiven in time");
		t->response.forgive_after = 0;
	}
	if (is_it(f, t->response.forgive_chance > 0)) {
		name_it(f, "that strikes are forgiven by chance");
		t->response.forgive_chance = 0;
	}
	if (is_it(f, t->monitoring.accusers > 0)) {
		name_it(f, "that accusers count");
		t->monitoring.accusers = 0;
	}
	if (is_it(f, t->obligation.grace > 0)) {
		name_it(f, "the phased start");
		t->obligation.grace = 0;
	}
	if (is_it(f, t->entry.delay > 0)) {
		name_it(f, "the delay of entry");
		t->entry.delay = 0;
	}
}

static void
look(struct finder *f, struct dt_treaty *t)
{
	struct dt_treaty_rung *rungs = t->response.ladder.items;
	for (size_t k = 0; k < t->response.ladder.n; k++)
		look_at_rung(f, &rungs[k], t->response.ladder.n == 1);
	look_at_money(f, t);
	look_at_rules(f, t);
	look_at_lists(f, t);
}

int64_t
dt_clause_count(const struct dt_treaty *treaty)
{
	struct finder f = { .wanted = SIZE_MAX };
	struct dt_treaty text = *treaty;
	look(&f, &text);
	return (int64_t)f.at;
}

static bool
own(struct dt_arena *arena, struct dt_list *list, size_t size)
{
	void *items = dt_arena_new(arena, list->n + 1, size);
	if (items == NULL)
		return false;
	if (list->n > 0)
		memcpy(items, list->items, list->n * size);
	list->items = items;
	return true;
}

const char *
dt_clause_drop(struct dt_arena *arena, const struct dt_treaty *treaty,
    size_t k, struct dt_treaty *without)
{
	struct finder f = { .arena = arena, .text = without, .wanted = k };
	*without = *treaty;
	if (!own(arena, &without->response.ladder,
	    sizeof(struct dt_treaty_rung)) ||
	    !own(arena, &without->transfers,
	    sizeof(struct dt_treaty_transfer)) ||
	    !own(arena, &without->monitoring.channels,
	    sizeof(struct dt_treaty_channel)))
		return NULL;
	look(&f, without);
	return f.name;
}
