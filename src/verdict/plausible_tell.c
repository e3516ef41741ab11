/* plausible_tell: what becomes of a verdict, in sentences and tables; see
 * plausible.h. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "verdict/keeping.h"
#include "verdict/plausible_internal.h"
#include "verdict/sensitivity.h"

/* The three parts, then: kept and stayed in, and all three. */
enum { HOLDS = DT_COMPLY_PARTS, ALL, QUESTIONS };

static const char *const names[QUESTIONS] = {
	"kept", "credible", "stayed", "holds", "all"
};

/* Draws that are judged, up to a stop. */
static size_t
drawn(const struct dt_plausible *p)
{
	return p->done + 1 > p->first ? p->done + 1 - p->first : 0;
}

static bool
is(const struct dt_plausible_world *w, int question,
    enum dt_comply_answer answer)
{
	bool holds = w->whole == DT_COMPLY_YES || w->whole == DT_COMPLY_BUT;
	if (question < DT_COMPLY_PARTS)
		return w->part[question] == answer;
	if (answer == DT_COMPLY_YES)
		return question == HOLDS ? holds : w->whole == DT_COMPLY_YES;
	return answer == DT_COMPLY_PERHAPS && w->whole == DT_COMPLY_PERHAPS;
}

struct share {
	double yes, error, low, high, perhaps;
};

/* The standard error of a share, and Wilson's interval (1927), which is none
 * of a point where all worlds agree. */
static struct share
share_of(const struct dt_plausible *p, int question)
{
	const struct dt_plausible_world *w = &p->worlds[p->first];
	double n = (double)drawn(p), yes = 0, perhaps = 0;
	for (size_t k = 0; k < drawn(p); k++) {
		yes += is(&w[k], question, DT_COMPLY_YES);
		perhaps += is(&w[k], question, DT_COMPLY_PERHAPS);
	}
	double z = 1.959964, q = yes / n, wide = z * z / n;
	double half = z * sqrt(q * (1 - q) / n + wide / n / 4) / (1 + wide);
	double centre = (q + wide / 2) / (1 + wide);
	return (struct share){ .yes = q, .perhaps = perhaps / n,
		.error = n > 1 ? sqrt(q * (1 - q) / (n - 1)) : NAN,
		.low = dt_number_max(centre - half, 0),
		.high = dt_number_min(centre + half, 1) };
}

static void
add_shares(const struct dt_plausible *p, struct dt_solution *s)
{
	static const struct dt_solution_head columns[] = {
		{ "answer", NULL, "" }, { "yes", "yes in", "share" },
		{ "standard_error", "s.e.", "share" },
		{ "low95", "low 95 %", "share" }, { "high95", "high", "share" },
		{ "perhaps", "not shown in", "share" },
		{ "worlds", NULL, "worlds" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "shares", "In which "
	    "share of plausible worlds (holds: kept and stayed; all: credible "
	    "too)", columns);
	for (int q = 0; q < QUESTIONS; q++) {
		struct share share = share_of(p, q);
		dt_solution_text(t, names[q]);
		dt_solution_number(t, share.yes);
		dt_solution_number(t, share.error);
		dt_solution_number(t, share.low);
		dt_solution_number(t, share.high);
		dt_solution_number(t, share.perhaps);
		dt_solution_whole(t, (int64_t)drawn(p));
	}
}

struct causes {
	struct dt_sensitivity holds, slack;
};

/* NULL: memory is out. */
static struct causes *
find_causes(const struct dt_plausible *p)
{
	size_t n = drawn(p), m = p->n_unknowns;
	struct causes *causes = dt_arena_new(p->arena, m, sizeof(*causes));
	double *yes = dt_arena_new(p->arena, n + 1, sizeof(*yes));
	double *slack = dt_arena_new(p->arena, n + 1, sizeof(*slack));
	if (causes == NULL || yes == NULL || slack == NULL)
		return NULL;
	for (size_t k = 0; k < n; k++) {
		const struct dt_plausible_world *w = &p->worlds[p->first + k];
		yes[k] = is(w, HOLDS, DT_COMPLY_YES);
		slack[k] = w->slack;
	}
	for (size_t a = 0; a < m; a++) {
		causes[a].holds = dt_sensitivity_first(p->rank + a, m, yes, n,
		    p->request.seed);
		causes[a].slack = dt_sensitivity_first(p->rank + a, m, slack,
		    n, p->request.seed);
	}
	return causes;
}

static void
add_causes(const struct dt_plausible *p, const struct causes *causes,
    struct dt_solution *s)
{
	static const struct dt_solution_head columns[] = {
		{ "unknown", NULL, "" }, { "key", NULL, "" },
		{ "holds", "of whether it holds", "share" },
		{ "holds_standard_error", "s.e.", "share" },
		{ "slack", "of the slack", "share" },
		{ "slack_standard_error", "s.e.", "share" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "sensitivities",
	    "What each accounts for by itself of the variance (-: it does not vary)",
	    columns);
	for (size_t a = 0; a < p->n_unknowns; a++) {
		dt_solution_text(t, p->unknowns[a].origin.name);
		dt_solution_text(t, p->sweep.axes[a].keys[0]);
		dt_solution_number(t, causes[a].holds.share);
		dt_solution_number(t, causes[a].holds.error);
		dt_solution_number(t, causes[a].slack.share);
		dt_solution_number(t, causes[a].slack.error);
	}
}

static void
add_tornado(const struct dt_plausible *p, struct dt_solution *s)
{
	static const struct dt_solution_head columns[] = {
		{ "unknown", NULL, "" }, { "low", "at 5 %", "" },
		{ "low_slack", "slack", "payoff" },
		{ "low_holds", "holds", "" }, { "high", "at 95 %", "" },
		{ "high_slack", "slack", "payoff" },
		{ "high_holds", "holds", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "tornado", "With one at "
	    "an end of its range, the others at their medians", columns);
	for (size_t a = 0; a < p->n_unknowns; a++) {
		dt_solution_text(t, p->unknowns[a].origin.name);
		for (int end = 0; end < DT_PLAUSIBLE_ENDS; end++) {
			size_t world = dt_plausible_end(a, end);
			const struct dt_plausible_world *w =
			    &p->worlds[world];
			bool known = world <= p->done;
			dt_solution_number(t, dt_plausible_value(p, a,
			    world));
			dt_solution_number(t, known ? w->slack : NAN);
			dt_solution_text(t, known ?
			    dt_keeping_answers[w->whole] : NULL);
		}
	}
}

static void
add_worlds(const struct dt_plausible *p, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "worlds", NULL);
	t->hidden = true;
	dt_solution_column(t, "world", NULL, "");
	for (size_t a = 0; a < p->n_unknowns; a++)
		dt_solution_column(t, p->unknowns[a].origin.name, NULL, "");
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		dt_solution_column(t, names[k], NULL, "");
	dt_solution_column(t, "verdict", NULL, "");
	dt_solution_column(t, "slack", NULL, "payoff");
	dt_solution_column(t, "method", NULL, "");
	for (size_t k = 0; k < drawn(p); k++) {
		const struct dt_plausible_world *w = &p->worlds[p->first + k];
		dt_solution_whole(t, (int64_t)k + 1);
		for (size_t a = 0; a < p->n_unknowns; a++)
			dt_solution_number(t, dt_plausible_value(p, a,
			    p->first + k));
		for (int part = 0; part < DT_COMPLY_PARTS; part++)
			dt_solution_text(t, dt_keeping_answers[w->part[part]]);
		dt_solution_text(t, dt_keeping_answers[w->whole]);
		dt_solution_number(t, w->slack);
		dt_solution_text(t, w->method);
	}
}

/* The one that accounts for most. */
static void
say_most(const struct dt_plausible *p, const struct causes *causes,
    bool slack, struct dt_solution *s)
{
	size_t best = p->n_unknowns;
	for (size_t a = 0; a < p->n_unknowns; a++) {
		double share = slack ? causes[a].slack.share :
		    causes[a].holds.share;
		double most = best == p->n_unknowns ? 0 : slack ?
		    causes[best].slack.share : causes[best].holds.share;
		if (!isnan(share) && share > most)
			best = a;
	}
	const char *what = slack ? "how much the weakest loses" :
	    "whether it holds";
	if (best == p->n_unknowns) {
		dt_solution_say(s, "Of %s no figure alone accounts for any "
		    "part that could be shown.", what);
		return;
	}
	struct dt_sensitivity x = slack ? causes[best].slack :
	    causes[best].holds;
	dt_solution_say(s, "For %s, %s matters most: to know it would take "
	    "away %.0f %% of the variance (standard error %.0f %%).", what,
	    p->unknowns[best].origin.name, 100 * x.share, 100 * x.error);
}

static void
say_share(const struct dt_plausible *p, int question, const char *words,
    struct dt_solution *s)
{
	struct share share = share_of(p, question);
	dt_solution_say(s, "%s in %.3g %% (standard error %.2g %%)%s.", words,
	    100 * share.yes, 100 * share.error, share.perhaps > 0 ?
	    dt_arena_print(p->arena, ", not shown either way in %.3g %%",
	    100 * share.perhaps) : "");
}

static void
say(const struct dt_plausible *p, struct dt_solution *s)
{
	const char *head = dt_arena_print(p->arena, "In %zu plausible worlds, "
	    "%s under %s is kept and stayed in", drawn(p),
	    p->request.scenario, p->treaty);
	say_share(p, HOLDS, head ? head : "", s);
	say_share(p, DT_COMPLY_KEPT, "1. Kept while it binds", s);
	say_share(p, DT_COMPLY_CREDIBLE, "2. Threats carried out", s);
	say_share(p, DT_COMPLY_STAYED, "3. Entered and stayed in", s);
	if (p->endless)
		dt_solution_say(s, "All know when the scenario ends; the worlds "
		    "are judged without a known end, as long in the mean.");
	if (!p->exact)
		dt_solution_say(s, "Worlds were played, since %s. Where "
		    "play does not show a yes it says perhaps: shares of yes "
		    "are the least that there may be.", p->why);
	if (p->done + 1 < p->n)
		dt_solution_say(s, "Interrupted: %zu worlds were not come "
		    "to.", p->n - 1 - p->done);
}

enum dt_status
dt_plausible_tell(struct dt_plausible *p, struct dt_solution *s,
    struct dt_text *svg, struct dt_error *err)
{
	if (p->error.status != DT_OK) {
		*err = p->error;
		return err->status;
	}
	if (drawn(p) == 0)
		return dt_status_fail(err, DT_ESTOPPED, "interrupted");
	struct causes *causes = find_causes(p);
	if (causes == NULL)
		return dt_status_no_memory(err);
	dt_solution_start(s, p->arena, "prior", p->request.scenario);
	s->method = "worlds drawn from a prior";
	s->config = p->sweep.base_config;
	say(p, s);
	say_most(p, causes, false, s);
	say_most(p, causes, true, s);
	add_shares(p, s);
	add_causes(p, causes, s);
	add_tornado(p, s);
	add_worlds(p, s);
	if (svg != NULL)
		dt_plausible_draw(p, svg);
	return DT_OK;
}
