/* negotiate: what the files of the verb share. */
#ifndef DT_CMD_NEGOTIATE_H
#define DT_CMD_NEGOTIATE_H

#include "cmd/talks.h"

/* Over the keys of --vary. */
enum dt_exit dt_cmd_negotiate_vary(struct dt_cmd_talks *talks);

#endif
