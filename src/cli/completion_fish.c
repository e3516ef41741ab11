/* completion_fish: a line of `complete` for each verb, option and operand. */
#include "cli/completion.h"

#include <string.h>

/* Words behind the verb that are no options: how far the operands are. */
static const char head[] =
"# Made by 'detente completion fish'.\n"
"function __detente_at -a verb at\n"
"	set -l words (commandline -opc | string match -v -- '-*')\n"
"	test (count $words) -gt 1; and test \"$words[2]\" = $verb; or return 1\n"
"	set -l n (math (count $words) - 2)\n"
"	string match -q -- '*+' $at; and test $n -ge (string trim -c + $at)\n"
"	or test \"$n\" = \"$at\"\n"
"end\n"
"function __detente_verb\n"
"	test (count (commandline -opc | string match -v -- '-*')) -lt 2\n"
"end\n"
"function __detente_names\n"
"	command detente list (commandline -opc)[-1] --names 2>/dev/null\n"
"end\n"
"complete -c detente -f\n"
"complete -c detente -n __detente_verb -s h -l help -d 'print help'\n"
"complete -c detente -n __detente_verb -s V -l version "
"-d 'print the version'\n"
"complete -c detente -n __detente_verb -l extension "
"-d 'print where SQLite finds the module'\n"
"complete -c detente -n __detente_verb -l citation "
"-d 'print how to cite it'\n";

static void
add_words(const char *words, struct dt_text *text)
{
	if (words == NULL)
		return;
	if (strcmp(words, "@files") == 0)
		dt_text_add(text, " -F");
	else if (strcmp(words, "@names") == 0)
		dt_text_add(text, " -a '(__detente_names)'");
	else if (words[0] == '@')
		dt_text_add(text, " -a '(command detente list %s --names "
		    "2>/dev/null)'", words + 1);
	else
		dt_text_add(text, " -a '%s'", words);
}

static void
add_option(const struct dt_command *command,
    const struct dt_option *option, struct dt_text *text)
{
	dt_text_add(text, "complete -c detente -n "
	    "'__fish_seen_subcommand_from %s' -l %s", command->name,
	    option->name);
	if (option->letter != 0)
		dt_text_add(text, " -s %c", option->letter);
	if (option->argument != NULL) {
		dt_text_add(text, option->words != NULL &&
		    strcmp(option->words, "@files") == 0 ? " -r" : " -x");
		add_words(option->words, text);
	}
	dt_text_add(text, " -d ");
	dt_completion_quote(option->help, "\\", text);
	dt_text_add(text, "\n");
}

static void
add_operands(const struct dt_command *const *verbs,
    const struct dt_command *command, struct dt_text *text)
{
	bool last = false;
	for (int i = 0; !last; i++) {
		struct dt_text words = { 0 };
		last = true;
		if (dt_completion_operand(verbs, command, i, &words, &last)) {
			dt_text_add(text, "complete -c detente -n "
			    "'__detente_at %s %d%s'", command->name, i,
			    last ? "+" : "");
			add_words(dt_text_string(&words), text);
			dt_text_add(text, "\n");
		}
		dt_text_free(&words);
	}
}

void
dt_completion_fish(const struct dt_command *const *verbs,
    struct dt_text *text)
{
	const struct dt_command *const *verb;
	dt_text_add(text, "%s", head);
	for (verb = verbs; *verb != NULL; verb++) {
		dt_text_add(text, "complete -c detente -n __detente_verb "
		    "-a %s -d ", (*verb)->name);
		dt_completion_quote((*verb)->brief, "\\", text);
		dt_text_add(text, "\n");
		dt_completion_each(*verb, add_option, text);
		add_operands(verbs, *verb, text);
	}
}
