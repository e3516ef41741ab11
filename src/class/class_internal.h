/*
 * class_internal: what the files of class share.
 *
 * class.c         its life, the clock, the journal
 * class_who.c     finds people, groups, runs
 * class_name.c    what people are called
 * class_letters.c ... as people see it
 * class_people.c  who comes, goes, is there
 * class_seats.c   who sits where; bots
 * class_match.c   who plays with whom, block by block
 * class_stage.c   what comes after what
 * class_block.c   a block's games: one for all groups that are alike
 * class_play.c    rounds: opened, timed, closed
 * class_stand.c   the stand-in of a seat that nobody plays
 * class_move.c    a move: its two entries, strictly checked
 * class_sign.c    keys, and the treaty's signatures
 * class_ask.c     consent, quiz, predictions, words, surveys
 * class_menu.c    clauses of a treaty, and votes on texts
 * class_teacher.c what the teacher may do
 * class_post.c    a post to whom it is for
 * class_form.c    JSON that others wrote, read strictly
 * class_say.c     JSON, written
 * class_state.c   the state for whoever asks
 * class_pact.c    ... the part of it that is of a treaty
 * class_round.c   ... the part of it that is of rounds
 * class_screen.c  ... of the teacher and board; class_board.c, by block
 * class_store*.c  blocks that are over, as rows
 * class_log*.c    ... what was signed in them
 * class_again.c   a class made again from its journal
 */
#ifndef DT_CLASS_INTERNAL_H
#define DT_CLASS_INTERNAL_H

#include "class/class.h"
#include "engine/tally.h"
#include "play/tape.h"
#include "proof/sign.h"

enum {
	DT_CLASS_CODE = 10,             /* "p0a1b2c3d" and a NUL */
	DT_CLASS_SIGNER = 16,           /* "b12.p0a1b2c3d" and a NUL */
	DT_CLASS_ENTRY = 512,           /* bytes of an entry, at most */
	DT_CLASS_AWAY_AFTER = 2,        /* rounds missed: then a bot plays */
	DT_CLASS_OPENING = 10000,       /* ms to open, in blocks of two trips */
};

enum dt_class_source { DT_CLASS_HUMAN, DT_CLASS_BOT, DT_CLASS_TIMEOUT,
	DT_CLASS_PAPER };
extern const char *const dt_class_source_words[];

struct dt_class_person {
	char code[DT_CLASS_CODE];
	char *name;                     /* owned; "" once it is forgotten */
	unsigned char look[DT_HASH_BYTES];      /* of it: see class_letters */
	unsigned char token[DT_HASH_BYTES];
	bool has_key;
	unsigned char key[DT_SIGN_PUBLIC], proof[DT_SIGN_BYTES];
	char device[24];                /* what the browser says it is */
	int64_t seat;                   /* -1: looks on */
	int64_t joined, left;           /* ms; left -1: is there */
	unsigned streams;
	int consent;                    /* -1 not asked or not said, 0, 1 */
	const char *excluded_why;       /* "" */
	size_t quiz;                    /* questions of the block done */
	int64_t voted;                  /* for a text, -1 */
	bool predicted, reflected, surveyed;
};

/* A text that was signed; in the class's arena. */
struct dt_class_signed {
	const char *text;               /* NULL: none */
	size_t size;
	unsigned char signature[DT_SIGN_BYTES];
};

/* How a move came about. */
struct dt_class_choice {
	enum dt_class_source source;
	bool races;
	int64_t person;                 /* or -1 */
	int64_t decided_ms;             /* -1: nobody did */
	bool connected;
	const char *excluded_why;
	struct dt_class_signed commit, open;
};

enum dt_class_mode { DT_CLASS_BY_PEOPLE, DT_CLASS_BY_BOT, DT_CLASS_BY_PAPER };

struct dt_class_seat {
	enum dt_class_mode mode;        /* as the teacher said */
	bool away;                      /* too often late: a bot, until */
	bool back;                      /* somebody is: from the next round */
	int64_t late;                   /* rounds in a row */
	int64_t timeouts;               /* in all */
	int64_t extra;                  /* ms more than others have */
	int64_t group;                  /* -1: none */
	size_t agent;
	double total;                   /* payoff, without practice */
	bool chosen;                    /* in this round, and said what */
	bool committed;                 /* in two trips: bound to a move that
	                                 * nobody else knows */
	struct dt_class_choice choice;
	bool signs, answered;           /* the treaty of the block */
	int64_t signer;                 /* person, or -1 */
	struct dt_class_signed ratify;
	uint16_t state;                 /* of its stand-in */
	bool proposed;                  /* a text of the treaty-lab */
};

/* A game that groups of one block play: one row of experiments. */
struct dt_class_game {
	size_t block;
	uint64_t parties;
	const size_t *choice;           /* of clauses, or NULL */
	struct dt_experiment experiment;        /* people in all seats */
	struct dt_model stand;          /* the same with the stand-ins */
	unsigned char treaty[DT_HASH_BYTES];
	size_t runs;
	bool kept;                      /* its rows are in the database */
	struct dt_class_game *next;
};

struct dt_class_sat {           /* a person on a seat, as a run began */
	int64_t person;
	size_t agent;
};

struct dt_class_group {
	size_t block;
	const size_t *seats;            /* by agent */
	struct dt_class_game *game;
	int64_t run;                    /* from 1, in its game */
	int64_t matching;               /* from 1 */
	struct dt_world *world;         /* owned */
	struct dt_world_outside hook;
	uint64_t racers;                /* of the round that is played */
	struct dt_tally tally;
	struct dt_tape tape;
	bool over;
	struct dt_random streams[DT_AGENTS_MOST][2];    /* of stand-ins: moves
	                                 * and steps */
	struct dt_class_choice *choices;        /* [round - 1][agent]; owned */
	size_t room;                    /* rounds of it */
	struct dt_class_sat *sat;       /* who sat there in any round; owned */
	size_t n_sat, sat_room;
	const struct dt_class_signed **ratified;        /* by agent */
	int64_t *ratifier;              /* person by agent, -1 */
};

/* An answer to keep. */
struct dt_class_answer {
	const char *kind;               /* quiz, predict, reflect, survey, ... */
	int64_t person, block;          /* block from 1; 0: of the lesson */
	const char *question;           /* its number or key */
	int64_t attempt;
	const char *answer;
	bool correct;
};

struct dt_class_text {          /* that a seat of a group put together */
	size_t seat;
	int64_t group;
	size_t choice[DT_LESSON_CLAUSES_MOST];
};

struct dt_class {
	struct dt_class_options options;
	struct dt_arena arena;
	const struct dt_lesson *lesson;
	const struct dt_lesson_block *blocks;
	size_t n_blocks, n;             /* agents of a group */
	unsigned char digest[DT_HASH_BYTES];
	bool again;                     /* the journal is being made again */
	bool due;                       /* something has ended: see settle */
	enum dt_status failed;
	struct dt_error why;

	int64_t now;                    /* the latest that was handed in */
	int64_t version, busy;
	enum dt_class_stage stage;
	size_t block;                   /* of play, from 0 */
	int64_t stage_ends;             /* ms; -1: when the teacher says */
	int64_t paused;                 /* since; -1: is not */
	bool started, open;             /* debrief shown to students */

	struct dt_class_person *people; /* owned */
	size_t n_people, people_room;
	struct dt_class_seat *seats;    /* owned */
	size_t n_seats;                 /* before the start: those asked for */
	struct dt_class_group **groups; /* of all blocks; owned */
	size_t n_groups, groups_room, first_group;      /* of this block */
	uint64_t *met;                  /* [seat * n_seats + seat]: blocks in
	                                 * which they were in one group */
	struct dt_class_game *games;
	const char *language;           /* of who is told now, or NULL */
	int64_t round;                  /* from 1; 0: none is open */
	int64_t opened, deadline;       /* ms; deadline -1: untimed */
	bool opening;                   /* two trips: all have committed, and
	                                 * the deadline is that of openings */
	struct dt_class_answer *answers;        /* owned */
	size_t n_answers, answers_room;
	size_t n_filed;                 /* of them in the database */
	struct dt_class_text *texts;    /* owned */
	size_t n_texts, texts_room;
};

struct dt_class_form;       /* class.c: */
void dt_class_fail(struct dt_class *class, enum dt_status status,
    const char *words);
/* Something that students are told of; that only teachers see. */
void dt_class_moved(struct dt_class *class);
void dt_class_touched(struct dt_class *class);
void dt_class_note(struct dt_class *class, const char *kind, const char *who,
    const char *body);
void dt_class_hand_on(struct dt_class *class,
    const struct dt_class_event *event);
/* A round or a stage has ended; and, once that is noted, the journal hears. */
void dt_class_settle(struct dt_class *class);
void dt_class_settled(struct dt_class *class);
/* In the class's arena; "" where memory is out, and the class has failed. */
const char *dt_class_keep(struct dt_class *class, const char *text);

/* What a post comes to: 200, or an error with words. */
struct dt_class_reply {
	int status;
	const char *error, *what;       /* static */
};
struct dt_class_reply dt_class_well(void);
struct dt_class_reply dt_class_refuse(int status, const char *error,
    const char *what);

/* class_who.c */
bool dt_class_is_here(const struct dt_class *class, int64_t person);
void dt_class_signer(const struct dt_class *class, int64_t person,
    size_t block, char name[DT_CLASS_SIGNER]);
struct dt_class_group *dt_class_group_of(const struct dt_class *class,
    int64_t seat);
const struct dt_class_choice *dt_class_choice(
    const struct dt_class_group *group, size_t round, size_t agent);
/* The group that is that run of the game. */
const struct dt_class_group *dt_class_run(const struct dt_class *class,
    const struct dt_class_game *game, int64_t run);
/* A text of the lesson, an agent's title, in the language of who is told. */
const char *dt_class_word(const struct dt_class *class, const char *text);
const char *dt_class_agent_title(const struct dt_class *class,
    const struct dt_class_group *group, size_t agent);

/* class_people.c */
struct dt_class_reply dt_class_join(struct dt_class *class,
    const struct dt_class_post *post, struct dt_class_form *form,
    int64_t *person);
void dt_class_leave(struct dt_class *class, int64_t person);
/* class_name.c */
/* A name for who comes, from what was typed; "": one is drawn. */
struct dt_class_reply dt_class_name(struct dt_class *class, const char *said,
    struct dt_class_person *person);
/* false: memory is out. */
bool dt_class_call(struct dt_class_person *person, const char *name);

/* class_seats.c */
/* The members of a seat who are still there; returns how many. */
size_t dt_class_members(const struct dt_class *class, size_t seat,
    int64_t members[DT_LESSON_DELEGATION_MOST]);
bool dt_class_seat_here(const struct dt_class *class, size_t seat);
/* Does a bot play it, for now? */
bool dt_class_is_bot(const struct dt_class *class, size_t seat);
/* A seat for somebody who comes; `wanted` (from 1), or 0. -1: looks on. */
int64_t dt_class_place(const struct dt_class *class, int64_t wanted);
/* Seats are those that somebody has, and bots to fill the last group. */
bool dt_class_close_seats(struct dt_class *class);

/* class_match.c */
bool dt_class_match(struct dt_class *class);

/* class_stage.c */
/* Does what is due now; false: nothing is. */
bool dt_class_turn(struct dt_class *class);
/* The round's end, and the block's if it was the last; where openings are
 * awaited, first the time for these. */
void dt_class_end_round(struct dt_class *class);
void dt_class_enter(struct dt_class *class, enum dt_class_stage stage);
void dt_class_next(struct dt_class *class);

/* class_block.c */
/* The game of a group of this block; NULL: the class has failed. */
struct dt_class_game *dt_class_game(struct dt_class *class,
    struct dt_class_group *group);

/* class_play.c */
bool dt_class_begin_play(struct dt_class *class);
void dt_class_open_round(struct dt_class *class);
/* true: it was the last of the block. */
bool dt_class_close_round(struct dt_class *class);
bool dt_class_round_full(const struct dt_class *class);
/* Asks for openings where some have committed; false: there are none. */
bool dt_class_ask_openings(struct dt_class *class);
/* When a seat's time in this round is over; -1: never. */
int64_t dt_class_deadline(const struct dt_class *class, size_t seat);

/* class_stand.c */
void dt_class_stand_begin(struct dt_class *class,
    struct dt_class_group *group);
bool dt_class_stand_races(struct dt_class *class,
    struct dt_class_group *group, size_t agent);
void dt_class_stand_saw(struct dt_class *class,
    struct dt_class_group *group);

/* class_move.c, class_sign.c, class_ask.c, class_menu.c, class_teacher.c: each
 * answers a post of a student (or of the teacher). */
struct dt_class_reply dt_class_move(struct dt_class *class, int64_t person,
    struct dt_class_form *form);
struct dt_class_reply dt_class_sign(struct dt_class *class, int64_t person,
    struct dt_class_form *form);
struct dt_class_reply dt_class_consent(struct dt_class *class,
    int64_t person, struct dt_class_form *form);
struct dt_class_reply dt_class_quiz(struct dt_class *class, int64_t person,
    struct dt_class_form *form, struct dt_text *reply);
struct dt_class_reply dt_class_predict(struct dt_class *class,
    int64_t person, struct dt_class_form *form);
struct dt_class_reply dt_class_reflect(struct dt_class *class,
    int64_t person, struct dt_class_form *form);
struct dt_class_reply dt_class_survey(struct dt_class *class,
    int64_t person, struct dt_class_form *form);
struct dt_class_reply dt_class_clause(struct dt_class *class,
    int64_t person, struct dt_class_form *form);
struct dt_class_reply dt_class_vote(struct dt_class *class, int64_t person,
    struct dt_class_form *form);
struct dt_class_reply dt_class_teach(struct dt_class *class,
    struct dt_class_form *form);

/* class_sign.c: checks a key and its proof; fills the person's code. */
struct dt_class_reply dt_class_take_key(struct dt_class *class,
    struct dt_class_person *person, const char *key, const char *proof);
bool dt_class_print_enrol(const struct dt_class *class, const char *key,
    struct dt_text *text);
bool dt_class_print_ratify(const struct dt_class *class, int64_t person,
    const unsigned char treaty[DT_HASH_BYTES], struct dt_text *text);

/* The text of a group's treaty, and its hash. */
bool dt_class_treaty(const struct dt_class_group *group,
    unsigned char hash[DT_HASH_BYTES], struct dt_text *text);

/* class_ask.c */
bool dt_class_answer_add(struct dt_class *class,
    const struct dt_class_answer *answer);

/* class_menu.c: the choice of a group, or NULL: none has what it needs. */
const size_t *dt_class_elected(struct dt_class *class, int64_t group);

#endif
