/* digest_class_read: a class from its rows; see digest_class.h. */
#include "report/digest_class.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Of a move that nobody's choice stands beside nothing is left out. */
static const char groups_sql[] = "SELECT k.block, k.matching_group,"
    " count(DISTINCT k.experiment_id * 1000000 + k.run), count(*),"
    " sum(m.executed = 'PAUSE'), sum(m.payoff), sum(m.fine),"
    " sum(m.executed = 'RACE' AND m.alarm),"
    " sum(m.executed = 'RACE' AND NOT m.alarm),"
    " sum(m.executed = 'PAUSE' AND m.alarm),"
    " sum(m.executed = 'PAUSE' AND NOT m.alarm),"
    " sum(m.executed = 'PAUSE' AND ifnull(m.finding, 0)),"
    " sum(CASE WHEN m.executed = 'PAUSE' AND ifnull(m.finding, 0)"
    " THEN m.fine ELSE 0.0 END),"
    " sum(ifnull(c.excluded_why, '') = '' AND"
    " ifnull(p.excluded_why, '') = ''),"
    " sum(ifnull(c.excluded_why, '') = '' AND"
    " ifnull(p.excluded_why, '') = '' AND m.executed = 'PAUSE')"
    " FROM class_run AS k CROSS JOIN move AS m"
    " ON m.experiment_id = k.experiment_id AND m.run = k.run"
    " LEFT JOIN choice AS c ON c.experiment_id = m.experiment_id"
    " AND c.run = m.run AND c.round = m.round AND c.agent = m.agent"
    " LEFT JOIN participant AS p ON p.experiment_id = c.experiment_id"
    " AND p.participant = c.participant"
    " GROUP BY k.block, k.matching_group ORDER BY 1, 2";

static enum dt_status
take_group(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_class *c = to;
	if (dt_digest_class_is_practice(c, row[0].integer))
		return DT_OK;
	if (c->n_groups == DT_DIGEST_CLASS_GROUPS)
		return dt_status_fail(d->err, DT_ESTORE, "%s: more than %d "
		    "matching groups", d->request->database,
		    DT_DIGEST_CLASS_GROUPS);
	c->groups[c->n_groups++] = (struct dt_digest_class_group){
	    .block = row[0].integer, .group = row[1].integer,
	    .runs = row[2].integer, .moves = row[3].integer,
	    .paused = row[4].integer, .payoff = dt_digest_number(&row[5]),
	    .fines = dt_digest_number(&row[6]),
	    .races_seen = row[7].integer, .races_missed = row[8].integer,
	    .pauses_seen = row[9].integer, .pauses_clean = row[10].integer,
	    .punished_wrongly = row[11].integer,
	    .fined_wrongly = dt_digest_number(&row[12]),
	    .kept = row[13].integer, .kept_paused = row[14].integer };
	return DT_OK;
}

static struct dt_digest_class_block *
block_of(struct dt_digest_class *c, int64_t block)
{
	for (size_t b = 0; b < c->n; b++)
		if (c->blocks[b].block == block)
			return &c->blocks[b];
	return NULL;
}

/* Groups come by block, so those of one lie together. */
static enum dt_status
make_blocks(struct dt_digest *d, struct dt_digest_class *c)
{
	for (size_t g = 0; g < c->n_groups; g++) {
		const struct dt_digest_class_group *group = &c->groups[g];
		struct dt_digest_class_block *b = block_of(c, group->block);
		if (b == NULL && c->n == DT_DIGEST_CLASS_BLOCKS)
			return dt_status_fail(d->err, DT_ESTORE, "%s: more "
			    "than %d blocks", d->request->database,
			    DT_DIGEST_CLASS_BLOCKS);
		if (b == NULL) {
			b = &c->blocks[c->n++];
			*b = (struct dt_digest_class_block){ .groups = group,
			    .block = group->block, .treaties = "",
			    .all_race = NAN, .all_pause = NAN };
		}
		b->n++;
		dt_summary_add_ratio(&b->paused, (double)group->paused,
		    (double)group->moves);
		dt_summary_add_ratio(&b->payoff, group->payoff,
		    (double)group->moves);
		dt_summary_add_ratio(&b->kept, (double)group->kept_paused,
		    (double)group->kept);
	}
	return DT_OK;
}

static enum dt_status
take_treaty(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_class_block *b = block_of(to, row[0].integer);
	const char *treaty = dt_digest_text(d, &row[1]);
	if (b != NULL)
		b->treaties = b->treaties[0] == '\0' ? treaty :
		    dt_digest_print(d, "%s, %s", b->treaties, treaty);
	return DT_OK;
}

static enum dt_status
take_source(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	static const char *const words[] = { "human", "bot", "timeout",
		"paper" };
	struct dt_digest_class_block *b = block_of(to, row[0].integer);
	(void)d;
	for (size_t k = 0; b != NULL && k < 4; k++)
		if (row[1].type == DT_CELL_TEXT &&
		    strcmp(row[1].text, words[k]) == 0)
			b->sources[k] = row[2].integer;
	return DT_OK;
}

static void
name_blocks(struct dt_digest *d, struct dt_digest_class *c)
{
	for (size_t k = 0; k < c->n; k++) {
		struct dt_digest_class_block *b = &c->blocks[k];
		size_t at = (size_t)b->block - 1;
		const char *title = c->request->titles != NULL &&
		    at < c->request->n_titles ? c->request->titles[at] :
		    dt_digest_class_words(c, b->block, "title");
		b->title = title != NULL ? title :
		    strcmp(b->treaties, "none") == 0 ? "without a treaty" :
		    dt_digest_print(d, "under %s", b->treaties);
	}
}

double
dt_digest_class_share(int64_t part, int64_t whole)
{
	return whole > 0 ? (double)part / (double)whole : NAN;
}

enum dt_status
dt_digest_class_read(struct dt_digest *d, struct dt_digest_class *c)
{
	c->blocks = dt_arena_new(d->arena, DT_DIGEST_CLASS_BLOCKS,
	    sizeof(*c->blocks));
	c->groups = dt_arena_new(d->arena, DT_DIGEST_CLASS_GROUPS,
	    sizeof(*c->groups));
	if (c->blocks == NULL || c->groups == NULL)
		return dt_status_no_memory(d->err);
	enum dt_status status = dt_digest_class_lesson(d, c);
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_group, c }, groups_sql);
	if (status == DT_OK)
		status = make_blocks(d, c);
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_treaty, c }, "SELECT DISTINCT k.block, e.treaty FROM"
		    " class_run AS k JOIN experiment AS e"
		    " USING (experiment_id) ORDER BY 1, 2");
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_source, c }, "SELECT k.block, c.source, count(*)"
		    " FROM class_run AS k JOIN choice AS c"
		    " USING (experiment_id, run) GROUP BY 1, 2");
	for (size_t b = 0; b < c->n && status == DT_OK; b++)
		status = dt_digest_class_lines(d, &c->blocks[b]);
	if (status == DT_OK)
		name_blocks(d, c);
	return status;
}
