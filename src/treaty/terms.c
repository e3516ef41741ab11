/* terms: from the text of a treaty to numbers; see terms.h. */
#include "treaty/terms.h"

#include <math.h>
#include <string.h>

#include "treaty/channels.h"

struct compiler {
	const struct dt_treaty *text;
	const struct dt_terms_seat *seats;
	size_t n;
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_terms *out;
	const char **names;     /* of the agents, NULL-terminated */
};

static bool
find_agent(const struct compiler *c, const char *name, size_t *agent)
{
	for (size_t i = 0; i < c->n; i++)
		if (strcmp(c->seats[i].name, name) == 0) {
			*agent = i;
			return true;
		}
	return false;
}

/* The place of item i of the list under a key. */
static struct dt_place
item_place(const struct dt_node *map, const char *key, size_t i)
{
	const struct dt_node *list = dt_node_get(map, key);
	if (list != NULL && list->kind == DT_NODE_LIST && i < list->n)
		return list->items[i]->at;
	return dt_node_key_place(map, key);
}

static uint64_t
group_of(const struct compiler *c, const char *word)
{
	uint64_t set = 0;
	for (size_t i = 0; i < c->n; i++) {
		bool in = strcmp(word, "all") == 0 ||
		    (strcmp(word, "nations") == 0 && c->seats[i].nation) ||
		    (strcmp(word, "labs") == 0 && !c->seats[i].nation) ||
		    strcmp(word, c->seats[i].name) == 0;
		if (in)
			set |= dt_move_bit(i);
	}
	return set;
}

/* Names of agents that do not play are no fault: a treaty serves many
 * scenarios. None at all that plays is. */
static enum dt_status
compile_parties(struct compiler *c)
{
	const char *const *parties = c->text->parties.items;
	struct dt_terms *t = c->out;
	for (size_t i = 0; i < c->text->parties.n; i++)
		t->open_to |= group_of(c, parties[i]);
	t->exists = t->open_to != 0 && strcmp(c->text->name, "none") != 0;
	if (t->open_to == 0 && c->text->parties.n > 0)
		return dt_faults_add(c->faults,
		    item_place(c->text->origin.node, "parties", 0),
		    dt_faults_suggest(c->faults, parties[0], c->names),
		    "none of the parties plays in this scenario");
	return DT_OK;
}

static enum dt_status
compile_entry(struct compiler *c)
{
	const struct dt_treaty_entry *entry = &c->text->entry;
	const char *const *states = entry->states.items;
	struct dt_terms *t = c->out;
	double *weight = dt_arena_new(c->arena, c->n, sizeof(*weight));
	int64_t *joins = dt_arena_new(c->arena, c->n, sizeof(*joins));
	if (weight == NULL || joins == NULL)
		return DT_ENOMEM;
	double sum = 0;
	for (size_t i = 0; i < c->n; i++)
		sum += c->seats[i].weight;
	for (size_t i = 0; i < c->n; i++) {
		weight[i] = sum > 0 ? c->seats[i].weight / sum : 0;
		joins[i] = dt_move_has(t->open_to, i) ? c->seats[i].joins : 0;
	}
	for (size_t i = 0; i < entry->states.n; i++)
		t->entry_states |= group_of(c, states[i]);
	t->weight = weight;
	t->joins = joins;
	t->entry_parties = entry->parties > 0 ? (size_t)entry->parties :
	    dt_move_count(t->open_to);
	t->entry_weight = entry->weight;
	t->delay = entry->delay;
	t->grace = c->text->obligation.grace;
	return DT_OK;
}

static void
compile_monitoring(struct compiler *c)
{
	const struct dt_treaty_monitoring *m = &c->text->monitoring;
	c->out->monitor = dt_monitor_common(
	    dt_channels_combine(m, DT_TREATY_PUBLIC),
	    dt_channels_combine(m, DT_TREATY_PRIVATE));
	c->out->accusers = m->accusers;
	c->out->cost = dt_channels_cost(m);
}

static enum dt_status
check_rising(struct compiler *c, const struct dt_treaty_rung *rungs, size_t i)
{
	if (i == 0 || rungs[i].strikes > rungs[i - 1].strikes)
		return DT_OK;
	return dt_faults_add(c->faults,
	    dt_node_key_place(rungs[i].origin.node, "strikes"),
	    "give each rung more strikes than the one before",
	    "the ladder must rise: this rung is for strike %lld, the one "
	    "before it for strike %lld", (long long)rungs[i].strikes,
	    (long long)rungs[i - 1].strikes);
}

static enum dt_status
compile_response(struct compiler *c)
{
	const struct dt_treaty_response *r = &c->text->response;
	const struct dt_treaty_rung *from = r->ladder.items;
	struct dt_terms_rung *rungs =
	    dt_arena_new(c->arena, r->ladder.n, sizeof(*rungs));
	if (rungs == NULL)
		return DT_ENOMEM;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < r->ladder.n; i++) {
		enum dt_status one = check_rising(c, from, i);
		if (one != DT_OK)
			status = one;
		rungs[i] = (struct dt_terms_rung){
			.strikes = from[i].strikes,
			.suspend = from[i].suspend,
			.chance = dt_random_threshold(from[i].chance),
			.fine = from[i].fine, .bond = from[i].bond,
			.expel = from[i].expel, .end = from[i].end,
		};
	}
	c->out->rungs = rungs;
	c->out->n_rungs = r->ladder.n;
	c->out->forgive_after = r->forgive_after;
	c->out->forgive = dt_random_threshold(r->forgive_chance);
	c->out->shared = r->shared;
	return status;
}

/* A transfer between agents of which one does not play is left out. */
static enum dt_status
compile_transfers(struct compiler *c)
{
	const struct dt_treaty_transfer *from = c->text->transfers.items;
	struct dt_terms_transfer *to =
	    dt_arena_new(c->arena, c->text->transfers.n, sizeof(*to));
	if (to == NULL)
		return DT_ENOMEM;
	size_t n = 0;
	for (size_t i = 0; i < c->text->transfers.n; i++) {
		struct dt_terms_transfer one = { .amount = from[i].amount };
		if (find_agent(c, from[i].from, &one.from) &&
		    find_agent(c, from[i].to, &one.to))
			to[n++] = one;
	}
	c->out->transfers = to;
	c->out->n_transfers = n;
	return DT_OK;
}

static double
or_zero(double x)
{
	return isnan(x) ? 0 : x;
}

static void
compile_duration(struct compiler *c)
{
	const struct dt_treaty_duration *d = &c->text->duration;
	struct dt_terms *t = c->out;
	t->bond = c->text->bond;
	t->tariff = c->text->tariff;
	t->may_withdraw = c->text->withdrawal.allowed;
	t->notice = c->text->withdrawal.notice;
	t->rounds = d->rounds;
	t->renewals = d->renewals;
	t->renewal_rounds = d->renewal_rounds ? d->renewal_rounds : d->rounds;
	t->renewal = dt_random_threshold(d->renewal_chance);
	t->lapses = d->lapses;
	t->review = d->review;
	t->least = or_zero(d->least);
	t->from = or_zero(c->text->obligation.from);
	t->cap = or_zero(c->text->obligation.cap);
	t->compute = or_zero(c->text->obligation.compute);
	t->oversight = or_zero(c->text->monitoring.oversight);
}

enum dt_status
dt_terms_compile(const struct dt_treaty *treaty,
    const struct dt_terms_seat *seats, size_t n, struct dt_arena *arena,
    struct dt_terms *terms, struct dt_faults *faults, struct dt_error *err)
{
	struct compiler c = { treaty, seats, n, arena, faults, terms, NULL };
	*terms = (struct dt_terms){ .text = treaty, .n = n };
	c.names = dt_arena_new(arena, n + 1, sizeof(*c.names));
	if (c.names == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		c.names[i] = seats[i].name;
	terms->names = c.names;
	enum dt_status steps[] = {
		compile_parties(&c), compile_entry(&c),
		compile_response(&c), compile_transfers(&c),
	};
	compile_monitoring(&c);
	compile_duration(&c);
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (steps[i] != DT_OK)
			return steps[i] == DT_ENOMEM ?
			    dt_status_no_memory(err) : steps[i];
	return DT_OK;
}

bool
dt_terms_suffice(const struct dt_terms *terms, uint64_t signed_by)
{
	double weight = 0;
	for (uint64_t set = signed_by; set != 0; set &= set - 1)
		weight += terms->weight[dt_move_first(set)];
	return dt_move_count(signed_by) >= terms->entry_parties &&
	    weight >= terms->entry_weight - 1e-12 &&
	    (terms->entry_states & ~signed_by) == 0 && signed_by != 0;
}

double
dt_terms_fine(const struct dt_terms *terms)
{
	for (size_t i = 0; i < terms->n_rungs; i++)
		if (terms->rungs[i].fine > 0)
			return terms->rungs[i].fine;
	return 0;
}
