/* lesson_game: the game of a block; see lesson.h. */
#include "catalogue/lesson_internal.h"

#include <string.h>

#include "base/number.h"

struct maker {
	const struct dt_catalogue *catalogue;
	const struct dt_lesson_game *game;
	const struct dt_lesson_block *block;
	struct dt_arena *arena;
	const char **sets;
	size_t n;
	bool failed;
};

static void
set(struct maker *m, const char *key, const char *value)
{
	const char *one = dt_arena_print(m->arena, "%s=%s", key, value);
	m->failed = m->failed || one == NULL;
	m->sets[m->n++] = one;
}

static void
set_clause(struct maker *m, const struct dt_lesson_clause *clause,
    const char *value)
{
	const char *const *also = clause->also.items;
	for (size_t k = 0; k <= clause->also.n; k++) {
		const char *key = dt_arena_print(m->arena, "treaty.%s",
		    k == 0 ? clause->key : also[k - 1]);
		m->failed = m->failed || key == NULL;
		if (key != NULL)
			set(m, key, value);
	}
}

/* What the file sets, then the clauses, then the caller. */
static bool
make_sets(struct maker *m)
{
	const struct dt_lesson_block *b = m->block;
	const struct dt_lesson_clause *clause = b->clauses.items;
	const char *const *more = m->game->sets;
	size_t n = 1 + (b->set != NULL ? b->set->n : 0);
	for (size_t k = 0; k < b->clauses.n; k++)
		n += 1 + clause[k].also.n;
	for (size_t k = 0; more != NULL && more[k] != NULL; k++)
		n++;
	m->sets = (const char **)dt_arena_new(m->arena, n, sizeof(*m->sets));
	if (m->sets == NULL)
		return false;
	for (size_t k = 0; b->set != NULL && k < b->set->n; k++)
		set(m, b->set->keys[k]->text, b->set->items[k]->text);
	for (size_t k = 0; m->game->choice != NULL && k < b->clauses.n; k++)
		set_clause(m, &clause[k], ((const char *const *)
		    clause[k].values.items)[m->game->choice[k]]);
	for (; more != NULL && *more != NULL; more++)
		m->sets[m->n++] = *more;
	return !m->failed;
}

/* The path of a file that the lesson names, seen from where the lesson is;
 * "" is none. */
static enum dt_status
find(const struct maker *m, const char *kind, const char *name,
    const char **path, struct dt_error *err)
{
	const struct dt_node *node = m->game->lesson->origin.node;
	const char *near = node != NULL && node->at.source != NULL ?
	    node->at.source->path : NULL;
	*path = NULL;
	return name[0] == '\0' ? DT_OK : dt_catalogue_find(m->catalogue,
	    dt_catalogue_kind_of(kind), name, near, path, err);
}

static const char *
treaty_of(const struct maker *m)
{
	const struct dt_lesson_block *b = m->block;
	return b->clauses.n > 0 && m->game->choice == NULL ? b->failing :
	    b->treaty;
}

enum dt_status
dt_lesson_compile(const struct dt_catalogue *catalogue,
    const struct dt_lesson_game *game, struct dt_experiment *experiment,
    struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_lesson *lesson = game->lesson;
	struct maker m = { .catalogue = catalogue, .game = game,
	    .arena = catalogue->arena,
	    .block = (const struct dt_lesson_block *)lesson->blocks.items +
	    game->block };
	const struct dt_lesson_block *b = m.block;
	char continuation[DT_NUMBER_SIZE];
	struct dt_experiment_request request = { .seed = game->seed,
	    .runs = 1, .rounds = b->rounds,
	    .continuation = dt_number_print(b->continuation, continuation) };
	enum dt_status status = find(&m, "scenario", b->scenario[0] != '\0' ?
	    b->scenario : lesson->scenario, &request.scenario, err);
	if (status == DT_OK)
		status = find(&m, "treaty", treaty_of(&m), &request.treaty,
		    err);
	if (status == DT_OK)
		status = find(&m, "strategy", b->stand_in[0] != '\0' ?
		    b->stand_in : lesson->stand_in, &request.strategies,
		    err);
	if (status != DT_OK)
		return status;
	if (!make_sets(&m))
		return dt_status_no_memory(err);
	request.sets = m.sets;
	return dt_experiment_make(catalogue, &request, experiment, faults,
	    err);
}
