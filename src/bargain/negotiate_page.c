/* negotiate_page: a negotiation as a page to be read; see negotiate.h. */
#include <math.h>

#include "bargain/negotiate.h"

struct page {
	const struct dt_stakes *stakes;
	struct dt_solution *solution;
	struct dt_text line;
	int64_t round;
};

static const char *
who(const struct page *p, const struct dt_talks_event *e)
{
	return e->party == DT_TALKS_NONE ? "the mediator" :
	    p->stakes->names[e->party];
}

static const char *
what(const struct page *p, const struct dt_talks_event *e)
{
	return e->text == DT_TALKS_NONE ? "" : p->stakes->texts[e->text].name;
}

static void
flush(struct page *p)
{
	if (p->line.size > 0)
		dt_solution_say(p->solution, "%s",
		    dt_text_string(&p->line));
	p->solution->failed = p->solution->failed || p->line.failed;
	dt_text_free(&p->line);
	p->line = (struct dt_text){ 0 };
}

static void
answer(struct page *p, const struct dt_talks_event *e)
{
	bool yes = e->kind == DT_TALKS_ACCEPT;
	if (e->kind == DT_TALKS_RESERVE) {
		dt_text_add(&p->line, " %s has a reservation, and would accept "
		    "'%s' (worth %.2f).", who(p, e), what(p, e), e->worth);
		return;
	}
	dt_text_add(&p->line, " %s %s (worth %.2f of its best gain", who(p, e),
	    yes ? "accepts" : "refuses", e->worth);
	if (!yes)
		dt_text_add(&p->line, "; it aspires to %.2f", e->aspired);
	dt_text_add(&p->line, ").");
}

static void
at_home(struct page *p, const struct dt_talks_event *e)
{
	bool yes = e->kind == DT_TALKS_RATIFY;
	if (e->aspired >= 1 && e->worth >= 1)
		dt_text_add(&p->line, " %s ratifies.", who(p, e));
	else
		dt_text_add(&p->line, " %s %s (support %.2f at home%s).",
		    who(p, e), yes ? "ratifies" : "does not ratify", e->worth,
		    yes ? "" : ": an involuntary defection");
}

static void
say(struct page *p, const struct dt_talks_event *e)
{
	static const char *const plain[DT_TALKS_EVENTS] = {
		[DT_TALKS_PASS] = "proposes nothing",
		[DT_TALKS_SIGN] = "signs", [DT_TALKS_LEAVE] = "walks out",
		[DT_TALKS_ACCEDE] = "accedes",
	};
	struct dt_text *line = &p->line;
	switch (e->kind) {
	case DT_TALKS_PROPOSE:
		dt_text_add(line, " %s proposes '%s'", who(p, e), what(p, e));
		if (!isnan(e->worth))
			dt_text_add(line, " (worth %.2f of its best gain)",
			    e->worth);
		dt_text_add(line, ".");
		break;
	case DT_TALKS_PLEDGE:
		dt_text_add(line, " %s pledges to all texts that are worth "
		    "%.2f of its best gain, first to '%s'.", who(p, e),
		    dt_number_max(0, e->aspired), what(p, e));
		break;
	case DT_TALKS_ACCEPT:
	case DT_TALKS_REFUSE:
	case DT_TALKS_RESERVE:
		answer(p, e);
		break;
	case DT_TALKS_RATIFY:
	case DT_TALKS_REJECT:
		at_home(p, e);
		break;
	case DT_TALKS_ENTER:
		dt_text_add(line, " '%s' enters into force for %zu.",
		    what(p, e), dt_move_count(e->bound));
		break;
	case DT_TALKS_FAIL:
		dt_text_add(line, " Too few ratified for '%s' to enter into "
		    "force; talks reopen.", what(p, e));
		break;
	case DT_TALKS_BREAK:
		dt_text_add(line, " Talks break down.");
		break;
	case DT_TALKS_EXPIRE:
		dt_text_add(line, " The deadline passes.");
		break;
	default:
		dt_text_add(line, " %s %s.", who(p, e), plain[e->kind]);
	}
}

void
dt_negotiate_page(const struct dt_negotiate *g, size_t which,
    struct dt_solution *solution)
{
	const struct dt_talks_outcome *o = &g->outcomes[which];
	struct page p = { .stakes = g->setting->stakes,
	    .solution = solution };
	for (size_t k = 0; k < o->n_events; k++) {
		const struct dt_talks_event *e = &o->events[k];
		if (e->round != p.round) {
			flush(&p);
			p.round = e->round;
			dt_text_add(&p.line, "Round %lld:",
			    (long long)e->round);
		}
		say(&p, e);
	}
	flush(&p);
}
