/*
 * store_setting: what a configuration says, a row a key: the table setting.
 *
 * The rule is that of every key that bears on the play, each with its resolved
 * value, and none of the words for people (title, summary, source, status,
 * facts, about, text). It is of the configuration's text alone. A rule of
 * keys that differ from the default, or between experiments, would need the
 * defaults of the version that wrote it, or would change old rows whenever an
 * experiment comes to lie beside them; then nobody could check a row. Which
 * keys differ is asked of the view setting_varied.
 *
 * A key is the path that --set takes: treaty.response.ladder.1.fine. A thing
 * that has a name of its own gives it by its path: agents.us.strategy is grim.
 */
#ifndef DT_STORE_STORE_SETTING_H
#define DT_STORE_STORE_SETTING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"

struct dt_store_setting {
	const char *key, *value;
	const char *unit;       /* "chance", "rounds", ...; "": none */
};

/*
 * The settings of a resolved configuration, ascending by key (bytes), in the
 * arena. A text that is no scenario has none: *n is 0 and the status DT_OK.
 * DT_ENOMEM.
 */
enum dt_status dt_store_settings(struct dt_arena *arena, const char *config,
    struct dt_store_setting **list, size_t *n, struct dt_error *err);

/* The unit of a key; never NULL. */
const char *dt_store_setting_unit(const char *key);
/* Whether a key is of words for people, by its last word. */
bool dt_store_setting_is_prose(const char *word);

#endif
