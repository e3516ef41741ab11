/* normal_print: a game as the text of a .nfg file; see normal.h. */
#include "game/normal.h"

#include "base/number.h"

static void
print_quoted(const char *string, struct dt_text *text)
{
	dt_text_add(text, "\"");
	for (const char *at = string; *at != '\0'; at++) {
		if (*at == '"' || *at == '\\')
			dt_text_add_n(text, "\\", 1);
		dt_text_add_n(text, at, 1);
	}
	dt_text_add(text, "\"");
}

static void
print_list(const char *const *strings, size_t n, struct dt_text *text)
{
	dt_text_add(text, "{ ");
	for (size_t i = 0; i < n; i++) {
		print_quoted(strings[i], text);
		dt_text_add(text, " ");
	}
	dt_text_add(text, "}");
}

static void
print_profile(const struct dt_normal *game, size_t profile,
    struct dt_text *text)
{
	char buffer[DT_NUMBER_SIZE];
	for (size_t i = 0; i < game->players; i++) {
		size_t cell = profile * game->players + i;
		const char *number = game->written != NULL ?
		    game->written[cell] :
		    dt_number_print(game->payoffs[cell], buffer);
		dt_text_add(text, "%s%s", i > 0 ? " " : "", number);
	}
	dt_text_add(text, "\n");
}

void
dt_normal_print(const struct dt_normal *game, struct dt_text *text)
{
	dt_text_add(text, "NFG 1 R ");
	print_quoted(game->title, text);
	dt_text_add(text, " ");
	print_list(game->names, game->players, text);
	dt_text_add(text, "\n\n{ ");
	for (size_t i = 0; i < game->players; i++) {
		print_list(game->labels[i], game->strategies[i], text);
		dt_text_add(text, "\n");
	}
	dt_text_add(text, "}\n");
	print_quoted(game->comment, text);
	dt_text_add(text, "\n\n");
	for (size_t i = 0; i < game->profiles; i++)
		print_profile(game, i, text);
}
