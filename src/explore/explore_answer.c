/* explore_answer: see explore_answer.h. */
#include "config.h"

#include "explore/explore_answer.h"

#include <string.h>

#include "explore/explore_answer_pin.h"
#include "explore/explore_dials.h"
#include "explore/explore_job.h"
#include "format/json.h"
#include "format/solution_json.h"
#include "report/brief.h"
#include "version.h"

enum { BEHIND_VERDICT = 10 };   /* as nice(1) has it */

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
say(const struct dt_explore_work *w, enum dt_status status, struct dt_text *text)
{
	json_t *json = w->answer;
	if (status != DT_OK) {
		const struct dt_fault *first = w->faults.n == 0 ? NULL :
		    &w->faults.list[0];
		json = dt_json_new();
		dt_json_text(json, "error", first != NULL ? first->message :
		    w->err.message);
		dt_json_text(json, "do", w->todo != NULL ? w->todo :
		    w->faults.n > 0 ?
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

/* The design as a tree and its treaty as a text: the same in each part of an
 * answer, which says what it was worked out from. */
static enum dt_status
find_design(struct dt_explore_work *w, const char *config)
{
	struct dt_text yaml = { 0 };
	if (w->design != NULL)
		return DT_OK;
	struct dt_node *root = NULL;
	enum dt_status status = dt_explore_work_tree_of(w, config, &root);
	if (status != DT_OK)
		return status;
	if (dt_node_get(root, "treaty") != NULL)
		dt_node_print(dt_node_get(root, "treaty"), 0, &yaml);
	w->yaml = dt_arena_copy(&w->arena, dt_text_string(&yaml));
	dt_text_free(&yaml);
	w->design = w->yaml == NULL ? NULL : root;
	return w->yaml == NULL ? dt_status_no_memory(&w->err) : DT_OK;
}

static enum dt_status
add_design(struct dt_explore_work *w, const struct dt_solution *solution)
{
	enum dt_status status = find_design(w, solution->config);
	if (status != DT_OK)
		return status;
	json_object_set_new(w->answer, "dials", dt_explore_dials(&w->arena,
	    w->design, dt_catalogue_kind_of("treaty")->schema, solution));
	dt_json_text(w->answer, "yaml", w->yaml);
	return DT_OK;
}

/* What stands so far is said as the answer will be. */
static void
grown(void *of, const struct dt_solution *so_far)
{
	struct dt_explore_work *w = of;
	struct dt_text text = { 0 };
	w->answer = dt_json_new();
	json_object_set_new(w->answer, "answer", dt_solution_json(so_far));
	if (add_design(w, so_far) == DT_OK && say(w, DT_OK, &text) == 200)
		dt_explore_job_part(&text);
	dt_text_free(&text);
	json_decref(w->answer);
	w->answer = NULL;
	/* The rest is not to keep the browser from drawing the verdict. */
	if (strcmp(so_far->question, "treaty") == 0)
		dt_explore_job_stand_back(BEHIND_VERDICT);
}

static enum dt_status
solve(struct dt_explore_work *w, bool map)
{
	struct dt_solution solution;
	struct dt_text svg = { 0 };
	if (map && (dt_explore_ask_text(w->ask, "x") == NULL ||
	    dt_explore_ask_text(w->ask, "y") == NULL))
		return dt_status_fail(&w->err, DT_EUSAGE,
		    "a map needs 'x' and 'y', as key=from:to:n");
	bool design = strcmp(w->ask->what, "verdict") == 0 ||
	    strcmp(w->ask->what, "thresholds") == 0;
	w->grown = design ? grown : NULL;
	enum dt_status status = dt_explore_work_find(w, map ? &svg : NULL, &solution);
	if (status != DT_OK)
		return status;
	w->answer = dt_json_new();
	json_object_set_new(w->answer, "answer", dt_solution_json(&solution));
	if (map)
		dt_json_text(w->answer, "svg", dt_text_string(&svg));
	status = design ? add_design(w, &solution) : DT_OK;
	dt_solution_free(&solution);
	return status;
}

static enum dt_status
brief(struct dt_explore_work *w)
{
	struct dt_experiment made, without;
	struct dt_text page = { 0 };
	struct dt_brief_request request = { .experiment = &made, .threads = 1,
	    .command = dt_explore_work_command(w, "report --brief"),
	    .version = DT_VERSION };
	enum dt_status status = dt_explore_work_experiment(w, w->treaty, &made);
	/* Keys of a treaty that are set may not go with none. */
	size_t faults = w->faults.n;
	if (status == DT_OK && made.model.terms.exists &&
	    dt_explore_work_experiment(w, "none", &without) == DT_OK)
		request.without = &without;
	if (status == DT_OK)
		w->faults.n = faults;
	if (status == DT_OK)
		status = dt_brief(&request, &w->arena, &page, &w->err);
	if (status == DT_OK) {
		w->answer = dt_json_new();
		dt_json_text(w->answer, "html", dt_text_string(&page));
	}
	dt_text_free(&page);
	return status;
}

/* A file in memory is called what the treaty is. */
static void
rename_treaty(const struct dt_explore_work *w, const char *name,
    struct dt_solution *s)
{
	struct dt_text says = { 0 };
	const char *from = dt_text_string(&s->says), *at;
	for (struct dt_solution_table *t = s->tables; t != NULL; t = t->next)
		for (size_t i = 0; i < t->n_cells; i++)
			if (t->cells[i].kind == DT_SOLUTION_TEXT &&
			    strcmp(t->cells[i].text, w->treaty) == 0)
				t->cells[i].text = name;
	for (; (at = strstr(from, w->treaty)) != NULL;
	    from = at + strlen(w->treaty))
		dt_text_add(&says, "%.*s%s", (int)(at - from), from, name);
	dt_text_add(&says, "%s", from);
	dt_text_free(&s->says);
	s->says = says;
}

/* What the one treaty of a design comes to. A scenario's own treaty has no
 * name that `compare` would find: it is taken by its text. */
static enum dt_status
compare(struct dt_explore_work *w)
{
	struct dt_solution solution;
	struct dt_node *root;
	struct dt_text yaml = { 0 };
	enum dt_status status = dt_explore_work_tree(w, &root);
	if (status != DT_OK)
		return status;
	const struct dt_node *treaty = dt_node_get(root, "treaty");
	const struct dt_node *name = dt_node_get(treaty, "treaty");
	if (w->treaty == NULL) {
		dt_node_print(treaty, 0, &yaml);
		status = dt_explore_work_text(w, dt_text_string(&yaml));
		dt_text_free(&yaml);
	}
	if (status == DT_OK)
		status = dt_explore_work_find(w, NULL, &solution);
	if (status != DT_OK)
		return status;
	if (strncmp(w->treaty, "/proc/", 6) == 0 && name != NULL &&
	    name->kind == DT_NODE_SCALAR)
		rename_treaty(w, name->text, &solution);
	w->answer = dt_json_new();
	json_object_set_new(w->answer, "answer", dt_solution_json(&solution));
	dt_solution_free(&solution);
	return DT_OK;
}

unsigned
dt_explore_answer(void *of, struct dt_text *answer)
{
	struct dt_explore_work w = { .ask = of };
	const char *what = w.ask->what;
	enum dt_status status = dt_explore_work_prepare(&w);
	if (status == DT_OK && strcmp(what, "brief") == 0)
		status = brief(&w);
	else if (status == DT_OK && strcmp(what, "check") == 0)
		w.answer = dt_json_new();
	else if (status == DT_OK && strcmp(what, "compare") == 0)
		status = compare(&w);
	else if (status == DT_OK && (strcmp(what, "pin") == 0 ||
	    dt_explore_ask_of_file(w.ask)))
		status = dt_explore_answer_pins(&w, what);
	else if (status == DT_OK)
		status = solve(&w, strcmp(what, "map") == 0);
	unsigned http = say(&w, status, answer);
	json_decref(w.answer);
	dt_arena_free(&w.arena);
	return http;
}
