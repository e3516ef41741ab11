/* ask_infer: which strategies explain recorded play. */
#include <math.h>
#include <string.h>

#include "ask/ask_question.h"
#include "infer/infer.h"

enum { SAMPLES = 200, SAMPLES_MOST = 100000 };

const struct dt_option dt_ask_infer_options[] = {
	{ "strategies", 'S', "SET", true, NULL,
	  "strategies with commas between, or a set by name: dal-bo-frechette "
	  "(the default), fudenberg-rand-dreber, classic; given again, "
	  "another set to compare it with" },
	{ "types", 0, "TYPES", false, NULL,
	  "shares of types in place of a set: sincere,cynic, or your own as "
	  "kind=tit-for-tat+grim,hard=always-race" },
	{ "by", 0, "WHAT", false, "scenario treaty experiment all",
	  "what is estimated together; of imported play a scenario is a "
	  "treatment" },
	{ "subjects", 0, "WHO", false, "runs agents",
	  "who plays one strategy: each agent in each run (runs), or an agent "
	  "in all runs of its experiment; imported play names its subjects" },
	{ "moves", 0, "WHICH", false, "executed intended",
	  "what counts as a choice; slips are errors if it is what was "
	  "executed, which is the default" },
	{ "play", 0, "MOVES", false, NULL,
	  "in place of a database, one subject's moves and the other's, as "
	  "PPR/PRR; several matches with commas between" },
	{ "error", 0, "CHANCE", false, NULL,
	  "the chance of an error, up to .5; estimated if not given" },
	{ "prior", 0, "SHARES", false, "estimated uniform",
	  "shares that are estimated, or all the same" },
	{ "bootstrap", 0, "N", false, NULL,
	  "samples of subjects for the standard errors; 200 if not given, 0: "
	  "none" },
	{ "seed", 's', "N", false, NULL,
	  "seed of samples and starts; 1 if not given" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given" },
	{ 0 }
};

/* The index of the option's value among words; 0 where it is not given. */
static int
word_of(const struct dt_ask *ask, const char *option,
    const char *const *words)
{
	const char *value = dt_ask_value(ask, option);
	int k = 0;
	while (value != NULL && words[k] != NULL &&
	    strcmp(value, words[k]) != 0)
		k++;
	return value == NULL || words[k] == NULL ? 0 : k;
}

static enum dt_status
read_sets(const struct dt_ask *ask, struct dt_infer_request *r,
    struct dt_error *err)
{
	const char *const *given = dt_option_values(ask->options,
	    "strategies");
	const char *types = dt_ask_value(ask, "types");
	struct dt_arena *arena = ask->catalogue->arena;
	size_t n = 0;
	while (given[n] != NULL)
		n++;
	struct dt_infer_set *sets = dt_arena_new(arena, n + 2,
	    sizeof(*sets)), *list = NULL;
	if (sets == NULL)
		return dt_status_no_memory(err);
	r->sets = sets;
	enum dt_status status = DT_OK;
	if (types != NULL)
		status = dt_infer_types_read(types, arena, &list, &r->n_types,
		    &sets[r->n_sets++], err);
	r->types = list;
	for (size_t k = 0; k < n && status == DT_OK; k++)
		status = dt_infer_set_read(given[k], arena,
		    &sets[r->n_sets++], err);
	if (r->n_sets == 0)
		sets[r->n_sets++] = dt_infer_sets[0];
	return status;
}

static enum dt_status
read_request(const struct dt_ask *ask, struct dt_infer_request *r,
    struct dt_error *err)
{
	static const char *const priors[] = { "estimated", "uniform", NULL };
	int64_t samples = SAMPLES;
	*r = (struct dt_infer_request){ .catalogue = ask->catalogue,
		.faults = ask->faults, .error = NAN,
		.uniform = word_of(ask, "prior", priors) == 1,
		.stop = ask->stop == NULL ? NULL : ask->stop->flag };
	enum dt_status status = read_sets(ask, r, err);
	if (status == DT_OK)
		status = dt_option_number(ask->options, "error", 0, .5,
		    &r->error, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "bootstrap", 0,
		    SAMPLES_MOST, &samples, err);
	r->samples = (size_t)samples;
	return status ? status : dt_ask_effort(ask, &r->threads, &r->seed,
	    err);
}

static enum dt_status
read_database(const struct dt_ask *ask, const char *path,
    struct dt_choices_found *found, struct dt_error *err)
{
	static const char *const by[] = { "scenario", "treaty", "experiment",
		"all", NULL };
	static const char *const who[] = { "runs", "agents", NULL };
	static const char *const which[] = { "executed", "intended", NULL };
	struct dt_choices_request request = {
		.by = (enum dt_choices_by)word_of(ask, "by", by),
		.agents = word_of(ask, "subjects", who) == 1,
		.intended = word_of(ask, "moves", which) == 1 };
	struct dt_store *store = NULL;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_READ,
	    err);
	if (status == DT_OK)
		status = dt_choices_read(store, path, &request,
		    ask->catalogue->arena, found, err);
	(void)dt_store_close(store, NULL);
	return status;
}

/* Of words the errors would say nothing: there is one subject. */
static enum dt_status
read_choices(const struct dt_ask *ask, struct dt_infer_request *r,
    struct dt_choices_found *found, const char **subject,
    struct dt_error *err)
{
	struct dt_arena *arena = ask->catalogue->arena;
	const char *play = dt_ask_value(ask, "play");
	bool file = ask->options->n_operands > 0;
	*subject = file ? ask->options->operands[0] : "play";
	*found = (struct dt_choices_found){ 0 };
	if (file == (play != NULL))
		return dt_status_fail(err, DT_EUSAGE, "it needs a database, "
		    "or --play MOVES: one of them");
	if (file)
		return read_database(ask, *subject, found, err);
	found->n = 1;
	found->groups = dt_arena_new(arena, 1, sizeof(*found->groups));
	if (found->groups == NULL)
		return dt_status_no_memory(err);
	found->groups[0].name = "play";
	r->samples = 0;
	return dt_choices_of_words(found->groups, arena, play, err);
}

enum dt_status
dt_ask_infer(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_infer_request request;
	struct dt_choices_found found;
	struct dt_infer infer;
	const char *subject;
	enum dt_status status = read_request(ask, &request, err);
	if (status == DT_OK)
		status = read_choices(ask, &request, &found, &subject, err);
	if (status == DT_OK)
		status = dt_infer_find(&request, found.groups, found.n,
		    &infer, err);
	if (status != DT_OK)
		return status;
	infer.bare = found.bare;
	dt_solution_start(solution, ask->catalogue->arena, "infer", subject);
	solution->config = "";
	dt_infer_tell(&infer, solution);
	if (ask->picture != NULL)
		dt_infer_draw(&infer, ask->picture);
	return DT_OK;
}
