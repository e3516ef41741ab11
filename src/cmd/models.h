/*
 * models: the models of the literature (lab/classic.h) as `detente list
 * models` and `detente show model NAME` print them.
 */
#ifndef DT_CMD_MODELS_H
#define DT_CMD_MODELS_H

#include "cmd/command.h"

/* Whether a KIND is theirs: "model" or "models". */
bool dt_cmd_models_is(const char *word);

enum dt_exit dt_cmd_models_print(const struct dt_command_call *call,
    bool only_names);
enum dt_exit dt_cmd_models_show(const struct dt_command_call *call,
    const char *name);

#endif
