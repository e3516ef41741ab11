/*
 * lever: what may be changed of a treaty, and in which steps.
 *
 * A choice has a grid of whole numbers (or of no and yes, 0 and 1); money is
 * any amount from 0 up to a cap. One word of --levers may stand for several
 * levers: `channels` for each channel of the text, `fine` for each rung of its
 * ladder. To add one: a kind, its row in lever.c, what it does in draft.c.
 */
#ifndef DT_DESIGN_LEVER_H
#define DT_DESIGN_LEVER_H

#include "base/arena.h"
#include "base/status.h"
#include "treaty/treaty.h"

enum dt_lever_kind {
	/* Choices. */
	DT_LEVER_CHANNEL,       /* part: which; whether it is there */
	DT_LEVER_ITEMS,         /* part: channel; how many are inspected */
	DT_LEVER_SUSPENSION,    /* rounds, of the first rung */
	DT_LEVER_EXPULSION,     /* by the last rung */
	DT_LEVER_END,           /* by the last rung */
	DT_LEVER_LAPSE,
	DT_LEVER_NOTICE,        /* rounds */
	DT_LEVER_SHARING,       /* fines go to the other parties */
	DT_LEVER_ENTRY,         /* signatures */
	DT_LEVER_FORGIVENESS,   /* clean rounds; 0: never */
	DT_LEVER_ACCUSERS,
	/* Money. */
	DT_LEVER_FINE,          /* part: rung */
	DT_LEVER_BOND,
	DT_LEVER_TARIFF,
	DT_LEVER_PAYMENT,       /* from, to */
	/* Rates, by a local search (design_tune.c). */
	DT_LEVER_THRESHOLD,     /* part: a channel that measures */
	DT_LEVER_KINDS
};

struct dt_lever {
	enum dt_lever_kind kind;
	const char *name;       /* "channel radar", for people */
	size_t part, from, to;
	const int64_t *values;  /* of a choice; rising */
	size_t n;
	bool flag;              /* a choice of no and yes */
	double cap;             /* of money: payoff; INFINITY: none */
};

enum { DT_LEVER_CHOICES = 24, DT_LEVER_MONEY = 12, DT_LEVER_RATES = 8 };

struct dt_levers {
	struct dt_lever choice[DT_LEVER_CHOICES], money[DT_LEVER_MONEY];
	struct dt_lever rate[DT_LEVER_RATES];
	size_t n_choices, n_money, n_rates;
	double cells;           /* of the grid of all choices */
};

/* Values of a choice: how many at most. */
enum { DT_LEVER_VALUES = 100000 };

struct dt_lever_request {
	const char *words;      /* "fine,suspension=0:12,notice=0:6:3"; NULL:
	                         * those that the text has parts for */
	const char *const *caps;        /* "fine=4"; NULL-terminated; or NULL */
	const struct dt_treaty *base;
	const char *const *agents;      /* their names, by number */
	size_t n_agents, n_signers;
};

/* In the arena. DT_EUSAGE names the word and says what would do. */
enum dt_status dt_lever_read(struct dt_arena *arena,
    const struct dt_lever_request *request, struct dt_levers *levers,
    struct dt_error *err);

/* Choices of a kind get so many values at the most, in equal steps from the
 * first. DT_ENOMEM */
enum dt_status dt_lever_shorten(struct dt_arena *arena,
    struct dt_levers *levers, enum dt_lever_kind kind, size_t most,
    struct dt_error *err);

/* Whether there may be clauses of this kind: "no", "yes", "3". */
const char *dt_lever_value(struct dt_arena *arena,
    const struct dt_lever *lever, size_t pick);

#endif
