/* ask_tournament: all against all, ranked. */
#include <math.h>
#include <string.h>

#include "ask/ask_field.h"
#include "ask/ask_question.h"
#include "population/groups.h"
#include "population/tournament.h"

enum { REPETITIONS = 10, REPETITIONS_MOST = 100000000 };

const struct dt_option dt_ask_tournament_options[] = {
	DT_ASK_FIELD_OPTIONS,
	{ "engine", 'e', "ENGINE", false, "auto chain lanes reference",
	  "auto: exact where that can be; chain: exact; lanes, reference: "
	  "played" },
	{ "repetitions", 'n', "N", false, NULL,
	  "matches of a pair, where they are played; 10 if not given" },
	{ "groups", 'g', "N", false, NULL,
	  "strategies meet in groups of the scenario's size: all groups if there "
	  "are no more than N, else N drawn" },
	{ "without-self", 0, NULL, false, NULL,
	  "a strategy's match with its own copy does not count" },
	{ "noise", 0, NULL, false, NULL,
	  "how the ranking changes as slips grow: 0, .001, .01, .05 and .1" },
	{ 0 }
};

static enum dt_status
read_how(const struct dt_ask *ask, struct dt_matches_request *request,
    struct dt_error *err)
{
	static const struct {
		const char *word;
		enum dt_engine engine;
	} engines[] = {
		{ "auto", DT_ENGINE_AUTO }, { "chain", DT_ENGINE_CHAIN },
		{ "lanes", DT_ENGINE_LANES },
		{ "reference", DT_ENGINE_REFERENCE },
	};
	const char *engine = dt_ask_value(ask, "engine");
	request->repetitions = REPETITIONS;
	for (size_t k = 0; engine != NULL &&
	    k < sizeof(engines) / sizeof(engines[0]); k++)
		if (strcmp(engine, engines[k].word) == 0)
			request->engine = engines[k].engine;
	if (request->long_run && (request->engine == DT_ENGINE_LANES ||
	    request->engine == DT_ENGINE_REFERENCE))
		return dt_status_fail(err, DT_EUSAGE, "the long run is not "
		    "played: --long-run goes without --engine %s", engine);
	return dt_option_whole(ask->options, "repetitions", 1,
	    REPETITIONS_MOST, &request->repetitions, err);
}

/* The same field at other slips. */
static enum dt_status
tell_noise(const struct dt_ask *ask, struct dt_ask_field *f,
    const struct dt_tournament *t, struct dt_solution *solution,
    struct dt_error *err)
{
	static const double slips[] = { 0, .001, .01, .05, .1 };
	static const struct dt_solution_head heads[] = {
		{ "slip", NULL, "chance" }, { "first", NULL, "" },
		{ "score", NULL, "payoff a round" },
		{ "tau", "Kendall's tau", "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(solution, "noise",
	    "The ranking as slips grow (tau: how like this one; 1 the same)",
	    heads);
	for (size_t k = 0; k < sizeof(slips) / sizeof(slips[0]); k++) {
		struct dt_matches matches;
		struct dt_tournament other;
		f->request.slip = slips[k];
		enum dt_status status = dt_ask_field_meet(ask, f, &matches,
		    err);
		if (status == DT_OK)
			status = dt_tournament_rank(&matches, t->self,
			    ask->catalogue->arena, &other, err);
		if (status != DT_OK)
			return status;
		dt_solution_number(table, slips[k]);
		dt_solution_text(table,
		    f->field.list[other.rows[0].one].name);
		dt_solution_number(table, other.rows[0].score);
		dt_solution_number(table, dt_tournament_tau(t, &other));
	}
	return DT_OK;
}

/* What programs did, no command finds again; and a file that is audited must
 * not be able to start one. */
static enum dt_status
refuse_programs(const struct dt_ask *ask, const struct dt_field *field,
    struct dt_error *err)
{
	const struct dt_field_one *list = field->list;
	size_t i = 0;
	while (i < field->n && list[i].form != DT_FORM_PROGRAM)
		i++;
	if (i == field->n || (!ask->again &&
	    dt_ask_value(ask, "output") == NULL))
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "'%s' is a program from outside, "
	    "and what it does is not found again: take --format csv or --svg "
	    "in place of -o; `detente run -o` keeps its moves", list[i].name);
}

static enum dt_status
by_groups(const struct dt_ask *ask, struct dt_ask_field *f, bool self,
    struct dt_solution *solution, struct dt_error *err)
{
	struct dt_groups groups;
	struct dt_groups_request request = { .how = f->request,
		.self = self };
	enum dt_status status = dt_option_whole(ask->options, "groups", 1,
	    REPETITIONS_MOST, &request.groups, err);
	if (status == DT_OK && (f->request.long_run ||
	    dt_ask_value(ask, "noise") != NULL || ask->picture != NULL))
		status = dt_status_fail(err, DT_EUSAGE, "groups are ranked: "
		    "--groups goes without --long-run, --noise and --svg");
	if (status == DT_OK)
		status = dt_groups_meet(&f->field, &request,
		    ask->catalogue->arena, &groups, err);
	if (status != DT_OK)
		return status;
	dt_solution_start(solution, ask->catalogue->arena, "tournament",
	    f->game.scenario->name);
	solution->config = f->game.config;
	dt_groups_tell(&groups, solution);
	return DT_OK;
}

enum dt_status
dt_ask_tournament(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_ask_field f;
	struct dt_matches matches;
	struct dt_tournament t;
	bool self = dt_ask_value(ask, "without-self") == NULL;
	enum dt_status status = dt_ask_field(ask, &f, err);
	if (status == DT_OK)
		status = read_how(ask, &f.request, err);
	if (status == DT_OK)
		status = refuse_programs(ask, &f.field, err);
	if (status == DT_OK && dt_ask_value(ask, "groups") != NULL)
		return by_groups(ask, &f, self, solution, err);
	if (status == DT_OK)
		status = dt_ask_field_meet(ask, &f, &matches, err);
	if (status == DT_OK)
		status = dt_tournament_rank(&matches, self,
		    ask->catalogue->arena, &t, err);
	if (status != DT_OK)
		return status;
	dt_solution_start(solution, ask->catalogue->arena, "tournament",
	    f.game.scenario->name);
	solution->config = f.game.config;
	dt_tournament_tell(&t, solution);
	if (ask->picture != NULL)
		dt_tournament_draw(&t, ask->picture);
	if (dt_ask_value(ask, "noise") != NULL)
		status = tell_noise(ask, &f, &t, solution, err);
	if (status != DT_OK)
		dt_solution_free(solution);
	return status;
}
