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
/* Whose keys are expected: those of --pin, and of --remember, which takes a
 * newcomer as he is and writes him down. */
struct dt_cmd_audit_pins {
	struct dt_pins pins;
	bool wanted;            /* there are any */
	const char *remember;   /* the path, or NULL */
};
enum dt_status dt_cmd_audit_pins_open(struct dt_cmd_audit_pins *pins,
    const struct dt_command_call *call, struct dt_error *err);
void dt_cmd_audit_pins_close(struct dt_cmd_audit_pins *pins);
/* Of a report that is authentic. */
enum dt_status dt_cmd_audit_pins_remember(
    const struct dt_cmd_audit_pins *pins, const struct dt_command_call *call,
    const struct dt_audit_report *report, struct dt_error *err);

/* Two databases, in place of an audit of one. */
enum dt_exit dt_cmd_audit_against(const struct dt_command_call *call);

/* One experiment, for people. */
void dt_cmd_audit_experiment(const struct dt_command_call *call,
    const struct dt_audit_experiment *experiment, struct dt_text *text);

#endif
