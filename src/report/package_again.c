/*
 * package_again: configurations, and the script that plays them again; see
 * package_internal.h. The database's own `command` is a stranger's text: the
 * commands here are made of numbers and of words that the schema allows.
 */
#include "report/package_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "store/query.h"

enum column { ID, CONFIG, SEED, RUNS, ENGINE, DETAIL, EVIDENCE, PEOPLE };

static const char question[] = "SELECT experiment_id, config, seed,"
    " runs_stored, engine, detail, evidence, EXISTS (SELECT 1 FROM agent"
    " WHERE agent.experiment_id = experiment.experiment_id"
    " AND agent.strategy = 'person') FROM experiment"
    " ORDER BY experiment_id";

/* Letters and digits alone, as a seed and the schema's words are. */
static bool
is_plain(const char *word)
{
	return word[0] != '\0' && word[strspn(word,
	    "abcdefghijklmnopqrstuvwxyz0123456789")] == '\0';
}

static enum dt_status
write_config(struct dt_package_work *w, const struct dt_cell *row)
{
	struct dt_text text = { 0 };
	char name[64];
	snprintf(name, sizeof(name), "experiments/%" PRId64 ".yaml",
	    row[ID].integer);
	dt_text_add_n(&text, row[CONFIG].text, strlen(row[CONFIG].text));
	enum dt_status status = dt_package_file(w, name, &text);
	dt_text_free(&text);
	return status;
}

static enum dt_status
add_experiment(struct dt_package_work *w, const struct dt_cell *row,
    struct dt_text *script)
{
	bool plain = true;
	for (enum column c = SEED; c <= EVIDENCE; c++)
		plain = plain && (c == RUNS || is_plain(row[c].text));
	if (!plain)
		return dt_status_fail(w->err, DT_ESTORE, "%s: experiment %"
		    PRId64 ": its seed, engine, detail or evidence is no "
		    "word of this program's", w->package->database,
		    row[ID].integer);
	if (row[PEOPLE].integer != 0) {
		dt_text_add(script, "# Experiment %" PRId64 " was played by "
		    "people: detente audit data.db\n", row[ID].integer);
		return write_config(w, row);
	}
	dt_text_add(script, "detente run experiments/%" PRId64 ".yaml --seed "
	    "%s --runs %" PRId64 " --engine %s \\\n    --detail %s "
	    "--evidence %s --append -o again.db\n", row[ID].integer,
	    row[SEED].text, row[RUNS].integer, row[ENGINE].text,
	    row[DETAIL].text, row[EVIDENCE].text);
	return write_config(w, row);
}

enum dt_status
dt_package_again(struct dt_package_work *w)
{
	struct dt_query *query = NULL;
	const struct dt_cell *row = NULL;
	struct dt_text script = { 0 };
	dt_text_add(&script, "#!/bin/sh\n# Plays each experiment of data.db "
	    "again, into again.db. `detente audit data.db`\n# does the same "
	    "and compares row by row.\nset -e\ncd \"$(dirname \"$0\")\"\n");
	enum dt_status status = dt_query_open(&query, w->database, question,
	    &(struct dt_query_terms){ 0 }, w->err);
	while (status == DT_OK && (status = dt_query_next(query, &row,
	    w->err)) == DT_OK && row != NULL)
		status = add_experiment(w, row, &script);
	dt_query_close(query);
	if (status == DT_OK)
		status = dt_package_file(w, "run-again.sh", &script);
	dt_text_free(&script);
	return status;
}
