/*
 * explore_answer: the answer to a question, as JSON. It is that of `detente
 * solve` (room ask): nothing is reckoned here.
 */
#ifndef DT_EXPLORE_ANSWER_H
#define DT_EXPLORE_ANSWER_H

#include "explore/explore_ask.h"

/* For a process of its own: what it takes is not given back. `of` is a struct
 * dt_explore_ask. Returns an HTTP status: 200, or 422 with the faults of what
 * was asked. */
unsigned dt_explore_answer(void *of, struct dt_text *answer);

#endif
