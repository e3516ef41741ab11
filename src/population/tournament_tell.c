/* tournament_tell: a tournament in sentences, tables and a picture. */
#include <math.h>
#include <stdio.h>

#include "format/svg.h"
#include "population/tournament.h"

enum { WIDE = 10, LONG = 40 };  /* what people still read */

static const char *
name_of(const struct dt_tournament *t, size_t one)
{
	return t->matches->field->list[one].name;
}

static void
say_first(const struct dt_tournament *t, struct dt_solution *s)
{
	const struct dt_tournament_row *rows = t->rows;
	size_t first = 1;
	while (first < t->n && rows[first].rank == 1)
		first++;
	if (first > 1)
		dt_solution_say(s, "%s and %zu more are first, with %.6g a "
		    "round each against %zu strategies%s.",
		    name_of(t, rows[0].one), first - 1, rows[0].score, t->n,
		    t->self ? ", themselves included" : "");
	else
		dt_solution_say(s, "%s is first: %.6g a round in the mean "
		    "against %zu strategies%s; then %s with %.6g.",
		    name_of(t, rows[0].one), rows[0].score,
		    t->n - !t->self, t->self ? ", itself included" :
		    ", itself left out", name_of(t, rows[1].one),
		    rows[1].score);
	if (first == 1 && rows[0].tied > 0)
		dt_solution_say(s, "That is less than two standard errors "
		    "ahead of %zu of them: more repetitions would tell.",
		    rows[0].tied);
}

static void
say_how(const struct dt_tournament *t, struct dt_solution *s)
{
	size_t pairs = t->n * t->n, played = t->matches->played;
	char length[64] = "without end";
	if (isfinite(t->matches->rounds))
		snprintf(length, sizeof(length), "%.6g rounds in the mean",
		    t->matches->rounds);
	if (played == 0)
		dt_solution_say(s, "Exact: every pair was worked out as a "
		    "Markov chain (runs of %s), so there are no repetitions "
		    "and no errors of chance.", length);
	else
		dt_solution_say(s, "%zu of %zu entries were played (runs of "
		    "%s); the others are exact.", played, pairs, length);
}

static void
say_drops(const struct dt_tournament *t, struct dt_solution *s)
{
	struct dt_text who = { 0 };
	size_t n = 0;
	for (size_t i = 0; t->n > 2 && i < t->n; i++)
		if (i != t->rows[0].one &&
		    t->drops[i].winner != t->rows[0].one && n++ < 5)
			dt_text_add(&who, "%s%s", n > 1 ? ", " : "",
			    name_of(t, i));
	if (t->n > 2 && n == 0)
		dt_solution_say(s, "It stays first whichever other strategy "
		    "is dropped.");
	else if (n > 0)
		dt_solution_say(s, "It depends on the field: another is first "
		    "without %s%s%s.", n == 1 ? "" : "one of ",
		    dt_text_string(&who), n > 5 ? ", ..." : "");
	s->failed |= who.failed;
	dt_text_free(&who);
}

static void
tell_ranking(const struct dt_tournament *t, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "rank", NULL, "" }, { "strategy", NULL, "" },
		{ "score", NULL, "payoff a round" },
		{ "score_se", "s.e.", "payoff a round" },
		{ "tied", "tied with", "" }, { "wins", NULL, "" },
		{ "draws", NULL, "" }, { "losses", NULL, "" },
		{ "pause_share", "pauses", "share" },
		{ "first_pause", "first", "chance" },
		{ "after_pp", "after PP", "chance to pause" },
		{ "after_pr", "PR", "chance to pause" },
		{ "after_rp", "RP", "chance to pause" },
		{ "after_rr", "RR", "chance to pause" },
		{ "good_partner", "partner", "share" },
		{ "eigen_rating", "eigen", "share" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "ranking",
	    "Ranking (PR: I paused, the other raced)", heads);
	for (size_t i = 0; i < t->n; i++) {
		const struct dt_tournament_row *r = &t->rows[i];
		dt_solution_whole(table, (int64_t)r->rank);
		dt_solution_text(table, name_of(t, r->one));
		dt_solution_number(table, r->score);
		dt_solution_number(table, r->error);
		dt_solution_whole(table, (int64_t)r->tied);
		dt_solution_whole(table, (int64_t)r->wins);
		dt_solution_whole(table, (int64_t)r->draws);
		dt_solution_whole(table, (int64_t)r->losses);
		dt_solution_number(table, r->paused);
		dt_solution_number(table, r->first);
		dt_solution_number(table, r->after[0]);
		dt_solution_number(table, r->after[2]);
		dt_solution_number(table, r->after[1]);
		dt_solution_number(table, r->after[3]);
		dt_solution_number(table, r->partner);
		dt_solution_number(table, r->eigen);
	}
}

/* By rank; what is not known is empty. */
static void
tell_matrix(const struct dt_tournament *t, bool payoff,
    struct dt_solution *s)
{
	struct dt_solution_table *table = dt_solution_table(s, payoff ?
	    "payoffs" : "cooperation", payoff ?
	    "Payoff a round of the row against the column" :
	    "Share of pauses of the row against the column");
	table->hidden = t->n > WIDE;
	dt_solution_column(table, "strategy", "", "");
	for (size_t j = 0; j < t->n; j++)
		dt_solution_column(table, name_of(t, t->rows[j].one), NULL,
		    payoff ? "payoff a round" : "share");
	for (size_t i = 0; i < t->n; i++) {
		dt_solution_text(table, name_of(t, t->rows[i].one));
		for (size_t j = 0; j < t->n; j++) {
			const struct dt_match *m = &t->matches->match[
			    t->rows[i].one * t->n + t->rows[j].one];
			dt_solution_number(table, payoff ? m->payoff :
			    m->paused);
		}
	}
}

static void
tell_matches(const struct dt_tournament *t, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "strategy", NULL, "" }, { "other", NULL, "" },
		{ "payoff", NULL, "payoff a round" },
		{ "payoff_se", NULL, "payoff a round" },
		{ "pause_share", NULL, "share" },
		{ "first_pause", NULL, "chance" },
		{ "states", NULL, "joint states" }, { "exact", NULL, "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "matches",
	    NULL, heads);
	table->hidden = true;
	for (size_t i = 0; i < t->n; i++)
		for (size_t j = 0; j < t->n; j++) {
			const struct dt_match *m =
			    &t->matches->match[i * t->n + j];
			dt_solution_text(table, name_of(t, i));
			dt_solution_text(table, name_of(t, j));
			dt_solution_number(table, m->payoff);
			dt_solution_number(table, m->error);
			dt_solution_number(table, m->paused);
			dt_solution_number(table, m->first);
			dt_solution_number(table, m->states);
			dt_solution_whole(table, m->exact);
		}
}

static void
tell_drops(const struct dt_tournament *t, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "dropped", NULL, "" }, { "first", NULL, "" },
		{ "moved", "most places moved", "" },
		{ "mover", "by", "" },
	};
	if (t->n <= 2)
		return;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "sensitivity",
	    "Without one of them", heads);
	table->hidden = t->n > LONG;
	for (size_t i = 0; i < t->n; i++) {
		const struct dt_tournament_drop *d =
		    &t->drops[t->rows[i].one];
		dt_solution_text(table, name_of(t, t->rows[i].one));
		dt_solution_text(table, name_of(t, d->winner));
		dt_solution_whole(table, (int64_t)d->moved);
		dt_solution_text(table, d->moved > 0 ? name_of(t, d->mover) :
		    NULL);
	}
}

void
dt_tournament_tell(const struct dt_tournament *t, struct dt_solution *s)
{
	say_first(t, s);
	say_how(t, s);
	say_drops(t, s);
	tell_ranking(t, s);
	tell_matrix(t, true, s);
	tell_matrix(t, false, s);
	tell_drops(t, s);
	tell_matches(t, s);
	dt_field_tell_broken(t->matches->field, s);
}

void
dt_tournament_draw(const struct dt_tournament *t, struct dt_text *svg)
{
	struct dt_arena arena = { 0 };
	double *value = dt_arena_new(&arena, t->n * t->n, sizeof(*value));
	const char **across = dt_arena_new(&arena, t->n, sizeof(*across));
	const char **up = dt_arena_new(&arena, t->n, sizeof(*up));
	int size = 260 + 22 * (int)(t->n < 200 ? t->n : 200);
	struct dt_svg picture = { .title = "Payoff a round of the row against "
	    "the column", .desc = "Strategies by rank, the first above and "
	    "left; darker is more.", .width = size + 120, .height = size,
	    .x = { .title = "against" }, .y = { .title = "strategy" } };
	for (size_t i = 0; value && across && up && i < t->n; i++) {
		across[i] = name_of(t, t->rows[i].one);
		up[t->n - 1 - i] = across[i];
		for (size_t j = 0; j < t->n; j++)
			value[(t->n - 1 - i) * t->n + j] = t->matches->match[
			    t->rows[i].one * t->n + t->rows[j].one].payoff;
	}
	picture.x.labels = across;
	picture.y.labels = up;
	struct dt_svg_heat heat = { .columns = t->n, .rows = t->n,
		.value = value, .name = "payoff", .unit = "a round" };
	if (value && across && up)
		dt_svg_heat(svg, &picture, &heat);
	else
		svg->failed = true;
	dt_arena_free(&arena);
}
