/*
 * transfers_program: what one profile allows, by linear programs; for
 * solve/transfers.c alone. Payoffs are shares of their range.
 */
#ifndef DT_SOLVE_TRANSFERS_PROGRAM_H
#define DT_SOLVE_TRANSFERS_PROGRAM_H

#include "repeat/signals.h"

/* Least expected cost of profile `a` at a liquidity. For player `who`: the
 * least E[z_who]; for who = n: the least that is burnt. INFINITY where the
 * profile cannot be enforced, or where that was not settled, which `unsettled`
 * counts; NAN when memory is out. */
double dt_transfers_program(const struct dt_signals *game, size_t a,
    size_t who, double liquidity, size_t *unsettled);

/* The least liquidity that enforces it with nothing burnt; as above. */
double dt_transfers_program_unburnt(const struct dt_signals *game, size_t a,
    size_t *unsettled);

#endif
