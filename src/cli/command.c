/* command: what every verb does with its call; see command.h. */
#include "cli/command.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "base/number.h"

atomic_bool dt_command_stopped;

static const struct dt_command_given *
given(const struct dt_command_call *call, const char *option)
{
	for (size_t i = 0; i < call->n_given; i++)
		if (strcmp(call->given[i].option->name, option) == 0)
			return &call->given[i];
	return NULL;
}

const char *
dt_command_value(const struct dt_command_call *call, const char *option)
{
	const struct dt_command_given *g = given(call, option);
	return g == NULL ? NULL : g->values[g->n - 1];
}

const char *const *
dt_command_values(const struct dt_command_call *call, const char *option)
{
	static const char *const none[] = { NULL };
	const struct dt_command_given *g = given(call, option);
	return g == NULL ? none : g->values;
}

int64_t
dt_command_whole(const struct dt_command_call *call, const char *option,
    int64_t least, int64_t most, int64_t absent, bool *bad)
{
	const char *text = dt_command_value(call, option);
	int64_t value;
	if (text == NULL)
		return absent;
	if (dt_number_read_whole(text, &value) && value >= least &&
	    value <= most)
		return value;
	*bad = true;
	dt_command_usage(call, "--%s: '%s' is not a whole number from %"
	    PRId64 " to %" PRId64, option, text, least, most);
	return absent;
}

double
dt_command_number(const struct dt_command_call *call, const char *option,
    double least, double most, double absent, bool *bad)
{
	const char *text = dt_command_value(call, option);
	double value;
	if (text == NULL)
		return absent;
	if (dt_number_read(text, &value) && value >= least && value <= most)
		return value;
	*bad = true;
	dt_command_usage(call, "--%s: '%s' is not a number from %g to %g",
	    option, text, least, most);
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

enum dt_exit
dt_command_fail(const struct dt_command_call *call,
    const struct dt_faults *faults, const struct dt_error *err)
{
	if (faults == NULL || faults->n == 0) {
		fprintf(stderr, "detente: %s\n", err->message);
		return exit_of(err->status);
	}
	struct dt_text text = { 0 };
	dt_faults_print(faults, call->colour, &text);
	fputs(dt_text_string(&text), stderr);
	dt_text_free(&text);
	return DT_EXIT_INPUT;
}

enum dt_exit
dt_command_usage(const struct dt_command_call *call, const char *format, ...)
{
	const char *verb = call->command->name;
	fprintf(stderr, "detente %s: ", verb);
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fprintf(stderr, "\nTry 'detente %s --help'.\n", verb);
	return DT_EXIT_USAGE;
}

const char *
dt_command_nearest(const struct dt_command_call *call, const char *wrong,
    const char *const *words)
{
	const char *near = dt_faults_nearest(wrong, words);
	const char *text = near == NULL ? NULL :
	    dt_arena_print(call->arena, "; did you mean '%s'?", near);
	return text == NULL ? "" : text;
}

enum dt_exit
dt_command_write(const struct dt_command_call *call,
    const struct dt_text *text)
{
	if (text->failed) {
		fputs("detente: out of memory\n", stderr);
		return DT_EXIT_FAILURE;
	}
	fwrite(dt_text_string(text), 1, text->size, call->out);
	if (fflush(call->out) == 0 && !ferror(call->out))
		return DT_EXIT_OK;
	if (errno == EPIPE)
		return DT_EXIT_OK;
	fprintf(stderr, "detente: cannot write: %s\n", strerror(errno));
	return DT_EXIT_FAILURE;
}

void
dt_command_advise(const struct dt_command_call *call, const char *format, ...)
{
	if (call->quiet)
		return;
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
}

enum dt_command_format
dt_command_format(const struct dt_command_call *call)
{
	const char *word = dt_command_value(call, "format");
	if (word == NULL || strcmp(word, "text") == 0)
		return DT_FORMAT_TEXT;
	return strcmp(word, "json") == 0 ? DT_FORMAT_JSON : DT_FORMAT_CSV;
}
