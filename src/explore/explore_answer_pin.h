/* explore_answer_pin: the answers to "pin", "pins" and "withdraw". */
#ifndef DT_EXPLORE_ANSWER_PIN_H
#define DT_EXPLORE_ANSWER_PIN_H

#include "explore/explore_work.h"

/* What is pinned, after what was asked (`what`) was done. */
enum dt_status dt_explore_answer_pins(struct dt_explore_work *work,
    const char *what);

#endif
