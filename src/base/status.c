/* status: see status.h. */
#include "base/status.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum dt_status
dt_status_fail(struct dt_error *err, enum dt_status status,
    const char *format, ...)
{
	if (err == NULL)
		return status;
	err->status = status;
	va_list args;
	va_start(args, format);
	vsnprintf(err->message, sizeof(err->message), format, args);
	va_end(args);
	return status;
}

enum dt_status
dt_status_no_memory(struct dt_error *err)
{
	return dt_status_fail(err, DT_ENOMEM, "out of memory");
}

enum dt_status
dt_status_unread(struct dt_error *err, const char *path, int error)
{
	bool missing = error == ENOENT || error == ENOTDIR;
	return dt_status_fail(err, missing ? DT_EINPUT : DT_EIO, "%s: %s",
	    path, strerror(error));
}
