/* citation: how to cite the program, as CITATION.cff has it. */
#ifndef DT_CMD_CITATION_H
#define DT_CMD_CITATION_H

#include "base/text.h"

void dt_cmd_citation(struct dt_text *text);

#endif
