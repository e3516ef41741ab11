/*
 * alpha_rank_chain: stationary chances of a chain whose chances of moving are
 * given by their logarithms, which may be in the millions.
 *
 * The elimination of Grassmann, Taksar and Heyman (1985) subtracts nothing, so
 * chances keep their digits; numbers with exponents of their own keep them
 * where a double would be 0. Two states with moves e^-5000 and e^-5001 have
 * masses as e^-1 to 1.
 */
#ifndef DT_SOLVE_ALPHA_RANK_CHAIN_H
#define DT_SOLVE_ALPHA_RANK_CHAIN_H

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/stop.h"

/* Logarithms beyond this are refused (in units of 1). */
#define DT_ALPHA_RANK_CHAIN_LOG_MOST 1e15

/*
 * `log_moves`: [from * n + to], all times any one number; -INFINITY for no
 * move; the diagonal is not looked at. From every state every other can be
 * reached. Fills log_masses[n], whose masses sum to 1. DT_EUSAGE where a
 * logarithm is NAN or beyond the limit, and where `stop` (or NULL) came first.
 */
enum dt_status dt_alpha_rank_chain_solve(const double *log_moves, size_t n,
    const struct dt_stop *stop, double *log_masses, struct dt_arena *arena,
    struct dt_error *err);

#endif
