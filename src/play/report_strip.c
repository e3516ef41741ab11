/* report_strip: a run, move by move; see report.h. */
#include "play/report.h"

static void
add_moves(const struct dt_play_run *run, size_t from, size_t to, size_t i,
    struct dt_text *text)
{
	for (size_t k = from; k < to; k++) {
		const struct dt_tape_round *r = &run->rounds[k];
		bool race = dt_move_has(r->executed, i);
		bool right = dt_move_has(r->alarms, i) == race;
		dt_text_add(text, "%c", race ? "rR"[right] : "pP"[right]);
	}
	dt_text_add(text, "\n");
}

/* The rounds behind `from`, up to `to`. */
static void
add_stretch(const struct dt_experiment *e, const struct dt_play_run *run,
    size_t from, size_t to, struct dt_text *text)
{
	size_t name = dt_report_column(e, false);
	for (size_t i = 0; i < e->model.n; i++) {
		dt_text_add(text, "%s", e->model.agents[i].name);
		dt_text_pad_to(text, name);
		add_moves(run, from, to, i, text);
	}
	if (!e->model.terms.exists)
		return;
	dt_text_add(text, "treaty");
	dt_text_pad_to(text, name);
	for (size_t k = from; k < to; k++)
		dt_text_add(text, "%c", " .+~x"[run->rounds[k].phase]);
	dt_text_add(text, "  (. open, + in force, ~ suspended, x ended)\n");
}

static void
add_strip_title(const struct dt_play_run *run, struct dt_text *text)
{
	dt_text_add(text, "\nRun %lld, round by round (P pause, R race; small "
	    "where the public signal was wrong)\n", (long long)run->number);
}

void
dt_report_strip(const struct dt_experiment *e, const struct dt_play_run *run,
    struct dt_text *text)
{
	if (run->rounds == NULL || run->n_rounds > DT_REPORT_STRIP_MOST)
		return;
	add_strip_title(run, text);
	add_stretch(e, run, 0, run->n_rounds, text);
}

void
dt_report_strips(const struct dt_experiment *e, const struct dt_play_run *run,
    struct dt_text *text)
{
	if (run->n_rounds <= DT_REPORT_STRIP_MOST) {
		dt_report_strip(e, run, text);
		return;
	}
	add_strip_title(run, text);
	for (size_t from = 0; from < run->n_rounds;
	    from += DT_REPORT_STRIP_LINE) {
		size_t to = from + DT_REPORT_STRIP_LINE;
		to = to < run->n_rounds ? to : run->n_rounds;
		dt_text_add(text, "rounds %zu to %zu\n", from + 1, to);
		add_stretch(e, run, from, to, text);
	}
}
