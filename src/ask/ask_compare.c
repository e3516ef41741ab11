/* ask_compare: one scenario under several treaties, or two databases. */
#include "ask/ask_question.h"
#include "ask/compare.h"

enum { RUNS = 2000, RUNS_MOST = 100000000 };

const struct dt_option dt_ask_compare_options[] = {
	{ "treaties", 't', "NAME,...", false, "@treaties",
	  "the treaties, or all; all if not given" },
	{ "payoffs", 'p', "PAYOFFS", false, "@payoffs",
	  "other payoffs than the scenario's" },
	{ "set", 0, "KEY=VALUE", true, NULL,
	  "override a key of the scenario, as noise.slip=0.02; of each treaty, "
	  "as treaty.monitoring.miss=0.2" },
	{ "continuation", 'c', "CHANCE", false, NULL,
	  "chance that there is another round, in place of the scenario's" },
	{ "patience", 0, "AGENT=CHANCE", true, NULL,
	  "how much of the next round an agent counts, in place of the "
	  "continuation" },
	{ "slack-error", 0, "PAYOFF", false, NULL,
	  "where a verdict is played: until the slack's standard error is so "
	  "small" },
	{ "runs", 'n', "N", false, NULL,
	  "where what it comes to is played, so many runs; 2000 if not given" },
	{ "seed", 's', "N", false, NULL,
	  "seed of what is drawn; 1 if not given" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given" },
	{ 0 }
};

static enum dt_status
treaties(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_compare c = { .ask = ask, .runs = RUNS, .keeping = {
	    .patience = dt_option_values(ask->options, "patience"),
	    .thresholds = true } };
	enum dt_status status = dt_ask_slack(ask, &c.keeping.play, err);
	c.threads = c.keeping.play.threads;
	c.keeping.play.threads = 1;
	if (status == DT_OK)
		status = dt_option_whole(ask->options, "runs", 1, RUNS_MOST,
		    &c.runs, err);
	if (status == DT_OK)
		status = dt_compare_treaties(&c, dt_ask_value(ask,
		    "treaties"), err);
	if (status == DT_OK)
		status = dt_compare_judge(&c, err);
	if (status == DT_OK) {
		dt_compare_tell(&c, solution);
		if (ask->picture != NULL)
			dt_compare_draw(&c, ask->picture);
	}
	dt_compare_free(&c);
	return status;
}

enum dt_status
dt_ask_compare(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	const char *const *words = ask->options->operands;
	if (ask->options->n_operands < 2)
		return ask->subject != NULL ? treaties(ask, solution, err) :
		    dt_status_fail(err, DT_EUSAGE, "it needs a SCENARIO");
	if (ask->picture != NULL)
		return dt_status_fail(err, DT_EREFUSED, "there is no picture "
		    "of two databases: --svg draws treaties");
	return dt_compare_bases(ask->catalogue->arena, words[0], words[1],
	    solution, err);
}
