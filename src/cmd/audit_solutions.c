/* audit_solutions: `detente audit --solutions`: what solve has kept, found
 * again; see audit.h. */
#include "cmd/audit.h"

#include "ask/solution_again.h"

static enum dt_status
fault(void *to, const struct dt_solution_again_fault *f, struct dt_error *err)
{
	return dt_audit_add(to, &(struct dt_audit_fault){ .table = f->table,
	    .column = f->column, .leaf = -1, .solution = f->solution,
	    .words = f->words }, err);
}

static enum dt_status
aside(void *to, int64_t solution, const char *why, struct dt_error *err)
{
	return dt_audit_add_aside(to, solution, why, err);
}

enum dt_status
dt_cmd_audit_solutions(const struct dt_command_call *call,
    struct dt_audit_report *report, struct dt_error *err)
{
	struct dt_solution_again again = { .roots = call->catalogue.roots,
		.go_on = dt_command_go_on, .fault = fault, .aside = aside,
		.to = report };
	if (dt_command_value(call, "solutions") == NULL ||
	    report->solutions == 0)
		return DT_OK;
	enum dt_status status = dt_solution_again(call->operands[0], &again,
	    err);
	report->solutions_again = again.again;
	report->solution_cells = again.cells;
	report->solutions_said = again.said;
	dt_audit_add_cover(report, "solution", again.again);
	dt_audit_add_cover(report, "solution_cell", again.cells);
	return status;
}
