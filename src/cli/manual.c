/* manual: see manual.h. */
#include "cli/manual.h"

#include <ctype.h>
#include <string.h>

#include "cli/parse.h"

enum { WIDTH = 78 };

/* What mdoc takes for its own, or formatters turn into other letters, which a
 * shell does not know when they are copied. */
static const char *
escape_of(char letter)
{
	switch (letter) {
	case '\\': return "\\e";
	case '\'': return "\\(aq";
	case '"': return "\\(dq";
	case '`': return "\\(ga";
	case '^': return "\\(ha";
	case '~': return "\\(ti";
	default: return NULL;
	}
}

/* A word with a dot first could come to begin a line. */
static void
add_escaped(const char *from, size_t n, struct dt_text *text)
{
	for (size_t i = 0; i < n; i++) {
		bool first = i == 0 || from[i - 1] == ' ';
		const char *escape = escape_of(from[i]);
		if (escape != NULL)
			dt_text_add(text, "%s", escape);
		else if (first && from[i] == '.')
			dt_text_add(text, "\\&.");
		else
			dt_text_add_n(text, &from[i], 1);
	}
}

/* Prose that ends a sentence. */
static void
add_sentence(const char *from, struct dt_text *text)
{
	struct dt_text escaped = { 0 };
	size_t n = strlen(from);
	add_escaped(from, n, &escaped);
	dt_text_wrap(text, dt_text_string(&escaped), 0, WIDTH);
	dt_text_add(text, n > 0 && from[n - 1] == '.' ? "\n" : ".\n");
	text->failed |= escaped.failed;
	dt_text_free(&escaped);
}

/* "One of: a, b, c." */
static void
add_words(const char *words, struct dt_text *text)
{
	dt_text_add(text, "One of: ");
	for (; *words != '\0'; words++)
		dt_text_add(text, *words == ' ' ? ", " : "%c", *words);
	dt_text_add(text, ".\n");
}

static void
add_flags(const struct dt_option *option, const char *between,
    struct dt_text *text)
{
	if (option->letter != 0)
		dt_text_add(text, " Fl %c %s", option->letter, between);
	dt_text_add(text, " Fl -%s", option->name);
	if (option->argument != NULL)
		dt_text_add(text, " Ar %s", option->argument);
}

static void
add_synopsis_options(const struct dt_option *row,
    struct dt_text *text)
{
	for (; row != NULL && row->name != NULL; row++) {
		dt_text_add(text, ".Op");
		add_flags(row, "|", text);
		dt_text_add(text, row->repeated ? " ...\n" : "\n");
	}
}

/* "[DB [NAME]]": brackets nest, capitals are arguments, the rest words. */
static void
add_operands(const char *at, struct dt_text *text)
{
	while (at != NULL && *at != '\0') {
		size_t n = strcspn(at, " []|");
		if (*at == '[' || *at == ']')
			dt_text_add(text, *at == '[' ? ".Oo\n" : ".Oc\n");
		else if (*at == '|')
			dt_text_add(text, "|\n");
		else if (n > 3 && strncmp(at + n - 3, "...", 3) == 0)
			dt_text_add(text, ".Ar %.*s ...\n", (int)n - 3, at);
		else if (n > 0)
			dt_text_add(text, ".%s %.*s\n",
			    isupper((unsigned char)*at) ? "Ar" : "Cm",
			    (int)n, at);
		at += n > 0 ? n : 1;
	}
}

static void
add_options(const struct dt_option *row, struct dt_text *text)
{
	for (; row != NULL && row->name != NULL; row++) {
		dt_text_add(text, ".It");
		add_flags(row, ",", text);
		dt_text_add(text, "\n");
		add_sentence(row->help, text);
		if (row->words != NULL && strchr(row->words, '@') == NULL)
			add_words(row->words, text);
		if (row->repeated)
			dt_text_add(text, "May be given again.\n");
	}
}

/* What a command is for stands before it. */
static void
add_examples(const char *examples, struct dt_text *text)
{
	dt_text_add(text, ".Sh EXAMPLES\n");
	for (bool first = true; *examples != '\0'; first = false) {
		size_t n = strcspn(examples, "\n");
		size_t command = strcspn(examples, "\t\n");
		struct dt_text words = { 0 };
		if (!first)
			dt_text_add(text, ".Pp\n");
		if (command < n) {
			dt_text_add_n(&words, examples + command + 1,
			    n - command - 1);
			add_sentence(dt_text_string(&words), text);
			dt_text_add(text, ".Pp\n");
		}
		dt_text_free(&words);
		dt_text_add(text, ".Dl $ ");
		add_escaped(examples, command, text);
		dt_text_add(text, "\n");
		examples += n + (examples[n] == '\n');
	}
}

void
dt_manual_verb(const struct dt_command *command, struct dt_text *text)
{
	dt_text_add(text, ".Sh SYNOPSIS\n.Nm detente Cm %s\n",
	    command->name);
	add_synopsis_options(command->options, text);
	add_synopsis_options(command->more, text);
	add_synopsis_options(dt_parse_common, text);
	add_operands(command->operands, text);
	dt_text_add(text, ".Sh OPTIONS\n.Bl -tag -width Ds\n");
	add_options(command->options, text);
	add_options(command->more, text);
	add_options(dt_parse_common, text);
	dt_text_add(text, ".El\n");
	if (command->examples != NULL)
		add_examples(command->examples, text);
}

void
dt_manual_verbs(const struct dt_command *const *verbs, struct dt_text *text)
{
	dt_text_add(text, ".Bl -tag -width completion\n");
	for (; *verbs != NULL; verbs++) {
		dt_text_add(text, ".It Cm %s\n", (*verbs)->name);
		add_sentence((*verbs)->brief, text);
		dt_text_add(text, "See\n.Xr detente-%s 1 .\n",
		    (*verbs)->name);
	}
	dt_text_add(text, ".El\n");
}
