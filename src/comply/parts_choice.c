/*
 * parts_choice: what may be done in the states of a game that ends, and where it
 * leads, which is the same in all rounds; see parts.h.
 *
 * Thousands of states have few forms: the same acts, pays and chances, and lead
 * to other states. What a state has of its own is which those are, so that a
 * round reads little memory.
 */
#include "comply/parts_rounds.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

/* Whether departures in a state are asked for, by a plan or by who looks at
 * them. */
static bool
departs(const struct dt_parts *p, const struct dt_parts_rounds *r, size_t s)
{
	const uint8_t *may = r->may + s * DT_WORTH_ACTS;
	bool asked = s < p->graph.end[DT_GRAPH_KEPT] ||
	    s >= p->graph.end[DT_GRAPH_LEFT];
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++)
		asked = asked || (may[act] >> DT_PARTS_LEFT & 1) != 0;
	return s >= p->looked && asked;
}

static bool
is_asked(const struct dt_parts *p, const struct dt_parts_rounds *r, size_t s,
    int act)
{
	return !isnan(p->worth.pay[s * DT_SCENE_ACTS + (size_t)act]) &&
	    (act == DT_SCENE_COMPLY || departs(p, r, s));
}

/* An act's ways from a state: where an edge leads and how likely, if it can be.
 * Returns where they end. */
static uint32_t
add_ways(const struct dt_parts *p, struct dt_parts_forms *f, size_t s, int act)
{
	const struct dt_graph *g = &p->graph;
	const double *pattern = p->scenes.of[g->scene[s]].pattern[act];
	for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
		double chance = g->chance[e] * pattern[g->pattern[e]];
		if (chance > 0)
			f->ways[f->n_ways++] = (struct dt_parts_way){ chance,
			    e - g->row[s] };
	}
	return f->n_ways;
}

static bool
same_ways(const struct dt_parts_way *a, const struct dt_parts_way *b, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (a[k].to != b[k].to || a[k].chance != b[k].chance)
			return false;
	return true;
}

/* Its own ways are put behind those of the choice before it. */
static void
add_choice(const struct dt_parts *p, const struct dt_parts_rounds *r,
    struct dt_parts_forms *f, size_t s, int act)
{
	struct dt_parts_choice *c = f->choices + f->n_choices++;
	bool complies = act == DT_SCENE_COMPLY;
	*c = (struct dt_parts_choice){ .way = f->n_ways, .act = (uint8_t)act,
	    .pay = p->worth.pay[s * DT_SCENE_ACTS + (size_t)act],
	    .plans = complies ? DT_PARTS_PLAN_SETS - 1 : r->may[s *
		DT_WORTH_ACTS + (size_t)act] };
	c->end = add_ways(p, f, s, act);
	if (complies)
		return;
	const struct dt_parts_choice *before = c - 1;
	uint32_t n = c->end - c->way;
	c->again = before->end - before->way == n && same_ways(f->ways + c->way,
	    f->ways + before->way, n);
	c->worse = c->again && !(c->pay > before->pay) &&
	    (c->plans & ~before->plans) == 0;
	if (c->again) {
		f->n_ways = c->way;
		c->way = before->way;
		c->end = before->end;
	}
}

/* A state's form, as if none was like it. False: memory is out. */
static bool
add_form(const struct dt_parts *p, const struct dt_parts_rounds *r,
    struct dt_parts_forms *f, size_t s)
{
	size_t edges = p->graph.row[s + 1] - p->graph.row[s];
	struct dt_parts_form form = { .choice = f->n_choices,
	    .way = f->n_ways };
	if (!dt_memory_reserve(&f->of, &f->room, f->n + 1, sizeof(*f->of)) ||
	    !dt_memory_reserve(&f->choices, &f->choices_room, f->n_choices +
		(size_t)DT_SCENE_ACTS, sizeof(*f->choices)) ||
	    !dt_memory_reserve(&f->ways, &f->ways_room, f->n_ways +
		DT_SCENE_ACTS * edges, sizeof(*f->ways)))
		return false;
	for (int act = DT_SCENE_COMPLY; act < DT_SCENE_ACTS; act++) {
		if (!is_asked(p, r, s, act))
			continue;
		add_choice(p, r, f, s, act);
		if (act != DT_SCENE_COMPLY)
			form.acts |= DT_PARTS_NEWS_OF(act);
	}
	form.n = f->n_choices - form.choice;
	f->of[f->n] = form;
	return true;
}

/* Whether a form is that behind all others, too; the rest of a choice follows
 * from what is compared. */
static bool
is_same(const struct dt_parts_forms *f, size_t k)
{
	const struct dt_parts_form *a = f->of + k, *b = f->of + f->n;
	size_t n = f->n_ways - b->way;
	if (a->n != b->n || a[1].way - a->way != n)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		const struct dt_parts_choice *x = f->choices + a->choice + i,
		    *y = f->choices + b->choice + i;
		if (x->pay != y->pay || x->act != y->act ||
		    x->plans != y->plans ||
		    x->way - a->way != y->way - b->way ||
		    x->end - a->way != y->end - b->way)
			return false;
	}
	return same_ways(f->ways + a->way, f->ways + b->way, n);
}

static void
stir(uint64_t *hash, const void *field)
{
	uint64_t word;
	memcpy(&word, field, sizeof(word));
	*hash = (*hash ^ word) * 0x9e3779b97f4a7c15ULL;
	*hash ^= *hash >> 29;
}

/* Two words of the form behind all others. */
static void
key_of(const struct dt_parts_forms *f, uint32_t key[2])
{
	const struct dt_parts_form *form = f->of + f->n;
	uint64_t hash = form->n;
	for (size_t k = form->choice; k < f->n_choices; k++) {
		uint64_t act = f->choices[k].act | (uint64_t)f->choices[k].plans
		    << 8 | (uint64_t)(f->choices[k].end - form->way) << 16;
		stir(&hash, &f->choices[k].pay);
		stir(&hash, &act);
	}
	for (size_t k = form->way; k < f->n_ways; k++) {
		stir(&hash, &f->ways[k].chance);
		stir(&hash, &f->ways[k].to);
	}
	key[0] = (uint32_t)hash;
	key[1] = (uint32_t)(hash >> 32);
}

/* It stays where none was like it, or one has its key by chance; then it stands
 * for itself. */
static bool
find_form(struct dt_parts_forms *f, struct dt_index *known, uint32_t *number)
{
	uint32_t key[2];
	key_of(f, key);
	size_t before = known->n;
	uint32_t id = dt_index_of(known, key);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&f->number,
	    &f->number_room, known->n, sizeof(*f->number)))
		return false;
	if (id < before && is_same(f, f->number[id])) {
		f->n_choices = f->of[f->n].choice;
		f->n_ways = f->of[f->n].way;
		*number = f->number[id];
		return true;
	}
	if (id == before)
		f->number[id] = f->n;
	*number = f->n++;
	return true;
}

/* States by their forms, as they come; the form after the last ends them. */
static bool
sort(struct dt_parts_rounds *r)
{
	struct dt_parts_forms *f = &r->forms;
	r->by_form = dt_memory_new(r->n + 1, sizeof(*r->by_form));
	if (r->by_form == NULL || !dt_memory_reserve(&f->of, &f->room,
	    f->n + (size_t)1, sizeof(*f->of)))
		return false;
	memset(f->of + f->n, 0, sizeof(*f->of));
	for (size_t s = 0; s < r->n; s++)
		f->of[r->place[s].form].state++;
	uint32_t before = 0;
	for (size_t k = 0; k <= f->n; k++) {
		uint32_t own = f->of[k].state;
		f->of[k].state = before;
		before += own;
	}
	for (size_t s = 0; s < r->n; s++)
		r->by_form[f->of[r->place[s].form].state++] = (uint32_t)s;
	for (size_t k = f->n; k > 0; k--)
		f->of[k].state = f->of[k - 1].state;
	f->of[0].state = 0;
	return true;
}

bool
dt_parts_choices(const struct dt_parts *p, struct dt_parts_rounds *r)
{
	const struct dt_graph *g = &p->graph;
	struct dt_index known;
	bool good = dt_index_start(&known, 2);
	r->to = g->to;
	r->place = dt_memory_new(r->n + 1, sizeof(*r->place));
	good = good && r->place != NULL;
	for (size_t s = 0; s < r->n && good; s++) {
		r->place[s].edge = g->row[s];
		good = add_form(p, r, &r->forms, s) && find_form(&r->forms,
		    &known, &r->place[s].form);
	}
	dt_index_free(&known);
	return good && (!r->narrow || sort(r));
}

void
dt_parts_choices_free(struct dt_parts_rounds *r)
{
	dt_memory_free(r->forms.of);
	dt_memory_free(r->forms.choices);
	dt_memory_free(r->forms.ways);
	dt_memory_free(r->forms.number);
	dt_memory_free(r->place);
	dt_memory_free(r->by_form);
}

/* Those of some, or NULL: of all, that are asked for; returns where they end.
 * What is not is written, too, and then over: that is faster than to ask first. */
static size_t
list(uint32_t *at, size_t here, const unsigned char *mark,
    const uint32_t *states, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		uint32_t s = states != NULL ? states[i] : (uint32_t)i;
		at[here] = s;
		here += (mark[s] & DT_PARTS_ASKED) != 0;
	}
	return here;
}

/* Form by form; `less`: out of those of the round after it. */
static void
list_forms(struct dt_parts_rounds *r, const unsigned char *mark, bool less)
{
	struct dt_parts_form *of = r->forms.of;
	const uint32_t *states = less ? r->at : r->by_form;
	size_t from = 0, here = 0;
	for (size_t k = 0; k < r->forms.n; k++) {
		size_t end = less ? of[k + 1].here : of[k + 1].state;
		of[k].here = (uint32_t)here;
		here = list(r->at, here, mark, states, from, end);
		from = end;
	}
	of[r->forms.n].here = (uint32_t)(r->here = here);
}

void
dt_parts_choices_list(struct dt_parts_rounds *r,
    const struct dt_parts_marks *marks)
{
	bool less = marks->less;
	if (marks->same)
		return;
	if (r->narrow)
		list_forms(r, marks->mark, less);
	else
		r->here = list(r->at, 0, marks->mark, less ? r->at : NULL, 0,
		    less ? r->here : r->n);
}

/* What a state is worth by a choice, and then as a column says. */
static double
worth_by(const struct dt_parts_rounds *r, size_t s,
    const struct dt_parts_choice *c, size_t column)
{
	const uint32_t *to = r->to + r->place[s].edge;
	double sum = 0;
	for (size_t k = c->way; k < c->end; k++) {
		const struct dt_parts_way *way = r->forms.ways + k;
		sum += way->chance * r->rows[1][to[way->to] * r->width +
		    column];
	}
	return sum + c->pay;
}

double
dt_parts_rounds_act(const struct dt_parts_rounds *r, size_t s, int act)
{
	const struct dt_parts_form *form = r->forms.of + r->place[s].form;
	const struct dt_parts_choice *c = r->forms.choices + form->choice;
	for (uint32_t k = 0; k < form->n; k++)
		if (c[k].act == act)
			return worth_by(r, s, c + k, DT_PARTS_COMPLY);
	return NAN;
}

void
dt_parts_rounds_acts(const struct dt_parts_rounds *r, size_t s,
    double acts[DT_PARTS_ACTS_HEADS])
{
	const struct dt_parts_form *form = r->forms.of + r->place[s].form;
	for (int k = 0; k < DT_PARTS_ACTS_HEADS; k++)
		acts[k] = NAN;
	for (uint32_t k = 0; k < form->n; k++) {
		const struct dt_parts_choice *c = r->forms.choices +
		    form->choice + k;
		double *of = acts + c->act * DT_PARTS_HEADS;
		of[DT_PARTS_COMPLY] = worth_by(r, s, c, DT_PARTS_COMPLY);
		of[DT_PARTS_KEPT] = worth_by(r, s, c, DT_PARTS_KEPT);
	}
}

int
dt_parts_rounds_plan(const struct dt_parts_rounds *r, size_t s)
{
	const struct dt_parts_form *form = r->forms.of + r->place[s].form;
	const struct dt_parts_choice *c = r->forms.choices + form->choice;
	double best = worth_by(r, s, c, DT_PARTS_FULL);
	int plan = DT_SCENE_COMPLY;
	for (uint32_t k = 1; k < form->n; k++) {
		double sum = worth_by(r, s, c + k, DT_PARTS_FULL);
		if (sum > best && (c[k].plans >> DT_PARTS_FULL & 1) != 0) {
			best = sum;
			plan = c[k].act;
		}
	}
	return r->now.full[s * r->width] > best ? DT_WORTH_WITHDRAW : plan;
}
