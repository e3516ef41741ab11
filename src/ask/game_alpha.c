/* game_alpha: alpha-rank, by strategy and by pure profile; see game.h. */
#include "ask/game_alpha.h"

#include "ask/game_words.h"
#include "solve/alpha_rank.h"
#include "solve/pure.h"

enum { ROWS_SHOWN = 16 };

static void
add_rows(const struct dt_normal *g, struct dt_solution *s,
    struct dt_solution_table *t, bool profiles,
    const struct dt_alpha_rank *r)
{
	t->hidden = r->n > ROWS_SHOWN;
	dt_solution_column(t, profiles ? "profile" : "strategy", NULL, "");
	dt_solution_column(t, "mass", NULL, "chance");
	dt_solution_column(t, "rank", NULL, "");
	for (size_t k = 0; k < r->n; k++) {
		dt_solution_text(t, profiles ?
		    dt_game_words_profile(s, g, k) : g->labels[0][k]);
		dt_solution_number(t, r->masses[k]);
		dt_solution_whole(t, (int64_t)r->ranks[k]);
	}
}

static enum dt_status
by_strategy(const struct dt_normal *g, double alpha, int64_t m,
    const struct dt_stop *stop, struct dt_solution *s, struct dt_error *err)
{
	struct dt_alpha_rank r;
	enum dt_status status =
	    dt_alpha_rank_one(g, alpha, m, stop, s->arena, &r, err);
	if (status == DT_OK)
		add_rows(g, s, dt_solution_table(s, "alpha_rank", "Mass of "
		    "each strategy, in one population"), false, &r);
	return status;
}

static enum dt_status
answer(const struct dt_normal *g, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_alpha_rank r;
	double alpha = request->alpha > 0 ? request->alpha :
	    1 / dt_pure_range(g);
	int64_t m = request->population > 0 ? request->population : 50;
	if (request->all && g->profiles > DT_ALPHA_RANK_MOST) {
		dt_solution_say(s, "The game has too many pure profiles for "
		    "alpha-rank.");
		return DT_OK;
	}
	dt_solution_say(s, "Alpha-rank, with populations of %lld and alpha "
	    "%.6g: how long imitation with rare mutations spends at each; "
	    "it says what evolves and is no equilibrium.", (long long)m,
	    alpha);
	if (!request->all)
		s->method = "stationary chances by elimination";
	enum dt_status status = DT_OK;
	bool symmetric = dt_alpha_rank_symmetric(g);
	if (symmetric)
		status = by_strategy(g, alpha, m, request->stop, s, err);
	if (status == DT_OK &&
	    (!symmetric || g->profiles <= DT_ALPHA_RANK_MOST)) {
		status = dt_alpha_rank_many(g, alpha, m, request->stop,
		    s->arena, &r, err);
		if (status == DT_OK)
			add_rows(g, s, dt_solution_table(s,
			    "alpha_rank_profiles", "Mass of each profile, a "
			    "population for each player"), true, &r);
	}
	return status;
}

const struct dt_game_method dt_game_alpha = {
	.name = "alpha-rank", .brief = "how long imitation with rare mutations "
	    "spends at each strategy",
	.all = true, .answer = answer,
};
