/* dial_check: ends of stretches, judged afresh; see dial.h. */
#include "comply/dial_internal.h"

#include <math.h>

#include "base/number.h"

enum { JUDGED_MOST = 64 };

/* Fresh answers. */
struct judged {
	double x[JUDGED_MOST];
	enum dt_comply_answer answer[JUDGED_MOST][DT_DIAL_PARTS];
	size_t n;
};

static enum dt_status
judge(const struct dt_dial_search *s, double x,
    enum dt_comply_answer answer[DT_DIAL_PARTS])
{
	struct dt_parts_limits limits = *s->limits;
	const struct dt_comply_model *model;
	struct dt_comply_verdict v = { .answer = DT_COMPLY_PERHAPS };
	struct dt_error err;
	limits.path = true;
	enum dt_status status = s->dial->turn(s->dial->of, x, &model, &err);
	if (status == DT_OK)
		status = dt_parts_judge(model, &limits, &v, &err);
	answer[DT_DIAL_KEPT] = v.part[DT_COMPLY_KEPT].answer;
	answer[DT_DIAL_STAYED] = v.part[DT_COMPLY_STAYED].answer;
	answer[DT_DIAL_HOLDS] = v.answer;
	if (status != DT_OK)
		for (int k = 0; k < DT_DIAL_PARTS; k++)
			answer[k] = DT_COMPLY_PERHAPS;
	dt_comply_verdict_free(&v);
	return status == DT_ENOMEM ? status : DT_OK;
}

static bool
is_yes(enum dt_comply_answer answer)
{
	return answer == DT_COMPLY_YES || answer == DT_COMPLY_BUT;
}

static bool
is_no(enum dt_comply_answer answer)
{
	return answer == DT_COMPLY_NO || answer == DT_COMPLY_NEVER;
}

/* Whether a fresh answer there is the one that is wanted. */
static bool
is_shown(struct dt_dial_search *s, struct judged *all, double x,
    enum dt_dial_part part, bool yes)
{
	size_t k = 0;
	while (k < all->n && all->x[k] != x)
		k++;
	if (k == JUDGED_MOST)
		return false;
	if (k == all->n) {
		if (s->status == DT_OK)
			s->status = judge(s, x, all->answer[k]);
		all->x[all->n++] = x;
	}
	enum dt_comply_answer answer = all->answer[k][part];
	return s->status == DT_OK && (yes ? is_yes(answer) : is_no(answer));
}

/* An end, from which the stretch goes on for so much in a direction. */
static void
check_end(struct dt_dial_search *s, struct judged *all,
    struct dt_dial_end *end, double toward, double length,
    enum dt_dial_part part)
{
	const struct dt_dial *d = s->dial;
	double size = dt_number_max(fabs(end->at), 1e-3 * (d->to - d->from));
	if (end->edge) {
		bool good = is_shown(s, all, end->at, part, true);
		end->step = good ? 0 : NAN;
		return;
	}
	for (double share = 1e-6; share < 2e-3; share *= 10) {
		double step = d->whole ? 1 : share * size;
		double in = end->at + toward * (d->whole ? 0 :
		    dt_number_min(step, length / 2));
		double out = end->open ? end->at : end->at - toward * step;
		out = dt_number_min(dt_number_max(out, d->from), d->to);
		if (is_shown(s, all, in, part, true) &&
		    is_shown(s, all, out, part, false)) {
			end->step = step;
			return;
		}
		if (d->whole)
			return;
	}
}

enum dt_status
dt_dial_check(struct dt_dial_search *s, struct dt_dial_found *found)
{
	struct judged all = { .n = 0 };
	for (int part = 0; part < DT_DIAL_PARTS; part++) {
		struct dt_dial_stretches *of = &found->part[part];
		for (size_t k = 0; k < of->n; k++) {
			double length = of->high[k].at - of->low[k].at;
			check_end(s, &all, &of->low[k], 1, length,
			    (enum dt_dial_part)part);
			check_end(s, &all, &of->high[k], -1, length,
			    (enum dt_dial_part)part);
		}
	}
	return s->status;
}
