/*
 * coins: how many of n equal coins come up (the binomial distribution), for the
 * small n of agents.
 */
#ifndef DT_BASE_COINS_H
#define DT_BASE_COINS_H

#include <stddef.h>
#include <stdint.h>

/* In how many ways k of n do, C(n, k); k <= n. */
double dt_coins_ways(size_t n, size_t k);
/* The chance that k of n do, each with chance p: C(n, k) p^k (1-p)^(n-k). */
double dt_coins_chance(size_t n, size_t k, double p);
/* The chance that at least so many do. */
double dt_coins_least(size_t n, double p, int64_t least);

#endif
