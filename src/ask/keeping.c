/* keeping: the verdict on a treaty in words; see keeping.h. */
#include "ask/keeping.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "ask/keeping_internal.h"

const char *const dt_keeping_departures[] = {
	"secret", "open", "refuse", "withdraw", "hold", NULL
};

/* Agent-rounds that a verdict by play may take: some three seconds. */
#define PLAY_WORK 1.5e8
enum { SAMPLES_MOST = 20000, SAMPLES_LEAST = 400 };

const char *
dt_keeping_name(const struct dt_experiment *e, size_t agent)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	const char *title = seats[agent].title;
	return title != NULL && title[0] != '\0' ? title :
	    e->model.agents[agent].name;
}

const char *
dt_keeping_state(struct dt_arena *arena, const struct dt_comply_case *one,
    bool played)
{
	static const char *const small[] = { "no", "one", "two", "three",
	    "four", "five", "six" };
	static const char *const phases[] = { "no treaty", "open", "in force",
	    "suspended", "ended" };
	const struct dt_chain_standing *s = &one->where;
	bool runs = s->phase == DT_PHASE_IN_FORCE ||
	    s->phase == DT_PHASE_SUSPENDED;
	const char *text = phases[s->phase], *more = "";
	char number[24];
	if (played && s->strikes == DT_COMPLY_STRIKES)
		more = " or more";
	snprintf(number, sizeof(number), "%lld", (long long)s->strikes);
	if (s->phase == DT_PHASE_SUSPENDED && !played)
		text = dt_arena_print(arena, "suspended for %lld more rounds",
		    (long long)s->suspended_left);
	if (text != NULL && runs && !s->party)
		text = dt_arena_print(arena, "%s, no party", text);
	if (text != NULL && s->strikes > 0)
		text = dt_arena_print(arena, "%s, %s%s strike%s", text,
		    s->strikes < 7 ? small[s->strikes] : number, more,
		    s->strikes == 1 ? "" : "s");
	if (text != NULL && s->notified)
		text = dt_arena_print(arena, "%s, notice given", text);
	return text;
}

static enum dt_status
set_patience(const struct dt_experiment *e, const char *word,
    struct dt_comply_model *m, struct dt_error *err)
{
	const char *is = strchr(word, '=');
	double x = 0;
	if (is == NULL || !dt_number_read(is + 1, &x) || x < 0 || x >= 1)
		return dt_status_fail(err, DT_EUSAGE, "--patience takes "
		    "AGENT=CHANCE with a chance from 0 to below 1, not '%s'",
		    word);
	if (e->model.continuation_chance >= 1)
		return dt_status_fail(err, DT_EUSAGE, "--patience needs a "
		    "game without a known end: give --continuation");
	for (size_t i = 0; i < e->model.n; i++) {
		const char *name = e->model.agents[i].name;
		if (strlen(name) == (size_t)(is - word) &&
		    strncmp(name, word, strlen(name)) == 0) {
			m->patience[i] = x;
			return DT_OK;
		}
	}
	return dt_status_fail(err, DT_EUSAGE, "--patience: no agent '%.*s' "
	    "plays", (int)(is - word), word);
}

enum dt_status
dt_keeping_model(struct dt_arena *arena, const struct dt_experiment *e,
    const char *const *patience, struct dt_comply_model *model,
    struct dt_error *err)
{
	enum dt_status status =
	    dt_comply_model_make(arena, &e->model, model, err);
	for (; status == DT_OK && patience != NULL && *patience != NULL;
	    patience++)
		status = set_patience(e, *patience, model, err);
	return status;
}

/* Each signer has five branches, from the middle of a run on. */
static int64_t
samples_for(const struct dt_comply_model *m, double work)
{
	double n = (double)m->model.n, keep = m->model.continuation_chance;
	double rounds = keep < 1 ? 1 / (1 - keep) : (double)m->model.rounds / 2;
	double samples = work / (rounds * n * (1 + 6 *
	    (double)dt_move_count(m->signers)));
	return (int64_t)fmin(fmax(samples, SAMPLES_LEAST), SAMPLES_MOST);
}

enum dt_status
dt_keeping_judge(const struct dt_comply_model *model, int threads,
    uint64_t seed, double work, struct dt_comply_verdict *verdict,
    struct dt_error *err)
{
	struct dt_chain_limits limits = { .states = 60000,
	    .transitions = 4000000, .work = 6000000 };
	enum dt_status status =
	    dt_comply_judge(model, &limits, verdict, err);
	if (status != DT_EUSAGE)
		return status;
	dt_comply_verdict_free(verdict);
	return dt_comply_play(model, samples_for(model, work), threads, seed,
	    verdict, err);
}

enum dt_status
dt_keeping_solve(struct dt_arena *arena, const struct dt_experiment *e,
    const struct dt_keeping_request *request, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_comply_model model;
	struct dt_comply_verdict verdict = { 0 };
	enum dt_status status = dt_keeping_model(arena, e, request->patience,
	    &model, err);
	if (status == DT_OK)
		status = dt_keeping_judge(&model, request->threads,
		    request->seed, PLAY_WORK, &verdict, err);
	struct dt_keeping_telling t = { arena, e, request, &model, &verdict,
	    solution };
	if (status == DT_OK) {
		dt_solution_start(solution, arena, "treaty",
		    e->scenario->name);
		solution->config = e->config;
		dt_keeping_tell(&t);
		dt_keeping_tables(&t);
		if (request->thresholds)
			status = dt_keeping_thresholds(&t, err);
	}
	dt_comply_verdict_free(&verdict);
	return status;
}
