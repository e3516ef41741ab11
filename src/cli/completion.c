/* completion: `detente completion SHELL`, made from the tables of verbs. */
#include "cli/completion.h"

#include <string.h>

#include "cli/verbs.h"

void
dt_cmd_completion_each(const struct dt_command *command,
    void (*add)(const struct dt_command *command,
    const struct dt_command_option *option, struct dt_text *text),
    struct dt_text *text)
{
	const struct dt_command_option *row = command->options;
	for (; row != NULL && row->name != NULL; row++)
		add(command, row, text);
	for (row = dt_cmd_parse_common; row->name != NULL; row++)
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
spell_out(const char *word, size_t n, struct dt_text *words)
{
	const char *const *verbs = dt_cmd_main_names();
	const struct dt_catalogue_kind *kind = dt_catalogue_kinds;
	if (n == 6 && strncmp(word, "@verbs", n) == 0)
		for (; *verbs != NULL; verbs++)
			add_word(*verbs, strlen(*verbs), words);
	else if (n == 6 && strncmp(word, "@kinds", n) == 0)
		for (; kind->word != NULL; kind++)
			add_word(kind->word, strlen(kind->word), words);
	else
		add_word(word, n, words);
}

bool
dt_cmd_completion_operand(const struct dt_command *command, int i,
    struct dt_text *words, bool *last)
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
		spell_out(at, n, words);
		at += n + (at[n] == ' ');
	}
	return true;
}

void
dt_cmd_completion_quote(const char *from, const char *except,
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

static enum dt_exit
run(struct dt_command_call *call)
{
	static const char *const shells[] = { "bash", "zsh", "fish", NULL };
	const char *shell = call->operands[0];
	struct dt_text text = { 0 };
	if (strcmp(shell, "bash") == 0)
		dt_cmd_completion_bash(&text);
	else if (strcmp(shell, "zsh") == 0)
		dt_cmd_completion_zsh(&text);
	else if (strcmp(shell, "fish") == 0)
		dt_cmd_completion_fish(&text);
	else
		return dt_command_usage(call, "there are no completions for "
		    "'%s'%s; bash, zsh and fish have them", shell,
		    dt_command_nearest(call, shell, shells));
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

const struct dt_command dt_cmd_completion = {
	.name = "completion",
	.brief = "print completions for bash, zsh or fish",
	.operands = "SHELL",
	.operand_words = "bash zsh fish",
	.least = 1,
	.most = 1,
	.about = "Prints a script that lets SHELL (bash, zsh or fish) complete "
	    "verbs, options, their values, and the names of files and "
	    "queries.",
	.examples = "eval \"$(detente completion bash)\"\t"
	    "in ~/.bashrc\n"
	    "detente completion zsh > ~/.zfunc/_detente\t"
	    "a folder of fpath\n"
	    "detente completion fish > ~/.config/fish/completions/"
	    "detente.fish",
	.at_once = true,
	.run = run,
};
