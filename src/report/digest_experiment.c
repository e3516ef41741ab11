/* digest_experiment: one experiment: its sections in order, and what it came
 * to in sentences; see digest_internal.h. */
#include "report/digest_instead.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

/* " (95%: 87.2% to 88.1%)", or nothing. */
static const char *
interval(struct dt_digest *d, const struct dt_summary_ratio *ratio)
{
	double low, high;
	dt_summary_interval(ratio, true, &low, &high);
	return isnan(low) ? "" : dt_digest_print(d, " (95%% interval %s to "
	    "%s)", dt_digest_share(d, low), dt_digest_share(d, high));
}

static const char *
tell_treaty(struct dt_digest *d, const struct dt_digest_experiment *e)
{
	const struct dt_summary *s = &e->summary;
	double runs = (double)s->runs;
	if (strcmp(e->treaty, "none") == 0)
		return NULL;
	if (s->entered == 0)
		return dt_digest_print(d, "The treaty %s never entered into "
		    "force.", e->treaty);
	return dt_digest_print(d, "The treaty was in force in %s of rounds; "
	    "a first breach came in %s of runs, and it ended in %s.",
	    dt_digest_share(d, (double)s->in_force / (double)s->rounds),
	    dt_digest_share(d, (double)s->breached / runs),
	    dt_digest_share(d, (double)s->ended / runs));
}

/* Who got least, and who most. */
static const char *
tell_payoff(struct dt_digest *d, const struct dt_digest_experiment *e)
{
	size_t least = 0, most = 0;
	double value[DT_AGENTS_MOST] = { 0 };
	char low[DT_NUMBER_SIZE], high[DT_NUMBER_SIZE];
	for (size_t i = 0; i < e->n; i++) {
		value[i] = dt_summary_mean(&e->summary.agent[i].payoff);
		least = value[i] < value[least] ? i : least;
		most = value[i] > value[most] ? i : most;
	}
	dt_number_print_short(value[least], 3, low);
	dt_number_print_short(value[most], 3, high);
	return least == most ? dt_digest_print(d, "Each got %s a round.",
	    low) : dt_digest_print(d, "A round paid %s to %s, who got least, "
	    "and %s to %s, who got most.", low, e->names[least], high,
	    e->names[most]);
}

void
dt_digest_tell(struct dt_digest *d, const struct dt_digest_experiment *e,
    const char *lines[3])
{
	const struct dt_summary *s = &e->summary;
	size_t n = 0;
	lines[0] = lines[1] = lines[2] = NULL;
	if (s->runs == 0) {
		lines[0] = dt_digest_print(d, "Of %s no run is kept.",
		    dt_digest_name(d, e));
		return;
	}
	lines[n++] = dt_digest_print(d, "In %s all paused in %s of "
	    "rounds%s, over %" PRId64 " run%s.", dt_digest_name(d, e),
	    dt_digest_share(d, dt_summary_mean(&s->all_paused)),
	    interval(d, &s->all_paused), s->runs, s->runs == 1 ? "" : "s");
	lines[n] = tell_treaty(d, e);
	n += lines[n] != NULL;
	lines[n] = tell_payoff(d, e);
}

static const struct dt_solution_head facts[] = {
	{ "what", NULL, "" }, { "is", NULL, "" },
};

static void
add_facts(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_experiment *e)
{
	const struct { const char *what, *is; } rows[] = {
		{ "scenario", e->title }, { "treaty", e->treaty },
		{ "payoffs", e->payoffs }, { "seed", e->seed },
		{ "engine", e->engine }, { "kept", e->detail },
		{ "signed", e->evidence },
		{ "runs asked for", dt_digest_print(d, "%" PRId64,
		    e->runs_asked) },
		{ "runs there", dt_digest_print(d, "%" PRId64,
		    e->summary.runs) },
		{ "begun", e->started }, { "ended", e->ended[0] ? e->ended :
		    "not ended: --resume completes it" },
		{ "détente", e->version }, { "libraries", e->libraries },
		{ "SHA-256 of the configuration", e->sha256 },
		{ "command", e->command },
	};
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "experiment-%" PRId64 "-facts", e->id), "Where it comes from",
	    NULL, facts);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dt_solution_text(dt_paper_table(f), rows[i].what);
		dt_solution_text(dt_paper_table(f), rows[i].is);
	}
	s->code_title = "The whole configuration, every default filled in";
	s->code = e->config;
	s->folded = true;
	dt_digest_command(d, e->command);
}

static enum dt_status
add_parts(struct dt_digest *d, struct dt_paper_section *s,
    struct dt_digest_experiment *e)
{
	enum dt_status status = e->summary.runs == 0 ? DT_OK :
	    dt_digest_survival(d, s, e);
	if (status == DT_OK && e->summary.runs > 0) {
		dt_digest_agents(d, s, e);
		dt_digest_signals(d, s, e);
		status = dt_digest_strips(d, s, e);
	}
	if (status == DT_OK)
		status = dt_digest_instead(d, s, e);
	if (status == DT_OK) {
		dt_digest_reply(d, s, e);
		add_facts(d, s, e);
	}
	return status;
}

/* `alone`: it is all that the answer is about. */
enum dt_status
dt_digest_one(struct dt_digest *d, int64_t id, bool alone)
{
	const char *lines[3];
	struct dt_digest_experiment *e = dt_arena_new(d->arena, 1, sizeof(*e));
	if (e == NULL)
		return dt_status_no_memory(d->err);
	enum dt_status status = dt_digest_read(d, id, e);
	if (status == DT_OK)
		status = dt_digest_compile(d, e);
	if (status != DT_OK)
		return status;
	struct dt_paper_section *s = dt_paper_section(d->paper,
	    dt_digest_print(d, "experiment-%" PRId64, id), dt_digest_print(d,
	    "Experiment %" PRId64 ": %s", id, dt_digest_name(d, e)), 2);
	dt_digest_tell(d, e, lines);
	for (size_t k = 0; k < 3 && lines[k] != NULL; k++)
		if (alone)
			dt_digest_answer(d, lines[k]);
		else
			dt_paper_say(s, "%s", lines[k]);
	return add_parts(d, s, e);
}
