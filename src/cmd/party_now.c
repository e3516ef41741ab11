/* party_now: see party.h. */
#include <stdlib.h>
#include <time.h>

#include "cmd/party.h"

uint64_t
dt_cmd_party_now(void)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	return fixed && *fixed ? strtoull(fixed, NULL, 10) :
	    (uint64_t)time(NULL);
}
