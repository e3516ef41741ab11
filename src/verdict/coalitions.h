/*
 * coalitions: who would join a scenario's treaty and who would leave it, as
 * sentences and tables (`detente solve --coalitions`). The mathematics is in
 * solve/coalition.h.
 */
#ifndef DT_COALITIONS_H
#define DT_COALITIONS_H

#include "catalogue/experiment.h"
#include "format/solution.h"
#include "repeat/coalition.h"

/* Draws into svg, unless NULL. DT_EUSAGE: no treaty, nobody that may ever
 * join, or too many agents. */
enum dt_status dt_coalitions_answer(const struct dt_experiment *experiment,
    enum dt_coalition_outsiders outsiders, struct dt_arena *arena,
    struct dt_solution *solution, struct dt_text *svg,
    struct dt_error *err);

/* coalitions_words.c: names of a set of parties, "all but xai and eu" where
 * that is shorter; NULL when memory is out. */
const char *dt_coalitions_names(const struct dt_coalition *c,
    const struct dt_model *model, uint32_t set, struct dt_arena *arena);

/* What is said of the full coalition, and of the stable ones. */
void dt_coalitions_say(const struct dt_coalition *c,
    const struct dt_model *model, const struct dt_coalition_census *census,
    struct dt_solution *solution);

#endif
