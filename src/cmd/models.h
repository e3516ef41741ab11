/*
 * models: the models of the literature (classic/classic.h) as `detente list
 * models` and `detente show model NAME` print them.
 */
#ifndef DT_CMD_MODELS_H
#define DT_CMD_MODELS_H

#include "cli/listing.h"

enum dt_status dt_cmd_models_listing(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err);

enum dt_exit dt_cmd_models_show(struct dt_command_call *call,
    const char *name);

#endif
