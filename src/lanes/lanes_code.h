/* lanes_code: operations on their way; for lanes_code.c and lanes_slots.c. */
#ifndef DT_ENGINE_LANES_CODE_H
#define DT_ENGINE_LANES_CODE_H

#include "lanes/lanes_draft.h"

#define DT_LANES_NONE UINT32_MAX

/* Operations first name wires; then their slots take the wires' place. Wires
 * beyond those of the nodes stand for what is kept and for copies. */
struct dt_lanes_writer {
	struct dt_lanes_draft *d;
	struct dt_lanes_circuit *c;
	bool *wanted;                   /* nodes */
	bool *written;                  /* wires */
	uint32_t *counter;              /* by wire, or DT_LANES_NONE */
	uint32_t extra;                 /* the first wire beyond the nodes */
	size_t wires;                   /* with those */
	struct dt_lanes_array n;
	struct dt_lanes_op *ops;
	uint32_t *last;                 /* by wire: last operation to read it */
	uint32_t *slot;                 /* by wire */
	uint32_t *goal;                 /* by wire: state it is next for */
	uint32_t *unused;               /* slots for use again */
	size_t n_unused;
	uint32_t first_free;            /* slot behind the fixed ones */
	size_t slots;                   /* so far, of both lists */
};

/* Gives every wire a slot, and the list to the program. */
const struct dt_lanes_op *dt_lanes_slots(struct dt_lanes_writer *w,
    bool round);

/* The slot of a wire that has one for good. */
uint32_t dt_lanes_slots_fixed(const struct dt_lanes_writer *w,
    uint32_t wire);

#endif
