/*
 * moves_rows: the rows that matches become, and the lines of these that are
 * digested; see moves_internal.h.
 */
#include "infer/moves_internal.h"

/* ---- Rows ---- */

struct dt_store_run
dt_moves_rows_run(const struct dt_moves_writer *w,
    const struct dt_moves_sides *s, int64_t number)
{
	struct dt_store_run run = { .run = number, .ending = "none",
		.rounds = (int64_t)s->of[0]->n };
	for (size_t t = 0; t < s->of[0]->n; t++) {
		bool all = true;
		for (size_t a = 0; a < w->agents; a++)
			all = all && s->of[a]->rows[t].executed == 0;
		run.all_paused_rounds += all;
	}
	return run;
}

struct dt_store_outcome
dt_moves_rows_outcome(const struct dt_moves_match *match)
{
	struct dt_store_outcome o = { 0 };
	for (size_t t = 0; t < match->n; t++) {
		const struct dt_moves_row *row = &match->rows[t];
		o.rounds_paused += row->executed == 0;
		o.slips += row->executed != row->move;
		o.payoff += row->payoff;
	}
	return o;
}

/* What nobody saw, as the other's last move may be, is taken as no alarm. */
struct dt_store_move
dt_moves_rows_move(const struct dt_moves_row *row)
{
	return (struct dt_store_move){ .intended = row->move == 1,
		.executed = row->executed == 1,
		.declared = row->executed == 1,
		.alarms_seen = row->other == 1, .payoff = row->payoff };
}

struct dt_store_seat
dt_moves_rows_seat(const struct dt_moves_match *match)
{
	return (struct dt_store_seat){ match->rows->subject,
		match->rows->session, match->rows->match };
}

/* ---- Their lines ---- */

/* As in dt_imported_tables. */
enum { AGENT, RUN, OUTCOME, ROUND, MOVE, SEAT };

static struct dt_cell
whole(int64_t value)
{
	return (struct dt_cell){ .type = DT_CELL_INTEGER, .integer = value };
}

static struct dt_cell
real(double value)
{
	return (struct dt_cell){ .type = DT_CELL_REAL, .real = value + 0.0 };
}

static struct dt_cell
word(const char *text)
{
	return (struct dt_cell){ .type = DT_CELL_TEXT, .text = text };
}

static void
add_line(struct dt_moves_writer *w, int table, const struct dt_cell *cells)
{
	dt_imported_line(dt_imported_tables[table], cells, &w->text[table]);
}

void
dt_moves_rows_agents(struct dt_moves_writer *w)
{
	for (size_t a = 0; a < w->agents; a++) {
		const struct dt_store_agent *s = &w->seats[a];
		const struct dt_cell cells[] = { whole((int64_t)a + 1),
			word(s->name), word(s->title), word(s->kind),
			word(s->host), word(s->strategy), word(s->status),
			real(s->weight), whole(s->signs) };
		add_line(w, AGENT, cells);
	}
}

static void
add_moves(struct dt_moves_writer *w, const struct dt_moves_sides *s,
    int64_t run)
{
	for (size_t t = 0; t < s->of[0]->n; t++) {
		int64_t round = (int64_t)t + 1;
		add_line(w, ROUND, (const struct dt_cell[]){ whole(run),
			whole(round), word("none") });
		for (size_t a = 0; a < w->agents; a++) {
			struct dt_store_move m = dt_moves_rows_move(&s->of[a]->rows[t]);
			int flags = m.intended | m.executed << 1 |
			    m.declared << 2;
			add_line(w, MOVE, (const struct dt_cell[]){
				whole(run), whole(round),
				whole((int64_t)a + 1), whole(flags),
				whole(m.alarms_seen), real(m.payoff),
				real(0) });
		}
	}
}

void
dt_moves_rows_add(struct dt_moves_writer *w,
    const struct dt_moves_sides *s, int64_t number)
{
	static const struct dt_cell none = { .type = DT_CELL_NULL };
	const struct dt_cell zero = whole(0);
	struct dt_store_run run = dt_moves_rows_run(w, s, number);
	add_line(w, RUN, (const struct dt_cell[]){ whole(number),
		whole(run.rounds), whole(run.all_paused_rounds), zero, zero,
		none, none, word(run.ending), none });
	for (size_t a = 0; a < w->agents; a++) {
		struct dt_store_outcome o = dt_moves_rows_outcome(s->of[a]);
		struct dt_store_seat seat = dt_moves_rows_seat(s->of[a]);
		struct dt_cell agent = whole((int64_t)a + 1);
		add_line(w, OUTCOME, (const struct dt_cell[]){ whole(number),
			agent, whole(o.rounds_paused), zero, whole(o.slips),
			zero, zero, zero, zero, zero, zero, real(o.payoff),
			real(0), real(0), real(0), zero });
		add_line(w, SEAT, (const struct dt_cell[]){ whole(number),
			agent, word(seat.subject), word(seat.session),
			word(seat.match) });
	}
	add_moves(w, s, number);
}
