/* keeping_thresholds: how far a treaty holds: one quantity after another is
 * told, while threads look at the next ones. */
#include "verdict/keeping_stretches.h"

#include "base/pool.h"

/* Of one value of a quantity that is turned by play: agent-rounds. */
#define LOOK_WORK 1e7

enum { WAIT = 200 };    /* milliseconds between looks at the stop */

static struct dt_solution_table *
start_table(struct dt_solution *solution)
{
	static const char *const columns[] = { "quantity", "part", "now",
	    "holds_from", "holds_to", "from_is", "to_is", "from_shown_within",
	    "to_shown_within", "looked_from", "looked_to" };
	struct dt_solution_table *table = dt_solution_table(solution,
	    "thresholds", NULL);
	table->hidden = true;
	for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++)
		dt_solution_column(table, columns[c], NULL, "");
	return table;
}

/* A quantity of any treaty, or a number of this one's text. */
struct item {
	const struct dt_schema_number *number;  /* NULL: a quantity */
	enum dt_comply_quantity quantity;
	struct dt_comply_bound bound;           /* of the number: found alone */
	enum dt_status status;
};

struct search {
	const struct dt_keeping_telling *telling;
	struct item *items;
	size_t n, told;
};

static enum dt_status
bound_find(const struct dt_keeping_telling *t, struct item *item,
    struct dt_error *err)
{
	struct dt_comply_effort effort = dt_keeping_stretches_effort(t);
	struct dt_comply_play_request play = t->request->play;
	struct dt_comply_model model = *t->model;
	if (t->verdict->samples > 0) {
		play.work_most = LOOK_WORK;
		effort.play = &play;
		if (t->endless != NULL)
			model = dt_keeping_endless(t->model);
	}
	return dt_comply_bound_find(&model, item->quantity, &effort,
	    &item->bound, err);
}

/* What has no answer is left out. */
static enum dt_status
look_at(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct search *s = of;
	struct item *item = &s->items[turn->item];
	item->status = item->number == NULL ?
	    bound_find(s->telling, item, err) :
	    dt_keeping_dials_find(s->telling, item->number,
	    &item->bound.found, err);
	return item->status == DT_ENOMEM ? DT_ENOMEM : DT_OK;
}

/* Whether turning it makes a difference. */
static bool
matters(const struct dt_dial_found *f)
{
	for (int p = 0; p < DT_DIAL_PARTS; p++) {
		const struct dt_dial_stretches *of = &f->part[p];
		if (of->n > 0 && !(of->n == 1 && of->low[0].edge &&
		    of->high[0].edge))
			return true;
	}
	return false;
}

static enum dt_status
tell(struct dt_keeping_telling *t, struct dt_solution_table *table,
    const struct item *item, struct dt_error *err)
{
	static const char *const heads[] = { "continuation", "miss",
	    "false alarm", "scale of fines and bond",
	    "fine added to each finding", "number of parties" };
	const struct dt_comply_bound *bound = &item->bound;
	if (item->status != DT_OK)
		return DT_OK;
	if (item->number == NULL) {
		if (!bound->asked)
			return DT_OK;
		dt_keeping_stretches_say(t, "a ", heads[item->quantity],
		    bound->now, &bound->found);
		dt_keeping_stretches_add(table,
		    dt_comply_quantity_words[item->quantity], bound->now,
		    &bound->found);
		return DT_OK;
	}
	const char *path = item->number->path;
	const char *name = dt_arena_print(t->arena, "`%s`", path);
	const char *key = dt_arena_print(t->arena, "treaty.%s", path);
	if (name == NULL || key == NULL)
		return dt_status_no_memory(err);
	if (matters(&bound->found))
		dt_keeping_stretches_say(t, "", name, item->number->now,
		    &bound->found);
	dt_keeping_stretches_add(table, key, item->number->now,
	    &bound->found);
	return DT_OK;
}

static enum dt_status
tell_next(struct dt_keeping_telling *t, struct search *s,
    struct dt_solution_table *table, struct dt_error *err)
{
	enum dt_status status = tell(t, table, &s->items[s->told], err);
	if (status == DT_OK)
		s->told++;
	if (status == DT_OK && t->request->heard != NULL)
		t->request->heard(t->request->of, t->solution);
	return status;
}

static enum dt_status
go_on(const struct search *s, struct dt_error *err)
{
	const struct dt_keeping_request *r = s->telling->request;
	return r->go_on == NULL || r->go_on(r->of, "keys", (int64_t)s->told,
	    (int64_t)s->n) ? DT_OK :
	    dt_status_fail(err, DT_ESTOPPED, "interrupted");
}

/* In their order, however many threads look. */
static enum dt_status
find_all(struct dt_keeping_telling *t, struct search *s, bool played,
    struct dt_solution_table *table, struct dt_error *err)
{
	int threads = t->request->play.threads;
	struct dt_pool_request request = { .n = s->n, .work = look_at,
	    .of = s, .threads = played || threads < 1 ? 1 : threads };
	struct dt_pool *pool;
	size_t item = 0;
	enum dt_status status = dt_pool_new(&pool, &request, err);
	while (status == DT_OK && (status = go_on(s, err)) == DT_OK &&
	    (status = dt_pool_next(pool, WAIT, &item, err)) == DT_OK &&
	    item != s->n)
		if (item != DT_POOL_WAITING)
			status = tell_next(t, s, table, err);
	dt_pool_free(pool);
	return status;
}

/* The quantities, unless it never is in force; the numbers of its text. */
static enum dt_status
list_all(const struct dt_keeping_telling *t, bool numbers, struct search *s,
    struct dt_error *err)
{
	struct dt_schema_number *list = NULL;
	size_t n = 0;
	enum dt_status status = numbers ? dt_keeping_dials(t, &list, &n,
	    err) : DT_OK;
	if (status != DT_OK)
		return status;
	s->telling = t;
	s->items = dt_arena_new(t->arena, n + DT_COMPLY_QUANTITIES,
	    sizeof(*s->items));
	if (s->items == NULL)
		return dt_status_no_memory(err);
	for (int q = 0; q < DT_COMPLY_QUANTITIES &&
	    t->verdict->answer != DT_COMPLY_NEVER; q++)
		s->items[s->n++].quantity = (enum dt_comply_quantity)q;
	for (size_t k = 0; k < n; k++)
		s->items[s->n++].number = &list[k];
	return DT_OK;
}

static void
tell_played(const struct dt_keeping_telling *t)
{
	dt_solution_say(t->solution, "How far it holds, by play%s: where no "
	    "departure that was tried gains. Beyond the give or take, to both "
	    "sides, that is three standard errors sure. Keys of the treaty's "
	    "text are turned by --vary.", t->endless != NULL ? ", without a "
	    "known end" : "");
}

/* Why there are none, where there are none; or NULL. */
static const char *
none_since(const struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	if (v->samples > 0 && !t->request->dials)
		return "It was played: --thresholds plays how far it holds, "
		    "within a minute or so.";
	if (!t->request->dials && v->part[DT_COMPLY_STAYED].states >
	    DT_KEEPING_THRESHOLDS_QUICK)
		return "Its states are many: --thresholds finds how far each "
		    "key may be turned.";
	return NULL;
}

/* Whether dials alone could be turned, and are not asked for. */
static bool
is_never(const struct dt_keeping_telling *t)
{
	return t->verdict->answer == DT_COMPLY_NEVER && !t->request->dials;
}

bool
dt_keeping_thresholds_come(const struct dt_keeping_telling *t)
{
	return !is_never(t) && none_since(t) == NULL;
}

enum dt_status
dt_keeping_thresholds(struct dt_keeping_telling *t, struct dt_error *err)
{
	bool all = t->request->dials;
	const char *why = none_since(t);
	if (is_never(t))
		return DT_OK;
	if (why != NULL) {
		dt_solution_say(t->solution, "%s", why);
		return DT_OK;
	}
	struct dt_solution_table *table = start_table(t->solution);
	bool played = t->verdict->samples > 0;
	struct search s = { .n = 0 };
	if (played)
		tell_played(t);
	enum dt_status status = list_all(t, all && !played, &s, err);
	return status != DT_OK ? status : find_all(t, &s, played, table, err);
}
