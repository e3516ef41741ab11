/*
 * class_block: the games of a block. Groups whose treaty has the same clauses
 * and the same parties play one game, and are runs of one experiment: where
 * somebody does not sign, the treaty binds the others, if it enters into force
 * without.
 */
#include <string.h>

#include "class/class_internal.h"
#include "play/seal.h"

/* Who is bound: who has signed. Bots do, and for cards on paper the teacher;
 * before they are asked all are. */
static uint64_t
parties_of(const struct dt_class *c, const struct dt_class_group *g)
{
	uint64_t set = dt_move_all(c->n);
	for (size_t i = 0; i < c->n && c->blocks[c->block].sign; i++) {
		const struct dt_class_seat *s = &c->seats[g->seats[i]];
		bool asked = c->stage != DT_CLASS_SIGN &&
		    s->mode == DT_CLASS_BY_PEOPLE;
		if (asked && !s->signs)
			set &= ~dt_move_bit(i);
	}
	return set;
}

static bool
same_choice(const struct dt_class *c, const size_t *a, const size_t *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return memcmp(a, b, c->blocks[c->block].clauses.n * sizeof(*a)) == 0;
}

static struct dt_class_game *
find(const struct dt_class *c, uint64_t parties, const size_t *choice)
{
	for (struct dt_class_game *g = c->games; g != NULL; g = g->next)
		if (g->block == c->block && g->parties == parties &&
		    same_choice(c, g->choice, choice))
			return g;
	return NULL;
}

static enum dt_status
compile(const struct dt_class *c, const struct dt_class_game *g,
    const char *const *sets, struct dt_experiment *experiment,
    struct dt_error *err)
{
	struct dt_faults faults = { .arena = c->options.catalogue->arena };
	struct dt_lesson_game game = { .lesson = c->lesson, .block = c->block,
		.choice = g->choice, .sets = sets,
		.seed = c->options.seed * 100 + c->block + 1 };
	enum dt_status status = dt_lesson_compile(c->options.catalogue, &game,
	    experiment, &faults, err);
	return status == DT_EINPUT && faults.n > 0 ? dt_status_fail(err,
	    status, "block %zu of the lesson: %s", c->block + 1,
	    faults.list[0].message) : status;
}

/* The agents of the game as it stands; then those that are not parties, and
 * people in all seats. */
static enum dt_status
make_sets(struct dt_class *c, const struct dt_class_game *g,
    const struct dt_model *plain, const char **sets, bool people,
    struct dt_error *err)
{
	struct dt_arena *arena = &c->arena;
	size_t k = 0;
	for (size_t i = 0; i < c->n; i++) {
		const char *name = plain->agents[i].name;
		if (!dt_move_has(g->parties, i) && (sets[k++] =
		    dt_arena_print(arena, "agents.%s.joins=0", name)) == NULL)
			return dt_status_no_memory(err);
		if (people && (sets[k++] = dt_arena_print(arena,
		    "agents.%s.strategy={strategy: person, "
		    "title: A person, command: [person]}", name)) == NULL)
			return dt_status_no_memory(err);
	}
	sets[k] = NULL;
	return DT_OK;
}

static enum dt_status
make(struct dt_class *c, struct dt_class_game *g, struct dt_error *err)
{
	struct dt_experiment stand;
	const char **sets = (const char **)dt_arena_new(&c->arena,
	    2 * c->n + 1, sizeof(*sets));
	enum dt_status status = sets == NULL ? dt_status_no_memory(err) :
	    compile(c, g, NULL, &stand, err);
	if (status == DT_OK && stand.model.n != c->n)
		status = dt_status_fail(err, DT_EINPUT, "block %zu has "
		    "another number of agents", c->block + 1);
	if (status == DT_OK)
		status = make_sets(c, g, &stand.model, sets, false, err);
	if (status == DT_OK && sets[0] != NULL)
		status = compile(c, g, sets, &stand, err);
	if (status == DT_OK)
		status = dt_model_refuse(&stand.model, "a stand-in", err);
	if (status != DT_OK)
		return status;
	g->stand = stand.model;
	status = make_sets(c, g, &stand.model, sets, true, err);
	if (status == DT_OK)
		status = compile(c, g, sets, &g->experiment, err);
	g->experiment.engine = DT_ENGINE_REFERENCE;
	return status ? status : dt_seal_treaty(
	    &g->experiment.scenario->treaty, g->treaty, NULL, err);
}

struct dt_class_game *
dt_class_game(struct dt_class *c, struct dt_class_group *group)
{
	const size_t *choice = c->blocks[c->block].clauses.n > 0 ?
	    dt_class_elected(c,
	    c->seats[group->seats[0]].group) : NULL;
	uint64_t parties = parties_of(c, group);
	struct dt_class_game *g = find(c, parties, choice);
	struct dt_error err = { 0 };
	if (g != NULL)
		return g;
	g = dt_arena_new(&c->arena, 1, sizeof(*g));
	if (g == NULL) {
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return NULL;
	}
	*g = (struct dt_class_game){ .block = c->block, .parties = parties,
		.choice = choice };
	enum dt_status status = make(c, g, &err);
	if (status != DT_OK) {
		dt_class_fail(c, status, err.message);
		return NULL;
	}
	struct dt_class_game **last = &c->games;
	while (*last != NULL)
		last = &(*last)->next;
	return *last = g;
}

bool
dt_class_treaty(const struct dt_class_group *g,
    unsigned char hash[DT_HASH_BYTES], struct dt_text *text)
{
	return dt_seal_treaty(&g->game->experiment.scenario->treaty, hash,
	    text, NULL) == DT_OK;
}
