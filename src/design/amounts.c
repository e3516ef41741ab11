/* amounts: see amounts.h. */
#include "design/slopes.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "linear/linear.h"

#define MISS 1e-9               /* of a constraint that counts as met */
#define MISS_MOST 1e-6          /* if all its slopes are known already */
#define TIE 1e-7                /* a unit of money, where it costs nothing */

enum { STEPS = 60, CORNERS = 64 };

struct finder {
	struct dt_trial *trial;
	struct dt_amounts *a;
	struct dt_error *err;
	size_t n;                       /* amounts */
	double fixed;
	struct dt_amounts_above above;
	double rate[DT_LEVER_MONEY];    /* cost of a unit of each, with ties */
	double burnt[DT_LEVER_MONEY];   /* of it, fines to nobody */
	struct dt_linear *program;
	enum dt_trial_row kind[DT_TRIAL_ROWS];  /* of the program's rows */
	double off;                     /* the most that was in doubt */
};

static double
worst_of(const struct dt_trial_value *v)
{
	double worst = v->enters ? -1e30 : 1e30;
	for (size_t r = 0; r < v->n; r++)
		worst = dt_number_max(worst, v->row[r]);
	return worst;
}

/* A row of the program: the constraint's affine piece there. */
static enum dt_status
add_row(struct finder *f, const struct dt_slopes *s, size_t r)
{
	size_t row = dt_linear_rows(f->program);
	double sum = -s->value.row[r];
	if (row == DT_TRIAL_ROWS || !dt_linear_more(f->program, 1, f->n))
		return dt_status_no_memory(f->err);
	for (size_t k = 0; k < f->n; k++) {
		double slope = fabs(s->slope[k][r]) < 1e-10 ? 0 :
		    s->slope[k][r];
		sum += slope * s->at[k];
		if (slope != 0)
			dt_linear_set(f->program, row, k, slope);
	}
	dt_linear_row(f->program, row, -INFINITY, sum);
	f->kind[row] = dt_trial_kind(f->trial, r);
	return DT_OK;
}

/* Those of them that these amounts miss; NULL: all. */
static enum dt_status
add_rows(struct finder *f, const struct dt_slopes *s, const double *missed_by)
{
	enum dt_status status = DT_OK;
	for (size_t r = 0; r < s->value.n && status == DT_OK; r++) {
		double there = s->value.row[r];
		for (size_t k = 0; k < f->n && missed_by != NULL; k++)
			there += s->slope[k][r] * (missed_by[k] - s->at[k]);
		if (s->value.row[r] > -1 && !s->bent[r] &&
		    (missed_by == NULL || there > MISS / 2))
			status = add_row(f, s, r);
	}
	return status;
}

/* Fines and deposits are paid by compliers to nobody; other money changes
 * hands, and a little is its price that of two treaties the one with less of
 * it is taken. */
static void
set_rates(struct finder *f, const struct dt_slopes *s)
{
	const struct dt_trial_request *asked = dt_trial_asked(f->trial);
	for (size_t k = 0; k < f->n; k++) {
		const struct dt_lever *l = &asked->levers->money[k];
		bool fine = l->kind == DT_LEVER_FINE;
		if (fine || l->kind == DT_LEVER_BOND)
			f->burnt[k] = dt_number_max(0, -s->start[k]);
		if (f->burnt[k] < 1e-9)
			f->burnt[k] = 0;
		f->rate[k] = TIE + asked->costs->fines * f->burnt[k];
		if (l->kind == DT_LEVER_BOND)
			f->rate[k] += asked->costs->bonds;
		if (asked->price != NULL)
			f->rate[k] = TIE + asked->price[k];
		dt_linear_gain(f->program, k, -f->rate[k]);
		dt_linear_column(f->program, k, 0, l->cap);
	}
}

/* What amounts cost, without what breaks ties. */
static double
cost_of(const struct finder *f, const double *money)
{
	double cost = f->fixed;
	for (size_t k = 0; k < f->n; k++)
		cost += (f->rate[k] - TIE) * money[k];
	return cost;
}

static enum dt_status
unsettled(const struct finder *f)
{
	return dt_status_fail(f->err, DT_EUSAGE, "its money is not settled: "
	    "the constraints bend where they are met");
}

static void
find_prices(struct finder *f)
{
	double most = 0;
	for (size_t r = 0; r < dt_linear_rows(f->program); r++) {
		double price = fabs(dt_linear_price(f->program, r));
		if (price > most) {
			most = price;
			f->a->binding = f->kind[r];
		}
	}
	f->a->price = most;
}

static void
note_missed(struct finder *f, const struct dt_trial_value *v)
{
	f->off = dt_number_max(f->off, v->off);
	for (size_t r = 0; r < v->n; r++)
		if (v->row[r] > MISS)
			f->a->missed[dt_trial_kind(f->trial, r)] = true;
}

/* Rows that the program's amounts do not meet, from steps of several sizes:
 * near where plans change over small ones, where values are not so sure larger
 * ones. Where there are none, what is missed is what solving leaves. */
static enum dt_status
learn(struct finder *f, double worst, bool *settled)
{
	static const struct dt_slopes_sight sights[] = { { 1e-4, 1e-4, .37 },
	    { 1e-6, 1e-6, .37 }, { 1e-2, 1e-3, .37 }, { 1e-5, 1e-6, 1.9 },
	    { .1, 1e-3, 3.1 }, { .1, 1e-3, .17 }, { 1e-4, 1e-5, 7.3 } };
	enum { SIGHTS = sizeof(sights) / sizeof(sights[0]) };
	size_t before = dt_linear_rows(f->program);
	enum dt_status status = DT_OK;
	for (int k = worst > 1e-3 ? 0 : 1; k < SIGHTS && status == DT_OK;
	    k++) {
		struct dt_slopes s;
		status = dt_slopes_find(f->trial, f->n, f->a->exact,
		    &sights[k], &s, f->err);
		if (status == DT_OK)
			status = add_rows(f, &s, f->a->exact);
		if (dt_linear_rows(f->program) > before)
			return status;
	}
	if (status == DT_OK && worst <= MISS_MOST) {
		*settled = true;
		return DT_OK;
	}
	return status ? status : unsettled(f);
}

/* Whether what the program asks for at the least betters nothing. */
static bool
is_dear(const struct finder *f)
{
	double sum = 0, more = f->a->bound - f->above.cost;
	for (size_t k = 0; k < f->n; k++)
		sum += f->a->exact[k];
	return more > 1e-12 || (more > -1e-9 && sum > 0 &&
	    sum >= f->above.money);
}

/* One step: the program's amounts, and what they miss. *on: go on. */
static enum dt_status
go_on(struct finder *f, int step, bool *on)
{
	struct dt_trial_value v;
	enum dt_linear_end end = dt_linear_solve(f->program);
	*on = false;
	f->a->stopped = dt_stop_is(dt_trial_asked(f->trial)->stop);
	if (f->a->stopped || end == DT_LINEAR_INFEASIBLE)
		return DT_OK;
	if (end != DT_LINEAR_SOLVED)
		return dt_linear_fail(end, "money", f->err);
	for (size_t k = 0; k < f->n; k++)
		f->a->exact[k] = dt_linear_value(f->program, k);
	f->a->bound = cost_of(f, f->a->exact);
	f->a->pruned = is_dear(f);
	if (f->a->pruned)
		return DT_OK;
	enum dt_status status = dt_trial_at(f->trial, f->a->exact, &v, f->err);
	if (status != DT_OK)
		return status;
	double worst = worst_of(&v);
	bool settled = worst <= MISS || (worst <= 1e-7 && step > STEPS / 2);
	if (!settled) {
		note_missed(f, &v);
		status = learn(f, worst, &settled);
	}
	bool wider = false;
	if (status == DT_OK && settled)
		status = dt_trial_widen(f->trial, f->a->exact, &wider, f->err);
	if (status == DT_OK && settled && !wider) {
		f->a->feasible = true;
		find_prices(f);
	}
	*on = !settled || wider;
	return status;
}

/* The steps next to the program's amounts: the first that holds of those that
 * cost least. Corner bit k: the k-th amount is rounded down. */
static enum dt_status
round_money(struct finder *f)
{
	const struct dt_levers *levers = dt_trial_asked(f->trial)->levers;
	size_t corners = f->n < 6 ? (size_t)1 << f->n : CORNERS;
	f->a->cost = INFINITY;
	for (size_t c = 0; c < corners; c++) {
		double money[DT_LEVER_MONEY] = { 0 };
		bool within = true;
		struct dt_trial_value v;
		for (size_t k = 0; k < f->n; k++) {
			double steps = f->a->exact[k] / DT_AMOUNTS_STEP;
			/* + 0.0: what is rounded up to nothing is no -0 */
			money[k] = (c >> k & 1 ? floor(steps + 1e-7) :
			    ceil(steps - 1e-7)) / (1 / DT_AMOUNTS_STEP) + 0.0;
			within = within && money[k] <= levers->money[k].cap +
			    1e-12;
		}
		double cost = cost_of(f, money);
		if (!within || cost >= f->a->cost)
			continue;
		enum dt_status status = dt_trial_at(f->trial, money, &v,
		    f->err);
		if (status != DT_OK)
			return status;
		bool wider = false;
		if (worst_of(&v) <= 0)
			status = dt_trial_widen(f->trial, money, &wider,
			    f->err);
		if (status != DT_OK)
			return status;
		if (worst_of(&v) > 0 || wider)
			continue;
		f->a->rounded = true;
		f->a->cost = cost;
		memcpy(f->a->money, money, sizeof(money));
	}
	for (size_t k = 0; k < f->n; k++)
		f->a->waste += f->burnt[k] * f->a->money[k];
	return DT_OK;
}

/* What does not hold only since strikes are not all counted is not shown to
 * fail. */
static enum dt_status
doubt(const struct finder *f)
{
	return f->off > 0 ? dt_status_fail(f->err, DT_EUSAGE, "strikes that "
	    "are not counted leave it open") : DT_OK;
}

/* No money: it holds or it does not. */
static enum dt_status
judge_as_is(struct finder *f)
{
	const double nothing[DT_LEVER_MONEY] = { 0 };
	struct dt_trial_value v;
	enum dt_status status = dt_trial_at(f->trial, nothing, &v, f->err);
	bool wider = false;
	if (status == DT_OK && worst_of(&v) <= 0)
		status = dt_trial_widen(f->trial, nothing, &wider, f->err);
	if (status == DT_OK && wider)
		status = dt_trial_at(f->trial, nothing, &v, f->err);
	if (status != DT_OK)
		return status;
	f->a->feasible = f->a->rounded = worst_of(&v) <= 0;
	note_missed(f, &v);
	f->a->bound = f->fixed;
	f->a->cost = f->a->feasible ? f->fixed : INFINITY;
	return f->a->feasible ? DT_OK : doubt(f);
}

static enum dt_status
search(struct finder *f)
{
	const double nothing[DT_LEVER_MONEY] = { 0 };
	const struct dt_slopes_sight first = { 1e-4, 1e-5, .37 };
	struct dt_slopes s;
	enum dt_status status = dt_slopes_find(f->trial, f->n, nothing, &first,
	    &s, f->err);
	bool on = status == DT_OK && s.value.enters;
	/* Its first row is free, as it needs one. */
	f->program = dt_linear_new(1, f->n, 1);
	if (f->program == NULL)
		return dt_status_no_memory(f->err);
	if (on) {
		set_rates(f, &s);
		note_missed(f, &s.value);
		status = add_rows(f, &s, NULL);
	}
	for (int k = 0; k < STEPS && on && status == DT_OK; k++)
		status = go_on(f, k, &on);
	if (status == DT_OK && on)
		status = unsettled(f);
	if (status == DT_OK && f->a->feasible)
		status = round_money(f);
	else if (status == DT_OK && !f->a->pruned && !f->a->stopped)
		status = doubt(f);
	dt_linear_free(f->program);
	return status;
}

enum dt_status
dt_amounts_find(struct dt_trial *trial, double fixed,
    struct dt_amounts_above above, struct dt_amounts *a,
    struct dt_error *err)
{
	const struct dt_trial_request *asked = dt_trial_asked(trial);
	struct finder f = { .trial = trial, .a = a, .err = err,
	    .n = asked->levers->n_money, .above = above };
	*a = (struct dt_amounts){ .cost = INFINITY, .bound = fixed };
	enum dt_status status = dt_trial_lost(trial, &a->lost, err);
	f.fixed = asked->price != NULL ? 0 : fixed +
	    asked->costs->suspensions * a->lost;
	if (status != DT_OK)
		return status;
	a->pruned = f.fixed > above.cost + 1e-12;
	if (a->pruned)
		return DT_OK;
	return f.n == 0 ? judge_as_is(&f) : search(&f);
}
