/*
 * terms: a treaty compiled for the agents of a game: plain numbers.
 * Immutable once compiled; lives in the caller's arena; shared by threads.
 */
#ifndef DT_TREATY_TERMS_H
#define DT_TREATY_TERMS_H

#include "game/monitor.h"
#include "game/move.h"
#include "treaty/treaty.h"

/* What the terms need to know of an agent. */
struct dt_terms_seat {
	const char *name;
	bool nation;
	double weight;          /* >= 0 */
	int64_t joins;          /* round in which it signs; 0: never */
};

struct dt_terms_rung {
	int64_t strikes, suspend;
	uint64_t chance;        /* threshold */
	double fine, bond;
	bool expel, end;
};

struct dt_terms_transfer {
	size_t from, to;
	double amount;
};

struct dt_terms {
	const struct dt_treaty *text;
	size_t n;
	const char *const *names;       /* of the agents */
	bool exists;            /* false: there is no treaty at all */
	uint64_t open_to;       /* agents that may sign */
	const int64_t *joins;   /* by agent; 0: never */
	const double *weight;   /* by agent: share of the weight of all */
	size_t entry_parties;
	double entry_weight;
	uint64_t entry_states;
	int64_t delay, grace;
	struct dt_monitor monitor;      /* of parties while in force */
	double cost;                    /* a party and round */
	int64_t accusers;
	size_t n_rungs;
	const struct dt_terms_rung *rungs;      /* by rising strikes */
	int64_t forgive_after;
	uint64_t forgive;               /* threshold */
	bool shared;
	double bond, tariff;
	size_t n_transfers;
	const struct dt_terms_transfer *transfers;
	bool may_withdraw;
	int64_t notice, rounds, renewals, renewal_rounds;
	uint64_t renewal;               /* threshold */
	bool lapses;
	/* Of a race; 0 where the text says nothing of it. */
	double from, cap, compute;      /* capability, capability, years */
	double oversight;               /* how far detection hangs on it */
	int64_t review;
	double least;                   /* oversight */
};

/* Whether the terms say anything of a race: then they are of use where
 * something grows alone. */
static inline bool
dt_terms_race(const struct dt_terms *t)
{
	return t->from > 0 || t->cap > 0 || t->compute > 0 ||
	    t->oversight > 0 || t->review > 0;
}

/* A treaty named `none`, or one open to nobody, compiles to exists == false. */
enum dt_status dt_terms_compile(const struct dt_treaty *treaty,
    const struct dt_terms_seat *seats, size_t n, struct dt_arena *arena,
    struct dt_terms *terms, struct dt_faults *faults, struct dt_error *err);

/* Whether a set of agents meets the conditions of entry. */
bool dt_terms_suffice(const struct dt_terms *terms, uint64_t signed_by);

/* What keeps a treaty from entering into force although nobody leaves. */
enum dt_terms_bar {
	DT_TERMS_NO_BAR,
	DT_TERMS_NOBODY,        /* signs */
	DT_TERMS_TOO_FEW,       /* sign: entry.parties */
	DT_TERMS_STATES,        /* an agent of entry.states does not sign */
	DT_TERMS_WEIGHT,        /* of those who sign is too small */
	DT_TERMS_LATE,          /* the game ends before */
};

/* In a game of so many rounds; 0: without end. */
enum dt_terms_bar dt_terms_bar(const struct dt_terms *terms, int64_t rounds);

/* That bar as a sentence; nothing where there is none. */
void dt_terms_tell_bar(const struct dt_terms *terms, int64_t rounds,
    struct dt_text *text);

/* The first fine of the ladder; 0 if it has none. */
double dt_terms_fine(const struct dt_terms *terms);

/* So many strikes stand for any more, as nothing that follows is another; -1:
 * none do, since strikes that are forgiven have no end. 0: they do not matter
 * at all. */
int64_t dt_terms_strikes_most(const struct dt_terms *terms);

/* Strikes of the last rung; 0: there is none. */
static inline int64_t
dt_terms_last_rung(const struct dt_terms *terms)
{
	return terms->n_rungs > 0 ? terms->rungs[terms->n_rungs - 1].strikes :
	    0;
}

/* The rung that applies to so many strikes; NULL: none. */
static inline const struct dt_terms_rung *
dt_terms_rung(const struct dt_terms *terms, int64_t strikes)
{
	const struct dt_terms_rung *rung = NULL;
	for (size_t i = 0; i < terms->n_rungs; i++)
		if (terms->rungs[i].strikes <= strikes)
			rung = &terms->rungs[i];
	return rung;
}

/* The same terms, but all coins of the response, of forgiving and of renewal
 * come up, or none does. `rungs`: room for n_rungs, which outlives them. */
struct dt_terms dt_terms_sure(const struct dt_terms *terms, bool up,
    struct dt_terms_rung *rungs);

/* What the treaty says, in plain sentences, one a line. */
void dt_terms_tell(const struct dt_treaty *treaty, struct dt_text *text);

#endif
