/*
 * cosigners: what witnesses have cosigned of a log of real parties: records
 * (proof/cosigned.h) in cosigned.txt of its folder, or beside its database.
 */
#ifndef DT_PARTY_COSIGNERS_H
#define DT_PARTY_COSIGNERS_H

#include "party/book.h"
#include "proof/cosigned.h"

/* The note of the book's checkpoint of that size; NULL: it has none. */
const struct dt_book_checkpoint *dt_cosigners_head(
    const struct dt_book *book, uint64_t size);

/* The records of the folder; none where there is no such file. */
enum dt_status dt_cosigners_read(const struct dt_log_folder *folder,
    const struct dt_pins *pins, struct dt_cosigned_list *list,
    struct dt_error *err);

/* Adds records to the folder, which holds the lock, but those that are there. */
enum dt_status dt_cosigners_add(const struct dt_log_folder *folder,
    const struct dt_text *records, struct dt_error *err);

/* See dt_cosigned_judge; the book is authentic, and its arena holds what is
 * seen. */
enum dt_status dt_cosigners_judge(const struct dt_book *book,
    struct dt_cosigned_list *list, struct dt_cosigned_seen **seen, size_t *n,
    enum dt_status (*tell)(void *to, const char *words), void *to,
    struct dt_error *err);

#endif
