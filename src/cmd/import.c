/* import: a file of moves that people made, into a database. */
#include <inttypes.h>
#include <string.h>

#include "cmd/backup.h"
#include "cmd/solve.h"
#include "cmd/verbs.h"
#include "infer/moves.h"
#include "play/record.h"

struct job {
	struct dt_command_call *call;
	struct dt_moves_request request;
	struct dt_moves moves;
	struct dt_moves_provenance provenance;
	struct dt_moves_count count;
	struct dt_faults faults;
	char time[32];
};

static enum dt_status
read_all(struct job *j, struct dt_error *err)
{
	j->faults.arena = j->call->arena;
	j->moves = (struct dt_moves){ .arena = j->call->arena,
		.faults = &j->faults };
	enum dt_status status = dt_moves_read(&j->request, &j->moves, err);
	return status ? status : dt_moves_match(&j->moves, err);
}

static enum dt_status
store(struct job *j, struct dt_error *err)
{
	const char *path = dt_command_value(j->call, "output");
	enum dt_store_how how = dt_command_value(j->call, "append") ?
	    DT_STORE_APPEND : dt_command_value(j->call, "force") ?
	    DT_STORE_REPLACE : DT_STORE_CREATE;
	struct dt_store *db = NULL;
	enum dt_status status = dt_store_open(&db, path, how, err);
	if (status == DT_OK)
		status = dt_moves_store(&j->moves, &j->request,
		    &j->provenance, db, &j->count, err);
	if (status == DT_OK)
		status = dt_store_settle(db, err);
	dt_cmd_backup_tell(j->call, db, path);
	enum dt_status closed = dt_store_close(db, status ? NULL : err);
	return status ? status : closed;
}

static enum dt_exit
tell(const struct job *j)
{
	const struct dt_moves_count *c = &j->count;
	const char *path = dt_command_value(j->call, "output");
	struct dt_text text = { 0 };
	dt_text_add(&text, "%s: %" PRId64 " choices of %" PRId64 " subjects in "
	    "%" PRId64 " match%s, %" PRId64 " treatment%s\n", path, c->choices,
	    c->subjects, c->matches, c->matches == 1 ? "" : "es",
	    c->treatments, c->treatments == 1 ? "" : "s");
	if (c->found > 0)
		dt_text_add(&text, "%" PRId64 " of them %s there already, and "
		    "left as %s\n", c->found, c->found == 1 ? "was" : "were",
		    c->found == 1 ? "it was" : "they were");
	if (j->moves.unread[0] != '\0')
		dt_text_add(&text, "columns that were not read: %s\n",
		    j->moves.unread);
	enum dt_exit exit = j->call->quiet ? DT_EXIT_OK :
	    dt_command_write(j->call, &text);
	dt_text_free(&text);
	if (exit == DT_EXIT_OK)
		dt_command_advise(j->call, "Next: detente infer %s", path);
	return exit;
}

/* ',' where nothing is said; 0: more than a character. */
static char
separator_of(const struct dt_command_call *call)
{
	const char *given = dt_command_value(call, "separator");
	if (given == NULL)
		return ',';
	if (strcmp(given, "tab") == 0 || strcmp(given, "\\t") == 0)
		return '\t';
	return given[0] != '\0' && given[1] == '\0' && given[0] != '"' ?
	    given[0] : '\0';
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct job j = { .call = call };
	struct dt_error err = { 0 };
	struct dt_record_provenance made;
	j.request = (struct dt_moves_request){ .path = call->operands[0],
		.columns = dt_command_values(call, "column"),
		.pause = dt_command_value(call, "pause"),
		.race = dt_command_value(call, "race"),
		.separator = separator_of(call) };
	if (dt_command_value(call, "output") == NULL)
		return dt_command_usage(call, "it needs -o DB, to import "
		    "into");
	if ((j.request.pause == NULL) != (j.request.race == NULL))
		return dt_command_usage(call, "--pause and --race go "
		    "together");
	if (j.request.separator == '\0')
		return dt_command_usage(call, "a separator is one character, "
		    "or 'tab'");
	enum dt_exit exit = dt_cmd_solve_provenance(call, &made);
	if (exit != DT_EXIT_OK)
		return exit;
	j.provenance = (struct dt_moves_provenance){ made.command,
		made.version, made.libraries, dt_record_time(j.time) };
	enum dt_status status = read_all(&j, &err);
	if (status == DT_OK)
		status = store(&j, &err);
	return status == DT_OK ? tell(&j) :
	    dt_command_fail(call, &j.faults, &err);
}

/* What says where, and is not part of the command that is kept. */
static const struct dt_option where[] = {
	{ "output", 'o', "DB", false, "@files", "the database" },
	{ "append", 'a', NULL, false, NULL, "add to a database that is there" },
	{ "force", 'f', NULL, false, NULL, "replace a database that is there" },
	{ 0 }
};

static const struct dt_option options[] = {
	{ "column", 'c', "OURS=THEIRS", true, NULL,
	  "how the file calls a column: treatment, session, subject, opponent, "
	  "match, round, move, executed, other_move, last_move, last_other, "
	  "payoff; OURS= reads none" },
	{ "pause", 0, "CODE", false, NULL,
	  "how the file writes PAUSE; pause, P, C or cooperate if not given" },
	{ "race", 0, "CODE", false, NULL,
	  "how it writes RACE; race, R, D or defect if not given" },
	{ "separator", 0, "CHARACTER", false, NULL,
	  "between columns, or 'tab'; a comma if not given" },
	{ 0 }
};

const struct dt_command dt_cmd_import = {
	.name = "import",
	.brief = "read a file of moves that people made",
	.operands = "MOVES",
	.operand_words = "@files",
	.least = 1,
	.most = 1,
	.about = "Reads MOVES, a CSV file with a line a choice, into a database "
	    "whose rounds all other verbs read. A treatment becomes an "
	    "experiment. The database says that it was imported: it cannot be "
	    "played again, and the audit says so.",
	.examples = "detente import moves.csv -o lab.db\n"
	    "detente import df2011.csv -c subject=id -c match=game -c "
	    "round=period -c move=choice -c other_move=other.choice -o df2011.db",
	.options = options,
	.more = where,
	.run = run,
};
