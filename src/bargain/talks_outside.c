/* talks_outside: see talks_outside.h. */
#include "bargain/talks_outside.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "bargain/talks_internal.h"
#include "outside/outside.h"
#include "outside/child.h"

enum { PURPOSE = 0x74616c70 };          /* no other stream has it */

struct dt_talks_outside {
	const atomic_bool *stop;
	uint64_t who, walks;
	int64_t number;         /* of the negotiation that is held */
	struct dt_child *process[DT_AGENTS_MOST];
	bool spoke[DT_AGENTS_MOST], broken;
	struct dt_error fault;
	struct dt_text line;
};

uint64_t
dt_talks_outside_who(const struct dt_talks_setting *s)
{
	uint64_t who = 0;
	for (size_t i = 0; i < s->stakes->n; i++)
		if (dt_move_has(s->table, i) &&
		    s->parties[i].own.negotiator.command.n > 0)
			who |= dt_move_bit(i);
	return who;
}

enum dt_status
dt_talks_outside_new(struct dt_talks_outside **outside,
    struct dt_talks_setting *s, const atomic_bool *stop,
    struct dt_error *err)
{
	*outside = NULL;
	const struct dt_talks_protocol *p = s->protocol;
	if (!p->asks)
		return dt_status_fail(err, DT_EUSAGE, "programs bargain by "
		    "the protocols offers, ultimatum and quota, and not by "
		    "%s: add --protocol offers", p->name);
	struct dt_talks_outside *o = dt_memory_new(1, sizeof(*o));
	if (o == NULL)
		return dt_status_no_memory(err);
	o->stop = stop;
	o->who = dt_talks_outside_who(s);
	s->programs = *outside = o;
	return DT_OK;
}

void
dt_talks_outside_free(struct dt_talks_outside *o)
{
	if (o == NULL)
		return;
	for (size_t i = 0; i < DT_AGENTS_MOST; i++)
		dt_child_end(o->process[i]);
	dt_text_free(&o->line);
	dt_memory_free(o);
}

const struct dt_error *
dt_talks_outside_fault(const struct dt_talks_outside *o)
{
	return o != NULL && o->broken ? &o->fault : NULL;
}

int64_t
dt_talks_outside_held(const struct dt_talks_outside *o)
{
	return o->broken ? o->number - 1 : o->number;
}

static const struct dt_negotiator *
mind(const struct dt_talks *t, size_t party)
{
	return &t->setting->parties[party].own.negotiator;
}

/* What it did, with when; the talks are over. */
static void
blame(struct dt_talks *t, size_t party, enum dt_status status,
    const struct dt_error *why)
{
	struct dt_talks_outside *o = t->setting->programs;
	const char *const *words = mind(t, party)->command.items;
	dt_child_end(o->process[party]);
	o->process[party] = NULL;
	o->broken = true;
	t->over = true;
	if (status != DT_EINPUT && status != DT_EIO)
		(void)dt_status_fail(&o->fault, status, "%s", why->message);
	else
		(void)dt_status_fail(&o->fault, status, "the program '%s' of "
		    "agent '%s', in round %lld of negotiation %lld: %.600s. It "
		    "was ended. Negotiations that were finished before are "
		    "told; see detente-agent(5)", words[0],
		    t->setting->stakes->names[party], (long long)t->round,
		    (long long)o->number, why->message);
}

static const char *
truth(bool is)
{
	return is ? "true" : "false";
}

static void
add_number(struct dt_text *line, double value)
{
	char number[DT_NUMBER_SIZE];
	dt_text_add(line, "%s", dt_number_print(value, number));
}

/* What is on the table, and what it is worth to the party itself. */
static void
add_texts(const struct dt_talks *t, size_t party, struct dt_text *line)
{
	const struct dt_stakes *s = t->setting->stakes;
	dt_text_add(line, ", \"texts\": [");
	for (size_t x = 0; x < s->m; x++) {
		dt_text_add(line, "%s{\"text\": \"%s\", \"gain\": ",
		    x > 0 ? ", " : "", s->texts[x].name);
		add_number(line, dt_talks_gain(t, party, x));
		dt_text_add(line, ", \"worth\": ");
		add_number(line, dt_talks_worth(t, party, x));
		dt_text_add(line, ", \"refused\": %s, \"open\": %s}",
		    truth(t->setting->parties[party].refuses[x]),
		    truth(dt_move_has(s->texts[x].signers, party)));
	}
	dt_text_add(line, "]");
}

static void
say_start(const struct dt_talks *t, size_t party, int64_t number,
    struct dt_text *line)
{
	const struct dt_talks_setting *s = t->setting;
	struct dt_random random;
	dt_random_stream(&random, s->seed, party, (uint64_t)number, PURPOSE);
	line->size = 0;
	dt_text_add(line, "{\"type\": \"start\", \"protocol\": %d, "
	    "\"negotiation\": %lld, \"agent\": \"%s\", \"way\": \"%s\", "
	    "\"deadline\": %lld, \"breakdown\": ", DT_OUTSIDE_PROTOCOL,
	    (long long)number, s->stakes->names[party], s->protocol->name,
	    (long long)(s->protocol->once ? 1 : s->deadline));
	add_number(line, s->breakdown);
	dt_text_add(line, ", \"patience\": ");
	add_number(line, s->parties[party].patience);
	dt_text_add(line, ", \"parties\": [");
	for (size_t i = 0, n = 0; i < s->stakes->n; i++)
		if (dt_move_has(s->table, i))
			dt_text_add(line, "%s\"%s\"", n++ > 0 ? ", " : "",
			    s->stakes->names[i]);
	dt_text_add(line, "]");
	add_texts(t, party, line);
	dt_text_add(line, ", \"seed\": %llu}\n", (unsigned long long)
	    (dt_random_word(&random) >> 11));
}

static enum dt_status
start(struct dt_talks_outside *o, const struct dt_talks *t, size_t party,
    int64_t number, struct dt_error *why)
{
	const struct dt_negotiator *n = mind(t, party);
	char folder[4096];
	struct dt_child_call call = { n->command.items, n->command.n,
		dt_outside_folder(n->origin.node, folder, sizeof(folder)) };
	enum dt_status status = o->process[party] != NULL ? DT_OK :
	    dt_child_start(&o->process[party], &call, why);
	say_start(t, party, number, &o->line);
	if (status == DT_OK && o->line.failed)
		status = dt_status_no_memory(why);
	return status ? status : dt_child_tell(o->process[party],
	    dt_text_string(&o->line), why);
}

enum dt_status
dt_talks_outside_begin(struct dt_talks *t, int64_t number,
    struct dt_error *err)
{
	struct dt_talks_outside *o = t->setting->programs;
	struct dt_error why = { 0 };
	if (o == NULL && dt_talks_outside_who(t->setting) != 0)
		return dt_status_fail(err, DT_EUSAGE, "a negotiator is a "
		    "program from outside, and only `detente negotiate` and "
		    "`run --negotiate` start it");
	if (o == NULL)
		return DT_OK;
	o->number = number;
	o->walks = 0;
	for (uint64_t set = o->who; set != 0 && !t->over; set &= set - 1) {
		size_t i = dt_move_first(set);
		enum dt_status status = start(o, t, i, number, &why);
		if (status != DT_OK)
			blame(t, i, status, &why);
	}
	return DT_OK;
}

/* One question; what it answered, or NULL: it failed. */
static const char *
ask(struct dt_talks *t, size_t party)
{
	struct dt_talks_outside *o = t->setting->programs;
	struct dt_error why = { 0 };
	const char *answer = NULL;
	double limit = mind(t, party)->time_limit;
	limit = isnan(limit) ? DT_OUTSIDE_LIMIT : limit;
	if (!o->spoke[party])
		limit += DT_OUTSIDE_START;
	enum dt_status status = o->line.failed ? dt_status_no_memory(&why) :
	    dt_child_ask(o->process[party], dt_text_string(&o->line), limit,
	    o->stop, &answer, &why);
	o->spoke[party] = true;
	if (status == DT_OK)
		return answer;
	blame(t, party, status, &why);
	return NULL;
}

/* Of an answer that does not serve. */
static void
reject(struct dt_talks *t, size_t party, const char *answer,
    const char *wanted)
{
	struct dt_text shown = { 0 };
	struct dt_error why;
	size_t n = strlen(answer);
	dt_text_add_visible(&shown, answer, n > 80 ? 80 : n);
	enum dt_status status = dt_status_fail(&why, DT_EINPUT, "it answered "
	    "'%s'%s, and an answer is %s", dt_text_string(&shown), n > 80 ?
	    "..." : "", wanted);
	dt_text_free(&shown);
	blame(t, party, status, &why);
}

static size_t
text_of(const struct dt_stakes *s, const char *name)
{
	size_t x = 0;
	while (x < s->m && strcmp(s->texts[x].name, name) != 0)
		x++;
	return x < s->m ? x : DT_TALKS_NONE;
}

size_t
dt_talks_outside_choose(struct dt_talks *t, size_t party)
{
	struct dt_talks_outside *o = t->setting->programs;
	struct dt_outside_said said;
	size_t text = DT_TALKS_NONE;
	o->line.size = 0;
	dt_text_add(&o->line, "{\"type\": \"propose\", \"round\": %lld}\n",
	    (long long)t->round);
	const char *answer = t->over ? NULL : ask(t, party);
	if (answer == NULL)
		return DT_TALKS_NONE;
	char *copy = dt_outside_hear(answer, &said);
	if (said.walks)
		o->walks |= dt_move_bit(party);
	else if (copy != NULL)
		text = text_of(t->setting->stakes, copy);
	bool fits = said.walks || said.passes || text != DT_TALKS_NONE;
	dt_outside_hear_free(copy);
	if (!fits)
		reject(t, party, answer, "{\"propose\": \"a text\"}, "
		    "{\"pass\": true} or {\"walk\": true}");
	return text;
}

bool
dt_talks_outside_accepts(struct dt_talks *t, size_t party, size_t text)
{
	struct dt_talks_outside *o = t->setting->programs;
	struct dt_outside_said said;
	o->line.size = 0;
	dt_text_add(&o->line, "{\"type\": \"answer\", \"round\": %lld, "
	    "\"text\": \"%s\"}\n", (long long)t->round,
	    t->setting->stakes->texts[text].name);
	const char *answer = t->over ? NULL : ask(t, party);
	if (answer == NULL)
		return false;
	dt_outside_hear_free(dt_outside_hear(answer, &said));
	if (said.walks)
		o->walks |= dt_move_bit(party);
	else if (!said.answers)
		reject(t, party, answer, "{\"accept\": true}, {\"accept\": "
		    "false} or {\"walk\": true}");
	return !said.walks && said.answers && said.accepts;
}

bool
dt_talks_outside_walks(const struct dt_talks *t, size_t party)
{
	const struct dt_talks_outside *o = t->setting->programs;
	return o != NULL && dt_move_has(o->walks, party);
}

void
dt_talks_outside_hear(struct dt_talks *t, const struct dt_talks_event *e,
    const char *word)
{
	struct dt_talks_outside *o = t->setting->programs;
	const struct dt_stakes *s = t->setting->stakes;
	struct dt_error why = { 0 };
	if (o == NULL || o->broken)
		return;
	o->line.size = 0;
	dt_text_add(&o->line, "{\"type\": \"said\", \"round\": %lld, "
	    "\"what\": \"%s\"", (long long)e->round,
	    word);
	if (e->party != DT_TALKS_NONE)
		dt_text_add(&o->line, ", \"party\": \"%s\"",
		    s->names[e->party]);
	if (e->text != DT_TALKS_NONE)
		dt_text_add(&o->line, ", \"text\": \"%s\"",
		    s->texts[e->text].name);
	dt_text_add(&o->line, "}\n");
	for (uint64_t set = o->who; set != 0 && !o->line.failed;
	    set &= set - 1)
		if (dt_child_tell(o->process[dt_move_first(set)],
		    dt_text_string(&o->line), &why) != DT_OK)
			t->failed = true;
	t->failed |= o->line.failed;
}

void
dt_talks_outside_end(struct dt_talks *t)
{
	struct dt_talks_outside *o = t->setting->programs;
	struct dt_error ignored;
	for (uint64_t set = o != NULL && !o->broken ? o->who : 0; set != 0;
	    set &= set - 1)
		if (dt_child_tell(o->process[dt_move_first(set)],
		    "{\"type\": \"end\"}\n", &ignored) != DT_OK)
			t->failed = true;
}
