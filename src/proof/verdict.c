/* verdict: see verdict.h. */
#include "proof/verdict.h"

#include <stdarg.h>
#include <stdio.h>

enum dt_verdict
dt_verdict_say(struct dt_error *why, enum dt_verdict verdict,
    const char *format, ...)
{
	if (why == NULL)
		return verdict;
	why->status = DT_EINPUT;
	va_list args;
	va_start(args, format);
	vsnprintf(why->message, sizeof(why->message), format, args);
	va_end(args);
	return verdict;
}

enum dt_verdict
dt_verdict_no_memory(struct dt_error *why)
{
	dt_status_no_memory(why);
	return DT_VERDICT_UNKNOWN;
}
