/* citation: see citation.h. */
#include "cmd/citation.h"

#include "version.h"

void
dt_cmd_citation(struct dt_text *text)
{
	dt_text_add(text, "The authors of détente (2026). détente: negotiating "
	    "and keeping a pause in an AI\nrace, version %s. Computer program. "
	    "Licence GPL-3.0-or-later.\n\n"
	    "@software{detente,\n"
	    "  author  = {{The authors of d{\\'e}tente}},\n"
	    "  title   = {d{\\'e}tente: negotiating and keeping a pause in an "
	    "{AI} race},\n"
	    "  version = {%s},\n"
	    "  year    = {2026},\n"
	    "  note    = {GPL-3.0-or-later}\n"
	    "}\n\n"
	    "Give the seed and the command with a number: 'detente query DB "
	    "provenance' has\nboth. A model of the literature is cited by its "
	    "own source, which 'detente solve'\nand 'detente show' name.\n",
	    DT_VERSION, DT_VERSION);
}
