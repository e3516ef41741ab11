/*
 * school: a class (class/class.h) on the network, by web/web.h: who asks is
 * known by a cookie, posts and states go to and fro, and the journal goes into
 * the class's database as it grows.
 *
 * Made by dt_school_new (a new class in a new file) or dt_school_resume (the
 * class of a file), served by dt_school_run, freed by dt_school_free. One
 * thread. Prints nothing: what is to be told the caller asks for.
 */
#ifndef DT_SCHOOL_SCHOOL_H
#define DT_SCHOOL_SCHOOL_H

#include "catalogue/lesson.h"
#include "web/web.h"

enum {
	DT_SCHOOL_PORT = 8420,          /* where none is asked for, */
	DT_SCHOOL_PORTS = 50,           /* or the first free one behind it */
	DT_SCHOOL_ADDRESSES = 8,
};

struct dt_school_request {
	const struct dt_catalogue *catalogue;
	const struct dt_lesson *lesson; /* NULL: none, --check alone */
	const char *lesson_name;        /* as it was asked for */
	const char *path;               /* of the database */
	bool replace;                   /* one that is there */
	size_t seats;
	uint64_t seed;                  /* below 2^53 */
	uint16_t port;                  /* 0: any */
	bool port_given;                /* else the next that is free will do,
	                                 * and a class that is resumed takes
	                                 * the one that it had */
	bool lan;                       /* not this machine alone */
	size_t rehearse;                /* so many simulated students, and no
	                                 * teacher; 0: people */
	const char *version, *libraries;
	void (*log)(void *of, const char *line);
	void *log_of;
};

struct dt_school;

/* DT_EIO, DT_EUSAGE, DT_ESTORE: as the store and the server say. */
enum dt_status dt_school_new(struct dt_school **school,
    const struct dt_school_request *request, struct dt_error *err);

/* The class of request->path; its lesson, seed and seats are those of the
 * file, and request->lesson must be the same lesson. */
enum dt_status dt_school_resume(struct dt_school **school,
    const struct dt_school_request *request, struct dt_error *err);

/* The name of the lesson of a file's class, in the catalogue's arena.
 * DT_EUSAGE: the file has no class. */
enum dt_status dt_school_lesson(const char *path,
    const struct dt_catalogue *catalogue, const char **lesson,
    struct dt_error *err);

/* Serves until `stop` says so or the class is over and nobody is there; what
 * was played is in the file then. */
enum dt_status dt_school_run(struct dt_school *school,
    const struct dt_stop *stop, struct dt_error *err);
/* Ends dt_school_run; from any thread. */
void dt_school_stop(struct dt_school *school);
/* NULL is well. */
void dt_school_free(struct dt_school *school);

/* What a person needs to know: addresses with the port, the first the one to
 * show; the join code; the teacher's address with its secret. */
struct dt_school_where {
	size_t n;
	const char *urls[DT_SCHOOL_ADDRESSES];
	const char *code, *teacher;
	uint16_t port;
	uint16_t taken;         /* the one that it should have had, and another
	                         * program has; 0: it has it */
};
const struct dt_school_where *dt_school_where(
    const struct dt_school *school);
/* The code of the first address, for a terminal; false: not built in. */
bool dt_school_qr(const struct dt_school *school, struct dt_text *lines);

/* What came of it so far. */
struct dt_school_count {
	size_t people;
	int64_t rounds, blocks;         /* finished */
	bool over;
};
struct dt_school_count dt_school_count(const struct dt_school *school);

/* Takes a name out of a class's file: *n people were called so. */
enum dt_status dt_school_forget(const char *path, const char *name,
    int64_t *n, struct dt_error *err);

#endif
