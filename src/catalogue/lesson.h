/*
 * lesson: what a class plays, in blocks, and what its teacher says: one file
 * each in data/lessons/.
 *
 * A block is a game: the lesson's scenario with the block's treaty and
 * settings. Between blocks groups are made anew or not (`matching`); within a
 * block they stay. Everything is in the arena of the catalogue, and immutable.
 *
 * Texts are written in one language where they belong. `translations` is a
 * tree of the lesson's shape with the same texts in others; a lesson that
 * passes dt_lesson_check has all of them. Paragraphs are parted by LF.
 */
#ifndef DT_LESSON_H
#define DT_LESSON_H

#include "catalogue/catalogue.h"
#include "catalogue/experiment.h"

enum {
	DT_LESSON_BLOCKS_MOST = 12, DT_LESSON_CLAUSES_MOST = 6,
	DT_LESSON_ROUNDS_MOST = 1000, DT_LESSON_DELEGATION_MOST = 4,
};

/* One that is answered by the number of an answer, from 1; 0: no answer. */
struct dt_lesson_question {
	struct dt_origin origin;        /* of a survey, .name: its key */
	const char *question;
	struct dt_list answers;         /* of const char *; a survey's may have
	                                 * none: a number is typed */
	int64_t right;                  /* quiz: from 1 */
	const char *feedback;           /* quiz: told after any answer */
};

/* What a class usually does, and how that is known. */
struct dt_lesson_usual {
	struct dt_origin origin;
	const char *text, *from;
};

/* For the teacher alone. Lists of const char *, `usually` of struct
 * dt_lesson_usual. */
struct dt_lesson_sheet {
	struct dt_origin origin;
	struct dt_list say, usually, ask;
};

/* A clause that groups choose a value of. Set as --set treaty.KEY=VALUE. */
struct dt_lesson_clause {
	struct dt_origin origin;        /* .name */
	const char *key;                /* of the treaty */
	struct dt_list also;            /* of const char *: more keys */
	struct dt_list values, labels;  /* of const char *, as many labels */
	const char *title;              /* what is asked */
};

enum dt_lesson_vote { DT_LESSON_MAJORITY, DT_LESSON_UNANIMITY };
extern const char *const dt_lesson_vote_words[];

struct dt_lesson_block {
	struct dt_origin origin;        /* .name */
	const char *title, *text;       /* text: "" none */
	const char *scenario, *treaty;  /* "": the lesson's; "" : the
	                                 * scenario's own */
	const struct dt_node *set;      /* map from keys, as of --set, to values;
	                                 * or NULL */
	int64_t rounds;                 /* at most */
	double continuation;            /* chance of one more round; 1: it ends
	                                 * with `rounds`, and students know */
	int64_t seconds;                /* a round; 0: untimed */
	const char *stand_in;           /* a strategy; "": the lesson's */
	bool practice;                  /* counts for nothing, no debrief */
	bool sign;                      /* the treaty binds who signs it */
	int64_t trips;                  /* 1, 2: commitment and opening apart */
	struct dt_list quiz;            /* of struct dt_lesson_question */
	const char *predict, *reflect;  /* questions; "": none */
	struct dt_list clauses;         /* of struct dt_lesson_clause: the
	                                 * treaty is put together first */
	int vote;                       /* enum dt_lesson_vote: what a text
	                                 * needs to be the treaty */
	const char *failing;            /* the treaty where no text has that */
	struct dt_lesson_sheet sheet;
};

struct dt_lesson_consent {
	struct dt_origin origin;
	const char *version, *text;     /* text "": nobody is asked */
};

/* A seat's name for people, by that of the scenario. */
struct dt_lesson_agent {
	struct dt_origin origin;
	const char *title;
};

enum dt_lesson_matching {
	DT_LESSON_PARTNERS, DT_LESSON_STRANGERS, DT_LESSON_PERFECT
};
extern const char *const dt_lesson_matching_words[];

/* A text and the same in another language. */
struct dt_lesson_word {
	const char *own, *language, *text;
};

struct dt_lesson {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	int64_t minutes;                /* of the whole */
	const char *language;           /* of the texts in place: "en" */
	const char *scenario;
	struct dt_list agents;          /* of struct dt_lesson_agent */
	int matching;                   /* enum dt_lesson_matching */
	int64_t seed;                   /* of matching, bots and noise; -1: drawn
	                                 * for each class */
	const char *stand_in;           /* a strategy; "": the scenario's own */
	int64_t delegation;             /* phones a seat, at most */
	int64_t seconds;                /* a page of reading or asking; 0:
	                                 * until the teacher goes on */
	struct dt_lesson_consent consent;
	struct dt_list survey;          /* of struct dt_lesson_question */
	struct dt_list blocks;          /* of struct dt_lesson_block */
	struct dt_lesson_sheet before, after;
	const struct dt_node *translations;     /* or NULL */
	/* Made by dt_lesson_check of the translations. */
	const char *const *languages;   /* NULL-terminated, its own first */
	const struct dt_lesson_word *words;
	size_t n_words;
	size_t group;                   /* seats of a group: the agents */
};

extern const struct dt_schema dt_lesson_schema;

/* Reads and checks one by name or path. DT_EINPUT with faults. */
enum dt_status dt_lesson_read(const struct dt_catalogue *catalogue,
    const char *name, struct dt_lesson *lesson, struct dt_faults *faults,
    struct dt_error *err);

/* Whether each block's game can be made, each clause's values included, all
 * have the same agents, and each language all texts. Fills what the schema
 * does not. */
enum dt_status dt_lesson_check(const struct dt_catalogue *catalogue,
    struct dt_lesson *lesson, struct dt_faults *faults,
    struct dt_error *err);

/* A text of the lesson in another language: `own` is a pointer out of the
 * lesson itself (block->title). The same where there is none. */
const char *dt_lesson_in(const struct dt_lesson *lesson,
    const char *language, const char *own);

/* The name for people of an agent of the games: "Lab 1". */
const char *dt_lesson_agent_title(const struct dt_lesson *lesson,
    const char *agent);

/*
 * The game of a block, its strategies the stand-ins. `choice` has the index of
 * a value for each clause, or is NULL: the block's treaty as it is (of a block
 * with clauses: `failing`). The `signs` of who is party are set by the caller
 * (--set agents.NAME.joins), as what else it has in `sets` (NULL-terminated,
 * or NULL).
 */
struct dt_lesson_game {
	const struct dt_lesson *lesson;
	size_t block;
	const size_t *choice;
	const char *const *sets;
	uint64_t seed;
};
enum dt_status dt_lesson_compile(const struct dt_catalogue *catalogue,
    const struct dt_lesson_game *game, struct dt_experiment *experiment,
    struct dt_faults *faults, struct dt_error *err);

/* How people sit on seats: `shared[k]` seats have k people, so that shared[0]
 * are to spare and shared[2] and on are delegations. */
struct dt_lesson_plan {
	size_t people, seats;
	size_t shared[DT_LESSON_DELEGATION_MOST + 1];
	size_t groups;
	size_t bots;                    /* seats that fill up the last group */
	size_t looking;                 /* people who have no place */
};

/* Seats fill in order, one person each; only when all are taken do second and
 * third phones sit down with others. Those that nobody has are closed at the
 * start, and bots fill up the last group (of nobody: one group of bots). Seats
 * for 37 people in groups of 4: 37 alone on 37 seats, 10 groups, 3 bots. */
void dt_lesson_plan(const struct dt_lesson *lesson, size_t people,
    size_t seats, struct dt_lesson_plan *plan);

/* The most seats for so many people for which no bot is needed; 0: there is no
 * such number. For 37 in groups of 4: 36, one of them a delegation of 2. */
size_t dt_lesson_plan_seats(const struct dt_lesson *lesson, size_t people);

#endif
