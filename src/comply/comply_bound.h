/*
 * comply_bound: quantities of any treaty as dials (dial.h): the ones that are
 * looked at without being asked for.
 */
#ifndef DT_COMPLY_BOUND_H
#define DT_COMPLY_BOUND_H

#include "comply/comply_play.h"
#include "comply/dial.h"

enum dt_comply_quantity {
	DT_COMPLY_CONTINUATION,         /* of all; not of a game that ends */
	DT_COMPLY_MISS, DT_COMPLY_FALSE_ALARM,  /* of the public signal, as
	                                 * if `monitoring` itself said so */
	DT_COMPLY_SCALE,                /* all fines and bonds times this */
	DT_COMPLY_FINE,                 /* added to every rung */
	DT_COMPLY_PARTIES,              /* the first so many of the signers */
	DT_COMPLY_QUANTITIES
};
extern const char *const dt_comply_quantity_words[];

struct dt_comply_bound {
	enum dt_comply_quantity quantity;
	bool asked;             /* false: it makes no sense here */
	double now;             /* its value, or NAN */
	struct dt_dial_found found;
};

/* So many looks at first; `check`: judge the ends. `play` not NULL: by play
 * (comply_play_root.h), with so much effort a look. */
struct dt_comply_effort {
	const struct dt_comply_play_request *play;
	struct dt_parts_limits limits;
	int looks;
	bool check;
};

/* The model is left as it was. DT_EUSAGE: no answer anywhere. */
enum dt_status dt_comply_bound_find(const struct dt_comply_model *model,
    enum dt_comply_quantity quantity, const struct dt_comply_effort *effort,
    struct dt_comply_bound *bound, struct dt_error *err);

/* A payoff that is not small in the game, by which ranges of money are set. */
double dt_comply_most_paid(const struct dt_comply_model *model);

#endif
