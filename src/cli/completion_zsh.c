/* completion_zsh: a call of _arguments for each verb. */
#include "cli/completion.h"

#include <string.h>

static const char head[] =
"#compdef detente\n"
"# Made by 'detente completion zsh'.\n"
"\n"
"_detente_names() {\n"
"	local -a names\n"
"	names=(${(f)\"$(command detente list $1 --names 2>/dev/null)\"})\n"
"	compadd -a names\n"
"}\n"
"\n"
"_detente() {\n"
"	local curcontext=$curcontext state line\n"
"	local -a verbs\n"
"	verbs=(\n";

static const char middle[] =
"	)\n"
"	_arguments -C '(- *)'{-h,--help}'[print help]' \\\n"
"	    '(- *)'{-V,--version}'[print the version]' \\\n"
"	    '(- *)'--extension'[print where SQLite finds the module]' \\\n"
"	    '(- *)'--citation'[print how to cite it]' \\\n"
"	    '1: :->verb' '*:: :->rest'\n"
"	case $state in\n"
"	verb) _describe -t verbs verb verbs ;;\n"
"	rest)\n"
"		case $words[1] in\n";

static const char foot[] =
"		esac ;;\n"
"	esac\n"
"}\n"
"\n"
"if [[ $funcstack[1] == _detente ]]; then\n"
"	_detente \"$@\"\n"
"else\n"
"	compdef _detente detente\n"
"fi\n";

/* What completes a value; within single quotes. */
static void
add_action(const char *words, struct dt_text *text)
{
	if (words == NULL)
		return;
	if (strcmp(words, "@files") == 0)
		dt_text_add(text, "_files");
	else if (strcmp(words, "@names") == 0)
		dt_text_add(text, "{_detente_names $words[CURRENT-1]}");
	else if (words[0] == '@')
		dt_text_add(text, "{_detente_names %s}", words + 1);
	else
		dt_text_add(text, "(%s)", words);
}

static void
add_option(const struct dt_command *command,
    const struct dt_option *option, struct dt_text *text)
{
	(void)command;
	struct dt_text help = { 0 };
	dt_text_add(text, " \\\n\t\t    ");
	if (option->letter != 0)
		dt_text_add(text, "%s{-%c,--%s}", option->repeated ? "\\*" :
		    "", option->letter, option->name);
	else
		dt_text_add(text, "%s--%s", option->repeated ? "\\*" : "",
		    option->name);
	dt_text_add(text, "%s", option->argument ? "=" : "");
	dt_text_add(&help, "%s", option->help);
	dt_text_add(text, "'['");
	dt_completion_quote(dt_text_string(&help), "[]:\\", text);
	dt_text_add(text, "']");
	if (option->argument != NULL) {
		dt_text_add(text, ":%s:", option->argument);
		add_action(option->words, text);
	}
	dt_text_add(text, "'");
	dt_text_free(&help);
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
			dt_text_add(text, " \\\n\t\t    '");
			dt_text_add(text, last ? "*" : "%d", i + 1);
			dt_text_add(text, ": :");
			add_action(dt_text_string(&words), text);
			dt_text_add(text, "'");
		}
		dt_text_free(&words);
	}
}

void
dt_completion_zsh(const struct dt_command *const *verbs,
    struct dt_text *text)
{
	const struct dt_command *const *verb;
	dt_text_add(text, "%s", head);
	for (verb = verbs; *verb != NULL; verb++) {
		struct dt_text line = { 0 };
		dt_text_add(&line, "%s:%s", (*verb)->name, (*verb)->brief);
		dt_text_add(text, "\t\t");
		dt_completion_quote(dt_text_string(&line), "", text);
		dt_text_add(text, "\n");
		dt_text_free(&line);
	}
	dt_text_add(text, "%s", middle);
	for (verb = verbs; *verb != NULL; verb++) {
		dt_text_add(text, "\t\t%s) _arguments -s -S", (*verb)->name);
		dt_completion_each(*verb, add_option, text);
		add_operands(verbs, *verb, text);
		dt_text_add(text, " ;;\n");
	}
	dt_text_add(text, "%s", foot);
}
