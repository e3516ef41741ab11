/* moves_read: a file of moves, cell by cell; see moves.h. */
#include <string.h>
#include <strings.h>

#include "base/number.h"
#include "game/normal_field.h"
#include "infer/moves.h"

const char *const dt_moves_columns[] = { "treatment", "session", "subject",
	"opponent", "match", "round", "move", "executed", "other_move",
	"last_move", "last_other", "payoff", NULL };

static const bool needed[DT_MOVES_COLUMNS] = {
	[DT_MOVES_SUBJECT] = true, [DT_MOVES_MATCH] = true,
	[DT_MOVES_ROUND] = true, [DT_MOVES_MOVE] = true,
};

enum { WIDTH_MOST = 1000, NAME_MOST = 200, BYTES_MOST = 1 << 28 };

struct reader {
	const struct dt_moves_request *request;
	struct dt_moves *m;
	struct dt_normal_fields fields;
	size_t width;                   /* cells of the first line */
	int ours[WIDTH_MOST];           /* which column a cell is; -1: none */
	const char *heads[WIDTH_MOST + 1];
	struct dt_error *err;
};

/* ---- Which column is which ---- */

/* "subject=id" of the request says how the file calls ours. */
static enum dt_status
read_mapping(struct reader *r)
{
	for (size_t c = 0; c < DT_MOVES_COLUMNS; c++)
		r->m->theirs[c] = dt_moves_columns[c];
	for (const char *const *at = r->request->columns; *at; at++) {
		const char *equals = strchr(*at, '=');
		size_t c = 0, n = equals ? (size_t)(equals - *at) : 0;
		while (n > 0 && c < DT_MOVES_COLUMNS &&
		    (strncmp(dt_moves_columns[c], *at, n) != 0 ||
		    dt_moves_columns[c][n] != '\0'))
			c++;
		if (n == 0 || c == DT_MOVES_COLUMNS)
			return dt_status_fail(r->err, DT_EUSAGE, "--column "
			    "takes OURS=THEIRS, as subject=id, not '%.40s'%s",
			    *at, dt_faults_near_words(r->m->arena,
			    n == 0 ? *at : dt_arena_copy_n(r->m->arena, *at,
			    n), dt_moves_columns));
		r->m->theirs[c] = equals + 1;
	}
	return DT_OK;
}

static enum dt_status
read_heads(struct reader *r)
{
	struct dt_normal_field f = { 0 };
	enum dt_status status = DT_OK;
	while (status == DT_OK && !f.last) {
		status = dt_normal_field_take(&r->fields, &f, r->err);
		if (status != DT_OK)
			return status;
		if (r->width == WIDTH_MOST)
			return dt_faults_add(r->m->faults, f.at, "is it "
			    "separated by another character? --separator "
			    "says which", "more than %d columns", WIDTH_MOST);
		r->ours[r->width] = -1;
		r->heads[r->width++] = f.text;
	}
	return status;
}

/* Cells of the first line that are ours. */
static void
find_column(struct reader *r, size_t column)
{
	const char *theirs = r->m->theirs[column];
	for (size_t k = 0; k < r->width && theirs[0] != '\0'; k++)
		if (r->ours[k] < 0 && strcasecmp(r->heads[k], theirs) == 0) {
			r->ours[k] = (int)column;
			r->m->has[column] = true;
			return;
		}
}

static const char *
list_heads(struct reader *r, bool unread)
{
	const char *text = "";
	for (size_t k = 0; k < r->width && text != NULL; k++)
		if (!unread || r->ours[k] < 0)
			text = dt_arena_print(r->m->arena, "%s%s%s", text,
			    text[0] ? ", " : "", r->heads[k]);
	return text == NULL ? "" : text;
}

static enum dt_status
find_columns(struct reader *r)
{
	struct dt_place at = { r->m->source, 1, 1, 1 };
	const char *missing = "";
	for (size_t c = 0; c < DT_MOVES_COLUMNS; c++) {
		find_column(r, c);
		bool named = r->m->theirs[c] != dt_moves_columns[c] &&
		    r->m->theirs[c][0] != '\0';
		if (!r->m->has[c] && (needed[c] || named))
			missing = dt_arena_print(r->m->arena, "%s%s%s (%s)",
			    missing, missing[0] ? ", " : "",
			    r->m->theirs[c], dt_moves_columns[c]);
		if (missing == NULL)
			return dt_status_no_memory(r->err);
	}
	if (missing[0] != '\0')
		return dt_faults_add(r->m->faults, at, dt_arena_print(
		    r->m->arena, "--column OURS=THEIRS says how the file calls "
		    "it; it has: %.300s", list_heads(r, false)),
		    "no column %s", missing);
	if (!r->m->has[DT_MOVES_OTHER_MOVE] &&
	    !r->m->has[DT_MOVES_LAST_OTHER] && !r->m->has[DT_MOVES_OPPONENT])
		return dt_faults_add(r->m->faults, at, dt_arena_print(
		    r->m->arena, "--column other_move=THEIRS (or last_other, "
		    "or opponent) names it; it has: %.300s", list_heads(r,
		    false)), "no column says what the other did");
	r->m->unread = list_heads(r, true);
	return DT_OK;
}

/* ---- Cells ---- */

static bool
is_missing(const char *text)
{
	return text[0] == '\0' || strcmp(text, "NA") == 0 ||
	    strcmp(text, ".") == 0 || strcasecmp(text, "null") == 0;
}

/* 0, 1; -1: neither. */
static int
code_of(const struct reader *r, const char *text)
{
	static const char *const words[2][4] = { { "pause", "p", "c",
		"cooperate" }, { "race", "r", "d", "defect" } };
	const char *codes[] = { r->request->pause, r->request->race };
	for (int move = 0; move < 2; move++) {
		if (codes[move] != NULL && strcmp(codes[move], text) == 0)
			return move;
		for (int w = 0; w < 4 && codes[move] == NULL; w++)
			if (strcasecmp(words[move][w], text) == 0)
				return move;
	}
	return -1;
}

static enum dt_status
read_move(const struct reader *r, const struct dt_normal_field *f,
    bool must, int8_t *move)
{
	*move = -1;
	if (is_missing(f->text))
		return !must ? DT_OK : dt_faults_add(r->m->faults, f->at,
		    "leave out the subject's match, or all after it: states "
		    "of strategies go on from every move", "a move is missing");
	*move = (int8_t)code_of(r, f->text);
	return *move >= 0 ? DT_OK : dt_faults_add(r->m->faults, f->at,
	    "--pause CODE and --race CODE say how moves are written",
	    "'%.24s' is no move", f->text);
}

/* A name is what a terminal shows in one line. */
static enum dt_status
read_name(const struct reader *r, const struct dt_normal_field *f,
    const char **name)
{
	*name = f->text;
	if (is_missing(f->text))
		return dt_faults_add(r->m->faults, f->at, NULL,
		    "a name is missing");
	uint32_t code;
	for (const char *at = f->text; *at != '\0';) {
		size_t n = dt_text_character(at, strlen(at), &code);
		if (n == 0 || dt_text_hidden(code))
			return dt_faults_add(r->m->faults, f->at, "leave out "
			    "what nobody sees", "a name has a character that "
			    "cannot be shown");
		at += n;
	}
	return strlen(f->text) <= NAME_MOST ? DT_OK : dt_faults_add(
	    r->m->faults, f->at, NULL, "a name has more than %d bytes",
	    NAME_MOST);
}

static enum dt_status
read_cell(const struct reader *r, const struct dt_normal_field *f,
    enum dt_moves_column column, struct dt_moves_row *row)
{
	switch (column) {
	case DT_MOVES_TREATMENT:
		return read_name(r, f, &row->treatment);
	case DT_MOVES_SESSION:
		return read_name(r, f, &row->session);
	case DT_MOVES_SUBJECT:
		return read_name(r, f, &row->subject);
	case DT_MOVES_OPPONENT:
		return read_name(r, f, &row->opponent);
	case DT_MOVES_MATCH:
		return read_name(r, f, &row->match);
	case DT_MOVES_ROUND:
		return dt_number_read_whole(f->text, &row->round) &&
		    row->round >= 1 ? DT_OK : dt_faults_add(r->m->faults,
		    f->at, "rounds of a match count from 1", "'%.24s' is no "
		    "round", f->text);
	case DT_MOVES_MOVE:
		return read_move(r, f, true, &row->move);
	case DT_MOVES_EXECUTED:
		return read_move(r, f, false, &row->executed);
	case DT_MOVES_OTHER_MOVE:
		return read_move(r, f, true, &row->other);
	case DT_MOVES_LAST_MOVE:
		return read_move(r, f, false, &row->last_move);
	case DT_MOVES_LAST_OTHER:
		return read_move(r, f, false, &row->last_other);
	default:
		return is_missing(f->text) || dt_number_read(f->text,
		    &row->payoff) ? DT_OK : dt_faults_add(r->m->faults, f->at,
		    NULL, "'%.24s' is no number", f->text);
	}
}

/* ---- Lines ---- */

/* DT_EINPUT: it has faults, and the next can be read all the same, but where a
 * quote never ends. */
static enum dt_status
read_line(struct reader *r, struct dt_moves_row *row, bool *blank, bool *lost)
{
	struct dt_normal_field f = { 0 };
	enum dt_status worst = DT_OK;
	size_t n = 0;
	*row = (struct dt_moves_row){ .treatment = "all", .session = "",
		.executed = -1, .other = -1, .last_move = -1,
		.last_other = -1 };
	row->at = dt_normal_field_place(&r->fields);
	for (; !f.last; n++) {
		enum dt_status status = dt_normal_field_take(&r->fields, &f,
		    r->err);
		*lost = status != DT_OK;
		if (*lost)
			return status;
		if (n < r->width && r->ours[n] >= 0 &&
		    (n > 0 || !f.last || f.text[0] != '\0'))
			status = read_cell(r, &f,
			    (enum dt_moves_column)r->ours[n], row);
		if (status != DT_OK)
			worst = status;
	}
	*blank = n == 1 && f.text[0] == '\0' && r->width > 1;
	if (*blank || n == r->width)
		return worst;
	return dt_faults_add(r->m->faults, row->at, NULL, "this line has %zu "
	    "cells, and the first %zu", n, r->width);
}

static enum dt_status
read_lines(struct reader *r)
{
	struct dt_moves *m = r->m;
	bool lost = false;
	while (!dt_normal_field_end(&r->fields) && !lost) {
		bool blank = false;
		struct dt_moves_row *rows = dt_arena_grow(m->arena, m->rows,
		    m->n, &m->room, sizeof(*rows));
		if (rows == NULL)
			return dt_status_no_memory(r->err);
		m->rows = rows;
		enum dt_status status = read_line(r, &rows[m->n], &blank,
		    &lost);
		if (status == DT_ENOMEM)
			return status;
		m->n += status == DT_OK && !blank;
	}
	if (m->n == 0 && m->faults->total == 0)
		return dt_faults_add(m->faults, (struct dt_place){ m->source,
		    1, 1, 1 }, NULL, "there is no line below the first");
	return dt_faults_status(m->faults, r->err);
}

enum dt_status
dt_moves_read(const struct dt_moves_request *request, struct dt_moves *m,
    struct dt_error *err)
{
	struct reader *r = dt_arena_new(m->arena, 1, sizeof(*r));
	if (r == NULL)
		return dt_status_no_memory(err);
	*r = (struct reader){ .request = request, .m = m, .err = err };
	enum dt_status status = read_mapping(r);
	if (status == DT_OK)
		status = dt_node_load_large(m->arena, request->path,
		    BYTES_MOST, &m->source, err);
	if (status == DT_OK)
		status = dt_normal_field_start(&r->fields, m->arena,
		    m->source, m->faults, err);
	r->fields.separator = request->separator;
	if (status == DT_OK)
		status = read_heads(r);
	if (status == DT_OK)
		status = find_columns(r);
	return status ? status : read_lines(r);
}
