/*
 * stakes: the texts of a menu, and what each is worth to each agent.
 *
 * Worth is payoff a round from the day of signature on: exactly, by the chain
 * of the game in which those who sign comply, or played, with an error, where
 * that is too large. A game with a known end is valued as one as long in the
 * mean without (verdict/keeping.h), since talks move the end. What a text is
 * worth if it is broken is of the same game in which those who sign race. Each
 * text is judged as `solve` judges it: talks may sign one that does not hold.
 *
 *     dt_stakes_new(&stakes, &request, &faults, &err);
 *     ... dt_stakes_value ...
 *     dt_stakes_free(&stakes);
 */
#ifndef DT_STAKES_H
#define DT_STAKES_H

#include <stdatomic.h>

#include "catalogue/experiment.h"
#include "catalogue/menu.h"
#include "comply/comply.h"

struct dt_stakes_text {
	const char *name;       /* "cwc"; "verified-halt fine=2 notice=12" */
	const char *treaty;     /* its name, or the base's */
	const char *file;       /* what finds it: the name, or a path if it
	                         * lies beside the menu */
	const char *const *sets;        /* what makes it of that: "treaty.KEY=
	                         * VALUE", NULL-terminated */
	struct dt_experiment experiment;
	uint64_t signers;       /* agents that it is open to and that sign */
	enum dt_comply_answer answer;   /* the judge's */
	bool holds;             /* BUT or YES */
	bool played;            /* worth is simulated */
	bool judged_by_play;
	double error;           /* largest standard error of a worth, or 0 */
	double in_force;        /* share of rounds, if it is kept */
	double position;        /* share of moves that are pauses, if kept */
};

struct dt_stakes {
	size_t n;               /* agents */
	size_t m;               /* texts */
	const char *const *names;       /* of the agents */
	struct dt_stakes_text *texts;   /* m */
	double *kept;           /* [text * n + agent] payoff a round */
	double *broken;         /* the same if those who sign race */
	double *outside;        /* [text * n + agent] kept by the others while it
	                         * stays out; NAN: there it is in by itself, or
	                         * cannot be in force; NULL: as racing */
	double *outside_broken; /* the same if the others race */
	double *racing;         /* [agent] without agreement */
	double *alone;          /* [agent] if it alone pauses, unbound */
	uint64_t nations;       /* the agents that are */
	double racing_position; /* share of moves that are pauses */
	double continuation;    /* of the game that was valued */
	bool made_endless;      /* the scenario has a known end */
	double seconds;         /* of the processor, for worth and verdicts */
	struct dt_arena *arenas;        /* one a text, and one; owned */
};

/* What a call reckons with, and so whoever works it out again. */
#define DT_STAKES_RUNS 2000
#define DT_STAKES_WORK 2e7

struct dt_stakes_request {
	const struct dt_catalogue *catalogue;   /* if kept: its arena alone */
	const struct dt_menu *menu;
	const char *const *kept;        /* the menu's texts as they were kept:
	                         * n_kept scenarios, resolved; or NULL */
	size_t n_kept;
	const char *scenario, *payoffs, *continuation;  /* or NULL */
	const char *const *sets;        /* of the scenario; or NULL */
	uint64_t seed;
	int threads;
	int64_t runs;           /* where worth is played */
	double work;            /* where a verdict is played: agent-rounds */
	const atomic_bool *stop;        /* or NULL */
	void (*progress)(void *context, size_t done, size_t all);       /* or
	                         * NULL; called by the caller's thread */
	void *context;
};

/* Makes the texts and values them. DT_EINPUT with faults; DT_EUSAGE: a text
 * that cannot be valued, with its name; DT_ESTOPPED. */
enum dt_status dt_stakes_new(struct dt_stakes *stakes,
    const struct dt_stakes_request *request, struct dt_faults *faults,
    struct dt_error *err);
void dt_stakes_free(struct dt_stakes *stakes);

/* How many `key=value` there are, up to NULL; none in NULL. */
size_t dt_stakes_count(const char *const *sets);
/* Those of a and behind them those of b, in the arena; NULL: memory is out. */
const char *const *dt_stakes_join(struct dt_arena *arena,
    const char *const *a, const char *const *b);

/* stakes_texts.c: the names and experiments alone. Of those that were kept
 * `file` is NULL, and `sets` too. */
enum dt_status dt_stakes_texts(struct dt_stakes *stakes,
    const struct dt_stakes_request *request, struct dt_faults *faults,
    struct dt_error *err);

#endif
