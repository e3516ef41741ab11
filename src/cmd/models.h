/*
 * models: the models of the literature (lab/classic.h) as `detente list
 * models` and `detente show model NAME` print them.
 */
#ifndef DT_CMD_MODELS_H
#define DT_CMD_MODELS_H

#include "cli/listing.h"

/* Whether a KIND is theirs: "model" or "models". */
bool dt_cmd_models_is(const char *word);

void dt_cmd_models_listing(struct dt_listing *listing);

enum dt_exit dt_cmd_models_show(const struct dt_command_call *call,
    const char *name);

#endif
