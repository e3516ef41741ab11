/*
 * build: models for tests, made of YAML texts of their parts. What goes wrong
 * in building aborts, with the faults as a person would read them: benchmarks
 * need no Check.
 */
#ifndef BUILD_H
#define BUILD_H

#include "engine/world.h"

struct build_agent {
	const char *name;       /* NULL: a, b, c, ... */
	const char *strategy;   /* YAML; NULL: BUILD_PAUSE */
	const char *role;
	bool nation;
	int host;               /* number of the host, from 1; 0: none */
	double enforcement;
	double weight;          /* 0: 1 */
	int64_t joins;          /* round in which it signs; 0: 1; -1: never */
};

struct build {
	size_t n;
	struct build_agent agents[DT_AGENTS_MOST];
	const char *payoffs;    /* YAML; NULL: BUILD_DILEMMA */
	const char *treaty;     /* YAML; NULL: none */
	const struct dt_monitor_rates *public, *private;        /* where no
	                         * treaty watches; both NULL: perfect */
	double slip;
	double continuation;    /* 0: 1 */
	int64_t rounds;
	bool looks;             /* a race is run that strategies look at */
	uint64_t seed;

	struct dt_model model;  /* what was built */
	struct dt_arena arena;
	struct dt_faults faults;
	struct dt_error error;
};

/* Fills model. Release with build_free. */
void build_model(struct build *build);
void build_free(struct build *build);

/* Parts of it, from the same members. The status is the caller's to check. */
enum dt_status build_terms(struct build *build, struct dt_terms *terms);
enum dt_status build_payoff(struct build *build, struct dt_payoff *payoff);
enum dt_status build_automaton(struct build *build, const char *strategy,
    const struct dt_view_constants *constants,
    struct dt_automaton *automaton);

/* A struct read by a schema. The text must outlive the build. */
void *build_read(struct build *build, const struct dt_schema *schema,
    const char *yaml);

/* The build's faults as text; ends the test unless the status is DT_OK. */
void build_must(struct build *build, enum dt_status status);

/* The mean payoff a round of each agent over `runs` runs, and the standard
 * errors of these means, from runs as independent samples. */
void build_play(const struct build *build, uint64_t runs, double *mean,
    double *standard_error);

#define BUILD_ONE_STATE(name, move) "strategy: " name "\nstart: only\n" \
	"states:\n  only: {play: " move ", next: [{to: only}]}\n"
#define BUILD_PAUSE BUILD_ONE_STATE("pause", "pause")
#define BUILD_RACE BUILD_ONE_STATE("race", "race")

/* Two states, pause first: the rules that lead to pausing, else racing. */
#define BUILD_TWO_STATES(name, rules) "strategy: " name "\nstart: nice\n" \
	"states:\n" \
	"  nice: {play: pause, next: [" rules ", {to: mean}]}\n" \
	"  mean: {play: race, next: [" rules ", {to: mean}]}\n"
#define BUILD_TIT_FOR_TAT \
	BUILD_TWO_STATES("tit-for-tat", "{when: alarms == 0, to: nice}")
#define BUILD_WIN_STAY BUILD_TWO_STATES("win-stay-lose-shift", \
	"{when: alarms == 0 and not raced, to: nice}, " \
	"{when: alarms >= 1 and raced, to: nice}")
#define BUILD_COMPLY BUILD_TWO_STATES("comply", \
	"{when: in_force and party, to: nice}")
#define BUILD_GRIM "strategy: grim\nstart: nice\nstates:\n" \
	"  nice: {play: pause, next: [{when: alarms >= 1, to: mean}, " \
	"{to: nice}]}\n" \
	"  mean: {play: race, next: [{to: mean}]}\n"

#define BUILD_MATRIX(name, r, s, t, p) "payoffs: " name "\nmatrix: {" \
	"reward: " r ", sucker: " s ", temptation: " t ", punishment: " p "}\n"
#define BUILD_DILEMMA BUILD_MATRIX("dilemma", "3", "0", "5", "1")

#endif
