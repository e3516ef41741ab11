/* draft: levers set in a text, and the text compiled; see draft.h. */
#include "design/draft.h"

#include <string.h>

/* A text of whose lists some are private copies. */
struct editor {
	struct dt_arena *arena;
	struct dt_treaty *text;
	struct dt_treaty_channel *channels;
	bool *kept;                     /* by channel */
	struct dt_treaty_rung *rungs;
	struct dt_treaty_transfer *transfers;
};

static void *
copy_list(struct dt_arena *arena, struct dt_list *list, size_t room,
    size_t size)
{
	void *items = dt_arena_new(arena, room, size);
	if (items != NULL && list->n > 0)
		memcpy(items, list->items, list->n * size);
	list->items = items;
	return items;
}

static bool
start(struct editor *e, const struct dt_draft *d)
{
	struct dt_treaty *t = e->text;
	struct dt_list *channels = &t->monitoring.channels,
	    *ladder = &t->response.ladder;
	e->channels = copy_list(e->arena, channels, channels->n + 1,
	    sizeof(*e->channels));
	e->kept = dt_arena_new(e->arena, channels->n + 1, sizeof(bool));
	e->rungs = copy_list(e->arena, ladder, ladder->n + 1,
	    sizeof(*e->rungs));
	e->transfers = copy_list(e->arena, &t->transfers, t->transfers.n +
	    d->levers->n_money, sizeof(*e->transfers));
	if (e->channels == NULL || e->kept == NULL || e->rungs == NULL ||
	    e->transfers == NULL)
		return false;
	for (size_t k = 0; k < channels->n; k++)
		e->kept[k] = true;
	if (ladder->n == 0) {
		ladder->n = 1;
		e->rungs[0] = (struct dt_treaty_rung){ .strikes = 1,
		    .chance = 1 };
	}
	return true;
}

static void
choose(struct editor *e, const struct dt_lever *l, int64_t value)
{
	struct dt_treaty *t = e->text;
	struct dt_treaty_rung *last = &e->rungs[t->response.ladder.n - 1];
	switch (l->kind) {
	case DT_LEVER_CHANNEL:
		e->kept[l->part] = value != 0;
		break;
	case DT_LEVER_ITEMS:
		e->channels[l->part].sample.inspected = value;
		break;
	case DT_LEVER_SUSPENSION:
		e->rungs[0].suspend = value;
		break;
	case DT_LEVER_EXPULSION:
		last->expel = value != 0;
		break;
	case DT_LEVER_END:
		last->end = value != 0;
		break;
	case DT_LEVER_LAPSE:
		t->duration.lapses = value != 0;
		break;
	case DT_LEVER_NOTICE:
		t->withdrawal.notice = value;
		break;
	case DT_LEVER_SHARING:
		t->response.shared = value != 0;
		break;
	case DT_LEVER_ENTRY:
		t->entry.parties = value;
		break;
	case DT_LEVER_FORGIVENESS:
		t->response.forgive_after = value;
		break;
	case DT_LEVER_ACCUSERS:
		t->monitoring.accusers = value;
		break;
	default:
		break;
	}
}

/* A bond is forfeited whole by the last rung, unless the text says by which
 * and how much. */
static void
set_bond(struct editor *e, double amount)
{
	size_t n = e->text->response.ladder.n;
	bool said = false;
	e->text->bond = amount;
	for (size_t k = 0; k < n; k++)
		said = said || e->rungs[k].bond > 0;
	if (!said && amount > 0)
		e->rungs[n - 1].bond = 1;
}

static void
pay(struct editor *e, const struct dt_draft *d, const struct dt_lever *l,
    double amount)
{
	struct dt_list *list = &e->text->transfers;
	const struct dt_model_agent *agents = d->experiment->model.agents;
	if (l->kind == DT_LEVER_FINE)
		e->rungs[l->part].fine = amount;
	else if (l->kind == DT_LEVER_BOND)
		set_bond(e, amount);
	else if (l->kind == DT_LEVER_TARIFF)
		e->text->tariff = amount;
	else if (amount > 0)
		e->transfers[list->n++] = (struct dt_treaty_transfer){
		    .from = agents[l->from].name, .to = agents[l->to].name,
		    .amount = amount };
}

static bool
says_nothing(const struct dt_treaty_rung *r)
{
	return r->fine <= 0 && r->bond <= 0 && r->suspend == 0 && !r->expel &&
	    !r->end;
}

static void
tidy(struct editor *e)
{
	struct dt_treaty *t = e->text;
	size_t n = 0;
	for (size_t k = 0; k < t->monitoring.channels.n; k++)
		if (e->kept[k])
			e->channels[n++] = e->channels[k];
	t->monitoring.channels.n = n;
	if (t->response.ladder.n == 1 && says_nothing(&e->rungs[0])) {
		t->response.ladder.n = 0;
		t->response.forgive_after = 0;
	}
}

enum dt_status
dt_draft_text(struct dt_arena *arena, const struct dt_draft *d,
    struct dt_treaty *treaty, struct dt_error *err)
{
	struct editor e = { .arena = arena, .text = treaty };
	*treaty = d->experiment->scenario->treaty;
	if (!start(&e, d))
		return dt_status_no_memory(err);
	for (size_t k = 0; k < d->levers->n_choices; k++)
		choose(&e, &d->levers->choice[k], d->value[k]);
	for (size_t k = 0; k < d->levers->n_money; k++)
		pay(&e, d, &d->levers->money[k], d->money[k]);
	tidy(&e);
	return DT_OK;
}

enum dt_status
dt_draft_model(struct dt_arena *arena, const struct dt_experiment *e,
    const struct dt_treaty *treaty, struct dt_comply_model *model,
    struct dt_error *err)
{
	const struct dt_scenario_agent *agents = e->scenario->agents.items;
	size_t n = e->model.n;
	struct dt_faults faults = { .arena = arena };
	struct dt_model changed = e->model;
	struct dt_terms_seat *seats = dt_arena_new(arena, n, sizeof(*seats));
	if (seats == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		seats[i] = (struct dt_terms_seat){ agents[i].origin.name,
		    agents[i].kind == DT_NATION, agents[i].weight,
		    agents[i].joins };
	enum dt_status status = dt_terms_compile(treaty, seats, n, arena,
	    &changed.terms, &faults, err);
	return status ? status : dt_comply_model_make(arena, &changed, model,
	    err);
}

double
dt_draft_channels_cost(const struct dt_treaty *t)
{
	const struct dt_treaty_channel *c = t->monitoring.channels.items;
	double sum = t->monitoring.cost;
	for (size_t k = 0; k < t->monitoring.channels.n; k++)
		sum += c[k].cost;
	return sum;
}

int64_t
dt_draft_items(const struct dt_treaty *t)
{
	const struct dt_treaty_channel *c = t->monitoring.channels.items;
	int64_t sum = 0;
	for (size_t k = 0; k < t->monitoring.channels.n; k++)
		sum += c[k].sample.inspected;
	return sum;
}
