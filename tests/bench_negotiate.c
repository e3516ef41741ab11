/*
 * How long a thousand negotiations take, of eight agents over fifty texts, under
 * each protocol: processor seconds, once texts are valued. Asked: under 5 s.
 * Gains are drawn; every agent is another negotiator. What valuing fifty texts
 * of the frontier takes is told by
 *     detente negotiate frontier --menu fifty --runs 1000
 */
#include <stdio.h>
#include <time.h>

#include "base/random.h"
#include "talks_case.h"

enum { AGENTS = 8, TEXTS = 50, RUNS = 1000 };

static void
seat(struct dt_menu *menu)
{
	struct dt_menu_party *party = menu->parties.items;
	for (int i = 0; i < AGENTS; i++) {
		party[i].negotiator = i == 0 ? far_sighted :
		    time_based(.2 * (i + 1));
		party[i].negotiator.offer = i == 0 ? DT_NEGOTIATOR_AHEAD :
		    (int)(i % 5);
		party[i].negotiator.aspiration = i == 0 ?
		    DT_NEGOTIATOR_FORESEE : i == 1 ? DT_NEGOTIATOR_MIRROR :
		    DT_NEGOTIATOR_TIME;
		party[i].cost_high = .1;
	}
}

int
main(void)
{
	struct dt_random random;
	struct dt_stakes s = stakes_of(AGENTS, TEXTS);
	dt_random_stream(&random, 1, 0, 0, 0);
	for (int k = 0; k < AGENTS * TEXTS; k++)
		s.kept[k] = dt_random_unit(&random) - .1;
	for (int x = 0; x < TEXTS; x++)
		s.texts[x].experiment.model.terms.entry_parties = 5;
	for (size_t k = 0; dt_talks_protocols[k] != NULL; k++) {
		const char *name = dt_talks_protocols[k]->name;
		struct dt_menu menu = menu_of(&s, name, 12, far_sighted,
		    NULL);
		seat(&menu);
		clock_t start = clock();
		struct dt_talks_setting setting = setting_of(&s, &menu);
		int agreed = 0;
		for (int64_t r = 1; r <= RUNS; r++)
			agreed += hold(&setting, r).end == DT_TALKS_AGREED;
		printf("negotiate: %-12s %.3f s for %d of %d agents over %d "
		    "texts, %d agreed\n", name, (double)(clock() - start) /
		    CLOCKS_PER_SEC, RUNS, AGENTS, TEXTS, agreed);
	}
	tear_down();
	return 0;
}
