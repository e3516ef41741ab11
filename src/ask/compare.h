/*
 * compare: one scenario under several treaties, side by side; and two
 * databases.
 *
 * Of each treaty the verdict in three parts (verdict/keeping.h), and what it
 * comes to if those who sign it comply: by chain, or played (play/answer.h).
 * Treaties are judged by several threads, each in an arena of its own; what
 * comes out is the same for any number of them. A treaty that cannot be judged
 * is a row with the reason.
 *
 *     dt_compare_treaties(&compare, "all", &err);
 *     dt_compare_judge(&compare, &err);
 *     dt_compare_tell(&compare, &solution);
 *     dt_compare_free(&compare);
 */
#ifndef DT_ASK_COMPARE_H
#define DT_ASK_COMPARE_H

#include "ask/ask.h"
#include "play/answer.h"
#include "verdict/keeping.h"

/* From the best to the worst; NONE: it could not be judged. */
enum dt_compare_class {
	DT_COMPARE_YES, DT_COMPARE_BUT, DT_COMPARE_PERHAPS, DT_COMPARE_NO,
	DT_COMPARE_NEVER, DT_COMPARE_NONE, DT_COMPARE_CLASSES
};
extern const char *const dt_compare_words[];

struct dt_compare_row {
	const char *treaty;
	struct dt_experiment experiment;
	bool made;              /* the experiment is there */
	bool done;              /* it was come to before a stop */
	bool judged, played;    /* the verdict, and `answer`, are there */
	bool comply;            /* those who sign comply in `answer`; else
	                         * all play as the scenario says */
	struct dt_error why;    /* if it was not judged */
	struct dt_arena arena;  /* of what follows */
	struct dt_solution verdict;
	struct dt_answer *answer;
	/* dt_compare_judge makes them from the tables of the verdict. */
	enum dt_compare_class class;
	const char *answers[DT_COMPLY_PARTS];
	/* Of the part that decides: why it is no; else the one that is nearest
	 * to it. NULL and NAN where there is none. */
	const char *part, *party, *departure, *state, *method, *reason;
	double slack, error, off, states;
};

struct dt_compare {
	struct dt_ask *ask;
	struct dt_compare_row **rows;   /* best first, once judged */
	size_t n;
	struct dt_keeping_request keeping;
	int threads;
	int64_t runs;           /* where it is played */
	bool stopped;           /* rows that are not done are missing */
};

/* Makes the experiments: names, separated by commas, or "all". Fails where
 * none can be made. */
enum dt_status dt_compare_treaties(struct dt_compare *compare,
    const char *names, struct dt_error *err);
enum dt_status dt_compare_judge(struct dt_compare *compare,
    struct dt_error *err);
void dt_compare_tell(const struct dt_compare *compare,
    struct dt_solution *solution);
/* Two tables of it. */
void dt_compare_thresholds(const struct dt_compare *compare,
    struct dt_solution *solution);
void dt_compare_draw(const struct dt_compare *compare, struct dt_text *svg);
void dt_compare_free(struct dt_compare *compare);

/* What is on a row, NAN if nothing: over agents the mean, a round. */
enum dt_compare_figure {
	DT_COMPARE_PAUSE, DT_COMPARE_PAYOFF, DT_COMPARE_COST,
	DT_COMPARE_FIGURES
};
double dt_compare_value(const struct dt_compare_row *row,
    enum dt_compare_figure figure);
/* Its standard error: 0 if exact; NAN: not known. */
double dt_compare_error(const struct dt_compare_row *row,
    enum dt_compare_figure figure);
/* Half the width of its 95 % interval; NAN: the runs do not bear one. */
double dt_compare_half(const struct dt_compare_row *row,
    enum dt_compare_figure figure);
/* Both ends of that interval; of a share what is beyond 0 to 1 is cut off. */
void dt_compare_interval(const struct dt_compare_row *row,
    enum dt_compare_figure figure, double *low, double *high);

/* compare_bases.c: the experiments of two databases. */
enum dt_status dt_compare_bases(struct dt_arena *arena, const char *a,
    const char *b, struct dt_solution *solution, struct dt_error *err);

#endif
