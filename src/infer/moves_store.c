/*
 * moves_store: matches into a database; see moves.h. A treatment is an
 * experiment: its rows are made first, since its configuration has their
 * digest.
 */
#include <stdlib.h>
#include <string.h>

#include "infer/moves_internal.h"

static struct dt_moves_sides
sides_of(const struct dt_moves_match *match)
{
	return (struct dt_moves_sides){ { match, match->against } };
}

/* ---- The configuration ---- */

static void
add_mapping(const struct dt_moves_writer *w, struct dt_text *config)
{
	dt_text_add(config, "columns:");
	for (size_t c = 0; c < DT_MOVES_COLUMNS; c++)
		if (w->m->has[c])
			dt_text_add(config, " %s=%s", dt_moves_columns[c],
			    w->m->theirs[c]);
	dt_text_add(config, "\n");
}

static enum dt_status
write_config(struct dt_moves_writer *w, const char *treatment,
    const char **config)
{
	unsigned char hash[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	struct dt_text all = { 0 }, text = { 0 };
	bool failed = false;
	for (size_t t = 0; t < DT_IMPORTED_TABLES; t++) {
		dt_text_add_n(&all, dt_text_string(&w->text[t]),
		    w->text[t].size);
		failed |= w->text[t].failed;
	}
	dt_hash_of(dt_text_string(&all), all.size, hash);
	dt_text_add(&text, "import: %s\ndigest: %s\n", treatment,
	    dt_hash_hex(hash, hex));
	dt_hash_of(w->m->source->text, w->m->source->size, hash);
	const char *slash = strrchr(w->request->path, '/');
	dt_text_add(&text, "file: %s\nsha256: %s\n", slash ? slash + 1 :
	    w->request->path, dt_hash_hex(hash, hex));
	add_mapping(w, &text);
	failed |= all.failed || text.failed;
	*config = failed ? NULL : dt_arena_copy(w->m->arena,
	    dt_text_string(&text));
	dt_text_free(&all);
	dt_text_free(&text);
	return *config == NULL ? dt_status_no_memory(w->err) : DT_OK;
}

/* ---- Into the store ---- */

static enum dt_status
enter(struct dt_moves_writer *w, const char *treatment, int64_t *id, bool *found)
{
	unsigned char hash[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	const char *config;
	enum dt_status status = write_config(w, treatment, &config);
	if (status != DT_OK)
		return status;
	dt_hash_of(config, strlen(config), hash);
	dt_hash_hex(hash, hex);
	struct dt_store_experiment row = { .key = hex, .config_sha256 = hex,
		.scenario = treatment, .title = "Imported play",
		.treaty = "none", .payoffs = w->m->has[DT_MOVES_PAYOFF] ?
		    "as imported" : "unknown",
		.config = config, .generator = "none",
		.engine = dt_imported_engine, .detail = "rounds",
		.evidence = "none", .command = w->provenance->command,
		.version = w->provenance->version, .model_version = 1,
		.libraries = w->provenance->libraries, .runs = w->runs,
		.started_at = w->provenance->time };
	return dt_store_register(w->store, &row, w->seats, w->agents, id,
	    found, w->err);
}

static enum dt_status
put_run(struct dt_moves_writer *w, int64_t id,
    const struct dt_moves_sides *s, int64_t number)
{
	struct dt_store_run run = dt_moves_rows_run(w, s, number);
	struct dt_store_outcome outcomes[2] = { 0 };
	struct dt_store_seat seats[2] = { 0 };
	for (size_t a = 0; a < w->agents; a++) {
		outcomes[a] = dt_moves_rows_outcome(s->of[a]);
		seats[a] = dt_moves_rows_seat(s->of[a]);
	}
	enum dt_status status = dt_store_put_run(w->store, id, &run,
	    outcomes, w->agents, w->err);
	if (status == DT_OK)
		status = dt_store_put_seats(w->store, id, number, seats,
		    w->agents, w->err);
	for (size_t t = 0; t < s->of[0]->n && status == DT_OK; t++) {
		struct dt_store_move moves[2] = { 0 };
		for (size_t a = 0; a < w->agents; a++)
			moves[a] = dt_moves_rows_move(&s->of[a]->rows[t]);
		status = dt_store_put_round(w->store, id, number,
		    (int64_t)t + 1, "none", moves, w->agents, w->err);
	}
	return status;
}

/* Either makes the lines of each run (id 0), or puts it. */
static enum dt_status
each_run(struct dt_moves_writer *w, int64_t id)
{
	enum dt_status status = DT_OK;
	w->runs = 0;
	for (size_t k = 0; k < w->n && status == DT_OK; k++) {
		const struct dt_moves_match *match = &w->m->matches[w->from +
		    k];
		struct dt_moves_sides s = sides_of(match);
		if (match->second)
			continue;
		w->runs++;
		if (id == 0)
			dt_moves_rows_add(w, &s, w->runs);
		else if (!w->done[w->runs - 1])
			status = put_run(w, id, &s, w->runs);
	}
	return status;
}

/* Which runs are there; *whole: all of them. */
static enum dt_status
look(struct dt_moves_writer *w, int64_t id, bool *whole)
{
	w->done = dt_arena_new(w->m->arena, (size_t)w->runs,
	    sizeof(*w->done));
	enum dt_status status = w->done == NULL ? dt_status_no_memory(w->err) :
	    dt_store_finished(w->store, id, w->done, w->runs, w->err);
	*whole = status == DT_OK;
	for (int64_t r = 0; r < w->runs && *whole; r++)
		*whole = w->done[r];
	return status;
}

static enum dt_status
put_treatment(struct dt_moves_writer *w, const char *treatment, bool *found)
{
	int64_t id = 0;
	bool whole = false;
	enum dt_status status = each_run(w, 0);
	if (status == DT_OK)
		status = enter(w, treatment, &id, found);
	if (status == DT_OK)
		status = look(w, id, &whole);
	*found = *found && whole;
	if (status == DT_OK && !*found) {
		status = dt_store_begin(w->store, w->err);
		if (status == DT_OK)
			status = each_run(w, id);
		if (status == DT_OK)
			status = dt_store_commit(w->store, w->err);
	}
	/* A kill may have come between the last run and this. */
	return status ? status : dt_store_end(w->store, id,
	    w->provenance->time, w->err);
}

static void
describe_seats(struct dt_moves_writer *w)
{
	static const char *const names[2][2] = { { "subject", "" },
		{ "first", "second" } };
	for (size_t a = 0; a < w->agents; a++)
		w->seats[a] = (struct dt_store_agent){
			.name = names[w->agents - 1][a], .title = "",
			.kind = "person", .host = "", .strategy = "own",
			.status = "real", .weight = 1 };
}

static enum dt_status
store_treatment(const struct dt_moves_writer *of, size_t from, size_t n,
    struct dt_moves_count *count)
{
	struct dt_moves_writer w = *of;
	bool found = false;
	w.from = from;
	w.n = n;
	w.agents = w.m->has[DT_MOVES_OPPONENT] ? 2 : 1;
	describe_seats(&w);
	dt_moves_rows_agents(&w);
	enum dt_status status = put_treatment(&w,
	    w.m->matches[from].rows->treatment, &found);
	for (size_t t = 0; t < DT_IMPORTED_TABLES; t++)
		dt_text_free(&w.text[t]);
	count->treatments++;
	count->found += found;
	count->matches += w.runs;
	return status;
}

/* ---- All ---- */

static int
by_person(const void *one, const void *other)
{
	const struct dt_moves_row *const *a = one, *const *b = other;
	int by = strcmp((*a)->session, (*b)->session);
	return by != 0 ? by : strcmp((*a)->subject, (*b)->subject);
}

static enum dt_status
count_subjects(const struct dt_moves *m, size_t from, size_t n,
    struct dt_moves_count *count, struct dt_error *err)
{
	const struct dt_moves_row **first = dt_arena_new(m->arena, n,
	    sizeof(*first));
	if (first == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < n; k++)
		first[k] = m->matches[from + k].rows;
	qsort(first, n, sizeof(*first), by_person);
	for (size_t k = 0; k < n; k++)
		count->subjects += k == 0 || by_person(&first[k - 1],
		    &first[k]) != 0;
	return DT_OK;
}

enum dt_status
dt_moves_store(const struct dt_moves *m,
    const struct dt_moves_request *request,
    const struct dt_moves_provenance *provenance, struct dt_store *store,
    struct dt_moves_count *count, struct dt_error *err)
{
	struct dt_moves_writer w = { .m = m, .request = request,
		.provenance = provenance, .store = store, .err = err };
	enum dt_status status = DT_OK;
	*count = (struct dt_moves_count){ .choices = (int64_t)m->n };
	for (size_t from = 0, n; from < m->n_matches && status == DT_OK;
	    from += n) {
		const char *treatment = m->matches[from].rows->treatment;
		for (n = 1; from + n < m->n_matches && strcmp(treatment,
		    m->matches[from + n].rows->treatment) == 0;)
			n++;
		status = store_treatment(&w, from, n, count);
		if (status == DT_OK)
			status = count_subjects(m, from, n, count, err);
	}
	return status;
}
