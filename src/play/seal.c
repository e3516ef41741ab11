/* seal: see seal.h. The list of entries, the moves of level epoch. */
#include "play/seal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "play/rows.h"
#include "play/seal_round.h"
#include "proof/base64.h"

const char *const dt_seal_level_words[] = { "none", "epoch", "full", NULL };

enum dt_status
dt_seal_treaty(const struct dt_treaty *treaty,
    unsigned char hash[DT_HASH_BYTES], struct dt_text *text,
    struct dt_error *err)
{
	struct dt_text own = { 0 };
	dt_schema_print(&dt_treaty_schema, treaty, 0, &own);
	bool failed = own.failed;
	if (!failed)
		dt_hash_of(own.bytes, own.size, hash);
	if (!failed && text != NULL)
		dt_text_add_n(text, own.bytes, own.size);
	dt_text_free(&own);
	return failed ? dt_status_no_memory(err) : DT_OK;
}

static const unsigned char *
key_of(const struct dt_roster *roster, size_t seat)
{
	return roster->seats[seat].session->vkey.public;
}

/* By insertion: they are few. */
static void
sort_keys(struct dt_seal_maker *m)
{
	for (size_t i = 0; i < m->roster->agents; i++) {
		size_t at = i;
		while (at > 0 && memcmp(key_of(m->roster, i), key_of(
		    m->roster, m->order[at - 1]), DT_SIGN_PUBLIC) < 0) {
			m->order[at] = m->order[at - 1];
			at--;
		}
		m->order[at] = i;
	}
}

enum dt_status
dt_seal_maker(struct dt_seal_maker *maker,
    const struct dt_experiment *experiment, const struct dt_roster *roster,
    enum dt_seal_level level, bool rounds, struct dt_error *err)
{
	*maker = (struct dt_seal_maker){ .experiment = experiment,
	    .roster = roster, .level = level, .rounds = rounds };
	sort_keys(maker);
	return dt_seal_treaty(&experiment->scenario->treaty, maker->treaty,
	    NULL, err);
}

/* Without printf: this is done for every agent of every run. */
static void
add_number(struct dt_text *text, char before, int64_t number)
{
	char digits[24], *at = digits + sizeof(digits);
	do
		*--at = (char)('0' + number % 10);
	while ((number /= 10) != 0);
	*--at = before;
	dt_text_add_n(text, at, (size_t)(digits + sizeof(digits) - at));
}

static char
declared_by(const struct dt_tape_round *r, size_t agent)
{
	if (r->phase != DT_PHASE_IN_FORCE || !dt_move_has(r->parties, agent))
		return '-';
	return dt_move_has(r->declared, agent) ? 'R' : 'P';
}

static void
add_stretches(const struct dt_tape_round *rounds, size_t n, size_t agent,
    struct dt_text *text)
{
	for (size_t k = 0, end; k < n; k = end) {
		char move = declared_by(&rounds[k], agent);
		for (end = k + 1; end < n &&
		    declared_by(&rounds[end], agent) == move; end++)
			continue;
		dt_text_add_n(text, " ", 1);
		add_number(text, move, (int64_t)(end - k));
	}
}

#define ADD(text, literal) dt_text_add_n(text, literal, sizeof(literal) - 1)

void
dt_seal_moves(const struct dt_seal_maker *m, size_t agent, int64_t run,
    const struct dt_tally *tally, const struct dt_tape_round *rounds,
    size_t n, struct dt_text *text)
{
	const struct dt_roster_seat *seat = &m->roster->seats[agent];
	unsigned char nonce[DT_KEY_NONCE];
	ADD(text, "detente.example/moves/v1\nrun");
	add_number(text, ' ', run);
	ADD(text, "\nagent ");
	dt_text_add_n(text, seat->name, strlen(seat->name));
	ADD(text, "\nentered");
	add_number(text, ' ', tally->entered);
	ADD(text, "\nmoves");
	add_stretches(rounds, n, agent, text);
	ADD(text, "\nnonce ");
	dt_key_nonce(seat->session, (uint64_t)run, 0, nonce);
	dt_base64_add(text, nonce, sizeof(nonce));
	ADD(text, "\n");
}

static bool
signs(const struct dt_seal_maker *m, size_t agent)
{
	const struct dt_terms *terms = &m->experiment->model.terms;
	return terms->exists && terms->joins[agent] > 0;
}

static enum dt_status
commit_moves(const struct dt_seal_maker *m, int64_t run,
    const struct dt_tally *tally, const struct dt_tape_round *rounds,
    size_t n, struct dt_seal *seal, struct dt_error *err)
{
	for (size_t i = 0; i < m->roster->agents; i++) {
		seal->texts.size = 0;
		if (!signs(m, i))
			continue;
		dt_seal_moves(m, i, run, tally, rounds, n, &seal->texts);
		dt_merkle_leaf(seal->texts.bytes, seal->texts.size,
		    &seal->moves[i]);
	}
	return seal->texts.failed ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_seal_run(const struct dt_seal_maker *m, int64_t run,
    const struct dt_tally *tally, const struct dt_tape_round *rounds,
    size_t n, struct dt_seal *seal, struct dt_error *err)
{
	seal->rows.size = seal->texts.size = seal->n = 0;
	if (!dt_rows_add_run(run, tally, m->rounds ? rounds : NULL, n,
	    &seal->rows))
		return dt_status_fail(err, DT_EUSAGE, "run %" PRId64 ": a "
		    "payoff is not a finite number", run);
	if (seal->rows.failed)
		return dt_status_no_memory(err);
	dt_merkle_leaf(seal->rows.bytes, seal->rows.size, &seal->rows_leaf);
	if (m->level == DT_SEAL_EPOCH)
		return commit_moves(m, run, tally, rounds, n, seal, err);
	enum dt_status status = DT_OK;
	for (size_t k = 0; m->level == DT_SEAL_FULL && status == DT_OK &&
	    k < n; k++)
		status = dt_seal_round(m, run, tally, &rounds[k],
		    k > 0 ? &rounds[k - 1] : NULL, seal, err);
	return status;
}

void
dt_seal_free(struct dt_seal *seal)
{
	dt_text_free(&seal->rows);
	dt_text_free(&seal->texts);
	dt_memory_free(seal->entries);
	*seal = (struct dt_seal){ 0 };
}
