/* store_count: see store_count.h. Executed moves are bits, a word of 64 rounds
 * an agent, so that a pair is counted by words and not by rounds. */
#include "store/store_count_internal.h"

#include <string.h>

#include "base/memory.h"

/* Rounds beyond are written one by one. */
enum { WINDOW = 64, ROUNDS_KEPT = 1 << 16 };

static void
forget_run(struct dt_store_count *c)
{
	for (size_t i = 0; i < c->n_kinds; i++) {
		const struct dt_store_count_kind *k = &c->kinds[i];
		c->slot[k->agent][k->phase][k->flags] = 0;
	}
	for (size_t i = 0; i < c->agents; i++)
		memset(c->pair[i], 0, c->agents * sizeof(c->pair[i][0]));
	memset(c->raced, 0, sizeof(c->raced));
	c->n_kinds = c->n_phases = 0;
	c->run = c->round = 0;
	c->bits = 0;
	c->follows = false;
}

void
dt_store_count_clear(struct dt_store_count *c)
{
	if (c == NULL)
		return;
	forget_run(c);
	c->n_sums = 0;
}

static void
add_sum(struct dt_store_count_sum *to, const struct dt_store_count_sum *s)
{
	to->runs += s->runs;
	to->pauses += s->pauses;
	to->all_paused += s->all_paused;
	to->in_force += s->in_force;
	to->suspended += s->suspended;
	to->alarms += s->alarms;
	to->breaches += s->breaches;
	to->findings += s->findings;
	to->unknown |= s->unknown;
}

/* The last round, among those of other runs. */
static enum dt_status
end_round(struct dt_store_count *c, struct dt_error *err)
{
	size_t round = (size_t)c->round, was = c->n_sums;
	if (c->round <= 0)
		return DT_OK;
	c->now.all_paused = c->now.pauses == (int64_t)c->agents;
	if (c->round > ROUNDS_KEPT)
		return dt_store_count_put_sum(c, c->round, &c->now, err);
	if (!dt_memory_reserve(&c->sums, &c->room_sums, round,
	    sizeof(*c->sums)))
		return dt_status_no_memory(err);
	if (round > was) {
		memset(c->sums + was, 0, (round - was) * sizeof(*c->sums));
		c->n_sums = round;
	}
	add_sum(&c->sums[round - 1], &c->now);
	return DT_OK;
}

static int64_t
count_bits(uint64_t set)
{
	return __builtin_popcountll(set);
}

/* Two agents over the window: what each did, and what the other had done. */
static void
count_pair(struct dt_store_count *c, size_t i, size_t j, uint64_t rounds)
{
	struct dt_store_count_pair *p = &c->pair[i][j];
	uint64_t own = c->raced[i], other = c->raced[j];
	uint64_t before = other << 1 | c->last[j];
	uint64_t after = c->follows ? rounds : rounds & ~(uint64_t)1;
	p->both += count_bits(~own & ~other & rounds);
	p->own += count_bits(~own & other & rounds);
	p->other += count_bits(own & ~other & rounds);
	p->neither += count_bits(own & other & rounds);
	p->after_pause += count_bits(~before & after);
	p->after_race += count_bits(before & after);
	p->paused_after_pause += count_bits(~own & ~before & after);
	p->paused_after_race += count_bits(~own & before & after);
}

static void
end_window(struct dt_store_count *c)
{
	if (c->bits == 0)
		return;
	uint64_t rounds = ~(uint64_t)0 >> (WINDOW - c->bits);
	for (size_t i = 0; i < c->agents; i++)
		for (size_t j = 0; j < c->agents; j++)
			if (i != j)
				count_pair(c, i, j, rounds);
	for (size_t i = 0; i < c->agents; i++) {
		c->last[i] = c->raced[i] >> (c->bits - 1) & 1;
		c->raced[i] = 0;
	}
	c->bits = 0;
	c->follows = true;
}

/* A run of which no rounds are kept has no counts. */
static enum dt_status
end_run(struct dt_store_count *c, struct dt_error *err)
{
	enum dt_status status = end_round(c, err);
	if (status == DT_OK && c->round > 0) {
		end_window(c);
		status = dt_store_count_put_kinds(c, err);
		if (status == DT_OK)
			status = dt_store_count_put_pairs(c, err);
	}
	forget_run(c);
	return status;
}

static enum dt_status
end_experiment(struct dt_store_count *c, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < c->n_sums && status == DT_OK; i++)
		if (c->sums[i].runs > 0)
			status = dt_store_count_put_sum(c, (int64_t)i + 1,
			    &c->sums[i], err);
	c->n_sums = 0;
	return status;
}

enum dt_status
dt_store_count_end(struct dt_store_count *c, struct dt_error *err)
{
	enum dt_status status = end_run(c, err);
	return status ? status : end_experiment(c, err);
}

enum dt_status
dt_store_count_run(struct dt_store_count *c, int64_t experiment, int64_t run,
    size_t agents, struct dt_error *err)
{
	if (agents > DT_STORE_COUNT_AGENTS)
		return dt_status_fail(err, DT_EUSAGE, "%s: run %lld: has %zu "
		    "agents, and moves of at most %d are kept", c->path,
		    (long long)run, agents, DT_STORE_COUNT_AGENTS);
	enum dt_status status = end_run(c, err);
	if (status == DT_OK && experiment != c->experiment)
		status = end_experiment(c, err);
	c->experiment = experiment;
	c->run = run;
	c->agents = agents;
	return status;
}

static enum dt_status
find_phase(struct dt_store_count *c, const char *phase, struct dt_error *err)
{
	for (c->phase = 0; c->phase < c->n_phases; c->phase++)
		if (strcmp(c->phases[c->phase], phase) == 0)
			return DT_OK;
	if (c->n_phases == DT_STORE_COUNT_PHASES || strlen(phase) >= DT_STORE_COUNT_PHASE)
		return dt_status_fail(err, DT_EUSAGE, "%s: run %lld: '%.40s' "
		    "is one kind of phase too many, or too long", c->path,
		    (long long)c->run, phase);
	strcpy(c->phases[c->n_phases++], phase);
	return DT_OK;
}

enum dt_status
dt_store_count_round(struct dt_store_count *c, int64_t round,
    const char *phase, struct dt_error *err)
{
	enum dt_status status = end_round(c, err);
	if (status == DT_OK)
		status = find_phase(c, phase, err);
	if (c->bits == WINDOW || round != c->round + 1)
		end_window(c);
	c->follows &= round == c->round + 1;
	c->round = round;
	c->bits++;
	c->now = (struct dt_store_count_sum){ .runs = 1,
		.in_force = strcmp(phase, "in force") == 0,
		.suspended = strcmp(phase, "suspended") == 0 };
	return status;
}

static struct dt_store_count_kind *
find_kind(struct dt_store_count *c, size_t agent, int flags)
{
	uint32_t *slot = &c->slot[agent][c->phase][flags];
	if (*slot == 0 && !dt_memory_reserve(&c->kinds, &c->room,
	    c->n_kinds + 1, sizeof(*c->kinds)))
		return NULL;
	if (*slot == 0) {
		c->kinds[c->n_kinds++] = (struct dt_store_count_kind){ .agent = agent,
			.phase = c->phase, .flags = flags };
		*slot = (uint32_t)c->n_kinds;
	}
	return &c->kinds[*slot - 1];
}

enum dt_status
dt_store_count_move(struct dt_store_count *c, int64_t agent, int flags,
    double payoff, double fine, struct dt_error *err)
{
	size_t i = (size_t)agent - 1;
	struct dt_store_count_kind *k = find_kind(c, i, flags);
	bool raced = flags & DT_STORE_RACED;
	if (k == NULL)
		return dt_status_no_memory(err);
	k->rounds++;
	k->payoff += payoff;
	k->fine += fine;
	c->raced[i] |= (uint64_t)raced << (c->bits - 1);
	c->now.pauses += !raced;
	c->now.alarms += (flags & DT_STORE_ALARM) != 0;
	c->now.findings += (flags & DT_STORE_FINDING) != 0;
	c->now.breaches += (flags & DT_STORE_BOUND) && raced;
	c->now.unknown |= (flags & DT_STORE_UNKNOWN) != 0;
	return DT_OK;
}

/* ---- of a file whose rounds are there already ---- */

/* A row of the walk over all moves. */
enum { EXPERIMENT, RUN, ROUND, PHASE, AGENT, FLAGS, PAYOFF, FINE, AGENTS };

static const char walk_sql[] =
    "SELECT m.experiment_id, m.run, m.round, r.phase, m.agent, m.flags,"
    " m.payoff, m.fine, (SELECT count(*) FROM agent AS a WHERE"
    " a.experiment_id = r.experiment_id) FROM round AS r CROSS JOIN move_code"
    " AS m USING (experiment_id, run, round) ORDER BY r.experiment_id, r.run,"
    " r.round, m.agent";

struct walk {
	struct dt_store_count *count;
	sqlite3_stmt *get;
	int64_t experiment, run, round, agents;
};

/* A move of nobody is no fault here: an audit finds it. */
static enum dt_status
take(struct walk *w, struct dt_error *err)
{
	int64_t experiment = sqlite3_column_int64(w->get, EXPERIMENT);
	int64_t run = sqlite3_column_int64(w->get, RUN);
	int64_t round = sqlite3_column_int64(w->get, ROUND);
	int64_t agent = sqlite3_column_int64(w->get, AGENT);
	const char *phase = (const char *)sqlite3_column_text(w->get, PHASE);
	enum dt_status status = DT_OK;
	bool begins = experiment != w->experiment || run != w->run;
	if (begins) {
		w->agents = sqlite3_column_int64(w->get, AGENTS);
		status = dt_store_count_run(w->count, experiment, run,
		    (size_t)w->agents, err);
	}
	if (status == DT_OK && phase == NULL)
		return dt_status_no_memory(err);
	if (status == DT_OK && (begins || round != w->round))
		status = dt_store_count_round(w->count, round, phase, err);
	w->experiment = experiment;
	w->run = run;
	w->round = round;
	if (status || agent < 1 || agent > w->agents)
		return status;
	return dt_store_count_move(w->count, agent,
	    sqlite3_column_int(w->get, FLAGS),
	    sqlite3_column_double(w->get, PAYOFF),
	    sqlite3_column_double(w->get, FINE), err);
}

static enum dt_status
walk(struct walk *w, sqlite3 *db, const char *path, struct dt_error *err)
{
	int code = SQLITE_DONE;
	enum dt_status status = DT_OK;
	while (status == DT_OK && (code = sqlite3_step(w->get)) == SQLITE_ROW)
		status = take(w, err);
	if (status == DT_OK && code != SQLITE_DONE)
		return dt_store_explain(path, db, err);
	return status ? status : dt_store_count_end(w->count, err);
}

bool
dt_store_count_has(const char *table)
{
	return strcmp(table, "tally_code") == 0 ||
	    strcmp(table, "pair") == 0 || strcmp(table, "round_tally") == 0;
}

enum dt_status
dt_store_count_all(sqlite3 *db, const char *path, struct dt_error *err)
{
	struct walk w = { 0 };
	enum dt_status status = dt_store_count_new(&w.count, db, path, err);
	if (status == DT_OK && (sqlite3_exec(db, "DELETE FROM tally_code;"
	    "DELETE FROM pair; DELETE FROM round_tally", NULL, NULL, NULL) !=
	    SQLITE_OK || sqlite3_prepare_v2(db, walk_sql, -1, &w.get, NULL) !=
	    SQLITE_OK))
		status = dt_store_explain(path, db, err);
	if (status == DT_OK)
		status = walk(&w, db, path, err);
	sqlite3_finalize(w.get);
	dt_store_count_free(w.count);
	return status;
}
