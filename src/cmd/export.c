/* export: a database as plain files, for other tools and other people. */
#include "cmd/verbs.h"

#include <inttypes.h>
#include <string.h>

#include "report/package.h"
#include "version.h"

/* frontier.db: frontier-package */
static const char *
name_folder(const struct dt_command_call *call)
{
	const char *path = call->operands[0];
	const char *slash = strrchr(path, '/');
	const char *name = slash == NULL ? path : slash + 1;
	const char *dot = strrchr(name, '.');
	size_t n = dot == NULL || dot == name ? strlen(name) :
	    (size_t)(dot - name);
	return dt_arena_print(call->arena, "%.*s-package", (int)n, name);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_error err = { 0 };
	const char *folder = dt_command_value(call, "dir");
	struct dt_package package = { .database = call->operands[0],
	    .replication = dt_command_value(call, "package") != NULL,
	    .version = DT_VERSION };
	if (folder == NULL && !package.replication)
		return dt_command_usage(call, "it needs --dir FOLDER for the "
		    "files, or --package");
	struct dt_stop stop;
	dt_stop_start(&stop, 0);
	stop.flag = &dt_command_stopped;
	package.stop = &stop;
	package.folder = folder != NULL ? folder : name_folder(call);
	if (package.folder == NULL)
		return dt_command_fail(call, NULL, NULL);
	if (dt_package_write(&package, &err) != DT_OK) {
		enum dt_exit failed = dt_command_fail(call, NULL, &err);
		return package.stopped ? DT_EXIT_INTERRUPTED : failed;
	}
	struct dt_text text = { 0 };
	dt_text_add(&text, "%s: %zu files, %" PRId64 " rows\n",
	    package.folder, package.files, package.rows);
	enum dt_exit exit = call->quiet ? DT_EXIT_OK :
	    dt_command_write(call, &text);
	dt_text_free(&text);
	if (exit == DT_EXIT_OK)
		dt_command_advise(call, "Next: read %s/README.txt",
		    package.folder);
	return exit;
}

static const struct dt_option options[] = {
	{ "dir", 0, "FOLDER", false, "@files",
	  "the folder to write, which must not be there yet" },
	{ "package", 'p', NULL, false, NULL,
	  "a replication package: CSV files, codebook, the database, "
	  "configurations, scripts that play and check again, hashes" },
	{ 0 }
};

const struct dt_command dt_cmd_export = {
	.name = "export",
	.brief = "write a database as CSV files, or as a replication package",
	.operands = "DB",
	.operand_words = "@files",
	.least = 1,
	.most = 1,
	.about = "Writes a CSV file a table, with the moves in words and the "
	    "summaries by run and by agent, a codebook that says what each "
	    "column means and in which unit, and a README. A table without "
	    "rows has no file.\n\n"
	    "--package adds what somebody needs to check it: the database, "
	    "each configuration, a script that plays everything again, scripts "
	    "in Python and R that work out the summaries from the raw rows by "
	    "themselves, and the hash of each file. Without --dir its folder "
	    "is named after DB.\n\n"
	    "The folder is there whole or not at all.",
	.examples = "detente export frontier.db --dir csv\n"
	    "detente export frontier.db --package",
	.options = options,
	.run = run,
};
