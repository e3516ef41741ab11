/* listings: entries of each kind, for `detente list` and `query --list`. */
#ifndef DT_CMD_LISTINGS_H
#define DT_CMD_LISTINGS_H

#include "cli/listing.h"

enum dt_status dt_cmd_listings_games(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err);
enum dt_status dt_cmd_listings_queries(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err);
/* Files that people write, of a kind. */
enum dt_status dt_cmd_listings_files(const struct dt_command_call *call,
    const char *kind, struct dt_listing *listing, struct dt_error *err);

#endif
