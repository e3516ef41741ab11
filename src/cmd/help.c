/* help: `detente help`: a verb, all verbs, or the keys of files. */
#include "cmd/verbs.h"

#include <string.h>

#include "base/schema.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "words/column.h"
#include "cmd/sources.h"

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
	    dt_command_names(call->arena, call->verbs));
	return dt_command_usage(call, "there is no verb '%s'%s", word,
	    near[0] ? near : dt_command_nearest(call, word,
	    (const char *const[]){ "keys", "sources", NULL }));
}

static enum dt_exit
columns(struct dt_command_call *call, const struct dt_command *command,
    bool mdoc, struct dt_text *text)
{
	if (!dt_column_has(command->name)) {
		dt_command_tell("detente help: %s prints no table of its "
		    "own\n", command->name);
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
		return unknown(call, word);
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
	.brief = "explain a verb, or the keys that files have",
	.operands = "[VERB | keys [KIND] | sources]",
	.operand_words = "@verbs keys sources|@kinds",
	.most = 2,
	.about = "Without an argument, all verbs with a line each.\n\n"
	    "'help keys' tells, from the tables that files are checked by, "
	    "each key's path, what it takes, its default and what it means; "
	    "with a KIND (scenario, strategy, treaty, payoffs, agent, sweep, "
	    "published), only those of that kind of file.\n\n"
	    "'help sources' tells all that files, pages and comments cite.",
	.examples = "detente help run\n"
	    "detente help solve --columns\twhat each column of its tables means\n"
	    "detente help keys treaty\tall that a treaty can say",
	.options = options,
	.at_once = true,
	.run = run,
};
