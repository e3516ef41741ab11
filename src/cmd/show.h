/*
 * show: what `detente show` tells of each kind of file: show_KIND.c.
 * A teller gets the struct that the file's schema filled.
 */
#ifndef DT_CMD_SHOW_H
#define DT_CMD_SHOW_H

#include "cli/command.h"
#include "format/json.h"

struct dt_cmd_kind;     /* cmd/kinds.h */

struct dt_cmd_show {
	const struct dt_command_call *call;
	const struct dt_catalogue_kind *kind;
	const struct dt_cmd_kind *how;  /* it is shown */
	const char *path;
	const void *content;            /* the kind's struct */
	const struct dt_node *resolved; /* the same as a tree */
	const struct dt_node *written;  /* as in the file, others grafted in */
	struct dt_text *text;
};

/* "; did you mean ...?" where a word is no kind: a kind that has a file so named,
 * a kind that is near, or a name that may be meant; or "". */
const char *dt_cmd_show_meant(const struct dt_command_call *call,
    const char *word);

/* What it does or says, a sentence a line. */
void dt_cmd_show_strategy(const struct dt_cmd_show *show,
    struct dt_text *sentences);
void dt_cmd_show_treaty(const struct dt_cmd_show *show,
    struct dt_text *sentences);

/* A strategy as a machine: for people, in JSON, and as --format dot, --svg and
 * --sees ask for it. */
void dt_cmd_show_machine(const struct dt_cmd_show *show);
void dt_cmd_show_machine_json(const struct dt_cmd_show *show, json_t *json);
bool dt_cmd_show_machine_instead(const struct dt_cmd_show *show,
    enum dt_exit *exit);

/* Tables and pictures of a kind, each with a heading. */
void dt_cmd_show_terms(const struct dt_cmd_show *show);
void dt_cmd_show_payoffs(const struct dt_cmd_show *show);
/* What to do with it, %s for its name; NULL: nothing that is brought fits. */
const char *dt_cmd_show_payoffs_advice(const struct dt_cmd_show *show);
const char *dt_cmd_show_prior_advice(const struct dt_cmd_show *show);
void dt_cmd_show_scenario(const struct dt_cmd_show *show);
void dt_cmd_show_agent(const struct dt_cmd_show *show);
void dt_cmd_show_sweep(const struct dt_cmd_show *show);
void dt_cmd_show_prior(const struct dt_cmd_show *show);
void dt_cmd_show_menu(const struct dt_cmd_show *show);
void dt_cmd_show_negotiator(const struct dt_cmd_show *show);
void dt_cmd_show_lesson(const struct dt_cmd_show *show);
/* The teacher's sheet, for --sheet. */
bool dt_cmd_show_lesson_instead(const struct dt_cmd_show *show,
    enum dt_exit *exit);

/* A named query is no file of a kind: all of `show` for it. */
/* All tables and views of a database, or the columns of one (NULL: all). */
enum dt_exit dt_cmd_show_schema(struct dt_command_call *call,
    const char *name);
enum dt_exit dt_cmd_show_query(struct dt_command_call *call,
    const char *name);

/* A game in normal form, by name or path, in the form of --format: all of
 * `show` for it. */
enum dt_exit dt_cmd_show_game(struct dt_command_call *call,
    const char *name);

/* What was signed in a run of a database: all of `show` for it. */
enum dt_exit dt_cmd_show_evidence(struct dt_command_call *call,
    const char *path);

/* An empty line and a heading. */
void dt_cmd_show_heading(const struct dt_cmd_show *show, const char *words);

/* Keys with their values and units: those that differ from the default in a
 * table, the rest in a paragraph. Passes over what stands for itself: names,
 * titles, lists of maps, other files. */
void dt_cmd_show_keys(const struct dt_cmd_show *show);

#endif
