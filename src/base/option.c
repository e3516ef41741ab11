/* option: see option.h. */
#include "base/option.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

static const struct dt_option_given *
find(const struct dt_options *options, const char *name)
{
	for (size_t i = 0; i < options->n; i++)
		if (strcmp(options->given[i].option->name, name) == 0)
			return &options->given[i];
	return NULL;
}

const char *
dt_option_value(const struct dt_options *options, const char *name)
{
	const struct dt_option_given *given = find(options, name);
	return given == NULL ? NULL : given->values[given->n - 1];
}

const char *const *
dt_option_values(const struct dt_options *options, const char *name)
{
	static const char *const none[] = { NULL };
	const struct dt_option_given *given = find(options, name);
	return given == NULL ? none : given->values;
}

/* How a whole number that is written otherwise (1e9, 1,000) is written. */
static bool
suggest_whole(const char *text, int64_t least, int64_t most,
    char guess[DT_NUMBER_SIZE])
{
	double value;
	if (!dt_number_read(text, &value) && !(dt_number_suggest(text,
	    guess) && dt_number_read(guess, &value)))
		return false;
	if (value != floor(value) || fabs(value) > 9e15 ||
	    value < (double)least || value > (double)most)
		return false;
	dt_number_print_short(value, 0, guess);
	return true;
}

enum dt_status
dt_option_whole(const struct dt_options *options, const char *name,
    int64_t least, int64_t most, int64_t *value, struct dt_error *err)
{
	const char *text = dt_option_value(options, name);
	int64_t whole;
	if (text == NULL)
		return DT_OK;
	if (dt_number_read_whole(text, &whole) && whole >= least &&
	    whole <= most) {
		*value = whole;
		return DT_OK;
	}
	char guess[DT_NUMBER_SIZE];
	bool near = suggest_whole(text, least, most, guess);
	return dt_status_fail(err, DT_EUSAGE, "--%s: '%s' is not a whole "
	    "number from %" PRId64 " to %" PRId64 "%s%s", name, text, least,
	    most, near ? ": write " : "", near ? guess : "");
}

enum dt_status
dt_option_number(const struct dt_options *options, const char *name,
    double least, double most, double *value, struct dt_error *err)
{
	const char *text = dt_option_value(options, name);
	double number;
	if (text == NULL)
		return DT_OK;
	if (!dt_number_read(text, &number) || !(number >= least) ||
	    !(number <= most))
		return dt_status_fail(err, DT_EUSAGE, "--%s: '%s' is not a "
		    "number from %g to %g", name, text, least, most);
	*value = number;
	return DT_OK;
}

const char *const *
dt_option_split(struct dt_arena *arena, const char *line, int *n)
{
	const char **words = dt_arena_new(arena, strlen(line) / 2 + 2,
	    sizeof(*words));
	*n = 0;
	while (words != NULL && *(line += strspn(line, " \n\t")) != '\0') {
		bool quoted = *line == '\'';
		line += quoted;
		size_t length = strcspn(line, quoted ? "'" : " \n\t");
		words[*n] = dt_arena_copy_n(arena, line, length);
		if (words[(*n)++] == NULL)
			return NULL;
		line += length + (quoted && line[length] == '\'');
	}
	return words;
}
