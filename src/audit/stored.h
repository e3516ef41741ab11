/* stored: an experiment compiled again from its row in a store: the text that
 * stands there and nothing else. Everything lives in the arena. */
#ifndef DT_STORED_H
#define DT_STORED_H

#include "catalogue/experiment.h"
#include "store/store_scan.h"

/* row: of DT_STORE_SCAN_EXPERIMENT. DT_ESTORE: it is no scenario. */
enum dt_status dt_stored_experiment(struct dt_arena *arena,
    const struct dt_cell *row, struct dt_experiment *experiment,
    struct dt_error *err);

#endif
