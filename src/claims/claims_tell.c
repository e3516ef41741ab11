/* claims_tell: what became of claims, side by side or one as a page; see
 * claims.h. */
#include "claims/claims.h"

#include <math.h>

#include "base/number.h"

const char *
dt_claims_verdict(struct dt_arena *arena, const struct dt_claims_found *f)
{
	const char *region = f->claim->expect.region;
	if (f->why != NULL)
		return "not known";
	if (f->verdict != DT_CLAIM_HOLDS_IF)
		return dt_claim_verdict_words[f->verdict];
	if (region[0] == '\0' || f->claim->expect.verdict != DT_CLAIM_HOLDS_IF)
		return "holds in some places";
	return dt_arena_print(arena, "holds if %s", region);
}

static void
add_claim(const struct dt_claims_found *f, struct dt_arena *arena,
    struct dt_solution_table *t)
{
	dt_solution_text(t, f->claim->name);
	dt_solution_text(t, f->claim->title);
	dt_solution_text(t, dt_claims_verdict(arena, f));
	dt_solution_whole(t, (int64_t)f->holds);
	dt_solution_whole(t, (int64_t)f->places);
	dt_solution_text(t, f->expected ? "yes" : "FAILS");
	dt_solution_text(t, dt_arena_print(arena, "detente %s",
	    f->claim->command));
}

static void
say_wrong(const struct dt_claims_found *f, struct dt_solution *s)
{
	if (f->why != NULL)
		dt_solution_say(s, "%s: it has no verdict: %s.",
		    f->claim->name, f->why);
	else if (!f->expected)
		dt_solution_say(s, "%s fails what analysis leads to expect: "
		    "'%s' in %lld places, or a figure beside it. The run has "
		    "%zu.", f->claim->name,
		    dt_claim_verdict_words[f->claim->expect.verdict],
		    (long long)f->claim->expect.places, f->holds);
}

void
dt_claims_tell(const struct dt_claims_found *found, size_t n,
    struct dt_arena *arena, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "claim", NULL, "" }, { "title", NULL, "" },
		{ "verdict", NULL, "" }, { "holds_in", "holds in", "places" },
		{ "places", "of", "places" },
		{ "as_expected", "as expected", "" },
		{ "command", NULL, "" },
	};
	size_t is[3] = { 0 }, unknown = 0;
	dt_solution_start(s, arena, "claims", "claims");
	s->method = "each by its own run";
	for (size_t k = 0; k < n; k++) {
		if (found[k].why != NULL)
			unknown++;
		else
			is[found[k].verdict]++;
		s->no = s->no || !found[k].expected;
	}
	dt_solution_say(s, "Of %zu claims %zu hold, %zu fail, and %zu hold on "
	    "conditions.%s", n, is[DT_CLAIM_HOLDS], is[DT_CLAIM_FAILS],
	    is[DT_CLAIM_HOLDS_IF], unknown > 0 ? " The others have no verdict."
	    : "");
	for (size_t k = 0; k < n; k++)
		say_wrong(&found[k], s);
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "claims", NULL,
	    heads);
	for (size_t k = 0; k < n; k++)
		add_claim(&found[k], arena, t);
}

static void
add_said(const char *who, const struct dt_claim_words *words,
    struct dt_solution *s, struct dt_solution_table *t)
{
	if (words->says == NULL || words->says[0] == '\0')
		return;
	dt_solution_say(s, "%s: %s", who, words->says);
	dt_solution_text(t, who);
	dt_solution_text(t, words->says);
	dt_solution_text(t, words->source);
	dt_solution_text(t, dt_claim_status_words[words->status]);
}

/* Both columns: what is claimed, and what the source of it says. */
static void
add_words(const struct dt_claim *claim, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "who", NULL, "" }, { "says", NULL, "" },
		{ "source", NULL, "" }, { "status", NULL, "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "words", NULL,
	    heads);
	t->hidden = true;
	add_said("The essay", &claim->essay, s, t);
	add_said("The report", &claim->report, s, t);
	dt_solution_say(s, "As a hypothesis: %s", claim->hypothesis);
	if (claim->model[0] != '\0')
		dt_solution_say(s, "The model: %s", claim->model);
	if (claim->expect.because[0] != '\0')
		dt_solution_say(s, "What analysis expects: %s",
		    claim->expect.because);
	if (claim->apart[0] != '\0')
		dt_solution_say(s, "What would tell the readings apart: %s",
		    claim->apart);
}

static const char *
expected_of(const struct dt_claim_check *check, struct dt_arena *arena)
{
	char number[DT_NUMBER_SIZE];
	return isnan(check->value) ? check->word : dt_arena_copy(arena,
	    dt_number_print(check->value, number));
}

static const char *
got_of(const struct dt_claims_figure *figure, struct dt_arena *arena)
{
	char number[DT_NUMBER_SIZE];
	const struct dt_pick *got = &figure->got;
	return got->why != NULL ? got->why : got->word != NULL ? got->word :
	    dt_arena_copy(arena, dt_number_print_short(got->number, 7,
	    number));
}

static void
add_figures(const struct dt_claims_found *f, struct dt_arena *arena,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "name", NULL, "" }, { "expected", NULL, "" },
		{ "got", NULL, "" }, { "as_expected", "as expected", "" },
		{ "says", "what", "" }, { "command", NULL, "" },
	};
	const struct dt_claim_check *checks = f->claim->checks.items;
	if (f->claim->checks.n == 0)
		return;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "figures",
	    "Figures beside it", heads);
	for (size_t k = 0; k < f->claim->checks.n; k++) {
		dt_solution_text(t, checks[k].origin.name);
		dt_solution_text(t, expected_of(&checks[k], arena));
		dt_solution_text(t, got_of(&f->figures[k], arena));
		dt_solution_text(t, f->figures[k].ok ? "yes" : "FAILS");
		dt_solution_text(t, checks[k].says);
		dt_solution_text(t, dt_arena_print(arena, "detente %s",
		    checks[k].command[0] != '\0' ? checks[k].command :
		    f->claim->command));
	}
}

static void
add_leaves_out(const struct dt_claim *claim, struct dt_solution *s)
{
	const char *const *items = claim->leaves_out.items;
	struct dt_solution_table *t = dt_solution_table(s, "leaves_out",
	    NULL);
	dt_solution_column(t, "what", NULL, "");
	t->hidden = true;
	for (size_t k = 0; k < claim->leaves_out.n; k++) {
		dt_solution_say(s, "Left out: %s", items[k]);
		dt_solution_text(t, items[k]);
	}
}

static void
add_verdict(const struct dt_claims_found *f, struct dt_arena *arena,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "claim", NULL, "" }, { "verdict", NULL, "" },
		{ "region", NULL, "" },
		{ "holds_in", "holds in", "places" },
		{ "places", "of", "places" },
		{ "expected_verdict", "expected", "" },
		{ "expected_places", "expected in", "places" },
		{ "as_expected", "as expected", "" }, { "command", NULL, "" },
	};
	const struct dt_claim *claim = f->claim;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "verdict", NULL,
	    heads);
	t->hidden = true;
	dt_solution_text(t, claim->name);
	dt_solution_text(t, f->why != NULL ? NULL :
	    dt_claim_verdict_words[f->verdict]);
	dt_solution_text(t, claim->expect.region);
	dt_solution_whole(t, (int64_t)f->holds);
	dt_solution_whole(t, (int64_t)f->places);
	dt_solution_text(t, dt_claim_verdict_words[claim->expect.verdict]);
	dt_solution_whole(t, claim->expect.places);
	dt_solution_text(t, f->expected ? "yes" : "FAILS");
	dt_solution_text(t, dt_arena_print(arena, "detente %s",
	    claim->command));
}

void
dt_claims_tell_one(const struct dt_claims_found *f, struct dt_arena *arena,
    struct dt_solution *s)
{
	dt_solution_start(s, arena, "claim", f->claim->name);
	s->method = "its own run, each place counted";
	s->config = f->claim->command;
	s->no = !f->expected;
	if (f->why == NULL)
		dt_solution_say(s, "%s: %s, in %zu of %zu places%s.",
		    f->claim->title, dt_claims_verdict(arena, f), f->holds,
		    f->places, f->expected ? ", as analysis leads to expect" :
		    "");
	if (f->expected && f->claim->summary[0] != '\0')
		dt_solution_say(s, "%s", f->claim->summary);
	say_wrong(f, s);
	if (f->unknown > 0)
		dt_solution_say(s, "In %zu places there is no value; it is not "
		    "said to hold there.", f->unknown);
	add_words(f->claim, s);
	add_leaves_out(f->claim, s);
	dt_solution_say(s, "The same verdict: detente %s", f->claim->command);
	add_verdict(f, arena, s);
	add_figures(f, arena, s);
}
