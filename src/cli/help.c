/* help: see help.h. */
#include "cli/help.h"

#include <string.h>

#include "cli/parse.h"

enum { HELP_COLUMN = 26 };

static void
add_operands(const struct dt_command *command, struct dt_text *text)
{
	if (command->operands != NULL)
		dt_text_add(text, " %s", command->operands);
}

void
dt_help_overview(const struct dt_command *const *verbs, struct dt_text *text)
{
	dt_text_add(text,
	    "détente simulates labs and nations that choose to RACE or PAUSE "
	    "under treaties.\n\nUsage: detente VERB [OPTION]... [ARGUMENT]..."
	    "\n\n");
	for (; *verbs != NULL; verbs++) {
		dt_text_add(text, "  %s", (*verbs)->name);
		dt_text_pad_to(text, 14);
		dt_text_add(text, "%s\n", (*verbs)->brief);
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
dt_help_option(const struct dt_option *option,
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
add_options(const struct dt_option *row, size_t width,
    struct dt_text *text)
{
	for (; row != NULL && row->name != NULL; row++) {
		size_t start = text->size;
		dt_text_add(text, "  ");
		dt_help_option(row, text);
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
dt_help_verb(const struct dt_command *command, size_t width,
    struct dt_text *text)
{
	dt_text_add(text, "Usage: detente %s [OPTION]...", command->name);
	add_operands(command, text);
	dt_text_add(text, "\n%s: %s.\n", command->name, command->brief);
	add_about(command->about, width, text);
	dt_text_add(text, "\nOptions:\n");
	add_options(command->options, width, text);
	add_options(command->more, width, text);
	add_options(dt_parse_common, width, text);
	if (command->examples != NULL)
		add_examples(command->examples, text);
	dt_text_add(text, "\nThe manual: man detente-%s\n", command->name);
}
