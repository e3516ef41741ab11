/* class_board: see class_board.h. The same numbers as JSON for the page's
 * table, and as pictures. */
#include "class/class_board.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "class/class_say.h"
#include "format/svg.h"

static void
add_group(const struct dt_class_group *g, struct dt_class_rate *rate)
{
	const struct dt_tape_round *rounds = dt_tape_rounds(
	    (struct dt_tape *)(uintptr_t)&g->tape);
	size_t n = g->tally.n;
	for (size_t k = 0; k < g->tape.n; k++) {
		uint64_t raced = rounds[k].executed, alarms = rounds[k].alarms;
		rate->raced += (int64_t)dt_move_count(raced);
		rate->races_reported += (int64_t)dt_move_count(raced & alarms);
		rate->pauses_reported += (int64_t)dt_move_count(alarms &
		    ~raced & dt_move_all(n));
		for (size_t i = 0; i < n; i++)
			rate->payoff += rounds[k].payoff[i];
	}
	rate->moves += (int64_t)(g->tape.n * n);
	rate->rounds = (int64_t)g->tape.n > rate->rounds ?
	    (int64_t)g->tape.n : rate->rounds;
}

static bool
is_noisy(const struct dt_model *m)
{
	const struct dt_monitor *seen = m->terms.exists ? &m->terms.monitor :
	    &m->base;
	return seen->public_alarm[0][0] != 0 ||
	    seen->public_alarm[0][1] != UINT64_MAX || m->slip != 0;
}

/* Where there is one group, its rate would tell what its signals hide. */
static bool
is_told(const struct dt_class *c, const struct dt_class_rate *rate)
{
	bool several = c->n_groups > c->first_group + 1;
	return rate->moves > 0 && !c->blocks[rate->block].practice &&
	    (rate->over || several || !is_noisy(&c->groups[c->first_group]->
	    game->experiment.model));
}

size_t
dt_class_rates(const struct dt_class *c,
    struct dt_class_rate rates[DT_LESSON_BLOCKS_MOST])
{
	size_t n = 0;
	for (size_t b = 0; b <= c->block && b < c->n_blocks; b++) {
		struct dt_class_rate rate = { .block = b, .over = b <
		    c->block || c->stage > DT_CLASS_PLAY };
		for (size_t g = 0; g < c->n_groups; g++)
			if (c->groups[g]->block == b)
				add_group(c->groups[g], &rate);
		rate.paused = rate.moves - rate.raced;
		rate.payoff /= rate.moves > 0 ? (double)rate.moves : 1;
		if (is_told(c, &rate))
			rates[n++] = rate;
	}
	return n;
}

void
dt_class_say_rates(const struct dt_class *c, struct dt_text *json)
{
	struct dt_class_rate rates[DT_LESSON_BLOCKS_MOST];
	size_t n = dt_class_rates(c, rates);
	dt_class_say_open(json, "rates", '[');
	for (size_t k = 0; k < n; k++) {
		const struct dt_class_rate *r = &rates[k];
		dt_class_say_open(json, NULL, '{');
		dt_class_say_whole(json, "block", (int64_t)r->block + 1);
		dt_class_say_text(json, "title", dt_class_word(c,
		    c->blocks[r->block].title));
		dt_class_say_number(json, "pause", (double)r->paused /
		    (double)r->moves);
		dt_class_say_whole(json, "rounds", r->rounds);
		dt_class_say_number(json, "payoff", r->payoff);
		if (r->over) {
			dt_class_say_whole(json, "raced", r->raced);
			dt_class_say_whole(json, "paused", r->paused);
			dt_class_say_whole(json, "races_reported",
			    r->races_reported);
			dt_class_say_whole(json, "pauses_reported",
			    r->pauses_reported);
		}
		dt_class_say_close(json, '}');
	}
	dt_class_say_close(json, ']');
}

/* ---- pictures ---- */

enum { WIDE = 360, HIGH = 300 };
enum word { BLOCK, SHARE, PAUSES, PAYOFFS, A_MOVE, ALARMS, RACES, PAUSED,
	REPORTED, WORDS };

static const char *const words[WORDS][2] = {
	[BLOCK] = { "block", "Block" }, [SHARE] = { "share", "Anteil" },
	[PAUSES] = { "Moves that paused", "Innegehalten" },
	[PAYOFFS] = { "Points a move", "Punkte je Zug" },
	[A_MOVE] = { "points", "Punkte" },
	[ALARMS] = { "Reported by the signals", "Von Signalen gemeldet" },
	[RACES] = { "of races", "vom Rasen" },
	[PAUSED] = { "of pauses", "vom Innehalten" },
	[REPORTED] = { "reported", "gemeldet" },
};

struct board {
	const struct dt_class_rate *rates;
	size_t n;
	int language;           /* of words */
	double at[DT_LESSON_BLOCKS_MOST];
	const char *labels[DT_LESSON_BLOCKS_MOST];
	char digits[DT_LESSON_BLOCKS_MOST][24];
};

static struct dt_svg
frame(const struct board *b, enum word title, enum word axis, enum word unit)
{
	return (struct dt_svg){ .title = words[title][b->language],
		.desc = words[title][b->language], .width = WIDE, .height = HIGH,
		.x = { .title = words[BLOCK][b->language],
		.labels = b->labels },
		.y = { .title = words[axis][b->language],
		.unit = axis == unit ? "" : words[unit][b->language],
		.high = unit == SHARE ? 1 : 0 } };
}

static void
draw_pauses(const struct board *b, struct dt_text *svg)
{
	double value[DT_LESSON_BLOCKS_MOST];
	struct dt_svg picture = frame(b, PAUSES, SHARE, SHARE);
	struct dt_svg_bars bars = { .n = b->n, .value = value };
	for (size_t k = 0; k < b->n; k++)
		value[k] = (double)b->rates[k].paused /
		    (double)b->rates[k].moves;
	dt_svg_bars(svg, &picture, &bars);
}

static void
draw_payoffs(const struct board *b, struct dt_text *svg)
{
	double value[DT_LESSON_BLOCKS_MOST];
	struct dt_svg picture = frame(b, PAYOFFS, A_MOVE, A_MOVE);
	struct dt_svg_bars bars = { .n = b->n, .value = value };
	for (size_t k = 0; k < b->n; k++)
		value[k] = b->rates[k].payoff;
	dt_svg_bars(svg, &picture, &bars);
}

static double
share(int64_t part, int64_t whole)
{
	return whole > 0 ? (double)part / (double)whole : NAN;
}

static void
draw_alarms(const struct board *b, struct dt_text *svg)
{
	double races[DT_LESSON_BLOCKS_MOST], pauses[DT_LESSON_BLOCKS_MOST];
	struct dt_svg picture = frame(b, ALARMS, REPORTED, SHARE);
	struct dt_svg_series series[] = {
		{ .name = words[RACES][b->language], .n = b->n, .x = b->at,
		    .y = races, .marks = true },
		{ .name = words[PAUSED][b->language], .n = b->n, .x = b->at,
		    .y = pauses, .marks = true } };
	picture.x.low = -.5;
	picture.x.high = (double)b->n - .5;
	for (size_t k = 0; k < b->n; k++) {
		const struct dt_class_rate *r = &b->rates[k];
		races[k] = r->over ? share(r->races_reported, r->raced) : NAN;
		pauses[k] = r->over ? share(r->pauses_reported, r->paused) :
		    NAN;
	}
	dt_svg_lines(svg, &picture, series, 2);
}

bool
dt_class_board(const struct dt_class *c, const char *language,
    const char *name, struct dt_text *svg)
{
	static const struct { const char *name;
		void (*draw)(const struct board *, struct dt_text *);
	} pictures[] = { { "board-pauses", draw_pauses },
		{ "board-alarms", draw_alarms },
		{ "board-payoffs", draw_payoffs } };
	struct dt_class_rate rates[DT_LESSON_BLOCKS_MOST];
	struct board b = { .rates = rates, .n = dt_class_rates(c, rates) };
	b.language = strcmp(language ? language : c->lesson->language,
	    "de") == 0;
	for (size_t k = 0; k < b.n; k++) {
		snprintf(b.digits[k], sizeof(b.digits[k]), "%zu",
		    rates[k].block + 1);
		b.labels[k] = b.digits[k];
		b.at[k] = (double)k;
	}
	for (size_t i = 0; i < sizeof(pictures) / sizeof(pictures[0]); i++)
		if (strcmp(pictures[i].name, name) == 0) {
			pictures[i].draw(&b, svg);
			return true;
		}
	return false;
}
