/* engine: see engine.h. */
#include "engine/engine.h"

#include <stddef.h>

const char *const dt_engine_words[] = {
	"auto", "reference", "lanes", "chain", NULL
};
