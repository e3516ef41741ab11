/* verdict: see verdict.h. */
#include "proof/verdict.h"

#include <stdarg.h>
#include <stdio.h>

const char *
dt_verdict_word(enum dt_verdict verdict)
{
	static const char *const words[] = {
		[DT_VERDICT_GOOD] = "good",
		[DT_VERDICT_MALFORMED] = "malformed",
		[DT_VERDICT_STRANGER] = "by a stranger",
		[DT_VERDICT_FORGED] = "forged",
		[DT_VERDICT_UNPROVED] = "unproved",
		[DT_VERDICT_POINTLESS] = "pointless",
		[DT_VERDICT_UNKNOWN] = "unknown",
	};
	return words[verdict];
}

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
