/*
 * comply_play_plan: plans of several rounds that are tried beside departures
 * of one round. To add one, write its row.
 */
#include "comply/comply_play_internal.h"

#define KEPT (1u << DT_COMPLY_KEPT)
#define STAYED (1u << DT_COMPLY_STAYED)
#define LATER (1u << DT_COMPLY_PLAY_LATER)

const struct dt_comply_play_plan dt_comply_play_plans[] = {
	{ .words = "withdrawing and then complying", .leaves = true,
	    .parts = STAYED | 1u << DT_COMPLY_CREDIBLE,
	    .as = DT_CHAIN_WITHDRAW },
	{ .words = "racing in secret in every round", .parts = KEPT,
	    .as = DT_CHAIN_SECRET, .races = true },
	{ .words = "racing in secret until found, and then complying",
	    .parts = KEPT, .as = DT_CHAIN_SECRET, .races = true,
	    .stops_found = true },
	{ .words = "racing in secret until found, and then withdrawing",
	    .parts = LATER, .as = DT_CHAIN_SECRET, .races = true,
	    .leaves_found = true, .races_notice = true },
	{ .words = "withdrawing, and racing while notice runs",
	    .parts = STAYED, .as = DT_CHAIN_WITHDRAW, .leaves = true,
	    .races_notice = true },
	{ .words = "withdrawing, and pausing outside of the treaty",
	    .parts = STAYED, .as = DT_CHAIN_WITHDRAW, .leaves = true,
	    .pauses_outside = true },
	{ .words = "withdrawing, racing while notice runs, and then pausing "
	    "outside of the treaty", .parts = STAYED,
	    .as = DT_CHAIN_WITHDRAW, .leaves = true, .races_notice = true,
	    .pauses_outside = true },
	{ .words = "not signing, and racing", .parts = STAYED,
	    .as = DT_COMPLY_ABSTAIN, .never_signs = true },
	{ .words = "not signing, and pausing while the others keep the treaty",
	    .parts = STAYED, .as = DT_COMPLY_ABSTAIN, .never_signs = true,
	    .pauses_outside = true },
};
const size_t dt_comply_play_plans_n =
    sizeof(dt_comply_play_plans) / sizeof(dt_comply_play_plans[0]);

static bool
is_outside(const struct dt_comply_play_state *s, size_t agent)
{
	return (s->regime.phase == DT_PHASE_IN_FORCE ||
	    s->regime.phase == DT_PHASE_SUSPENDED) &&
	    !dt_move_has(s->regime.parties, agent);
}

struct dt_comply_play_act
dt_comply_play_plan_act(const struct dt_comply_play_game *g,
    const struct dt_comply_play_plan *plan, size_t agent, bool found,
    struct dt_comply_play_state *s)
{
	struct dt_comply_play_act act = { .agent = agent, .alarm = -1 };
	if (plan == NULL || dt_comply_play_plan_done(plan, found, s))
		return act;
	if (plan->leaves || (plan->leaves_found && found))
		dt_regime_notice(&s->regime, &g->model->terms, agent);
	if (is_outside(s, agent) && plan->pauses_outside) {
		act.how = DT_COMPLY_PLAY_INTENDS;
	} else if (!dt_comply_play_step_complies(s, agent) &&
	    (dt_move_has(s->regime.notified, agent) ? plan->races_notice :
	    plan->races)) {
		act.how = DT_COMPLY_PLAY_INTENDS;
		act.races = true;
	}
	return act;
}

bool
dt_comply_play_plan_done(const struct dt_comply_play_plan *plan, bool found,
    const struct dt_comply_play_state *s)
{
	return plan == NULL || s->regime.phase == DT_PHASE_ENDED ||
	    (plan->stops_found && found);
}
