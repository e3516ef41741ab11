/* party: the actions of `detente party`, a file a kind. For party*.c alone. */
#ifndef DT_CMD_PARTY_H
#define DT_CMD_PARTY_H

#include "cli/command.h"

struct dt_cmd_party_action {
	const char *name, *brief;
	const char *wants;      /* options that it cannot do without: "key
	                         * round"; "" for none */
	int least, most;        /* operands behind the folder; -1: any */
	enum dt_exit (*run)(struct dt_command_call *call,
	    const struct dt_cmd_party_action *action);
};

/* party_now.c. The time in seconds: SOURCE_DATE_EPOCH, or now. */
uint64_t dt_cmd_party_now(void);

/* party_found.c, party_say.c, party_keep.c, party_show.c */
enum dt_exit dt_cmd_party_found(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);
enum dt_exit dt_cmd_party_say(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);
enum dt_exit dt_cmd_party_append(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);
enum dt_exit dt_cmd_party_take(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);
enum dt_exit dt_cmd_party_prove(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);
enum dt_exit dt_cmd_party_status(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);
enum dt_exit dt_cmd_party_database(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);

/* party_witness.c */
enum dt_exit dt_cmd_party_witness(struct dt_command_call *call,
    const struct dt_cmd_party_action *action);

/* party_audit.c: `detente audit` of a database that `party` made. *is: is it
 * one? Else nothing was said. */
enum dt_exit dt_cmd_party_audit(struct dt_command_call *call, bool *is);

/* The same of those experiments in a file with others, into its report. */
struct dt_audit_report;
struct dt_cosigned_list;
struct dt_pins;
enum dt_status dt_cmd_party_audit_among(const struct dt_command_call *call,
    const struct dt_pins *pins, struct dt_cosigned_list *cosigned,
    struct dt_audit_report *report, struct dt_error *err);

#endif
