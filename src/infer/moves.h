/*
 * moves: a file of moves that people made, detente-moves(5), on its way into a
 * database: read with all its faults at once, put into matches, stored.
 *
 * A row is a choice of one subject in one round of one match. What the other
 * did is in the row, or in the next row (as what was done in the round before),
 * or in the row of the opponent. Where opponents are known a match is a run of
 * two agents; else it is a run of one, who saw what the other did. A treatment
 * becomes an experiment by the engine `import`. Everything lives in the arena.
 */
#ifndef DT_MOVES_H
#define DT_MOVES_H

#include "base/faults.h"
#include "store/store.h"

enum dt_moves_column {
	DT_MOVES_TREATMENT, DT_MOVES_SESSION, DT_MOVES_SUBJECT,
	DT_MOVES_OPPONENT, DT_MOVES_MATCH, DT_MOVES_ROUND, DT_MOVES_MOVE,
	DT_MOVES_EXECUTED, DT_MOVES_OTHER_MOVE, DT_MOVES_LAST_MOVE,
	DT_MOVES_LAST_OTHER, DT_MOVES_PAYOFF, DT_MOVES_COLUMNS
};

/* Their names: "treatment", ... */
extern const char *const dt_moves_columns[];    /* NULL-terminated */

struct dt_moves_request {
	const char *path;
	const char *const *columns;     /* "subject=id"; NULL-terminated */
	const char *pause, *race;       /* codes; NULL: words that say it */
	char separator;
};

struct dt_moves_row {
	struct dt_place at;
	const char *treatment, *session, *subject, *opponent, *match;
	int64_t round;
	int8_t move, executed, other;   /* 1: RACE; -1: not known */
	int8_t last_move, last_other;
	double payoff;
};

/* A match of one subject: its rows in order. */
struct dt_moves_match {
	struct dt_moves_row *rows;
	size_t n;
	const struct dt_moves_match *against;   /* the opponent's; or NULL */
	bool second;            /* the opponent's run has it already */
};

struct dt_moves {
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_source *source;
	bool has[DT_MOVES_COLUMNS];
	const char *theirs[DT_MOVES_COLUMNS];   /* how the file calls them */
	const char *unread;     /* columns that were not read, or "" */
	size_t n, room;
	struct dt_moves_row *rows;
	size_t n_matches, room_matches;
	struct dt_moves_match *matches; /* by treatment, session, match and
	                                 * subject */
};

/* moves_read.c: DT_EINPUT with faults; DT_EUSAGE: the request. */
enum dt_status dt_moves_read(const struct dt_moves_request *request,
    struct dt_moves *moves, struct dt_error *err);

/* moves.c: into matches, of whose rounds all is known. DT_EINPUT with
 * faults. */
enum dt_status dt_moves_match(struct dt_moves *moves, struct dt_error *err);

/* ---- moves_store.c ---- */

struct dt_moves_provenance {
	const char *command, *version, *libraries, *time;
};

struct dt_moves_count {
	int64_t treatments, subjects, matches, choices;
	int64_t found;          /* treatments that the file had already */
};

enum dt_status dt_moves_store(const struct dt_moves *moves,
    const struct dt_moves_request *request,
    const struct dt_moves_provenance *provenance, struct dt_store *store,
    struct dt_moves_count *count, struct dt_error *err);

#endif
