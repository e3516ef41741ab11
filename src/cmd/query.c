/* query: `detente query DB NAME`, named queries and SQL on a database. */
#include "cmd/verbs.h"

#include <ctype.h>
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "cli/output.h"
#include "catalogue/queries.h"
#include "cmd/listings.h"
#include "cmd/rows.h"
#include "sql/sql.h"

enum { SQL_MOST = 1 << 20 };

static bool
is_name(const char *word)
{
	for (; *word != '\0'; word++)
		if (!isalnum((unsigned char)*word) &&
		    strchr("-_.", *word) == NULL)
			return false;
	return true;
}

static enum dt_status
read_stdin(const struct dt_command_call *call, const char **sql,
    struct dt_error *err)
{
	char *bytes = dt_arena_new(call->arena, SQL_MOST + 1, 1);
	if (bytes == NULL)
		return dt_status_no_memory(err);
	size_t n = fread(bytes, 1, SQL_MOST + 1, stdin);
	if (ferror(stdin))
		return dt_status_fail(err, DT_EIO,
		    "cannot read standard input");
	if (n > SQL_MOST)
		return dt_status_fail(err, DT_EUSAGE,
		    "the SQL on standard input is longer than 1 MiB");
	*sql = bytes;
	return DT_OK;
}

/* The SQL of the second operand: "-", a query's name, or itself. */
static enum dt_status
find_sql(const struct dt_command_call *call, const char **sql,
    struct dt_query_file *named, struct dt_error *err)
{
	const char *word = call->operands[1];
	if (strcmp(word, "-") == 0)
		return read_stdin(call, sql, err);
	*sql = word;
	if (!is_name(word) || word[0] == '\0')
		return DT_OK;
	enum dt_status status = dt_queries_find(&call->catalogue, word, named, err);
	*sql = named->sql;
	return status;
}

static struct dt_query *watched;

/* SQLite looks at no clock inside of one function: then the call ends here. */
static void
watch(int signal)
{
	static const char words[] = "detente: SQL: error: its time is up: ask "
	    "for less or allow it more\n";
	(void)signal;
	if (watched == NULL || !dt_query_overdue(watched))
		return;
	dt_output_abandon();
	ssize_t ignored = write(STDERR_FILENO, words, sizeof(words) - 1);
	(void)ignored;
	_exit(DT_EXIT_FAILURE);
}

static void
start_watch(struct dt_query *query)
{
	const struct itimerval often = { { 0, 100000 }, { 0, 100000 } };
	struct sigaction act = { .sa_handler = watch, .sa_flags = SA_RESTART };
	watched = query;
	sigaction(SIGALRM, &act, NULL);
	setitimer(ITIMER_REAL, &often, NULL);
}

static void
end_watch(void)
{
	const struct itimerval never = { { 0, 0 }, { 0, 0 } };
	setitimer(ITIMER_REAL, &never, NULL);
	watched = NULL;
}

/* What the columns mean, for people. */
static void
introduce(const struct dt_command_call *call,
    const struct dt_query_file *named)
{
	struct dt_text about = { 0 };
	dt_text_wrap(&about, named->about, 0, call->width);
	dt_command_advise(call, "%s\n\n%s\n", named->title,
	    dt_text_string(&about));
	dt_text_free(&about);
}

static enum dt_exit
print(struct dt_command_call *call, struct dt_query *query,
    const struct dt_query_file *named)
{
	size_t n = 0;
	bool text = dt_command_format(call) == DT_FORMAT_TEXT;
	if (text && named->title != NULL)
		introduce(call, named);
	enum dt_exit exit = dt_output_open(call);
	if (exit != DT_EXIT_OK)
		return exit;
	exit = dt_output_close(call, dt_cmd_rows_print(call, query, &n));
	if (exit == DT_EXIT_OK && text)
		dt_command_advise(call, "\n%zu %s", n,
		    n == 1 ? "row" : "rows");
	return exit;
}

static enum dt_exit
ask(struct dt_command_call *call)
{
	struct dt_error err = { 0 };
	struct dt_query_file named = { 0 };
	struct dt_query *query = NULL;
	const char *sql = NULL;
	bool bad = false;
	const struct dt_query_terms terms = {
		.seconds = dt_command_number(call, "timeout", 0, 1e9, 60,
		    &bad),
		.functions = dt_sql_functions,
	};
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_status status = find_sql(call, &sql, &named, &err);
	if (status == DT_OK)
		status = dt_query_open(&query, call->operands[0], sql,
		    &terms, &err);
	if (status != DT_OK)
		return dt_command_fail(call, NULL, &err);
	start_watch(query);
	enum dt_exit exit = print(call, query, &named);
	end_watch();
	dt_query_close(query);
	return exit;
}

static enum dt_exit
list(struct dt_command_call *call)
{
	struct dt_listing queries;
	struct dt_error err = { 0 };
	if (dt_cmd_listings_queries(call, &queries, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	enum dt_exit exit = dt_listing_print(call, &queries, false);
	if (exit == DT_EXIT_OK)
		dt_command_advise(call, "\nAsk one: detente query %s NAME; "
		    "its SQL: detente show query NAME", call->n_operands > 0 ?
		    call->operands[0] : "DB");
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
	return ask(call);
}

static const struct dt_option options[] = {
	{ "list", 'l', NULL, false, NULL, "list the named queries" },
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
	    "SQL runs in a sandbox that can only read this one file. Besides "
	    "SQLite's functions it has those of detente-sql(5): medians, "
	    "intervals, survival, and answers of game theory. Tables, views "
	    "and columns are described in detente-db(5), and in the file "
	    "itself: select * from schema_doc.\n\n"
	    "Text rounds to five significant digits; JSON and CSV have every "
	    "digit.",
	.examples = "detente query frontier.db treaty-effect\n"
	    "detente query frontier.db \"select name, pause_share from "
	    "agent_summary\"\n"
	    "detente query frontier.db pairwise --format csv -o pairs.csv\n"
	    "detente query frontier.db - < question.sql",
	.options = options,
	.at_once = true,
	.run = run,
};
