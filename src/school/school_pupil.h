/* school_pupil: what one simulated student does with a state. */
#ifndef DT_SCHOOL_PUPIL_H
#define DT_SCHOOL_PUPIL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/random.h"
#include "base/status.h"
#include "base/text.h"

struct dt_key;

struct dt_school_pupil {
	struct dt_key *key;
	struct dt_random random;
	int64_t block, round;           /* of the last move */
	struct dt_text opening, opening_signature;      /* its second trip, not
	                                 * sent yet; "" */
	char stage[16];                 /* that was answered last */
	int64_t stage_block;
};

enum dt_status dt_school_pupil_new(struct dt_school_pupil *pupil,
    struct dt_error *err);
void dt_school_pupil_free(struct dt_school_pupil *pupil);

/* The body of a join; entry is the text of a hello. */
void dt_school_pupil_join(struct dt_school_pupil *pupil, const char *entry,
    const char *code, struct dt_text *body);

/* What a state asks for: a route and a body, or NULL: nothing. true: it is the
 * lesson's end. */
bool dt_school_pupil_act(struct dt_school_pupil *pupil, const char *state,
    const char **route, struct dt_text *body);

#endif
