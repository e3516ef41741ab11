/* listings: see listings.h. */
#include "cmd/listings.h"

#include "catalogue/games.h"
#include "catalogue/queries.h"

static const char *
game_cell(const void *entries, size_t i, size_t field)
{
	const struct dt_games_one *one = entries;
	return (const char *[]){ one[i].name, one[i].title, one[i].size,
	    one[i].path }[field];
}

enum dt_status
dt_cmd_listings_games(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err)
{
	static const char *const fields[] = { "name", "title", "size",
	    "path", NULL };
	struct dt_games_one *games = NULL;
	*listing = (struct dt_listing){ .kind = "game",
	    .fields = fields, .shown = "021", .csv = "0213", .cell = game_cell,
	    .advice = "Its equilibria: detente solve" };
	enum dt_status status =
	    dt_games_list(&call->catalogue, &games, &listing->n, err);
	listing->entries = games;
	return status;
}

static const char *
query_cell(const void *entries, size_t i, size_t field)
{
	const struct dt_query_file *one = entries;
	return (const char *[]){ one[i].name, one[i].title, one[i].about,
	    one[i].path }[field];
}

enum dt_status
dt_cmd_listings_queries(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err)
{
	static const char *const fields[] = { "name", "title", "about",
	    "path", NULL };
	struct dt_query_file *queries = NULL;
	*listing = (struct dt_listing){ .kind = "query",
	    .fields = fields, .shown = "01", .csv = "01", .cell = query_cell };
	enum dt_status status =
	    dt_queries_list(&call->catalogue, &queries, &listing->n, err);
	listing->entries = queries;
	return status;
}

static const char *
file_cell(const void *entries, size_t i, size_t field)
{
	const struct dt_catalogue_entry *one = entries;
	return (const char *[]){ one[i].name, one[i].title, one[i].status,
	    one[i].summary, one[i].path }[field];
}

/* The path only where a program reads it. */
enum dt_status
dt_cmd_listings_files(const struct dt_command_call *call, const char *word,
    struct dt_listing *listing, struct dt_error *err)
{
	static const char *const fields[] = { "name", "title", "status",
	    "summary", "path", NULL };
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of(word);
	struct dt_catalogue_entry *entries = NULL;
	*listing = (struct dt_listing){ .kind = kind->word,
	    .fields = fields, .shown = "0123", .csv = "01234", .cell = file_cell };
	listing->advice = dt_arena_print(call->arena,
	    "All about one: detente show %s", kind->word);
	enum dt_status status = dt_catalogue_list(&call->catalogue, kind,
	    &entries, &listing->n, err);
	listing->entries = entries;
	return status;
}
