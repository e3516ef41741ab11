/* ask_evolve: what becomes of strategies in a population. */
#include <math.h>
#include <string.h>

#include "ask/ask_field.h"
#include "ask/ask_question.h"
#include "catalogue/games.h"
#include "population/evolve.h"
#include "population/fitness_find.h"

enum {
	POPULATION_MOST = 1000000, RUNS_MOST = 100000000,
	GENERATIONS = 2000, GENERATIONS_MOST = 100000000,
	STARTS = 200, STARTS_MOST = 1000000,
};

const struct dt_option dt_ask_evolve_options[] = {
	DT_ASK_FIELD_OPTIONS,
	{ "per", 0, "WORD", false, "round match",
	  "payoffs a round (if not given) or a match: they scale selection" },
	{ "dynamics", 'd', "RULE", false,
	  "replicator discrete logit best-response",
	  "how shares of a large population change; replicator if not given" },
	{ "from", 0, "SHARE,...", false, NULL,
	  "follow a path from these shares; the last may be left out" },
	{ "time", 0, "T", false, NULL,
	  "until when, in one over payoff, or in generations; 100 if not "
	  "given" },
	{ "noise", 0, "PAYOFF", false, NULL,
	  "of --dynamics logit; .1 if not given" },
	{ "starts", 0, "N", false, NULL,
	  "starts that are drawn for basins; 200 if not given, 0: none" },
	{ "population", 'N', "Z", false, NULL,
	  "a finite population of Z; implies a process" },
	{ "process", 0, "RULE", false,
	  "fermi moran wright-fisher death-birth",
	  "how a finite population changes; fermi if not given" },
	{ "fitness", 0, "WORD", false, "exponential payoff linear",
	  "e^(beta payoff) if not given, the payoff, or 1 - beta + beta "
	  "payoff" },
	{ "beta", 0, "BETA", false, NULL,
	  "strength of selection, in 1/payoff; 1 divided by the payoffs' "
	  "range if not given" },
	{ "background", 0, "PAYOFF", false, NULL,
	  "added to payoffs where they are fitness" },
	{ "mutation", 0, "CHANCE", false, NULL,
	  "chance that one plays another strategy than it should; 0 if not "
	  "given: rare" },
	{ "graph", 0, "GRAPH", false, NULL,
	  "who meets whom, with --process death-birth: complete, ring, "
	  "lattice, or a file of pairs" },
	{ "simulate", 0, "RUNS", false, NULL,
	  "play it out so often as well" },
	{ "generations", 0, "N", false, NULL,
	  "of a simulated run with mutation; 2000 if not given" },
	{ 0 }
};

/* What is asked, with what it borrows. Lives in the arena of answers. */
struct asked {
	struct dt_evolve_request request;
	struct dt_fitness_found game;
	struct dt_network network;
	struct dt_ask_field field;
};

/* ---- what goes with what ---- */

static bool
says(const struct dt_ask *ask, const char *option, const char *word)
{
	const char *value = dt_ask_value(ask, option);
	return value != NULL && (word == NULL || strcmp(value, word) == 0);
}

/* Options that are of no use without one of up to two others. */
static enum dt_status
fits(const struct dt_ask *ask, struct dt_error *err)
{
	static const struct {
		const char *option, *with[2], *word[2];
	} only[] = {
		{ "time", { "from", NULL }, { NULL, NULL } },
		{ "noise", { "dynamics", NULL }, { "logit", NULL } },
		{ "background", { "dynamics", "fitness" },
		  { "discrete", "payoff" } },
		{ "generations", { "simulate", NULL }, { NULL, NULL } },
	};
	for (size_t k = 0; k < sizeof(only) / sizeof(only[0]); k++) {
		bool fit = !says(ask, only[k].option, NULL);
		for (int i = 0; i < 2 && only[k].with[i] != NULL; i++)
			fit = fit || says(ask, only[k].with[i],
			    only[k].word[i]);
		if (!fit)
			return dt_status_fail(err, DT_EUSAGE, "--%s goes with "
			    "--%s %s, and is of no use here", only[k].option,
			    only[k].with[0], only[k].word[0] != NULL ?
			    only[k].word[0] : "...");
	}
	if (says(ask, "beta", NULL) && says(ask, "fitness", "payoff"))
		return dt_status_fail(err, DT_EUSAGE, "where fitness is the "
		    "payoff --beta is of no use");
	return DT_OK;
}

/* A game and payoffs by themselves are not repeated. */
static enum dt_status
fits_once(const struct dt_ask *ask, struct dt_error *err)
{
	static const char *const options[] = { "per", "treaty", "continuation",
		"rounds", "slip", "long-run" };
	for (size_t k = 0; k < sizeof(options) / sizeof(options[0]); k++)
		if (says(ask, options[k], NULL))
			return dt_status_fail(err, DT_EUSAGE, "--%s is of "
			    "strategies that meet again and again, and of no "
			    "use here", options[k]);
	return DT_OK;
}

/* ---- the game ---- */

/* The agents of a scenario: PAUSE and RACE, in groups of all of them. */
static enum dt_status
of_scenario(struct dt_ask *ask, struct asked *a, struct dt_error *err)
{
	struct dt_experiment_request request = {
		.scenario = dt_ask_value(ask, "scenario"),
		.payoffs = dt_ask_value(ask, "payoffs"),
		.sets = dt_option_values(ask->options, "set"), .seed = 1,
		.rounds = -1 };
	struct dt_experiment *game = &a->field.game;
	enum dt_status status = dt_experiment_make(ask->catalogue, &request,
	    game, ask->faults, err);
	if (status != DT_OK)
		return status;
	a->game = (struct dt_fitness_found){ .unit = "payoff a round",
		.subject = game->scenario->name, .config = game->config };
	return dt_fitness_of_payoff(&game->model.payoff,
	    ask->catalogue->arena, &a->game.fitness, err);
}

static enum dt_status
of_strategies(struct dt_ask *ask, struct asked *a, struct dt_error *err)
{
	struct dt_arena *arena = ask->catalogue->arena;
	struct dt_matches m;
	bool match = says(ask, "per", "match");
	enum dt_status status = dt_ask_field(ask, &a->field, err);
	if (status == DT_OK)
		status = dt_ask_field_meet(ask, &a->field, &m, err);
	if (status != DT_OK)
		return status;
	a->game.config = a->field.game.config;
	a->game.subject = a->field.game.scenario->name;
	return dt_fitness_find_matches(&m, match, arena, &a->game, err);
}

/* One operand that is a game; none, but a scenario or payoffs; or
 * strategies. */
static enum dt_status
read_game(struct dt_ask *ask, struct asked *a, struct dt_error *err)
{
	const struct dt_catalogue *c = ask->catalogue;
	const struct dt_options *o = ask->options;
	const char *payoffs = dt_ask_value(ask, "payoffs");
	bool none = o->n_operands == 0 && dt_ask_value(ask, "all") == NULL;
	bool game = o->n_operands == 1 && strchr(o->operands[0], ',') ==
	    NULL && dt_games_is(c, o->operands[0]);
	bool once = game || (none && (payoffs != NULL ||
	    dt_ask_value(ask, "scenario") != NULL));
	enum dt_status status = once ? fits_once(ask, err) : DT_OK;
	if (status != DT_OK)
		return status;
	if (none && dt_ask_value(ask, "scenario") != NULL)
		return of_scenario(ask, a, err);
	if (none && payoffs != NULL)
		return dt_fitness_find_payoffs(c, payoffs, &a->game,
		    ask->faults, err);
	if (game)
		return dt_fitness_find_game(c, o->operands[0], &a->game,
		    ask->faults, err);
	return of_strategies(ask, a, err);
}

/* ---- a large population ---- */

static enum dt_status
read_large(const struct dt_ask *ask, struct asked *a, struct dt_error *err)
{
	static const char *const rules[] = {
		[DT_DYNAMICS_REPLICATOR] = "replicator",
		[DT_DYNAMICS_DISCRETE] = "discrete",
		[DT_DYNAMICS_LOGIT] = "logit",
		[DT_DYNAMICS_BEST_RESPONSE] = "best-response",
	};
	const char *rule = dt_ask_value(ask, "dynamics");
	struct dt_dynamics *d = &a->request.dynamics;
	int64_t starts = STARTS;
	d->noise = .1;
	a->request.time = 100;
	for (size_t k = 0; rule && k < sizeof(rules) / sizeof(rules[0]); k++)
		if (strcmp(rule, rules[k]) == 0)
			d->rule = (enum dt_dynamics_rule)k;
	enum dt_status status = dt_option_number(ask->options, "noise", 1e-9,
	    1e9, &d->noise, err);
	if (status == DT_OK)
		status = dt_option_number(ask->options, "time", 0, 1e6,
		    &a->request.time, err);
	if (status == DT_OK)
		status = dt_option_number(ask->options, "background", 0, 1e12,
		    &d->background, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "starts", 0,
		    STARTS_MOST, &starts, err);
	a->request.starts = (size_t)starts;
	const char *from = dt_ask_value(ask, "from");
	return status != DT_OK || from == NULL ? status :
	    dt_evolve_read_shares(from, a->game.fitness.n,
	    ask->catalogue->arena, &a->request.from, err);
}

/* ---- a finite one ---- */

static enum dt_status
read_graph(const struct dt_ask *ask, struct asked *a, struct dt_error *err)
{
	const char *graph = dt_ask_value(ask, "graph");
	struct dt_process *p = &a->request.process;
	if (graph == NULL || strcmp(graph, "complete") == 0)
		return DT_OK;
	p->network = &a->network;
	enum dt_status status = dt_network_find(graph, (size_t)p->z,
	    ask->catalogue->arena, &a->network, err);
	if (status == DT_OK && dt_ask_value(ask, "population") != NULL &&
	    p->z != (int64_t)a->network.n)
		return dt_status_fail(err, DT_EUSAGE, "the graph has %zu "
		    "members, and --population says %lld", a->network.n,
		    (long long)p->z);
	p->z = (int64_t)a->network.n;
	return status;
}

static void
read_rules(const struct dt_ask *ask, struct dt_process *p)
{
	static const char *const rules[] = {
		[DT_PROCESS_FERMI] = "fermi", [DT_PROCESS_MORAN] = "moran",
		[DT_PROCESS_WRIGHT_FISHER] = "wright-fisher",
		[DT_PROCESS_DEATH_BIRTH] = "death-birth",
	};
	static const char *const maps[] = {
		[DT_PROCESS_EXPONENTIAL] = "exponential",
		[DT_PROCESS_PAYOFF] = "payoff", [DT_PROCESS_LINEAR] = "linear",
	};
	const char *rule = dt_ask_value(ask, "process");
	const char *map = dt_ask_value(ask, "fitness");
	for (size_t k = 0; rule && k < sizeof(rules) / sizeof(rules[0]); k++)
		if (strcmp(rule, rules[k]) == 0)
			p->rule = (enum dt_process_rule)k;
	for (size_t k = 0; map && k < sizeof(maps) / sizeof(maps[0]); k++)
		if (strcmp(map, maps[k]) == 0)
			p->map = (enum dt_process_map)k;
}

/* Whether anything of a finite population was said. */
static bool
is_finite(const struct dt_ask *ask)
{
	static const char *const options[] = { "population", "process",
		"fitness", "beta", "mutation", "graph", "simulate",
		"generations" };
	for (size_t k = 0; k < sizeof(options) / sizeof(options[0]); k++)
		if (dt_ask_value(ask, options[k]) != NULL)
			return true;
	return false;
}

static enum dt_status
read_finite(const struct dt_ask *ask, struct asked *a, struct dt_error *err)
{
	struct dt_process *p = &a->request.process;
	double least, most;
	dt_fitness_range(&a->game.fitness, &least, &most);
	p->beta = most > least ? 1 / (most - least) : 1;
	p->z = 100;
	p->background = a->request.dynamics.background;
	a->request.generations = GENERATIONS;
	a->request.finite = is_finite(ask);
	read_rules(ask, p);
	enum dt_status status = dt_option_whole(ask->options, "population",
	    1, POPULATION_MOST, &p->z, err);
	if (status == DT_OK)
		status = dt_option_number(ask->options, "beta", 0, 1e12,
		    &p->beta, err);
	if (status == DT_OK)
		status = dt_option_number(ask->options, "mutation", 0, 1,
		    &p->mutation, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "simulate", 1,
		    RUNS_MOST, &a->request.simulate, err);
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "generations", 4,
		    GENERATIONS_MOST, &a->request.generations, err);
	return status != DT_OK ? status : read_graph(ask, a, err);
}

/* ---- the answer ---- */

static enum dt_status
read_all(struct dt_ask *ask, struct asked *a, struct dt_error *err)
{
	a->request.dynamics.fitness = &a->game.fitness;
	a->request.process.fitness = &a->game.fitness;
	a->request.stop = ask->stop;
	enum dt_status status = dt_ask_effort(ask, &a->request.threads,
	    &a->request.seed, err);
	if (status == DT_OK)
		status = fits(ask, err);
	if (status == DT_OK)
		status = read_game(ask, a, err);
	a->request.unit = a->game.unit;
	if (status == DT_OK)
		status = read_large(ask, a, err);
	return status != DT_OK ? status : read_finite(ask, a, err);
}

enum dt_status
dt_ask_evolve(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_arena *arena = ask->catalogue->arena;
	struct dt_evolve evolve;
	struct asked *a = dt_arena_new(arena, 1, sizeof(*a));
	if (a == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = read_all(ask, a, err);
	if (status == DT_OK)
		status = dt_evolve_find(&a->request, arena, &evolve, err);
	if (status != DT_OK)
		return status;
	dt_solution_start(solution, arena, "evolve", a->game.subject);
	solution->config = a->game.config;
	dt_evolve_tell(&evolve, solution);
	dt_field_tell_broken(&a->field.field, solution);
	if (ask->picture != NULL)
		status = dt_evolve_draw(&evolve, ask->picture, err);
	if (status != DT_OK)
		dt_solution_free(solution);
	return status;
}
