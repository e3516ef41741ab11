/*
 * corner: a treaty's game with other rates and another patience than the text
 * has: the corners of a box in which it must hold as well, and steps beside
 * it.
 */
#ifndef DT_DESIGN_CORNER_H
#define DT_DESIGN_CORNER_H

#include "comply/comply.h"
#include "treaty/treaty.h"

struct dt_corner {
	/* Factors: of the rates of each channel, or of those that the treaty
	 * itself sets; and of the continuation. */
	double miss, false_alarm, keep;
	/* Added to what an alarm, of all channels together, detects, and taken
	 * from its false ones: chance. */
	double seen, quiet;
	double continuation;    /* in place of the scenario's; 0: not */
};

#define DT_CORNER_PLAIN ((struct dt_corner){ 1, 1, 1, 0, 0, 0 })

enum { DT_CORNERS = 9 };

/* "monitoring.*=20%", "monitoring.miss=10%", "continuation=5%": the game as it
 * is, and the corners; of continuation the lower end only, as it holds what is
 * wanted. Room for DT_CORNERS. DT_EUSAGE says what would do. */
enum dt_status dt_corner_read(const char *const *words,
    struct dt_corner *corners, size_t *n, struct dt_error *err);

/* Moves a model there; monitoring is of its text. */
void dt_corner_move(struct dt_comply_model *model,
    const struct dt_treaty_monitoring *monitoring,
    const struct dt_corner *corner);

/* "misses times 1.2, false alarms times 0.8"; "" of the plain one. In the
 * arena; NULL: memory is out. */
const char *dt_corner_words(struct dt_arena *arena,
    const struct dt_corner *corner);

#endif
