/* classic: see classic.h. */
#include "classic/classic.h"

#include <math.h>
#include <string.h>

#include "base/faults.h"
#include "base/number.h"

const struct dt_classic *const dt_classic_all[] = {
	&dt_classic_dilemma,
	&dt_classic_dresher,
	&dt_classic_drift,
	&dt_classic_dsair,
	&dt_classic_inspection_errors,
	&dt_classic_inspection_sampling,
	&dt_classic_inspection_tests,
	&dt_classic_memory_one,
	&dt_classic_commons,
	&dt_classic_precipice,
	&dt_classic_public_signal,
	&dt_classic_sincerity,
	&dt_classic_takeoff,
	&dt_classic_zero_determinant,
	NULL
};

enum dt_status
dt_classic_find(const char *name, const struct dt_classic **model,
    struct dt_error *err)
{
	enum { MOST = sizeof(dt_classic_all) / sizeof(dt_classic_all[0]) };
	const char *names[MOST] = { 0 };
	for (size_t i = 0; dt_classic_all[i] != NULL; i++) {
		names[i] = dt_classic_all[i]->name;
		*model = dt_classic_all[i];
		if (strcmp(name, names[i]) == 0)
			return DT_OK;
	}
	const char *near = dt_faults_nearest(name, names);
	return near != NULL ? dt_status_fail(err, DT_EUSAGE, "there is no "
	    "model '%s'; did you mean '%s'?", name, near) :
	    dt_status_fail(err, DT_EUSAGE, "there is no model '%s'; 'detente "
	    "list models' has them", name);
}

static enum dt_status
unknown_key(const struct dt_classic *model, const char *key,
    struct dt_error *err)
{
	const char *names[DT_CLASSIC_PARAMETERS_MOST + 1] = { 0 };
	struct dt_text all = { 0 };
	for (size_t i = 0; model->parameters[i].name != NULL; i++) {
		names[i] = model->parameters[i].name;
		dt_text_add(&all, "%s%s", i > 0 ? ", " : "", names[i]);
	}
	const char *near = strlen(key) > 1 ?
	    dt_faults_nearest(key, names) : NULL;
	enum dt_status status = near != NULL ?
	    dt_status_fail(err, DT_EUSAGE, "%s has no parameter '%s'; did you "
	    "mean '%s'?", model->name, key, near) :
	    dt_status_fail(err, DT_EUSAGE, "%s has no parameter '%s'; it has "
	    "%s", model->name, key, dt_text_string(&all));
	dt_text_free(&all);
	return status;
}

static enum dt_status
no_number(const struct dt_classic_parameter *p, const char *text,
    struct dt_error *err)
{
	char meant[DT_NUMBER_SIZE];
	bool idea = dt_number_suggest(text, meant);
	return dt_status_fail(err, DT_EUSAGE, "%s (%s) must be a number, not "
	    "'%s'%s%s%s", p->name, p->meaning, text,
	    idea ? "; did you mean " : "", idea ? meant : "",
	    idea ? "?" : "");
}

static enum dt_status
read_value(const struct dt_classic_parameter *p, const char *text,
    double *value, struct dt_error *err)
{
	char least[DT_NUMBER_SIZE], most[DT_NUMBER_SIZE];
	double x;
	if (!dt_number_read(text, &x))
		return no_number(p, text, err);
	if (p->whole && x != floor(x))
		return dt_status_fail(err, DT_EUSAGE, "%s (%s) must be a "
		    "whole number, not %s", p->name, p->meaning, text);
	if (!(x >= p->least && x <= p->most))
		return dt_status_fail(err, DT_EUSAGE, "%s (%s) must be from "
		    "%s to %s, not %s", p->name, p->meaning,
		    dt_number_print(p->least, least),
		    dt_number_print(p->most, most), text);
	*value = x;
	return DT_OK;
}

static enum dt_status
set(const struct dt_classic *model, const char *setting, double *values,
    struct dt_error *err)
{
	const char *equals = strchr(setting, '=');
	char key[64];
	size_t n = equals != NULL ? (size_t)(equals - setting) : 0;
	if (equals == NULL || n == 0 || n >= sizeof(key))
		return dt_status_fail(err, DT_EUSAGE, "--set needs "
		    "KEY=VALUE, not '%s'", setting);
	memcpy(key, setting, n);
	key[n] = '\0';
	for (size_t i = 0; model->parameters[i].name != NULL; i++)
		if (strcmp(model->parameters[i].name, key) == 0)
			return read_value(&model->parameters[i], equals + 1,
			    &values[i], err);
	return unknown_key(model, key, err);
}

enum dt_status
dt_classic_read(const struct dt_classic *model, const char *const *settings,
    double *values, struct dt_error *err)
{
	for (size_t i = 0; model->parameters[i].name != NULL; i++)
		values[i] = model->parameters[i].standard;
	enum dt_status status = DT_OK;
	for (size_t i = 0; settings != NULL && settings[i] != NULL &&
	    status == DT_OK; i++)
		status = set(model, settings[i], values, err);
	return status;
}

/* The parameters as a table and as the configuration that is kept. */
static void
add_parameters(const struct dt_classic *model, const double *values,
    struct dt_solution *s)
{
	struct dt_solution_table *t =
	    dt_solution_table(s, "parameters", "Parameters (--set)");
	struct dt_text config = { 0 };
	char number[DT_NUMBER_SIZE];
	dt_solution_column(t, "name", NULL, "");
	dt_solution_column(t, "value", NULL, "");
	dt_solution_column(t, "meaning", NULL, "");
	dt_text_add(&config, "model: %s\n", model->name);
	for (size_t i = 0; model->parameters[i].name != NULL; i++) {
		const struct dt_classic_parameter *p = &model->parameters[i];
		dt_solution_text(t, p->name);
		dt_solution_number(t, values[i]);
		dt_solution_text(t, p->meaning);
		dt_text_add(&config, "%s: %s\n", p->name,
		    dt_number_print(values[i], number));
	}
	s->config = dt_arena_copy(s->arena, dt_text_string(&config));
	s->failed |= config.failed || s->config == NULL;
	dt_text_free(&config);
}

enum dt_status
dt_classic_answer(const struct dt_classic *model, const double *values,
    struct dt_arena *arena, struct dt_solution *solution,
    struct dt_error *err)
{
	dt_solution_start(solution, arena, "model", model->name);
	solution->method = "closed form";
	dt_solution_say(solution, "%s (%s)", model->title, model->source);
	enum dt_status status = model->answer(values, solution, err);
	if (status != DT_OK) {
		dt_solution_free(solution);
		return status;
	}
	add_parameters(model, values, solution);
	return DT_OK;
}
