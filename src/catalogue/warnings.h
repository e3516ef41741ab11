/*
 * warnings: what files may say and hardly mean: names that nobody has, shares
 * of a bond that is none, a treaty that cannot enter into force. Each at its
 * place, with what may have been meant. A name of an agent that does not play
 * is no reason to warn if there is a file of an agent so named: a treaty
 * serves many scenarios.
 */
#ifndef DT_CATALOGUE_WARNINGS_H
#define DT_CATALOGUE_WARNINGS_H

#include "catalogue/catalogue.h"
#include "catalogue/experiment.h"

/* Of a scenario that compiles. */
void dt_warnings_scenario(const struct dt_catalogue *catalogue,
    const struct dt_experiment *experiment, struct dt_faults *faults);

/*
 * Of the cells of a sweep that were tried. Who plays in any of them is known
 * in all. A treaty that cannot enter into force in some cells may be what the
 * sweep is about: that is told where it can in none. Payoffs without roles
 * pass roles over, as a sweep puts them in the place of a scenario's own.
 */
void dt_warnings_cells(const struct dt_catalogue *catalogue,
    const struct dt_experiment *cells, size_t n, struct dt_faults *faults);

/* Of a treaty for whoever plays; terms: compiled for those it names. */
void dt_warnings_treaty(const struct dt_catalogue *catalogue,
    const struct dt_treaty *treaty, const struct dt_terms *terms,
    struct dt_faults *faults);

/* Of an agent's file. */
void dt_warnings_agent(const struct dt_catalogue *catalogue,
    const struct dt_scenario_agent *agent, struct dt_faults *faults);

#endif
