/*
 * comply_play_judge: what was drawn as cases and findings.
 */
#include "comply/comply_play_arm.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "comply/parts.h"
#include "engine/twins.h"

enum { SEEN_LEAST = 30, SURE_LEAST = 200 };

/* Of a round's value: what counts as no gain. */
#define ZERO 1e-9

/* Of several rounds; the first plan but gives notice. */
static bool
is_plan(const struct dt_comply_play_arm *a)
{
	return a->plan != NULL && a->plan != &dt_comply_play_plans[0];
}

static struct dt_comply_case
case_of(const struct dt_comply_play_arm *a,
    const struct dt_comply_play_cell *c, enum dt_comply_part part)
{
	double valued = dt_number_max(1, (double)a->valued);
	double norm = a->norm / valued;
	struct dt_comply_case one = { .part = part, .agent = a->agent,
	    .plan = is_plan(a) ? a->plan->words : NULL,
	    .departure = c->departure, .value = a->value / valued * norm,
	    .worth = c->mean, .best = c->mean, .shown = -INFINITY,
	    .gain = c->mean * norm, .seen = c->n, .error = c->error };
	one.departing = one.value + one.gain;
	if (a->class != NULL) {
		one.where = a->class->where;
		one.round = a->class->round;
	} else {
		one.where.phase = DT_PHASE_OPEN;
		one.where.expected = true;
	}
	return one;
}

/* Of one part: the surest gain, the largest mean, and what was left out. */
struct decision {
	const struct dt_comply_play_arm *sure_arm, *most_arm;
	const struct dt_comply_play_cell *sure, *most;
	double gains, most_gains;       /* surely, of `sure` and `most` */
	size_t cells, unjudged;
	int64_t samples;
};

static void
weigh(const struct dt_comply_play_arms *a, const struct dt_comply_play_arm *arm,
    const struct dt_comply_play_cell *c, struct decision *d)
{
	double t = dt_comply_play_look_quantile(a, c->n);
	double least = c->mean - t * c->error;
	double value = arm->value / dt_number_max(1, (double)arm->valued);
	bool gains = c->n >= SURE_LEAST && least > ZERO * fabs(value);
	d->cells++;
	d->samples += c->n;
	d->unjudged += c->n < DT_COMPLY_PLAY_DRAWN;
	if (c->n < DT_COMPLY_PLAY_DRAWN)
		return;
	if (d->most == NULL ||
	    c->mean - c->error > d->most->mean - d->most->error) {
		d->most = c;
		d->most_arm = arm;
		d->most_gains = gains ? least : -INFINITY;
	}
	if (gains && (d->sure == NULL || least > d->gains)) {
		d->sure = c;
		d->sure_arm = arm;
		d->gains = least;
	}
}

static struct decision
decide(const struct dt_comply_play_arms *a, enum dt_comply_part part,
    enum dt_comply_answer kept)
{
	struct decision d = { .most_gains = -INFINITY };
	for (size_t k = 0; k < a->n; k++)
		for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++) {
			const struct dt_comply_play_cell *c =
			    &a->all[k].cell[j];
			if (dt_comply_play_shown_counts(c, part, kept) &&
			    !a->all[k].split)
				weigh(a, &a->all[k], c, &d);
		}
	return d;
}

static void
say(struct dt_comply_finding *f, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void
say(struct dt_comply_finding *f, const char *format, ...)
{
	size_t at = strlen(f->why), size = sizeof(f->why);
	va_list list;
	if (at > 0 && at + 2 < size) {
		memcpy(f->why + at, "; ", 3);
		at += 2;
	}
	va_start(list, format);
	(void)vsnprintf(f->why + at, size - at, format, list);
	va_end(list);
}

/* The most strikes that a party may have: those of the last rung, which then
 * stand for more, or one less than what surely ends its being one. */
static int64_t
strikes_there_are(const struct dt_terms *t)
{
	int64_t most = dt_terms_last_rung(t);
	for (size_t k = 0; k < t->n_rungs; k++)
		if ((t->rungs[k].expel || t->rungs[k].end) &&
		    t->rungs[k].chance == UINT64_MAX &&
		    t->rungs[k].strikes <= most)
			most = t->rungs[k].strikes - 1;
	return most;
}

/* Whether a kind of states that the treaty's text has was come to. */
static bool
was_seen(const struct dt_comply_play_classes *c, enum dt_phase phase,
    bool notified)
{
	for (size_t k = 0; k < c->n; k++)
		if (c->all[k].where.phase == phase &&
		    c->all[k].where.notified >= notified)
			return true;
	return false;
}

/* Kinds of states that are in the text, and were not come to. */
static bool
tell_unseen(const struct dt_comply_play_classes *c,
    struct dt_comply_finding *f)
{
	const struct dt_terms *t = &c->game->model->terms;
	bool suspends = false, ends = false;
	for (size_t k = 0; k < t->n_rungs; k++) {
		bool may = t->rungs[k].chance > 0;
		suspends |= may && t->rungs[k].suspend > 0 &&
		    !t->rungs[k].end;
		ends |= may && t->rungs[k].end;
	}
	const struct {
		bool looked_for;
		enum dt_phase phase;
		bool notified;
		const char *words;
	} kinds[] = {
		{ true, DT_PHASE_IN_FORCE, false, "in which it is in force" },
		{ suspends, DT_PHASE_SUSPENDED, false, "of suspension" },
		{ ends, DT_PHASE_ENDED, false, "after its end" },
		{ t->may_withdraw, DT_PHASE_IN_FORCE, true, "after notice" },
	};
	size_t unseen = 0;
	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++)
		if (kinds[k].looked_for && !was_seen(c, kinds[k].phase,
		    kinds[k].notified) && ++unseen > 0)
			say(f, "no state %s was come to: none was judged",
			    kinds[k].words);
	if (strikes_there_are(t) > c->most_strikes && ++unseen > 0)
		say(f, "no state with more than %lld strikes was come to: "
		    "none was judged", (long long)c->most_strikes);
	if (c->level > DT_COMPLY_PLAY_FINE && ++unseen > 0)
		say(f, "kinds of states are so many that unlike ones were "
		    "judged as one");
	if (c->full && ++unseen > 0)
		say(f, "more kinds of states were come to than the %zu that "
		    "were judged", c->most);
	return unseen > 0;
}

/* States that were looked for and not found, and those found in vain. Whether
 * there are any. */
static bool
tell_unjudged(const struct dt_comply_play_arms *a, const struct decision *d,
    struct dt_comply_finding *f)
{
	double wanted = dt_number_max(a->slack_error, f->found ? a->share *
	    fabs(f->slack) : 0);
	bool rough = d->cells > 0 && !(f->error <= wanted);
	if (d->unjudged > 0)
		say(f, "the work limit left %zu of %zu departures not judged",
		    d->unjudged, d->cells);
	else if (a->focused && !rough)
		say(f, "the work limit left it open which of several is the "
		    "largest");
	else if (a->short_of_work && rough)
		say(f, "the work limit was reached before the error of %.2g "
		    "that was wanted", wanted);
	return tell_unseen(a->classes, f) || d->unjudged > 0;
}

static struct dt_comply_finding
find(const struct dt_comply_model *m, const struct dt_comply_play_arms *a,
    enum dt_comply_part part, enum dt_comply_answer kept)
{
	struct decision d = decide(a, part, kept);
	const char *why = NULL;
	bool shown = dt_comply_play_shown(m, a, part, kept, &why);
	/* The largest, if it is sure to gain, before the surest. */
	bool sure = d.sure != NULL && !(d.most_gains > 0);
	const struct dt_comply_play_cell *c = sure ? d.sure : d.most;
	const struct dt_comply_play_arm *arm = sure ? d.sure_arm : d.most_arm;
	struct dt_comply_finding f = { .answer = d.sure ? DT_COMPLY_NO :
	    DT_COMPLY_PERHAPS, .slack = INFINITY, .error = NAN,
	    .states = a->classes->n, .samples = d.samples,
	    .departures = d.cells, .found = c != NULL };
	if (d.sure == NULL && !shown)
		say(&f, "%s", why);
	if (c != NULL) {
		f.slack = -c->mean;
		f.error = c->error;
		f.binding = case_of(arm, c, part);
		f.binding.shown = sure ? d.gains : d.most_gains;
	}
	if (!tell_unjudged(a, &d, &f) && shown && d.sure == NULL)
		f.answer = DT_COMPLY_YES;
	return f;
}

/* What complying is worth at the start, a round; alike agents alike. */
static void
find_start(const struct dt_comply_model *m,
    const struct dt_comply_play_arms *a, struct dt_comply_verdict *v)
{
	uint64_t hosts = dt_twins_hosts(&m->model);
	const struct dt_comply_play_arm *of[DT_AGENTS_MOST] = { NULL };
	for (size_t k = 0; k < a->n && a->all[k].class == NULL; k++) {
		const struct dt_comply_play_arm *arm = &a->all[k];
		/* Arms of one agent have the same words. */
		if (of[arm->agent] == NULL ||
		    arm->valued > of[arm->agent]->valued)
			of[arm->agent] = arm;
	}
	for (size_t i = 0; i < m->model.n; i++) {
		size_t as = i;
		for (size_t j = 0; of[as] == NULL && j < i; j++)
			if (of[j] != NULL && dt_twins_alike(&m->model, hosts,
			    i, j))
				as = j;
		if (of[as] == NULL || of[as]->valued == 0)
			continue;
		double n = (double)of[as]->valued, norm = of[as]->norm / n;
		double mean = of[as]->value / n;
		v->start[i] = mean * norm;
		v->start_error[i] = n < 2 ? NAN : norm * sqrt(dt_number_max(
		    of[as]->squares / n - mean * mean, 0) / (n - 1));
	}
}

/* DT_COMPLY_PARTS: of none. */
static enum dt_comply_part
part_of(const struct dt_comply_play_cell *c)
{
	if ((c->parts & ((1u << DT_COMPLY_PARTS) - 1)) == 0)
		return DT_COMPLY_PARTS;
	return c->parts & 1u << DT_COMPLY_KEPT ? DT_COMPLY_KEPT :
	    c->parts & 1u << DT_COMPLY_CREDIBLE ? DT_COMPLY_CREDIBLE :
	    DT_COMPLY_STAYED;
}

static bool
find_cases(const struct dt_comply_play_arms *a, struct dt_comply_verdict *v)
{
	v->room = a->n_cells + 1;
	v->cases = dt_memory_new(v->room, sizeof(*v->cases));
	for (size_t k = 0; v->cases != NULL && k < a->n; k++) {
		const struct dt_comply_play_arm *arm = &a->all[k];
		for (int j = 0; !is_plan(arm) && j < DT_COMPLY_PLAY_CELLS; j++)
			if (arm->cell[j].asked && !arm->split &&
			    arm->cell[j].n >= SEEN_LEAST &&
			    part_of(&arm->cell[j]) != DT_COMPLY_PARTS)
				v->cases[v->n_cases++] = case_of(arm,
				    &arm->cell[j], part_of(&arm->cell[j]));
	}
	return v->cases != NULL;
}

static bool
is_finite(const struct dt_comply_play_arms *a,
    const struct dt_comply_verdict *v, size_t agents)
{
	for (size_t k = 0; k < a->n; k++) {
		const struct dt_comply_play_arm *arm = &a->all[k];
		for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++)
			if (arm->cell[j].n > 1 &&
			    (!isfinite(arm->cell[j].mean) ||
			    !isfinite(arm->cell[j].error)))
				return false;
		if (!isfinite(arm->value) || !isfinite(arm->norm))
			return false;
	}
	return dt_number_finite(v->start, agents);
}

enum dt_status
dt_comply_play_judge(const struct dt_comply_model *m,
    const struct dt_comply_play_arms *a, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	for (int part = 0; part < DT_COMPLY_PARTS; part++)
		v->part[part] = find(m, a, (enum dt_comply_part)part,
		    v->part[DT_COMPLY_KEPT].answer);
	if (!find_cases(a, v))
		return dt_status_no_memory(err);
	find_start(m, a, v);
	dt_parts_conclude(v);
	if (!dt_comply_model_enters(m))
		v->answer = v->part[DT_COMPLY_STAYED].answer =
		    DT_COMPLY_NEVER;
	return is_finite(a, v, m->model.n) ? DT_OK : dt_status_fail(err,
	    DT_EUSAGE, "what was played adds up to no finite payoffs; smaller "
	    "payoffs, or a smaller continuation, will do");
}
