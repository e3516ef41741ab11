/* help: `detente help`, and the help of a verb from its table. */
#include "cli/verbs.h"

#include <ctype.h>
#include <string.h>

#include "base/schema.h"

enum { HELP_COLUMN = 26 };

static void
add_operands(const struct dt_command *command, struct dt_text *text)
{
	if (command->operands != NULL)
		dt_text_add(text, " %s", command->operands);
}

void
dt_cmd_help_overview(struct dt_text *text)
{
	dt_text_add(text,
	    "détente simulates labs and nations that choose to RACE or PAUSE "
	    "under treaties.\n\nUsage: detente VERB [OPTION]... [ARGUMENT]..."
	    "\n\n");
	for (size_t i = 0; dt_cmd_main_verbs[i] != NULL; i++) {
		const struct dt_command *command = dt_cmd_main_verbs[i];
		dt_text_add(text, "  %s", command->name);
		dt_text_pad_to(text, 14);
		dt_text_add(text, "%s\n", command->brief);
	}
	dt_text_add(text,
	    "\nTo begin:\n"
	    "  detente run frontier --runs 1000     the labs under their "
	    "nations\n"
	    "  detente list                         what there is to play "
	    "with\n"
	    "  detente init my-lab/                 files of your own, ready "
	    "to run\n"
	    "\n'detente help VERB' and 'man detente' say more; 'detente help "
	    "keys' tells\nwhat files can say.\n");
}

void
dt_cmd_help_option(const struct dt_command_option *option,
    struct dt_text *text)
{
	if (option->letter != 0)
		dt_text_add(text, "-%c, ", option->letter);
	else
		dt_text_add(text, "    ");
	dt_text_add(text, "--%s", option->name);
	if (option->argument == NULL)
		return;
	dt_text_add(text, " ");
	const char *words = option->words;
	if (words == NULL || strchr(words, '@') != NULL)
		dt_text_add(text, "%s", option->argument);
	else
		for (; *words != '\0'; words++)
			dt_text_add_n(text, *words == ' ' ? "|" : words, 1);
}

static void
add_options(const struct dt_command_option *row, size_t width,
    struct dt_text *text)
{
	for (; row != NULL && row->name != NULL; row++) {
		size_t start = text->size;
		dt_text_add(text, "  ");
		dt_cmd_help_option(row, text);
		if (text->size - start >= HELP_COLUMN)
			dt_text_add(text, "\n");
		dt_text_pad_to(text, HELP_COLUMN);
		dt_text_wrap(text, row->help, HELP_COLUMN, width);
		dt_text_add(text, row->repeated ? "; may be given again\n" :
		    "\n");
	}
}

/* Paragraphs are separated by blank lines. */
static void
add_about(const char *about, size_t width, struct dt_text *text)
{
	while (about != NULL && *about != '\0') {
		const char *end = strstr(about, "\n\n");
		size_t n = end ? (size_t)(end - about) : strlen(about);
		struct dt_text paragraph = { 0 };
		dt_text_add_n(&paragraph, about, n);
		dt_text_add(text, "\n");
		dt_text_wrap(text, dt_text_string(&paragraph), 0, width);
		dt_text_add(text, "\n");
		dt_text_free(&paragraph);
		about = end ? end + 2 : NULL;
	}
}

static void
add_examples(const char *examples, struct dt_text *text)
{
	dt_text_add(text, "\nExamples:\n");
	while (*examples != '\0') {
		size_t n = strcspn(examples, "\t\n");
		dt_text_add(text, "  %.*s\n", (int)n, examples);
		examples += n;
		if (*examples == '\t') {
			n = strcspn(++examples, "\n");
			dt_text_add(text, "      %.*s\n", (int)n, examples);
			examples += n;
		}
		examples += *examples == '\n';
	}
}

void
dt_cmd_help_verb(const struct dt_command *command, size_t width,
    struct dt_text *text)
{
	dt_text_add(text, "Usage: detente %s [OPTION]...", command->name);
	add_operands(command, text);
	dt_text_add(text, "\n%c%s.\n", toupper((unsigned char)
	    command->brief[0]), command->brief + 1);
	add_about(command->about, width, text);
	dt_text_add(text, "\nOptions:\n");
	add_options(command->options, width, text);
	add_options(dt_cmd_parse_common, width, text);
	if (command->examples != NULL)
		add_examples(command->examples, text);
	dt_text_add(text, "\nThe manual: man detente-%s\n", command->name);
}

static void
add_keys(const struct dt_catalogue_kind *kind, bool mdoc,
    struct dt_text *text)
{
	if (mdoc) {
		dt_schema_help_mdoc(kind->schema, text);
		return;
	}
	if (text->size > 0)
		dt_text_add(text, "\n");
	dt_text_add(text, "%s: %s\n\n", kind->word, kind->schema->brief);
	dt_schema_help(kind->schema, text);
}

static enum dt_exit
keys(struct dt_command_call *call, bool mdoc, struct dt_text *text)
{
	const char *words[16] = { NULL };
	const struct dt_catalogue_kind *kind = dt_catalogue_kinds;
	if (call->n_operands == 1) {
		for (; kind->word != NULL; kind++)
			add_keys(kind, mdoc, text);
		return dt_command_write(call, text);
	}
	for (size_t i = 0; i < 15 && kind[i].word != NULL; i++)
		words[i] = kind[i].word;
	kind = dt_catalogue_kind_of(call->operands[1]);
	if (kind == NULL)
		return dt_command_usage(call, "there is no kind of file '%s'%s",
		    call->operands[1], dt_command_nearest(call,
		    call->operands[1], words));
	add_keys(kind, mdoc, text);
	return dt_command_write(call, text);
}

static enum dt_exit
unknown(const struct dt_command_call *call, const char *word)
{
	const char *near = dt_command_nearest(call, word,
	    dt_cmd_main_names());
	return dt_command_usage(call, "there is no verb '%s'%s", word,
	    near[0] ? near : dt_command_nearest(call, word,
	    (const char *const[]){ "keys", NULL }));
}

static enum dt_exit
help(struct dt_command_call *call, bool mdoc, struct dt_text *text)
{
	const char *word = call->n_operands > 0 ? call->operands[0] : NULL;
	if (word == NULL) {
		if (mdoc)
			dt_cmd_manual_verbs(text);
		else
			dt_cmd_help_overview(text);
		return dt_command_write(call, text);
	}
	if (strcmp(word, "keys") == 0)
		return keys(call, mdoc, text);
	const struct dt_command *command = dt_cmd_main_verb(word);
	if (command == NULL)
		return unknown(call, word);
	if (call->n_operands > 1)
		return dt_command_usage(call, "one argument too many: '%s'",
		    call->operands[1]);
	if (mdoc)
		dt_cmd_manual_verb(command, text);
	else
		dt_cmd_help_verb(command, call->width, text);
	return dt_command_write(call, text);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_text text = { 0 };
	enum dt_exit exit = help(call,
	    dt_command_value(call, "mdoc") != NULL, &text);
	dt_text_free(&text);
	return exit;
}

static const struct dt_command_option options[] = {
	{ "mdoc", 0, NULL, false, NULL,
	  "as mdoc(7), the language of manual pages" },
	{ 0 }
};

const struct dt_command dt_cmd_help = {
	.name = "help",
	.brief = "explain a verb, or the keys that files have",
	.operands = "[VERB | keys [KIND]]",
	.operand_words = "@verbs keys|@kinds",
	.most = 2,
	.about = "Without an argument, all verbs with a line each.\n\n"
	    "'help keys' tells, from the tables that files are checked by, "
	    "each key's path, what it takes, its default and what it means; "
	    "with a KIND (strategy, treaty, payoffs, agent, scenario), only "
	    "those of that kind of file.",
	.examples = "detente help run\n"
	    "detente help keys treaty\tall that a treaty can say",
	.options = options,
	.at_once = true,
	.run = run,
};
