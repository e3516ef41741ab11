/* explore: a page on which a treaty is turned like a dial. */
#include "explore/explore.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cmd/verbs.h"
#include "store/store.h"

/* The person's own browser, as the system has set it. */
static void
open_browser(const char *url)
{
	pid_t child = fork();
	if (child == 0) {
		if (fork() == 0)
			execlp("xdg-open", "xdg-open", url, (char *)NULL);
		_exit(0);
	}
	if (child > 0)
		waitpid(child, NULL, 0);
}

static void
log_line(void *of, const char *line)
{
	(void)of;
	dt_command_tell("%s\n", line);
}

/* A database that pins can be kept in, or a place for one. Who writes to it
 * just now does not matter yet. */
static bool
is_ours(const char *path, struct dt_error *err)
{
	struct dt_store *store = NULL;
	struct stat st;
	if (stat(path, &st) == 0 && st.st_size == 0 && S_ISREG(st.st_mode))
		return true;
	enum dt_status status = dt_store_open(&store, path,
	    stat(path, &st) == 0 ? DT_STORE_READ : DT_STORE_CREATE, err);
	if (status == DT_OK)
		status = dt_store_close(store, err);
	return status == DT_OK;
}

static enum dt_exit
serve(struct dt_command_call *call, struct dt_explore *explore, uint16_t port)
{
	struct dt_error err = { 0 };
	struct dt_text said = { 0 };
	struct dt_web *web;
	struct dt_stop stop = { .flag = &dt_command_stopped };
	struct dt_web_site site = dt_explore_site(explore);
	struct dt_web_options options = { .port = port, .places = 64,
	    .body = 65536, .log = log_line };
	char url[64];
	if (dt_web_start(&web, &site, &options, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	explore->web = web;
	snprintf(url, sizeof(url), "http://127.0.0.1:%u/", dt_web_port(web));
	dt_text_add(&said, "%s\n", url);
	enum dt_exit exit = dt_command_write(call, &said);
	dt_text_free(&said);
	fflush(call->out);
	dt_command_advise(call, "Open this address in a browser on this "
	    "machine; Ctrl-C ends it.\n");
	if (exit == DT_EXIT_OK && dt_command_value(call, "open") != NULL)
		open_browser(url);
	if (exit == DT_EXIT_OK && dt_web_run(web, &stop, &err) != DT_OK)
		exit = dt_command_fail(call, NULL, &err);
	dt_explore_end(explore);
	dt_web_free(web);
	return exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_error err = { 0 };
	bool bad = false;
	const char *path;
	struct dt_explore explore = { .catalogue = &call->catalogue,
	    .scenario = call->n_operands > 0 ? call->operands[0] : NULL,
	    .treaty = dt_command_value(call, "treaty"),
	    .database = dt_command_value(call, "output") };
	int64_t port = dt_command_whole(call, "port", 0, 65535, 0, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	if (explore.scenario != NULL && dt_catalogue_find(&call->catalogue,
	    dt_catalogue_kind_of("scenario"), explore.scenario, NULL, &path,
	    &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (explore.treaty != NULL && dt_catalogue_find(&call->catalogue,
	    dt_catalogue_kind_of("treaty"), explore.treaty, NULL, &path,
	    &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return explore.database != NULL && !is_ours(explore.database, &err) ?
	    dt_command_fail(call, NULL, &err) :
	    serve(call, &explore, (uint16_t)port);
}

static const struct dt_option options[] = {
	{ "treaty", 't', "TREATY", false, "@treaties",
	  "the treaty that the page begins with; the scenario's own if not "
	  "given" },
	{ "output", 'o', "DB", false, "@files",
	  "keep pinned designs in this database; made if it is not there" },
	{ "port", 0, "PORT", false, NULL,
	  "listen on this port of 127.0.0.1; any that is free if not given" },
	{ "open", 0, NULL, false, NULL, "open the page in the browser" },
	{ 0 }
};

const struct dt_command dt_cmd_explore = {
	.name = "explore",
	.brief = "turn a treaty like a dial, on a page in the browser",
	.operands = "[SCENARIO]",
	.operand_words = "@scenarios",
	.least = 0,
	.most = 1,
	.about = "Serves a page on 127.0.0.1 and prints its address: the "
	    "numbers of a treaty's text as dials, and beside them what "
	    "`detente solve` says of it, anew with each move. Nobody but "
	    "this machine can open it.",
	.examples = "detente explore two-powers --treaty grim\n"
	    "detente explore two-powers -o designs.db\twhat is pinned is "
	    "kept\n"
	    "detente explore --open\ta list of scenarios and treaties",
	.options = options,
	.run = run,
};
