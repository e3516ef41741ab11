/*
 * report: what the files of `detente report` share.
 *
 * report.c        the page of a database
 * report_brief.c  the sheet, of a database or of a scenario
 * report_print.c  either, into its file
 */
#ifndef DT_CMD_REPORT_H
#define DT_CMD_REPORT_H

#include "cli/command.h"
#include "report/digest.h"

/* Prints a page to --output. */
enum dt_exit dt_cmd_report_print(struct dt_command_call *call,
    const struct dt_text *page);

/* --brief: of the request's database if the operand is one, else of a
 * scenario. */
enum dt_exit dt_cmd_report_brief(struct dt_command_call *call,
    const struct dt_digest_request *request);

#endif
