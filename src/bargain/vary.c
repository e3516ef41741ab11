/* vary: an axis of negotiations; see vary.h. */
#include "bargain/vary.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "game/move.h"
#include "verdict/keeping_map.h"

/* "A:B:N", if it is that. */
static enum dt_status
read_range(struct dt_arena *arena, struct dt_vary *axis, const char *range,
    bool *is, struct dt_error *err)
{
	struct dt_keeping_map_axis numbers;
	char number[DT_NUMBER_SIZE];
	*is = strpbrk(range, "[{\"',") == NULL && strchr(range, ':') != NULL;
	if (!*is)
		return DT_OK;
	const char *word = dt_arena_print(arena, "%s=%s", axis->key, range);
	if (word == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_keeping_map_read(arena, word, &numbers,
	    err);
	if (status != DT_OK)
		return status;
	if (numbers.steps > DT_VARY_STEPS)
		return dt_status_fail(err, DT_EUSAGE, "--vary %s: give up to "
		    "%d steps", word, DT_VARY_STEPS);
	for (axis->n = 0; axis->n < (size_t)numbers.steps; axis->n++) {
		double share = (double)axis->n / (double)(numbers.steps - 1);
		axis->values[axis->n] = dt_arena_copy(arena,
		    dt_number_print(numbers.from + share *
		    (numbers.to - numbers.from), number));
		if (axis->values[axis->n] == NULL)
			return dt_status_no_memory(err);
	}
	return DT_OK;
}

/* To the next comma that is in no bracket, brace or quote. */
static size_t
length_of(const char *text)
{
	size_t n = 0;
	int depth = 0;
	char quote = '\0';
	for (; text[n] != '\0' && (text[n] != ',' || depth > 0 ||
	    quote != '\0'); n++) {
		if (quote != '\0')
			quote = text[n] == quote ? '\0' : quote;
		else if (text[n] == '"' || text[n] == '\'')
			quote = text[n];
		else if (strchr("[{", text[n]) != NULL)
			depth++;
		else if (strchr("]}", text[n]) != NULL)
			depth--;
	}
	return n;
}

static enum dt_status
read_list(struct dt_arena *arena, struct dt_vary *axis, const char *list,
    struct dt_error *err)
{
	for (axis->n = 0; axis->n < DT_VARY_STEPS; list++) {
		size_t length = length_of(list);
		char *value = dt_arena_copy_n(arena, list, length);
		if (value == NULL)
			return dt_status_no_memory(err);
		axis->values[axis->n++] = value;
		if (length == 0)
			return dt_status_fail(err, DT_EUSAGE, "--vary %s: a "
			    "value is empty", axis->key);
		list += length;
		if (*list == '\0')
			return DT_OK;
	}
	return dt_status_fail(err, DT_EUSAGE, "--vary %s: give up to %d "
	    "values", axis->key, DT_VARY_STEPS);
}

/* Where all are numbers they have a place on a line. */
static enum dt_status
find_numbers(struct dt_arena *arena, struct dt_vary *axis,
    struct dt_error *err)
{
	double *x = dt_arena_new(arena, axis->n, sizeof(*x));
	bool all = true, counts = true;
	if (x == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < axis->n; k++) {
		all = all && dt_number_read(axis->values[k], &x[k]);
		counts = counts && all && x[k] == floor(x[k]) && x[k] >= 2 &&
		    x[k] <= DT_AGENTS_MOST;
	}
	axis->numbers = all ? x : NULL;
	axis->parties = !axis->of_menu && strcmp(axis->key, "agents") == 0;
	return !axis->parties || counts ? DT_OK : dt_status_fail(err,
	    DT_EUSAGE, "--vary agents: give numbers of parties, 2 to %d",
	    DT_AGENTS_MOST);
}

enum dt_status
dt_vary_read(struct dt_arena *arena, const char *word, struct dt_vary *axis,
    struct dt_error *err)
{
	const char *is = strchr(word, '=');
	bool range = false;
	*axis = (struct dt_vary){ .of_menu = strncmp(word, "menu.", 5) == 0 };
	const char *start = axis->of_menu ? word + 5 : word;
	if (is == NULL || is <= start || is[1] == '\0' ||
	    strpbrk(word, "\\\n") != NULL)
		return dt_status_fail(err, DT_EUSAGE, "--vary takes "
		    "KEY=FROM:TO:STEPS or KEY=VALUE,VALUE, as "
		    "menu.others.sincerity=0:1:11, not '%s'", word);
	axis->key = dt_arena_copy_n(arena, start, (size_t)(is - start));
	axis->values = (const char **)dt_arena_new(arena, DT_VARY_STEPS,
	    sizeof(*axis->values));
	if (axis->key != NULL && !axis->of_menu)
		axis->key = dt_keeping_map_key(arena, axis->key);
	axis->name = axis->key == NULL || !axis->of_menu ? axis->key :
	    dt_arena_print(arena, "menu.%s", axis->key);
	if (axis->name == NULL || axis->values == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = read_range(arena, axis, is + 1, &range, err);
	if (status == DT_OK && !range)
		status = read_list(arena, axis, is + 1, err);
	if (status == DT_OK && axis->n < 2)
		status = dt_status_fail(err, DT_EUSAGE, "--vary %s: give two "
		    "values or more", word);
	return status == DT_OK ? find_numbers(arena, axis, err) : status;
}

/* So many that comply: {party-01: {strategy: comply}, ...}. */
static const char *
crowd(struct dt_arena *arena, size_t n)
{
	struct dt_text text = { 0 };
	for (size_t i = 1; i <= n; i++)
		dt_text_add(&text, "%sparty-%02zu: {strategy: comply}",
		    i > 1 ? ", " : "agents={", i);
	dt_text_add(&text, "}");
	const char *copy = text.failed ? NULL : dt_arena_copy(arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

const char *
dt_vary_set(struct dt_arena *arena, const struct dt_vary *axis, size_t value)
{
	return axis->parties ? crowd(arena, (size_t)axis->numbers[value]) :
	    dt_arena_print(arena, "%s=%s", axis->key, axis->values[value]);
}
