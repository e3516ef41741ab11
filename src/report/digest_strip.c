/*
 * digest_strip: single runs, move by move: the first, and the one in which most
 * was raced; see digest_internal.h.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROUNDS_MOST = 120, AGENTS_MOST = 24 };

/* Classes of the picture; those of agents come first. */
enum class {
	PAUSED, RACED, FALSE_ALARM, UNSEEN, IN_FORCE, SUSPENDED, NEVER
};
static const char *const class_words[] = { "paused", "raced, and seen",
	"paused, and an alarm", "raced, and no alarm", "treaty in force",
	"treaty suspended" };

struct strip {
	const struct dt_digest_experiment *e;
	struct dt_solution_table *table;
	size_t rounds, rows;            /* of the picture */
	uint8_t *class;                 /* [row * ROUNDS_MOST + round - 1] */
};

static enum class
phase_class(const char *phase)
{
	return strcmp(phase, "in force") == 0 ? IN_FORCE :
	    strcmp(phase, "suspended") == 0 ? SUSPENDED : NEVER;
}

/* round, agent, executed, alarm, phase; the first agent is drawn on top, the
 * treaty at the bottom. */
static enum dt_status
take(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	(void)d;
	struct strip *s = to;
	size_t round = (size_t)row[0].integer - 1;
	size_t agent = (size_t)row[1].integer - 1;
	bool race = strcmp(row[2].text, "RACE") == 0, alarm = row[3].integer;
	if (round >= ROUNDS_MOST || agent >= s->e->n)
		return DT_OK;
	s->class[(s->e->n - agent) * ROUNDS_MOST + round] = (uint8_t)
	    (race ? alarm ? RACED : UNSEEN : alarm ? FALSE_ALARM : PAUSED);
	s->class[round] = (uint8_t)phase_class(row[4].text);
	s->rounds = round + 1 > s->rounds ? round + 1 : s->rounds;
	dt_solution_whole(s->table, row[0].integer);
	dt_solution_whole(s->table, row[1].integer);
	dt_solution_text(s->table, s->e->names[agent]);
	dt_solution_text(s->table, row[2].text);
	dt_solution_whole(s->table, race);
	dt_solution_whole(s->table, alarm);
	dt_solution_text(s->table, row[4].text);
	return DT_OK;
}

static void
draw(struct dt_digest *d, struct dt_paper_figure *f, const struct strip *s,
    int64_t run)
{
	const char *labels[AGENTS_MOST + 1] = { "treaty" };
	uint8_t class[(AGENTS_MOST + 1) * ROUNDS_MOST];
	bool treaty = s->e->summary.entered > 0;
	size_t from = treaty ? 0 : 1, rows = s->e->n + 1 - from;
	for (size_t r = 0; r < rows; r++) {
		if (from + r > 0)
			labels[r] = s->e->names[s->e->n - from - r];
		memcpy(class + r * s->rounds, s->class + (from + r) *
		    ROUNDS_MOST, s->rounds);
	}
	struct dt_svg_phase phase = { .columns = s->rounds, .rows = rows,
		.class = class, .n_classes = treaty ? NEVER : IN_FORCE,
		.names = class_words };
	struct dt_svg picture = { .title = dt_digest_print(d, "Run %" PRId64
		    ", round by round", run),
		.desc = "A row an agent, a column a round: what it did, and "
		    "whether the public signal was right.",
		.id = dt_paper_letters(d->paper, f->id),
		.height = 150 + 34 * (int)rows,
		.x = { .title = "round", .low = 1, .high =
		    s->rounds > 1 ? (double)s->rounds : 1 },
		.y = { .title = "", .labels = labels } };
	dt_svg_phase(&f->svg, &picture, &phase);
}

static const struct dt_solution_head heads[] = {
	{ "round", NULL, "" }, { "agent", "number", "" },
	{ "name", "agent", "" }, { "executed", "move", "" },
	{ "race", NULL, "0 or 1" }, { "alarm", NULL, "0 or 1" },
	{ "phase", NULL, "" },
};

static enum dt_status
add_strip(struct dt_digest *d, struct dt_paper_section *section,
    const struct dt_digest_experiment *e, int64_t run, const char *why)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_FIELD,
		.x = "round", .z = "agent", .y = "race" };
	uint8_t class[(AGENTS_MOST + 1) * ROUNDS_MOST];
	memset(class, NEVER, sizeof(class));
	struct dt_paper_figure *f = DT_PAPER_FIGURE(section, dt_digest_print(
	    d, "experiment-%" PRId64 "-run-%" PRId64, e->id, run),
	    dt_digest_print(d, "Run %" PRId64 ", %s", run, why), &plot,
	    heads);
	struct strip strip = { .e = e, .table = dt_paper_table(f),
		.class = class };
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take, &strip }, "SELECT m.round, m.agent, m.executed, m.alarm,"
	    " r.phase FROM move AS m JOIN round AS r USING (experiment_id,"
	    " run, round) WHERE m.experiment_id = %" PRId64 " AND m.run = %"
	    PRId64 " AND m.round <= %d ORDER BY m.round, m.agent", e->id,
	    run, ROUNDS_MOST);
	if (status == DT_OK && strip.rounds > 0)
		draw(d, f, &strip, run);
	return status;
}

static enum dt_status
take_run(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	(void)d;
	*(int64_t *)to = row[0].integer;
	return DT_OK;
}

enum dt_status
dt_digest_strips(struct dt_digest *d, struct dt_paper_section *section,
    const struct dt_digest_experiment *e)
{
	int64_t first = 0, worst = 0;
	if (strcmp(e->detail, "rounds") != 0 || e->n > AGENTS_MOST ||
	    e->summary.runs == 0)
		return DT_OK;
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_run, &first }, "SELECT min(run) FROM run WHERE experiment_id"
	    " = %" PRId64, e->id);
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){ take_run,
		    &worst }, "SELECT run FROM run WHERE experiment_id = %"
		    PRId64 " ORDER BY 1.0 * all_paused_rounds / rounds, run"
		    " LIMIT 1", e->id);
	if (status == DT_OK)
		status = add_strip(d, section, e, first, "the first, round "
		    "by round");
	if (status == DT_OK && worst != first)
		status = add_strip(d, section, e, worst, "the one in which "
		    "all paused least, round by round");
	return status;
}
