/* moves: see moves.h. Rows into matches, and what was done in each round. */
#include "infer/moves.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"

/* Numbers by size, before words by letters. */
static int
compare_names(const char *a, const char *b)
{
	int64_t x, y;
	bool m = dt_number_read_whole(a, &x), n = dt_number_read_whole(b, &y);
	if (m && n)
		return (x > y) - (x < y);
	return m != n ? n - m : strcmp(a, b);
}

static int
compare_matches(const struct dt_moves_row *a, const struct dt_moves_row *b)
{
	int by = compare_names(a->treatment, b->treatment);
	if (by == 0)
		by = compare_names(a->session, b->session);
	if (by == 0)
		by = compare_names(a->match, b->match);
	return by;
}

static int
compare_rows(const void *one, const void *other)
{
	const struct dt_moves_row *a = one, *b = other;
	int by = compare_matches(a, b);
	if (by == 0)
		by = compare_names(a->subject, b->subject);
	if (by == 0)
		by = (a->round > b->round) - (a->round < b->round);
	return by != 0 ? by : (a->at.line > b->at.line) -
	    (a->at.line < b->at.line);
}

/* Of one subject each; n of them begin at row `from`. */
static enum dt_status
add_match(struct dt_moves *m, size_t from, size_t n, struct dt_error *err)
{
	struct dt_moves_match *list = dt_arena_grow(m->arena, m->matches,
	    m->n_matches, &m->room_matches, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(err);
	m->matches = list;
	list[m->n_matches++] = (struct dt_moves_match){ .rows = &m->rows[from],
		.n = n };
	return DT_OK;
}

static enum dt_status
split(struct dt_moves *m, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t from = 0, n; from < m->n && status == DT_OK; from += n) {
		for (n = 1; from + n < m->n && compare_matches(&m->rows[from],
		    &m->rows[from + n]) == 0 && compare_names(
		    m->rows[from].subject, m->rows[from + n].subject) == 0;)
			n++;
		status = add_match(m, from, n, err);
	}
	return status;
}

/* Rounds from 1, each once: states of strategies go on from the first. */
static void
check_rounds(struct dt_moves *m, const struct dt_moves_match *match)
{
	for (size_t t = 0; t < match->n; t++) {
		const struct dt_moves_row *row = &match->rows[t];
		int64_t expected = (int64_t)t + 1;
		if (row->round == expected)
			continue;
		if (t > 0 && row->round == match->rows[t - 1].round)
			dt_faults_add(m->faults, row->at, "leave one out; or, "
			    "if they are of two sessions, name these by "
			    "--column session=THEIRS", "round %lld of subject "
			    "%s in match %s is in line %zu already",
			    (long long)row->round, row->subject, row->match,
			    match->rows[t - 1].at.line);
		else
			dt_faults_add(m->faults, row->at, "a match must be "
			    "there from its first round on: what strategies "
			    "do depends on it", "round %lld of subject %s in "
			    "match %s is missing", (long long)expected,
			    row->subject, row->match);
		return;
	}
}

/* The next row says what was done in this one. */
static void
fill_from_next(struct dt_moves *m, const struct dt_moves_match *match)
{
	for (size_t t = 0; t < match->n; t++) {
		struct dt_moves_row *row = &match->rows[t];
		const struct dt_moves_row *next = t + 1 < match->n ?
		    row + 1 : NULL;
		if (next != NULL && next->last_other >= 0 && row->other >= 0 &&
		    next->last_other != row->other)
			dt_faults_add(m->faults, next->at, NULL, "last_other "
			    "is not what line %zu says that the other did",
			    row->at.line);
		if (row->executed < 0)
			row->executed = next != NULL && next->last_move >= 0 ?
			    next->last_move : row->move;
		if (row->other < 0 && next != NULL)
			row->other = next->last_other;
	}
}

/* ---- Opponents ---- */

static int
compare_match(const void *one, const void *other)
{
	const struct dt_moves_match *a = one, *b = other;
	int by = compare_matches(a->rows, b->rows);
	return by != 0 ? by : compare_names(a->rows->subject,
	    b->rows->subject);
}

static const struct dt_moves_match *
find_opponent(const struct dt_moves *m, const struct dt_moves_match *match)
{
	struct dt_moves_row row = *match->rows;
	struct dt_moves_match key = { .rows = &row, .n = 1 };
	row.subject = match->rows->opponent;
	return bsearch(&key, m->matches, m->n_matches, sizeof(key),
	    compare_match);
}

static void
pair_up(struct dt_moves *m, struct dt_moves_match *match)
{
	static const char drop[] = "with --column opponent= opponents are not "
	    "read; then the file must say what the other did";
	const struct dt_moves_row *row = match->rows;
	for (size_t t = 1; t < match->n; t++)
		if (strcmp(row[t].opponent, row->opponent) != 0) {
			dt_faults_add(m->faults, row[t].at, drop, "another "
			    "opponent than in line %zu, in the same match",
			    row->at.line);
			return;
		}
	const struct dt_moves_match *other = find_opponent(m, match);
	if (other == NULL || other == match)
		dt_faults_add(m->faults, row->at, drop, "there are no rows of "
		    "the opponent %s in match %s", row->opponent, row->match);
	else if (strcmp(other->rows->opponent, row->subject) != 0 ||
	    other->n != match->n)
		dt_faults_add(m->faults, row->at, drop, "line %zu, of the "
		    "opponent %s, tells another match: %s",
		    other->rows->at.line, row->opponent, other->n !=
		    match->n ? "of another length" : "against somebody else");
	else
		match->against = other;
}

static void
compare_sides(struct dt_moves *m, struct dt_moves_match *match)
{
	const struct dt_moves_match *other = match->against;
	for (size_t t = 0; other != NULL && t < match->n; t++) {
		struct dt_moves_row *row = &match->rows[t];
		if (row->other >= 0 && row->other != other->rows[t].executed)
			dt_faults_add(m->faults, row->at, NULL, "what the "
			    "other did is not what line %zu says that it did",
			    other->rows[t].at.line);
		row->other = other->rows[t].executed;
	}
	match->second = other != NULL && other < match;
}

enum dt_status
dt_moves_match(struct dt_moves *m, struct dt_error *err)
{
	qsort(m->rows, m->n, sizeof(*m->rows), compare_rows);
	enum dt_status status = split(m, err);
	if (status != DT_OK)
		return status;
	for (size_t k = 0; k < m->n_matches; k++) {
		check_rounds(m, &m->matches[k]);
		fill_from_next(m, &m->matches[k]);
	}
	if (m->has[DT_MOVES_OPPONENT] && m->faults->total == 0) {
		for (size_t k = 0; k < m->n_matches; k++)
			pair_up(m, &m->matches[k]);
		for (size_t k = 0; k < m->n_matches; k++)
			compare_sides(m, &m->matches[k]);
	}
	return dt_faults_status(m->faults, err);
}
