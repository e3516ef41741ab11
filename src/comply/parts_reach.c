/*
 * parts_reach: which states each round of a game that ends may be in; see
 * parts.h. Three strikes are no threat in the first round, for there was no
 * round in which anybody got them.
 *
 * The agent at hand may have done anything but stay out and give notice, and
 * others have complied or given notice. What follows where it did is worked out
 * and not judged: it does no harm to mark more, as if any round could be the last
 * one of its notice.
 */
#include "comply/parts_rounds.h"

#include <string.h>

#include "base/memory.h"

/* ever[scene * patterns + pattern]: what it means for a round to go so: that
 * some act may lead to it, and whether complying may. NULL: no memory. */
static unsigned char *
find_ever(const struct dt_parts *p)
{
	const struct dt_scenes *scenes = &p->scenes;
	size_t patterns = p->graph.patterns;
	unsigned char *ever = dt_memory_new(scenes->n * patterns + 1, 1);
	for (size_t k = 0; ever != NULL && k < scenes->n * patterns; k++) {
		const struct dt_scene *in = &scenes->of[k / patterns];
		size_t pattern = k % patterns;
		if (in->pattern[DT_SCENE_COMPLY][pattern] > 0)
			ever[k] = DT_PARTS_MARKS;
		for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
			if (in->may[act] && in->pattern[act][pattern] > 0)
				ever[k] |= DT_PARTS_REACHED |
				    DT_PARTS_ASKED;
	}
	return ever;
}

/*
 * The walk of the rounds. age[class * n + state]: for how many rounds agents of
 * a class may have been parties by now; -1: they are none. So long may a notice
 * have run; longer than any runs is as long as the longest.
 *
 * `grown`: all that held in the round before holds in the one at hand, and so in
 * all rounds from then on, as what follows from more is more. Then the next
 * round is this one, and what follows from what is new in it, which is listed;
 * until then all that is marked is.
 */
struct older {
	size_t at;                      /* of `age` */
	int64_t age;
};
struct walk {
	const struct dt_parts *p;
	const struct dt_graph *g;
	unsigned char *ever;            /* see find_ever */
	int64_t *age, *before;          /* [class * n + state]; in the round
	                                 * before, as long as not grown */
	size_t ages, first;             /* how many; the first class that is
	                                 * asked for */
	int64_t most;
	struct older *older;            /* what ages come to in the next round */
	size_t n_older, older_room;
	uint32_t *wait;                 /* [waiting]: notices of others that may
	                                 * not be given in some round to come */
	struct dt_parts_mark *list;     /* states to go on from, as they were */
	uint32_t *next;                 /* those of the next round, */
	size_t waiting, n_list, n_next;
	bool *is_next;                  /* [state]: it is among them */
	struct dt_parts_marks *to;
	unsigned char *mark;            /* [state]: of the round at hand */
	bool grown;
};

static void
free_walk(struct walk *w)
{
	dt_memory_free(w->ever);
	dt_memory_free(w->age);
	dt_memory_free(w->before);
	dt_memory_free(w->older);
	dt_memory_free(w->wait);
	dt_memory_free(w->list);
	dt_memory_free(w->next);
	dt_memory_free(w->is_next);
}

static bool
start_ages(struct walk *w)
{
	const struct dt_graph *g = w->g;
	w->first = g->classes;
	for (size_t k = 0; k < g->n_given; k++)
		if (g->given[k].rounds > w->most)
			w->most = g->given[k].rounds;
	if (w->most == 0)
		return true;
	w->first = 1;
	w->ages = g->classes * g->done;
	w->age = dt_memory_new(w->ages, sizeof(*w->age));
	w->before = dt_memory_new(w->ages, sizeof(*w->before));
	if (w->age == NULL || w->before == NULL)
		return false;
	memset(w->age, -1, w->ages * sizeof(*w->age));
	for (size_t c = 1; c < g->classes; c++)
		if (dt_graph_has_party(g, g->start, c))
			w->age[c * g->done + g->start] = 0;
	return true;
}

/* Freed with free_walk, also where it says that memory is out. */
static bool
start_walk(struct walk *w, const struct dt_parts *p, struct dt_parts_marks *to)
{
	const struct dt_graph *g = &p->graph;
	size_t n = g->done;
	*w = (struct walk){ .p = p, .g = g, .to = to, .ever = find_ever(p),
	    .wait = dt_memory_new(g->n_given + 1, sizeof(*w->wait)),
	    .list = dt_memory_new(n + 1, sizeof(*w->list)),
	    .next = dt_memory_new(n + 1, sizeof(*w->next)),
	    .is_next = dt_memory_new(n + 1, sizeof(*w->is_next)) };
	if (!w->ever || !w->wait || !w->list || !w->next || !w->is_next)
		return false;
	for (; w->waiting < g->n_given; w->waiting++)
		w->wait[w->waiting] = (uint32_t)w->waiting;
	return start_ages(w);
}

static void
add_next(struct walk *w, size_t s)
{
	if (!w->is_next[s])
		w->next[w->n_next++] = (uint32_t)s;
	w->is_next[s] = true;
}

static void
mark_more(struct walk *w, size_t s, unsigned char bits)
{
	struct dt_parts_mark change = { (uint32_t)s, w->mark[s] };
	if ((bits & ~w->mark[s]) == 0)
		return;
	if (w->grown)           /* each bit of a state once: there is room */
		w->to->changes[w->to->n_changes++] = change;
	w->mark[s] |= bits;
	add_next(w, s);
}

/* Notice of another, if it is given. False: it is not, and was not. */
static bool
mark_given(struct walk *w, const struct dt_graph_given *one)
{
	unsigned char to = DT_PARTS_REACHED |
	    (one->to >= w->p->looked ? DT_PARTS_ASKED : 0);
	if ((w->mark[one->to] & to) == to)
		return true;
	if (w->mark[one->from] == 0 || (one->rounds > 0 && w->age[one->class *
	    w->g->done + one->from] < one->rounds))
		return false;
	mark_more(w, one->to, to);
	return true;
}

/* Where notice is given, too, in this round or in one before it. */
static void
mark_notice(struct walk *w)
{
	const uint32_t *leaving = w->g->leaving;
	size_t k = 0;
	while (k < w->waiting)
		if (mark_given(w, &w->g->given[w->wait[k]]) && w->grown)
			w->wait[k] = w->wait[--w->waiting];
		else
			k++;
	for (k = 0; k < w->n_next; k++) {
		size_t s = w->next[k];
		if (leaving[s] != DT_INDEX_NONE)
			mark_more(w, leaving[s], w->mark[s] & DT_PARTS_ASKED);
	}
}

/* What ages come to after a state; notice of another is looked at in states
 * alone in which nobody gave any. False: memory is out. */
static bool
grow_older(struct walk *w, size_t s, const unsigned char *may)
{
	const struct dt_graph *g = w->g;
	for (size_t c = w->first; c < g->classes; c++) {
		int64_t age = w->age[c * g->done + s] + 1;
		if (age > w->most)
			age = w->most;
		for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
			size_t at = c * g->done + g->to[e];
			if (may[g->pattern[e]] == 0 || (w->grown &&
			    age <= w->age[at]) ||
			    !dt_graph_has_party(g, g->to[e], c))
				continue;
			if (!dt_memory_reserve(&w->older, &w->older_room,
			    w->n_older + 1, sizeof(*w->older)))
				return false;
			w->older[w->n_older++] = (struct older){ at, age };
		}
	}
	return true;
}

/* From the states that are listed to the next round, whose marks are those of
 * this one where it has grown, and none where not. */
static bool
go_on(struct walk *w)
{
	const struct dt_graph *g = w->g;
	for (size_t k = 0; k < w->n_list; k++) {
		size_t s = w->list[k].state;
		unsigned char now = w->list[k].was;
		const unsigned char *may = w->ever + g->scene[s] * g->patterns;
		for (size_t e = g->row[s]; e < g->row[s + 1]; e++)
			mark_more(w, g->to[e], may[g->pattern[e]] & now);
		if (now != 0 && s < g->end[DT_GRAPH_KEPT] &&
		    !grow_older(w, s, may))
			return false;
	}
	return true;
}

static void
set_older(struct walk *w)
{
	if (!w->grown && w->ages > 0) {
		memcpy(w->before, w->age, w->ages * sizeof(*w->age));
		memset(w->age, -1, w->ages * sizeof(*w->age));
	}
	for (size_t k = 0; k < w->n_older; k++) {
		const struct older *o = &w->older[k];
		if (o->age <= w->age[o->at])
			continue;
		w->age[o->at] = o->age;
		add_next(w, o->at % w->g->done);
	}
	w->n_older = 0;
}

static void
turn(struct walk *w)
{
	for (size_t k = 0; k < w->n_next; k++) {
		uint32_t s = w->next[k];
		w->list[k] = (struct dt_parts_mark){ s, w->mark[s] };
		w->is_next[s] = false;
	}
	w->n_list = w->n_next;
	w->n_next = 0;
}

/* Whether nothing is less than it was in the round before. */
static bool
has_grown(const struct walk *w)
{
	bool grown = true;
	const unsigned char *before = w->mark - w->to->n;
	for (size_t s = 0; s < w->g->done; s++)
		grown &= (before[s] & ~w->mark[s]) == 0;
	for (size_t k = 0; k < w->ages && grown; k++)
		grown = w->age[k] >= w->before[k];
	return grown;
}

/* From now on: what is more than it was in the round before is new, and marks
 * are changed in one place. False: memory is out. */
static bool
begin_grown(struct walk *w)
{
	struct dt_parts_marks *to = w->to;
	const size_t n = to->n;
	const unsigned char *before = w->mark - n;
	turn(w);                /* none is next any more */
	for (size_t s = 0; s < n; s++)
		if (before[s] != w->mark[s])
			add_next(w, s);
	for (size_t k = 0; k < w->ages; k++)
		if (w->age[k] > w->before[k])
			add_next(w, k % n);
	to->last = dt_memory_new(n + 1, 1);
	to->changes = dt_memory_new(n * DT_PARTS_BITS + 1,
	    sizeof(*to->changes));
	w->grown = to->last != NULL && to->changes != NULL;
	if (w->grown)
		w->mark = memcpy(to->last, w->mark, n);
	return w->grown;
}

/* One more row, of nothing. False: memory is out. */
static bool
add_row(struct walk *w)
{
	struct dt_parts_marks *to = w->to;
	size_t n = to->n;
	if (!dt_memory_reserve(&to->rows, &to->rows_room, (to->n_rows + 1) * n +
	    1, 1))
		return false;
	w->mark = to->rows + to->n_rows++ * n;
	memset(w->mark, 0, n);
	return true;
}

static bool
start_first(struct walk *w)
{
	const struct dt_graph *g = w->g;
	unsigned char asked = w->p->looked == 0 ? DT_PARTS_ASKED : 0;
	bool good = add_row(w);
	if (good && g->whole >= DT_GRAPH_LEFT)
		mark_more(w, g->abstain, asked);
	if (good)
		mark_more(w, g->start, DT_PARTS_EXPECTED | DT_PARTS_REACHED |
		    asked);
	return good;
}

/* All rounds. False: memory is out. */
static bool
mark_all(struct walk *w, size_t rounds)
{
	if (!start_first(w))
		return false;
	mark_notice(w);
	turn(w);
	for (size_t t = 1; t < rounds; t++) {
		if ((!w->grown && !add_row(w)) || !go_on(w))
			return false;
		set_older(w);
		mark_notice(w);
		if (!w->grown && has_grown(w) && !begin_grown(w))
			return false;
		turn(w);
		w->to->end[t] = w->to->n_changes;
	}
	return true;
}

enum dt_status
dt_parts_reach(const struct dt_parts *p, size_t rounds,
    struct dt_parts_marks *to)
{
	struct walk walk;
	size_t *end = dt_memory_new(rounds + 1, sizeof(*end));
	*to = (struct dt_parts_marks){ p->graph.done, .end = end, .at = rounds - 1 };
	bool good = start_walk(&walk, p, to) && end && mark_all(&walk, rounds);
	free_walk(&walk);
	return good ? DT_OK : DT_ENOMEM;
}
