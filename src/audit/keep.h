/*
 * keep: a small file that says what was seen last: remembered keys, a
 * witness's checkpoints. It is replaced whole: written beside, synced to the
 * disk, then renamed, so that a crash leaves the old one or the new one.
 */
#ifndef DT_KEEP_H
#define DT_KEEP_H

#include "base/status.h"
#include "base/text.h"

/* The whole file into text; *there: it exists. DT_EIO. */
enum dt_status dt_keep_read(const char *path, struct dt_text *text,
    bool *there, struct dt_error *err);
/* DT_EIO: nothing was changed, or (said) it may not outlive a power cut. */
enum dt_status dt_keep_write(const char *path, const struct dt_text *text,
    struct dt_error *err);

#endif
