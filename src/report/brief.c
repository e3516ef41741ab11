/* brief: see brief.h. */
#include "report/brief_internal.h"

#include <string.h>

#include "play/play.h"
#include "verdict/keeping.h"

enum { ANSWER_MOST = 330 };

static enum dt_status
play(const struct dt_experiment *made, struct dt_summary *summary,
    struct dt_error *err)
{
	struct dt_play *p = NULL;
	struct dt_experiment experiment = *made;
	const struct dt_play_run *run = NULL;
	struct dt_play_request request = { .runs = DT_BRIEF_RUNS,
		.threads = 1 };
	experiment.runs = DT_BRIEF_RUNS;
	summary->n = experiment.model.n;
	enum dt_status status = dt_play_new(&p, &experiment, &request, err);
	while (status == DT_OK && (status = dt_play_next(p, &run, err)) ==
	    DT_OK && run != NULL)
		dt_summary_add(summary, run->tally);
	if (p != NULL)
		dt_play_free(p);
	return status;
}

/* The verdict's first sentence; of a game that ends, also what it would be
 * without a known end. */
static void
take_verdict(struct dt_brief *b, const struct dt_solution *verdict)
{
	const char *says = dt_text_string(&verdict->says);
	size_t first = strcspn(says, "\n");
	const char *second = says + first + (says[first] == '\n');
	bool endless = strncmp(second, "Were the end", 12) == 0;
	dt_brief_add(b, &b->answer, ANSWER_MOST, "%.*s", (int)first, says);
	if (endless) {
		size_t n = strcspn(second, "\n");
		const char *third = second + n + (second[n] == '\n');
		dt_brief_add(b, &b->answer, ANSWER_MOST, "%.*s %.*s", (int)n,
		    second, (int)strcspn(third, "\n"), third);
	}
	b->kept = !verdict->no;
}

static enum dt_status
judge(struct dt_brief *b, struct dt_error *err)
{
	const struct dt_brief_request *r = b->request;
	struct dt_solution verdict;
	struct dt_keeping_request request = { .thresholds = true,
		.dials = r->thresholds,
		.play = { .threads = r->threads > 0 ? r->threads : 1,
		    .seed = 1 } };
	if (!r->experiment->model.terms.exists) {
		dt_brief_add(b, &b->answer, ANSWER_MOST, "There is no treaty: "
		    "nothing has to be kept.");
		return DT_OK;
	}
	enum dt_status status = dt_keeping_solve(b->arena, r->experiment,
	    &request, &verdict, err);
	if (status != DT_OK)
		return status;
	take_verdict(b, &verdict);
	dt_brief_break(b, &verdict);
	b->failed |= verdict.failed;
	dt_solution_free(&verdict);
	return DT_OK;
}

static void
add_lines(struct dt_brief *b)
{
	for (size_t k = 0; k < DT_BRIEF_LINES && b->request->lines[k] != NULL &&
	    b->answer.n < DT_BRIEF_LINES; k++)
		dt_brief_add(b, &b->answer, ANSWER_MOST, "%s",
		    b->request->lines[k]);
}

static enum dt_status
fill(struct dt_brief *b, struct dt_error *err)
{
	const struct dt_brief_request *r = b->request;
	struct dt_summary *summary = dt_arena_new(b->arena, 2,
	    sizeof(*summary)), *without = &summary[1];
	if (summary == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = r->experiment == NULL ? DT_OK : judge(b, err);
	if (status == DT_OK && r->played != NULL)
		*summary = *r->played;
	else if (status == DT_OK && r->experiment != NULL)
		status = play(r->experiment, summary, err);
	if (status == DT_OK && r->without != NULL)
		status = play(r->without, without, err);
	if (status != DT_OK)
		return status;
	add_lines(b);
	if (r->experiment == NULL || summary->runs == 0)
		return DT_OK;
	dt_brief_came_to(b, summary);
	dt_brief_cost(b, summary, r->without != NULL ? without : NULL);
	dt_brief_assumed(b);
	return DT_OK;
}

enum dt_status
dt_brief(const struct dt_brief_request *request, struct dt_arena *arena,
    struct dt_text *page, struct dt_error *err)
{
	struct dt_brief b = { .request = request, .arena = arena,
		.title = request->title };
	dt_solution_start(&b.tables, arena, "brief", "");
	if (b.title == NULL && request->experiment != NULL) {
		const struct dt_scenario *s = request->experiment->scenario;
		b.title = dt_arena_print(arena, "%s under %s", s->title[0] ?
		    s->title : s->name, s->treaty.name);
	}
	b.title = b.title != NULL ? b.title : "";
	enum dt_status status = fill(&b, err);
	if (status == DT_OK)
		dt_brief_html(&b, page);
	b.failed |= b.tables.failed || page->failed;
	dt_solution_free(&b.tables);
	return status == DT_OK && b.failed ? dt_status_no_memory(err) : status;
}
