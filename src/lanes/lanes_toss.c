/* lanes_toss: ticks, counters and coins of a circuit; see lanes_circuit.h. */
#include "lanes/lanes_circuit.h"

/* As `node` of lanes_circuit.c, for nodes that nothing folds or finds. */
static uint32_t
source(struct dt_lanes_circuit *c, enum dt_lanes_kind kind, size_t number)
{
	if (!dt_lanes_grow(c, &c->nodes, &c->n_nodes, sizeof(*c->nodes)))
		return DT_LANES_NO;
	c->nodes[c->n_nodes.n] =
	    (struct dt_lanes_node){ kind, (uint32_t)number, 0, 0 };
	return (uint32_t)(2 * c->n_nodes.n++);
}

static uint32_t
tick_number(const struct dt_lanes_circuit *c, size_t number)
{
	size_t i = 1;
	while (c->nodes[i].kind != DT_LANES_TICK || c->nodes[i].a != number)
		i++;
	return (uint32_t)(2 * i);
}

uint32_t
dt_lanes_tick(struct dt_lanes_circuit *c, struct dt_lanes_tick tick)
{
	for (size_t i = 0; !c->failed && i < c->n_ticks.n; i++)
		if (c->ticks[i].first == tick.first &&
		    c->ticks[i].every == tick.every &&
		    c->ticks[i].times == tick.times &&
		    c->ticks[i].ahead == tick.ahead)
			return tick_number(c, i);
	if (!dt_lanes_grow(c, &c->ticks, &c->n_ticks, sizeof(*c->ticks)))
		return DT_LANES_NO;
	c->ticks[c->n_ticks.n] = tick;
	return source(c, DT_LANES_TICK, c->n_ticks.n++);
}

uint32_t
dt_lanes_from(struct dt_lanes_circuit *c, int64_t first, bool ahead)
{
	if (first <= 1 + ahead)
		return DT_LANES_YES;
	return dt_lanes_tick(c, (struct dt_lanes_tick){ first, 1, INT64_MAX,
	    ahead });
}

uint32_t
dt_lanes_count(struct dt_lanes_circuit *c, uint32_t wire)
{
	if (wire == DT_LANES_NO || wire == DT_LANES_YES)
		return wire == DT_LANES_NO ? DT_LANES_NEVER : DT_LANES_EVERY;
	for (size_t i = c->n_counted.n; i > 0; i--)
		if (c->counted[i - 1] == wire)
			return (uint32_t)i - 1 + DT_LANES_COUNTERS;
	if (!dt_lanes_grow(c, &c->counted, &c->n_counted,
	    sizeof(*c->counted)))
		return DT_LANES_NEVER;
	c->counted[c->n_counted.n] = wire;
	return (uint32_t)c->n_counted.n++ + DT_LANES_COUNTERS;
}

void
dt_lanes_offer_word(struct dt_lanes_circuit *c, struct dt_lanes_toss *toss,
    uint64_t threshold, uint32_t lanes)
{
	if (lanes == DT_LANES_NO)
		return;
	for (size_t i = 0; i < toss->n.n; i++)
		if (toss->chances[i].threshold == threshold) {
			toss->chances[i].lanes = dt_lanes_or(c,
			    toss->chances[i].lanes, lanes);
			return;
		}
	if (dt_lanes_grow(c, &toss->chances, &toss->n,
	    sizeof(*toss->chances)))
		toss->chances[toss->n.n++] =
		    (struct dt_lanes_chance){ threshold, lanes };
}

void
dt_lanes_offer(struct dt_lanes_circuit *c, struct dt_lanes_toss *toss,
    uint64_t threshold, uint32_t lanes)
{
	if (threshold == UINT64_MAX)
		toss->always = dt_lanes_or(c, toss->always, lanes);
	else if (threshold != 0)
		dt_lanes_offer_word(c, toss, threshold, lanes);
}

/* Coins are for good, even if nothing hangs on one: what is counted of a run
 * must not change the words that the next coin gets. */
uint32_t
dt_lanes_toss(struct dt_lanes_circuit *c, struct dt_lanes_toss *toss,
    enum dt_purpose purpose, bool marks, bool again)
{
	if (toss->n.n == 0)
		return toss->always;
	if (!dt_lanes_grow(c, &c->coins, &c->n_coins, sizeof(*c->coins)))
		return DT_LANES_NO;
	uint64_t bits = 0;
	for (size_t i = 0; i < toss->n.n; i++)
		bits |= toss->chances[i].threshold;
	c->coins[c->n_coins.n] = (struct dt_lanes_coin){
		.purpose = purpose, .marks = marks, .again = again,
		.depth = bits == 0 ? 0 : 64 - __builtin_ctzll(bits),
		.n = (uint32_t)toss->n.n, .chances = toss->chances,
	};
	uint32_t hits = source(c, DT_LANES_COIN, c->n_coins.n++);
	return dt_lanes_or(c, toss->always, hits);
}
