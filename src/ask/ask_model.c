/* ask_model: a model of the literature, in one place or over its parameters; see
 * classic/classic.h. */
#include <math.h>

#include "ask/ask_question.h"
#include "classic/classic_map.h"
#include "verdict/keeping_map.h"

static enum dt_status
read_axes(const struct dt_ask *ask, struct dt_classic_map *map,
    struct dt_error *err)
{
	const char *const *vary = dt_option_values(ask->options, "vary");
	struct dt_keeping_map_axis axis;
	enum dt_status status = DT_OK;
	for (; status == DT_OK && *vary != NULL; vary++) {
		if (map->axes == DT_CLASSIC_MAP_AXES)
			return dt_status_fail(err, DT_EUSAGE, "--vary can be "
			    "given twice at most");
		status = dt_keeping_map_read(ask->catalogue->arena, *vary,
		    &axis, err);
		if (status == DT_OK)
			map->axis[map->axes++] = (struct dt_classic_map_axis){
			    axis.key, axis.from, axis.to,
			    (size_t)axis.steps };
	}
	return status;
}

static enum dt_status
read_map(const struct dt_ask *ask, struct dt_classic_map *map,
    struct dt_error *err)
{
	*map = (struct dt_classic_map){ .arena = ask->catalogue->arena,
	    .sets = dt_option_values(ask->options, "set"),
	    .result = dt_ask_value(ask, "result"), .least = NAN, .most = NAN,
	    .go_on = ask->go_on, .context = ask->context };
	enum dt_status status = dt_classic_find(dt_ask_value(ask, "model"),
	    &map->model, err);
	if (status == DT_OK && map->result == NULL)
		return dt_status_fail(err, DT_EUSAGE, "--vary needs --result "
		    "NAME: which of the model's results it is about");
	if (status == DT_OK)
		status = dt_option_number(ask->options, "least", -1e300, 1e300,
		    &map->least, err);
	if (status == DT_OK)
		status = dt_option_number(ask->options, "most", -1e300, 1e300,
		    &map->most, err);
	return status != DT_OK ? status : read_axes(ask, map, err);
}

static enum dt_status
answer_map(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_classic_map map;
	enum dt_status status = read_map(ask, &map, err);
	if (status == DT_OK)
		status = dt_classic_map_fill(&map, err);
	if (status == DT_OK)
		status = dt_classic_map_tell(&map, solution, err);
	if (status != DT_OK || ask->picture == NULL)
		return status;
	dt_classic_map_draw(&map, ask->picture);
	if (!ask->picture->failed)
		return DT_OK;
	dt_solution_free(solution);
	return dt_status_no_memory(err);
}

enum dt_status
dt_ask_model(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	const char *name = dt_ask_value(ask, "model");
	const struct dt_classic *model;
	double values[DT_CLASSIC_VALUES];
	if (ask->subject != NULL)
		return dt_status_fail(err, DT_EUSAGE, "--model %s takes no "
		    "operand; its parameters are --set KEY=VALUE", name);
	if (dt_ask_value(ask, "vary") != NULL)
		return answer_map(ask, solution, err);
	if (ask->picture != NULL)
		return dt_ask_no_picture(err);
	enum dt_status status = dt_classic_find(name, &model, err);
	if (status == DT_OK)
		status = dt_classic_read(model,
		    dt_option_values(ask->options, "set"), values, err);
	return status != DT_OK ? status : dt_classic_answer(model, values,
	    ask->catalogue->arena, solution, err);
}
