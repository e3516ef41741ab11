/*
 * report: what a person reads after a run: the table of agents, the treaty's
 * fate, the theory beside it, and a strip of moves. Text only; cmd prints it.
 */
#ifndef DT_REPORT_H
#define DT_REPORT_H

#include "base/text.h"
#include "play/exact.h"
#include "play/play.h"
#include "play/summary.h"
#include "play/theory.h"

/* Title, treaty, payoffs, length, seed, engine. */
void dt_report_head(const struct dt_experiment *experiment,
    struct dt_text *text);

/* A line an agent. */
void dt_report_agents(const struct dt_experiment *experiment,
    const struct dt_summary *summary, struct dt_text *text);

/* Width of the column of names, or of strategies. */
size_t dt_report_column(const struct dt_experiment *experiment,
    bool strategy);

/* How long the treaty held, and how it ended. */
void dt_report_treaty(const struct dt_experiment *experiment,
    const struct dt_summary *summary, struct dt_text *text);

/* What the race came to, and each part of payoff apart; nothing where there is
 * none. */
void dt_report_race(const struct dt_experiment *experiment,
    const struct dt_summary *summary, struct dt_text *text);

/* Where the exact answer is known, each agent's beside the simulated one. */
void dt_report_exact(const struct dt_experiment *experiment,
    const struct dt_summary *summary, const struct dt_exact *exact,
    struct dt_text *text);

/* The exact answer where nothing was played: agents and treaty. */
void dt_report_alone(const struct dt_experiment *experiment,
    const struct dt_exact *exact, struct dt_text *text);

/* Nothing where theory has nothing to say. */
void dt_report_theory(const struct dt_experiment *experiment,
    const struct dt_theory *theory, struct dt_text *text);

/* The moves of a run, a line an agent; nothing for runs over
 * DT_REPORT_STRIP_MOST rounds. */
enum { DT_REPORT_STRIP_MOST = 60, DT_REPORT_STRIP_LINE = 50 };
void dt_report_strip(const struct dt_experiment *experiment,
    const struct dt_play_run *run, struct dt_text *text);
/* The same for a run of any length, a stretch beneath the other. */
void dt_report_strips(const struct dt_experiment *experiment,
    const struct dt_play_run *run, struct dt_text *text);

#endif
