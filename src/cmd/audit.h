/* audit: what the files of the verb `audit` share. */
#ifndef DT_CMD_AUDIT_H
#define DT_CMD_AUDIT_H

#include <jansson.h>

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

/* audit_cosigned.c: what witnesses have cosigned: the file of --cosigned, or
 * DB.cosigned. NULL: memory is out. */
const char *dt_cmd_audit_cosigned_path(const struct dt_command_call *call);
/* Into the call's arena; nothing where there is no file, but where it was
 * named it must be there. */
enum dt_status dt_cmd_audit_cosigned_read(const struct dt_command_call *call,
    const struct dt_pins *pins, struct dt_cosigned_list *list,
    struct dt_error *err);
/* Adds records that the file does not have. */
enum dt_status dt_cmd_audit_cosigned_add(const char *path,
    const struct dt_text *records, struct dt_error *err);
/* Opens the witness's key; where it keeps what it has cosigned is that of
 * --witness-state, or PATH.seen. */
enum dt_status dt_cmd_audit_witness(const struct dt_command_call *call,
    const char *path, struct dt_key **witness, const char **seen,
    struct dt_error *err);
/* By whom, how much of the entries, when. */
void dt_cmd_audit_cosigned_words(const struct dt_cosigned_seen *seen,
    size_t n, uint64_t entries, struct dt_text *text);
json_t *dt_cmd_audit_cosigned_json(const struct dt_cosigned_seen *seen,
    size_t n);

/* With --solutions: finds them again, and adds what differs to the report. */
enum dt_status dt_cmd_audit_solutions(const struct dt_command_call *call,
    struct dt_audit_report *report, struct dt_error *err);

/* Holds talks again, which the audit has left, and adds what differs. */
enum dt_status dt_cmd_audit_talks(const struct dt_command_call *call,
    const struct dt_audit_request *request, struct dt_audit_report *report,
    struct dt_error *err);
/* Whether an experiment is talks. */
bool dt_cmd_audit_is_talks(const struct dt_audit_experiment *experiment);

/* Two databases, in place of an audit of one. */
enum dt_exit dt_cmd_audit_against(const struct dt_command_call *call);

/* One experiment, for people. */
void dt_cmd_audit_experiment(const struct dt_command_call *call,
    const struct dt_audit_experiment *experiment, struct dt_text *text);

#endif
