/* coins: see coins.h. */
#include "base/coins.h"

double
dt_coins_ways(size_t n, size_t k)
{
	double ways = 1;
	if (k > n - k)
		k = n - k;
	for (size_t i = 1; i <= k; i++)
		ways = ways * (double)(n - k + i) / (double)i;
	return ways;
}

double
dt_coins_chance(size_t n, size_t k, double p)
{
	if (n == 1)
		return k == 1 ? p : 1 - p;
	double chance = dt_coins_ways(n, k);
	for (size_t i = 0; i < k; i++)
		chance *= p;
	for (size_t i = k; i < n; i++)
		chance *= 1 - p;
	return chance;
}

double
dt_coins_least(size_t n, double p, int64_t least)
{
	double sum = 0;
	if (least <= 0)
		return 1;
	for (size_t k = (size_t)least; k <= n; k++)
		sum += dt_coins_chance(n, k, p);
	return sum < 1 ? sum : 1;
}
