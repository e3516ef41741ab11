/*
 * completion_bash: three functions made from the tables (the options of a
 * verb, the words of an option's value, those of an operand), and one by hand
 * that finds out which of them is asked for.
 */
#include "cli/completion.h"

/* '=' is a word of its own to bash. */
static const char engine[] =
"_detente_add() {\n"
"	local word\n"
"	for word in $1; do\n"
"		case $word in\n"
"		@files)\n"
"			compopt -o filenames 2>/dev/null\n"
"			while IFS= read -r word; do COMPREPLY+=(\"$word\"); done \\\n"
"			    < <(compgen -f -- \"$2\") ;;\n"
"		@names) _detente_add \"$(command detente list \"$3\" --names \\\n"
"			    2>/dev/null)\" \"$2\" ;;\n"
"		@*) _detente_add \"$(command detente list \"${word#@}\" --names \\\n"
"			    2>/dev/null)\" \"$2\" ;;\n"
"		\"$2\"*) COMPREPLY+=(\"$word\") ;;\n"
"		esac\n"
"	done\n"
"}\n"
"\n"
"_detente() {\n"
"	local cur=${COMP_WORDS[COMP_CWORD]} verb= option= before= i n=0 word\n"
"	COMPREPLY=()\n"
"	for ((i = 1; i < COMP_CWORD; i++)); do\n"
"		word=${COMP_WORDS[i]}\n"
"		if [[ $word == -?* ]]; then\n"
"			if _detente_value \"$verb\" \"$word\" >/dev/null; then\n"
"				option=$word\n"
"				[[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))\n"
"				((i++))\n"
"			fi\n"
"		elif [[ -z $verb ]]; then\n"
"			verb=$word\n"
"		else\n"
"			before=$word\n"
"			((n++))\n"
"		fi\n"
"	done\n"
"	[[ $cur == = ]] && cur=\n"
"	if ((i > COMP_CWORD)); then\n"
"		_detente_add \"$(_detente_value \"$verb\" \"$option\")\" \"$cur\"\n"
"	elif [[ $cur == -* ]]; then\n"
"		_detente_add \"$(_detente_options \"$verb\")\" \"$cur\"\n"
"	else\n"
"		_detente_add \"$(_detente_operand \"$verb\" $n)\" \"$cur\" \"$before\"\n"
"	fi\n"
"}\n"
"complete -F _detente detente\n";

static void
add_option(const struct dt_command *command,
    const struct dt_option *option, struct dt_text *text)
{
	(void)command;
	dt_text_add(text, " --%s", option->name);
	if (option->letter != 0)
		dt_text_add(text, " -%c", option->letter);
}

static void
add_value(const struct dt_command *command,
    const struct dt_option *option, struct dt_text *text)
{
	if (option->argument == NULL)
		return;
	dt_text_add(text, "\t%s:--%s", command->name, option->name);
	if (option->letter != 0)
		dt_text_add(text, " | %s:-%c", command->name, option->letter);
	dt_text_add(text, ") echo '%s' ;;\n",
	    option->words ? option->words : "");
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
			dt_text_add(text, "\t%s:", command->name);
			dt_text_add(text, last ? "*" : "%d", i);
			dt_text_add(text, ") echo '%s' ;;\n",
			    dt_text_string(&words));
		}
		dt_text_free(&words);
	}
}

void
dt_completion_bash(const struct dt_command *const *verbs,
    struct dt_text *text)
{
	const struct dt_command *const *verb;
	dt_text_add(text, "# Made by 'detente completion bash'.\n"
	    "_detente_options() {\n\tcase $1 in\n");
	for (verb = verbs; *verb != NULL; verb++) {
		dt_text_add(text, "\t%s) echo '", (*verb)->name);
		dt_completion_each(*verb, add_option, text);
		dt_text_add(text, "' ;;\n");
	}
	dt_text_add(text, "\t*) echo '--help --version --extension --citation' ;;\n\tesac\n}\n\n"
	    "_detente_value() {\n\tcase $1:$2 in\n");
	for (verb = verbs; *verb != NULL; verb++)
		dt_completion_each(*verb, add_value, text);
	dt_text_add(text, "\t*) return 1 ;;\n\tesac\n}\n\n"
	    "_detente_operand() {\n\tcase $1:$2 in\n\t:*) echo '");
	for (verb = verbs; *verb != NULL; verb++)
		dt_text_add(text, " %s", (*verb)->name);
	dt_text_add(text, "' ;;\n");
	for (verb = verbs; *verb != NULL; verb++)
		add_operands(verbs, *verb, text);
	dt_text_add(text, "\tesac\n}\n\n%s", engine);
}
