/* show_payoffs: what the moves give, drawn; see show.h. */
#include "cmd/show.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "format/table.h"
#include "game/payoff.h"
#include "repeat/stage.h"

enum { PROFILES_SHOWN = 64 };

static const char *
number(struct dt_arena *arena, double value)
{
	char buffer[DT_NUMBER_SIZE];
	return dt_arena_copy(arena, dt_number_print_short(value, 3, buffer));
}

static void
draw(const struct dt_cmd_show *show, const struct dt_payoff_matrix *m)
{
	static const char *const heads[] = {
		"", "it pauses", "it races"
	};
	struct dt_arena *arena = show->call->arena;
	struct dt_table table = { .columns = 3, .heads = heads,
	    .indent = 2, .right = 6 };
	dt_table_add(&table, "I pause");
	dt_table_add(&table, number(arena, m->reward));
	dt_table_add(&table, number(arena, m->sucker));
	dt_table_add(&table, "I race");
	dt_table_add(&table, number(arena, m->temptation));
	dt_table_add(&table, number(arena, m->punishment));
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

static void
add_sentence(const struct dt_cmd_show *show, const struct dt_text *words)
{
	dt_text_add(show->text, "  ");
	dt_text_wrap(show->text, dt_text_string(words), 2,
	    show->call->width);
	dt_text_add(show->text, "\n");
	show->text->failed |= words->failed;
}

static void
add_least(struct dt_text *words, const char *who, double least)
{
	char buffer[DT_NUMBER_SIZE];
	if (isnan(least) || least > 1)
		dt_text_add(words, "%s keeps it at no continuation", who);
	else
		dt_text_add(words, "%s keeps it from continuation %s on", who,
		    dt_number_print_short(least, 4, buffer));
}

/* What keeps a pause where racing tempts. */
static void
add_theory(const struct dt_cmd_show *show, const struct dt_payoff_matrix *m)
{
	enum dt_stage_type type = dt_stage_type_of(m);
	struct dt_text words = { 0 };
	dt_text_add(&words, "A %s: %s.", dt_stage_name(type),
	    dt_stage_meaning(type));
	add_sentence(show, &words);
	words.size = 0;
	if (type == DT_STAGE_PRISONERS_DILEMMA || type == DT_STAGE_CHICKEN) {
		dt_text_add(&words, "A pause that is repeated and seen "
		    "perfectly: ");
		add_least(&words, "grim", dt_stage_grim(m));
		dt_text_add(&words, ", ");
		add_least(&words, "tit for tat", dt_stage_tit_for_tat(m));
		dt_text_add(&words, ".");
		add_sentence(show, &words);
	}
	dt_text_free(&words);
}

static void
show_matrix(const struct dt_cmd_show *show, const struct dt_payoff_text *p)
{
	const struct dt_payoff_matrix *roles = p->roles.items;
	struct dt_payoff_matrix m = p->form == DT_PAYOFF_DSAIR ?
	    dt_payoff_of_dsair(&p->dsair) : p->matrix;
	dt_cmd_show_heading(show, "What I get, a round, from meeting another");
	draw(show, &m);
	add_theory(show, &m);
	for (size_t i = 0; p->form == DT_PAYOFF_MATRIX && i < p->roles.n;
	    i++) {
		const char *heading = dt_arena_print(show->call->arena,
		    "The same for the role %s", roles[i].origin.name);
		dt_cmd_show_heading(show, heading ? heading : "A role");
		draw(show, &roles[i]);
		add_theory(show, &roles[i]);
	}
}

static void
show_table(const struct dt_cmd_show *show, const struct dt_payoff_text *p)
{
	static const char *const heads[] = {
		"others that race", "I pause", "I race"
	};
	struct dt_arena *arena = show->call->arena;
	const double *pause = p->pause.items, *race = p->race.items;
	struct dt_table table = { .columns = 3, .heads = heads,
	    .indent = 2, .right = 7 };
	dt_cmd_show_heading(show, "What I get, a round");
	for (size_t i = 0; i < p->pause.n && i < p->race.n; i++) {
		dt_table_add(&table, number(arena, (double)i));
		dt_table_add(&table, number(arena, pause[i]));
		dt_table_add(&table, number(arena, race[i]));
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
	if (p->pause.n != 2 || p->race.n != 2)
		return;
	struct dt_payoff_matrix m = {
		.reward = pause[0], .sucker = pause[1],
		.temptation = race[0], .punishment = race[1],
	};
	add_theory(show, &m);
}

/* A line a profile: each player's strategy, then each player's payoff. */
static void
add_profile(const struct dt_normal *game, size_t profile,
    struct dt_table *table)
{
	size_t rest = profile;
	for (size_t i = 0; i < game->players; i++) {
		size_t strategy = rest % game->strategies[i];
		dt_table_add(table, game->labels[i][strategy]);
		rest /= game->strategies[i];
	}
	for (size_t i = 0; i < game->players; i++)
		dt_table_add(table,
		    game->written[profile * game->players + i]);
}

static void
draw_normal(const struct dt_cmd_show *show, const struct dt_normal *game)
{
	size_t n = game->players;
	const char **heads = dt_arena_new(show->call->arena, 2 * n,
	    sizeof(*heads));
	if (heads == NULL)
		return;
	for (size_t i = 0; i < n; i++)
		heads[i] = heads[n + i] = game->names[i];
	struct dt_table table = { .columns = 2 * n, .heads = heads,
	    .indent = 2, .most = show->call->columns,
	    .right = (((uint64_t)1 << n) - 1) << n };
	dt_cmd_show_heading(show, "What each player gets for each profile");
	for (size_t p = 0; p < game->profiles && p < PROFILES_SHOWN; p++)
		add_profile(game, p, &table);
	dt_table_text(&table, show->text);
	dt_table_free(&table);
	if (game->profiles > PROFILES_SHOWN)
		dt_text_add(show->text, "  and %zu more profiles\n",
		    game->profiles - PROFILES_SHOWN);
}

static void
show_normal(const struct dt_cmd_show *show, const struct dt_payoff_text *p)
{
	struct dt_faults faults = { .arena = show->call->arena };
	struct dt_normal game;
	if (p->nfg == NULL || p->nfg[0] == '\0')
		return;
	struct dt_source source = { .path = p->file ? p->file : show->path,
	    .text = p->nfg, .size = strlen(p->nfg) };
	if (dt_normal_read(show->call->arena, &source, &game, &faults,
	    NULL) == DT_OK && game.players < 32)
		draw_normal(show, &game);
}

void
dt_cmd_show_payoffs(const struct dt_cmd_show *show)
{
	const struct dt_payoff_text *payoffs = show->content;
	switch (payoffs->form) {
	case DT_PAYOFF_TABLE:
		show_table(show, payoffs);
		break;
	case DT_PAYOFF_NORMAL:
		show_normal(show, payoffs);
		break;
	default:
		show_matrix(show, payoffs);
	}
}
