/* ask_field: see ask_field.h. */
#include "ask/ask_field.h"

#include <math.h>
#include <sys/stat.h>

#include "ask/ask_question.h"

enum { ROUNDS_MOST = 1000000000 };

static enum dt_status
make_game(const struct dt_ask *ask, struct dt_experiment *game,
    struct dt_error *err)
{
	const char *scenario = dt_ask_value(ask, "scenario");
	struct dt_experiment_request request = {
		.scenario = scenario != NULL ? scenario : "duel",
		.treaty = dt_ask_value(ask, "treaty"),
		.payoffs = dt_ask_value(ask, "payoffs"),
		.continuation = dt_ask_value(ask, "continuation"),
		.sets = dt_option_values(ask->options, "set"), .seed = 1,
		.rounds = -1,
	};
	enum dt_status status = dt_option_whole(ask->options, "rounds", 0,
	    ROUNDS_MOST, &request.rounds, err);
	return status != DT_OK ? status : dt_experiment_make(ask->catalogue,
	    &request, game, ask->faults, err);
}

static enum dt_status
add(const struct dt_ask *ask, const char *word, struct dt_field *field,
    struct dt_error *err)
{
	struct stat file;
	if (stat(word, &file) == 0 && S_ISDIR(file.st_mode))
		return dt_field_add_folder(field, ask->catalogue, word, err);
	return dt_field_add_list(field, ask->catalogue, word, err);
}

static enum dt_status
add_all(const struct dt_ask *ask, struct dt_field *field,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (int i = 0; status == DT_OK && i < ask->options->n_operands; i++)
		status = add(ask, ask->options->operands[i], field, err);
	if (status == DT_OK && dt_ask_value(ask, "all") != NULL)
		status = dt_field_add_list(field, ask->catalogue, "all", err);
	if (status == DT_OK && field->n + field->n_broken == 0)
		return dt_status_fail(err, DT_EUSAGE, "it needs strategies: "
		    "names, files or a folder of files, or --all");
	return status;
}

static enum dt_status
open_groups(struct dt_field *field, const struct dt_experiment *game)
{
	dt_field_open(field, game);
	return DT_OK;
}

enum dt_status
dt_ask_field(const struct dt_ask *ask, struct dt_ask_field *f,
    struct dt_error *err)
{
	*f = (struct dt_ask_field){ .request = { .engine = DT_ENGINE_AUTO,
		.repetitions = 1, .slip = NAN,
		.long_run = dt_ask_value(ask, "long-run") != NULL,
		.stop = ask->stop != NULL ? ask->stop->flag : NULL } };
	enum dt_status status = dt_ask_effort(ask, &f->request.threads,
	    &f->request.seed, err);
	if (status == DT_OK)
		status = dt_option_number(ask->options, "slip", 0, 1,
		    &f->request.slip, err);
	if (status == DT_OK)
		status = make_game(ask, &f->game, err);
	if (status == DT_OK)
		status = dt_ask_value(ask, "groups") == NULL ?
		    dt_field_start(&f->field, &f->game, err) :
		    open_groups(&f->field, &f->game);
	return status != DT_OK ? status : add_all(ask, &f->field, err);
}

enum dt_status
dt_ask_field_meet(const struct dt_ask *ask, const struct dt_ask_field *f,
    struct dt_matches *matches, struct dt_error *err)
{
	return dt_matches_make(&f->field, &f->request, ask->catalogue->arena,
	    matches, err);
}
