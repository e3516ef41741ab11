/*
 * check_svg: pictures, by their bytes and by where things must be.
 *
 * The golden files tests/golden/svg-*.svg were looked at; UPDATE_GOLDEN=1
 * rewrites them. Places in pixels are from the rectangle of the plot, which
 * each test reads off the axis's frame, by hand.
 */
#include <check.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/svg.h"

static const struct dt_svg plain = {
	.title = "Slack & <thresholds>", .desc = "What is seen.",
	.x = { .title = "continuation", .unit = "chance" },
	.y = { .title = "slack", .unit = "payoff a round" },
};

static void
golden(const char *name, struct dt_text *svg)
{
	char path[512];
	const char *srcdir = getenv("srcdir");
	const char *update = getenv("UPDATE_GOLDEN");
	ck_assert(!svg->failed);
	snprintf(path, sizeof(path), "%s/tests/golden/svg-%s.svg",
	    srcdir ? srcdir : ".", name);
	FILE *file = fopen(path, update != NULL ? "w" : "r");
	ck_assert_msg(file != NULL, "%s cannot be opened", path);
	if (update != NULL) {
		fwrite(svg->bytes, 1, svg->size, file);
	} else {
		char *kept = calloc(1, svg->size + 2);
		size_t n = fread(kept, 1, svg->size + 1, file);
		ck_assert_msg(n == svg->size &&
		    memcmp(kept, svg->bytes, n) == 0,
		    "the picture is not as in %s", path);
		free(kept);
	}
	fclose(file);
	dt_text_free(svg);
}

static bool
has(const struct dt_text *svg, const char *piece)
{
	return strstr(dt_text_string(svg), piece) != NULL;
}

static void
lines(struct dt_text *svg)
{
	static const double x[] = { .5, .6, .7, .8, .9 };
	static const double a[] = { -1, -.25, .25, .5, .75 };
	static const double b[] = { 0, 0, NAN, 1, 1 };
	static const double low[] = { -1.2, -.5, 0, .25, .5 };
	static const double high[] = { -.8, 0, .5, .75, 1 };
	struct dt_svg_series series[] = {
		{ .name = "lab 1", .n = 5, .x = x, .y = a, .low = low,
		  .high = high, .marks = true },
		{ .name = "steps", .n = 5, .x = x, .y = b, .step = true },
	};
	dt_svg_lines(svg, &plain, series, 2);
}

START_TEST(lines_and_steps_are_as_they_were_looked_at)
{
	struct dt_text svg = { 0 };
	lines(&svg);
	golden("lines", &svg);
}
END_TEST

START_TEST(bars_and_histograms_are_as_they_were_looked_at)
{
	static const double value[] = { 1.25, -.5, 3 };
	static const double low[] = { 1, -.75, 2.5 }, high[] = { 1.5, -.25, 3.5 };
	static const double edge[] = { 0, 10, 20, 40 };
	static const char *const names[] = { "allc", "alld", "tit-for-tat" };
	struct dt_svg picture = plain;
	struct dt_text svg = { 0 };
	dt_svg_bars(&svg, &picture, &(struct dt_svg_bars){ .n = 3,
	    .value = value, .edge = edge });
	picture.x.labels = names;
	dt_svg_bars(&svg, &picture, &(struct dt_svg_bars){ .n = 3,
	    .value = value, .low = low, .high = high });
	golden("bars", &svg);
}
END_TEST

START_TEST(rows_are_as_they_were_looked_at)
{
	static const double slack[] = { 2, -3.5, NAN }, low[] = { 1.5, -4, NAN };
	static const double high[] = { 2.5, -3, NAN }, pause[] = { .9, .25, 0 };
	static const char *const labels[] = { "inf", "cwc", "none" };
	static const char *const names[] = { "yes", "no", "never", "unknown" };
	static const size_t class[] = { 0, 1, 3 };
	struct dt_svg_panel panels[] = {
		{ { .title = "slack", .unit = "payoff" }, slack, low, high },
		{ { .title = "pause", .high = 1 }, pause, NULL, NULL },
	};
	struct dt_text svg = { 0 };
	dt_svg_rows(&svg, &plain, &(struct dt_svg_rows){ .n = 3,
	    .labels = labels, .class = class, .n_classes = 4, .names = names,
	    .panels = panels, .n_panels = 2 });
	ck_assert(has(&svg, ">unknown<") && !has(&svg, ">never<"));
	golden("rows", &svg);
}
END_TEST

START_TEST(heat_maps_are_as_they_were_looked_at)
{
	static const double value[] = { 0, .5, 1, 1.5, NAN, 2 };
	struct dt_svg picture = plain;
	struct dt_text svg = { 0 };
	picture.x.low = .5;
	picture.x.high = .9;
	picture.y.high = 1;
	dt_svg_heat(&svg, &picture, &(struct dt_svg_heat){ .columns = 3,
	    .rows = 2, .value = value, .name = "payoff", .unit = "a round" });
	golden("heat", &svg);
}
END_TEST

static void
phase(struct dt_text *svg, const struct dt_svg *given)
{
	static const uint8_t class[] = { 0, 0, 1, 0, 1, 1, 1, 1, 9 };
	static const double value[] = { -2, -1, 1, -1, 1, 2, 1, 2, 3 };
	static const char *const names[] = { "holds", "does not" };
	struct dt_svg picture = *given;
	picture.x.high = picture.y.high = 2;
	dt_svg_phase(svg, &picture, &(struct dt_svg_phase){ .columns = 3,
	    .rows = 3, .class = class, .n_classes = 2, .names = names,
	    .value = value, .level = 0, .contour = "slack 0" });
}

START_TEST(phase_plots_are_as_they_were_looked_at)
{
	struct dt_text svg = { 0 };
	phase(&svg, &plain);
	golden("phase", &svg);
}
END_TEST

START_TEST(sets_segments_and_points_are_as_they_were_looked_at)
{
	static const double x[] = { 0, 3, 2, -1 }, y[] = { 0, -1, 2, 3 };
	static const double sx[] = { 0, 1 }, sy[] = { 0, 1 };
	struct dt_svg_polygon set[] = { { "feasible", 4, x, y },
		{ "a segment", 2, sx, sy }, { "a point", 1, sx, sy } };
	struct dt_svg_point points[] = { { "treaty", 1.5, 1.5 },
		{ NULL, 0, 0 }, { "race against pause", 3, -1 } };
	struct dt_text svg = { 0 };
	dt_svg_set(&svg, &plain, set, 3, points, 3);
	golden("set", &svg);
}
END_TEST

/* Corners are 110 pixels from the left and right of 720, 80 from below; the
 * third is 500 sqrt(3/4) = 433.01 above: 640 - 80 - 433.01. An arrow is in the
 * middle of what its path covers. */
START_TEST(mixes_are_as_they_were_looked_at)
{
	static const char *const names[] = { "ALLC", "ALL<D>", "TFT" };
	static const double path[] = { .6, .2, .2, .4, .4, .2, .2, .6, .2 };
	static const double edge[] = { 1, 0, 0, 0, 0, 1 };
	static const double points[] = { 0, 1, 0, 0, 0, 1, .3, .3, .4, .9, .1,
		0, NAN, 1, 0 };
	static const enum dt_svg_mix_point kinds[] = { DT_SVG_MIX_SINK,
		DT_SVG_MIX_NEUTRAL, DT_SVG_MIX_SOURCE, DT_SVG_MIX_SADDLE,
		DT_SVG_MIX_SINK };
	struct dt_svg_mix_path paths[] = { { 3, path } }, lines_of[] = {
		{ 2, edge } };
	struct dt_svg_mix mix = { .corners = 3, .names = names,
		.n_paths = 1, .paths = paths, .n_lines = 1,
		.lines = lines_of, .n_points = 5, .points = points,
		.kinds = kinds };
	struct dt_svg picture = { .title = "Where it goes", .desc = "Seen.",
		.width = 720, .height = 640 };
	struct dt_text svg = { 0 };
	dt_svg_mix(&svg, &picture, &mix);
	ck_assert(has(&svg, "M110.00 560.00L360.00 126.99"));
	ck_assert(has(&svg, "cx=\"610.00\" cy=\"560.00\""));
	ck_assert(has(&svg, "M260.00 473.40L360.00 473.40L460.00 473.40"));
	ck_assert(has(&svg, "ALL&lt;D&gt;"));
	ck_assert(!has(&svg, "nan"));
	golden("mix", &svg);
}
END_TEST

/* The same data give the same bytes where a comma is the decimal point. A
 * locale that is not installed makes this no test, which is no failure. */
START_TEST(a_locale_changes_no_byte)
{
	struct dt_text one = { 0 }, two = { 0 };
	lines(&one);
	if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL)
		setlocale(LC_ALL, "fr_FR.UTF-8");
	lines(&two);
	setlocale(LC_ALL, "C");
	ck_assert_str_eq(dt_text_string(&one), dt_text_string(&two));
	dt_text_free(&one);
	dt_text_free(&two);
}
END_TEST

START_TEST(a_screen_reader_and_xml_are_served)
{
	struct dt_text svg = { 0 };
	struct dt_svg picture = plain;
	picture.desc = "bad \x01 \xff bytes & \"quotes\"";
	picture.id = "p7";
	phase(&svg, &picture);
	ck_assert(has(&svg, "role=\"img\""));
	ck_assert(has(&svg, "aria-labelledby=\"p7-title p7-desc\""));
	ck_assert(has(&svg, "<title id=\"p7-title\">Slack &amp; "
	    "&lt;thresholds&gt;</title>"));
	ck_assert(has(&svg, "bad     bytes &amp; &quot;quotes&quot;</desc>"));
	ck_assert(has(&svg, "continuation (chance)"));
	ck_assert(has(&svg, "url(#p7-1)"));
	ck_assert(!has(&svg, "dt-"));
	dt_text_free(&svg);
}
END_TEST

/* Values at the corners (0,0) -2, (1,0) -1, (2,0) 1: along the lowest row the
 * level 0 is crossed half way between the second and third centres, that is
 * at 2 of 3 columns. The plot is 67..696 wide (46 and three letters of 7;
 * 720 less 24) and its foot at 460 - 58; a centre is half a row above. */
START_TEST(the_contour_crosses_where_the_value_does)
{
	struct dt_text svg = { 0 };
	struct dt_svg picture = plain;
	picture.y.low = 0;
	phase(&svg, &picture);
	double left = 46 + 7 * 3, wide = 696 - left, tall = 402 - 70;
	char end[64];
	snprintf(end, sizeof(end), "%.2f %.2f", left + wide * 2 / 3,
	    402 - tall / 6);
	ck_assert_msg(has(&svg, end), "no %s in the picture", end);
	dt_text_free(&svg);
}
END_TEST

START_TEST(nothing_and_what_is_not_finite_draw_no_bad_number)
{
	static const double bad[] = { NAN, INFINITY, -INFINITY, 1e308, -1e308 };
	static const double same[] = { 7, 7, 7, 7, 7 };
	struct dt_svg_series one = { .name = "x", .n = 5, .x = same,
		.y = bad, .low = bad, .high = bad };
	struct dt_text svg = { 0 };
	dt_svg_lines(&svg, &plain, &one, 1);
	dt_svg_lines(&svg, &plain, NULL, 0);
	dt_svg_bars(&svg, &plain, &(struct dt_svg_bars){ .n = 5,
	    .value = bad });
	dt_svg_bars(&svg, &plain, &(struct dt_svg_bars){ .n = 0 });
	dt_svg_heat(&svg, &plain, &(struct dt_svg_heat){ .columns = 5,
	    .rows = 1, .value = bad });
	dt_svg_heat(&svg, &plain, &(struct dt_svg_heat){ .columns = 0 });
	dt_svg_phase(&svg, &plain, &(struct dt_svg_phase){ .rows = 0 });
	dt_svg_set(&svg, &plain, NULL, 0, NULL, 0);
	dt_svg_rows(&svg, &plain, &(struct dt_svg_rows){ .n = 0 });
	ck_assert(has(&svg, "no data"));
	ck_assert(!has(&svg, "nan") && !has(&svg, "inf"));
	dt_text_free(&svg);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("svg");
	TCase *tcase = tcase_create("svg");
	tcase_add_test(tcase, lines_and_steps_are_as_they_were_looked_at);
	tcase_add_test(tcase, bars_and_histograms_are_as_they_were_looked_at);
	tcase_add_test(tcase, rows_are_as_they_were_looked_at);
	tcase_add_test(tcase, heat_maps_are_as_they_were_looked_at);
	tcase_add_test(tcase, phase_plots_are_as_they_were_looked_at);
	tcase_add_test(tcase,
	    sets_segments_and_points_are_as_they_were_looked_at);
	tcase_add_test(tcase, mixes_are_as_they_were_looked_at);
	tcase_add_test(tcase, a_locale_changes_no_byte);
	tcase_add_test(tcase, a_screen_reader_and_xml_are_served);
	tcase_add_test(tcase, the_contour_crosses_where_the_value_does);
	tcase_add_test(tcase,
	    nothing_and_what_is_not_finite_draw_no_bad_number);
	suite_add_tcase(suite, tcase);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
