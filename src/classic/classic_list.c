/* classic_list: parameters as people write them, one number or a list; see
 * classic.h. */
#include "classic/classic.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

static enum dt_status
no_number(const struct dt_classic_parameter *p, const char *text,
    struct dt_error *err)
{
	char meant[DT_NUMBER_SIZE];
	bool idea = dt_number_suggest(text, meant);
	return dt_status_fail(err, DT_EUSAGE, "%s (%s) must be a number, not "
	    "'%s'%s%s%s", p->name, p->meaning, text,
	    idea ? "; did you mean " : "", idea ? meant : "",
	    idea ? "?" : "");
}

enum dt_status
dt_classic_read_number(const struct dt_classic_parameter *p, const char *text,
    double *value, struct dt_error *err)
{
	char least[DT_NUMBER_SIZE], most[DT_NUMBER_SIZE];
	double x;
	if (!dt_number_read(text, &x))
		return no_number(p, text, err);
	if (p->whole && x != floor(x))
		return dt_status_fail(err, DT_EUSAGE, "%s (%s) must be a "
		    "whole number, not %s", p->name, p->meaning, text);
	if (!(x >= p->least && x <= p->most))
		return dt_status_fail(err, DT_EUSAGE, "%s (%s) must be from "
		    "%s to %s, not %s", p->name, p->meaning,
		    dt_number_print(p->least, least),
		    dt_number_print(p->most, most), text);
	*value = x;
	return DT_OK;
}

/* Lists stand behind the plain values, each in a place of its own. */
static size_t
place(const struct dt_classic_parameter *parameters, size_t i)
{
	size_t lists = 0;
	for (size_t k = 0; k < i; k++)
		lists += parameters[k].list != NULL;
	return DT_CLASSIC_PARAMETERS_MOST + lists * DT_CLASSIC_LIST_MOST;
}

const double *
dt_classic_list(const struct dt_classic_parameter *parameters,
    const double *values, size_t i)
{
	return values + place(parameters, i);
}

static enum dt_status
no_list(const struct dt_classic_parameter *p, const char *text,
    struct dt_error *err)
{
	return dt_status_fail(err, DT_EUSAGE, "%s (%s) must be a list of 1 "
	    "to %d numbers, as '%s', not '%s'", p->name, p->meaning,
	    DT_CLASSIC_LIST_MOST, p->list, text);
}

enum dt_status
dt_classic_list_read(const struct dt_classic_parameter *parameters, size_t i,
    const char *text, double *values, struct dt_error *err)
{
	const struct dt_classic_parameter *p = &parameters[i];
	double *list = values + place(parameters, i);
	const char *at = text + strspn(text, " [");
	size_t n = 0, length;
	for (; *at != '\0' && *at != ']'; at += strspn(at, ",; ")) {
		char word[DT_NUMBER_SIZE];
		length = strcspn(at, ",; ]");
		if (length == 0 || length >= sizeof(word) ||
		    n == DT_CLASSIC_LIST_MOST)
			return no_list(p, text, err);
		memcpy(word, at, length);
		word[length] = '\0';
		at += length;
		enum dt_status status =
		    dt_classic_read_number(p, word, &list[n++], err);
		if (status != DT_OK)
			return status;
	}
	if (n == 0 || at[strspn(at, "] ")] != '\0')
		return no_list(p, text, err);
	values[i] = (double)n;
	return DT_OK;
}

void
dt_classic_list_print(const struct dt_classic_parameter *parameters,
    const double *values, size_t i, struct dt_text *text)
{
	const double *list = dt_classic_list(parameters, values, i);
	char number[DT_NUMBER_SIZE];
	for (size_t k = 0; k < (size_t)values[i]; k++)
		dt_text_add(text, "%s%s", k > 0 ? ", " : "",
		    dt_number_print(list[k], number));
}
