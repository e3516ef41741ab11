/* query: `detente query DB NAME`, named queries and SQL on a database. */
#include "cmd/query.h"

#include <errno.h>
#include <unistd.h>

#include "cmd/listings.h"
#include "cmd/verbs.h"

static enum dt_exit
list(struct dt_command_call *call)
{
	struct dt_listing queries;
	struct dt_error err = { 0 };
	if (dt_cmd_listings_queries(call, &queries, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	enum dt_exit exit = dt_listing_print(call, &queries, false);
	if (exit == DT_EXIT_OK)
		dt_command_advise(call, "\nAsk one: detente query %s NAME "
		    "--set PARAMETER=VALUE; all about it: detente show query "
		    "NAME", call->n_operands > 0 ? call->operands[0] : "DB");
	return exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	bool only_list = dt_command_value(call, "list") != NULL;
	if (call->n_operands == 0 && !only_list)
		return dt_command_usage(call,
		    "it needs DB; --list does without");
	struct dt_error err;
	const char *path = call->n_operands > 0 ? call->operands[0] : NULL;
	if (path != NULL && access(path, F_OK) != 0) {
		dt_status_unread(&err, path, errno);
		return dt_command_fail(call, NULL, &err);
	}
	if (call->n_operands < 2 || only_list)
		return list(call);
	return dt_cmd_query_ask(call);
}

static const struct dt_option options[] = {
	{ "list", 'l', NULL, false, NULL,
	  "list the named queries with what they take" },
	{ "set", 's', "NAME=VALUE", true, NULL,
	  "a parameter of the query: what :NAME in the SQL is" },
	{ "attach", 0, "FILE", true, "@files",
	  "read another database beside it, as [NAME=]FILE; its tables are "
	  "NAME.run, NAME.outcome, ..., where NAME is not given that of the "
	  "file without folder and ending" },
	{ "svg", 0, "FILE", false, "@files",
	  "draw the answer of a named query that has a picture into FILE" },
	DT_COMMAND_FORMAT("text json csv"),
	DT_COMMAND_OUTPUT,
	DT_COMMAND_FORCE,
	{ "timeout", 0, "SECONDS", false, NULL,
	  "give up after that time; 60 where not given; 0: never" },
	{ 0 }
};

const struct dt_command dt_cmd_query = {
	.name = "query",
	.brief = "ask a database of outcomes, by name or in SQL",
	.operands = "[DB [NAME | SQL | -]]",
	.operand_words = "@files|@queries",
	.most = 2,
	.about = "Asks a database that 'detente run -o' wrote. A single word "
	    "is the NAME of a query (those of data/queries, and NAME.sql in "
	    "a folder queries/ of your own), anything else is SQL, and - "
	    "reads SQL from standard input. Without either, the named "
	    "queries are listed.\n\n"
	    "A named query may have parameters, with values of their own that "
	    "--set changes; in SQL a parameter is written :NAME. --svg draws "
	    "the answers that have a picture: bars with intervals, lines "
	    "with bands, survival.\n\n"
	    "SQL runs in a sandbox that can only read this file, and those of "
	    "--attach. Besides SQLite's functions it has those of detente-sql(5): medians, "
	    "intervals, survival, and answers of game theory. Tables, views "
	    "and columns are described in detente-db(5), and in the file "
	    "itself: select * from schema_doc.\n\n"
	    "Text rounds to five significant digits; JSON and CSV have every "
	    "digit.",
	.examples = "detente query frontier.db treaty-effect\n"
	    "detente query frontier.db \"select name, pause_share from "
	    "agent_summary\"\n"
	    "detente query frontier.db pairwise --format csv -o pairs.csv\n"
	    "detente query map.db pause-by-setting --set key=noise.slip --svg "
	    "slips.svg\n"
	    "detente query old.db --attach new.db \"select * from new.run\"\n"
	    "detente query frontier.db - < question.sql",
	.options = options,
	.at_once = true,
	.run = run,
};
