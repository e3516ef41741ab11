/*
 * parts_news: which states of a round, in a game that ends, have a departure
 * that may tell something new; see parts.h. In most rounds none has: it gains
 * no more than it did in a later one, and no more than what binds. A bar for
 * each departure, below which it is so, spares looking at it.
 */
#include "comply/parts_rounds.h"

#include <math.h>

#include "base/memory.h"

/* What is a hair below what binds may bind (dt_parts_binds_more), which may give
 * way by one hair more. */
enum { HAIRS = 2 };

static double
most_paid(const struct dt_parts *p)
{
	double most = 0;
	for (size_t k = 0; k < p->graph.done * DT_SCENE_ACTS; k++)
		if (fabs(p->worth.pay[k]) > most)       /* no NAN */
			most = fabs(p->worth.pay[k]);
	return most;
}

static void
ask_all(const struct dt_parts *p, struct dt_parts_news *news, size_t s)
{
	for (size_t expected = 0; expected < 2; expected++)
		for (int act = 0; act < DT_WORTH_ACTS; act++) {
			size_t at = dt_parts_at(s, act, expected);
			news->asked[at] = (uint8_t)(act == DT_SCENE_COMPLY ?
			    DT_COMPLY_PARTS : dt_parts_asked(p, s, act,
			    expected));
			news->bar[at] = news->asked[at] == DT_COMPLY_PARTS ?
			    INFINITY : -INFINITY;
			if (news->asked[at] == DT_COMPLY_KEPT)
				news->kept[2 * s + expected] |=
				    (uint8_t)DT_PARTS_NEWS_OF(act);
		}
}

enum dt_status
dt_parts_news_start(const struct dt_parts *p, struct dt_parts_news *news)
{
	size_t n = p->graph.done, all = DT_PARTS_PLACES * n;
	*news = (struct dt_parts_news){
	    .asked = dt_memory_new(all + 1, sizeof(*news->asked)),
	    .kept = dt_memory_new(2 * n + 1, sizeof(*news->kept)),
	    .known = dt_memory_new(all + 1, sizeof(*news->known)),
	    .bar = dt_memory_new(all + 1, sizeof(*news->bar)),
	    .some = dt_memory_new(n + DT_PARTS_SOME, sizeof(*news->some)),
	    .gains = dt_memory_new(n + 1, DT_PARTS_DEPARTS *
		sizeof(*news->gains)),
	    .where = dt_memory_new(n + 1, sizeof(*news->where)),
	    .scale = dt_number_max(p->scale, most_paid(p) *
		(double)p->m->model.rounds) };
	if (!news->asked || !news->kept || !news->known || !news->bar ||
	    !news->some || !news->gains || !news->where)
		return DT_ENOMEM;
	for (int part = 0; part < DT_COMPLY_PARTS; part++)
		news->most[part] = -INFINITY;
	for (size_t s = 0; s < n; s++)
		ask_all(p, news, s);
	return DT_OK;
}

void
dt_parts_news_free(struct dt_parts_news *news)
{
	dt_memory_free(news->asked);
	dt_memory_free(news->kept);
	dt_memory_free(news->known);
	dt_memory_free(news->bar);
	dt_memory_free(news->some);
	dt_memory_free(news->gains);
	dt_memory_free(news->where);
}

/* By what was told so far, which only grows; of an answer that is not asked for
 * no gain is above its bar, so that nobody comes here with it. */
bool
dt_parts_news_is_old(const struct dt_parts *p, struct dt_parts_news *news,
    size_t at, double gain)
{
	double bar = news->most[news->asked[at]];
	uint32_t known = news->known[at];
	if (!p->brief && known == 0)
		return false;
	if (!p->brief)
		bar = dt_number_min(bar, dt_parts_told(p, known));
	if (!(gain <= bar))
		return false;
	news->bar[at] = bar;
	return true;
}

bool
dt_parts_news_tells(const struct dt_parts *p, struct dt_parts_news *news,
    size_t s, bool expected)
{
	const double *gains = news->gains + news->where[s] *
	    (size_t)DT_PARTS_DEPARTS;
	bool tells = false;
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		tells |= (news->some[s] & DT_PARTS_NEWS_OF(act)) != 0 &&
		    !dt_parts_news_is_old(p, news, dt_parts_at(s, act,
		    expected), gains[act - DT_SCENE_SECRET]);
	return tells;
}

void
dt_parts_news_raise(const struct dt_parts *p, struct dt_parts_news *news,
    size_t at, double off, double gain, bool old)
{
	int part = news->asked[at];
	const struct dt_comply_finding *f = &p->v->part[part];
	double hair = dt_parts_hair(news->scale, f->binding.best);
	double below = f->binding.best - HAIRS * hair;
	double bar = dt_number_min(p->shown[part] + off, p->open[part] - off);
	bar = dt_number_min(bar, below);
	news->most[part] = dt_number_min(below, dt_number_min(p->shown[part],
	    p->open[part]));
	if (!p->brief)
		bar = dt_number_min(bar, dt_parts_told(p, news->known[at]));
	news->bar[at] = old ? dt_number_max(bar, gain) : bar;
}
