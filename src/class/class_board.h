/*
 * class_board: what a room sees on its wall of rounds that are over: by block,
 * all groups together, nobody's name. Of a block that is being played nothing
 * is told from which one could read what a single group's signals hid.
 */
#ifndef DT_CLASS_BOARD_H
#define DT_CLASS_BOARD_H

#include "class/class_state.h"

struct dt_class_rate {
	size_t block;           /* from 0 */
	int64_t rounds;         /* of the longest group */
	int64_t moves, paused;
	int64_t raced, races_reported;          /* alarms that were right */
	int64_t pauses_reported;                /* and wrong */
	double payoff;          /* a move */
	bool over;              /* and so its alarms are told */
};

/* Blocks that have something to tell, practice left out; returns how many. */
size_t dt_class_rates(const struct dt_class *class,
    struct dt_class_rate rates[DT_LESSON_BLOCKS_MOST]);

#endif
