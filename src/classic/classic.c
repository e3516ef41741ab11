/* classic: see classic.h. */
#include "classic/classic.h"

#include <string.h>

#include "base/faults.h"
#include "base/number.h"

const struct dt_classic *const dt_classic_all[] = {
	&dt_classic_bargaining,
	&dt_classic_bottleneck,
	&dt_classic_collective_risk,
	&dt_classic_concession_curves,
	&dt_classic_concession_war,
	&dt_classic_detection_delay,
	&dt_classic_diffusion,
	&dt_classic_dilemma,
	&dt_classic_dresher,
	&dt_classic_drift,
	&dt_classic_dsair,
	&dt_classic_enforcement,
	&dt_classic_fines,
	&dt_classic_growth_risk,
	&dt_classic_hazard,
	&dt_classic_graph_donation,
	&dt_classic_inspection_channels,
	&dt_classic_inspection_errors,
	&dt_classic_inspection_rules,
	&dt_classic_inspection_sampling,
	&dt_classic_inspection_tests,
	&dt_classic_lead_game,
	&dt_classic_leads,
	&dt_classic_legislature,
	&dt_classic_leniency,
	&dt_classic_memory_one,
	&dt_classic_memoryless_race,
	&dt_classic_modesty,
	&dt_classic_oversight,
	&dt_classic_commons,
	&dt_classic_participation,
	&dt_classic_penal_code,
	&dt_classic_pledges,
	&dt_classic_power,
	&dt_classic_precipice,
	&dt_classic_private_costs,
	&dt_classic_public_signal,
	&dt_classic_ratification,
	&dt_classic_ratification_spatial,
	&dt_classic_research_speed,
	&dt_classic_shares,
	&dt_classic_reciprocity,
	&dt_classic_sincerity,
	&dt_classic_solutions,
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
read_value(const struct dt_classic_parameter *parameters, size_t i,
    const char *text, double *values, struct dt_error *err)
{
	return parameters[i].list != NULL ?
	    dt_classic_list_read(parameters, i, text, values, err) :
	    dt_classic_read_number(&parameters[i], text, &values[i], err);
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
			return read_value(model->parameters, i, equals + 1,
			    values, err);
	return unknown_key(model, key, err);
}

enum dt_status
dt_classic_read(const struct dt_classic *model, const char *const *settings,
    double *values, struct dt_error *err)
{
	const struct dt_classic_parameter *p = model->parameters;
	enum dt_status status = DT_OK;
	for (size_t i = 0; p[i].name != NULL && status == DT_OK; i++) {
		values[i] = p[i].standard;
		if (p[i].list != NULL)
			status = dt_classic_list_read(p, i, p[i].list, values,
			    err);
	}
	for (size_t i = 0; settings != NULL && settings[i] != NULL &&
	    status == DT_OK; i++)
		status = set(model, settings[i], values, err);
	return status;
}

static void
add_list(const struct dt_classic_parameter *parameters, const double *values,
    size_t i, struct dt_solution_table *t, struct dt_text *config)
{
	struct dt_text list = { 0 };
	dt_classic_list_print(parameters, values, i, &list);
	dt_solution_text(t, dt_text_string(&list));
	dt_text_add(config, "%s: [%s]\n", parameters[i].name,
	    dt_text_string(&list));
	config->failed |= list.failed;
	dt_text_free(&list);
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
		if (p->list != NULL)
			add_list(model->parameters, values, i, t, &config);
		else {
			dt_solution_number(t, values[i]);
			dt_text_add(&config, "%s: %s\n", p->name,
			    dt_number_print(values[i], number));
		}
		dt_solution_text(t, p->meaning);
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
