/*
 * tell: words and parts of the sentences that a treaty is told in, for
 * terms_tell.c alone.
 */
#ifndef DT_TREATY_TELL_H
#define DT_TREATY_TELL_H

#include "treaty/treaty.h"

void dt_tell_number(struct dt_text *text, double value);
void dt_tell_percent(struct dt_text *text, double chance);

/* "1 round", "3 rounds". */
void dt_tell_count(struct dt_text *text, int64_t n, const char *thing);

/* "third", "21st". */
void dt_tell_ordinal(struct dt_text *text, int64_t n);

/* What goes before item i of n in "a, b and c". */
const char *dt_tell_joint(size_t i, size_t n);

/* Names of agents, or of groups: "all labs and us". */
void dt_tell_names(struct dt_text *text, const struct dt_list *names);

/* tell_race.c: what it says of a race; nothing where it says nothing. */
void dt_tell_race_obligation(const struct dt_treaty *treaty,
    struct dt_text *text);
void dt_tell_race_monitoring(const struct dt_treaty *treaty,
    struct dt_text *text);
void dt_tell_race_review(const struct dt_treaty *treaty,
    struct dt_text *text);

void dt_tell_monitoring(const struct dt_treaty *treaty, struct dt_text *text);
void dt_tell_response(const struct dt_treaty *treaty, struct dt_text *text);

#endif
