/*
 * normal_token: the pieces that a .nfg text is made of, one at a time, for
 * normal_read.c and normal_body.c alone. Failing adds a fault at the token at
 * hand and is DT_EINPUT; DT_ENOMEM as ever.
 */
#ifndef DT_GAME_NORMAL_TOKEN_H
#define DT_GAME_NORMAL_TOKEN_H

#include "base/arena.h"
#include "base/faults.h"
#include "game/normal.h"

enum dt_normal_kind {
	DT_NORMAL_END, DT_NORMAL_OPEN, DT_NORMAL_CLOSE, DT_NORMAL_COMMA,
	DT_NORMAL_QUOTED, DT_NORMAL_WORD,
};

struct dt_normal_token {
	enum dt_normal_kind kind;
	const char *bytes;      /* in the source; of a quoted one, what stands
	                         * between the quotes */
	size_t n;
	struct dt_place at;
};

struct dt_normal_reader {
	struct dt_arena *arena;
	const struct dt_source *source;
	struct dt_faults *faults;
	size_t offset, line, column;    /* behind the token */
	struct dt_normal_token token;   /* the one at hand */
};

void dt_normal_start(struct dt_normal_reader *reader, struct dt_arena *arena,
    const struct dt_source *source, struct dt_faults *faults);

/* Steps to the next token. Only a quote that is never closed fails. */
enum dt_status dt_normal_advance(struct dt_normal_reader *reader);

/* "expected WHAT, not 'TOKEN'". */
enum dt_status dt_normal_unexpected(struct dt_normal_reader *reader,
    const char *what, const char *help);

/* Steps over a token of that kind. */
enum dt_status dt_normal_expect(struct dt_normal_reader *reader,
    enum dt_normal_kind kind, const char *what);

/* Takes a quoted text, its escapes undone. */
enum dt_status dt_normal_take_text(struct dt_normal_reader *reader,
    const char **text, const char *what);

/* Takes a number, and its digits in the form that base/number.h reads. */
enum dt_status dt_normal_take_number(struct dt_normal_reader *reader,
    double *value, const char **written);

/* Reads what stands behind the strategies: the payoffs, in either form. */
enum dt_status dt_normal_read_body(struct dt_normal_reader *reader,
    struct dt_normal *game);

#endif
