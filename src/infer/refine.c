/* refine: see refine.h. */
#include "infer/refine.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* The source of a profile, or of one that is the same, to go on with: rather
 * an experiment than a cell, rather with more runs. */
static const struct dt_recorded_source *
source_of(const struct dt_recorded_game *game, size_t profile)
{
	const struct dt_recorded_source *best = NULL;
	size_t same = dt_recorded_same(game, profile);
	for (const struct dt_recorded_source *s = game->sources; s != NULL;
	    s = s->next) {
		if (dt_recorded_same(game, s->profile) != same ||
		    (!s->used && s->runs != 1))
			continue;
		if (best == NULL || (best->cell && !s->cell) ||
		    (best->cell == s->cell && s->runs > best->runs))
			best = s;
	}
	return best;
}

static enum dt_seal_level
level_of(const char *word)
{
	for (int i = 0; word != NULL && dt_seal_level_words[i] != NULL; i++)
		if (strcmp(dt_seal_level_words[i], word) == 0)
			return (enum dt_seal_level)i;
	return DT_SEAL_EPOCH;
}

/* More runs are played by the engine that played those that are there; a
 * profile that nobody played, as `run` would play it. Names the experiment. */
static enum dt_status
settle_engine(struct dt_refine *refine, const char *word,
    const struct dt_record_provenance *provenance, bool rounds,
    struct dt_arena *arena, struct dt_error *err)
{
	char why[DT_PLAY_WHY];
	struct dt_play_engine_request request = {
		.engine = word == NULL ? DT_ENGINE_AUTO :
		    strcmp(word, dt_engine_words[DT_ENGINE_LANES]) == 0 ?
		    DT_ENGINE_LANES : DT_ENGINE_REFERENCE,
		.kept = true, .rounds = rounds,
		.evidence = provenance->evidence,
	};
	return dt_play_engine(&refine->experiment, &request, arena, why, err);
}

enum dt_status
dt_refine_plan(struct dt_refine *refine, const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, const struct dt_empirical_need *need,
    const struct dt_catalogue *catalogue,
    struct dt_record_provenance *provenance, bool *rounds,
    struct dt_error *err)
{
	struct dt_faults faults = { .arena = recorded->arena };
	struct dt_node *root = NULL;
	const struct dt_recorded_source *source = source_of(game,
	    need->profile);
	*refine = (struct dt_refine){ .before = source ? source->runs : 0 };
	enum dt_status status = source != NULL ?
	    dt_recorded_config(recorded, game, source, catalogue, &root,
	    err) : dt_recorded_graft(recorded, game, need->profile,
	    catalogue, &root, &source, err);
	if (status == DT_OK)
		status = dt_experiment_compile(recorded->arena, root,
		    &refine->experiment, &faults, err);
	if (status == DT_EINPUT && faults.n > 0)
		return dt_status_fail(err, DT_EINPUT, "%s cannot be played: "
		    "%s", dt_recorded_profile(recorded, game, need->profile),
		    faults.list[0].message);
	if (status != DT_OK)
		return status;
	refine->experiment.seed = strtoull(source->seed, NULL, 10);
	refine->experiment.runs = refine->before + need->more;
	provenance->evidence = level_of(source->evidence);
	*rounds = source->detail != NULL &&
	    strcmp(source->detail, "rounds") == 0;
	return settle_engine(refine, refine->before > 0 ? source->engine :
	    NULL, provenance, *rounds, recorded->arena, err);
}

enum dt_status
dt_refine_begin(struct dt_refine *refine, struct dt_store *store,
    struct dt_arena *arena, const struct dt_record_provenance *provenance,
    bool rounds, int threads, struct dt_error *err)
{
	int64_t runs = refine->experiment.runs;
	refine->done = dt_arena_new(arena, (size_t)runs,
	    sizeof(*refine->done));
	if (refine->done == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_record_begin(&refine->record, store,
	    &refine->experiment, provenance, rounds, refine->done, err);
	if (status != DT_OK)
		return status;
	refine->begun = true;
	struct dt_play_request request = {
		.runs = runs, .skip = refine->done, .threads = threads,
		.rounds = rounds, .stop = refine->stop,
		.seals = refine->record.evidence ?
		    &refine->record.evidence->maker : NULL,
	};
	return dt_play_new(&refine->play, &refine->experiment, &request,
	    err);
}

enum dt_status
dt_refine_step(struct dt_refine *refine, bool *more, struct dt_error *err)
{
	const struct dt_play_run *run = NULL;
	enum dt_status status = dt_play_next(refine->play, &run, err);
	*more = run != NULL;
	if (status == DT_OK && run != NULL)
		status = dt_record_run(&refine->record, run, err);
	return status;
}

enum dt_status
dt_refine_end(struct dt_refine *refine, bool whole, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	dt_play_free(refine->play);
	if (refine->begun)
		status = dt_record_end(&refine->record, whole, err);
	dt_record_free(&refine->record);
	refine->play = NULL;
	return status;
}
