/* compare_draw: treaties side by side as a picture; see compare.h. */
#include "ask/compare.h"

#include <math.h>

#include "format/svg.h"

struct figures {
	const char **labels;
	size_t *class;
	double *slack, *slack_low, *slack_high;
	double *pause, *pause_low, *pause_high;
};

static bool
make(struct dt_arena *arena, size_t n, struct figures *f)
{
	double **const columns[] = { &f->slack, &f->slack_low, &f->slack_high,
		&f->pause, &f->pause_low, &f->pause_high };
	f->labels = dt_arena_new(arena, n + 1, sizeof(*f->labels));
	f->class = dt_arena_new(arena, n + 1, sizeof(*f->class));
	bool whole = f->labels != NULL && f->class != NULL;
	for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++) {
		*columns[c] = dt_arena_new(arena, n + 1, sizeof(double));
		whole &= *columns[c] != NULL;
	}
	return whole;
}

static void
fill(const struct dt_compare_row *row, struct figures *f, size_t k)
{
	double off = isnan(row->error) ? row->off : 1.96 * row->error;
	f->labels[k] = row->treaty;
	f->class[k] = (size_t)row->class;
	f->slack[k] = row->slack;
	f->slack_low[k] = row->slack - off;
	f->slack_high[k] = row->slack + off;
	f->pause[k] = dt_compare_value(row, DT_COMPARE_PAUSE);
	dt_compare_interval(row, DT_COMPARE_PAUSE, &f->pause_low[k],
	    &f->pause_high[k]);
}

void
dt_compare_draw(const struct dt_compare *c, struct dt_text *svg)
{
	struct dt_arena *arena = c->ask->catalogue->arena;
	struct figures f;
	size_t n = 0;
	const char *title = dt_arena_print(arena, "Treaties compared: %s",
	    c->ask->subject);
	if (title == NULL || !make(arena, c->n, &f)) {
		svg->failed = true;
		return;
	}
	while (n < c->n && c->rows[n]->done) {
		fill(c->rows[n], &f, n);
		n++;
	}
	struct dt_svg picture = { .title = title, .desc = "A row a treaty, "
	    "best first. Left what its weakest party loses by departing, "
	    "below zero what it gains; right the share of rounds that are "
	    "paused if signers comply. The pattern tells the verdict.",
	    .width = 820 };
	struct dt_svg_panel panels[] = {
		{ { .title = "slack", .unit = "payoff, all rounds to come" },
		  f.slack, f.slack_low, f.slack_high },
		{ { .title = "pause", .unit = "share of rounds", .low = 0,
		    .high = 1 }, f.pause, f.pause_low, f.pause_high },
	};
	struct dt_svg_rows rows = { .n = n, .labels = f.labels,
		.class = f.class, .n_classes = DT_COMPARE_CLASSES,
		.names = dt_compare_words, .panels = panels, .n_panels = 2 };
	dt_svg_rows(svg, &picture, &rows);
}
