/* verbs: all verbs, one file each; the table is in main.c. */
#ifndef DT_CMD_VERBS_H
#define DT_CMD_VERBS_H

#include "cli/command.h"

extern const struct dt_command dt_cmd_audit;
extern const struct dt_command dt_cmd_check;
extern const struct dt_command dt_cmd_classroom;
extern const struct dt_command dt_cmd_claims;
extern const struct dt_command dt_cmd_compare;
extern const struct dt_command dt_cmd_design;
extern const struct dt_command dt_cmd_completion;
extern const struct dt_command dt_cmd_explore;
extern const struct dt_command dt_cmd_export;
extern const struct dt_command dt_cmd_help;
extern const struct dt_command dt_cmd_import;
extern const struct dt_command dt_cmd_infer;
extern const struct dt_command dt_cmd_init;
extern const struct dt_command dt_cmd_keygen;
extern const struct dt_command dt_cmd_list;
extern const struct dt_command dt_cmd_merge;
extern const struct dt_command dt_cmd_negotiate;
extern const struct dt_command dt_cmd_party;
extern const struct dt_command dt_cmd_query;
extern const struct dt_command dt_cmd_ratify;
extern const struct dt_command dt_cmd_report;
extern const struct dt_command dt_cmd_reproduce;
extern const struct dt_command dt_cmd_run;
extern const struct dt_command dt_cmd_show;
extern const struct dt_command dt_cmd_solve;
extern const struct dt_command dt_cmd_sweep;
extern const struct dt_command dt_cmd_tournament;
extern const struct dt_command dt_cmd_evolve;
extern const struct dt_command dt_cmd_verify;

#endif
