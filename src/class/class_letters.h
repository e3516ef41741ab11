/*
 * class_letters: a name as the characters that people see, by utf8proc. Where
 * the program was built without it, names stay as they were typed, two are
 * alike only to the byte, and what is invisible is known by short tables.
 */
#ifndef DT_CLASS_LETTERS_H
#define DT_CLASS_LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "proof/hash.h"

enum { DT_CLASS_NAME = 404 };           /* bytes of a name, with its NUL */

/* The name in NFC, without spaces at its ends. false: it is longer than that,
 * or no UTF-8. */
bool dt_class_letters_compose(const char *name, char composed[DT_CLASS_NAME]);

struct dt_class_letters {
	size_t shown;           /* characters as people count them: graphemes */
	bool seen;              /* one of them has something to see */
	size_t marks;           /* most marks on one letter */
	bool hidden;            /* a control, or one of direction */
};
/* Of a name that was composed. */
void dt_class_letters_count(const char *name, struct dt_class_letters *count);

/* What it looks like: the same for names that differ in case, in form, or in
 * what is not seen. */
void dt_class_letters_look(const char *name,
    unsigned char look[DT_HASH_BYTES]);

#endif
