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

/* A query, and what it takes and gives in words. */
struct query_entry {
	const struct dt_query_file *file;
	const char *parameters, *units;
};

static const char *
query_cell(const void *entries, size_t i, size_t field)
{
	const struct query_entry *e = (const struct query_entry *)entries + i;
	const struct dt_query_file *f = e->file;
	return (const char *[]){ f->name, f->title, f->question ?
	    f->question : "", f->about, e->parameters, e->units,
	    f->picture.kind ? f->picture.kind : "", f->example ? f->example :
	    "", f->path }[field];
}

/* "key=noise.slip, experiment". */
static const char *
parameters_of(struct dt_arena *arena, const struct dt_query_file *f)
{
	const char *all = "";
	for (size_t i = 0; i < f->n_parameters && all != NULL; i++) {
		const struct dt_query_parameter *p = &f->parameters[i];
		all = dt_arena_print(arena, "%s%s%s%s%s", all, i ? ", " : "",
		    p->name, p->initial ? "=" : "", p->initial ? p->initial :
		    "");
	}
	return all;
}

/* "low95 (share), ...": of the columns that its head describes. */
static const char *
units_of(struct dt_arena *arena, const struct dt_query_file *f)
{
	const char *all = "";
	for (size_t i = 0; i < f->n_columns && all != NULL; i++)
		if (f->columns[i].unit[0] != '\0')
			all = dt_arena_print(arena, "%s%s%s (%s)", all,
			    *all ? ", " : "", f->columns[i].name,
			    f->columns[i].unit);
	return all;
}

static enum dt_status
tell_queries(struct dt_arena *arena, const struct dt_query_file *queries,
    struct dt_listing *listing, struct dt_error *err)
{
	struct query_entry *entries = dt_arena_new(arena, listing->n + 1,
	    sizeof(*entries));
	for (size_t i = 0; entries != NULL && i < listing->n; i++) {
		entries[i] = (struct query_entry){ &queries[i],
		    parameters_of(arena, &queries[i]),
		    units_of(arena, &queries[i]) };
		if (entries[i].parameters == NULL || entries[i].units == NULL)
			return dt_status_no_memory(err);
	}
	listing->entries = entries;
	return entries ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_cmd_listings_queries(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err)
{
	static const char *const fields[] = { "name", "title", "question",
	    "about", "parameters", "units", "picture", "example", "path",
	    NULL };
	struct dt_query_file *queries = NULL;
	*listing = (struct dt_listing){ .kind = "query", .fields = fields,
	    .shown = "014", .csv = "012456", .cell = query_cell };
	enum dt_status status =
	    dt_queries_list(&call->catalogue, &queries, &listing->n, err);
	return status ? status : tell_queries(call->arena, queries, listing,
	    err);
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
