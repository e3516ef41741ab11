/* check_base: memory, arena, text and numbers. */
#include "base/arena.h"
#include "base/band.h"
#include "base/late.h"
#include "base/lu.h"
#include "base/memory.h"
#include "base/number.h"
#include "base/text.h"

#include <check.h>
#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The bits of a random double, from a fixed seed: xorshift64 (Marsaglia
 * 2003), whose period is 2^64 - 1. */
static uint64_t
draw(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* Two succeed, the third fails once, the fourth succeeds: four were asked. */
START_TEST(memory_fails_exactly_when_told)
{
	dt_memory_fail_after(2);
	void *a = dt_memory_new(1, 8), *b = dt_memory_new(1, 8);
	void *c = dt_memory_new(1, 8), *d = dt_memory_new(1, 8);
	ck_assert_ptr_nonnull(a);
	ck_assert_ptr_nonnull(b);
	ck_assert_ptr_null(c);
	ck_assert_ptr_nonnull(d);
	ck_assert_int_eq(dt_memory_fail_after(-1), 4);
	dt_memory_free(a);
	dt_memory_free(b);
	dt_memory_free(d);
}
END_TEST

START_TEST(arena_hands_out_zeroes_and_refuses_products_that_overflow)
{
	struct dt_arena arena = { 0 };
	for (size_t n = 1; n < 3000; n += 37) {
		unsigned char *bytes = dt_arena_new(&arena, n, 1);
		ck_assert_ptr_nonnull(bytes);
		ck_assert_uint_eq((uintptr_t)bytes % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++)
			ck_assert_int_eq(bytes[i], 0);
		memset(bytes, 0xff, n);
	}
	ck_assert_ptr_null(dt_arena_new(&arena, SIZE_MAX / 2, 4));
	ck_assert_str_eq(dt_arena_print(&arena, "%d-%s", 7, "x"), "7-x");
	ck_assert_str_eq(dt_arena_copy_n(&arena, "pause", 2), "pa");
	dt_arena_free(&arena);
	ck_assert_ptr_null(arena.blocks);
}
END_TEST

START_TEST(text_grows_and_remembers_that_memory_failed)
{
	struct dt_text text = { 0 };
	ck_assert_str_eq(dt_text_string(&text), "");
	for (int i = 0; i < 1000; i++)
		dt_text_add(&text, "%d,", i % 10);
	ck_assert_uint_eq(text.size, 2000);
	dt_memory_fail_after(0);
	for (int i = 0; i < 4000; i++)
		dt_text_add(&text, "x");
	dt_memory_fail_after(-1);
	ck_assert(text.failed);
	size_t size = text.size;
	dt_text_add(&text, "more");
	ck_assert_uint_eq(text.size, size);
	dt_text_free(&text);
	ck_assert(!text.failed);
}
END_TEST

/* "dé" is two characters in three bytes, so three spaces reach column 5. */
START_TEST(text_pads_by_characters_on_the_last_line)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "long line\nd\xc3\xa9");
	dt_text_pad_to(&text, 5);
	dt_text_add(&text, "|");
	ck_assert_str_eq(text.bytes, "long line\nd\xc3\xa9   |");
	dt_text_pad_to(&text, 2);
	ck_assert_str_eq(text.bytes, "long line\nd\xc3\xa9   |");
	dt_text_free(&text);
}
END_TEST

START_TEST(text_wraps_at_spaces_and_keeps_long_words_whole)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "key  ");
	dt_text_wrap(&text, "one two three\nfour incomprehensible six", 2, 12);
	ck_assert_str_eq(text.bytes,
	    "key  one two\n  three four\n  incomprehensible\n  six");
	dt_text_free(&text);
}
END_TEST

/* RFC 3629: U+0000 to U+10FFFF but surrogates, each in its shortest form. */
START_TEST(text_knows_utf8)
{
	uint32_t code = 0;
	ck_assert_uint_eq(dt_text_character("\xe2\x82\xac", 3, &code), 3);
	ck_assert_uint_eq(code, 0x20ac);
	ck_assert_uint_eq(dt_text_character("\xe2\x82", 2, &code), 0);
	ck_assert_uint_eq(dt_text_character("\xc0\xaf", 2, &code), 0);
	ck_assert_uint_eq(dt_text_character("\xed\xa0\x80", 3, &code), 0);
	ck_assert_uint_eq(dt_text_character("\xf4\x90\x80\x80", 4, &code), 0);
	ck_assert_uint_eq(dt_text_character("\x80", 1, &code), 0);
	ck_assert_uint_eq(dt_text_width("d\xc3\xa9tente"), 7);
	ck_assert_uint_eq(dt_text_offset("\xc3\xa9\xff" "ab", 5, 2), 3);
}
END_TEST

static const char *
visible(struct dt_text *text, const char *bytes, size_t n)
{
	dt_text_free(text);
	dt_text_add_visible(text, bytes, n);
	return dt_text_string(text);
}

/* Written out by hand; a lone CR would go back over the line. */
START_TEST(text_of_others_is_made_visible)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *shown;
	} rows[] = {
		{ "", 0, "" }, { "d\xc3\xa9tente\t1\n", 11, "d\xc3\xa9tente\t1\n" },
		{ "a\r\nb\rc\r", 7, "a\r\nb\\u000dc\\u000d" },
		{ "\033[2J\a", 5, "\\u001b[2J\\u0007" },
		{ "a\0b\x7f", 4, "a\\u0000b\\u007f" },
		{ "\xc2\x9b" "2J", 4, "\\u009b2J" },
		{ "\xe2\x80\xae\xe2\x81\xa6\xd8\x9c", 8,
		  "\\u202e\\u2066\\u061c" },
		{ "\xe2\x80\xa8", 3, "\\u2028" },
		{ "\xff" "a\xe2\x80", 4, "\\xffa\\xe2\\x80" },
		{ "\xc0\x9b\x1b", 3, "\\xc0\\x9b\\u001b" },
		{ "\xf0\x9f\x98\x80", 4, "\xf0\x9f\x98\x80" },
	};
	struct dt_text text = { 0 };
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ck_assert_str_eq(visible(&text, rows[i].bytes, rows[i].n),
		    rows[i].shown);
	dt_text_free(&text);
}
END_TEST

/* Of all of Unicode just these, as its Standard lists them: Cc, Zl, Zp and
 * Bidi_Control; so many: 32 + 33 + 2 + 12. */
START_TEST(what_a_terminal_obeys_is_what_unicode_says)
{
	size_t hidden = 0;
	for (uint32_t code = 0; code < 0x110000; code++)
		hidden += dt_text_hidden(code);
	ck_assert_uint_eq(hidden, 32 + 33 + 2 + 12);
	static const uint32_t some[] = { 0, 0x1f, 0x7f, 0x80, 0x9f, 0x61c,
	    0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069 };
	for (size_t i = 0; i < sizeof(some) / sizeof(some[0]); i++)
		ck_assert(dt_text_hidden(some[i]));
}
END_TEST

/* Whatever the bytes: what is shown is UTF-8 with nothing hidden but tabs and
 * line ends, and what is shown of it is itself. */
START_TEST(what_is_visible_stays_as_it_is)
{
	static const unsigned char often[] = { 0x1b, 0xc2, 0x9b, 0xe2, 0x80,
	    0xae, '\r', '\n', 0xff, 'a' };
	struct dt_text text = { 0 }, again = { 0 };
	uint32_t seed = 1;
	for (size_t round = 0; round < 2000; round++) {
		char bytes[12];
		for (size_t i = 0; i < sizeof(bytes); i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = (char)(seed >> 31 ? seed >> 16 & 0xff :
			    often[(seed >> 16) % sizeof(often)]);
		}
		const char *shown = visible(&text, bytes, sizeof(bytes));
		ck_assert_str_eq(visible(&again, shown, text.size), shown);
		for (size_t at = 0, n; at < text.size; at += n) {
			uint32_t code = 0;
			n = dt_text_character(shown + at, text.size - at,
			    &code);
			ck_assert_uint_gt(n, 0);
			ck_assert(!dt_text_hidden(code) || code == '\n' ||
			    code == '\t' || (code == '\r' &&
			    shown[at + 1] == '\n'));
		}
	}
	dt_text_free(&text);
	dt_text_free(&again);
}
END_TEST

START_TEST(text_splits_lines_at_any_line_end)
{
	static const char bytes[] = "a\r\nbb\rc\n\nd";
	size_t sizes[] = { 1, 2, 1, 0, 1 }, at = 0, next;
	for (size_t i = 0; i < 5; i++) {
		ck_assert_uint_eq(dt_text_line(bytes + at,
		    sizeof(bytes) - 1 - at, &next), sizes[i]);
		at += next;
	}
	ck_assert_uint_eq(at, sizeof(bytes) - 1);
}
END_TEST

static const struct {
	const char *text;
	double value;
} numbers[] = {
	{ "0", 0 }, { "12", 12 }, { "-0.5", -0.5 }, { "1e-3", 0.001 },
	{ ".05", 0.05 }, { "1E+2", 100 }, { "1/4", 0.25 }, { "-3/2", -1.5 },
	{ "0.5/2", 0.25 }, { "0.1", 0.1 }, { "1e-400", 0 },
};

START_TEST(numbers_are_read)
{
	double value = 7;
	ck_assert(dt_number_read(numbers[_i].text, &value));
	ck_assert_double_eq(value, numbers[_i].value);
}
END_TEST

static const char *const junk[] = {
	"", " ", "5%", "40x", "0,05", "nan", "inf", "-inf", "infinity", "010",
	"-01", "+5", "0x10", "1e", "1e+", "5.", ".", "-", "--1", "1 ", " 1",
	"1/0", "1/", "/2", "1/2/3", "1 / 2", "1e999", "1e309/1", "1_000",
	"\xd9\xa1", "yes", "1.2.3", "1e1.5", "0b1", "00", "1/00",
};

START_TEST(junk_is_no_number)
{
	double value = 7;
	int64_t whole = 7;
	ck_assert_msg(!dt_number_read(junk[_i], &value), "%s", junk[_i]);
	ck_assert(!dt_number_read_whole(junk[_i], &whole));
	ck_assert_double_eq(value, 7);
	ck_assert_int_eq(whole, 7);
}
END_TEST

START_TEST(whole_numbers_reach_the_ends_of_their_type_and_no_further)
{
	int64_t value;
	ck_assert(dt_number_read_whole("9223372036854775807", &value));
	ck_assert_int_eq(value, INT64_MAX);
	ck_assert(dt_number_read_whole("-9223372036854775808", &value));
	ck_assert_int_eq(value, INT64_MIN);
	ck_assert(!dt_number_read_whole("9223372036854775808", &value));
	ck_assert(!dt_number_read_whole("1.0", &value));
	ck_assert(!dt_number_read_whole("1e3", &value));
}
END_TEST

/* 0.1 has 17 digits as a double and one as a person writes it. */
/* C's fmax(NAN, 1) is 1: an error of values that are none would be small. */
START_TEST(the_largest_of_what_is_no_number_is_none)
{
	const double good[] = { -1, 0, 1e308 }, bad[] = { 0, INFINITY };
	ck_assert(isnan(dt_number_max(NAN, 1)));
	ck_assert(isnan(dt_number_max(1, NAN)));
	ck_assert(isnan(dt_number_min(NAN, 1)));
	ck_assert(isnan(dt_number_min(1, NAN)));
	ck_assert(dt_number_max(-2, 3) == 3 && dt_number_max(3, -2) == 3);
	ck_assert(dt_number_min(-2, 3) == -2 && dt_number_min(3, -2) == -2);
	ck_assert(dt_number_finite(good, 3) && !dt_number_finite(bad, 2));
}
END_TEST

START_TEST(numbers_print_short)
{
	char buffer[DT_NUMBER_SIZE];
	ck_assert_str_eq(dt_number_print(0.1, buffer), "0.1");
	ck_assert_str_eq(dt_number_print(100, buffer), "100");
	ck_assert_str_eq(dt_number_print(0.1 + 0.2, buffer),
	    "0.30000000000000004");
	ck_assert_str_eq(dt_number_print_short(2.0 / 3, 4, buffer), "0.6667");
	ck_assert_str_eq(dt_number_print_short(2.5, 4, buffer), "2.5");
	ck_assert_str_eq(dt_number_print_short(3, 4, buffer), "3");
	ck_assert_str_eq(dt_number_print_short(100, 0, buffer), "100");
	ck_assert_str_eq(dt_number_print_short(-0.00001, 2, buffer), "0");
	ck_assert_str_eq(dt_number_print_short(1e300, 2, buffer), "1e+300");
}
END_TEST

/* 17 significant digits tell any two doubles apart, so some length up to it
 * reads back (IEEE 754); and no shorter one than was chosen does. */
START_TEST(every_double_reads_back_as_itself)
{
	uint64_t state = 20261001;
	for (int i = 0; i < 20000; i++) {
		uint64_t bits = draw(&state);
		double value, back;
		char buffer[DT_NUMBER_SIZE];
		memcpy(&value, &bits, sizeof(value));
		if (!isfinite(value))
			continue;
		dt_number_print(value, buffer);
		ck_assert_uint_lt(strlen(buffer), DT_NUMBER_SIZE - 1);
		ck_assert(dt_number_read(buffer, &back));
		ck_assert(memcmp(&value, &back, sizeof(value)) == 0);
	}
	double ends[] = { DBL_MAX, -DBL_MAX, DBL_MIN, DBL_TRUE_MIN, -0.0 };
	for (size_t i = 0; i < 5; i++) {
		char buffer[DT_NUMBER_SIZE];
		double back;
		ck_assert(dt_number_read(dt_number_print(ends[i], buffer),
		    &back));
		ck_assert_double_eq(back, ends[i]);
	}
}
END_TEST

/* Only meaningful where such a locale is installed; true everywhere. */
START_TEST(the_locale_of_the_program_changes_nothing)
{
	static const char *const names[] = { "de_DE.UTF-8", "de_DE.utf8",
	    "fr_FR.UTF-8", "nl_NL.UTF-8" };
	for (size_t i = 0; i < 4 && !setlocale(LC_ALL, names[i]); i++)
		;
	char buffer[DT_NUMBER_SIZE];
	double value = 0;
	ck_assert(dt_number_read("0.5", &value));
	ck_assert_double_eq(value, 0.5);
	ck_assert_str_eq(dt_number_print(0.25, buffer), "0.25");
	ck_assert_str_eq(dt_number_print_short(0.25, 1, buffer), "0.2");
	setlocale(LC_ALL, "C");
}
END_TEST

static const struct {
	const char *wrong, *meant;      /* NULL: no idea */
} guesses[] = {
	{ "5%", "0.05" }, { "7 %", "0.07" }, { "0.1%", "0.001" },
	{ "0,05", "0.05" }, { "1,5", "1.5" }, { "1,000", "1000" },
	{ "1,000,000", "1000000" }, { "-0,5", "-0.5" }, { "010", "10" },
	{ "007", "7" }, { "00", "0" }, { "-01", "-1" }, { "40x", "40" },
	{ "40 rounds", "40" }, { "10k", "10000" }, { "2M", "2000000" },
	{ "+5", "5" }, { "5.", "5" }, { "1_000", "1000" },
	{ "1 000", "1000" }, { "1 / 3", "1/3" },
	{ "\xe2\x88\x92" "5", "-5" }, { "10 20", "10" }, { "nan", NULL },
	{ "high", NULL }, { "", NULL }, { "0x10", NULL }, { "1/0", NULL },
	{ "%", NULL }, { "-", NULL }, { "x40", NULL },
};

START_TEST(the_number_that_was_meant_is_guessed)
{
	char buffer[DT_NUMBER_SIZE];
	bool known = dt_number_suggest(guesses[_i].wrong, buffer);
	ck_assert_int_eq(known, guesses[_i].meant != NULL);
	if (known)
		ck_assert_str_eq(buffer, guesses[_i].meant);
}
END_TEST

/* 2y = 2, 3x + 4y = 11: y = 1, x = 7/3, and the determinant is -6. A row twice
 * another is singular; so is what is no number. */
START_TEST(equations_are_solved_or_known_to_be_singular)
{
	double a[] = { 0, 2, 3, 4 }, b[] = { 2, 11 }, x[2];
	double twice[] = { 1, 2, 2, 4 }, none[] = { 1, 2, NAN, NAN };
	size_t order[2];
	ck_assert_int_eq(dt_lu_make(a, 2, order), -1);
	dt_lu_solve(a, 2, order, b, x);
	ck_assert_double_eq_tol(x[0], 7. / 3, 1e-15);
	ck_assert_double_eq(x[1], 1);
	ck_assert_int_eq(dt_lu_make(twice, 2, order), 0);
	ck_assert_int_eq(dt_lu_make(none, 2, order), 0);
}
END_TEST

/* Bands of random numbers, a third of them 0, whose diagonals are a little larger
 * than the rest, against the same matrix without a band. */
START_TEST(equations_of_a_band_are_solved_as_those_without)
{
	enum { N = 40, WIDE_MOST = 4 + 1 + 5 };
	uint64_t state = 77 + (uint64_t)_i;
	double full[N * N] = { 0 }, check[N * N], cells[N * WIDE_MOST] = { 0 };
	double right[N], x[N], want[N];
	size_t order[N];
	struct dt_band b = { N, (size_t)(_i % 5), (size_t)(_i % 6), cells };
	for (size_t i = 0; i < N; i++) {
		double *row = full + i * N;
		right[i] = x[i] = (double)(draw(&state) % 100);
		row[i] = 1;
		for (size_t j = 0; j < N; j++) {
			if (i == j || i > j + b.below || j > i + b.above ||
			    draw(&state) % 3 == 0)
				continue;
			row[j] = 0 - (double)(1 + draw(&state) % 1000);
			row[i] -= row[j];
		}
		for (size_t j = 0; j < N; j++)
			if (row[j] != 0)
				cells[dt_band_at(&b, i, j)] = row[j];
	}
	memcpy(check, full, sizeof(full));
	ck_assert_int_ne(dt_lu_make(full, N, order), 0);
	dt_lu_solve(full, N, order, right, want);
	ck_assert(dt_band_solve(&b, x));
	for (size_t i = 0; i < N; i++) {
		double sum = 0, size = 1;
		for (size_t j = 0; j < N; j++) {
			sum += check[i * N + j] * x[j];
			size += fabs(check[i * N + j] * x[j]);
		}
		ck_assert_double_eq_tol(sum, right[i], 1e-13 * size);
		ck_assert_double_eq_tol(x[i], want[i], 1e-9 * (1 +
		    fabs(want[i])));
	}
}
END_TEST

/* A row twice another; a number that is none. */
START_TEST(a_band_that_is_singular_is_known_to_be)
{
	double twice[6] = { 0, 1, 1, 2, 2, 0 }, none[6] = { 0, NAN, 1, 1, 1, 0 };
	double x[2] = { 1, 1 };
	struct dt_band a = { 2, 1, 1, twice }, b = { 2, 1, 1, none };
	ck_assert_uint_eq(dt_band_width(&a), 3);
	ck_assert(!dt_band_solve(&a, x));
	ck_assert(!dt_band_solve(&b, x));
}
END_TEST

/* The Hilbert matrix of 5, 1/(i + j + 1), is ill-conditioned (5e5); its
 * determinant is positive. Right sides are made of x = 1, ..., 5. */
START_TEST(equations_of_hilbert_are_solved_to_their_condition)
{
	double a[25], b[5] = { 0 }, x[5];
	size_t order[5];
	for (size_t i = 0; i < 5; i++)
		for (size_t j = 0; j < 5; j++) {
			a[i * 5 + j] = 1 / (double)(i + j + 1);
			b[i] += a[i * 5 + j] * (double)(j + 1);
		}
	ck_assert_int_eq(dt_lu_make(a, 5, order), 1);
	dt_lu_solve(a, 5, order, b, x);
	for (size_t i = 0; i < 5; i++)
		ck_assert_double_eq_tol(x[i], (double)(i + 1), 1e-9);
}
END_TEST

#define COUNT(table) (int)(sizeof(table) / sizeof(table[0]))

/* All of its functions or none; and once they are there, nothing is looked for. */
START_TEST(a_library_is_loaded_when_it_is_needed)
{
	static const char *const names[] = { "cos", "sin" };
	static const char *const wrong[] = { "cos", "no_such_function" };
	struct {
		double (*cosine)(double), (*sine)(double);
	} m = { 0 };
	struct dt_error err = { 0 };
	ck_assert_int_eq(dt_late_load("libno.so.1", names, 2, &m, &err),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "libno.so.1"));
	ck_assert_int_eq(dt_late_load("libm.so.6", wrong, 2, &m, &err),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "no_such_function"));
	ck_assert(m.cosine == NULL && m.sine == NULL);
	ck_assert_int_eq(dt_late_load("libm.so.6", names, 2, &m, &err), DT_OK);
	ck_assert_double_eq(m.cosine(0), 1);
	ck_assert_double_eq(m.sine(0), 0);
	ck_assert_int_eq(dt_late_load("libno.so.1", names, 2, &m, &err), DT_OK);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("base");
	TCase *c = tcase_create("base");
	tcase_add_test(c, memory_fails_exactly_when_told);
	tcase_add_test(c,
	    arena_hands_out_zeroes_and_refuses_products_that_overflow);
	tcase_add_test(c, text_grows_and_remembers_that_memory_failed);
	tcase_add_test(c, text_pads_by_characters_on_the_last_line);
	tcase_add_test(c, text_of_others_is_made_visible);
	tcase_add_test(c, what_a_terminal_obeys_is_what_unicode_says);
	tcase_add_test(c, what_is_visible_stays_as_it_is);
	tcase_add_test(c, text_wraps_at_spaces_and_keeps_long_words_whole);
	tcase_add_test(c, text_knows_utf8);
	tcase_add_test(c, text_splits_lines_at_any_line_end);
	tcase_add_loop_test(c, numbers_are_read, 0, COUNT(numbers));
	tcase_add_loop_test(c, junk_is_no_number, 0, COUNT(junk));
	tcase_add_test(c,
	    whole_numbers_reach_the_ends_of_their_type_and_no_further);
	tcase_add_test(c, the_largest_of_what_is_no_number_is_none);
	tcase_add_test(c, equations_are_solved_or_known_to_be_singular);
	tcase_add_test(c, equations_of_hilbert_are_solved_to_their_condition);
	tcase_add_loop_test(c, equations_of_a_band_are_solved_as_those_without,
	    0, 60);
	tcase_add_test(c, a_band_that_is_singular_is_known_to_be);
	tcase_add_test(c, a_library_is_loaded_when_it_is_needed);
	tcase_add_test(c, numbers_print_short);
	tcase_add_test(c, every_double_reads_back_as_itself);
	tcase_add_test(c, the_locale_of_the_program_changes_nothing);
	tcase_add_loop_test(c, the_number_that_was_meant_is_guessed, 0,
	    COUNT(guesses));
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
