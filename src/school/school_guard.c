/* school_guard: how often a join code may be guessed: ten times a minute from
 * an address, a hundred times in all; a right one is let in as long as its
 * address may guess. */
#include "school/school_internal.h"

#include <string.h>

enum { MINUTE = 60000 };

static size_t
place_of(struct dt_school_guard *g, const char *peer, int64_t now)
{
	size_t oldest = 0;
	for (size_t i = 0; i < DT_SCHOOL_PEERS; i++) {
		if (strcmp(g->peers[i].peer, peer) == 0)
			return i;
		if (g->peers[i].since < g->peers[oldest].since)
			oldest = i;
	}
	memset(&g->peers[oldest], 0, sizeof(g->peers[oldest]));
	strncat(g->peers[oldest].peer, peer, sizeof(g->peers[0].peer) - 1);
	g->peers[oldest].since = now;
	return oldest;
}

bool
dt_school_may_guess(struct dt_school *s, const char *peer)
{
	struct dt_school_guard *g = &s->guard;
	int64_t now = dt_web_now();
	size_t i = place_of(g, peer, now);
	if (now - g->peers[i].since >= MINUTE) {
		g->peers[i].since = now;
		g->peers[i].n = 0;
	}
	return g->peers[i].n < DT_SCHOOL_WRONG;
}

void
dt_school_wrong(struct dt_school *s, const char *peer)
{
	struct dt_school_guard *g = &s->guard;
	int64_t now = dt_web_now();
	g->peers[place_of(g, peer, now)].n++;
	if (now - g->since >= MINUTE) {
		g->since = now;
		g->n = 0;
	}
	g->n++;
	if (g->n <= DT_SCHOOL_WRONG_ALL / 2 || g->told ||
	    s->poster.n_warn == DT_CLASS_WARNINGS)
		return;
	g->told = true;
	s->poster.warn[s->poster.n_warn++] = "Somebody is guessing the "
	    "class's code.";
}
