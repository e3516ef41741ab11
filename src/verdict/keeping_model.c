/* keeping_model: an experiment in which signers comply; see keeping.h. */
#include "verdict/keeping.h"

#include <string.h>

#include "base/number.h"

static enum dt_status
set_patience(const struct dt_experiment *e, const char *word,
    struct dt_comply_model *m, struct dt_error *err)
{
	const char *is = strchr(word, '=');
	double x = 0;
	if (is == NULL || !dt_number_read(is + 1, &x) || x < 0 || x >= 1)
		return dt_status_fail(err, DT_EUSAGE, "--patience takes "
		    "AGENT=CHANCE with a chance from 0 to below 1, not '%s'",
		    word);
	if (e->model.continuation_chance >= 1)
		return dt_status_fail(err, DT_EUSAGE, "--patience needs a "
		    "game without a known end: give --continuation");
	for (size_t i = 0; i < e->model.n; i++) {
		const char *name = e->model.agents[i].name;
		if (strlen(name) == (size_t)(is - word) &&
		    strncmp(name, word, strlen(name)) == 0) {
			m->patience[i] = x;
			return DT_OK;
		}
	}
	return dt_status_fail(err, DT_EUSAGE, "--patience: no agent '%.*s' "
	    "plays", (int)(is - word), word);
}

enum dt_status
dt_keeping_model(struct dt_arena *arena, const struct dt_experiment *e,
    const char *const *patience, struct dt_comply_model *model,
    struct dt_error *err)
{
	enum dt_status status =
	    dt_comply_model_make(arena, &e->model, model, err);
	for (; status == DT_OK && patience != NULL && *patience != NULL;
	    patience++)
		status = set_patience(e, *patience, model, err);
	return status;
}

struct dt_comply_model
dt_keeping_endless(const struct dt_comply_model *model)
{
	struct dt_comply_model endless = *model;
	double keep = 1 - 1 / (double)model->model.rounds;
	endless.model.continuation_chance = keep;
	endless.model.continuation = dt_random_threshold(keep);
	for (size_t i = 0; i < model->model.n; i++)
		endless.patience[i] = keep;
	return endless;
}
