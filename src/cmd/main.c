/* main: detente VERB, the table of verbs, and what surrounds a verb. */
#include "cmd/verbs.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_version.h>
#include <jansson.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <yaml.h>

#include "base/memory.h"
#include "cli/help.h"
#include "cli/interrupt.h"
#include "cli/parse.h"
#include "cli/roots.h"
#include "cmd/citation.h"
#include "proof/hash.h"
#include "store/store.h"
#include "sweep/sweep_mpi.h"

#include "version.h"

static const struct dt_command *const verbs[] = {
	&dt_cmd_run,
	&dt_cmd_sweep,
	&dt_cmd_solve,
	&dt_cmd_compare,
	&dt_cmd_negotiate,
	&dt_cmd_design,
	&dt_cmd_explore,
	&dt_cmd_tournament,
	&dt_cmd_infer,
	&dt_cmd_evolve,
	&dt_cmd_import,
	&dt_cmd_classroom,
	&dt_cmd_reproduce,
	&dt_cmd_claims,
	&dt_cmd_list,
	&dt_cmd_show,
	&dt_cmd_check,
	&dt_cmd_init,
	&dt_cmd_query,
	&dt_cmd_merge,
	&dt_cmd_export,
	&dt_cmd_report,
	&dt_cmd_audit,
	&dt_cmd_keygen,
	&dt_cmd_ratify,
	&dt_cmd_verify,
	&dt_cmd_party,
	&dt_cmd_help,
	&dt_cmd_completion,
	NULL
};

static bool
wants_colour(const struct dt_command_call *call)
{
	const char *when = dt_command_value(call, "color");
	if (when != NULL && strcmp(when, "auto") != 0)
		return strcmp(when, "always") == 0;
	const char *no = getenv("NO_COLOR");
	const char *term = getenv("TERM");
	return isatty(STDERR_FILENO) && (no == NULL || no[0] == '\0') &&
	    term != NULL && strcmp(term, "dumb") != 0;
}

/* COLUMNS speaks for an output that is no terminal, as in tests. */
static void
measure(struct dt_command_call *call)
{
	struct winsize size = { 0 };
	const char *columns = getenv("COLUMNS");
	long n = columns != NULL ? strtol(columns, NULL, 10) : 0;
	if (isatty(STDOUT_FILENO) &&
	    ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		n = size.ws_col;
	call->columns = n >= 20 && n <= 10000 ? (size_t)n : 0;
	call->width = call->columns == 0 ? 80 :
	    call->columns > 100 ? 100 : call->columns;
}

static enum dt_exit
surround(struct dt_command_call *call)
{
	struct dt_error err = { 0 };
	call->colour = wants_colour(call);
	call->quiet = dt_command_value(call, "quiet") != NULL;
	call->progress = isatty(STDERR_FILENO) && !call->quiet &&
	    dt_command_value(call, "no-progress") == NULL;
	measure(call);
	enum dt_status status = dt_catalogue_open(&call->catalogue,
	    call->arena, getenv("DETENTE_PATH"), dt_roots(call->arena),
	    &err);
	return status == DT_OK ? DT_EXIT_OK :
	    dt_command_fail(call, NULL, &err);
}

static enum dt_exit
run(const struct dt_command *command, struct dt_arena *arena, int argc,
    const char *const *argv)
{
	struct dt_command_call call = {
		.command = command, .verbs = verbs, .arena = arena,
		.out = stdout,
	};
	enum dt_exit exit = dt_parse(&call, argc, argv);
	if (exit == DT_EXIT_OK)
		exit = surround(&call);
	if (exit != DT_EXIT_OK)
		return exit;
	if (dt_command_value(&call, "help") == NULL) {
		dt_interrupt_set(command->at_once);
		return command->run(&call);
	}
	struct dt_text text = { 0 };
	dt_help_verb(command, call.width, &text);
	exit = dt_command_write(&call, &text);
	dt_text_free(&text);
	return exit;
}

static enum dt_exit
version(void)
{
	printf("détente %s\n"
	    "with GSL %s, SQLite %s, libsodium %s, libyaml %s, jansson %s, "
	    "%s\n"
	    "Copyright (C) the authors of détente. Licence GPL-3.0-or-later: "
	    "free software,\nwithout any warranty.\n", DT_VERSION,
	    gsl_version, dt_store_sqlite_version(), dt_hash_sodium_version(),
	    yaml_get_version_string(), jansson_version_str(),
	    dt_sweep_mpi_version());
	return fflush(stdout) == 0 ? DT_EXIT_OK : DT_EXIT_FAILURE;
}

/* Where SQLite finds its module: .load of this path, without a suffix. */
static enum dt_exit
extension(void)
{
	puts(DT_PKGLIBDIR "/detente");
	return fflush(stdout) == 0 ? DT_EXIT_OK : DT_EXIT_FAILURE;
}

static enum dt_exit
citation(void)
{
	struct dt_text text = { 0 };
	dt_cmd_citation(&text);
	fputs(dt_text_string(&text), stdout);
	dt_text_free(&text);
	return fflush(stdout) == 0 ? DT_EXIT_OK : DT_EXIT_FAILURE;
}

static enum dt_exit
unknown(struct dt_arena *arena, const char *word)
{
	static const char *const options[] = {
		"--help", "--version", "--extension", "--citation",
		"--quiet", "--color", NULL
	};
	bool option = word[0] == '-';
	const char *near = dt_faults_nearest(word,
	    option ? options : dt_command_names(arena, verbs));
	dt_command_tell(option ? "detente: unknown option '%s'" :
	    "detente: there is no verb '%s'", word);
	if (near != NULL)
		dt_command_tell("; did you mean '%s'?", near);
	dt_command_tell("\nTry 'detente help'.\n");
	return DT_EXIT_USAGE;
}

/* What stands before the verb goes to it as well. */
static enum dt_exit
dispatch(struct dt_arena *arena, int argc, const char *const *argv)
{
	int lead = dt_parse_leading(argc, argv);
	const char *word = lead < argc ? argv[lead] : "help";
	if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0)
		return run(&dt_cmd_help, arena, 0, argv);
	if (strcmp(word, "--version") == 0 || strcmp(word, "-V") == 0)
		return version();
	if (strcmp(word, "--extension") == 0)
		return extension();
	if (strcmp(word, "--citation") == 0)
		return citation();
	const struct dt_command *command = dt_command_find(verbs, word);
	if (command == NULL)
		return unknown(arena, word);
	const char **rest = dt_arena_new(arena, argc + 1, sizeof(*rest));
	if (rest == NULL) {
		fputs("detente: out of memory\n", stderr);
		return DT_EXIT_FAILURE;
	}
	int n = 0;
	for (int i = 0; i < argc; i++)
		if (i != lead)
			rest[n++] = argv[i];
	return run(command, arena, n, rest);
}

int
main(int argc, char **argv)
{
	struct dt_arena arena = { 0 };
	gsl_set_error_handler_off();    /* the default one aborts */
	dt_interrupt_set(true);
	enum dt_exit exit = dispatch(&arena, argc > 0 ? argc - 1 : 0,
	    (const char *const *)argv + 1);
	/* What was printed may lack a piece. */
	if (exit == DT_EXIT_OK && dt_memory_refused() > 0) {
		fputs("detente: out of memory\n", stderr);
		exit = DT_EXIT_FAILURE;
	}
	dt_arena_free(&arena);
	return (int)exit;
}
