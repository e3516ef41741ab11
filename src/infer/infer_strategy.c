/* infer_strategy: strategies by name, compiled for play that was recorded. */
#include "infer/infer_internal.h"

/* Nothing is known of the terms under which it was played. */
static enum dt_status
check_terms(const struct dt_strategy *text, struct dt_error *err)
{
	const struct dt_strategy_state *states = text->states.items;
	for (size_t s = 0; s < text->states.n; s++) {
		const struct dt_strategy_rule *rules = states[s].next.items;
		for (size_t r = 0; r < states[s].next.n; r++)
			if (dt_view_looks_at_terms(rules[r].when))
				return dt_status_fail(err, DT_EUSAGE, "%s looks "
				    "at the treaty's terms or at the race, which "
				    "a record of play does not have: leave it out of the "
				    "set", text->name);
	}
	return DT_OK;
}

static enum dt_status
compile(const struct dt_infer_request *request, const char *name,
    size_t agents, struct dt_automaton *automaton, struct dt_error *err)
{
	const struct dt_catalogue *catalogue = request->catalogue;
	struct dt_view_constants constants = { .agents = agents };
	struct dt_node *root = NULL;
	struct dt_strategy *text = dt_arena_new(catalogue->arena, 1,
	    sizeof(*text));
	if (text == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_catalogue_named(catalogue, "strategy",
	    name, NULL, &root, request->faults, err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_strategy_schema,
		    catalogue->arena, root, text, request->faults, err);
	if (status == DT_OK)
		status = check_terms(text, err);
	return status ? status : dt_automaton_compile(text, &constants,
	    catalogue->arena, automaton, request->faults, err);
}

enum dt_status
dt_infer_compile(const struct dt_infer_request *request,
    const struct dt_infer_set *set, size_t agents,
    const struct dt_automaton *const **strategies, struct dt_error *err)
{
	struct dt_arena *arena = request->catalogue->arena;
	struct dt_automaton *all = dt_arena_new(arena, set->n, sizeof(*all));
	const struct dt_automaton **list = dt_arena_new(arena, set->n,
	    sizeof(*list));
	enum dt_status status = all == NULL || list == NULL ?
	    dt_status_no_memory(err) : DT_OK;
	for (size_t k = 0; k < set->n && status == DT_OK; k++) {
		status = compile(request, set->strategies[k], agents, &all[k],
		    err);
		list[k] = &all[k];
	}
	*strategies = list;
	return status;
}
