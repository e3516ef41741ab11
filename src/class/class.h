/*
 * class: a lesson being played by people: who is there, where they sit, what
 * stage it is, and a game for each group.
 *
 * Pure: it knows no socket and no clock. Whoever calls hands in the time (ms
 * since the class began), requests as JSON, and gets JSON. What a class does
 * follows from its lesson, its seed and the calls that changed something, in
 * their order: each of these is handed to the journal (struct
 * dt_class_journal), and made again they give the same class again.
 *
 * People have places on seats, seats sit in groups, a group plays the block's
 * game by the reference engine: whoever chose, the engine slips, monitors,
 * responds and pays (engine/world.h; people come in by its `outside`). A seat
 * that is late plays by its stand-in.
 *
 * Made by dt_class_new, freed by dt_class_free. One thread.
 */
#ifndef DT_CLASS_CLASS_H
#define DT_CLASS_CLASS_H

#include "base/text.h"
#include "catalogue/lesson.h"
#include "proof/hash.h"

enum {
	DT_CLASS_PEOPLE_MOST = 1000, DT_CLASS_SEATS_MOST = 1000,
	DT_CLASS_ID = 16,               /* bytes of a class's name, with NUL */
	DT_CLASS_GRACE = 500,           /* ms after the timer in which a move
	                                 * still counts */
};

enum dt_class_stage {
	DT_CLASS_LOBBY, DT_CLASS_CONSENT, DT_CLASS_TEXT, DT_CLASS_QUIZ,
	DT_CLASS_PREDICT, DT_CLASS_CLAUSES, DT_CLASS_VOTE, DT_CLASS_SIGN,
	DT_CLASS_PRACTICE, DT_CLASS_PLAY, DT_CLASS_RESULT, DT_CLASS_REFLECT,
	DT_CLASS_DEBRIEF, DT_CLASS_SURVEY, DT_CLASS_END, DT_CLASS_STAGES
};
extern const char *const dt_class_stage_words[];

struct dt_class;

/* Each change, in order, before its answer is given. `round`: a round or a
 * stage has ended with it, and all up to here is to be kept for good.
 * A status other than DT_OK is kept in the class: see dt_class_failed. */
struct dt_class_event {
	int64_t at;             /* ms */
	const char *kind;       /* a route's last word; "tick", "here", ... */
	const char *who;        /* a participant, "teacher" or "" */
	const char *body;       /* JSON, or "" ; of a join without the name */
	const char *participant, *name; /* whom a join made, else NULL */
};
struct dt_class_journal {
	void *to;
	enum dt_status (*put)(void *to, const struct dt_class_event *event,
	    struct dt_error *err);
	enum dt_status (*settle)(void *to, struct dt_class *class,
	    struct dt_error *err);
};

/* What teacher and board show of the world outside; changed by its owner. */
enum { DT_CLASS_WARNINGS = 6 };
struct dt_class_poster {
	const char *url, *code, *qr;    /* qr: an SVG; "" */
	const char *warn[DT_CLASS_WARNINGS];
	size_t n_warn;
};

struct dt_class_options {
	const struct dt_class_poster *poster;   /* or NULL */
	const struct dt_catalogue *catalogue;   /* and its arena */
	const struct dt_lesson *lesson;         /* checked; outlives it */
	const char *lesson_sha256;      /* hex, of its text */
	const char *id;                 /* "k7q2mp": lower case and digits */
	int64_t started;                /* seconds since 1970 */
	uint64_t seed;                  /* below 2^53 */
	size_t seats;                   /* for people */
	struct dt_class_journal journal;        /* functions may be NULL */
};

/* DT_EUSAGE: more seats than there can be; what a game's compiling says. */
enum dt_status dt_class_new(struct dt_class **class,
    const struct dt_class_options *options, struct dt_error *err);
void dt_class_free(struct dt_class *class);

/* Why the class cannot go on (the journal's disk is full, memory is out), or
 * DT_OK. */
enum dt_status dt_class_failed(const struct dt_class *class,
    struct dt_error *err);

/* That time in ISO 8601 UTC, `ms` later. */
enum { DT_CLASS_TIME = 32 };
char *dt_class_time(const struct dt_class *class, int64_t ms,
    char buffer[DT_CLASS_TIME]);

/* SHA-256 over id, lesson and start: what registrations are for. */
const unsigned char *dt_class_digest(const struct dt_class *class);

/* ---- who asks ---- */

enum dt_class_role { DT_CLASS_SPECTATOR, DT_CLASS_STUDENT, DT_CLASS_TEACHER,
	DT_CLASS_BOARD };
struct dt_class_who {
	enum dt_class_role role;
	int64_t person;         /* of a student; else -1 */
	const char *language;   /* to tell the lesson in; NULL, or one that it
	                         * does not have: its own */
};

/* The person whose token has that hash, or -1. Takes the same time whoever
 * it is. */
int64_t dt_class_find(const struct dt_class *class,
    const unsigned char token[DT_HASH_BYTES]);

/* Streams that a person has open changed by one. */
void dt_class_here(struct dt_class *class, int64_t person, bool opened,
    int64_t now);

/* ---- what is said to it ---- */

/*
 * A post: `route` is "move", "quiz", ... (the last word of the path), body its
 * JSON. Fills reply with JSON: the state, or {"error", "do"}; returns the HTTP
 * status. A join has the hash of the token that the person will show, and
 * *person is whom it made.
 */
struct dt_class_post {
	struct dt_class_who who;
	const char *route;
	const char *body;
	size_t size;
	int64_t now;
	const unsigned char *token;     /* of a join: DT_HASH_BYTES */
};
int dt_class_post(struct dt_class *class, const struct dt_class_post *post,
    struct dt_text *reply, int64_t *person);

/* What is due. Returns ms until it is to be called again, at most 1000. */
int64_t dt_class_tick(struct dt_class *class, int64_t now);

/* An event of the journal, once more. Its journal hears nothing of it. */
enum dt_status dt_class_again(struct dt_class *class,
    const struct dt_class_event *event, struct dt_error *err);

/* Joins of a journal know no names: these are put in behind them. */
void dt_class_rename(struct dt_class *class, const char *participant,
    const char *name);
/* After the last of them, at the time from which the class goes on. */
void dt_class_resume(struct dt_class *class, int64_t now);

/* ---- what it says ---- */

/* Counts what students are told of: stages and rounds. `busy` counts all
 * that a teacher or the board sees. */
int64_t dt_class_version(const struct dt_class *class);
int64_t dt_class_busy(const struct dt_class *class);

void dt_class_state(struct dt_class *class, struct dt_class_who who,
    int64_t now, struct dt_text *json);
/* What a page needs before somebody joins. */
void dt_class_hello(const struct dt_class *class, struct dt_text *json);

/*
 * The rows of all blocks that are over, into the database, with what was
 * signed in them; those that are there stay. Each block goes in whole or not
 * at all. `command` plays the class again, `version` and `libraries` as in
 * play/record.h.
 */
struct dt_store;
struct dt_record_provenance;
enum dt_status dt_class_store(struct dt_class *class, struct dt_store *store,
    const struct dt_record_provenance *provenance, struct dt_error *err);

/* A picture of the board ("board-pauses", "board-alarms", "board-payoffs"), as
 * SVG in that language; NULL: the lesson's. false: there is none of that
 * name. */
bool dt_class_board(const struct dt_class *class, const char *language,
    const char *name, struct dt_text *svg);

/* Moves of rounds that are over as CSV, truth and all: for teachers. */
void dt_class_csv(const struct dt_class *class, struct dt_text *text);

enum dt_class_stage dt_class_stage(const struct dt_class *class);
size_t dt_class_people(const struct dt_class *class);
size_t dt_class_present(const struct dt_class *class);
/* As which participant the k-th person, from 0, is in the file. */
const char *dt_class_code(const struct dt_class *class, size_t k);
/* Rounds that are over, of all blocks; blocks that are. */
int64_t dt_class_rounds(const struct dt_class *class);
int64_t dt_class_blocks(const struct dt_class *class);
/* May students see the numbers of finished blocks? */
bool dt_class_open(const struct dt_class *class);

#endif
