/* models: see models.h. */
#include "cmd/models.h"

#include <string.h>

#include "base/number.h"
#include "cli/output.h"
#include "format/table.h"
#include "classic/classic.h"

static const char *
cell(const void *entries, size_t i, size_t field)
{
	const struct dt_classic *one =
	    ((const struct dt_classic *const *)entries)[i];
	return (const char *[]){ one->name, one->title, one->summary,
	    one->source }[field];
}

enum dt_status
dt_cmd_models_listing(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err)
{
	static const char *const fields[] = { "name", "title", "summary",
	    "source", NULL };
	*listing = (struct dt_listing){ .kind = "model",
	    .fields = fields, .shown = "023", .csv = "023",
	    .entries = dt_classic_all, .cell = cell,
	    .advice = "All about one: detente show model" };
	while (dt_classic_all[listing->n] != NULL)
		listing->n++;
	(void)call;
	(void)err;
	return DT_OK;
}

static enum dt_exit
show_json(const struct dt_command_call *call, const struct dt_classic *model)
{
	json_t *json = dt_json_new(), *list = json_array();
	const struct dt_classic_parameter *p = model->parameters;
	for (; p->name != NULL; p++) {
		json_t *one = json_object();
		dt_json_text(one, "name", p->name);
		dt_json_text(one, "meaning", p->meaning);
		if (p->list != NULL)
			dt_json_text(one, "standard", p->list);
		else
			dt_json_number(one, "standard", p->standard);
		dt_json_number(one, "least", p->least);
		dt_json_number(one, "most", p->most);
		json_object_set_new(one, "whole", json_boolean(p->whole));
		json_object_set_new(one, "list",
		    json_boolean(p->list != NULL));
		json_array_append_new(list, one);
	}
	dt_json_text(json, "kind", "model");
	dt_json_text(json, "name", model->name);
	dt_json_text(json, "title", model->title);
	dt_json_text(json, "summary", model->summary);
	dt_json_text(json, "source", model->source);
	json_object_set_new(json, "parameters", list);
	return dt_output_json(call, json);
}

static void
add_parameters(const struct dt_command_call *call,
    const struct dt_classic *model, struct dt_text *text)
{
	struct dt_table table = { .columns = 4, .indent = 2, .right = 2,
	    .most = call->columns,
	    .heads = (const char *[]){ "name", "standard", "range",
	    "meaning" } };
	char number[DT_NUMBER_SIZE], least[DT_NUMBER_SIZE];
	char range[2 * DT_NUMBER_SIZE + 8];
	const struct dt_classic_parameter *p = model->parameters;
	for (; p->name != NULL; p++) {
		dt_table_add(&table, p->name);
		snprintf(number, sizeof(number), "%.7g", p->standard);
		dt_table_add(&table, p->list != NULL ? p->list : number);
		snprintf(range, sizeof(range), "%s to %s",
		    dt_number_print(p->least, least),
		    dt_number_print(p->most, number));
		dt_table_add(&table, range);
		dt_table_add(&table, p->meaning);
	}
	dt_table_text(&table, text);
	dt_table_free(&table);
}

enum dt_exit
dt_cmd_models_show(struct dt_command_call *call, const char *name)
{
	const struct dt_classic *model;
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	if (dt_classic_find(name, &model, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (dt_command_format(call) == DT_FORMAT_JSON)
		return show_json(call, model);
	dt_text_add(&text, "%s (%s)\n", model->title, model->name);
	dt_text_wrap(&text, model->summary, 0, call->width);
	dt_text_add(&text, "\n\nParameters\n");
	add_parameters(call, model, &text);
	dt_text_add(&text, "\nsource  %s\n", model->source);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	if (exit == DT_EXIT_OK)
		dt_command_advise(call, "\nAnswer it: detente solve --model "
		    "%s --set %s=%g", model->name, model->parameters->name,
		    model->parameters->standard);
	return exit;
}
