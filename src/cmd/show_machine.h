/* show_machine: a strategy as a machine: drawn, as a table, and its answer to
 * what it is given to see. */
#ifndef DT_CMD_SHOW_MACHINE_H
#define DT_CMD_SHOW_MACHINE_H

#include "format/diagram.h"
#include "format/json.h"
#include "game/study.h"
#include "cmd/show.h"

/* Its states and steps, as the text has them; in the call's arena. False:
 * memory is out. */
bool dt_cmd_show_machine_graph(const struct dt_cmd_show *show,
    struct dt_diagram *graph);

/* ---- show_mind.c: a strategy that is no machine ---- */

/* What it is, in sentences; its parameters; the same in JSON. */
void dt_cmd_show_mind_say(const struct dt_strategy *strategy,
    struct dt_text *sentences);
void dt_cmd_show_mind(const struct dt_cmd_show *show);
void dt_cmd_show_mind_json(const struct dt_cmd_show *show, json_t *json);
/* Whether it was asked for what only a machine has. */
bool dt_cmd_show_mind_instead(const struct dt_cmd_show *show,
    enum dt_exit *exit);

/* ---- show_answer.c ---- */

struct dt_cmd_show_answer {
	struct dt_automaton automaton;  /* for so many agents */
	size_t agents, rounds;  /* one more than was seen */
	const size_t *alarms;   /* by round; rounds - 1 */
	const double *race;     /* by round: chance to mean RACE */
	const double *state;    /* [round * states + state]: chance */
};

/* What --sees and --agents ask for. False: a usage error was told. */
bool dt_cmd_show_answer_read(const struct dt_cmd_show *show,
    struct dt_cmd_show_answer *answer);
void dt_cmd_show_answer_tell(const struct dt_cmd_show *show,
    const struct dt_cmd_show_answer *answer);
void dt_cmd_show_answer_json(const struct dt_cmd_show_answer *answer,
    json_t *json);

#endif
