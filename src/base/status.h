/*
 * status: how a call ended, and the words for the person who must act on it.
 *
 * A function that can fail returns an enum dt_status and takes, last, an error
 * that the caller owns (it may be NULL). DT_OK is zero, so `if (status)` reads
 * as "if it failed". The message names the input's place where there is one.
 * "No", as in "not an equilibrium", is an answer and never a status.
 * Thread safety: nothing is shared; an error belongs to one thread.
 */
#ifndef DT_BASE_STATUS_H
#define DT_BASE_STATUS_H

/* A status that a call drops is a fault that nobody hears of. The type says so
 * to compilers that know C23; tests/check_status.sh asks one. */
#if __STDC_VERSION__ > 201710L
#define DT_STATUS_NODISCARD [[nodiscard]]
#else
#define DT_STATUS_NODISCARD
#endif

enum DT_STATUS_NODISCARD dt_status {
	DT_OK = 0,
	DT_ENOMEM,      /* memory ran out */
	DT_EIO,         /* the system refused: disk, permission, missing file */
	DT_EINPUT,      /* a file that a person wrote has a fault */
	DT_EUSAGE,      /* the call asks for something that makes no sense */
	DT_ESTORE,      /* not our database, a newer one, or a damaged one */
	DT_EREFUSED,    /* SQL that the sandbox does not let through; a picture
	                 * that an answer does not have */
	DT_ESTOPPED,    /* interrupted; what was finished is kept */
};

struct dt_error {
	enum dt_status status;
	char message[1024];     /* one or more lines, no trailing LF */
};

/* Fills err (which may be NULL) and returns status, so that failing is one
 * visible line: return dt_status_fail(err, DT_EIO, "%s: %s", path, why). */
enum dt_status dt_status_fail(struct dt_error *err, enum dt_status status,
    const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The system refused to open or read a file of that path, with that errno:
 * DT_EINPUT for one that is not there (who named it must act), else DT_EIO. */
enum dt_status dt_status_unread(struct dt_error *err, const char *path,
    int error);

/* The same for DT_ENOMEM, which has only one thing to say. */
enum dt_status dt_status_no_memory(struct dt_error *err);

#endif
