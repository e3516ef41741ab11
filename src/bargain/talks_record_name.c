/* talks_record_name: what talks are called, and by which key: of all that they
 * hang on; see talks_record.h. */
#include "bargain/talks_record.h"

#include <string.h>

#include "base/random.h"
#include "store/store_scan.h"

const char dt_talks_record_engine[] = DT_STORE_TALKS;

static const char *
config_of(const struct dt_talks_setting *s, struct dt_arena *arena)
{
	struct dt_text text = { 0 };
	dt_schema_print(&dt_menu_schema, s->menu, 0, &text);
	for (size_t x = 0; x < s->stakes->m; x++)
		dt_text_add(&text, "# text %s\n", s->stakes->texts[x]
		    .experiment.config_sha256);
	const char *copy = text.failed ? NULL : dt_arena_copy(arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

static const char *
hash_of(const char *text, struct dt_arena *arena)
{
	unsigned char digest[DT_HASH_BYTES];
	char *hex = dt_arena_new(arena, 1, DT_HASH_HEX);
	if (text == NULL || hex == NULL)
		return NULL;
	dt_hash_of(text, strlen(text), digest);
	return dt_hash_hex(digest, hex);
}

/* All at the table may sign: parties of talks. */
static bool
seat_parties(const struct dt_talks_setting *s, struct dt_arena *arena,
    struct dt_terms *terms)
{
	int64_t *joins = dt_arena_new(arena, s->stakes->n, sizeof(*joins));
	for (size_t i = 0; joins != NULL && i < s->stakes->n; i++)
		joins[i] = dt_move_has(s->table, i);
	terms->joins = joins;
	return joins != NULL;
}

enum dt_status
dt_talks_record_experiment(const struct dt_talks_setting *s, int64_t runs,
    struct dt_arena *arena, struct dt_experiment *e, struct dt_error *err)
{
	*e = s->stakes->texts[0].experiment;
	e->seed = s->seed;
	e->runs = runs;
	e->model_version = DT_MODEL_VERSION;
	e->config = config_of(s, arena);
	e->config_sha256 = hash_of(e->config, arena);
	e->key = e->config_sha256 == NULL ? NULL : hash_of(dt_arena_print(
	    arena, "detente talks v1\nconfig %s\nseed %llu\nmodel %d\nworth "
	    "%d runs, %.0f agent-rounds\n", e->config_sha256,
	    (unsigned long long)e->seed, e->model_version, DT_STAKES_RUNS,
	    DT_STAKES_WORK), arena);
	return e->key != NULL && seat_parties(s, arena, &e->model.terms) ?
	    DT_OK : dt_status_no_memory(err);
}

struct dt_store_experiment
dt_talks_record_row(const struct dt_talks_setting *s,
    const struct dt_experiment *e)
{
	const struct dt_menu *menu = s->menu;
	return (struct dt_store_experiment){
		.key = e->key, .scenario = e->scenario->name,
		.title = menu->title[0] != '\0' ? menu->title : menu->name,
		.treaty = menu->name, .payoffs = e->scenario->payoffs.name,
		.config = e->config, .config_sha256 = e->config_sha256,
		.seed = e->seed, .generator = DT_RANDOM_NAME,
		.engine = dt_talks_record_engine, .detail = "rounds",
		.model_version = e->model_version, .runs = e->runs,
	};
}

void
dt_talks_record_agents(const struct dt_talks_setting *s,
    const struct dt_experiment *e, struct dt_store_agent *agents)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	for (size_t i = 0; i < e->model.n; i++) {
		const struct dt_negotiator *who =
		    &s->parties[i].own.negotiator;
		agents[i] = (struct dt_store_agent){
			.name = seats[i].origin.name,
			.title = seats[i].title[0] != '\0' ? seats[i].title :
			    seats[i].origin.name,
			.kind = dt_scenario_kind_words[seats[i].kind],
			.host = seats[i].host, .strategy = who->name,
			.status = dt_strategy_status_words[who->status],
			.weight = seats[i].weight,
			.signs = dt_move_has(s->table, i),
		};
	}
}
