/* say_internal: what the parts of say share. For say*.c alone. */
#ifndef DT_PARTY_SAY_INTERNAL_H
#define DT_PARTY_SAY_INTERNAL_H

#include "party/say.h"

/* Signs an entry, notes it as said, and puts it behind say->text. */
enum dt_status dt_say_sign(struct dt_say *say, struct dt_entry *entry,
    struct dt_error *err);

#endif
