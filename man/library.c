/* How often does each agent of a scenario pause, and what does a round pay? */
#include <detente.h>
#include <inttypes.h>
#include <stdio.h>

enum { RUNS = 100, MOST = 64 };

int
main(void)
{
	const char *sets[] = { "noise.slip=0.05", NULL };
	struct detente *lab;
	char why[1024];
	if (detente_open(&lab, "duel", sets, 7, why, sizeof(why)) != 0) {
		fprintf(stderr, "%s\n", why);
		return 1;
	}
	size_t n = detente_agents(lab);
	double payoff[MOST] = { 0 };
	int64_t paused[MOST] = { 0 }, rounds = 0;
	for (uint64_t run = 1; run <= RUNS; run++) {
		struct detente_round round;
		detente_begin(lab, run);
		while (detente_step(lab, &round)) {
			rounds++;
			for (size_t i = 0; i < n; i++) {
				payoff[i] += round.payoff[i];
				if ((round.executed >> i & 1) == 0)
					paused[i]++;
			}
		}
	}
	printf("%" PRId64 " rounds in %d runs\n", rounds, RUNS);
	for (size_t i = 0; i < n; i++)
		printf("%s  paused %.1f %%  payoff %.4f\n", detente_agent(lab, i),
		    100.0 * (double)paused[i] / (double)rounds,
		    payoff[i] / (double)rounds);
	detente_close(lab);
	return 0;
}
