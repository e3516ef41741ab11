/* status: see status.h. */
#include "base/status.h"

#include <stdarg.h>
#include <stdio.h>

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
