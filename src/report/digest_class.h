/*
 * digest_class: a class in the rows of a database, for a report and for a
 * debrief (debrief.h).
 *
 * digest_class.c          its sections, in order
 * digest_class_read.c     blocks, matching groups and people from the rows
 * digest_class_lesson.c   what the lesson says of them
 * digest_class_people.c   who came, who went; moves by who made them
 * digest_class_block.c    a block: its rounds, signals and groups
 * digest_class_lines.c    what a block pays where all race, where all pause
 * digest_class_again.c    its runs, played again with a strategy in a seat
 * digest_class_instead.c  what a strategy would have earned in a seat
 */
#ifndef DT_REPORT_DIGEST_CLASS_H
#define DT_REPORT_DIGEST_CLASS_H

#include "report/debrief.h"
#include "report/digest_internal.h"

enum { DT_DIGEST_CLASS_BLOCKS = 64, DT_DIGEST_CLASS_GROUPS = 2000 };

/* What a matching group did in a block, over all its seats and rounds. */
struct dt_digest_class_group {
	int64_t block, group, runs;
	int64_t moves, paused;
	double payoff, fines;           /* fines >= 0 */
	int64_t races_seen, races_missed, pauses_seen, pauses_clean;
	int64_t punished_wrongly;       /* pauses with a finding */
	double fined_wrongly;
	int64_t kept, kept_paused;      /* moves that are not left out */
};

struct dt_digest_class_block {
	int64_t block;
	const char *title;
	const char *treaties;           /* "class-halt"; several: "a, b" */
	const struct dt_digest_class_group *groups;
	size_t n;
	struct dt_summary_ratio paused, payoff, kept;   /* by group */
	int64_t sources[4];             /* moves by human, bot, timeout,
	                                 * paper */
	double all_race, all_pause;     /* payoff a round, a seat's mean */
	bool race_is_equilibrium;       /* of the game played once */
	bool compiles;
};

struct dt_digest_class {
	const struct dt_debrief_request *request;
	const struct dt_node *lesson;   /* that was played; or NULL */
	struct dt_digest_class_block *blocks;
	size_t n;
	struct dt_digest_class_group *groups;
	size_t n_groups;
};

/* digest_class_read.c: n is 0 where nobody played. */
enum dt_status dt_digest_class_read(struct dt_digest *digest,
    struct dt_digest_class *class);
double dt_digest_class_share(int64_t part, int64_t whole);

/* digest_class_lesson.c */
enum dt_status dt_digest_class_lesson(struct dt_digest *digest,
    struct dt_digest_class *class);
/* `title`, `predict`, ...: of a block, or NULL. */
const char *dt_digest_class_words(const struct dt_digest_class *class,
    int64_t block, const char *key);
bool dt_digest_class_is_practice(const struct dt_digest_class *class,
    int64_t block);

/* digest_class_people.c */
enum dt_status dt_digest_class_people(struct dt_digest *digest,
    struct dt_paper_section *section, const struct dt_digest_class *class);

/* digest_class_block.c */
enum dt_status dt_digest_class_block(struct dt_digest *digest,
    struct dt_paper_section *section,
    const struct dt_digest_class_block *block);

/* digest_class_lines.c */
enum dt_status dt_digest_class_lines(struct dt_digest *digest,
    struct dt_digest_class_block *block);

/* digest_class_again.c: the runs of a block, by matching group. `earned` is of
 * all seats in all rounds. */
enum { DT_DIGEST_CLASS_SLOTS = 4 };
struct dt_digest_class_run {
	int64_t experiment, number, group;
	size_t first, rounds;           /* in racers */
	int64_t moves;
	double payoff;                  /* as the rows have it */
	double earned[DT_DIGEST_CLASS_SLOTS];   /* NAN: not known */
};
struct dt_digest_class_runs {
	const struct dt_catalogue *catalogue;
	struct dt_digest_class_run *runs;
	size_t n, n_rounds;
	uint64_t *racers;               /* what was meant, by round */
	int64_t rows;
};
enum dt_status dt_digest_class_runs_read(struct dt_digest *digest,
    int64_t block, struct dt_digest_class_runs *runs);
/* Plays those of an experiment that compiles again: each seat in its turn by
 * the strategy, into earned[slot]; NULL: as they were played. */
enum dt_status dt_digest_class_again(struct dt_digest *digest,
    struct dt_digest_class_runs *runs,
    struct dt_digest_experiment *experiment, const char *strategy,
    size_t slot);

/* digest_class_instead.c */
enum dt_status dt_digest_class_instead(struct dt_digest *digest,
    struct dt_paper_section *section, const struct dt_digest_class *class,
    const struct dt_digest_class_block *block);

/* digest_class.c: all of it; nothing where nobody played. */
enum dt_status dt_digest_class(struct dt_digest *digest,
    const struct dt_debrief_request *request, bool *there);

#endif
