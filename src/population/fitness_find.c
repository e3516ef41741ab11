/* fitness_find: see fitness_find.h. */
#include "population/fitness_find.h"

#include <math.h>

#include "catalogue/games.h"

enum dt_status
dt_fitness_find_game(const struct dt_catalogue *catalogue, const char *name,
    struct dt_fitness_found *found, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_arena *arena = catalogue->arena;
	struct dt_normal *game = dt_arena_new(arena, 1, sizeof(*game));
	struct dt_text text = { 0 };
	if (game == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_games_read(catalogue, name, game, faults,
	    err);
	if (status != DT_OK)
		return status;
	dt_normal_print(game, &text);
	found->config = dt_arena_copy(arena, dt_text_string(&text));
	bool failed = text.failed || found->config == NULL;
	dt_text_free(&text);
	found->subject = game->title[0] != '\0' ? game->title : name;
	found->unit = "payoff";
	return failed ? dt_status_no_memory(err) :
	    dt_fitness_of_normal(game, arena, &found->fitness, err);
}

static enum dt_status
read_text(const struct dt_catalogue *catalogue, const char *name,
    struct dt_payoff_text *text, struct dt_faults *faults,
    struct dt_error *err)
{
	const struct dt_catalogue_kind *kind =
	    dt_catalogue_kind_of("payoffs");
	const char *path;
	struct dt_node *root;
	enum dt_status status = dt_catalogue_find(catalogue, kind, name, NULL,
	    &path, err);
	if (status == DT_OK)
		status = dt_catalogue_read(catalogue, path, &root, &kind,
		    faults, err);
	if (status == DT_OK && kind->schema != &dt_payoff_schema)
		return dt_status_fail(err, DT_EINPUT, "%s is of kind %s, no "
		    "payoffs", path, kind->word);
	return status != DT_OK ? status : dt_schema_read(&dt_payoff_schema,
	    catalogue->arena, root, text, faults, err);
}

enum dt_status
dt_fitness_find_payoffs(const struct dt_catalogue *catalogue,
    const char *name, struct dt_fitness_found *found,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_arena *arena = catalogue->arena;
	struct dt_payoff_text *text = dt_arena_new(arena, 1, sizeof(*text));
	struct dt_payoff payoff;
	if (text == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = read_text(catalogue, name, text, faults, err);
	if (status != DT_OK)
		return status;
	size_t n = text->form == DT_PAYOFF_TABLE ? text->pause.n : 2;
	struct dt_payoff_seat *seats = dt_arena_new(arena, n + 1,
	    sizeof(*seats));
	if (seats == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		seats[i] = (struct dt_payoff_seat){ .weight = 1 };
	status = dt_payoff_compile(text, seats, n, arena, &payoff, faults,
	    err);
	found->subject = text->name;
	found->config = "";
	found->unit = "payoff a round";
	return status != DT_OK ? status : dt_fitness_of_payoff(&payoff, arena,
	    &found->fitness, err);
}

enum dt_status
dt_fitness_find_matches(const struct dt_matches *m, bool match,
    struct dt_arena *arena, struct dt_fitness_found *found,
    struct dt_error *err)
{
	if (m->n > DT_FITNESS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d "
		    "strategies", DT_FITNESS_MOST);
	if (match && !isfinite(m->rounds))
		return dt_status_fail(err, DT_EUSAGE, "a match in the long "
		    "run has no end: --per round");
	double *payoff = dt_arena_new(arena, m->n * m->n, sizeof(*payoff));
	const char **names = dt_arena_new(arena, m->n, sizeof(*names));
	if (payoff == NULL || names == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < m->n * m->n; k++)
		payoff[k] = m->match[k].payoff * (match ? m->rounds : 1);
	for (size_t i = 0; i < m->n; i++)
		names[i] = m->field->list[i].name;
	found->unit = match ? "payoff a match" : "payoff a round";
	dt_fitness_pairs(&found->fitness, m->n, names, payoff);
	return DT_OK;
}
