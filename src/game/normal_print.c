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
print_number(const struct dt_normal *game, size_t cell, struct dt_text *text)
{
	char buffer[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", game->written != NULL ? game->written[cell] :
	    dt_number_print(game->payoffs[cell], buffer));
}

/* All that stands before the payoffs. */
static void
print_head(const struct dt_normal *game, struct dt_text *text)
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
}

void
dt_normal_print(const struct dt_normal *game, struct dt_text *text)
{
	print_head(game, text);
	for (size_t c = 0; c < game->profiles * game->players; c++) {
		print_number(game, c, text);
		dt_text_add(text, (c + 1) % game->players == 0 ? "\n" : " ");
	}
}

static void
print_outcome(const struct dt_normal *game, size_t profile,
    struct dt_text *text)
{
	struct dt_text name = { 0 };
	size_t rest = profile;
	for (size_t i = 0; i < game->players; i++) {
		dt_text_add(&name, "%s%s", i > 0 ? ", " : "",
		    game->labels[i][rest % game->strategies[i]]);
		rest /= game->strategies[i];
	}
	text->failed |= name.failed;
	dt_text_add(text, "{ ");
	print_quoted(dt_text_string(&name), text);
	dt_text_free(&name);
	for (size_t i = 0; i < game->players; i++) {
		dt_text_add(text, i > 0 ? ", " : " ");
		print_number(game, profile * game->players + i, text);
	}
	dt_text_add(text, " }\n");
}

void
dt_normal_print_outcomes(const struct dt_normal *game, struct dt_text *text)
{
	print_head(game, text);
	dt_text_add(text, "{\n");
	for (size_t i = 0; i < game->profiles; i++)
		print_outcome(game, i, text);
	dt_text_add(text, "}\n");
	for (size_t i = 0; i < game->profiles; i++)
		dt_text_add(text, "%zu%s", i + 1,
		    i + 1 == game->profiles || i % 16 == 15 ? "\n" : " ");
}

static void
print_field(const char *field, struct dt_text *text)
{
	dt_text_add(text, "\"");
	for (const char *at = field; *at != '\0'; at++)
		dt_text_add(text, *at == '"' ? "\"\"" : "%c", *at);
	dt_text_add(text, "\"");
}

void
dt_normal_print_csv(const struct dt_normal *game, struct dt_text *text)
{
	struct dt_text names = { 0 };
	size_t rows = game->strategies[0], columns = game->strategies[1];
	dt_text_add(&names, "%s/%s", game->names[0], game->names[1]);
	print_field(dt_text_string(&names), text);
	text->failed |= names.failed;
	dt_text_free(&names);
	for (size_t j = 0; j < columns; j++) {
		dt_text_add(text, ",");
		print_field(game->labels[1][j], text);
	}
	for (size_t k = 0; k < rows * columns; k++) {
		size_t i = k / columns, j = k % columns;
		size_t cell = 2 * (j * rows + i);
		if (j == 0) {
			dt_text_add(text, "\n");
			print_field(game->labels[0][i], text);
		}
		dt_text_add(text, ",");
		print_number(game, cell, text);
		dt_text_add(text, ";");
		print_number(game, cell + 1, text);
	}
	dt_text_add(text, "\n");
}
