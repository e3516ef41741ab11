/*
 * talks_outside: parties that are programs, asked line by line as
 * detente-agent(5) has it, under the protocols offers, ultimatum and quota.
 *
 * One is made for a setting by who was asked for talks, and freed by it; talks
 * with programs without it are refused, so that nothing that is only looked at
 * again starts one. All negotiations are then held by one thread, in order. A
 * program that fails ends the one that is held: it is not counted.
 */
#ifndef DT_TALKS_OUTSIDE_H
#define DT_TALKS_OUTSIDE_H

#include <stdatomic.h>

#include "bargain/talks.h"

struct dt_talks_outside;

/* Parties at the table that are programs, as bits. */
uint64_t dt_talks_outside_who(const struct dt_talks_setting *setting);

/* Sets the setting's `programs`. DT_EUSAGE: its protocol is another. */
enum dt_status dt_talks_outside_new(struct dt_talks_outside **outside,
    struct dt_talks_setting *setting, const atomic_bool *stop,
    struct dt_error *err);
void dt_talks_outside_free(struct dt_talks_outside *outside);

/* What failed, or NULL; then nothing more is held. */
const struct dt_error *dt_talks_outside_fault(
    const struct dt_talks_outside *outside);

/* Negotiations that were finished. */
int64_t dt_talks_outside_held(const struct dt_talks_outside *outside);

/* ---- for src/bargain/talks*.c ---- */

/* DT_EUSAGE: a program is at the table, and nobody may start it. */
enum dt_status dt_talks_outside_begin(struct dt_talks *talks, int64_t number,
    struct dt_error *err);
/* As dt_talks_choose and dt_talks_accepts; on a fault the talks are over. */
size_t dt_talks_outside_choose(struct dt_talks *talks, size_t party);
bool dt_talks_outside_accepts(struct dt_talks *talks, size_t party,
    size_t text);
/* Whether it has said that it walks out. */
bool dt_talks_outside_walks(const struct dt_talks *talks, size_t party);
/* What all hear. */
void dt_talks_outside_hear(struct dt_talks *talks,
    const struct dt_talks_event *event, const char *word);
void dt_talks_outside_end(struct dt_talks *talks);

#endif
