/* lanes_watch: what the kernels call back for: a round's ticks, and a coin
 * shown to who watches; see lanes_program.h. */
#include <string.h>

#include "lanes/lanes.h"
#include "lanes/lanes_program.h"

/* Whether a tick is on in a round. */
static bool
is_on(const struct dt_lanes_tick *tick, int64_t round)
{
	int64_t since = round + tick->ahead - tick->first;
	return since >= 0 && since % tick->every == 0 &&
	    since / tick->every < tick->times;
}

void
dt_lanes_set_ticks(struct dt_lanes *l)
{
	const struct dt_lanes_program *p = l->program;
	for (size_t k = 0; k < p->n_ticks; k++)
		memset(&l->slots[p->first_tick + k],
		    is_on(&p->ticks[k], l->number) ? 0xff : 0,
		    sizeof(*l->slots));
}

void
dt_lanes_watch(struct dt_lanes *l, struct dt_lanes_watch watch)
{
	l->watch = watch;
}

void
dt_lanes_show_coin(struct dt_lanes *l, const struct dt_lanes_coin *coin,
    const void *asked, const void *state)
{
	struct dt_random generators[DT_LANES_WORDS];
	uint64_t lanes[DT_LANES_WORDS], words[4][DT_LANES_WORDS];
	memcpy(lanes, asked, sizeof(lanes));
	memcpy(words, state, sizeof(words));
	for (size_t g = 0; g < DT_LANES_WORDS; g++)
		for (int k = 0; k < 4; k++)
			generators[g].word[k] = words[k][g];
	l->watch.toss(l->watch.watcher, coin->purpose, coin->again, lanes,
	    generators);
}
