/*
 * class_round: rounds, as a student is told of them: the own moves, what the
 * others' signals said, never what they did. Words that hang on others take
 * the same room whichever they are.
 */
#include <string.h>

#include "class/class_state.h"
#include "class/class_say.h"

enum { SIGNAL = 20, PHASE = 24, AMOUNT = 36, FLAG = 18 };

static const char *
word(bool races)
{
	return races ? "RACE" : "PAUSE";
}

static void
say_level(struct dt_text *json, const char *key, const char *text,
    size_t room)
{
	size_t from = json->size;
	dt_class_say_text(json, key, text);
	dt_class_say_level(json, from, room);
}

/* Who committed and never opened is told to the others. */
static void
say_unopened(const struct dt_class_choice *choice, struct dt_text *json)
{
	size_t from = json->size;
	dt_class_say_flag(json, "unopened", choice->commit.text != NULL &&
	    choice->open.text == NULL);
	dt_class_say_level(json, from, FLAG);
}

static void
say_seen(const struct dt_class *c, const struct dt_class_group *g,
    const struct dt_tape_round *r, size_t me, struct dt_text *json)
{
	bool trips = c->blocks[g->block].trips > 1;
	dt_class_say_open(json, "seen", '[');
	for (size_t i = 0; i < c->n; i++) {
		if (i == me)
			continue;
		dt_class_say_open(json, NULL, '{');
		dt_class_say_text(json, "agent", dt_class_agent_title(c, g, i));
		say_level(json, "signal", word(dt_move_has(r->seen[me], i)),
		    SIGNAL);
		if (trips)
			say_unopened(dt_class_choice(g, (size_t)r->number, i),
			    json);
		dt_class_say_close(json, '}');
	}
	dt_class_say_close(json, ']');
}

/* `practice`, nobody's truth but one's own: `did` is what one executed. */
static void
say_round(const struct dt_class *c, const struct dt_class_group *g, size_t k,
    size_t me, struct dt_text *json)
{
	const struct dt_tape_round *r = &dt_tape_rounds(
	    (struct dt_tape *)(uintptr_t)&g->tape)[k];
	const struct dt_class_choice *choice = dt_class_choice(g, k + 1, me);
	dt_class_say_whole(json, "n", r->number);
	say_level(json, "meant", word(choice->races), SIGNAL);
	say_level(json, "did", word(dt_move_has(r->executed, me)), SIGNAL);
	say_seen(c, g, r, me, json);
	size_t from = json->size;
	dt_class_say_number(json, "payoff", r->payoff[me]);
	dt_class_say_level(json, from, AMOUNT);
	from = json->size;
	dt_class_say_number(json, "fine", 0 - r->fine[me]);
	dt_class_say_level(json, from, AMOUNT);
	say_level(json, "phase", r->phase == DT_PHASE_IN_FORCE ? "in_force" :
	    dt_view_phase_words[r->phase], PHASE);
	from = json->size;
	dt_class_say_flag(json, "flagged", dt_move_has(r->findings, me));
	dt_class_say_level(json, from, FLAG);
	say_level(json, "source", dt_class_source_words[choice->source],
	    SIGNAL);
}

/* By number of others who race: what it pays to pause, and to race. */
static void
say_payoffs(const struct dt_class *c, const struct dt_class_group *g,
    size_t me, struct dt_text *json)
{
	const struct dt_payoff *payoff = &g->game->experiment.model.payoff;
	double room[DT_AGENTS_MOST];
	uint64_t others = 0;
	dt_class_say_open(json, "payoffs", '{');
	dt_class_say_text(json, "form", c->n == 2 ? "matrix" : "table");
	dt_class_say_open(json, "rows", '[');
	for (size_t k = 0, next = 0; k < c->n; k++) {
		dt_class_say_open(json, NULL, '{');
		dt_class_say_whole(json, "racers", (int64_t)k);
		dt_class_say_number(json, "pause", dt_payoff_of(payoff,
		    others, room)[me]);
		dt_class_say_number(json, "race", dt_payoff_of(payoff,
		    others | dt_move_bit(me), room)[me]);
		dt_class_say_close(json, '}');
		next += next == me;
		if (next < c->n)
			others |= dt_move_bit(next++);
	}
	dt_class_say_close(json, ']');
	dt_class_say_close(json, '}');
}

/* What is to be signed, with %MOVE%, %NONCE% and %HASH% to be filled in. */
static void
say_entries(const struct dt_class *c, const struct dt_class_group *g,
    int64_t person, struct dt_text *json)
{
	char signer[DT_CLASS_SIGNER];
	struct dt_text text = { 0 };
	dt_class_signer(c, person, c->block, signer);
	dt_text_add(&text, "detente.example/open/v1\nrun %lld\nround %lld\n"
	    "agent %s\nmove %%MOVE%%\nnonce %%NONCE%%", (long long)g->run,
	    (long long)c->round, signer);
	dt_class_say_text(json, "opening", dt_text_string(&text));
	text.size = 0;
	dt_text_add(&text, "detente.example/commit/v1\nrun %lld\nround %lld\n"
	    "agent %s\ncommit %%HASH%%", (long long)g->run,
	    (long long)c->round, signer);
	dt_class_say_text(json, "commit", dt_text_string(&text));
	dt_text_free(&text);
}

static void
say_open_round(const struct dt_class *c, const struct dt_class_group *g,
    int64_t person, struct dt_text *json)
{
	int64_t seat = c->people[person].seat;
	const struct dt_class_seat *s = &c->seats[seat];
	int64_t deadline = dt_class_deadline(c, (size_t)seat);
	dt_class_say_open(json, "round", '{');
	dt_class_say_whole(json, "n", c->round);
	dt_class_say_whole(json, "run", g->run);
	if (deadline >= 0)
		dt_class_say_whole(json, "deadline", deadline);
	else
		dt_class_say_null(json, "deadline");
	size_t from = json->size;
	dt_class_say_flag(json, "chosen", s->chosen || s->committed);
	dt_class_say_level(json, from, FLAG);
	from = json->size;
	dt_class_say_flag(json, "unopened", c->opening && s->committed &&
	    !s->chosen && s->choice.person == person);
	dt_class_say_level(json, from, FLAG);
	say_payoffs(c, g, s->agent, json);
	say_entries(c, g, person, json);
	dt_class_say_close(json, '}');
}

void
dt_class_say_rounds(const struct dt_class *c, int64_t person,
    struct dt_text *json)
{
	int64_t seat = c->people[person].seat;
	const struct dt_class_group *g = dt_class_group_of(c, seat);
	bool plays = c->stage == DT_CLASS_PLAY ||
	    c->stage == DT_CLASS_PRACTICE;
	if (g == NULL || g->world == NULL)
		return;
	size_t me = c->seats[seat].agent, n = g->tape.n;
	if (plays && !g->over)
		say_open_round(c, g, person, json);
	if (n > 0) {
		dt_class_say_open(json, "last", '{');
		say_round(c, g, n - 1, me, json);
		dt_class_say_close(json, '}');
	}
	dt_class_say_open(json, "history", '[');
	for (size_t k = 0; k < n; k++) {
		dt_class_say_open(json, NULL, '{');
		say_round(c, g, k, me, json);
		dt_class_say_close(json, '}');
	}
	dt_class_say_close(json, ']');
}
