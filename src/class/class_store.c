/*
 * class_store: blocks that are over, as rows. A game of a block is an
 * experiment, a group a run of it. All of one experiment goes in by one
 * transaction; whoever is killed before it writes it when the class is taken
 * up again.
 */
#include "class/class_store.h"

#include <string.h>

static bool
is_over(const struct dt_class *c, const struct dt_class_game *g)
{
	size_t runs = 0;
	for (size_t i = 0; i < c->n_groups; i++)
		runs += c->groups[i]->game == g && c->groups[i]->over;
	return g->runs > 0 && runs == g->runs;
}

static enum dt_status
put_run(struct dt_class_store *s, int64_t number, struct dt_error *err)
{
	const struct dt_class_group *g = dt_class_run(s->class, s->game,
	    number);
	struct dt_play_run run = { .number = number, .tally = &g->tally,
		.rounds = dt_tape_rounds((struct dt_tape *)(uintptr_t)
		&g->tape), .n_rounds = g->tape.n };
	return dt_record_put(&s->record, &run, err);
}

static enum dt_status
put_all(struct dt_class_store *s, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t r = 1; r <= s->game->runs && status == DT_OK; r++)
		status = put_run(s, (int64_t)r, err);
	if (status == DT_OK)
		status = dt_class_store_people(s, err);
	return status ? status : dt_class_log(s, err);
}

/* Are the runs there already? All are, or none is. */
static enum dt_status
put_game(struct dt_class_store *s, const struct dt_record_provenance *p,
    struct dt_error *err)
{
	bool done[1] = { false };
	char now[DT_CLASS_TIME];
	struct dt_record_provenance own = *p;
	own.evidence = DT_SEAL_FULL;
	own.apart = true;
	s->game->experiment.runs = (int64_t)s->game->runs;
	enum dt_status status = dt_record_begin(&s->record, s->store,
	    &s->game->experiment, &own, true, NULL, err);
	if (status == DT_OK)
		status = dt_store_finished(s->store, s->record.id, done, 1,
		    err);
	if (status == DT_OK && !done[0]) {
		status = dt_store_begin(s->store, err);
		if (status == DT_OK)
			status = put_all(s, err);
		if (status == DT_OK)
			status = dt_store_commit(s->store, err);
	}
	if (status == DT_OK)
		status = dt_store_ended(s->store, s->record.id, dt_class_time(
		    s->class, s->class->now, now), err);
	dt_record_free(&s->record);
	s->game->kept = status == DT_OK;
	return status;
}

enum dt_status
dt_class_store(struct dt_class *c, struct dt_store *store,
    const struct dt_record_provenance *provenance, struct dt_error *err)
{
	struct dt_class_store s = { .class = c, .store = store };
	enum dt_status status = DT_OK;
	for (s.game = c->games; s.game != NULL && status == DT_OK;
	    s.game = s.game->next) {
		if (s.game->kept || !is_over(c, s.game))
			continue;
		status = dt_experiment_name(&c->arena, &s.game->experiment,
		    err);
		if (status == DT_OK)
			status = put_game(&s, provenance, err);
	}
	return status ? status : dt_class_store_answers(&s, err);
}
