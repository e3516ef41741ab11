/* store_figure: see store_figure.h. */
#include "store/store_figure.h"

#include <stddef.h>

#define WORD(id, name, ...) #name,
const char *const dt_store_figure_words[] = { DT_FIGURE_GAMES(WORD) NULL };
