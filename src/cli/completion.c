/* completion: see completion.h. */
#include "cli/completion.h"

#include <string.h>

#include "cli/parse.h"

void
dt_completion_each(const struct dt_command *command,
    void (*add)(const struct dt_command *command,
    const struct dt_option *option, struct dt_text *text),
    struct dt_text *text)
{
	const struct dt_option *const tables[] = { command->options,
		command->more, dt_parse_common };
	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		for (const struct dt_option *row = tables[i];
		    row != NULL && row->name != NULL; row++)
			add(command, row, text);
}

static void
add_word(const char *word, size_t n, struct dt_text *words)
{
	if (words->size > 0)
		dt_text_add(words, " ");
	dt_text_add_n(words, word, n);
}

static void
spell_out(const struct dt_command *const *verbs,
    const struct dt_command *command, const char *word, size_t n,
    struct dt_text *words)
{
	const struct dt_catalogue_kind *kind = dt_catalogue_kinds;
	const char *own;
	if (n == 4 && strncmp(word, "@own", n) == 0)
		for (size_t k = 0; (own = command->own_word(k)) != NULL; k++)
			add_word(own, strlen(own), words);
	else if (n == 6 && strncmp(word, "@verbs", n) == 0)
		for (; *verbs != NULL; verbs++)
			add_word((*verbs)->name, strlen((*verbs)->name), words);
	else if (n == 6 && strncmp(word, "@kinds", n) == 0)
		for (; kind->word != NULL; kind++)
			add_word(kind->word, strlen(kind->word), words);
	else
		add_word(word, n, words);
}

bool
dt_completion_operand(const struct dt_command *const *verbs,
    const struct dt_command *command, int i, struct dt_text *words,
    bool *last)
{
	const char *at = command->operand_words;
	for (; at != NULL && i > 0; i--) {
		at = strchr(at, '|');
		at += at != NULL;
	}
	if (at == NULL)
		return false;
	const char *end = at + strcspn(at, "|");
	*last = *end == '\0';
	while (at < end) {
		size_t n = strcspn(at, " |");
		spell_out(verbs, command, at, n, words);
		at += n + (at[n] == ' ');
	}
	return true;
}

void
dt_completion_quote(const char *from, const char *except,
    struct dt_text *text)
{
	dt_text_add(text, "'");
	for (; *from != '\0'; from++) {
		if (*from == '\'')
			dt_text_add(text, "'\\''");
		else if (strchr(except, *from) != NULL)
			dt_text_add(text, "\\%c", *from);
		else
			dt_text_add_n(text, from, 1);
	}
	dt_text_add(text, "'");
}
