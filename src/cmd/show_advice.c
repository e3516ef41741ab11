/* show_advice: what to do with what was shown, where that hangs on what it
 * is; see show.h. */
#include "cmd/show.h"

#include <string.h>

#include "game/normal.h"
#include "game/payoff.h"

/* For how many agents payoffs are; 0: for any number. */
static size_t
agents_of(const struct dt_cmd_show *show)
{
	const struct dt_payoff_text *payoffs = show->content;
	struct dt_arena *arena = show->call->arena;
	struct dt_faults faults = { .arena = arena };
	struct dt_error err = { 0 };
	struct dt_normal game;
	if (payoffs->form == DT_PAYOFF_TABLE)
		return payoffs->pause.n;
	if (payoffs->form != DT_PAYOFF_NORMAL)
		return 0;
	struct dt_source source = { payoffs->name, payoffs->nfg,
	    strlen(payoffs->nfg) };
	return dt_normal_read(arena, &source, &game, &faults, &err) == DT_OK ?
	    game.players : 0;
}

const char *
dt_cmd_show_payoffs_advice(const struct dt_cmd_show *show)
{
	static const struct {
		size_t agents;
		const char *advice;
	} rows[] = {
#define ROW(n, scenario) { n, "Play for them: detente run " scenario \
    " --payoffs %s" }
		ROW(0, "two-powers"), ROW(2, "two-powers"), ROW(3, "trio"),
		ROW(4, "four-labs"), ROW(5, "group-of-five"),
		ROW(10, "group-of-ten"),
#undef ROW
	};
	size_t n = agents_of(show);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].agents == n)
			return rows[i].advice;
	return NULL;
}

/* A prior may say itself what can be asked with it. */
const char *
dt_cmd_show_prior_advice(const struct dt_cmd_show *show)
{
	const struct dt_node *try = dt_node_get(show->written, "try");
	const char *words = try != NULL && try->kind == DT_NODE_LIST &&
	    try->n > 0 && try->items[0]->kind == DT_NODE_SCALAR ?
	    try->items[0]->text : "two-powers";
	return dt_arena_print(show->call->arena, "Ask with it: detente solve "
	    "%s --prior %%s", words);
}
