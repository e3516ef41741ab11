/* lesson_read: a lesson by name, and whether all of it can be played; see
 * lesson.h. */
#include "catalogue/lesson_internal.h"

#include <string.h>

struct checker {
	const struct dt_catalogue *catalogue;
	struct dt_lesson *lesson;
	const struct dt_scenario *first;        /* of the first block */
	struct dt_faults *faults;
	struct dt_error *err;
};

static const struct dt_lesson_block *
block_of(const struct checker *c, size_t b)
{
	return (const struct dt_lesson_block *)c->lesson->blocks.items + b;
}

/* A game that cannot be made is told at the lesson's line. */
static enum dt_status
compile(struct checker *c, size_t b, const size_t *choice,
    struct dt_place at, struct dt_experiment *experiment)
{
	struct dt_faults found = { .arena = c->catalogue->arena };
	struct dt_error why = { 0 };
	struct dt_lesson_game game = { .lesson = c->lesson, .block = b,
	    .choice = choice, .seed = 1 };
	enum dt_status status = dt_lesson_compile(c->catalogue, &game,
	    experiment, &found, &why);
	if (status == DT_ENOMEM)
		return dt_status_no_memory(c->err);
	return status == DT_OK ? DT_OK : dt_faults_add(c->faults, at,
	    found.n > 0 ? found.list[0].help : NULL, "%s", found.n > 0 ?
	    found.list[0].message : why.message);
}

/* Each value once, with the first values of the other clauses. */
static enum dt_status
check_clause(struct checker *c, size_t b, size_t k)
{
	const struct dt_lesson_clause *clause =
	    (const struct dt_lesson_clause *)block_of(c, b)->clauses.items + k;
	const struct dt_node *list = dt_node_get(clause->origin.node,
	    "values");
	enum dt_status status = DT_OK;
	if (clause->labels.n != clause->values.n)
		return dt_faults_add(c->faults, dt_node_key_place(
		    clause->origin.node, "labels"), NULL, "%zu labels for "
		    "%zu values", clause->labels.n, clause->values.n);
	for (size_t v = 0; v < clause->values.n; v++) {
		size_t choice[DT_LESSON_CLAUSES_MOST] = { 0 };
		struct dt_experiment experiment;
		choice[k] = v;
		enum dt_status one = compile(c, b, choice, list->items[v]->at,
		    &experiment);
		if (one == DT_ENOMEM)
			return one;
		status = one != DT_OK ? one : status;
	}
	return status;
}

/* All have the agents of the first, in the same order. */
static enum dt_status
check_agents(struct checker *c, const struct dt_scenario *scenario,
    struct dt_place at)
{
	if (c->first == NULL)
		c->first = scenario;
	const struct dt_scenario_agent *a = c->first->agents.items,
	    *b = scenario->agents.items;
	bool same = c->first->agents.n == scenario->agents.n;
	for (size_t i = 0; same && i < scenario->agents.n; i++)
		same = strcmp(a[i].origin.name, b[i].origin.name) == 0;
	c->lesson->group = c->first->agents.n;
	return same ? DT_OK : dt_faults_add(c->faults, at, NULL,
	    "its agents are not those of the first block");
}

static enum dt_status
check_quiz(struct checker *c, const struct dt_lesson_block *block)
{
	const struct dt_lesson_question *q = block->quiz.items;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < block->quiz.n; k++)
		if (q[k].right > (int64_t)q[k].answers.n)
			status = dt_faults_add(c->faults, dt_node_key_place(
			    q[k].origin.node, "right"), NULL, "there are only "
			    "%zu answers", q[k].answers.n);
	return status;
}

/* A map whose values are texts as they would stand behind `=` in --set. */
static enum dt_status
check_set(struct checker *c, const struct dt_node *set)
{
	if (set == NULL)
		return DT_OK;
	if (set->kind != DT_NODE_MAP)
		return dt_faults_add(c->faults, set->at, NULL,
		    "'set' takes a map from keys to values");
	for (size_t k = 0; k < set->n; k++)
		if (set->items[k]->kind != DT_NODE_SCALAR)
			return dt_faults_add(c->faults, set->items[k]->at,
			    "put it in quotes", "'set' takes lists and maps "
			    "as texts");
	return DT_OK;
}

static enum dt_status
check_block(struct checker *c, size_t b)
{
	const struct dt_lesson_block *block = block_of(c, b);
	struct dt_place at = dt_node_key_place(dt_node_get(
	    c->lesson->origin.node, "blocks"), block->origin.name);
	struct dt_experiment experiment;
	enum dt_status status = check_set(c, block->set);
	enum dt_status quiz = check_quiz(c, block);
	if (status == DT_OK)
		status = compile(c, b, NULL, at, &experiment);
	if (status == DT_OK)
		status = check_agents(c, experiment.scenario, at);
	for (size_t k = 0; status == DT_OK && k < block->clauses.n; k++)
		status = check_clause(c, b, k);
	return status != DT_OK ? status : quiz;
}

/* Only agents that play have names. */
static enum dt_status
check_names(struct checker *c)
{
	const struct dt_lesson_agent *name = c->lesson->agents.items;
	const struct dt_scenario_agent *agents = c->first->agents.items;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < c->lesson->agents.n; k++) {
		bool there = false;
		for (size_t i = 0; i < c->first->agents.n; i++)
			there = there || strcmp(agents[i].origin.name,
			    name[k].origin.name) == 0;
		if (!there)
			status = dt_faults_add(c->faults,
			    name[k].origin.node->at, NULL, "the scenario has "
			    "no agent '%s'", name[k].origin.name);
	}
	return status;
}

enum dt_status
dt_lesson_check(const struct dt_catalogue *catalogue,
    struct dt_lesson *lesson, struct dt_faults *faults,
    struct dt_error *err)
{
	struct checker c = { catalogue, lesson, NULL, faults, err };
	enum dt_status status = DT_OK;
	for (size_t b = 0; b < lesson->blocks.n; b++) {
		enum dt_status one = check_block(&c, b);
		if (one == DT_ENOMEM)
			return one;
		status = one != DT_OK ? one : status;
	}
	enum dt_status words = dt_lesson_words_find(lesson, catalogue->arena,
	    faults, err);
	if (words == DT_ENOMEM)
		return words;
	if (c.first != NULL && check_names(&c) != DT_OK)
		status = DT_EINPUT;
	return status != DT_OK ? status : words;
}

const char *
dt_lesson_agent_title(const struct dt_lesson *lesson, const char *agent)
{
	const struct dt_lesson_agent *a = lesson->agents.items;
	for (size_t k = 0; k < lesson->agents.n; k++)
		if (strcmp(a[k].origin.name, agent) == 0)
			return a[k].title;
	return agent;
}

enum dt_status
dt_lesson_read(const struct dt_catalogue *catalogue, const char *name,
    struct dt_lesson *lesson, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_node *root = NULL;
	enum dt_status status = dt_catalogue_named(catalogue, "lesson", name,
	    NULL, &root, faults, err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_lesson_schema, catalogue->arena,
		    root, lesson, faults, err);
	return status == DT_OK ? dt_lesson_check(catalogue, lesson, faults,
	    err) : status;
}
