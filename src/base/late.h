/*
 * late: a library that is loaded by who needs it first, and not with each start
 * of the program: one which most who start it do without, and which brings many
 * others with it.
 */
#ifndef DT_BASE_LATE_H
#define DT_BASE_LATE_H

#include <stddef.h>

#include "base/status.h"

/* The functions of a library by their names, in their order, into a struct that
 * has nothing but pointers to functions, all NULL at first, and again where one is
 * missing. Once they are there they are not looked for again. By several threads
 * at a time. DT_EUSAGE: no such library, or not all of them; err says which. */
enum dt_status dt_late_load(const char *library, const char *const *names,
    size_t n, void *functions, struct dt_error *err);

#endif
