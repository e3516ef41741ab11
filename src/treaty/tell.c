/* tell: see tell.h. */
#include "treaty/tell.h"

#include <string.h>

#include "base/number.h"

void
dt_tell_number(struct dt_text *text, double value)
{
	char buffer[DT_NUMBER_SIZE];
	dt_text_add(text, "%s", dt_number_print_short(value, 6, buffer));
}

void
dt_tell_percent(struct dt_text *text, double chance)
{
	char buffer[DT_NUMBER_SIZE];
	double percent = 100 * chance;
	if (percent > 0 && percent < 1e-4) {
		dt_text_add(text, "less than 0.0001%%");
		return;
	}
	int digits = percent < 1 || percent > 99 ? 4 : 2;
	dt_text_add(text, "%s%%",
	    dt_number_print_short(percent, digits, buffer));
}

void
dt_tell_count(struct dt_text *text, int64_t n, const char *thing)
{
	dt_text_add(text, "%lld %s%s", (long long)n, thing,
	    n == 1 ? "" : "s");
}

void
dt_tell_ordinal(struct dt_text *text, int64_t n)
{
	static const char *const words[] = {
		"zeroth", "first", "second", "third", "fourth", "fifth",
		"sixth", "seventh", "eighth", "ninth", "tenth",
	};
	static const char *const endings[] = { "th", "st", "nd", "rd" };
	bool teen = n / 10 % 10 == 1;
	if (n <= 10)
		dt_text_add(text, "%s", words[n]);
	else
		dt_text_add(text, "%lld%s", (long long)n,
		    teen || n % 10 > 3 ? "th" : endings[n % 10]);
}

const char *
dt_tell_joint(size_t i, size_t n)
{
	return i == 0 ? "" : i + 1 == n ? " and " : ", ";
}

void
dt_tell_names(struct dt_text *text, const struct dt_list *list)
{
	static const char *const groups[][2] = {
		{ "all", "all agents" }, { "labs", "all labs" },
		{ "nations", "all nations" },
	};
	const char *const *names = list->items;
	for (size_t i = 0; i < list->n; i++) {
		const char *name = names[i];
		for (size_t g = 0; g < 3; g++)
			if (strcmp(names[i], groups[g][0]) == 0)
				name = groups[g][1];
		dt_text_add(text, "%s%s", dt_tell_joint(i, list->n), name);
	}
}
