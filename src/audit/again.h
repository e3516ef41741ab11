/*
 * again: runs that a store has, played again from what it says of them, and held
 * against its rows. One experiment at a time; zero it, open it, play it, close
 * it. An audit does more; this is to look at a run, or to add its rounds.
 */
#ifndef DT_AGAIN_H
#define DT_AGAIN_H

#include "base/arena.h"
#include "catalogue/experiment.h"
#include "play/play.h"
#include "store/store.h"

struct dt_again {
	struct dt_store *store;         /* borrowed */
	struct dt_arena arena;
	struct dt_experiment experiment;
	int64_t id;
	bool *missing;                  /* [run - 1], of those asked for */
	bool *skip;                     /* the same; what is not to be played */
};

/* id 0: of the only experiment. DT_EUSAGE: there is none of that number, or
 * there are several; DT_ESTORE: this program cannot play it again. */
enum dt_status dt_again_open(struct dt_again *again, struct dt_store *store,
    int64_t id, struct dt_error *err);
void dt_again_close(struct dt_again *again);

/* What is to be done with each run; anything but DT_OK ends it. */
typedef enum dt_status dt_again_take(void *to, const struct dt_play_run *run,
    struct dt_error *err);

/* One run, with its rounds: DT_EUSAGE if the store has no such run; DT_ESTORE
 * if its rows of run and outcome are not those that were played. */
enum dt_status dt_again_run(struct dt_again *again, int64_t number,
    dt_again_take *take, void *to, struct dt_error *err);

/*
 * Adds the rounds of all its runs to a store that was opened to append, in one
 * transaction; each run is compared first, as above. `step`, which may be NULL,
 * is called after each run. DT_EUSAGE as dt_store_deepen says it, or the engine
 * keeps none; DT_ESTOPPED. What fails leaves the file as it was.
 */
enum dt_status dt_again_add_rounds(struct dt_again *again, int threads,
    const atomic_bool *stop, void (*step)(void *to), void *to,
    struct dt_error *err);

#endif
