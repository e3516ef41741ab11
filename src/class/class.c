/* class: see class.h. Its life, its clock, its journal. */
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "class/class_internal.h"

const char *const dt_class_stage_words[] = { "lobby", "consent", "text",
	"quiz", "predict", "clauses", "vote", "sign", "practice", "play",
	"result", "reflect", "debrief", "survey", "end", NULL };
const char *const dt_class_source_words[] = { "human", "bot", "timeout",
	"paper", NULL };

char *
dt_class_time(const struct dt_class *c, int64_t ms,
    char buffer[DT_CLASS_TIME])
{
	time_t at = (time_t)(c->options.started + ms / 1000);
	struct tm parts;
	if (gmtime_r(&at, &parts) == NULL || strftime(buffer, DT_CLASS_TIME,
	    "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
		buffer[0] = '\0';
	return buffer;
}

static void
name_it(struct dt_class *c)
{
	struct dt_text text = { 0 };
	char started[DT_CLASS_TIME];
	dt_text_add(&text, "detente class\n%s\n%s\n%s", c->options.id,
	    c->options.lesson_sha256, dt_class_time(c, 0, started));
	c->failed = text.failed ? DT_ENOMEM : DT_OK;
	if (!text.failed)
		dt_hash_of(text.bytes, text.size, c->digest);
	dt_text_free(&text);
}

enum dt_status
dt_class_new(struct dt_class **class, const struct dt_class_options *options,
    struct dt_error *err)
{
	const struct dt_lesson *lesson = options->lesson;
	*class = NULL;
	if (options->seats < 1 || options->seats > DT_CLASS_SEATS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "a class has 1 to %d "
		    "seats, not %zu", DT_CLASS_SEATS_MOST, options->seats);
	struct dt_class *c = dt_memory_new(1, sizeof(*c));
	if (c == NULL)
		return dt_status_no_memory(err);
	c->options = *options;
	c->lesson = lesson;
	c->blocks = lesson->blocks.items;
	c->n_blocks = lesson->blocks.n;
	c->n = lesson->group;
	c->stage_ends = c->paused = c->deadline = -1;
	c->version = c->busy = 1;
	c->n_seats = options->seats;
	c->seats = dt_memory_new(options->seats, sizeof(*c->seats));
	name_it(c);
	for (size_t i = 0; c->seats != NULL && i < c->n_seats; i++)
		c->seats[i].group = c->seats[i].signer = -1;
	if (c->seats == NULL || c->failed != DT_OK) {
		dt_class_free(c);
		return dt_status_no_memory(err);
	}
	*class = c;
	return dt_sign_init(err);
}

static void
free_group(struct dt_class_group *g)
{
	if (g == NULL)
		return;
	dt_world_free(g->world);
	dt_tape_free(&g->tape);
	dt_memory_free(g->choices);
	dt_memory_free(g->sat);
	dt_memory_free(g);
}

void
dt_class_free(struct dt_class *c)
{
	if (c == NULL)
		return;
	for (size_t i = 0; i < c->n_groups; i++)
		free_group(c->groups[i]);
	for (size_t i = 0; i < c->n_people; i++)
		dt_memory_free(c->people[i].name);
	dt_memory_free(c->groups);
	dt_memory_free(c->people);
	dt_memory_free(c->seats);
	dt_memory_free(c->met);
	dt_memory_free(c->answers);
	dt_memory_free(c->texts);
	dt_arena_free(&c->arena);
	dt_memory_free(c);
}

void
dt_class_fail(struct dt_class *c, enum dt_status status, const char *words)
{
	if (c->failed == DT_OK)
		c->failed = dt_status_fail(&c->why, status, "%s", words);
}

enum dt_status
dt_class_failed(const struct dt_class *c, struct dt_error *err)
{
	return c->failed == DT_OK ? DT_OK : c->failed == DT_ENOMEM ?
	    dt_status_no_memory(err) : dt_status_fail(err, c->failed, "%s",
	    c->why.message);
}

const char *
dt_class_keep(struct dt_class *c, const char *text)
{
	const char *kept = dt_arena_copy(&c->arena, text);
	if (kept == NULL)
		dt_class_fail(c, DT_ENOMEM, "memory is out");
	return kept ? kept : "";
}

void
dt_class_moved(struct dt_class *c)
{
	c->version++;
	c->busy++;
}

void
dt_class_touched(struct dt_class *c)
{
	c->busy++;
}

void
dt_class_hand_on(struct dt_class *c, const struct dt_class_event *event)
{
	struct dt_error err = { 0 };
	if (c->again || c->options.journal.put == NULL)
		return;
	enum dt_status status = c->options.journal.put(c->options.journal.to,
	    event, &err);
	if (status != DT_OK)
		dt_class_fail(c, status, err.message);
}

void
dt_class_note(struct dt_class *c, const char *kind, const char *who,
    const char *body)
{
	dt_class_hand_on(c, &(struct dt_class_event){ c->now, kind, who, body,
	    NULL, NULL });
}

void
dt_class_settle(struct dt_class *c)
{
	c->due = true;
}

void
dt_class_settled(struct dt_class *c)
{
	struct dt_error err = { 0 };
	bool due = c->due;
	c->due = false;
	if (!due || c->again || c->options.journal.settle == NULL)
		return;
	enum dt_status status = c->options.journal.settle(
	    c->options.journal.to, c, &err);
	if (status != DT_OK)
		dt_class_fail(c, status, err.message);
}

struct dt_class_reply
dt_class_well(void)
{
	return (struct dt_class_reply){ 200, NULL, NULL };
}

struct dt_class_reply
dt_class_refuse(int status, const char *error, const char *what)
{
	return (struct dt_class_reply){ status, error, what };
}

const unsigned char *
dt_class_digest(const struct dt_class *c)
{
	return c->digest;
}

int64_t
dt_class_version(const struct dt_class *c)
{
	return c->version;
}

int64_t
dt_class_busy(const struct dt_class *c)
{
	return c->busy;
}

enum dt_class_stage
dt_class_stage(const struct dt_class *c)
{
	return c->stage;
}

size_t
dt_class_people(const struct dt_class *c)
{
	return c->n_people;
}

size_t
dt_class_present(const struct dt_class *c)
{
	size_t n = 0;
	for (size_t i = 0; i < c->n_people; i++)
		n += c->people[i].left < 0 && c->people[i].streams > 0;
	return n;
}

const char *
dt_class_code(const struct dt_class *c, size_t k)
{
	return c->people[k].code;
}

/* Of a block its longest group's. */
int64_t
dt_class_rounds(const struct dt_class *c)
{
	int64_t sum = 0, most = 0;
	for (size_t g = 0; g < c->n_groups; g++) {
		if (g > 0 && c->groups[g]->block != c->groups[g - 1]->block) {
			sum += most;
			most = 0;
		}
		if (c->groups[g]->tally.rounds > most)
			most = c->groups[g]->tally.rounds;
	}
	return sum + most;
}

int64_t
dt_class_blocks(const struct dt_class *c)
{
	int64_t n = 0;
	for (size_t g = 0; g < c->n_groups; g++)
		n += (g + 1 == c->n_groups || c->groups[g + 1]->block !=
		    c->groups[g]->block) && c->groups[g]->over;
	return n;
}

bool
dt_class_paused(const struct dt_class *c)
{
	return c->paused >= 0;
}

bool
dt_class_open(const struct dt_class *c)
{
	return c->open || c->stage == DT_CLASS_END;
}
