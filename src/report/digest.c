/* digest: see digest.h. */
#include "report/digest_class.h"

#include <inttypes.h>
#include <string.h>

enum { WHOLE_MOST = 12 };       /* experiments that are told of one by one */

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash != NULL ? slash + 1 : path;
}

static enum dt_status
add_experiments(struct dt_digest *d, bool alone)
{
	int64_t ids[WHOLE_MOST];
	struct dt_digest_ids list = { .most = WHOLE_MOST, .ids = ids };
	int64_t one = d->request->experiment;
	if (one > 0)
		return dt_digest_one(d, one, true);
	enum dt_status status = dt_digest_list(d, "experiment", &list);
	if (status == DT_OK && list.all > 1)
		status = dt_digest_overview(d);
	for (size_t i = 0; i < list.n && status == DT_OK; i++)
		status = dt_digest_one(d, ids[i], alone && list.all == 1);
	if (status == DT_OK && list.all > WHOLE_MOST)
		dt_paper_say(d->answer, "Told of one by one are the first %d "
		    "of %" PRId64 " experiments; --experiment N tells of any.",
		    WHOLE_MOST, list.all);
	return status;
}

/* What is in the file; whether one kind of it is all. */
struct holdings {
	int64_t experiments, sweeps, solutions;
};

static enum dt_status
count(struct dt_digest *d, struct holdings *h)
{
	struct dt_digest_ids none = { .most = 0 };
	enum dt_status status = dt_digest_list(d, "experiment", &none);
	h->experiments = none.all;
	if (status == DT_OK)
		status = dt_digest_list(d, "sweep", &none);
	h->sweeps = none.all;
	if (status == DT_OK)
		status = dt_digest_list(d, "solution", &none);
	h->solutions = none.all;
	return status;
}

static void
add_end(struct dt_digest *d)
{
	struct dt_paper_section *again = dt_paper_section(d->paper, "again",
	    "To run it again", 2);
	const char *commands = dt_arena_copy(d->arena,
	    dt_text_string(&d->again));
	d->paper->failed |= commands == NULL || d->again.failed;
	dt_paper_say(again, "The same seed gives the same figures, to the last "
	    "digit. The commands are as the file has them: read them before "
	    "you run them.");
	again->code_title = "Commands";
	again->code = commands != NULL && commands[0] != '\0' ? commands :
	    "(the file has none)";
	struct dt_paper_section *cite = dt_paper_section(d->paper, "cite",
	    "To cite it", 2);
	cite->code_title = "The program; give the seed and the command with a "
	    "figure";
	cite->code = d->request->cite;
}

/* Of people who played: before the experiments that their games are. */
static enum dt_status
add_class(struct dt_digest *d)
{
	const struct dt_debrief_request request = {
		.database = d->request->database,
		.catalogue = d->request->catalogue };
	bool there;
	enum dt_status status = dt_digest_class(d, &request, &there);
	return status == DT_OK && there ? dt_digest_letter(d) : status;
}

static enum dt_status
fill(struct dt_digest *d)
{
	struct holdings h = { 0 };
	enum dt_status status = count(d, &h);
	bool one = d->request->experiment > 0;
	int kinds = (h.experiments > 0) + (h.sweeps > 0) + (h.solutions > 0);
	if (status == DT_OK && kinds == 0)
		dt_digest_answer(d, "Nothing is in this file: no experiment, "
		    "no sweep and no solution.");
	struct dt_paper_section *vouch = dt_paper_section(d->paper,
	    "evidence", "Is it authentic?", 2);
	if (status == DT_OK)
		status = dt_digest_vouch(d, vouch);
	if (status == DT_OK && !one)
		status = add_class(d);
	if (status == DT_OK && (h.experiments > 0 || one))
		status = add_experiments(d, kinds == 1 || one);
	if (status == DT_OK && h.sweeps > 0 && !one)
		status = dt_digest_sweeps(d, kinds == 1);
	if (status == DT_OK && h.solutions > 0 && !one)
		status = dt_digest_solutions(d, kinds == 1);
	if (status == DT_OK)
		add_end(d);
	return status;
}

enum dt_status
dt_digest(const struct dt_digest_request *request, struct dt_arena *arena,
    struct dt_paper *paper, struct dt_error *err)
{
	struct dt_error own;
	struct dt_digest d = { .request = request, .arena = arena,
		.paper = paper, .err = err ? err : &own };
	dt_paper_start(paper, arena, "", "");
	paper->title = dt_digest_print(&d, "Report of %s",
	    base_name(request->database));
	paper->brief = dt_digest_print(&d, "What the database says, by "
	    "détente %s. Figures are rounded for people; the page keeps "
	    "every digit.", request->version);
	d.answer = dt_paper_section(paper, "answer", "The answer", 2);
	enum dt_status status = fill(&d);
	dt_text_free(&d.again);
	if (status == DT_OK && (paper->failed || paper->tables.failed))
		return dt_status_no_memory(d.err);
	return status;
}
