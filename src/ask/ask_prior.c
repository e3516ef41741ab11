/* ask_prior: what becomes of a treaty's verdict when figures are not known, and
 * which of its numbers matters most. */
#include "ask/ask_question.h"
#include "verdict/plausible.h"
#include "verdict/tornado.h"

/* Stopped, what is there is the answer. */
static void
wait_for(const struct dt_ask *ask, struct dt_plausible *plausible)
{
	size_t all, done;
	do
		done = dt_plausible_wait(plausible, &all);
	while (done < all && (ask->go_on == NULL || ask->go_on(ask->context,
	    "worlds", (int64_t)done, (int64_t)all)));
}

enum dt_status
dt_ask_prior(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_plausible *plausible = NULL;
	struct dt_plausible_request request = { .scenario = ask->subject,
		.patience = dt_option_values(ask->options, "patience"),
		.prior = dt_ask_value(ask, "prior"),
		.draws = DT_PLAUSIBLE_DRAWS };
	if (ask->subject == NULL)
		return dt_status_fail(err, DT_EUSAGE, "--prior needs a "
		    "SCENARIO");
	if (dt_ask_value(ask, "strategies") != NULL)
		return dt_status_fail(err, DT_EUSAGE, "who signs complies; "
		    "for the others use --set agents.NAME.strategy=STRATEGY");
	enum dt_status status = dt_ask_effort(ask, &request.threads,
	    &request.seed, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "draws", 1,
		    DT_PLAUSIBLE_DRAWS_MOST, &request.draws, err);
	request.sets = dt_ask_sets(ask);
	if (status == DT_OK && request.sets == NULL)
		status = dt_status_no_memory(err);
	if (status == DT_OK)
		status = dt_plausible_new(&plausible, ask->catalogue, &request,
		    ask->faults, err);
	if (status == DT_OK)
		wait_for(ask, plausible);
	dt_plausible_free(plausible);
	return status != DT_OK ? status : dt_plausible_tell(plausible,
	    solution, ask->picture, err);
}

/* Stopped, what is there is the answer. */
static void
wait_for_ends(const struct dt_ask *ask, struct dt_tornado *tornado)
{
	size_t all, done;
	do
		done = dt_tornado_wait(tornado, &all);
	while (done < all && (ask->go_on == NULL || ask->go_on(ask->context,
	    "ends", (int64_t)done, (int64_t)all)));
}

enum dt_status
dt_ask_tornado(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_tornado *tornado = NULL;
	struct dt_experiment *made = dt_arena_new(ask->catalogue->arena, 1,
	    sizeof(*made));
	struct dt_tornado_request request = {
		.patience = dt_option_values(ask->options, "patience"),
		.prior = dt_ask_value(ask, "prior") };
	if (made == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_ask_effort(ask, &request.play.threads,
	    &request.play.seed, err);
	if (status == DT_OK)
		status = dt_ask_experiment(ask, made, err);
	if (status == DT_OK)
		status = dt_tornado_new(&tornado, ask->catalogue, made,
		    &request, ask->faults, err);
	if (status == DT_OK)
		wait_for_ends(ask, tornado);
	dt_tornado_free(tornado);
	return status != DT_OK ? status : dt_tornado_tell(tornado, solution,
	    ask->picture, err);
}
