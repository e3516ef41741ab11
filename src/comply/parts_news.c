/*
 * parts_news: which states of a round, in a game that ends, have a departure
 * that may tell something new; see parts.h. In most rounds none has: it gains
 * no more than it did in a later one, and no more than what binds. A bar for
 * each departure of a class of states, below which it is so, spares looking at
 * it.
 */
#include "comply/parts_rounds.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"

static double
most_paid(const struct dt_parts *p)
{
	double most = 0;
	for (size_t k = 0; k < p->graph.done * DT_SCENE_ACTS; k++)
		if (fabs(p->worth.pay[k]) > most)       /* no NAN */
			most = fabs(p->worth.pay[k]);
	return most;
}

/* What is asked for of a class, as a word. */
static uint32_t
ask(const struct dt_parts *p, size_t s, bool expected,
    struct dt_parts_class *of)
{
	uint32_t word = 0;
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++) {
		int k = dt_parts_departure(act);
		enum dt_comply_part part = dt_parts_asked(p, s, act, expected);
		of->asked[k] = (uint8_t)part;
		of->bar[k] = part == DT_COMPLY_PARTS ? INFINITY : -INFINITY;
		if (part == DT_COMPLY_KEPT)
			of->kept |= (uint8_t)DT_PARTS_NEWS_OF(act);
		word = word * (DT_COMPLY_PARTS + 1) + (uint32_t)part;
	}
	return word;
}

/* By what is asked for, and by where the agent stands, as cases are told apart;
 * findings alone do not hang on that. */
static bool
find_class(const struct dt_parts *p, struct dt_parts_news *news,
    struct dt_index *known, size_t s, bool expected)
{
	struct dt_parts_class of = { .kept = 0 };
	struct dt_comply_case one = { .agent = p->agent };
	uint32_t key[DT_COMPLY_STATE_WORDS], word = ask(p, s, expected, &of);
	if (!p->brief)
		one.where = dt_parts_standing(p, s, expected);
	dt_comply_state_key(&one, word, key);
	if (!news->exact)
		key[2] = (uint32_t)s;
	uint32_t id = dt_index_of(known, key);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&news->classes,
	    &news->room, known->n, sizeof(*news->classes)))
		return false;
	if (id == news->n_classes)
		news->classes[news->n_classes++] = of;
	news->class_of[expected * news->n + s] = id;
	return true;
}

/* The first class, under a key that no other has: nothing is asked for. */
static bool
start_classes(struct dt_parts_news *news, struct dt_index *known)
{
	uint32_t key[DT_COMPLY_STATE_WORDS];
	memset(key, -1, sizeof(key));
	if (!dt_index_start(known, DT_COMPLY_STATE_WORDS) ||
	    dt_index_of(known, key) == DT_INDEX_NONE ||
	    !dt_memory_reserve(&news->classes, &news->room, 1,
	    sizeof(*news->classes)))
		return false;
	struct dt_parts_class *first = news->classes + news->n_classes++;
	*first = (struct dt_parts_class){ .kept = 0 };
	for (int k = 0; k < DT_PARTS_DEPARTURES; k++) {
		first->asked[k] = DT_COMPLY_PARTS;
		first->bar[k] = INFINITY;
	}
	return true;
}

/* Nobody asks for states that were looked at, nor are those after its notice
 * expected. */
static bool
find_classes(const struct dt_parts *p, struct dt_parts_news *news)
{
	struct dt_index known;
	bool good = start_classes(news, &known);
	for (size_t s = p->looked; s < news->n && good; s++)
		good = find_class(p, news, &known, s, false) &&
		    (s >= p->graph.end[DT_GRAPH_KEPT] ||
		    find_class(p, news, &known, s, true));
	dt_index_free(&known);
	return good;
}

enum dt_status
dt_parts_news_start(const struct dt_parts *p, struct dt_parts_news *news)
{
	size_t n = p->graph.done;
	*news = (struct dt_parts_news){ .n = n,
	    .exact = p->strikes.other == NULL && !(p->rounding > 0),
	    .class_of = dt_memory_new(2 * n + 1, sizeof(*news->class_of)),
	    .some = dt_memory_new(n + DT_PARTS_SOME, sizeof(*news->some)),
	    .gains = dt_memory_new(n + 1, DT_PARTS_STAYING *
		sizeof(*news->gains)),
	    .where = dt_memory_new(n + 1, sizeof(*news->where)),
	    .scale = dt_number_max(p->scale, most_paid(p) *
		(double)p->m->model.rounds) };
	for (int part = 0; part < DT_COMPLY_PARTS; part++)
		news->most[part] = -INFINITY;
	return news->class_of && news->some && news->gains && news->where &&
	    find_classes(p, news) ? DT_OK : DT_ENOMEM;
}

void
dt_parts_news_free(struct dt_parts_news *news)
{
	dt_memory_free(news->class_of);
	dt_memory_free(news->classes);
	dt_memory_free(news->some);
	dt_memory_free(news->gains);
	dt_memory_free(news->where);
}

/* By what was told so far, which only grows; of an answer that is not asked for
 * no gain is above its bar. */
bool
dt_parts_news_is_old(const struct dt_parts *p,
    const struct dt_parts_news *news, struct dt_parts_class *of, int act,
    double gain)
{
	int k = dt_parts_departure(act);
	uint32_t known = of->known[k];
	if (!(gain > of->bar[k]))
		return true;
	double bar = news->most[of->asked[k]];
	if (!p->brief && known == 0)
		return false;
	if (!p->brief)
		bar = dt_number_min(bar, dt_parts_told(p, known));
	if (!(gain <= bar))
		return false;
	of->bar[k] = bar;
	return true;
}

bool
dt_parts_news_tells(const struct dt_parts *p,
    const struct dt_parts_news *news, size_t s, bool expected)
{
	const double *gains = news->gains + news->where[s] *
	    (size_t)DT_PARTS_STAYING;
	struct dt_parts_class *of = dt_parts_class(news, s, expected);
	bool tells = false;
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		tells |= (news->some[s] & DT_PARTS_NEWS_OF(act)) != 0 &&
		    !dt_parts_news_is_old(p, news, of, act,
		    gains[dt_parts_departure(act)]);
	return tells;
}

void
dt_parts_news_raise(const struct dt_parts *p, struct dt_parts_news *news,
    struct dt_parts_class *of, int act, double off, double gain, bool old)
{
	int k = dt_parts_departure(act), part = of->asked[k];
	const struct dt_comply_finding *f = &p->v->part[part];
	double hair = dt_parts_hair(news->scale, f->binding.best);
	double below = f->binding.best - DT_PARTS_HAIRS * hair;
	double bar = dt_number_min(p->shown[part] + off, p->open[part] - off);
	bar = dt_number_min(bar, below);
	news->most[part] = dt_number_min(below, dt_number_min(p->shown[part],
	    p->open[part]));
	if (!p->brief)
		bar = dt_number_min(bar, dt_parts_told(p, of->known[k]));
	of->bar[k] = dt_number_max(of->bar[k], old ? dt_number_max(bar, gain) :
	    bar);
}
