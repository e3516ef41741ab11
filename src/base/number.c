/*
 * number: see number.h. What C takes for a number is checked by a grammar of
 * our own first; strtod and snprintf then run in the C locale, switched for
 * this thread alone, since a program may have set another one.
 */
#include "base/number.h"

#include <errno.h>
#include <float.h>
#include <inttypes.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t plain;

static void
make_locale(void)
{
	plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

/* Without memory for a locale, uselocale(0) changes nothing. */
static locale_t
enter_locale(void)
{
	pthread_once(&once, make_locale);
	return uselocale(plain);
}

static double
to_double(const char *text)
{
	locale_t old = enter_locale();
	double value = strtod(text, NULL);
	uselocale(old);
	return value;
}

static void
write_double(char buffer[DT_NUMBER_SIZE], const char *form, int digits,
    double value)
{
	locale_t old = enter_locale();
	if (*form == 'f')
		snprintf(buffer, DT_NUMBER_SIZE, "%.*f", digits, value);
	else
		snprintf(buffer, DT_NUMBER_SIZE, "%.*g", digits, value);
	uselocale(old);
}

static size_t
count_digits(const char *text)
{
	return strspn(text, "0123456789");
}

/* Length of the decimal number that text begins with; 0 if there is none. */
static size_t
decimal_length(const char *text)
{
	size_t n = text[0] == '-';
	size_t whole = count_digits(text + n);
	if (whole > 1 && text[n] == '0')
		return n + 1;
	n += whole;
	size_t part = text[n] == '.' ? count_digits(text + n + 1) : 0;
	if (part > 0)
		n += 1 + part;
	if (whole == 0 && part == 0)
		return 0;
	if (text[n] != 'e' && text[n] != 'E')
		return n;
	size_t sign = text[n + 1] == '-' || text[n + 1] == '+';
	size_t power = count_digits(text + n + 1 + sign);
	return power > 0 ? n + 1 + sign + power : n;
}

/* Length of the decimal or fraction that text begins with. */
static size_t
number_length(const char *text)
{
	size_t n = decimal_length(text);
	size_t below = n > 0 && text[n] == '/' ?
	    decimal_length(text + n + 1) : 0;
	return below > 0 ? n + 1 + below : n;
}

bool
dt_number_read(const char *text, double *value)
{
	size_t n = number_length(text);
	if (n == 0 || text[n] != '\0')
		return false;
	double read = to_double(text);
	const char *slash = strchr(text, '/');
	double below = slash != NULL ? to_double(slash + 1) : 1;
	/* Of 1/1e400 infinity would make 0. */
	if (!isfinite(below) || !isfinite(read / below))
		return false;
	read /= below;
	*value = read;
	return true;
}

bool
dt_number_is_too_large(const char *text)
{
	size_t n = number_length(text);
	double value;
	if (n == 0 || text[n] != '\0' || dt_number_read(text, &value))
		return false;
	const char *slash = strchr(text, '/');
	return !isfinite(to_double(text)) || (slash != NULL &&
	    to_double(slash + 1) != 0);
}

bool
dt_number_read_whole(const char *text, int64_t *value)
{
	const char *digits = text + (text[0] == '-');
	size_t n = count_digits(digits);
	if (n == 0 || digits[n] != '\0' || (n > 1 && digits[0] == '0'))
		return false;
	errno = 0;
	intmax_t read = strtoimax(text, NULL, 10);
	if (errno != 0 || read < INT64_MIN || read > INT64_MAX)
		return false;
	*value = read;
	return true;
}

char *
dt_number_print(double value, char buffer[DT_NUMBER_SIZE])
{
	for (int digits = DBL_DIG; digits <= DBL_DECIMAL_DIG; digits++) {
		write_double(buffer, "g", digits, value);
		if (to_double(buffer) == value)
			break;
	}
	return buffer;
}

char *
dt_number_print_short(double value, int digits, char buffer[DT_NUMBER_SIZE])
{
	digits = digits < 0 ? 0 : digits > DBL_DIG ? DBL_DIG : digits;
	if (!(fabs(value) < 1e15)) {
		write_double(buffer, "g", DBL_DIG, value);
		return buffer;
	}
	write_double(buffer, "f", digits, value);
	if (strchr(buffer, '.') != NULL) {
		size_t n = strlen(buffer);
		while (buffer[n - 1] == '0')
			n--;
		n -= buffer[n - 1] == '.';
		buffer[n] = '\0';
	}
	if (strcmp(buffer, "-0") == 0)
		strcpy(buffer, "0");
	return buffer;
}

/* A blank that groups digits in threes; any other ends the number. */
static bool
groups(const char *clean, size_t n, const char *blank)
{
	bool digit = n > 0 && clean[n - 1] >= '0' && clean[n - 1] <= '9';
	size_t after = count_digits(blank + 1);
	return !digit || after == 0 || after == 3;
}

/* Copies what is no ornament: drops blanks, _, + and leading zeros, turns the
 * typographic minus into '-'. False: too long to be a number. */
static bool
strip(const char *text, char clean[DT_NUMBER_SIZE])
{
	size_t n = 0;
	for (const char *at = text; *at != '\0'; at++) {
		bool leading = n == 0 || (n == 1 && clean[0] == '-') ||
		    clean[n - 1] == '/';
		if (n + 2 >= DT_NUMBER_SIZE)
			return false;
		if (*at == ' ' && !groups(clean, n, at))
			break;
		if (strchr(" \t_", *at) != NULL || (leading && *at == '+') ||
		    (leading && *at == '0' && count_digits(at) > 1))
			continue;
		bool minus = strncmp(at, "\xe2\x88\x92", 3) == 0;
		clean[n++] = minus ? '-' : *at;
		at += minus ? 2 : 0;
	}
	clean[n] = '\0';
	return strncmp(clean, "0x", 2) != 0 && strncmp(clean, "0X", 2) != 0;
}

/* 1,000 and 1,000,000 count thousands; 0,05 and 1,5 have a decimal comma. */
static void
settle_commas(char *text)
{
	char *comma = strchr(text, ',');
	if (comma == NULL)
		return;
	bool thousands = text[0] != '0' && text[0] != '-' && comma > text;
	for (char *at = comma; at != NULL && thousands; at = strchr(at + 1, ','))
		thousands = count_digits(at + 1) == 3;
	if (!thousands) {
		*comma = '.';
		return;
	}
	char *to = text;
	for (const char *from = text; *from != '\0'; from++)
		if (*from != ',')
			*to++ = *from;
	*to = '\0';
}

bool
dt_number_suggest(const char *text, char buffer[DT_NUMBER_SIZE])
{
	char clean[DT_NUMBER_SIZE];
	if (!strip(text, clean))
		return false;
	settle_commas(clean);
	size_t n = number_length(clean);
	char mark = clean[n];
	bool last = mark != '\0' && clean[n + 1] == '\0';
	clean[n] = '\0';
	double value;
	if (!dt_number_read(clean, &value))
		return false;
	if (mark == '%')
		value /= 100;
	else if (last && (mark == 'k' || mark == 'K'))
		value *= 1e3;
	else if (last && mark == 'M')
		value *= 1e6;
	else {
		strcpy(buffer, clean);
		return true;
	}
	write_double(buffer, "g", DBL_DIG, value);
	return true;
}

bool
dt_number_finite(const double *x, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!isfinite(x[i]))
			return false;
	return true;
}
