/* sources: what is cited, for `list`, `show` and `help`. */
#ifndef DT_CMD_SOURCES_H
#define DT_CMD_SOURCES_H

#include "cli/listing.h"
#include "cmd/show.h"

enum dt_status dt_cmd_sources_listing(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err);

/* One by its key: all of `show` for it. */
enum dt_exit dt_cmd_sources_show(struct dt_command_call *call,
    const char *key);

/* All of them with what cites them, for people or as an mdoc list. */
enum dt_exit dt_cmd_sources_all(struct dt_command_call *call, bool mdoc);

/* What a file cites itself, for its text and its JSON ("cites"); nothing where
 * it cites nothing. */
void dt_cmd_sources_cited(const struct dt_cmd_show *show);
void dt_cmd_sources_cited_json(const struct dt_cmd_show *show, json_t *json);

#endif
