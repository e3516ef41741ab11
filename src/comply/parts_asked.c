/*
 * parts_asked: which departures plans are made of, and in which answer each
 * counts; see parts.h.
 */
#include "comply/parts_internal.h"

static bool
is_out(const struct dt_graph *g, size_t s)
{
	const struct dt_standing *own = dt_graph_standing(g, s, 0);
	return own->notified || own->out;
}

static bool
is_ended(const struct dt_graph *g, size_t s)
{
	return dt_graph_clock(g, s)->phase == DT_PHASE_ENDED;
}

/* While it has given no notice: racing, in grace too; and what all see, where
 * it is a breach. */
bool
dt_parts_may_kept(const void *of, size_t s, int act)
{
	const struct dt_graph *g = of;
	return (act == DT_SCENE_SECRET || ((act == DT_SCENE_OPEN ||
	    act == DT_SCENE_REFUSE) && dt_graph_scene(g, g->scene[s]).bound)) &&
	    !is_out(g, s);
}

/* Once it has, or never signed, or the treaty has ended: anything. */
bool
dt_parts_may_left(const void *of, size_t s, int act)
{
	return act != DT_WORTH_WITHDRAW && (is_out(of, s) || is_ended(of, s));
}

bool
dt_parts_may_full(const void *of, size_t s, int act)
{
	return dt_parts_may_kept(of, s, act) ||
	    (act == DT_WORTH_WITHDRAW && !is_out(of, s));
}

/* In which answer a departure counts; none: DT_COMPLY_PARTS. */
static enum dt_comply_part
part_of(const struct dt_parts *p, size_t s, int act, bool expected)
{
	const struct dt_graph *g = &p->graph;
	struct dt_graph_scene is = dt_graph_scene(g, g->scene[s]);
	if (act == DT_SCENE_HOLD)
		return is.phase == DT_PHASE_OPEN ? DT_COMPLY_PARTS :
		    DT_COMPLY_CREDIBLE;
	if (act == DT_WORTH_WITHDRAW)
		return expected ? DT_COMPLY_STAYED : DT_COMPLY_CREDIBLE;
	if (!is.bound && act != DT_SCENE_SECRET)
		return DT_COMPLY_PARTS;
	return expected ? DT_COMPLY_KEPT : DT_COMPLY_CREDIBLE;
}

/* States of its own notice belong to what withdrawing is worth. */
static bool
is_judged(const struct dt_graph *g, size_t s)
{
	if (s < g->end[DT_GRAPH_KEPT])
		return true;
	return g->whole == DT_GRAPH_OTHER && s >= g->end[DT_GRAPH_LEFT] &&
	    !is_out(g, s);
}

enum dt_comply_part
dt_parts_asked(const struct dt_parts *p, size_t s, int act, bool expected)
{
	enum dt_comply_part part = DT_COMPLY_PARTS;
	if (is_judged(&p->graph, s) && (expected || !p->brief) &&
	    (act == DT_WORTH_WITHDRAW ? p->graph.leaving[s] != DT_INDEX_NONE :
	    p->scenes.of[p->graph.scene[s]].may[act]))
		part = part_of(p, s, act, expected);
	return p->brief && part == DT_COMPLY_CREDIBLE ? DT_COMPLY_PARTS : part;
}
