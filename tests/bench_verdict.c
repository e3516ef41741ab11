/*
 * Whether the pause holds, and how far, for every shipped scenario and treaty
 * at a continuation of .98: verdict, thresholds, states and processor time, as
 * a table in Markdown. Asked: two parties under .1 s, exact ones under 2 s.
 * The thresholds of pairs whose states are many take longer, and are left out
 * from STATES on (VERDICT_STATES in the environment: another number).
 * VERDICT_SCENARIOS="duel trio": those alone.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "comply/comply_bound.h"
#include "verdict/keeping.h"

enum { STATES = 60000 };

static const char *const scenarios[] = { "duel", "two-powers", "noisy-pair",
	"trio", "classroom", "frontier", NULL };
static const char *const treaties[] = { "bwc", "climate-club", "compute-cap",
	"conditional-halt", "ctbt", "cwc", "green-porter", "grim", "inf",
	"kyoto", "montreal", "new-start", "npt-iaea", "verified-halt", NULL };

static double
seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

static void
must(enum dt_status status, const struct dt_error *err)
{
	if (status == DT_OK)
		return;
	fprintf(stderr, "bench_verdict: %s\n", err->message);
	exit(1);
}

static void
print_stretches(const struct dt_dial_stretches *of)
{
	printf(" |");
	if (of->n == 0)
		printf(" never");
	for (size_t k = 0; k < of->n; k++) {
		const struct dt_dial_end *low = &of->low[k],
		    *high = &of->high[k];
		bool shown = !isnan(low->step) && !isnan(high->step);
		if (low->edge && high->edge)
			printf(" any");
		else if (low->edge)
			printf(" to %.4g", high->at);
		else if (high->edge)
			printf(" from %.4g", low->at);
		else
			printf(" %.4g-%.4g", low->at, high->at);
		printf("%s", shown ? "" : "?");
	}
}

static void
print_bounds(const struct dt_comply_model *m, size_t states)
{
	static const enum dt_comply_quantity asked[] = {
		DT_COMPLY_CONTINUATION, DT_COMPLY_MISS, DT_COMPLY_FALSE_ALARM,
		DT_COMPLY_SCALE };
	struct dt_comply_effort effort = {
		.limits = { .states = 400000, .edges = 16000000 },
		.looks = states < 600 ? 33 : states < 6000 ? 17 : 9,
		.check = true };
	struct dt_error err;
	for (int k = 0; k < 4; k++) {
		enum dt_comply_quantity q = asked[k];
		struct dt_comply_bound b;
		enum dt_status status = dt_comply_bound_find(m, q, &effort,
		    &b, &err);
		if (status == DT_OK && !b.asked && q == DT_COMPLY_SCALE)
			status = dt_comply_bound_find(m, DT_COMPLY_FINE,
			    &effort, &b, &err);
		if (status == DT_OK && b.asked)
			print_stretches(&b.found.part[DT_DIAL_HOLDS]);
		else
			printf(" | -");
		if (status == DT_OK && b.asked &&
		    b.quantity == DT_COMPLY_FINE)
			printf(" added");
	}
}

static void
print_pair(const struct dt_catalogue *catalogue, const char *scenario,
    const char *treaty, size_t most)
{
	struct dt_experiment_request r = { .scenario = scenario,
	    .treaty = treaty, .continuation = "0.98", .seed = 1,
	    .rounds = -1 };
	struct dt_experiment e;
	struct dt_faults faults = { .arena = catalogue->arena };
	struct dt_error err;
	struct dt_comply_model m;
	struct dt_comply_verdict v = { .answer = DT_COMPLY_PERHAPS };
	struct dt_comply_play_request play = { .slack_error = .05, .threads = 1,
	    .seed = 1 };
	must(dt_experiment_make(catalogue, &r, &e, &faults, &err), &err);
	must(dt_keeping_model(catalogue->arena, &e, NULL, &m, &err), &err);
	double start = seconds();
	must(dt_keeping_judge(&m, &play, &v, &err), &err);
	double judged = seconds();
	size_t states = v.part[DT_COMPLY_STAYED].states;
	printf("| %s | %s | %s | %s | %zu", scenario, treaty,
	    dt_keeping_answers[v.answer], dt_keeping_method(&v), v.states);
	if (v.samples == 0 && v.answer != DT_COMPLY_NEVER && states < most)
		print_bounds(&m, states);
	else
		printf(" | - | - | - | -");
	printf(" | %.3f | %.3f |\n", judged - start, seconds() - judged);
	fflush(stdout);
	dt_comply_verdict_free(&v);
}

static bool
is_asked(const char *scenario)
{
	const char *only = getenv("VERDICT_SCENARIOS");
	return only == NULL || strstr(only, scenario) != NULL;
}

int
main(void)
{
	const char *root = getenv("srcdir"), *most = getenv("VERDICT_STATES");
	const char *roots[] = { root != NULL ? root : ".", NULL };
	printf("| scenario | treaty | holds | method | states | continuation | "
	    "miss | false alarm | fines times | s, verdict | s, thresholds "
	    "|\n|-|-|-|-|-|-|-|-|-|-|-|\n");
	for (size_t s = 0; scenarios[s] != NULL; s++)
		for (size_t t = 0; is_asked(scenarios[s]) &&
		    treaties[t] != NULL; t++) {
			struct dt_arena arena = { 0 };
			struct dt_catalogue catalogue = { &arena, roots };
			print_pair(&catalogue, scenarios[s], treaties[t],
			    most != NULL ? (size_t)atol(most) : STATES);
			dt_arena_free(&arena);
		}
	return 0;
}
