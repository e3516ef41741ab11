/* play_engine: which engine plays the runs of an experiment; see play.h. */
#include "play/play.h"

#include <stdio.h>
#include <string.h>

#include "lanes/lanes.h"

enum { FEW = DT_LANES };        /* lanes plays no fewer at a time */

/* Why runs are kept in more detail than lanes has it, or NULL. */
static const char *
detail_of(const struct dt_play_engine_request *r)
{
	if (r->rounds)
		return "every round is kept";
	return r->evidence == DT_SEAL_FULL ? "every round is signed" : NULL;
}

static enum dt_status
pick_lanes(const struct dt_model *model,
    const struct dt_play_engine_request *r, struct dt_error *err)
{
	if (detail_of(r) != NULL)
		return dt_status_fail(err, DT_EUSAGE, "the engine lanes keeps "
		    "outcomes only, and %s: take --detail runs and "
		    "--evidence epoch, or the engine reference",
		    detail_of(r));
	return dt_lanes_supports(model, err);
}

/* Runs may be added to what is kept: their number must not matter there. */
static enum dt_engine
pick(const struct dt_experiment *e, const struct dt_play_engine_request *r,
    char why[DT_PLAY_WHY])
{
	struct dt_error refused = { 0 };
	enum dt_engine engine = DT_ENGINE_REFERENCE;
	if (detail_of(r) != NULL)
		snprintf(why, DT_PLAY_WHY, "%s", detail_of(r));
	else if (!r->kept && e->runs < FEW)
		snprintf(why, DT_PLAY_WHY, "fewer than %d runs", FEW);
	else if (dt_lanes_supports(&e->model, &refused) != DT_OK)
		snprintf(why, DT_PLAY_WHY, "%.*s",
		    (int)strcspn(refused.message, ":"), refused.message);
	else {
		engine = DT_ENGINE_LANES;
		snprintf(why, DT_PLAY_WHY, "%d runs at once", DT_LANES);
	}
	return engine;
}

enum dt_status
dt_play_engine(struct dt_experiment *e,
    const struct dt_play_engine_request *r, struct dt_arena *arena,
    char why[DT_PLAY_WHY], struct dt_error *err)
{
	enum dt_status status = DT_OK;
	snprintf(why, DT_PLAY_WHY, "asked for");
	switch (r->engine) {
	case DT_ENGINE_AUTO:
		e->engine = pick(e, r, why);
		break;
	case DT_ENGINE_REFERENCE:
		e->engine = DT_ENGINE_REFERENCE;
		break;
	case DT_ENGINE_LANES:
		e->engine = DT_ENGINE_LANES;
		status = pick_lanes(&e->model, r, err);
		break;
	case DT_ENGINE_CHAIN:
		return dt_status_fail(err, DT_EUSAGE, "the engine chain plays "
		    "no runs");
	}
	return status ? status : dt_experiment_name(arena, e, err);
}
