/* command: what every verb does with its call; see command.h. */
#include "cli/command.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

atomic_bool dt_command_stopped;

bool
dt_command_go_on(void *context, const char *what, int64_t done, int64_t all)
{
	(void)context, (void)what, (void)done, (void)all;
	return !dt_command_stopped;
}

const struct dt_command *
dt_command_find(const struct dt_command *const *verbs, const char *name)
{
	for (; *verbs != NULL; verbs++)
		if (strcmp((*verbs)->name, name) == 0)
			return *verbs;
	return NULL;
}

const char *const *
dt_command_names(struct dt_arena *arena,
    const struct dt_command *const *verbs)
{
	static const char *const none[] = { NULL };
	size_t n = 0;
	while (verbs[n] != NULL)
		n++;
	const char **names = dt_arena_new(arena, n + 1, sizeof(*names));
	for (size_t i = 0; names != NULL && i < n; i++)
		names[i] = verbs[i]->name;
	return names == NULL ? none : names;
}

const char *
dt_command_value(const struct dt_command_call *call, const char *option)
{
	return dt_option_value(&call->options, option);
}

const char *const *
dt_command_values(const struct dt_command_call *call, const char *option)
{
	return dt_option_values(&call->options, option);
}

int64_t
dt_command_whole(const struct dt_command_call *call, const char *option,
    int64_t least, int64_t most, int64_t absent, bool *bad)
{
	int64_t value = absent;
	struct dt_error err;
	if (dt_option_whole(&call->options, option, least, most, &value,
	    &err) == DT_OK)
		return value;
	*bad = true;
	dt_command_usage(call, "%s", err.message);
	return absent;
}

double
dt_command_number(const struct dt_command_call *call, const char *option,
    double least, double most, double absent, bool *bad)
{
	double value = absent;
	struct dt_error err;
	if (dt_option_number(&call->options, option, least, most, &value,
	    &err) == DT_OK)
		return value;
	*bad = true;
	dt_command_usage(call, "%s", err.message);
	return absent;
}

static enum dt_exit
exit_of(enum dt_status status)
{
	switch (status) {
	case DT_OK: return DT_EXIT_OK;
	case DT_EINPUT:
	case DT_ESTORE: return DT_EXIT_INPUT;
	case DT_EUSAGE: return DT_EXIT_USAGE;
	case DT_ESTOPPED: return DT_EXIT_INTERRUPTED;
	default: return DT_EXIT_FAILURE;
	}
}

static void
tell(const char *format, va_list args)
{
	struct dt_text said = { 0 }, shown = { 0 };
	dt_text_add_list(&said, format, args);
	dt_text_add_visible(&shown, dt_text_string(&said), said.size);
	fputs(dt_text_string(&shown), stderr);
	dt_text_free(&said);
	dt_text_free(&shown);
}

void
dt_command_tell(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	tell(format, args);
	va_end(args);
}

/* Their escapes are our colours; what is foreign in them is visible. */
static void
tell_faults(const struct dt_command_call *call, const struct dt_faults *faults)
{
	struct dt_text text = { 0 };
	dt_faults_print(faults, call->colour, &text);
	fputs(dt_text_string(&text), stderr);
	dt_text_free(&text);
}

enum dt_exit
dt_command_fail(const struct dt_command_call *call,
    const struct dt_faults *faults, const struct dt_error *err)
{
	if (faults == NULL || faults->n == 0) {
		dt_command_tell("detente: %s\n", err->message);
		return exit_of(err->status);
	}
	tell_faults(call, faults);
	return DT_EXIT_INPUT;
}

void
dt_command_warn(const struct dt_command_call *call,
    const struct dt_faults *faults)
{
	if (faults->n_warnings > 0)
		tell_faults(call, faults);
}

enum dt_exit
dt_command_usage(const struct dt_command_call *call, const char *format, ...)
{
	const char *verb = call->command->name;
	dt_command_tell("detente %s: ", verb);
	va_list args;
	va_start(args, format);
	tell(format, args);
	va_end(args);
	dt_command_tell("\nTry 'detente %s --help'.\n", verb);
	return DT_EXIT_USAGE;
}

const char *
dt_command_nearest(const struct dt_command_call *call, const char *wrong,
    const char *const *words)
{
	return dt_faults_near_words(call->arena, wrong, words);
}

/* CSV is for programs, which want every byte, unless somebody looks at it; in
 * JSON what is shown says the same. */
static bool
write_shown(const struct dt_command_call *call, const struct dt_text *text)
{
	struct dt_text shown = { 0 };
	bool exact = dt_command_format(call) == DT_FORMAT_CSV &&
	    !isatty(fileno(call->out));
	if (!exact)
		dt_text_add_visible(&shown, dt_text_string(text), text->size);
	bool whole = !shown.failed;
	if (whole)
		fwrite(dt_text_string(exact ? text : &shown), 1,
		    exact ? text->size : shown.size, call->out);
	dt_text_free(&shown);
	return whole;
}

enum dt_exit
dt_command_write(const struct dt_command_call *call,
    const struct dt_text *text)
{
	if (text->failed || !write_shown(call, text)) {
		fputs("detente: out of memory\n", stderr);
		return DT_EXIT_FAILURE;
	}
	if (fflush(call->out) == 0 && !ferror(call->out))
		return DT_EXIT_OK;
	if (errno == EPIPE)
		return DT_EXIT_OK;
	dt_command_tell("detente: cannot write: %s\n", strerror(errno));
	return DT_EXIT_FAILURE;
}

void
dt_command_advise(const struct dt_command_call *call, const char *format, ...)
{
	if (call->quiet)
		return;
	va_list args;
	va_start(args, format);
	tell(format, args);
	va_end(args);
	fputc('\n', stderr);
}

enum dt_command_format
dt_command_format(const struct dt_command_call *call)
{
	const char *word = dt_command_value(call, "format");
	if (word == NULL || strcmp(word, "text") == 0)
		return DT_FORMAT_TEXT;
	if (strcmp(word, "latex") == 0)
		return DT_FORMAT_LATEX;
	return strcmp(word, "json") == 0 ? DT_FORMAT_JSON : DT_FORMAT_CSV;
}

int
dt_command_threads(const struct dt_command_call *call, bool *bad)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	return (int)dt_command_whole(call, "threads", 1, 256,
	    cores < 1 ? 1 : cores > 256 ? 256 : cores, bad);
}
