/* class_state: the parts of a state. For src/class/class_state.c, class_pact.c,
 * class_round.c and class_screen.c alone. */
#ifndef DT_CLASS_STATE_H
#define DT_CLASS_STATE_H

#include "class/class_internal.h"

void dt_class_say_clauses(const struct dt_class *class,
    struct dt_text *json);
void dt_class_say_texts(const struct dt_class *class, int64_t seat,
    struct dt_text *json);
void dt_class_say_sign(const struct dt_class *class, int64_t person,
    struct dt_text *json);
void dt_class_say_rounds(const struct dt_class *class, int64_t person,
    struct dt_text *json);
void dt_class_say_screen(const struct dt_class *class, bool teacher,
    struct dt_text *json);
/* class_board.c: rounds that are over, by block. */
void dt_class_say_rates(const struct dt_class *class, struct dt_text *json);

#endif
