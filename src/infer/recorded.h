/*
 * recorded: the games that a database holds: what its experiments and the
 * cells of its sweeps say of payoffs over profiles of strategies.
 *
 * What differs in strategies only is one game: cells of a sweep that agree on
 * its other axes, and experiments whose configurations agree but for the
 * strategies of their agents. An agent whose strategy varies is a player;
 * agents whose strategies one axis of a sweep sets by their keys play one role
 * and are paid the mean of theirs. An experiment with the configuration of a
 * cell belongs to the cell's game.
 *
 * Sources of one profile are put together: of those with the same seed, whose
 * runs are the same as far as both go, the one with more runs; those of
 * different seeds weighted by runs; and where one is exact, that alone.
 * Everything lives in the arena.
 */
#ifndef DT_RECORDED_H
#define DT_RECORDED_H

#include "game/payoff.h"
#include "catalogue/catalogue.h"
#include "format/solution.h"
#include "infer/empirical.h"
#include "solve/profile.h"
#include "store/store.h"

enum {
	DT_RECORDED_GAMES_MOST = 5000,
	DT_RECORDED_PROFILES_MOST = 1 << 18,
	DT_RECORDED_REPLICATES = 4000,
	DT_RECORDED_MIXED_MOST = 10,    /* strategies of two players, and */
	DT_RECORDED_MIXED_PROFILES = 4096,      /* to look for mixes */
};

struct dt_recorded_pair {
	const char *name, *value;
};

/* An experiment or a cell. Arrays have an item an agent. */
struct dt_recorded_source {
	bool cell;
	int64_t sweep;                  /* of a cell */
	int64_t id;                     /* experiment_id, or the cell */
	int64_t runs;                   /* 0: exact */
	const char *sha256;             /* of its configuration */
	const char *seed;
	const char *config;             /* of an experiment; else NULL */
	const char *detail, *evidence, *engine; /* of an experiment */
	const int64_t *levels;          /* of a cell, by axis, from 1 */
	const char *const *strategies;
	const double *mean, *error;
	size_t profile;
	bool used;                      /* counts in its profile's payoffs */
	struct dt_recorded_source *next;
};

struct dt_recorded_player {
	const char *name;               /* "us", or "us and openai" */
	size_t n_members;
	const size_t *members;          /* agents */
	size_t n;
	const char *const *labels;      /* strategies, in alphabetical order */
	size_t alike;                   /* the first player that it is like */
};

struct dt_recorded_sweep {
	int64_t id;
	const char *name, *scenario, *config, *base, *seed;
	int64_t cells, kept;            /* cells; those that are there */
	bool strategies;                /* an axis is of strategies */
	bool bare;                      /* no row an agent was kept */
};

struct dt_recorded_game {
	size_t number;                  /* from 1 */
	const struct dt_recorded_sweep *sweep;  /* or NULL: experiments */
	const char *scenario;
	struct dt_recorded_pair *where; /* what holds for all of it */
	size_t n_where;
	size_t n_agents;
	const char *const *agents;
	struct dt_recorded_source *sources, **last;
	size_t n_sources;
	const struct dt_node *common;   /* the configuration without strategies
	                                 * and runs, or NULL: not known */
	const char *stripped;           /* its text */
	const struct dt_payoff *payoff; /* or NULL: not known */
	struct dt_recorded_player *players;
	size_t n_players;
	size_t played, exact;           /* profiles */
	size_t single, clash;           /* sources that were left out: of one
	                                 * run; with another strategy of the
	                                 * same name */
	bool reduced;                   /* players who are alike share */
	struct dt_empirical table;
};

struct dt_recorded {
	struct dt_arena *arena;
	const char *path;
	struct dt_recorded_sweep *sweeps;
	size_t n_sweeps;
	struct dt_recorded_game *games; /* in which strategies vary */
	size_t n;
	size_t fixed;                   /* groups in which none does */
};

/* Reads all. DT_EUSAGE, with a way out, if no strategy varies anywhere. */
enum dt_status dt_recorded_read(struct dt_recorded *recorded,
    struct dt_store *store, const char *path, struct dt_arena *arena,
    struct dt_error *err);

/* Keeps the games that agree with "NAME=VALUE" of each condition: an axis, or
 * sweep, scenario, treaty, payoffs, game. DT_EUSAGE if none is left. */
enum dt_status dt_recorded_where(struct dt_recorded *recorded,
    const char *const *conditions, struct dt_error *err);

/* recorded_symmetry.c: which players are alike: by construction (exchanging
 * them changes nothing in the configuration), or all who have the same
 * strategies. Their payoffs become shared estimates. */
enum dt_recorded_alike {
	DT_RECORDED_ALIKE_AUTO, DT_RECORDED_ALIKE_ALL, DT_RECORDED_ALIKE_NONE
};
extern const char *const dt_recorded_alike_words[];     /* NULL-terminated */

enum dt_status dt_recorded_reduce(struct dt_recorded *recorded,
    struct dt_recorded_game *game, const struct dt_catalogue *catalogue,
    enum dt_recorded_alike how, struct dt_error *err);

/* The first profile, in order, among those that are the same but for who of
 * the players that are alike is who. */
size_t dt_recorded_same(const struct dt_recorded_game *game, size_t profile);

/*
 * recorded_config.c: the whole configuration of a source, as a tree that may
 * be changed. That of a cell is made again from its sweep and the files that
 * its axes name; DT_EINPUT if it is not what was played any more.
 */
enum dt_status dt_recorded_config(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_source *source,
    const struct dt_catalogue *catalogue, struct dt_node **root,
    struct dt_error *err);

/* The same for a profile that has no source: from one that has, with the
 * strategies of others. *seed is that of the source it is made from. */
enum dt_status dt_recorded_graft(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, size_t profile,
    const struct dt_catalogue *catalogue, struct dt_node **root,
    const struct dt_recorded_source **from, struct dt_error *err);

/* recorded_words.c: "us comply, china deceiver"; with players that are alike,
 * "2 comply, 1 deceiver". In the arena; NULL: no memory. */
const char *dt_recorded_profile(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, size_t profile);

/* recorded_tell.c */

struct dt_recorded_request {
	struct dt_empirical_request bootstrap;
	double error;           /* 0: a hundredth of the range of payoffs */
	int64_t first, most;    /* as in dt_empirical_wish; 0: sensible ones */
	bool pure;              /* mixed equilibria are not asked for */
};

/* How mixed equilibria of the means were looked for. */
enum dt_recorded_sought {
	DT_RECORDED_SOUGHT_NONE,        /* not at all */
	DT_RECORDED_SOUGHT_ALL,         /* of two players: all vertices */
	DT_RECORDED_SOUGHT_SUPPORTS,    /* of more: there may be others */
	DT_RECORDED_SOUGHT_ALIKE,       /* those alone, but all of them, in
	                                 * which all mix alike */
	DT_RECORDED_SOUGHT_BOTH,
};

struct dt_recorded_answer {
	size_t *candidates, n;
	struct dt_empirical_verdict *verdicts;  /* of each */
	struct dt_empirical_need *needs;
	size_t n_needs;
	double error;                           /* negligible */
	struct dt_profile_list mixed;           /* those of the means that are
	                                         * not pure; one of each that
	                                         * are the same but for who of
	                                         * those alike is who */
	struct dt_empirical_verdict *mixes;     /* of each; chance: that there
	                                         * is one with its support, of
	                                         * two players; else NAN */
	enum dt_recorded_sought sought;
	bool flat;                              /* any chance that all play
	                                         * alike is an equilibrium */
	bool refused;                           /* there are more combinations
	                                         * of supports than that: */
	size_t supports;
};

enum dt_status dt_recorded_solve(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_request *request,
    struct dt_recorded_answer *answer, struct dt_error *err);

/* Sentences and the tables profiles, equilibria and needs. */
void dt_recorded_tell(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_answer *answer, struct dt_solution *solution);

/* Of several games: a row each, in the table games. */
enum dt_status dt_recorded_survey(const struct dt_recorded *recorded,
    const struct dt_recorded_request *request, struct dt_solution *solution,
    struct dt_error *err);

/* The means as a normal-form game, for other programs. DT_EUSAGE names a
 * profile that was never played. */
enum dt_status dt_recorded_normal(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, struct dt_normal *normal,
    struct dt_error *err);

#endif
