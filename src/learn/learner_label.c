/* learner_label: see learner_label.h. */
#include "learn/learner_label.h"

#include "learn/learner_rules.h"

enum { LABELS = 4 };

static const struct {
	const struct dt_learner *rule;
	const char *label[LABELS];
} rows[] = {
	{ &dt_learner_fictitious, { "worth_pause", "worth_race" } },
	{ &dt_learner_ewa, { "attraction_pause", "attraction_race",
	      "experience" } },
	{ &dt_learner_roth_erev, { "propensity_pause", "propensity_race" } },
	{ &dt_learner_roth_erev_modified, { "propensity_pause",
	      "propensity_race" } },
	{ &dt_learner_regret, { "regret_pause", "regret_race" } },
	{ &dt_learner_regret_internal, { "regret_pause", "regret_race" } },
	{ &dt_learner_q, { NULL, "exploration" } },
	{ &dt_learner_aspiration, { "aspiration" } },
};

/* A chance stands before those of the hypothesis' states. */
static const char *
guess_of(const struct dt_learner_made *made, size_t k)
{
	for (size_t i = 0; i < made->n_hypotheses; i++) {
		const struct dt_automaton *a = &made->hypotheses[i].automaton;
		if (k == 0)
			return a->text->name;
		if (k <= a->states)
			break;
		k -= 1 + a->states;
	}
	return NULL;
}

const char *
dt_learner_label(const struct dt_learner_made *made, size_t k)
{
	if (made->rule == &dt_learner_bayes)
		return guess_of(made, k);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].rule == made->rule)
			return k < LABELS ? rows[i].label[k] : NULL;
	return NULL;
}
