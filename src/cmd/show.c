/* show: `detente show KIND NAME`, all about one file; see show.h. */
#include "cmd/show.h"

#include <string.h>

#include "cli/output.h"
#include "cmd/kinds.h"
#include "cmd/sources.h"
#include "cmd/verbs.h"

static const char *
word_of(const struct dt_cmd_show *show, const char *key)
{
	const struct dt_node *node = dt_node_get(show->resolved, key);
	return node != NULL && node->kind == DT_NODE_SCALAR ? node->text : "";
}

static void
add_wrapped(const struct dt_cmd_show *show, const char *words, size_t indent)
{
	dt_text_pad_to(show->text, indent);
	dt_text_wrap(show->text, words, indent, show->call->width);
	dt_text_add(show->text, "\n");
}

static void
add_head(const struct dt_cmd_show *show)
{
	const char *name = word_of(show, show->kind->word);
	const char *title = word_of(show, "title");
	if (title[0] != '\0')
		dt_text_add(show->text, "%s (%s)\n", title, name);
	else
		dt_text_add(show->text, "%s\n", name);
	if (word_of(show, "summary")[0] != '\0')
		add_wrapped(show, word_of(show, "summary"), 0);
}

static void
say(const struct dt_cmd_show *show, struct dt_text *sentences)
{
	if (show->how->say != NULL)
		show->how->say(show, sentences);
}

static void
add_sentences(const struct dt_cmd_show *show)
{
	struct dt_text sentences = { 0 };
	say(show, &sentences);
	const char *at = dt_text_string(&sentences);
	if (*at != '\0')
		dt_cmd_show_heading(show, show->how->heading);
	while (*at != '\0') {
		size_t n = strcspn(at, "\n");
		struct dt_text one = { 0 };
		dt_text_add_n(&one, at, n);
		dt_text_add(show->text, "  ");
		dt_text_wrap(show->text, dt_text_string(&one), 4,
		    show->call->width);
		dt_text_add(show->text, "\n");
		dt_text_free(&one);
		at += n + (at[n] == '\n');
	}
	dt_text_free(&sentences);
}

static void
add_facts(const struct dt_cmd_show *show)
{
	const struct dt_node *facts = dt_node_get(show->resolved, "facts");
	if (facts == NULL || facts->kind != DT_NODE_LIST || facts->n == 0)
		return;
	dt_cmd_show_heading(show, "What is known");
	for (size_t i = 0; i < facts->n; i++) {
		dt_text_add(show->text, "  - ");
		dt_text_wrap(show->text, facts->items[i]->text, 4,
		    show->call->width);
		dt_text_add(show->text, "\n");
	}
}

static void
add_foot(const struct dt_cmd_show *show)
{
	const char *source = word_of(show, "source");
	dt_text_add(show->text, "\n");
	if (source[0] != '\0') {
		dt_text_add(show->text, "source  ");
		dt_text_wrap(show->text, source, 8, show->call->width);
		dt_text_add(show->text, "\n");
	}
	dt_cmd_sources_cited(show);
	dt_text_add(show->text, "status  %s\nfile    %s\n",
	    word_of(show, "status"), show->path);
}

static enum dt_exit
print_json(const struct dt_cmd_show *show)
{
	json_t *json = dt_json_new(), *says = json_array();
	struct dt_text sentences = { 0 };
	say(show, &sentences);
	for (const char *at = dt_text_string(&sentences); *at != '\0';) {
		size_t n = strcspn(at, "\n");
		json_array_append_new(says, json_stringn(at, n));
		at += n + (at[n] == '\n');
	}
	dt_text_free(&sentences);
	dt_json_text(json, "kind", show->kind->word);
	dt_json_text(json, "name", word_of(show, show->kind->word));
	dt_json_text(json, "path", show->path);
	json_object_set_new(json, "says", says);
	json_object_set_new(json, "resolved", dt_json_of(show->resolved));
	dt_cmd_sources_cited_json(show, json);
	if (show->how->json != NULL)
		show->how->json(show, json);
	return dt_output_json(show->call, json);
}

static enum dt_exit
print_text(struct dt_cmd_show *show, const char *name)
{
	struct dt_text text = { 0 };
	show->text = &text;
	add_head(show);
	add_sentences(show);
	if (show->how->tell != NULL)
		show->how->tell(show);
	if (!show->how->aloud)
		dt_cmd_show_keys(show);
	add_facts(show);
	add_foot(show);
	enum dt_exit exit = dt_command_write(show->call, &text);
	dt_text_free(&text);
	const char *advice = show->how->advise != NULL ?
	    show->how->advise(show) : show->how->advice;
	if (exit == DT_EXIT_OK && advice != NULL) {
		const char *at = strstr(advice, "%s");
		dt_command_advise(show->call, "\n%.*s%s%s",
		    (int)(at - advice), advice, name, at + 2);
	}
	return exit;
}

/* The content as the tree that a resolved file would be. */
static enum dt_status
resolve(struct dt_cmd_show *show, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_arena *arena = show->call->arena;
	struct dt_text text = { 0 };
	struct dt_node *root = NULL;
	dt_schema_print(show->kind->schema, show->content, 0, &text);
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	char *copy = dt_arena_copy_n(arena, dt_text_string(&text), text.size);
	bool failed = text.failed || source == NULL || copy == NULL;
	size_t size = text.size;
	dt_text_free(&text);
	if (failed)
		return dt_status_no_memory(err);
	*source = (struct dt_source){ show->path, copy, size };
	enum dt_status status =
	    dt_node_read(arena, source, &root, faults, err);
	show->resolved = root;
	return status;
}

static enum dt_status
load(struct dt_cmd_show *show, const char *name, struct dt_faults *faults,
    struct dt_error *err)
{
	const struct dt_catalogue *catalogue = &show->call->catalogue;
	const struct dt_catalogue_kind *kind;
	struct dt_node *root;
	enum dt_status status = dt_catalogue_find(catalogue, show->kind, name,
	    NULL, &show->path, err);
	if (status == DT_OK)
		status = dt_catalogue_read(catalogue, show->path, &root,
		    &kind, faults, err);
	if (status != DT_OK)
		return status;
	if (kind != show->kind)
		return dt_status_fail(err, DT_EINPUT, "%s is of kind %s, not "
		    "%s", show->path, kind->word, show->kind->word);
	void *content = dt_arena_new(catalogue->arena, 1, kind->schema->size);
	if (content == NULL)
		return dt_status_no_memory(err);
	status = dt_catalogue_graft(catalogue, kind->schema, root, faults,
	    err);
	if (status == DT_OK)
		status = dt_schema_read(kind->schema, catalogue->arena, root,
		    content, faults, err);
	show->content = content;
	show->written = root;
	return status == DT_OK ? resolve(show, faults, err) : status;
}

static enum dt_exit
show_file(struct dt_command_call *call, const struct dt_cmd_kind *how,
    const char *name)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	struct dt_cmd_show show = { .call = call, .how = how,
		.kind = dt_catalogue_kind_of(how->word) };
	if (load(&show, name, &faults, &err) != DT_OK)
		return dt_command_fail(call, &faults, &err);
	enum dt_exit exit;
	if (how->instead != NULL && how->instead(&show, &exit))
		return exit;
	return dt_command_format(call) == DT_FORMAT_JSON ?
	    print_json(&show) : print_text(&show, name);
}

/* Options that only one kind of file takes. */
static const struct {
	const char *option, *kind;
} of_kinds[] = {
	{ "svg", "strategy" }, { "sees", "strategy" },
	{ "agents", "strategy" }, { "sheet", "lesson" },
	{ "language", "lesson" },
};

static enum dt_exit
run(struct dt_command_call *call)
{
	const char *word = call->operands[0];
	const char *name = call->n_operands > 1 ? call->operands[1] : NULL;
	const char *form = dt_command_value(call, "format");
	const struct dt_cmd_kind *how = dt_cmd_kinds_find(word);
	if (how == NULL)
		return dt_command_usage(call, "there is no kind '%s'%s", word,
		    dt_cmd_show_meant(call, word));
	if (how->show != dt_cmd_show_game && form != NULL &&
	    strcmp(form, "text") != 0 && strcmp(form, "json") != 0 &&
	    (strcmp(how->word, "strategy") != 0 || strcmp(form, "dot") != 0))
		return dt_command_usage(call, "--format %s is for a %s", form,
		    strcmp(form, "dot") == 0 ? "strategy" : "game");
	for (size_t i = 0; i < sizeof(of_kinds) / sizeof(of_kinds[0]); i++)
		if (strcmp(of_kinds[i].kind, how->word) != 0 &&
		    dt_command_value(call, of_kinds[i].option) != NULL)
			return dt_command_usage(call, "--%s is for a %s",
			    of_kinds[i].option, of_kinds[i].kind);
	if (name == NULL && !how->alone)
		return dt_command_usage(call, "it needs the NAME of a %s",
		    how->word);
	return how->show != NULL ? how->show(call, name) :
	    show_file(call, how, name);
}

static const char *
kind_word(size_t k)
{
	return dt_cmd_kinds[k].word;
}

static const struct dt_option options[] = {
	{ "format", 0, "FORM", false, "text json csv nfg nfg-outcomes dot",
	  "form of the data on standard output; text is for people; csv, nfg "
	  "and nfg-outcomes (Gambit's other form) are of a game alone, dot "
	  "(for Graphviz) of a strategy" },
	{ "sees", 0, "MOVES", false, NULL,
	  "of a strategy: what it sees, a letter a round, P or R (or how many "
	  "others raced, with --agents); it answers round by round" },
	{ "agents", 0, "N", false, NULL,
	  "of a strategy, with --sees: how many play, 2 to 10; 2 where not "
	  "given" },
	{ "svg", 0, "FILE", false, "@files",
	  "of a strategy: draw its states and steps into FILE" },
	DT_COMMAND_FORCE,
	{ "sheet", 0, NULL, false, NULL,
	  "of a lesson: what its teacher says, what usually happens, and what "
	  "to ask" },
	{ "language", 0, "WORD", false, NULL,
	  "of a lesson, with --sheet: one of its languages, as `de`; its own "
	  "where not given" },
	{ "experiment", 0, "N", false, NULL,
	  "of evidence: of this experiment; of all where not given" },
	{ "run", 0, "N", false, NULL,
	  "of evidence: of this run; 1 where not given" },
	{ "round", 0, "N", false, NULL,
	  "of evidence: of this round; of all where not given" },
	{ 0 }
};

const struct dt_command dt_cmd_show = {
	.name = "show",
	.brief = "explain one strategy, treaty, scenario, agent, ...",
	.operands = "KIND [NAME]",
	.operand_words = "@own|@names",
	.own_word = kind_word,
	.least = 1,
	.most = 2,
	.about = "Tells all about one file, found by its name or given by "
	    "its path: a treaty in plain words, with its verification and "
	    "its response as numbers; a strategy read aloud, as a machine, "
	    "and what it answers; payoffs drawn, "
	    "with the dilemma that they make; a scenario with who plays; and "
	    "of each its source, how well founded it is, and where it lies; "
	    "a lesson with its blocks, or with --sheet what its teacher needs."
	    "\n\nOf kind game NAME is a game in normal form, by name or "
	    "path, which --format also turns into another form.\n\n"
	    "Of kind evidence NAME is a database: who signed what in a "
	    "run, opened, with commands to paste that check the "
	    "commitments.\n\nOf kind model: the parameters of a model of "
	    "the literature that detente solve answers.\n\nOf kind schema "
	    "NAME is a table or view of the database, whose columns are "
	    "told; without it all are listed.",
	.examples = "detente show treaty conditional-halt\n"
	    "detente show strategy grim\n"
	    "detente show strategy gradual --sees PRPPRPP\tits answer\n"
	    "detente show scenario ./my-lab/scenario.yaml\n"
	    "detente show game stag-hunt --format nfg-outcomes\n"
	    "detente show lesson fifteen-minutes --sheet\tfor its teacher\n"
	    "detente show query treaty-effect\twith its SQL\n"
	    "detente show schema outcome\tits columns\n"
	    "detente show model dresher\tits parameters\n"
	    "detente show evidence frontier.db --run 7 --round 17\twho "
	    "signed what",
	.options = options,
	.at_once = true,
	.run = run,
};
