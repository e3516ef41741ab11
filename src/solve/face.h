/*
 * face: where some labels bind in a best-reply polytope (bimatrix.h): a linear
 * program in doubles, walked from vertex to vertex, that finds out whether
 * anything is left there. Doubles are never believed: what they say is empty
 * is so only if whole numbers prove it.
 *
 * The proof is a weight for each reply of the other. Points are mixed
 * strategies x with a value v that no reply passes; the slack of reply j, v
 * less what it pays, is 0 where its label binds and never below. Weights that
 * add up to 0, and of which none is below 0 but where a label binds, give:
 * the weighted sum of slacks is 0 or more; it is also minus the sum over i of
 * x[i] g[i], where g[i] is the weighted sum of what the replies pay against
 * strategy i. So if no g[i] of a strategy that may be played is below 0, both
 * are 0: strategies with g[i] above 0 are not played, replies with a weight
 * above 0 bind. If all g[i] are above 0, nothing is left. Where nothing is
 * left, such weights exist (Farkas 1902).
 */
#ifndef DT_SOLVE_FACE_H
#define DT_SOLVE_FACE_H

#include "solve/bimatrix.h"

struct dt_face {
	const struct dt_bimatrix *game;
	size_t player;          /* whose strategies are mixed */
	size_t rows, columns;   /* the other's strategies, and the player's */
	double *at;             /* [row * (columns + 1) + column]: a basic
	                         * variable's slope by a free one; the last
	                         * column is its value */
	uint8_t basic[64];      /* label, by row */
	uint8_t free[64];       /* label, by column: 0 */
	int unit;               /* slacks are in payoffs by 2 to this */
	double determinant;     /* of the basis, nearly */
	struct dt_labels binds; /* those asked for */
};

enum dt_face_end {
	DT_FACE_EMPTY,          /* proved */
	DT_FACE_THERE,          /* so it seems */
	DT_FACE_UNSURE,         /* it seems empty, and nothing proves it */
};

/* Room for a face of either player; release with dt_face_free. Neither has
 * more than 64 strategies. */
enum dt_status dt_face_make(const struct dt_bimatrix *game,
    struct dt_face *face, struct dt_error *err);
void dt_face_free(struct dt_face *face);

/* The whole polytope, at a best reply to a pure strategy. */
void dt_face_start(struct dt_face *face, size_t player);

/* Both made for one game. */
void dt_face_copy(struct dt_face *to, const struct dt_face *from);

/* Asks for one label more, and goes where it binds. */
enum dt_face_end dt_face_bind(struct dt_face *face, size_t label);

/* Is it proved that the label binds on all of the face? Moves on the face. */
bool dt_face_always(struct dt_face *face, size_t label);

/* By label, how far each is from binding at the vertex where the face is. */
void dt_face_values(const struct dt_face *face, double values[128]);

/* face_proof.c: the labels that bind wherever `binds` do, as far as these
 * weights, by reply and within 2 to dt_face_bits, prove it. If they are all of
 * the player's strategies, nothing is left. */
struct dt_labels dt_face_implied(const struct dt_bimatrix *game,
    size_t player, struct dt_labels binds, const int64_t *weights);
int dt_face_bits(const struct dt_bimatrix *game, size_t player);

#endif
