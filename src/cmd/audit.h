/* audit: what the files of the verb `audit` share. */
#ifndef DT_CMD_AUDIT_H
#define DT_CMD_AUDIT_H

#include "cli/command.h"
#include "audit/audit.h"

/* The report, for people and for programs. */
enum dt_exit dt_cmd_audit_text(const struct dt_command_call *call,
    const struct dt_audit_report *report);
enum dt_exit dt_cmd_audit_json(const struct dt_command_call *call,
    const struct dt_audit_report *report);
/* One experiment, for people. */
void dt_cmd_audit_experiment(const struct dt_command_call *call,
    const struct dt_audit_experiment *experiment, struct dt_text *text);

#endif
