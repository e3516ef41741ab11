/* sources_parts: what the files of sources share. */
#ifndef DT_CMD_SOURCES_PARTS_H
#define DT_CMD_SOURCES_PARTS_H

#include "catalogue/cites.h"
#include "cmd/sources.h"

struct dt_cmd_sources {
	struct dt_command_call *call;   /* set first */
	const struct dt_work *works;
	size_t n;
	struct dt_citing *citing;
	size_t n_citing;
};

enum dt_status dt_cmd_sources_read(struct dt_cmd_sources *sources,
    struct dt_error *err);

/* "strategy grim, published dresher-4-2 (table 3)": at most so many (0: all)
 * of the files that cite a work, then "and N more"; nothing if none does. */
void dt_cmd_sources_citing(const struct dt_cmd_sources *sources,
    const struct dt_work *work, size_t most, struct dt_text *text);

/* A work for people, in some lines. */
void dt_cmd_sources_tell(const struct dt_cmd_sources *sources,
    const struct dt_work *work, struct dt_text *text);

#endif
