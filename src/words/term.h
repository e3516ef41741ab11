/*
 * term: the words of the model and of its answers, one or two sentences each,
 * in alphabetical order. `detente help TERM` shows one, detente-glossary(7) is
 * made of all. To add one: a row in term_model.c or term_answer.c.
 */
#ifndef DT_WORDS_TERM_H
#define DT_WORDS_TERM_H

#include "base/text.h"

struct dt_term {
	const char *name;       /* "false alarm" */
	const char *meaning;    /* one or two sentences */
	const char *page;       /* where it is treated: "detente-model(7)" */
};

/* Each ends with a row of zeros. */
extern const struct dt_term dt_term_model[], dt_term_answer[];

/* By its name, whatever the case, with hyphens or blanks; NULL: unknown. */
const struct dt_term *dt_term_find(const char *name);
/* Their names, NULL after the last: for what is nearest. */
const char *dt_term_name(size_t k);

/* One, wrapped to `width` columns; and all, as a list in mdoc(7). */
void dt_term_tell(const struct dt_term *term, size_t width,
    struct dt_text *text);
void dt_term_mdoc(struct dt_text *text);

#endif
