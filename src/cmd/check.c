/* check: `detente check FILE...`, all that is wrong with files. */
#include "cmd/verbs.h"

#include <string.h>

#include "cli/output.h"
#include "cmd/strategies.h"

struct checked {
	const char *path;
	const struct dt_catalogue_kind *kind;
	struct dt_faults faults;
	struct dt_text printed, remarks;
	struct dt_error err;
	enum dt_status status;
};

/* What is worth knowing and no fault: of strategies. */
static void
remark(const struct dt_command_call *call, struct dt_cmd_strategies *all,
    struct checked *checked)
{
	if (checked->status != DT_OK || call->quiet ||
	    checked->kind->schema != &dt_strategy_schema ||
	    dt_command_value(call, "print") != NULL)
		return;
	checked->status = dt_cmd_strategies_tell(call, all, checked->path,
	    &checked->remarks, &checked->err);
}

/* By name a file is found as it is called, not as it calls itself. */
static void
warn_of_name(const struct dt_command_call *call, struct checked *c)
{
	struct dt_faults spare = { .arena = call->arena };
	const struct dt_catalogue_kind *kind;
	struct dt_node *root;
	if (c->status != DT_OK || dt_catalogue_read(&call->catalogue, c->path,
	    &root, &kind, &spare, &c->err) != DT_OK)
		return;
	const struct dt_node *own = dt_node_get(root, kind->word);
	const char *slash = strrchr(c->path, '/'), *file = slash ? slash + 1 :
	    c->path;
	size_t n = strcspn(file, ".");
	if (own == NULL || own->text == NULL || (strlen(own->text) == n &&
	    memcmp(own->text, file, n) == 0) ||
	    (strlen(kind->word) == n && memcmp(kind->word, file, n) == 0))
		return;
	dt_faults_warn(&c->faults, own->at, "give file and key one name",
	    "the file is called '%s': by name it is found as that, not as "
	    "'%s'", file, own->text);
}

static void
check(const struct dt_command_call *call, const char *path,
    struct checked *checked)
{
	bool print = dt_command_value(call, "print") != NULL;
	*checked = (struct checked){ .path = path };
	checked->faults.arena = call->arena;
	checked->status = dt_catalogue_check(&call->catalogue, path,
	    print ? &checked->printed : NULL, &checked->kind,
	    &checked->faults, &checked->err);
	warn_of_name(call, checked);
}

static enum dt_exit
print_text(const struct dt_command_call *call, const struct checked *c)
{
	struct dt_text text = { 0 };
	if (c->status != DT_OK)
		return dt_command_fail(call, &c->faults, &c->err);
	dt_command_warn(call, &c->faults);
	if (dt_command_value(call, "print") != NULL)
		return dt_command_write(call, &c->printed);
	const char *word = c->kind->word;
	const char *article = strcmp(word, "payoffs") == 0 ? "" :
	    strcmp(word, "agent") == 0 ? "an " : "a ";
	size_t n = c->faults.n_warnings;
	if (!call->quiet)
		dt_text_add(&text, "%s: %s%s, no faults", c->path, article,
		    word);
	if (!call->quiet && n > 0)
		dt_text_add(&text, ", %zu warning%s", n, n == 1 ? "" : "s");
	dt_text_add(&text, call->quiet ? "" : "\n");
	dt_cmd_strategies_wrap(call, &c->remarks, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

static json_t *
json_of_fault(const struct dt_fault *fault)
{
	const struct dt_source *source = fault->at.source;
	json_t *json = json_object();
	dt_json_text(json, "path", source ? source->path : NULL);
	json_object_set_new(json, "line",
	    json_integer((json_int_t)fault->at.line));
	json_object_set_new(json, "column",
	    json_integer((json_int_t)fault->at.column));
	json_object_set_new(json, "length",
	    json_integer((json_int_t)fault->at.length));
	dt_json_text(json, "message", fault->message);
	dt_json_text(json, "help", fault->help);
	return json;
}

static json_t *
json_of_faults(const struct dt_fault *list, size_t n)
{
	json_t *faults = json_array();
	for (size_t i = 0; i < n; i++)
		json_array_append_new(faults, json_of_fault(&list[i]));
	return faults;
}

static json_t *
json_of_lines(const char *at)
{
	json_t *lines = json_array();
	while (*at != '\0') {
		size_t n = strcspn(at, "\n");
		json_array_append_new(lines, json_stringn(at, n));
		at += n + (at[n] == '\n');
	}
	return lines;
}

static json_t *
json_of(const struct checked *c)
{
	json_t *json = json_object();
	dt_json_text(json, "path", c->path);
	dt_json_text(json, "kind", c->kind ? c->kind->word : NULL);
	json_object_set_new(json, "number_of_faults",
	    json_integer((json_int_t)c->faults.total));
	json_object_set_new(json, "faults", json_of_faults(c->faults.list,
	    c->faults.n));
	json_object_set_new(json, "warnings", json_of_faults(
	    c->faults.warnings, c->faults.n_warnings));
	json_object_set_new(json, "remarks",
	    json_of_lines(dt_text_string(&c->remarks)));
	if (c->status != DT_OK && c->faults.n == 0)
		dt_json_text(json, "error", c->err.message);
	if (c->printed.size > 0)
		dt_json_text(json, "resolved",
		    dt_text_string(&c->printed));
	return json;
}

static enum dt_exit
exit_of(const struct checked *c)
{
	if (c->status == DT_OK)
		return DT_EXIT_OK;
	return c->status == DT_EINPUT ? DT_EXIT_INPUT : DT_EXIT_FAILURE;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	bool as_json = dt_command_format(call) == DT_FORMAT_JSON;
	json_t *files = json_array();
	struct dt_cmd_strategies all = { 0 };
	enum dt_exit worst = DT_EXIT_OK;
	for (int i = 0; i < call->n_operands; i++) {
		struct checked checked;
		check(call, call->operands[i], &checked);
		remark(call, &all, &checked);
		enum dt_exit exit = as_json ? exit_of(&checked) :
		    print_text(call, &checked);
		if (as_json)
			json_array_append_new(files, json_of(&checked));
		if (exit > worst)
			worst = exit;
		dt_text_free(&checked.printed);
		dt_text_free(&checked.remarks);
	}
	if (!as_json) {
		json_decref(files);
		return worst;
	}
	json_t *json = dt_json_new();
	json_object_set_new(json, "files", files);
	enum dt_exit exit = dt_output_json(call, json);
	return exit == DT_EXIT_OK ? worst : exit;
}

static const struct dt_option options[] = {
	DT_COMMAND_FORMAT("text json"),
	{ "print", 'p', NULL, false, NULL,
	  "print each file resolved: with what it takes from other files, "
	  "and with every default" },
	{ 0 }
};

const struct dt_command dt_cmd_check = {
	.name = "check",
	.brief = "find all faults of files, each at its place",
	.operands = "FILE...",
	.operand_words = "@files",
	.least = 1,
	.most = -1,
	.about = "Reads files of any kind (the first key says which) with "
	    "all that they refer to, and reports what is wrong with them: "
	    "form, keys, values, references, and what would keep them from "
	    "being played. At most 20 faults a file are shown.\n\nOf a "
	    "strategy it says how small a machine would do the same, which "
	    "others are the same machine, which states are never reached, and "
	    "whether two of it find back after a slip.\n\n"
	    "The exit status is 3 if any file has a fault.",
	.examples = "detente check my-treaty.yaml\n"
	    "detente check --print my-lab/scenario.yaml\tthe merged file\n"
	    "detente check --format json *.yaml\tfor an editor",
	.options = options,
	.at_once = true,
	.run = run,
};
