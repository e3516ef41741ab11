/* rational: see rational.h. */
#include "solve/rational.h"

#include <stdlib.h>
#include <string.h>

/* An exponent, or one that is too large in any case. */
static long
read_power(const char *text)
{
	long most = 4 * DT_RATIONAL_DIGITS_MOST, power = strtol(text, NULL, 10);
	return power > most ? most : power < -most ? -most : power;
}

/* digits[.digits][e[-]digits] as a rational; false: too long to be kept. */
static bool
read_decimal(const char *text, size_t length, mpq_t value)
{
	char digits[DT_RATIONAL_DIGITS_MOST + 2];
	size_t n = 0;
	long power = 0;
	bool point = false;
	for (size_t i = 0; i < length; i++) {
		if (text[i] == 'e' || text[i] == 'E') {
			power += read_power(text + i + 1);
			break;
		}
		if (n == DT_RATIONAL_DIGITS_MOST)
			return false;
		point |= text[i] == '.';
		power -= point && text[i] != '.';
		if (text[i] != '.')
			digits[n++] = text[i];
	}
	digits[n] = '\0';
	if (labs(power) > DT_RATIONAL_DIGITS_MOST ||
	    mpz_set_str(mpq_numref(value), digits, 10) != 0)
		return false;
	mpz_t ten;
	mpz_init(ten);
	mpz_ui_pow_ui(ten, 10, (unsigned long)labs(power));
	mpz_set_ui(mpq_denref(value), 1);
	if (power < 0)
		mpz_set(mpq_denref(value), ten);
	else
		mpz_mul(mpq_numref(value), mpq_numref(value), ten);
	mpq_canonicalize(value);
	mpz_clear(ten);
	return true;
}

bool
dt_rational_read(const char *text, mpq_t value)
{
	const char *slash = strchr(text, '/');
	size_t n = slash ? (size_t)(slash - text) : strlen(text);
	if (!read_decimal(text, n, value))
		return false;
	mpq_t below;
	mpq_init(below);
	bool good = slash == NULL ||
	    (read_decimal(slash + 1, strlen(slash + 1), below) &&
	    mpq_sgn(below) != 0);
	if (good && slash != NULL)
		mpq_div(value, value, below);
	mpq_clear(below);
	return good;
}
