/* compare_row: one treaty of a comparison. For compare.c alone. */
#ifndef DT_ASK_COMPARE_ROW_H
#define DT_ASK_COMPARE_ROW_H

#include "ask/compare.h"

/* The first fault into the reason of a row that could not be made. */
void dt_compare_row_blame(struct dt_compare_row *row,
    const struct dt_faults *faults);

/* Judges and plays. Only memory fails it: any other trouble is the row's. */
enum dt_status dt_compare_row_judge(struct dt_compare_row *row,
    const struct dt_keeping_request *request, int64_t runs,
    struct dt_error *err);

#endif
