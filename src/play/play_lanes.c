/*
 * play_lanes: runs 512 at a time; see play.h and lanes/lanes.h.
 *
 * A slot has lanes of its own, which a thread plays and the caller then reads,
 * lane by lane: tallies of 512 runs would be megabytes, and counting them out
 * takes less than playing them.
 */
#include "play/play_internal.h"

#include "base/memory.h"

enum { STRIDE = 1024 };         /* rounds between looks at `stop` */

/* Which run a lane of a block is; 0: none that is asked for. */
static int64_t
number_of(const struct dt_play *p, size_t block, size_t lane)
{
	int64_t number = (int64_t)block * DT_LANES + (int64_t)lane + 1;
	if (number > p->request.runs ||
	    (p->request.skip != NULL && p->request.skip[number - 1]))
		return 0;
	return number;
}

static bool
is_wanted(const struct dt_play *p, size_t block)
{
	for (size_t lane = 0; lane < DT_LANES; lane++)
		if (number_of(p, block, lane) > 0)
			return true;
	return false;
}

enum dt_status
dt_play_lanes_open(struct dt_play *p, struct dt_error *err)
{
	const struct dt_play_request *r = &p->request;
	const struct dt_model *model = &p->experiment->model;
	bool sealed = r->seals != NULL && (r->seals->rounds ||
	    r->seals->level == DT_SEAL_FULL);
	if (r->rounds || sealed)
		return dt_status_fail(err, DT_EUSAGE, "the engine lanes keeps "
		    "no rounds, and signs none");
	enum dt_status status = dt_lanes_compile(&p->lanes.program, model,
	    r->seals != NULL && r->seals->level == DT_SEAL_EPOCH ?
	    DT_LANES_MOVES : DT_LANES_TALLIES, err);
	if (status == DT_OK && r->keep > 0)
		status = dt_lanes_compile(&p->lanes.shown, model,
		    DT_LANES_ROUNDS, err);
	return status;
}

void
dt_play_lanes_close(struct dt_play *p)
{
	for (size_t s = 0; s < DT_PLAY_SLOTS; s++) {
		struct dt_seal *seals = p->slots[s].seals;
		for (size_t k = 0; seals != NULL && k < DT_LANES; k++)
			dt_seal_free(&seals[k]);
		dt_memory_free(seals);
		dt_lanes_free(p->slots[s].lanes);
	}
	dt_lanes_release(p->lanes.program);
	dt_lanes_release(p->lanes.shown);
	dt_tape_free(&p->lanes.tape);
}

/* Is it the block of the run whose rounds are kept? */
static bool
is_shown(const struct dt_play *p, size_t block)
{
	return p->lanes.shown != NULL &&
	    block == (size_t)(p->request.keep - 1) / DT_LANES;
}

/* Before the first block, and around one that is shown, a slot has none. */
static enum dt_status
prepare(struct dt_play *p, struct dt_play_slot *slot, bool shown,
    struct dt_error *err)
{
	if (slot->lanes == NULL)
		slot->lanes = dt_lanes_new(shown ? p->lanes.shown :
		    p->lanes.program);
	if (slot->seals == NULL && p->request.seals != NULL)
		slot->seals = dt_memory_new(DT_LANES, sizeof(*slot->seals));
	if (slot->lanes == NULL ||
	    (slot->seals == NULL && p->request.seals != NULL))
		return dt_status_no_memory(err);
	return DT_OK;
}

/* Round by round, with the lane of that run on the tape. */
static enum dt_status
play_shown(struct dt_play *p, struct dt_lanes *lanes,
    const atomic_bool *stop, struct dt_error *err)
{
	struct dt_round round = { .raced = NULL };
	size_t lane = (size_t)(p->request.keep - 1) % DT_LANES;
	dt_tape_clear(&p->lanes.tape, p->experiment->model.n);
	while (!*stop && dt_lanes_step(lanes, 1))
		if (dt_lanes_round(lanes, lane, &round, NULL) &&
		    !dt_tape_add(&p->lanes.tape, &round, 0))
			return dt_status_no_memory(err);
	return DT_OK;
}

/* The first tally counts all out, which is better done here. */
static enum dt_status
seal(struct dt_play *p, struct dt_play_slot *slot,
    const struct dt_pool_turn *turn, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	struct dt_tally tally;
	dt_lanes_tally(slot->lanes, 0, &tally);
	if (p->request.seals == NULL)
		return DT_OK;
	for (size_t lane = 0; lane < DT_LANES && status == DT_OK &&
	    !*turn->stop; lane++) {
		int64_t number = number_of(p, turn->item, lane);
		if (number == 0)
			continue;
		dt_lanes_tally(slot->lanes, lane, &tally);
		struct dt_seal_source source = { .run = number,
			.tally = &tally, .lanes = slot->lanes, .lane = lane };
		status = dt_seal_run(p->request.seals, &source,
		    &slot->seals[lane], err);
	}
	return status;
}

enum dt_status
dt_play_lanes_block(struct dt_play *p, struct dt_play_slot *slot,
    const struct dt_pool_turn *turn, struct dt_error *err)
{
	bool shown = is_shown(p, turn->item);
	slot->n = is_wanted(p, turn->item) ? DT_LANES : 0;
	if (slot->n == 0)
		return DT_OK;
	if (shown) {
		dt_lanes_free(slot->lanes);
		slot->lanes = NULL;
	}
	enum dt_status status = prepare(p, slot, shown, err);
	if (status != DT_OK)
		return status;
	dt_lanes_begin(slot->lanes, turn->item);
	if (shown)
		status = play_shown(p, slot->lanes, turn->stop, err);
	else
		while (!*turn->stop && dt_lanes_step(slot->lanes, STRIDE))
			;
	if (status == DT_OK && dt_lanes_ran_out(slot->lanes))
		return dt_status_no_memory(err);
	return status ? status : seal(p, slot, turn, err);
}

/* Lanes that keep rounds are slower: no other block needs them. */
static void
end_shown(struct dt_play *p)
{
	if (!is_shown(p, p->read_block))
		return;
	dt_lanes_free(p->reading->lanes);
	p->reading->lanes = NULL;
}

const struct dt_play_run *
dt_play_lanes_next(struct dt_play *p)
{
	struct dt_play_slot *slot = p->reading;
	int64_t number = 0;
	while (p->read_run < slot->n && (number = number_of(p, p->read_block,
	    p->read_run)) == 0)
		p->read_run++;
	if (p->read_run == slot->n) {
		end_shown(p);
		return NULL;
	}
	size_t lane = p->read_run++;
	dt_lanes_tally(slot->lanes, lane, &p->lanes.tally);
	p->run = (struct dt_play_run){ .number = number,
	    .tally = &p->lanes.tally, .lanes = slot->lanes, .lane = lane,
	    .seal = slot->seals ? &slot->seals[lane] : NULL };
	if (number == p->request.keep && p->lanes.shown != NULL) {
		p->run.rounds = dt_tape_rounds(&p->lanes.tape);
		p->run.n_rounds = p->lanes.tape.n;
	}
	return &p->run;
}
