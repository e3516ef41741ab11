/*
 * moves_internal: what the files of moves that store share: the rows of a
 * treatment on their way into a database.
 */
#ifndef DT_MOVES_INTERNAL_H
#define DT_MOVES_INTERNAL_H

#include "infer/moves.h"
#include "play/imported.h"

struct dt_moves_writer {
	const struct dt_moves *m;
	const struct dt_moves_request *request;
	const struct dt_moves_provenance *provenance;
	struct dt_store *store;
	size_t from, n;         /* matches of the treatment */
	size_t agents;          /* of a run */
	struct dt_store_agent seats[2];
	int64_t runs;
	bool *done;             /* by run: the file has it, as a call left it
	                         * that was stopped; NULL: none */
	struct dt_text text[DT_IMPORTED_TABLES];        /* lines of rows */
	struct dt_error *err;
};

/* The sides of a run: the subject's match, and its opponent's. */
struct dt_moves_sides {
	const struct dt_moves_match *of[2];
};

/* Rows of a run of that number, as the store takes them. */
struct dt_store_run dt_moves_rows_run(const struct dt_moves_writer *writer,
    const struct dt_moves_sides *sides, int64_t number);
struct dt_store_outcome dt_moves_rows_outcome(
    const struct dt_moves_match *match);
struct dt_store_move dt_moves_rows_move(const struct dt_moves_row *row);
struct dt_store_seat dt_moves_rows_seat(const struct dt_moves_match *match);

/* Their lines, and those of the agents, into the writer's texts. */
void dt_moves_rows_add(struct dt_moves_writer *writer,
    const struct dt_moves_sides *sides, int64_t number);
void dt_moves_rows_agents(struct dt_moves_writer *writer);

#endif
