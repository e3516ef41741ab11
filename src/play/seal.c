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
add_number(struct dt_text *text, char letter, int64_t number)
{
	char digits[24], *at = digits + sizeof(digits);
	do
		*--at = (char)('0' + number % 10);
	while ((number /= 10) != 0);
	if (letter != '\0')
		*--at = letter;
	*--at = ' ';
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
		add_number(text, move, (int64_t)(end - k));
	}
}

static void
add_lane(const struct dt_seal_source *s, size_t agent, struct dt_text *text)
{
	static const char moves[] = { [DT_LANES_UNBOUND] = '-',
		[DT_LANES_PAUSE] = 'P', [DT_LANES_RACE] = 'R' };
	size_t n;
	const struct dt_lanes_stretch *stretch = dt_lanes_stretches(s->lanes,
	    s->lane, agent, &n);
	text->failed |= stretch == NULL;
	for (size_t k = 0; k < n; k++)
		add_number(text, moves[stretch[k].declared], (k + 1 < n ?
		    stretch[k + 1].from : s->tally->rounds + 1) -
		    stretch[k].from);
}

#define ADD(text, literal) dt_text_add_n(text, literal, sizeof(literal) - 1)

static void
add_moves(const struct dt_seal_maker *m, size_t agent,
    const struct dt_seal_source *s, const unsigned char nonce[DT_KEY_NONCE],
    struct dt_text *text)
{
	const struct dt_roster_seat *seat = &m->roster->seats[agent];
	ADD(text, "detente.example/moves/v1\nrun");
	add_number(text, '\0', s->run);
	ADD(text, "\nagent ");
	dt_text_add_n(text, seat->name, strlen(seat->name));
	ADD(text, "\nentered");
	add_number(text, '\0', s->tally->entered);
	ADD(text, "\nmoves");
	if (s->lanes != NULL)
		add_lane(s, agent, text);
	else
		add_stretches(s->rounds, s->n, agent, text);
	ADD(text, "\nnonce ");
	dt_base64_add(text, nonce, DT_KEY_NONCE);
	ADD(text, "\n");
}

void
dt_seal_moves(const struct dt_seal_maker *m, size_t agent,
    const struct dt_seal_source *s, struct dt_text *text)
{
	unsigned char nonce[DT_KEY_NONCE];
	dt_key_nonce(m->roster->seats[agent].session, (uint64_t)s->run, 0,
	    nonce);
	add_moves(m, agent, s, nonce, text);
}

static bool
signs(const struct dt_seal_maker *m, size_t agent)
{
	const struct dt_terms *terms = &m->experiment->model.terms;
	return terms->exists && terms->joins[agent] > 0;
}

static enum dt_status
commit_moves(const struct dt_seal_maker *m,
    const struct dt_seal_source *source, struct dt_seal *seal,
    struct dt_error *err)
{
	const struct dt_key *sessions[DT_AGENTS_MOST] = { NULL };
	unsigned char nonces[DT_AGENTS_MOST][DT_KEY_NONCE];
	size_t agents[DT_AGENTS_MOST], n = 0;
	for (size_t i = 0; i < m->roster->agents; i++)
		if (signs(m, i)) {
			agents[n] = i;
			sessions[n++] = m->roster->seats[i].session;
		}
	dt_key_nonces(sessions, n, (uint64_t)source->run, 0, nonces);
	for (size_t k = 0; k < n; k++) {
		seal->texts.size = 0;
		add_moves(m, agents[k], source, nonces[k], &seal->texts);
		dt_merkle_leaf(seal->texts.bytes, seal->texts.size,
		    &seal->moves[agents[k]]);
	}
	seal->texts.size = 0;
	return seal->texts.failed ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_seal_run(const struct dt_seal_maker *m, const struct dt_seal_source *s,
    struct dt_seal *seal, struct dt_error *err)
{
	seal->rows.size = seal->texts.size = seal->n = 0;
	if (!dt_rows_add_run(s->run, s->tally, m->rounds ? s->rounds : NULL,
	    s->n, &seal->rows))
		return dt_status_fail(err, DT_EUSAGE, "run %" PRId64 ": a "
		    "payoff is not a finite number", s->run);
	if (seal->rows.failed)
		return dt_status_no_memory(err);
	dt_merkle_leaf(seal->rows.bytes, seal->rows.size, &seal->rows_leaf);
	if (m->level == DT_SEAL_EPOCH)
		return commit_moves(m, s, seal, err);
	enum dt_status status = DT_OK;
	for (size_t k = 0; m->level == DT_SEAL_FULL && status == DT_OK &&
	    k < s->n; k++)
		status = dt_seal_round(m, s->run, s->tally, &s->rounds[k],
		    k > 0 ? &s->rounds[k - 1] : NULL, seal, err);
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
