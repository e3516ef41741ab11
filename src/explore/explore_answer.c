/* explore_answer: see explore_answer.h. */
#include "config.h"

#include "explore/explore_answer.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ask/ask.h"
#include "explore/explore_dials.h"
#include "format/json.h"
#include "format/solution_json.h"
#include "report/brief.h"
#include "version.h"

/* A question at work. */
struct work {
	struct dt_explore_ask *ask;
	struct dt_arena arena;
	struct dt_catalogue catalogue;
	struct dt_faults faults;
	const char *scenario, *treaty;
	const char **sets;      /* "key=value", NULL-terminated */
	json_t *answer;
	struct dt_error err;
};

static json_t *
faults_json(const struct dt_faults *faults)
{
	json_t *list = json_array();
	for (size_t i = 0; i < faults->n; i++) {
		const struct dt_fault *f = &faults->list[i];
		json_t *one = json_object();
		json_object_set_new(one, "line",
		    json_integer((json_int_t)f->at.line));
		json_object_set_new(one, "column",
		    json_integer((json_int_t)f->at.column));
		dt_json_text(one, "message", f->message);
		dt_json_text(one, "help", f->help);
		json_array_append_new(list, one);
	}
	return list;
}

static unsigned
say(const struct work *w, enum dt_status status, struct dt_text *text)
{
	json_t *json = w->answer;
	if (status != DT_OK) {
		const struct dt_fault *first = w->faults.n == 0 ? NULL :
		    &w->faults.list[0];
		json = dt_json_new();
		dt_json_text(json, "error", first != NULL ? first->message :
		    w->err.message);
		dt_json_text(json, "do", w->faults.n > 0 ?
		    "Mend the text at these lines." : "Ask another way.");
		json_object_set_new(json, "faults", faults_json(&w->faults));
	}
	char *bytes = json_dumps(json, JSON_COMPACT);
	if (bytes == NULL)
		return 500;
	dt_text_add_n(text, bytes, strlen(bytes));
	dt_text_add_n(text, "\n", 1);
	return status == DT_OK ? 200 : status == DT_ENOMEM ? 503 : 422;
}

/* A name of another file, in a text that a page has sent: one word with a
 * slash, or that ends as files do. */
static bool
is_path(const char *word)
{
	static const char *const ends[] = { ".yaml", ".yml", ".nfg", ".csv" };
	size_t n = strlen(word);
	if (strpbrk(word, " \n") != NULL)
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (n >= strlen(ends[i]) &&
		    strcmp(word + n - strlen(ends[i]), ends[i]) == 0)
			return true;
	return strchr(word, '/') != NULL;
}

static void
refuse_paths(struct work *w, const struct dt_node *node)
{
	if (node == NULL)
		return;
	if (node->kind == DT_NODE_SCALAR && is_path(node->text))
		dt_faults_add(&w->faults, node->at, "name a file that is "
		    "listed, or write it here", "paths are refused here");
	for (size_t i = 0; node->kind != DT_NODE_SCALAR && i < node->n; i++)
		refuse_paths(w, node->items[i]);
}

/* The text of a treaty, as a file in memory of this process alone. */
static enum dt_status
take_text(struct work *w, const char *text)
{
	struct dt_source source = { .path = "treaty", .text = text,
	    .size = strlen(text) };
	struct dt_node *root;
	const struct dt_catalogue_kind *kind;
	enum dt_status status = dt_node_read(&w->arena, &source, &root,
	    &w->faults, &w->err);
	refuse_paths(w, root);
	if (status == DT_OK)
		status = dt_faults_status(&w->faults, &w->err);
	if (status != DT_OK)
		return status;
	int fd = memfd_create("treaty", MFD_CLOEXEC);
	if (fd < 0 || write(fd, text, source.size) != (ssize_t)source.size)
		return dt_status_fail(&w->err, DT_EIO, "no room for a file");
	w->treaty = dt_arena_print(&w->arena, "/proc/self/fd/%d", fd);
	if (w->treaty == NULL)
		return dt_status_no_memory(&w->err);
	status = dt_catalogue_check(&w->catalogue, w->treaty, NULL, &kind,
	    &w->faults, &w->err);
	if (status == DT_OK && strcmp(kind->word, "treaty") != 0)
		status = dt_status_fail(&w->err, DT_EINPUT,
		    "the text is no treaty: its first key is `%s`",
		    kind->word);
	if (status == DT_OK && w->faults.n > 0)
		status = dt_faults_status(&w->faults, &w->err);
	return status;
}

static enum dt_status
prepare(struct work *w)
{
	const json_t *sets = json_object_get(w->ask->json, "set");
	const char *text = dt_explore_ask_text(w->ask, "text"), *key;
	json_t *value;
	size_t n = 0;
	w->catalogue = *w->ask->catalogue;
	w->catalogue.arena = &w->arena;
	w->catalogue.index = NULL;
	w->faults.arena = &w->arena;
	w->scenario = dt_explore_ask_text(w->ask, "scenario");
	w->treaty = dt_explore_ask_text(w->ask, "treaty");
	w->sets = dt_arena_new(&w->arena, DT_EXPLORE_SETS + 1,
	    sizeof(*w->sets));
	if (w->sets == NULL)
		return dt_status_no_memory(&w->err);
	json_object_foreach((json_t *)(uintptr_t)sets, key, value)
		w->sets[n++] = dt_arena_print(&w->arena, "%s=%s", key,
		    json_string_value(value));
	return text == NULL ? DT_OK : take_text(w, text);
}

/* The words of the command that gives the same answer. */
static enum dt_status
read_words(struct work *w, bool map, struct dt_options *options)
{
	const struct dt_option *tables[] = { dt_ask_options, NULL };
	const char *words[2 * DT_EXPLORE_SETS + 12];
	size_t n = 0;
	for (size_t i = 0; w->sets[i] != NULL; i++) {
		words[n++] = "--set";
		words[n++] = w->sets[i];
	}
	if (w->treaty != NULL) {
		words[n++] = "--treaty";
		words[n++] = w->treaty;
	}
	if (map) {
		words[n++] = "--vary";
		words[n++] = dt_explore_ask_text(w->ask, "x");
		words[n++] = "--vary";
		words[n++] = dt_explore_ask_text(w->ask, "y");
	} else if (strcmp(w->ask->what, "thresholds") == 0) {
		words[n++] = "--thresholds";
	}
	words[n++] = w->scenario;
	words[n] = NULL;
	return dt_option_read(&w->arena, tables, (int)n, words, options,
	    &w->err);
}

static enum dt_status
experiment(struct work *w, const char *treaty, struct dt_experiment *made)
{
	struct dt_experiment_request request = { .scenario = w->scenario,
	    .treaty = treaty, .sets = w->sets, .rounds = -1, .seed = 1 };
	return dt_experiment_make(&w->catalogue, &request, made, &w->faults,
	    &w->err);
}

static enum dt_status
add_design(struct work *w, const struct dt_solution *solution)
{
	struct dt_experiment made;
	struct dt_node *root;
	struct dt_text yaml = { 0 };
	enum dt_status status = experiment(w, w->treaty, &made);
	if (status != DT_OK)
		return status;
	struct dt_source source = { .path = "scenario", .text = made.config,
	    .size = strlen(made.config) };
	status = dt_node_read(&w->arena, &source, &root, &w->faults, &w->err);
	if (status != DT_OK)
		return status;
	json_object_set_new(w->answer, "dials", dt_explore_dials(&w->arena,
	    root, dt_catalogue_kind_of("treaty")->schema, solution));
	if (dt_node_get(root, "treaty") != NULL)
		dt_node_print(dt_node_get(root, "treaty"), 0, &yaml);
	dt_json_text(w->answer, "yaml", dt_text_string(&yaml));
	dt_text_free(&yaml);
	return DT_OK;
}

static enum dt_status
solve(struct work *w, bool map)
{
	struct dt_options options = { 0 };
	struct dt_solution solution;
	struct dt_text svg = { 0 };
	struct dt_ask ask = { .catalogue = &w->catalogue, .options = &options,
	    .faults = &w->faults, .picture = map ? &svg : NULL };
	if (map && (dt_explore_ask_text(w->ask, "x") == NULL ||
	    dt_explore_ask_text(w->ask, "y") == NULL))
		return dt_status_fail(&w->err, DT_EUSAGE,
		    "a map needs 'x' and 'y', as key=from:to:n");
	enum dt_status status = read_words(w, map, &options);
	if (status != DT_OK)
		return status;
	ask.subject = options.operands[0];
	status = dt_ask(&ask, dt_ask_which(&ask)->name, &solution, &w->err);
	if (status != DT_OK)
		return status;
	w->answer = dt_json_new();
	json_object_set_new(w->answer, "answer", dt_solution_json(&solution));
	if (map)
		dt_json_text(w->answer, "svg", dt_text_string(&svg));
	status = map ? DT_OK : add_design(w, &solution);
	dt_solution_free(&solution);
	return status;
}

static enum dt_status
brief(struct work *w)
{
	struct dt_experiment made, without;
	struct dt_text page = { 0 };
	struct dt_brief_request request = { .experiment = &made, .threads = 1,
	    .command = "detente explore", .version = DT_VERSION };
	enum dt_status status = experiment(w, w->treaty, &made);
	if (status == DT_OK && w->sets[0] == NULL &&
	    experiment(w, "none", &without) == DT_OK)
		request.without = &without;
	if (status == DT_OK)
		status = dt_brief(&request, &w->arena, &page, &w->err);
	if (status == DT_OK) {
		w->answer = dt_json_new();
		dt_json_text(w->answer, "html", dt_text_string(&page));
	}
	dt_text_free(&page);
	return status;
}

unsigned
dt_explore_answer(void *of, struct dt_text *answer)
{
	struct work w = { .ask = of };
	const char *what = w.ask->what;
	enum dt_status status = prepare(&w);
	if (status == DT_OK && strcmp(what, "brief") == 0)
		status = brief(&w);
	else if (status == DT_OK && strcmp(what, "check") == 0)
		w.answer = dt_json_new();
	else if (status == DT_OK)
		status = solve(&w, strcmp(what, "map") == 0);
	unsigned http = say(&w, status, answer);
	json_decref(w.answer);
	dt_arena_free(&w.arena);
	return http;
}
