/*
 * claim: what somebody says, put to the test: one file each in data/claims/.
 * Its words and where they come from, the run that tests it and in which of its
 * places it holds, what analysis leads to expect, more figures, and what the
 * model leaves out. `detente claims` runs it (room claims).
 */
#ifndef DT_CLAIM_H
#define DT_CLAIM_H

#include "base/schema.h"

struct dt_claim_words {
	struct dt_origin origin;
	const char *says;       /* in short */
	const char *source;
	int status;             /* of dt_claim_status_words */
};

enum dt_claim_verdict {
	DT_CLAIM_HOLDS, DT_CLAIM_FAILS, DT_CLAIM_HOLDS_IF
};

struct dt_claim_expect {
	struct dt_origin origin;
	int verdict;            /* enum dt_claim_verdict */
	int64_t places;         /* in so many it holds */
	const char *region;     /* in words */
	const char *because;    /* how that follows, with its formula */
};

/* A figure beside the verdict; a number or a word. */
struct dt_claim_check {
	struct dt_origin origin;
	const char *says;
	const char *command;
	const char *at;         /* as of dt_pick_solution */
	double value;           /* NAN: it is a word */
	const char *word;
	double tolerance;
	const char *error;      /* path of a standard error, or "" */
};

struct dt_claim {
	struct dt_origin origin;
	const char *name, *title, *summary;
	int status;
	struct dt_claim_words essay, report;
	const char *hypothesis;
	const char *model;
	const char *command;    /* without the program's name */
	const char *table, *column;     /* of its answer; a row is a place */
	const char *where;      /* "COLUMN=VALUE": those rows only; or "" */
	const char *is;         /* it holds where the column says so, or ... */
	double least, most;     /* ... is a number from and up to there */
	struct dt_claim_expect expect;
	struct dt_list checks;  /* of struct dt_claim_check */
	const char *apart;      /* what would tell two readings apart; or "" */
	struct dt_list leaves_out;      /* of const char * */
};

extern const char *const dt_claim_status_words[];
/* By enum dt_claim_verdict: "holds", "fails", "holds-if". */
extern const char *const dt_claim_verdict_words[];
extern const struct dt_schema dt_claim_schema;

#endif
