/* class_store: what the files that write a block have in common. For
 * src/class/class_store*.c and class_log.c alone. */
#ifndef DT_CLASS_STORE_H
#define DT_CLASS_STORE_H

#include "class/class_internal.h"
#include "play/record.h"

struct dt_class_store {
	struct dt_class *class;
	struct dt_store *store;
	struct dt_class_game *game;
	struct dt_record record;
};

/* Into the open transaction: who sat where, what each move came from, what was
 * answered of the block's quiz. */
enum dt_status dt_class_store_people(struct dt_class_store *store,
    struct dt_error *err);
/* Outside of any: what else was answered. */
enum dt_status dt_class_store_answers(struct dt_class_store *store,
    struct dt_error *err);

/* Signers, entries and the checkpoint of the experiment. */
enum dt_status dt_class_log(struct dt_class_store *store,
    struct dt_error *err);

#endif
