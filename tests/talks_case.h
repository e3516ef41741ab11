/*
 * talks_case: what the tests of talks share: stakes that are made by hand, so
 * that what they come to can be worked out on paper.
 */
#ifndef DT_TESTS_TALKS_CASE_H
#define DT_TESTS_TALKS_CASE_H

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bargain/talks.h"

static struct dt_arena arena;

/* Also outside of tests, in benchmarks. */
static inline void
need(bool good, const char *what)
{
	if (good)
		return;
	fprintf(stderr, "talks_case: %s\n", what);
	abort();
}

static inline void
tear_down(void)
{
	dt_arena_free(&arena);
}

/* Texts worth nothing, open to n agents; racing is worth 0; a text needs all
 * for its entry. All keep what they sign. */
static inline struct dt_stakes
stakes_of(size_t n, size_t m)
{
	static const char *const names[] = { "a", "b", "c", "d", "e", "f",
		"g", "h", "i", "j" };
	struct dt_stakes s = { .n = n, .m = m, .names = names,
	    .continuation = 1 };
	double *weight = dt_arena_new(&arena, n, sizeof(*weight));
	s.texts = dt_arena_new(&arena, m, sizeof(*s.texts));
	s.kept = dt_arena_new(&arena, n * m, sizeof(double));
	s.broken = dt_arena_new(&arena, n * m, sizeof(double));
	s.racing = dt_arena_new(&arena, n, sizeof(double));
	s.alone = dt_arena_new(&arena, n, sizeof(double));
	need(weight && s.texts && s.kept && s.broken && s.racing && s.alone,
	    "memory");
	for (size_t i = 0; i < n; i++)
		weight[i] = 1 / (double)n;
	for (size_t x = 0; x < m; x++) {
		s.texts[x].name = dt_arena_print(&arena, "t%zu", x);
		s.texts[x].treaty = s.texts[x].name;
		s.texts[x].signers = dt_move_all(n);
		s.texts[x].answer = DT_COMPLY_YES;
		s.texts[x].holds = true;
		s.texts[x].in_force = 1;
		s.texts[x].position = 1;
		s.texts[x].experiment.model.n = n;
		s.texts[x].experiment.model.terms = (struct dt_terms){
		    .exists = true, .n = n, .names = names,
		    .weight = weight, .entry_parties = n };
	}
	return s;
}

/* A pie that two split: text x gives the first x / (m - 1) of it. */
static inline struct dt_stakes
pie_of(size_t m)
{
	struct dt_stakes s = stakes_of(2, m);
	for (size_t x = 0; x < m; x++) {
		s.kept[2 * x] = (double)x / (double)(m - 1);
		s.kept[2 * x + 1] = 1 - (double)x / (double)(m - 1);
	}
	return s;
}

static const struct dt_negotiator far_sighted = {
	.name = "rubinstein", .aspiration = DT_NEGOTIATOR_FORESEE,
	.offer = DT_NEGOTIATOR_AHEAD, .accept = DT_NEGOTIATOR_LEVEL,
	.start = 1, .exponent = 1 };

static inline struct dt_negotiator
time_based(double exponent)
{
	return (struct dt_negotiator){ .name = "time", .offer =
	    DT_NEGOTIATOR_OWN, .accept = DT_NEGOTIATOR_NEXT, .start = 1,
	    .exponent = exponent };
}

/* A menu whose parties all bargain like this, with these patiences. */
static inline struct dt_menu
menu_of(const struct dt_stakes *s, const char *protocol, int64_t deadline,
    struct dt_negotiator negotiator, const double *patience)
{
	struct dt_menu menu = { .protocol = protocol, .deadline = deadline,
	    .width = .1, .ratification = DT_MENU_SPATIAL };
	struct dt_menu_party *party = dt_arena_new(&arena, s->n,
	    sizeof(*party));
	need(party != NULL, "memory");
	for (size_t i = 0; i < s->n; i++) {
		party[i] = (struct dt_menu_party){ .group = "",
		    .patience = NAN, .threshold = .5 };
		party[i].origin.name = s->names[i];
		party[i].negotiator = negotiator;
		party[i].patience = patience != NULL ? patience[i] : 1;
	}
	menu.parties = (struct dt_list){ party, s->n };
	return menu;
}

static inline struct dt_talks_setting
setting_of(const struct dt_stakes *s, const struct dt_menu *menu)
{
	struct dt_talks_setting setting;
	struct dt_error err = { 0 };
	need(dt_talks_prepare(&arena, s, menu, &setting, &err) == DT_OK,
	    err.message);
	setting.seed = 7;
	return setting;
}

static inline struct dt_talks_outcome
hold(const struct dt_talks_setting *setting, int64_t number)
{
	struct dt_talks_outcome outcome;
	need(dt_talks_hold(setting, number, &outcome, NULL) == DT_OK,
	    "no talks");
	return outcome;
}

#endif
