/* ask_from: what the files of the question `from` share. For src/ask/
 * ask_from*.c alone. */
#ifndef DT_ASK_FROM_H
#define DT_ASK_FROM_H

#include "ask/ask.h"
#include "infer/recorded.h"

struct dt_ask_from {
	struct dt_ask *ask;
	const char *path;
	struct dt_recorded recorded;
	struct dt_recorded_request request;
	enum dt_recorded_alike alike;
	int threads;
};

/* ask_from_refine.c: plays what the one game needs into the database, which
 * is to be read again after it. DT_ESTOPPED says what is kept; DT_EUSAGE
 * where the asker may not write. */
enum dt_status dt_ask_from_refine(struct dt_ask_from *from,
    struct dt_error *err);

#endif
