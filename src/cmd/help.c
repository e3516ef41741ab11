/* help: `detente help`: a verb, all verbs, or the keys of files. */
#include "cmd/verbs.h"

#include <string.h>

#include "base/schema.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cmd/sources.h"
#include "words/column.h"
#include "words/term.h"

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
	if (call->n_operands > 2)
		return dt_command_usage(call, "one argument too many: '%s'",
		    call->operands[2]);
	kind = dt_catalogue_kind_of(call->operands[1]);
	if (kind == NULL)
		return dt_command_usage(call, "there is no kind of file '%s'%s",
		    call->operands[1], dt_command_nearest(call,
		    call->operands[1], words));
	add_keys(kind, mdoc, text);
	return dt_command_write(call, text);
}

/* All operands as one: "false alarm" needs no quotes. */
static const char *
joined(const struct dt_command_call *call)
{
	const char *words = call->operands[0];
	for (int i = 1; words != NULL && i < call->n_operands; i++)
		words = dt_arena_print(call->arena, "%s %s", words,
		    call->operands[i]);
	return words != NULL ? words : "";
}

/* What can be explained besides verbs; NULL: memory ran out. */
static const char *const *
others(const struct dt_command_call *call)
{
	size_t n = 0;
	while (dt_term_name(n) != NULL)
		n++;
	const char **names = dt_arena_new(call->arena, n + 4, sizeof(*names));
	for (size_t k = 0; names != NULL && k < n; k++)
		names[k + 3] = dt_term_name(k);
	if (names != NULL) {
		names[0] = "keys";
		names[1] = "terms";
		names[2] = "sources";
	}
	return names;
}

static enum dt_exit
unknown(const struct dt_command_call *call, const char *word)
{
	const char *near = dt_command_nearest(call, word,
	    dt_command_names(call->arena, call->verbs));
	const char *const *names = others(call);
	return dt_command_usage(call, "there is no verb '%s', and no term%s",
	    word, near[0] || names == NULL ? near :
	    dt_command_nearest(call, word, names));
}

/* All, or one that is no verb. */
static enum dt_exit
terms(struct dt_command_call *call, bool mdoc, struct dt_text *text)
{
	const char *word = joined(call);
	const struct dt_term *term = dt_term_find(word);
	if (strcmp(word, "terms") == 0 && mdoc)
		dt_term_mdoc(text);
	else if (strcmp(word, "terms") == 0)
		for (size_t k = 0; dt_term_name(k) != NULL; k++)
			dt_text_add(text, "%s\n", dt_term_name(k));
	else if (term == NULL)
		return unknown(call, word);
	else
		dt_term_tell(term, call->width, text);
	return dt_command_write(call, text);
}

static enum dt_exit
columns(struct dt_command_call *call, const struct dt_command *command,
    bool mdoc, struct dt_text *text)
{
	if (!dt_column_has(command->name)) {
		dt_command_tell("detente help: %s prints no table of its "
		    "own%s\n", command->name, strcmp(command->name, "show") ?
		    "" : "; what it shows says what it is");
		return DT_EXIT_FAILURE;
	}
	if (mdoc)
		dt_column_mdoc(command->name, text);
	else if (dt_command_format(call) == DT_FORMAT_CSV)
		dt_column_csv(command->name, text);
	else
		dt_column_tell(command->name, call->width, text);
	return dt_command_write(call, text);
}

static enum dt_exit
help(struct dt_command_call *call, bool mdoc, struct dt_text *text)
{
	const char *word = call->n_operands > 0 ? call->operands[0] : NULL;
	if (word == NULL) {
		if (mdoc)
			dt_manual_verbs(call->verbs, text);
		else
			dt_help_overview(call->verbs, text);
		return dt_command_write(call, text);
	}
	if (strcmp(word, "keys") == 0)
		return keys(call, mdoc, text);
	bool sources = strcmp(word, "sources") == 0;
	const struct dt_command *command = sources ? NULL :
	    dt_command_find(call->verbs, word);
	if (command == NULL && !sources)
		return terms(call, mdoc, text);
	if (call->n_operands > 1)
		return dt_command_usage(call, "one argument too many: '%s'",
		    call->operands[1]);
	if (sources)
		return dt_cmd_sources_all(call, mdoc);
	if (dt_command_value(call, "columns") != NULL)
		return columns(call, command, mdoc, text);
	if (mdoc)
		dt_manual_verb(command, text);
	else
		dt_help_verb(command, call->width, text);
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

static const struct dt_option options[] = {
	{ "columns", 0, NULL, false, NULL,
	  "of a verb: what each column means of the tables that it prints" },
	{ "mdoc", 0, NULL, false, NULL,
	  "as mdoc(7), the language of manual pages" },
	DT_COMMAND_FORMAT("text csv"),
	{ 0 }
};

const struct dt_command dt_cmd_help = {
	.name = "help",
	.brief = "explain a verb, a term, or the keys that files have",
	.operands = "[VERB | TERM | keys [KIND] | terms | sources]",
	.operand_words = "@verbs keys terms sources|@kinds",
	.most = 4,
	.about = "Without an argument, all verbs with a line each.\n\n"
	    "'help keys' tells, from the tables that files are checked by, "
	    "each key's path, what it takes, its default and what it means; "
	    "with a KIND (scenario, strategy, treaty, payoffs, agent, sweep, "
	    "published), only those of that kind of file.\n\n"
	    "'help TERM' explains a word of the model or of its answers, as "
	    "slack or false alarm; 'help terms' has their names."
	    "\n\n'help sources' tells all that files, pages and comments cite.",
	.examples = "detente help run\n"
	    "detente help slack\twhat a word of an answer means\n"
	    "detente help solve --columns\twhat each column of its tables means\n"
	    "detente help keys treaty\tall that a treaty can say",
	.options = options,
	.at_once = true,
	.run = run,
};
