/*
 * school_internal: what the files of school share.
 *
 * school.c          its life
 * school_clock.c    its time, and its state
 * school_journal.c  the class's events into its database, and back
 * school_rows.c     blocks that are over, as rows
 * school_secret.c   random names, tokens and what is kept of them
 * school_guard.c    how often a code may be guessed
 * school_net.c      the addresses of this machine
 * school_poster.c   what is shown of the way in
 * school_door.c     who asks
 * school_post.c     posts
 * school_answer.c   everything else that is asked for
 * school_drive.c    the teacher of a rehearsal
 * school_pupil.c    its students: what each does; school_pupil.h
 * school_rehearse.c ... over sockets; school_rehearse.h
 * school_debrief.c  numbers and pictures of what was played
 */
#ifndef DT_SCHOOL_INTERNAL_H
#define DT_SCHOOL_INTERNAL_H

#include "class/class.h"
#include "play/record.h"
#include "report/paper.h"
#include "school/school.h"
#include "store/store_class.h"

enum {
	DT_SCHOOL_LANGUAGES = 4,        /* debriefs that are kept at once */
	DT_SCHOOL_TOKEN = 33,           /* 128 bits in hex, and a NUL */
	DT_SCHOOL_CODE = 7, DT_SCHOOL_COOKIE = 24,
	DT_SCHOOL_WRONG = 10,           /* codes a minute an address */
	DT_SCHOOL_WRONG_ALL = 100,      /* and of all */
	DT_SCHOOL_PEERS = 256,          /* addresses that are remembered */
};

struct dt_school_guard {
	struct { char peer[48]; int64_t since; int n; } peers[
	    DT_SCHOOL_PEERS];
	int64_t since;
	int n;
	bool told;                      /* the teacher was */
};

/* The debrief in a language, as the file had it after so many changes. */
struct dt_school_kept {
	bool there;
	int64_t filed;
	const char *language;           /* of the lesson's, or NULL */
	struct dt_arena arena;
	struct dt_paper paper;
	struct dt_text json;
};

struct dt_school {
	struct dt_school_request request;
	struct dt_web *web;
	struct dt_class *class;         /* NULL: --check */
	struct dt_store *store;
	struct dt_arena arena;
	int64_t began;                  /* dt_web_now of the class's 0 ms */
	int64_t looked;                 /* ms: when its time was last asked */
	char id[DT_CLASS_ID], code[DT_SCHOOL_CODE];
	char teacher[DT_SCHOOL_TOKEN];  /* the secret of the address */
	unsigned char desk[DT_HASH_BYTES];      /* hash of the cookie's */
	char cookie[DT_SCHOOL_COOKIE], desk_cookie[DT_SCHOOL_COOKIE];
	struct dt_school_where where;
	struct dt_class_poster poster;
	struct dt_school_guard guard;
	const char *hosts[DT_SCHOOL_ADDRESSES + 3];
	struct dt_store_class_event *events;    /* owned, as their texts;
	                                 * not in the file yet */
	size_t n_events, events_room;
	struct dt_record_provenance provenance;
	int64_t rows_at;                /* dt_web_now: rows are due; -1: none
	                                 * are */
	int64_t filed;                  /* how often rows went into it */
	struct dt_school_kept kept[DT_SCHOOL_LANGUAGES];
	const char *languages[DT_CLASS_PEOPLE_MOST + 1];        /* of the
	                                 * person, the desk first; NULL: the
	                                 * lesson's */
	int64_t told, told_busy;        /* versions that streams were woken
	                                 * for */
	unsigned phones;                /* --check: streams that are open */
	int64_t checked;                /* its version */
	int64_t driven, since;          /* rehearsal: the stage, since when */
	enum dt_status failed;
	struct dt_error why;
};

/* school_clock.c: ms since the class began. Tells the class if the machine has
 * slept since this was asked before: so it comes before anything else. */
int64_t dt_school_now(struct dt_school *school);
/* Wakes the streams if there is something to tell. */
void dt_school_wake(struct dt_school *school);

/* school_secret.c */
bool dt_school_random(void *bytes, size_t n);
bool dt_school_draw_token(char token[DT_SCHOOL_TOKEN]);
/* A code that is read aloud: no letter looks like a digit. */
bool dt_school_draw_code(char code[DT_SCHOOL_CODE]);
bool dt_school_draw_id(char id[DT_CLASS_ID]);
/* The hash of a token of that class: of no use in another. */
void dt_school_hash(const struct dt_school *school, const char *token,
    unsigned char hash[DT_HASH_BYTES]);
/* Takes the same time whatever they are. */
bool dt_school_same(const void *a, const void *b, size_t n);

/* school_guard.c: may that address guess once more? Then, it guessed wrong. */
bool dt_school_may_guess(struct dt_school *school, const char *peer);
void dt_school_wrong(struct dt_school *school, const char *peer);

/* school_net.c: IPv4 addresses of interfaces that are up, the loopback left
 * out; in the arena. Returns how many. */
size_t dt_school_net(struct dt_arena *arena,
    const char *addresses[DT_SCHOOL_ADDRESSES]);

/* school_poster.c: fills where and poster once the port is known. */
enum dt_status dt_school_poster(struct dt_school *school,
    struct dt_error *err);

/* school_journal.c */
struct dt_class_journal dt_school_journal(struct dt_school *school);
enum dt_status dt_school_flush(struct dt_school *school, bool for_good,
    struct dt_error *err);
enum dt_status dt_school_replay(struct dt_school *school,
    struct dt_error *err);
/* Browsers have their seats by the port: it is kept, and read before a class
 * goes on; *port stays as it is where the file has none. */
enum dt_status dt_school_note_port(struct dt_school *school,
    struct dt_error *err);
enum dt_status dt_school_last_port(struct dt_school *school, uint16_t *port,
    struct dt_error *err);

/* school_rows.c: rows are due from now on; and those that are, at `now`. */
void dt_school_rows_due(struct dt_school *school);
enum dt_status dt_school_rows(struct dt_school *school, int64_t now,
    struct dt_error *err);

/* school_door.c: and notes which language that browser has chosen, for its
 * stream. */
struct dt_class_who dt_school_who(struct dt_school *school,
    const struct dt_web_request *request);

/* school_post.c, school_debrief.c */
void dt_school_post(struct dt_school *school,
    const struct dt_web_request *request, struct dt_web_reply *reply);
void dt_school_debrief(struct dt_school *school, struct dt_class_who who,
    struct dt_web_reply *reply);
void dt_school_debrief_free(struct dt_school *school);
void dt_school_picture(struct dt_school *school, struct dt_class_who who,
    const struct dt_web_request *request, struct dt_web_reply *reply);

/* school_drive.c: what the teacher of a rehearsal does now. */
void dt_school_drive(struct dt_school *school);

/* school_answer.c: struct dt_web_site's. */
struct dt_web_site dt_school_site(struct dt_school *school);

/* school_clock.c: the state for whoever asks; that of --check. */
void dt_school_say_check(const struct dt_school *school,
    struct dt_text *json);
void dt_school_say_state(struct dt_school *school, struct dt_class_who who,
    struct dt_text *json);

#endif
