/* classic_winset: two levels of negotiation on a line; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "pact/winset.h"

enum { A, B, QUO1, QUO2, NEED1, NEED2, GROUPS1, GROUPS2, WEIGHTS1, WEIGHTS2 };

static const struct dt_classic_parameter parameters[] = {
	{ "a", "ideal text of nation 1", 0, -1e6, 1e6, false },
	{ "b", "ideal text of nation 2", 1, -1e6, 1e6, false },
	{ "q1", "what comes to nation 1's groups without a text", 1, -1e6,
	    1e6, false },
	{ "q2", "the same for nation 2's", 1.1, -1e6, 1e6, false },
	{ "need1", "weight of nation 1's groups that must accept; 0: it "
	    "ratifies everything", 0, 0, 1e9, false },
	{ "need2", "the same for nation 2", 1, 0, 1e9, false },
	{ "m1", "ideals of nation 1's groups", 0, -1e6, 1e6, false, "0" },
	{ "m2", "ideals of nation 2's groups", 0, -1e6, 1e6, false, "0.9" },
	{ "w1", "their weights; one number: of each", 0, 0, 1e9, false, "1" },
	{ "w2", "the same for nation 2", 0, 0, 1e9, false, "1" },
	{ 0 }
};

/* The nation 0 or 1; weights get room for one a group. */
static enum dt_status
read_nation(const double *v, int nation, double *weights,
    struct dt_winset *set, struct dt_error *err)
{
	size_t n = (size_t)v[GROUPS1 + nation];
	size_t given = (size_t)v[WEIGHTS1 + nation];
	const double *list = dt_classic_list(parameters, v,
	    (size_t)(WEIGHTS1 + nation));
	if (given != 1 && given != n)
		return dt_status_fail(err, DT_EUSAGE, "w%d has %zu weights for "
		    "%zu groups in m%d: give one for each, or one for all",
		    nation + 1, given, n, nation + 1);
	for (size_t i = 0; i < n; i++)
		weights[i] = list[given == 1 ? 0 : i];
	*set = (struct dt_winset){ .n = v[NEED1 + nation] > 0 ? n : 0,
	    .ideal = dt_classic_list(parameters, v,
	    (size_t)(GROUPS1 + nation)), .weight = weights,
	    .status_quo = v[QUO1 + nation], .need = v[NEED1 + nation] };
	return DT_OK;
}

static void
say(const double *v, const struct dt_winset sets[2], bool agreed, double text,
    double free, struct dt_solution *s)
{
	if (!agreed)
		dt_solution_say(s, "No agreement: no text between %g and %g is "
		    "ratified by both.", v[A], v[B]);
	else
		dt_solution_say(s, "They agree on %.4g; without domestic "
		    "groups it would be %.4g.%s", text, free, text == free ?
		    "" : text > free ? " What must be ratified moves it towards "
		    "nation 2." : " What must be ratified moves it towards "
		    "nation 1.");
	if (agreed && text != free && dt_winset_has(&sets[0], 2 * free - text) &&
	    dt_winset_has(&sets[1], 2 * free - text))
		dt_solution_say(s, "%.4g would be as good by Nash's product.",
		    2 * free - text);
}

static void
add_groups(const double *v, const struct dt_winset sets[2], double text,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "nation", NULL, "" },
		{ "ideal", NULL, "" },
		{ "from", "accepts from", "" },
		{ "to", NULL, "" },
		{ "weight", NULL, "" },
		{ "accepts", "accepts what is agreed", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "groups",
	    "Domestic groups", heads);
	for (int k = 0; k < 2; k++)
		for (size_t i = 0; i < (size_t)v[GROUPS1 + k]; i++) {
			double ideal = sets[k].ideal[i];
			double far = fabs(sets[k].status_quo - ideal);
			dt_solution_whole(t, k + 1);
			dt_solution_number(t, ideal);
			dt_solution_number(t, ideal - far);
			dt_solution_number(t, ideal + far);
			dt_solution_number(t, sets[k].weight[i]);
			dt_solution_text(t, isnan(text) ? NULL :
			    fabs(text - ideal) <= far + 1e-12 ? "yes" : "no");
		}
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	double weights[2][DT_CLASSIC_LIST_MOST], text;
	struct dt_winset sets[2];
	enum dt_status status = DT_OK;
	if (!(v[A] < v[B]))
		return dt_status_fail(err, DT_EUSAGE, "a must be below b: "
		    "nation 1 is the one that wants less");
	for (int k = 0; k < 2 && status == DT_OK; k++)
		status = read_nation(v, k, weights[k], &sets[k], err);
	if (status != DT_OK)
		return status;
	bool agreed = dt_winset_agree(&sets[0], &sets[1], v[A], v[B], &text);
	double free = (v[A] + v[B]) / 2;
	say(v, sets, agreed, text, free, s);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "agreement", text, "the text that is agreed on");
	dt_classic_result(t, "no_domestic_limit", free,
	    "what it would be if everything were ratified");
	dt_classic_result(t, "share_1", (v[B] - text) / (v[B] - v[A]),
	    "what nation 1 has of its ideal, 1 at a and 0 at b");
	dt_classic_result(t, "share_2", (text - v[A]) / (v[B] - v[A]),
	    "what nation 2 has");
	add_groups(v, sets, text, s);
	return DT_OK;
}

const struct dt_classic dt_classic_ratification_spatial = {
	.name = "ratification-spatial",
	.title = "Two levels of negotiation",
	.summary = "what two nations agree on that both can ratify at home",
	.source = "Schelling 1960; Putnam 1988; on a line, by Nash's solution",
	.parameters = parameters,
	.answer = answer,
};
