/*
 * vary: an axis of negotiations: a key, and the values that it takes.
 *
 *     KEY=A:B:N      N numbers, evenly from A to B
 *     KEY=V,W,...    those, commas in brackets, braces and quotes apart
 *
 * A key is one of the scenario, as of --set ("entry.parties" is short for
 * "treaty.entry.parties"), of the menu ("menu.others.sincerity"), or `agents`
 * with whole numbers: so many parties that comply, in place of those of the
 * scenario.
 */
#ifndef DT_BARGAIN_VARY_H
#define DT_BARGAIN_VARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"

enum { DT_VARY_STEPS = 200, DT_VARY_AXES = 3 };

struct dt_vary {
	const char *name;       /* for people: "menu.others.sincerity" */
	const char *key;        /* as it is set: "treaty.entry.parties" */
	bool of_menu;           /* it is set there, without "menu." */
	bool parties;           /* it is `agents`, with numbers */
	size_t n;               /* 2 to DT_VARY_STEPS */
	const char **values;    /* n, as text */
	double *numbers;        /* n, or NULL: not all are */
};

/* In the arena. DT_EUSAGE says what is wrong with it. */
enum dt_status dt_vary_read(struct dt_arena *arena, const char *word,
    struct dt_vary *axis, struct dt_error *err);

/* "KEY=VALUE" of one value, in the arena; NULL: memory is out. */
const char *dt_vary_set(struct dt_arena *arena, const struct dt_vary *axis,
    size_t value);

#endif
