/* explore_work: see explore_work.h. */
#include "config.h"

#include "explore/explore_work.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ask/ask.h"
#include "ask/solution_again.h"

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
refuse_paths(struct dt_explore_work *w, const struct dt_node *node)
{
	if (node == NULL)
		return;
	if (node->kind == DT_NODE_SCALAR && is_path(node->text))
		dt_faults_add(&w->faults, node->at, "name a file that is "
		    "listed, or write it here", "paths are refused here");
	for (size_t i = 0; node->kind != DT_NODE_SCALAR && i < node->n; i++)
		refuse_paths(w, node->items[i]);
}

/* A text as a file in memory of this process alone. */
enum dt_status
dt_explore_work_text(struct dt_explore_work *w, const char *text)
{
	size_t size = strlen(text);
	int fd = memfd_create("treaty", MFD_CLOEXEC);
	if (fd < 0 || write(fd, text, size) != (ssize_t)size)
		return dt_status_fail(&w->err, DT_EIO, "no room for a file");
	w->treaty = dt_arena_print(&w->arena, "/proc/self/fd/%d", fd);
	return w->treaty != NULL ? DT_OK : dt_status_no_memory(&w->err);
}

static enum dt_status
take_text(struct dt_explore_work *w, const char *text)
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
	if (status == DT_OK)
		status = dt_explore_work_text(w, text);
	if (status != DT_OK)
		return status;
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

enum dt_status
dt_explore_work_prepare(struct dt_explore_work *w)
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

/* Words behind one another. */
struct words {
	const char *of[2 * DT_EXPLORE_SETS + 16];
	size_t n;
};

static void
add(struct words *w, const char *word)
{
	w->of[w->n++] = word;
}

/* An option and what the question says of it, if it does. */
static void
add_said(struct words *words, const struct dt_explore_work *w,
    const char *option, const char *key)
{
	const char *said = dt_explore_ask_text(w->ask, key);
	if (said == NULL)
		return;
	add(words, option);
	add(words, said);
}

static bool
asks(const struct dt_explore_work *w, const char *what)
{
	return strcmp(w->ask->what, what) == 0;
}

/* The words of the command that gives the same answer. */
static enum dt_status
read_words(struct dt_explore_work *w, struct dt_options *options)
{
	bool compare = asks(w, "compare");
	const struct dt_option *tables[] = { compare ?
	    dt_ask_compare_options : asks(w, "run") || asks(w, "band") ?
	    dt_ask_play_options : dt_ask_options, NULL };
	struct words words = { .n = 0 };
	for (size_t i = 0; w->sets[i] != NULL; i++) {
		add(&words, "--set");
		add(&words, w->sets[i]);
	}
	if (w->treaty != NULL) {
		add(&words, compare ? "--treaties" : "--treaty");
		add(&words, w->treaty);
	}
	if (asks(w, "map")) {
		add_said(&words, w, "--vary", "x");
		add_said(&words, w, "--vary", "y");
	} else if (asks(w, "thresholds")) {
		add(&words, "--thresholds");
	} else if (asks(w, "tornado")) {
		add(&words, "--tornado");
		add_said(&words, w, "--prior", "prior");
	} else if (asks(w, "run") || asks(w, "band")) {
		add_said(&words, w, "--seed", "seed");
		add_said(&words, w, asks(w, "run") ? "--run" : "--runs",
		    asks(w, "run") ? "run" : "runs");
	}
	add(&words, w->scenario);
	words.of[words.n] = NULL;
	return dt_option_read(&w->arena, tables, (int)words.n, words.of,
	    options, &w->err);
}

enum dt_status
dt_explore_work_experiment(struct dt_explore_work *w, const char *treaty, struct dt_experiment *made)
{
	struct dt_experiment_request request = { .scenario = w->scenario,
	    .treaty = treaty, .sets = w->sets, .rounds = -1, .seed = 1 };
	return dt_experiment_make(&w->catalogue, &request, made, &w->faults,
	    &w->err);
}

enum dt_status
dt_explore_work_tree_of(struct dt_explore_work *w, const char *config,
    struct dt_node **root)
{
	struct dt_source *source = dt_arena_new(&w->arena, 1, sizeof(*source));
	if (source == NULL)
		return dt_status_no_memory(&w->err);
	*source = (struct dt_source){ "scenario", config, strlen(config) };
	return dt_node_read(&w->arena, source, root, &w->faults, &w->err);
}

enum dt_status
dt_explore_work_tree(struct dt_explore_work *w, struct dt_node **root)
{
	struct dt_experiment made;
	enum dt_status status = dt_explore_work_experiment(w, w->treaty, &made);
	return status != DT_OK ? status :
	    dt_explore_work_tree_of(w, made.config, root);
}

/* The answer, as the command gives it. */
enum dt_status
dt_explore_work_find(struct dt_explore_work *w, struct dt_text *svg, struct dt_solution *solution)
{
	struct dt_options options = { 0 };
	struct dt_ask ask = { .catalogue = &w->catalogue, .options = &options,
	    .faults = &w->faults, .picture = svg, .grown = w->grown,
	    .context = w, .kept = w->ask->kept,
	    .kept_bytes = w->ask->kept_bytes };
	enum dt_status status = read_words(w, &options);
	if (status != DT_OK)
		return status;
	ask.subject = options.operands[0];
	return dt_ask(&ask, asks(w, "compare") ? "compare" :
	    asks(w, "run") || asks(w, "band") ? "play" :
	    dt_ask_which(&ask)->name, solution, &w->err);
}

/* What is more than a word is quoted. */
static void
add_word(struct dt_text *text, const char *word)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-_./=:,+";
	bool is_plain = word[0] != '\0' && word[strspn(word, plain)] == '\0';
	dt_text_add(text, is_plain ? "%s" : "'%s'", word);
}

const char *
dt_explore_work_command(struct dt_explore_work *w, const char *verb)
{
	struct dt_text text = { 0 };
	const char *treaty = dt_explore_ask_text(w->ask, "text") != NULL ?
	    DT_SOLUTION_AGAIN_FILE : w->treaty;
	dt_text_add(&text, "detente %s ", verb);
	add_word(&text, w->scenario);
	if (treaty != NULL) {
		dt_text_add(&text, " --treaty ");
		add_word(&text, treaty);
	}
	for (size_t i = 0; w->sets[i] != NULL; i++)
		dt_text_add(&text, " --set %s", w->sets[i]);
	const char *copy = text.failed ? NULL : dt_arena_copy(&w->arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}
