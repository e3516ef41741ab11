/* payoff_set_internal: parts of payoff_set.c. */
#ifndef DT_PAYOFF_SET_INTERNAL_H
#define DT_PAYOFF_SET_INTERNAL_H

#include "verdict/payoff_set.h"
#include "repeat/ppe.h"
#include "repeat/signals.h"

/* In the arena; refuses what dt_payoff_set_solve refuses. */
enum dt_status dt_payoff_set_game(const struct dt_payoff_set_question *q,
    struct dt_arena *arena, struct dt_signals *game, struct dt_error *err);

void dt_payoff_set_draw(const struct dt_model *model,
    struct dt_solution *solution, const struct dt_ppe *ppe,
    struct dt_text *svg);

/* Table `transfers`: what can be had with payments, and from which
 * continuation on all of it. */
enum dt_status dt_payoff_set_transfers(const struct dt_signals *game,
    double continuation, struct dt_solution *solution, struct dt_error *err);

#endif
