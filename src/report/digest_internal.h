/*
 * digest_internal: what the files of digest share.
 *
 * digest.c             the paper from its first section to its last
 * digest_ask.c         rows, cells, sentences
 * digest_vouch.c       whether the file is authentic; a letter, and a forged one
 * digest_read.c        an experiment from its rows
 * digest_overview.c    several experiments side by side
 * digest_experiment.c  one of them: its sections in order
 * digest_agents.c      pause and payoff of its agents
 * digest_survival.c    how long its pause and its treaty last
 * digest_signals.c     what was found against what was done
 * digest_strip.c       single runs, move by move
 * digest_reply.c       what racing gains over pausing
 * digest_instead.c     what tit for tat would have earned in each seat
 * digest_sweep_read.c  the cells of a sweep
 * digest_sweep.c       drawn over its first two axes
 * digest_sweep_reply.c whose best reply is which strategy, where that is swept
 * digest_solution.c    what solve has kept
 * digest_brief.c       one sheet of it
 */
#ifndef DT_REPORT_DIGEST_INTERNAL_H
#define DT_REPORT_DIGEST_INTERNAL_H

#include "catalogue/experiment.h"
#include "play/summary.h"
#include "report/digest.h"
#include "store/query.h"

enum { DT_DIGEST_SENTENCES = 3 };

struct dt_digest {
	const struct dt_digest_request *request;
	struct dt_arena *arena;
	struct dt_paper *paper;
	struct dt_paper_section *answer;        /* the first one */
	int answers;                            /* sentences in it */
	struct dt_text again;                   /* commands, a line each */
	struct dt_error *err;
};

/* An experiment as it is stored. */
struct dt_digest_experiment {
	int64_t id;
	const char *scenario, *title, *treaty, *payoffs, *config, *sha256,
	    *seed, *engine, *detail, *evidence, *command, *version,
	    *libraries, *started, *ended;
	int64_t runs_asked;
	size_t n;                       /* agents */
	const char *names[DT_AGENTS_MOST], *strategies[DT_AGENTS_MOST];
	struct dt_summary summary;
	/* Rounds in which RACE was a breach; -1: an older version did not
	 * keep them. */
	int64_t bound[DT_AGENTS_MOST];
	bool compiles;                  /* its configuration is: */
	struct dt_experiment made;
};

/* ---- digest_ask.c ---- */

/* What takes the rows of a SELECT, in order. */
struct dt_digest_taker {
	enum dt_status (*take)(struct dt_digest *digest,
	    const struct dt_cell *row, void *to);
	void *to;
};
enum dt_status dt_digest_ask(struct dt_digest *digest,
    struct dt_digest_taker taker, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* One that takes a whole number into an int64_t: a count, an id. */
enum dt_status dt_digest_take_count(struct dt_digest *digest,
    const struct dt_cell *row, void *to);

/* The numbers of the first rows of a table (experiment, sweep, solution), and
 * how many it has. One that is not there has none. */
struct dt_digest_ids {
	size_t most, n;
	int64_t all;
	int64_t *ids;           /* room for `most` */
};
enum dt_status dt_digest_list(struct dt_digest *digest, const char *table,
    struct dt_digest_ids *list);

/* "" for NULL; NAN for NULL. */
const char *dt_digest_text(struct dt_digest *digest,
    const struct dt_cell *cell);
double dt_digest_number(const struct dt_cell *cell);
/* In the arena; "" where memory is out. */
const char *dt_digest_print(struct dt_digest *digest, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* A sentence of the answer, while it has fewer than it may have. */
void dt_digest_answer(struct dt_digest *digest, const char *words);
/* A share as people say it: "87.9%", "0.03%"; NAN: "an unknown share". */
const char *dt_digest_share(struct dt_digest *digest, double share);

/* ---- the parts ---- */

enum dt_status dt_digest_vouch(struct dt_digest *digest,
    struct dt_paper_section *section);
/* One signature of a class, one forged letter, and the refusal: a section. Of a
 * report alone, as the page of a debrief lets browsers check by themselves. */
enum dt_status dt_digest_letter(struct dt_digest *digest);
/* A line for the commands that make it again, each once. */
void dt_digest_command(struct dt_digest *digest, const char *command);

/* Row, agents and runs; and what its configuration gives. */
enum dt_status dt_digest_read(struct dt_digest *digest, int64_t id,
    struct dt_digest_experiment *experiment);
enum dt_status dt_digest_compile(struct dt_digest *digest,
    struct dt_digest_experiment *experiment);
/* "two-powers under new-start"; "two-powers without a treaty". */
const char *dt_digest_name(struct dt_digest *digest,
    const struct dt_digest_experiment *experiment);
/* What it came to in up to three sentences. */
void dt_digest_tell(struct dt_digest *digest,
    const struct dt_digest_experiment *experiment, const char *lines[3]);

/* Of all experiments. */
enum dt_status dt_digest_overview(struct dt_digest *digest);
enum dt_status dt_digest_one(struct dt_digest *digest, int64_t id,
    bool alone);

void dt_digest_agents(struct dt_digest *digest,
    struct dt_paper_section *section,
    const struct dt_digest_experiment *experiment);
enum dt_status dt_digest_survival(struct dt_digest *digest,
    struct dt_paper_section *section,
    const struct dt_digest_experiment *experiment);
void dt_digest_signals(struct dt_digest *digest,
    struct dt_paper_section *section,
    const struct dt_digest_experiment *experiment);
enum dt_status dt_digest_strips(struct dt_digest *digest,
    struct dt_paper_section *section,
    const struct dt_digest_experiment *experiment);
void dt_digest_reply(struct dt_digest *digest,
    struct dt_paper_section *section,
    const struct dt_digest_experiment *experiment);

/* A sweep as a field over its first two axes; the others are averaged out. */
struct dt_digest_axis {
	const char *name, *key;
	size_t n;
	bool words;             /* its values are */
	const char **labels;
	double *numbers;
};

struct dt_digest_field {
	int64_t id;
	const char *name, *title, *scenario, *command, *engine, *seed;
	int64_t cells;          /* of the whole grid */
	size_t n_axes;
	struct dt_digest_axis axis[2];    /* of the others nothing is kept */
	size_t columns, rows;   /* of axis 1, of axis 2 */
	double *pause, *payoff, *error; /* sums over what is averaged */
	int64_t *n;
	int64_t stored, exact;
	int64_t held;           /* with 90% of rounds paused and more */
	double least, most;     /* of pause, and where */
	const char *least_at, *most_at;
};

/* Of the sweep with its id. */
enum dt_status dt_digest_sweep_read(struct dt_digest *digest,
    struct dt_digest_field *field);
/* What it came to in up to three sentences. */
void dt_digest_sweep_tell(struct dt_digest *digest,
    const struct dt_digest_field *field, const char *lines[3]);
enum dt_status dt_digest_sweep_reply(struct dt_digest *digest,
    struct dt_paper_section *section, const struct dt_digest_field *field);
enum dt_status dt_digest_sweeps(struct dt_digest *digest, bool alone);
enum dt_status dt_digest_solutions(struct dt_digest *digest, bool alone);

#endif
