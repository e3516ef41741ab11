/* trial: a cell's constraints for any amounts; see trial.h. */
#include "design/trial.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "design/clause.h"

const char *const dt_trial_row_words[] = {
	"kept", "stayed", "credible", "worth", NULL
};

struct dt_trial {
	struct dt_trial_request asked;
	struct dt_arena arena;          /* of the cell */
	struct dt_treaty text;          /* with an amount of 1 everywhere */
	struct dt_comply_model model;   /* of that */
	struct dt_comply_model at[DT_CORNERS];  /* the same at each corner */
	struct dt_gain *gain[DT_CORNERS];       /* made when it is heeded */
	unsigned heeded;                /* bits; most cells fail as they are */
	bool steady;                    /* no finding loses rounds */
	double none[DT_CORNERS][DT_AGENTS_MOST];
	bool none_known;
};

struct dt_trial *
dt_trial_new(const struct dt_trial_request *request)
{
	struct dt_trial *t = dt_memory_new(1, sizeof(*t));
	if (t != NULL)
		t->asked = *request;
	return t;
}

static void
clear(struct dt_trial *t)
{
	for (size_t w = 0; w < DT_CORNERS; w++) {
		dt_gain_free(t->gain[w]);
		t->gain[w] = NULL;
	}
	dt_arena_free(&t->arena);
	t->arena = (struct dt_arena){ 0 };
	t->heeded = 1;
}

void
dt_trial_free(struct dt_trial *t)
{
	if (t != NULL)
		clear(t);
	dt_memory_free(t);
}

const struct dt_trial_request *
dt_trial_asked(const struct dt_trial *t)
{
	return &t->asked;
}

enum dt_trial_row
dt_trial_kind(const struct dt_trial *t, size_t row)
{
	size_t signers = dt_move_count(t->model.signers);
	size_t k = row % (DT_TRIAL_WORTH + signers);
	return k < DT_TRIAL_WORTH ? (enum dt_trial_row)k : DT_TRIAL_WORTH;
}

/* The cell at a corner with these amounts, in the arena of the cell; NULL: no
 * memory. */
static struct dt_comply_model *
dress(struct dt_trial *t, size_t corner, const double *money)
{
	const struct dt_levers *levers = t->asked.levers;
	const struct dt_terms *from = &t->model.model.terms;
	struct dt_comply_model *m = dt_arena_new(&t->arena, 1, sizeof(*m));
	struct dt_terms_rung *rungs = dt_arena_new(&t->arena,
	    from->n_rungs + 1, sizeof(*rungs));
	struct dt_terms_transfer *transfers = dt_arena_new(&t->arena,
	    from->n_transfers + 1, sizeof(*transfers));
	size_t pays = from->n_transfers;
	if (m == NULL || rungs == NULL || transfers == NULL)
		return NULL;
	if (from->n_rungs > 0)
		memcpy(rungs, from->rungs, from->n_rungs * sizeof(*rungs));
	if (pays > 0)
		memcpy(transfers, from->transfers, pays * sizeof(*transfers));
	*m = t->at[corner];
	m->rungs = rungs;
	m->model.terms.rungs = rungs;
	m->model.terms.transfers = transfers;
	for (size_t k = 0; k < levers->n_money; k++)
		pays -= levers->money[k].kind == DT_LEVER_PAYMENT;
	for (size_t k = 0; k < levers->n_money; k++) {
		const struct dt_lever *l = &levers->money[k];
		if (l->kind == DT_LEVER_FINE)
			rungs[l->part].fine = money[k];
		else if (l->kind == DT_LEVER_BOND)
			m->model.terms.bond = money[k];
		else if (l->kind == DT_LEVER_TARIFF)
			m->model.terms.tariff = money[k];
		else
			transfers[pays++].amount = money[k];
	}
	return m;
}

/* What agents have where the treaty never enters into force. */
static enum dt_status
find_none(struct dt_trial *t, size_t corner, struct dt_error *err)
{
	struct dt_comply_model m = t->at[corner];
	struct dt_gain *gain = dt_gain_new(&t->asked.limits);
	struct dt_gain_value value;
	if (gain == NULL)
		return dt_status_no_memory(err);
	m.model.terms.entry_parties = DT_AGENTS_MOST + 1;
	enum dt_status status = dt_gain_at(gain, &m, &value, err);
	if (status == DT_OK)
		memcpy(t->none[corner], value.start, sizeof(value.start));
	dt_gain_free(gain);
	return status;
}

/* Whether compliers lose no round of the pause by a finding. */
static bool
is_steady(const struct dt_treaty *text)
{
	const struct dt_treaty_rung *rungs = text->response.ladder.items;
	for (size_t k = 0; k < text->response.ladder.n; k++)
		if (rungs[k].suspend > 0 || rungs[k].expel || rungs[k].end)
			return false;
	return true;
}

enum dt_status
dt_trial_cell(struct dt_trial *t, const int64_t *choice,
    struct dt_error *err)
{
	double ones[DT_LEVER_MONEY];
	struct dt_draft draft = { t->asked.experiment, t->asked.levers,
	    choice, ones };
	for (size_t k = 0; k < DT_LEVER_MONEY; k++)
		ones[k] = 1;
	clear(t);
	enum dt_status status = dt_draft_text(&t->arena, &draft, &t->text, err);
	t->steady = status == DT_OK && is_steady(&t->text);
	if (status == DT_OK)
		status = dt_draft_model(&t->arena, t->asked.experiment, &t->text,
		    &t->model, err);
	for (size_t w = 0; w < t->asked.n_corners && status == DT_OK; w++) {
		t->at[w] = t->model;
		dt_corner_move(&t->at[w], &t->text.monitoring,
		    &t->asked.corner[w]);
		if (!t->none_known)
			status = find_none(t, w, err);
	}
	t->none_known = t->none_known || status == DT_OK;
	return status;
}

enum dt_status
dt_trial_bound(const struct dt_trial *t, struct dt_bound *bound,
    struct dt_error *err)
{
	return dt_bound_find(&t->at[0], &t->text, bound, err);
}

/* Threats are judged by the judge itself. */
static enum dt_status
find_threats(struct dt_trial *t, const struct dt_comply_model *m,
    double *gain, struct dt_error *err)
{
	struct dt_comply_verdict v;
	enum dt_status status = dt_parts_judge(m, &t->asked.limits, &v, err);
	double slack = v.part[DT_COMPLY_CREDIBLE].slack;
	*gain = status == DT_OK && slack < 1e30 ? -slack : -1e30;
	if (v.part[DT_COMPLY_CREDIBLE].answer == DT_COMPLY_YES && *gain > 0)
		*gain = 0;
	if (v.part[DT_COMPLY_CREDIBLE].answer == DT_COMPLY_PERHAPS)
		*gain = dt_number_max(*gain, 1e-6);
	dt_comply_verdict_free(&v);
	return status;
}

static enum dt_status
ask(struct dt_trial *t, size_t corner, const double *money,
    struct dt_trial_value *value, struct dt_error *err)
{
	struct dt_comply_model *m = dress(t, corner, money);
	struct dt_gain_value g;
	double *row = value->row + value->n;
	if (t->gain[corner] == NULL)
		t->gain[corner] = dt_gain_new(&t->asked.limits);
	if (m == NULL || t->gain[corner] == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_gain_at(t->gain[corner], m, &g, err);
	if (status != DT_OK)
		return status;
	double off = g.off > 1e-9 ? g.off : 0;
	value->off = dt_number_max(value->off, off);
	row[DT_TRIAL_KEPT] = g.kept + off;
	row[DT_TRIAL_STAYED] = g.stayed + off;
	row[DT_TRIAL_CREDIBLE] = -1e30;
	if (t->asked.threats)
		status = find_threats(t, m, &row[DT_TRIAL_CREDIBLE], err);
	row += DT_TRIAL_WORTH;
	double sum = 0;
	for (uint64_t set = m->signers; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		*row++ = t->none[corner][i] - g.start[i] - 1e-10;
		sum += g.start[i];
	}
	if (corner == 0)
		value->start = sum / (double)dt_move_count(m->signers);
	value->n = (size_t)(row - value->row);
	value->enters = value->enters && g.enters;
	return status;
}

/* A corner that is not heeded. */
static void
pass(const struct dt_trial *t, struct dt_trial_value *value)
{
	size_t n = DT_TRIAL_WORTH + dt_move_count(t->model.signers);
	for (size_t r = 0; r < n; r++)
		value->row[value->n++] = -1e30;
}

enum dt_status
dt_trial_at(struct dt_trial *t, const double *money,
    struct dt_trial_value *value, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	value->n = 0;
	value->enters = true;
	value->off = 0;
	for (size_t w = 0; w < t->asked.n_corners && status == DT_OK; w++)
		if (t->heeded >> w & 1)
			status = ask(t, w, money, value, err);
		else
			pass(t, value);
	return status;
}

/* Those where most errs come last, and are tried first. */
enum dt_status
dt_trial_widen(struct dt_trial *t, const double *money, bool *wider,
    struct dt_error *err)
{
	*wider = false;
	for (size_t w = t->asked.n_corners; w-- > 1;) {
		struct dt_trial_value v = { .enters = true };
		if (t->heeded >> w & 1)
			continue;
		enum dt_status status = ask(t, w, money, &v, err);
		for (size_t r = 0; r < v.n && status == DT_OK; r++)
			*wider = *wider || v.row[r] > 0;
		if (status != DT_OK || *wider) {
			t->heeded |= 1u << w;
			return status;
		}
	}
	return DT_OK;
}

double
dt_trial_fixed_cost(const struct dt_costs *costs,
    const struct dt_treaty *treaty)
{
	return costs->channels * dt_draft_channels_cost(treaty) +
	    costs->items * (double)dt_draft_items(treaty) +
	    costs->clauses * (double)dt_clause_count(treaty);
}

uint64_t
dt_trial_signers(const struct dt_trial *t)
{
	return t->model.signers;
}

enum dt_status
dt_trial_calm(struct dt_trial *t, double *start, struct dt_error *err)
{
	const double nothing[DT_LEVER_MONEY] = { 0 };
	struct dt_gain_value calm;
	struct dt_comply_model *m = dress(t, 0, nothing);
	struct dt_gain *gain = dt_gain_new(&t->asked.limits);
	if (m == NULL || gain == NULL) {
		dt_gain_free(gain);
		return dt_status_no_memory(err);
	}
	m->model.terms.n_rungs = 0;
	enum dt_status status = dt_gain_at(gain, m, &calm, err);
	if (status == DT_OK)
		memcpy(start, calm.start, sizeof(calm.start));
	dt_gain_free(gain);
	return status;
}

enum dt_status
dt_trial_lost(struct dt_trial *t, double *lost, struct dt_error *err)
{
	const double nothing[DT_LEVER_MONEY] = { 0 };
	struct dt_trial_value with;
	double calm[DT_AGENTS_MOST];
	*lost = 0;
	if (t->steady)
		return DT_OK;
	enum dt_status status = dt_trial_calm(t, calm, err);
	if (status == DT_OK)
		status = dt_trial_at(t, nothing, &with, err);
	if (status != DT_OK)
		return status;
	for (uint64_t set = t->model.signers; set != 0; set &= set - 1)
		*lost += calm[dt_move_first(set)] /
		    (double)dt_move_count(t->model.signers);
	*lost -= with.start;
	if (fabs(*lost) < 1e-9)         /* what solving leaves */
		*lost = 0;
	return DT_OK;
}
