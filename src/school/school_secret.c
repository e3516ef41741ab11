/* school_secret: what nobody is to guess, and what is kept of it. A token is
 * kept as its hash, with the class: who reads the file cannot use it, and
 * another class does not know it. */
#include "school/school_internal.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

bool
dt_school_random(void *bytes, size_t n)
{
	return getentropy(bytes, n) == 0;
}

bool
dt_school_draw_token(char token[DT_SCHOOL_TOKEN])
{
	unsigned char raw[16];
	if (!dt_school_random(raw, sizeof(raw)))
		return false;
	for (size_t i = 0; i < sizeof(raw); i++)
		snprintf(token + 2 * i, 3, "%02x", raw[i]);
	return true;
}

static bool
draw(char *word, size_t n, const char *letters)
{
	unsigned char raw[16];
	if (!dt_school_random(raw, sizeof(raw)))
		return false;
	/* of 32: no letter is more likely than another */
	for (size_t i = 0; i < n; i++)
		word[i] = letters[raw[i] % 32];
	word[n] = '\0';
	return true;
}

bool
dt_school_draw_code(char code[DT_SCHOOL_CODE])
{
	return draw(code, DT_SCHOOL_CODE - 1,
	    "ABCDEFGHJKLMNPQRSTUVWXYZ23456789");
}

bool
dt_school_draw_id(char id[DT_CLASS_ID])
{
	return draw(id, 10, "abcdefghjklmnpqrstuvwxyz23456789");
}

void
dt_school_hash(const struct dt_school *s, const char *token,
    unsigned char hash[DT_HASH_BYTES])
{
	char text[DT_CLASS_ID + DT_SCHOOL_TOKEN + 32];
	int n = snprintf(text, sizeof(text), "detente seat\n%s\n%.32s", s->id,
	    token);
	dt_hash_of(text, (size_t)n, hash);
}

bool
dt_school_same(const void *a, const void *b, size_t n)
{
	const unsigned char *x = a, *y = b;
	unsigned differs = 0;
	for (size_t i = 0; i < n; i++)
		differs |= x[i] ^ y[i];
	return differs == 0;
}
