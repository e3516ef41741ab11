/* groups_tell: a tournament of groups in sentences and tables. */
#include "population/groups.h"

static const char *
name_of(const struct dt_groups *g, size_t place)
{
	return g->field->list[g->rows[place].one].name;
}

static void
say(const struct dt_groups *g, struct dt_solution *s)
{
	size_t agents = g->field->game->model.n, first = 1;
	while (first < g->n && g->rows[first].rank == 1)
		first++;
	if (first > 1)
		dt_solution_say(s, "%s and %zu more are first, with %.6g a "
		    "round in groups of %zu.", name_of(g, 0), first - 1,
		    g->rows[0].score, agents);
	else
		dt_solution_say(s, "%s is first: %.6g a round in groups of "
		    "%zu; then %s with %.6g.", name_of(g, 0),
		    g->rows[0].score, agents, name_of(g, 1),
		    g->rows[1].score);
	if (first == 1 && g->rows[0].tied > 0)
		dt_solution_say(s, "That is less than two standard errors "
		    "ahead of %zu of them: more --groups would tell.",
		    g->rows[0].tied);
	dt_solution_say(s, "%lld groups were %s: %s.", (long long)g->groups,
	    g->exact ? "worked out" : "answered, some of them by play",
	    g->whole ? "all that there are, by their chance" : "drawn, so "
	    "scores have standard errors");
}

void
dt_groups_tell(const struct dt_groups *g, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "rank", NULL, "" }, { "strategy", NULL, "" },
		{ "score", NULL, "payoff a round" },
		{ "score_se", "s.e.", "payoff a round" },
		{ "tied", "tied with", "" },
		{ "pause_share", "pauses", "share" },
		{ "groups", NULL, "" },
	};
	say(g, s);
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "ranking",
	    "Ranking", heads);
	for (size_t i = 0; i < g->n; i++) {
		const struct dt_groups_row *r = &g->rows[i];
		dt_solution_whole(t, (int64_t)r->rank);
		dt_solution_text(t, name_of(g, i));
		dt_solution_number(t, r->score);
		dt_solution_number(t, r->error);
		dt_solution_whole(t, (int64_t)r->tied);
		dt_solution_number(t, r->paused);
		dt_solution_whole(t, r->groups);
	}
	dt_field_tell_broken(g->field, s);
}
