/* node_mend_edit: what several repairs do to a copy; see node_mend.h. */
#include "base/node_mend.h"

bool
dt_node_mend_drop(struct dt_node_copy *copy, size_t line)
{
	if (line >= copy->n || dt_node_copy_idle(&copy->lines[line]))
		return false;
	dt_node_copy_drop(copy, line);
	return true;
}

bool
dt_node_mend_quote(struct dt_node_copy *copy, size_t line, size_t column)
{
	dt_faults_add(copy->faults, dt_node_copy_point(copy, line, column),
	    "close it on the same line", "this quote is never closed");
	dt_node_copy_tear(copy, line, column);
	return true;
}
