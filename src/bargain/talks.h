/*
 * talks: one negotiation, from the first proposal to a treaty in force, or to
 * none.
 *
 * Each round of talks comes before a round of the game, in which all race as
 * long as nothing is in force. What is signed in round t is worth
 * patience^(t - 1) times what it gains over racing; nothing else is worth
 * nothing. A party that is indifferent accepts. How a round goes is the
 * protocol's; what is then signed is ratified at home and enters into force
 * by its own rule, and where it does not, talks go on.
 *
 * To add a protocol: one const struct in talks_NAME.c, and its line in the
 * table of talks.c.
 */
#ifndef DT_TALKS_H
#define DT_TALKS_H

#include "bargain/stakes.h"
#include "pact/quorum.h"

struct dt_talks;
struct dt_talks_outside;

struct dt_talks_protocol {
	const char *name;       /* "offers"; NULL ends the table */
	const char *brief;      /* one line */
	const char *source;
	void (*round)(struct dt_talks *talks);
	bool once;              /* there is one round */
	bool asks;              /* one proposes, others answer: programs from
	                         * outside can */
	bool votes;             /* a text passes by its rule of entry, not by
	                         * all: what far-sighted parties reckon with */
};
extern const struct dt_talks_protocol *const dt_talks_protocols[];
const struct dt_talks_protocol *dt_talks_protocol_of(const char *name);

/* Which text; none. */
#define DT_TALKS_NONE SIZE_MAX

enum dt_talks_event_kind {
	DT_TALKS_PROPOSE, DT_TALKS_ACCEPT, DT_TALKS_REFUSE, DT_TALKS_PASS,
	DT_TALKS_PLEDGE, DT_TALKS_SIGN, DT_TALKS_RATIFY, DT_TALKS_REJECT,
	DT_TALKS_ENTER, DT_TALKS_FAIL, DT_TALKS_ACCEDE, DT_TALKS_LEAVE,
	DT_TALKS_BREAK, DT_TALKS_EXPIRE, DT_TALKS_RESERVE, DT_TALKS_EVENTS
};
extern const char *const dt_talks_event_words[];

struct dt_talks_event {
	int64_t round;
	enum dt_talks_event_kind kind;
	size_t party;           /* DT_TALKS_NONE: nobody's, or the mediator's */
	size_t text;            /* DT_TALKS_NONE: none */
	double worth;           /* PROPOSE, ACCEPT, REFUSE, RESERVE (of what
	                         * it would accept): to the party, of its best
	                         * gain. RATIFY, REJECT: support at home.
	                         * Else NAN */
	double aspired;         /* what it aspired to; RATIFY, REJECT: the
	                         * chance of ratification. Else NAN */
	uint64_t bound;         /* ENTER: whom it binds */
};

enum dt_talks_end {
	DT_TALKS_AGREED, DT_TALKS_DEADLINE, DT_TALKS_BROKEN, DT_TALKS_WALKED,
	DT_TALKS_PARTED,        /* no text can be ratified by all it needs */
	DT_TALKS_ENDS
};
extern const char *const dt_talks_end_words[];

struct dt_talks_outcome {
	enum dt_talks_end end;
	size_t text;            /* in force; or DT_TALKS_NONE */
	int64_t rounds;         /* of talks; before text is in force, one less
	                         * of racing */
	uint64_t bound;         /* who had ratified then */
	int64_t joins[DT_AGENTS_MOST];  /* the round in which it is bound, those
	                         * that acceded later too; 0: never */
	int64_t defections;     /* ratifications that failed */
	double gain[DT_AGENTS_MOST];    /* over racing for ever: payoff a
	                         * round, as at the start, by its own belief;
	                         * also of who stays out of what it may sign */
	struct dt_talks_event *events;  /* owned; in order; NULL if not kept */
	size_t n_events, room_events;
};

/* What all negotiations of a call share. Immutable, shared by threads. */
struct dt_talks_party {
	struct dt_menu_party own;       /* its menu's, or a stranger's */
	double patience;
	size_t group;           /* below the setting's groups */
	bool *refuses;          /* [text] */
	double *support;        /* [text] at home, of 1 */
};

struct dt_talks_setting {
	const struct dt_stakes *stakes;
	const struct dt_menu *menu;
	const struct dt_talks_protocol *protocol;
	int64_t deadline;
	double breakdown;
	bool drawn;             /* who proposes is drawn */
	int ratification;       /* enum dt_menu_ratification */
	double width;
	uint64_t table;         /* agents at it: those who may sign a text */
	struct dt_talks_party *parties;         /* [agent] */
	size_t groups;
	double *expected;       /* [text * n + agent] gain, its private cost in
	                         * the mean: what others know of it */
	double *outside;        /* [text * n + agent] gain of staying out while
	                         * the others are in; 0 where it is not known */
	uint64_t *ratifiable;   /* [text] agents whose home may ratify it */
	double *enters;         /* [text] the chance that it enters into force
	                         * at the first try, if all sign it */
	double *ahead;          /* [(round - 1) * n + agent] what talks are worth
	                         * at the start of a round, to the deadline + 1,
	                         * if all are far-sighted; NULL: nobody is */
	double *hope;           /* [text * n + agent] the chance that its rule
	                         * of entry is met if the agent pledges, where
	                         * others weigh theirs; NULL: nobody weighs */
	uint64_t seed;
	int64_t keep;           /* events of the first so many negotiations */
	struct dt_talks_outside *programs;      /* asks programs; NULL: none
	                         * may be started */
};

/* In the arena. DT_EUSAGE: no such protocol; DT_EINPUT: a party refuses what is
 * not on the menu. */
enum dt_status dt_talks_prepare(struct dt_arena *arena,
    const struct dt_stakes *stakes, const struct dt_menu *menu,
    struct dt_talks_setting *setting, struct dt_error *err);

/* talks_ahead.c: backward induction, where a party needs it. */
enum dt_status dt_talks_ahead(struct dt_arena *arena,
    struct dt_talks_setting *setting, struct dt_error *err);

/* talks_weigh.c: at which chance unconditional pledges meet, where a party
 * weighs its own. DT_EUSAGE: the chances do not settle. */
enum dt_status dt_talks_weigh(struct dt_arena *arena,
    struct dt_talks_setting *setting, struct dt_error *err);

/* The chance, over its private cost, that a party pledges to a text if it
 * accepts whatever is no worse than racing; after dt_talks_weigh. */
double dt_talks_weigh_chance(const struct dt_talks_setting *setting,
    size_t party, size_t text);

/* The rule of entry of a text, over the agents. */
struct dt_quorum dt_talks_rule(const struct dt_talks_setting *setting,
    size_t text);

/* The chance that a party ratifies what has this support at home. */
double dt_talks_ratification(const struct dt_talks_setting *setting,
    size_t party, double support);
/* The chance that a party ratifies a text; 0 where it does not sign it. */
double dt_talks_ratifies(const struct dt_talks_setting *setting,
    size_t party, size_t text);

/* One negotiation, by its number from 1, which fixes what is drawn. */
enum dt_status dt_talks_hold(const struct dt_talks_setting *setting,
    int64_t number, struct dt_talks_outcome *outcome, struct dt_error *err);
void dt_talks_outcome_free(struct dt_talks_outcome *outcome);

#endif
