/* query_ask: one question is asked, printed and drawn; see query.h. */
#include "cmd/query.h"

#include <ctype.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "cli/output.h"
#include "catalogue/queries.h"
#include "cmd/rows.h"
#include "report/picture.h"
#include "sql/sql.h"
#include "store/store.h"

enum { SQL_MOST = 1 << 20, ROWS_MOST = 100000 };

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
		dt_command_advise(call, "\n%zu %s%s%s", n,
		    n == 1 ? "row" : "rows", n == 0 && named->empty != NULL &&
		    *named->empty ? ": " : "", n == 0 && named->empty != NULL ?
		    named->empty : "");
	return exit;
}

struct question {
	struct dt_command_call *call;
	struct dt_query_file named;     /* name NULL: SQL of one's own */
	const char *sql;
	struct dt_query_terms terms;
	const char *svg;                /* of --svg; NULL: no picture */
	struct dt_query_rows rows;      /* where there is a picture */
};

static enum dt_status
read_question(struct question *q, struct dt_error *err)
{
	const struct dt_command_call *call = q->call;
	struct dt_query_value *values = NULL;
	enum dt_status status = find_sql(call, &q->sql, &q->named, err);
	if (status == DT_OK && q->svg != NULL && q->named.name == NULL)
		status = dt_status_fail(err, DT_EUSAGE, "--svg draws a named "
		    "query; what is to be drawn of SQL is not known: keep it "
		    "in queries/NAME.sql with a line -- picture: ...");
	if (status == DT_OK && q->svg != NULL && q->named.picture.kind == NULL)
		status = dt_status_fail(err, DT_EUSAGE, "the query %s has no "
		    "picture; detente query --list tells which have one",
		    q->named.name);
	if (status == DT_OK)
		status = dt_query_set(call->arena, q->named.name ? &q->named :
		    NULL, dt_command_values(call, "set"), &values,
		    &q->terms.n_values, err);
	q->terms.values = values;
	q->terms.attached = dt_command_values(call, "attach");
	return status;
}

/* A picture looks at all rows at once; they are printed from memory then. */
static enum dt_exit
take(struct question *q, struct dt_query *query)
{
	struct dt_error err = { 0 };
	if (q->svg == NULL)
		return DT_EXIT_OK;
	enum dt_status status = dt_query_rows_take(query, q->call->arena,
	    ROWS_MOST, &q->rows, &err);
	if (status == DT_OK)
		status = dt_query_rows_find_units(&q->rows, q->call->arena,
		    q->call->operands[0], &q->named, &err);
	if (status != DT_OK)
		return dt_command_fail(q->call, NULL, &err);
	dt_query_rows_again(query, &q->rows);
	return DT_EXIT_OK;
}

static enum dt_exit
draw(struct question *q)
{
	struct dt_error err = { 0 };
	struct dt_text svg = { 0 };
	if (q->svg == NULL)
		return DT_EXIT_OK;
	enum dt_exit exit = dt_picture_draw(q->call->arena, &q->named,
	    &q->rows, &svg, &err) == DT_OK ?
	    dt_output_open_path(q->call, q->svg) :
	    dt_command_fail(q->call, NULL, &err);
	if (exit == DT_EXIT_OK)
		exit = dt_output_close_path(q->call, q->svg,
		    dt_command_write(q->call, &svg));
	dt_text_free(&svg);
	return exit;
}

static void
tell_newer(const struct dt_command_call *call, const struct dt_query *query)
{
	if (dt_query_newer(query) != 0)
		dt_command_tell("note: %s was written by a newer détente "
		    "(version %" PRId64 " of the tables; this one knows %d): it "
		    "is read only, and what is new in it is not known here\n",
		    call->operands[0], dt_query_newer(query),
		    DT_STORE_VERSION);
}

static enum dt_exit
answer(struct question *q)
{
	struct dt_error err = { 0 };
	struct dt_query *query = NULL;
	if (read_question(q, &err) != DT_OK || dt_query_open(&query,
	    q->call->operands[0], q->sql, &q->terms, &err) != DT_OK)
		return dt_command_fail(q->call, NULL, &err);
	tell_newer(q->call, query);
	start_watch(query);
	enum dt_exit exit = take(q, query);
	if (exit == DT_EXIT_OK)
		exit = draw(q);
	if (exit == DT_EXIT_OK)
		exit = print(q->call, query, &q->named);
	end_watch();
	dt_query_close(query);
	return exit;
}

enum dt_exit
dt_cmd_query_ask(struct dt_command_call *call)
{
	struct question q = { .call = call,
	    .svg = dt_command_value(call, "svg") };
	bool bad = false;
	q.terms.seconds = dt_command_number(call, "timeout", 0, 1e9, 60,
	    &bad);
	q.terms.functions = dt_sql_functions;
	return bad ? DT_EXIT_USAGE : answer(&q);
}
