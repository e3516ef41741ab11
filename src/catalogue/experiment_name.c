/* experiment_name: what an experiment is known by; see experiment.h. */
#include "catalogue/experiment.h"

#include <math.h>
#include <string.h>

#include "proof/hash.h"

/* Prints it without what is at home: that bears on talks alone; and where
 * asked, without its race. */
static bool
print_config(const struct dt_scenario *scenario, bool race,
    struct dt_arena *arena, struct dt_text *text)
{
	struct dt_scenario bare = *scenario;
	size_t n = scenario->agents.n;
	struct dt_scenario_agent *agents = dt_arena_new(arena, n,
	    sizeof(*agents));
	if (agents == NULL)
		return false;
	memcpy(agents, scenario->agents.items, n * sizeof(*agents));
	for (size_t i = 0; i < n; i++) {
		agents[i].domestic = (struct dt_list){ 0 };
		agents[i].threshold = agents[i].width = NAN;
		if (!race)
			agents[i].capability = agents[i].growth =
			    agents[i].misalignment = agents[i].disruption =
			    NAN;
	}
	if (!race)
		memset(&bare.race, 0, sizeof(bare.race));
	bare.agents.items = agents;
	dt_schema_print(&dt_scenario_schema, &bare, 0, text);
	return !text->failed;
}

/*
 * The resolved configuration ends before `runs`, which is the table's last
 * key: more runs of a configuration are the same experiment. NULL: no memory.
 */
static char *
resolve(const struct dt_scenario *scenario, bool race,
    struct dt_arena *arena, unsigned char digest[DT_HASH_BYTES])
{
	struct dt_text text = { 0 };
	char *config = !print_config(scenario, race, arena, &text) ? NULL :
	    dt_arena_copy(arena, dt_text_string(&text));
	dt_text_free(&text);
	if (config == NULL)
		return NULL;
	char *runs = strstr(config, "\nruns: ");
	if (runs != NULL)
		runs[1] = '\0';
	dt_hash_of(config, strlen(config), digest);
	return config;
}

/* Streams bear the name of the game without its race: what that changes is
 * seen beside the same moves, slips and signals, and one that changes nothing
 * is the plain game, to the bit. */
enum dt_status
dt_experiment_name_config(struct dt_arena *arena, struct dt_experiment *e,
    struct dt_error *err)
{
	struct dt_model *m = &e->model;
	unsigned char digest[DT_HASH_BYTES];
	char *hex = dt_arena_new(arena, 1, DT_HASH_HEX);
	e->config = resolve(e->scenario, true, arena, digest);
	if (e->config == NULL || hex == NULL)
		return dt_status_no_memory(err);
	e->config_sha256 = dt_hash_hex(digest, hex);
	if (m->race.exists && resolve(e->scenario, false, arena, digest) ==
	    NULL)
		return dt_status_no_memory(err);
	m->experiment = 0;
	for (int i = 0; i < 8; i++)
		m->experiment = m->experiment << 8 | digest[i];
	return DT_OK;
}

/* The reference has no line: it was there before there was another. */
enum dt_status
dt_experiment_name(struct dt_arena *arena, struct dt_experiment *e,
    struct dt_error *err)
{
	char *text = dt_arena_print(arena, "detente experiment v1\n"
	    "config %s\nseed %llu\nmodel %d\n%s", e->config_sha256,
	    (unsigned long long)e->seed, e->model_version,
	    e->engine == DT_ENGINE_LANES ? "engine lanes\n" : "");
	char *hex = dt_arena_new(arena, 1, DT_HASH_HEX);
	if (text == NULL || hex == NULL)
		return dt_status_no_memory(err);
	unsigned char digest[DT_HASH_BYTES];
	dt_hash_of(text, strlen(text), digest);
	e->key = dt_hash_hex(digest, hex);
	e->model.seed = e->seed;
	return DT_OK;
}
