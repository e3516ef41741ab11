/*
 * keeping_stretches: how far a treaty holds, a sentence and rows for each
 * quantity.
 *
 *   keeping_thresholds  the quantities of any treaty (comply_bound.h)
 *   keeping_dials       the keys of a treaty's text
 */
#ifndef DT_KEEPING_STRETCHES_H
#define DT_KEEPING_STRETCHES_H

#include "base/schema_numbers.h"
#include "comply/comply_bound.h"
#include "verdict/keeping_internal.h"

/* States up to which thresholds are found without being asked for. */
enum { DT_KEEPING_THRESHOLDS_QUICK = 8000 };

struct dt_comply_effort dt_keeping_stretches_effort(
    const struct dt_keeping_telling *telling);
void dt_keeping_stretches_say(const struct dt_keeping_telling *telling,
    const char *article, const char *head, double now,
    const struct dt_dial_found *found);
void dt_keeping_stretches_add(struct dt_solution_table *table,
    const char *key, double now, const struct dt_dial_found *found);

/* The numbers of the treaty's text, in the telling's arena. */
enum dt_status dt_keeping_dials(const struct dt_keeping_telling *telling,
    struct dt_schema_number **list, size_t *n, struct dt_error *err);
/* One of them, turned in the scenario and compiled. By several threads at a
 * time. DT_EUSAGE: there is nothing to turn. */
enum dt_status dt_keeping_dials_find(const struct dt_keeping_telling *telling,
    const struct dt_schema_number *number, struct dt_dial_found *found,
    struct dt_error *err);

#endif
