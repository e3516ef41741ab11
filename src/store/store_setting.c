/* store_setting: see store_setting.h. */
#include "store/store_setting.h"

#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>

#include "base/faults.h"
#include "base/node.h"
#include "base/text.h"

/* Units by the shape of a path. The schemas know them too, in rooms above this
 * one: tests/check_setting holds both together, both ways. */
static const struct {
	const char *shape, *unit;
} units[] = {
	{ "agents.*.joins", "round" },
	{ "agents.*.enforcement", "chance" },
	{ "agents.*.strategy.time_limit", "seconds" },
	/* never in a configuration: for whoever sets them */
	{ "agents.*.domestic.*.ideal", "share of pauses" },
	{ "agents.*.domestic.*.demands", "payoff a round over racing" },
	{ "agents.*.threshold", "share of their weight" },
	{ "agents.*.width", "share of their weight" },
	{ "payoffs.matrix.*", "payoff a round" },
	{ "payoffs.roles.*.*", "payoff a round" },
	{ "payoffs.pause", "payoff a round" },
	{ "payoffs.race", "payoff a round" },
	{ "payoffs.dsair.benefit", "payoff a round" },
	{ "payoffs.dsair.cost", "payoff a round" },
	{ "payoffs.dsair.prize", "payoff" },
	{ "payoffs.dsair.rounds", "rounds" },
	{ "payoffs.dsair.found_out", "chance" },
	{ "payoffs.dsair.disaster", "chance" },
	{ "treaty.obligation.grace", "rounds" },
	{ "treaty.entry.parties", "agents" },
	{ "treaty.entry.weight", "share" },
	{ "treaty.entry.delay", "rounds" },
	{ "treaty.monitoring.accusers", "parties" },
	{ "treaty.monitoring.common_mode", "chance" },
	{ "treaty.monitoring.*cost", "payoff a party and round" },
	{ "treaty.monitoring.*miss", "chance" },
	{ "treaty.monitoring.*false_alarm", "chance" },
	{ "treaty.monitoring.channels.*.sample.detect", "chance" },
	{ "treaty.monitoring.channels.*.measure.separation",
	    "standard deviations" },
	{ "treaty.monitoring.channels.*.tips.staff", "people" },
	{ "treaty.monitoring.channels.*.tips.chance", "chance" },
	{ "treaty.monitoring.channels.*.coverage", "chance" },
	{ "treaty.response.ladder.*.strikes", "strikes" },
	{ "treaty.response.ladder.*.chance", "chance" },
	{ "treaty.response.ladder.*.fine", "payoff" },
	{ "treaty.response.ladder.*.bond", "share" },
	{ "treaty.response.ladder.*.suspend", "rounds" },
	{ "treaty.response.forgive_after", "rounds" },
	{ "treaty.response.forgive_chance", "chance" },
	{ "treaty.bond", "payoff" },
	{ "treaty.transfers.*.amount", "payoff a round" },
	{ "treaty.tariff", "payoff a round" },
	{ "treaty.withdrawal.notice", "rounds" },
	{ "treaty.duration.rounds", "rounds" },
	{ "treaty.duration.renewal_rounds", "rounds" },
	{ "treaty.duration.renewal_chance", "chance" },
	{ "noise.slip", "chance" },
	{ "noise.*.miss", "chance" },
	{ "noise.*.false_alarm", "chance" },
	{ "agents.*.capability", "capability" },
	{ "agents.*.growth", "a year" },
	{ "race.years", "years" },
	{ "race.growth.rate", "a year" },
	{ "race.growth.ceiling", "capability" },
	{ "race.growth.pause_rate", "share" },
	{ "race.growth.bottleneck.share", "share" },
	{ "race.diffusion", "share a year" },
	{ "race.review", "capability" },
	{ "race.hazard", "a year" },
	{ "race.disaster.loss", "payoff" },
	{ "race.drift.share", "share" },
	{ "race.drift.generation", "times" },
	{ "race.disruption.adaptation", "capability a year" },
	{ "race.prize.monopoly", "share" },
	{ "race.weights.*", "payoff" },
	{ "treaty.obligation.from", "capability" },
	{ "treaty.obligation.cap", "capability" },
	{ "treaty.obligation.compute", "years" },
	{ "treaty.monitoring.oversight", "share" },
	{ "treaty.duration.review", "rounds" },
	{ "treaty.duration.least", "share" },
	{ "race.memoryless.win", "a year" },
	{ "race.memoryless.winner", "payoff" },
	{ "race.memoryless.loser", "payoff" },
	{ "race.memoryless.disaster", "a year" },
	{ "race.memoryless.loss", "payoff" },
	{ "race.memoryless.cost", "payoff a year" },
	{ "race.lead.steps", "steps" }, { "race.lead.start", "steps" },
	{ "race.lead.alone", "chance" }, { "race.lead.both", "chance" },
	{ "race.lead.disaster", "chance" }, { "race.lead.loss", "payoff" },
	{ "race.lead.cost", "payoff a round" },
	{ "race.lead.first", "payoff" }, { "race.lead.last", "payoff" },
	{ "enforcement", "chance" },
	{ "rounds", "rounds" },
	{ "continuation", "chance" },
	{ "runs", "runs" },
};

const char *
dt_store_setting_unit(const char *key)
{
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (fnmatch(units[i].shape, key, 0) == 0)
			return units[i].unit;
	return "";
}

/* Words for people: of no bearing on the play. */
bool
dt_store_setting_is_prose(const char *word)
{
	static const char *const words[] = { "title", "summary", "source",
		"status", "facts", "about", "text" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(word, words[i]) == 0)
			return true;
	return false;
}

struct walk {
	struct dt_arena *arena;
	struct dt_store_setting *list;
	size_t n, room;
	bool failed;            /* memory is out */
};

/* Lists of plain values are one setting, as --set takes them: [1, 2]. */
static bool
is_plain(const struct dt_node *node)
{
	for (size_t i = 0; node->kind != DT_NODE_SCALAR && i < node->n; i++)
		if (node->items[i] == NULL ||
		    node->items[i]->kind != DT_NODE_SCALAR)
			return false;
	return node->kind != DT_NODE_MAP;
}

static const char *
print(struct walk *w, const struct dt_node *node)
{
	const char *text = node->kind == DT_NODE_LIST ? "[" : node->text;
	for (size_t i = 0; node->kind == DT_NODE_LIST && i < node->n &&
	    text != NULL; i++)
		text = dt_arena_print(w->arena, "%s%s%s", text, i > 0 ? ", " :
		    "", node->items[i]->text);
	return node->kind == DT_NODE_LIST && text != NULL ?
	    dt_arena_print(w->arena, "%s]", text) : text;
}

static void
add(struct walk *w, const char *key, const struct dt_node *node)
{
	if (w->n == w->room) {
		struct dt_store_setting *list = dt_arena_grow(w->arena,
		    w->list, w->n, &w->room, sizeof(*list));
		w->failed |= list == NULL;
		if (list == NULL)
			return;
		w->list = list;
	}
	w->list[w->n] = (struct dt_store_setting){ .key = key,
		.value = print(w, node), .unit = dt_store_setting_unit(key) };
	w->failed |= w->list[w->n++].value == NULL;
}

static void walk_below(struct walk *w, const char *path, const char *word,
    const struct dt_node *node);

/* A strategy, payoffs or a treaty has its name under the word that it stands
 * under: the value of its path. */
static bool
is_own_name(const char *word, const char *above, const struct dt_node *node)
{
	return node->kind == DT_NODE_SCALAR && strcmp(word, above) == 0 &&
	    (strcmp(word, "strategy") == 0 || strcmp(word, "payoffs") == 0 ||
	    strcmp(word, "treaty") == 0);
}

/* What stands under a word, in what stands under `above`. */
static void
walk_item(struct walk *w, const char *path, const char *word,
    const char *above, const struct dt_node *node)
{
	const char *key = is_own_name(word, above, node) ? path :
	    *path == '\0' ? word :
	    dt_arena_print(w->arena, "%s.%s", path, word);
	w->failed |= key == NULL;
	if (w->failed || (dt_store_setting_is_prose(word) && is_plain(node)))
		return;
	if (is_plain(node))
		add(w, key, node);
	else
		walk_below(w, key, word, node);
}

static void
walk_below(struct walk *w, const char *path, const char *word,
    const struct dt_node *node)
{
	for (size_t i = 0; i < node->n && !w->failed; i++) {
		const char *next = node->kind == DT_NODE_MAP ?
		    node->keys[i]->text :
		    dt_arena_print(w->arena, "%zu", i + 1);
		w->failed |= next == NULL;
		if (!w->failed && node->items[i] != NULL)
			walk_item(w, path, next, word, node->items[i]);
	}
}

static int
compare(const void *a, const void *b)
{
	const struct dt_store_setting *x = a, *y = b;
	int by_key = strcmp(x->key, y->key);
	return by_key ? by_key : strcmp(x->value, y->value);
}

/* Names may hold dots, so two paths may read the same; the lesser value of
 * both is kept. */
static void
sort(struct walk *w)
{
	size_t kept = 0;
	if (w->n > 0)
		qsort(w->list, w->n, sizeof(*w->list), compare);
	for (size_t i = 0; i < w->n; i++)
		if (kept == 0 ||
		    strcmp(w->list[kept - 1].key, w->list[i].key) != 0)
			w->list[kept++] = w->list[i];
	w->n = kept;
}

enum dt_status
dt_store_settings(struct dt_arena *arena, const char *config,
    struct dt_store_setting **list, size_t *n, struct dt_error *err)
{
	struct dt_source source = { "config", config, strlen(config) };
	struct dt_faults faults = { .arena = arena };
	struct dt_node *root = NULL;
	struct walk w = { .arena = arena };
	enum dt_status status = dt_node_read(arena, &source, &root, &faults,
	    err);
	*list = NULL;
	*n = 0;
	if (status == DT_EINPUT)
		return DT_OK;
	if (status != DT_OK || dt_node_get(root, "scenario") == NULL)
		return status;
	walk_below(&w, "", "", root);
	if (w.failed)
		return dt_status_no_memory(err);
	sort(&w);
	*list = w.list;
	*n = w.n;
	return DT_OK;
}
