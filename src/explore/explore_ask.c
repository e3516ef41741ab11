/* explore_ask: see explore_ask.h. */
#include "explore/explore_ask.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/json_read.h"

/* A key or a value that a question sets: no path, no flow of YAML. */
static bool
is_plain(const char *text, bool key)
{
	size_t n = strlen(text);
	for (size_t i = 0; i < n; i++) {
		char c = text[i];
		bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || c == '_' || c == '-' ||
		    c == '.' || (!key && c == '+');
		if (!word)
			return false;
	}
	return n > 0 && n <= 80 && (!key || text[0] != '-');
}

static enum dt_status
check_sets(const json_t *sets, struct dt_error *err)
{
	const char *key;
	json_t *value;
	if (sets == NULL)
		return DT_OK;
	if (!json_is_object(sets) ||
	    json_object_size(sets) > DT_EXPLORE_SETS)
		return dt_status_fail(err, DT_EINPUT, "'set' is an object of "
		    "at most %d keys", DT_EXPLORE_SETS);
	json_object_foreach((json_t *)(uintptr_t)sets, key, value)
		if (!is_plain(key, true) || !json_is_string(value) ||
		    !is_plain(json_string_value(value), false))
			return dt_status_fail(err, DT_EINPUT, "'set' holds "
			    "keys as treaty.monitoring.miss, and their "
			    "values as texts: a number or a word");
	return DT_OK;
}

/* An axis of a map, as treaty.monitoring.miss=0:0.9:21. */
static enum dt_status
check_axis(const char *axis, struct dt_error *err)
{
	char key[81], from[25], to[25], many[4], more;
	if (axis == NULL)
		return DT_OK;
	if (sscanf(axis, "%80[^=]=%24[^:]:%24[^:]:%3[0-9]%c", key, from, to,
	    many, &more) == 4 && is_plain(key, true) &&
	    is_plain(from, false) && is_plain(to, false) &&
	    atoi(many) >= 2 && atoi(many) <= DT_EXPLORE_CELLS)
		return DT_OK;
	return dt_status_fail(err, DT_EINPUT, "'x' and 'y' are a key with "
	    "the range and the number of its values, at most %d, as "
	    "treaty.monitoring.miss=0:0.9:21", DT_EXPLORE_CELLS);
}

const char *
dt_explore_ask_text(const struct dt_explore_ask *ask, const char *key)
{
	return json_string_value(json_object_get(ask->json, key));
}

/* A name that is looked for among the files that the program knows, or what
 * the call itself said. A page can't make the program read another file. */
static bool
is_name(const char *name, const char *given)
{
	size_t n = strlen(name);
	return (given != NULL && strcmp(name, given) == 0) ||
	    (is_plain(name, true) && name[0] != '.' &&
	    !(n > 5 && strcmp(name + n - 5, ".yaml") == 0));
}

static enum dt_status
check_names(const struct dt_explore_ask *ask, struct dt_error *err)
{
	const char *scenario = dt_explore_ask_text(ask, "scenario");
	const char *treaty = dt_explore_ask_text(ask, "treaty");
	if (scenario == NULL && treaty == NULL && dt_explore_ask_of_file(ask))
		return DT_OK;
	if (scenario == NULL || !is_name(scenario, ask->scenario))
		return dt_status_fail(err, DT_EINPUT,
		    "'scenario' is a name, not a path");
	if (treaty != NULL && !is_name(treaty, ask->treaty))
		return dt_status_fail(err, DT_EINPUT,
		    "'treaty' is a name, not a path");
	return DT_OK;
}

/* Whole numbers, of few digits. */
static bool
is_whole(const char *text, size_t digits)
{
	return text == NULL || (text[0] != '\0' && strlen(text) <= digits &&
	    text[strspn(text, "0123456789")] == '\0');
}

static enum dt_status
check_play(const struct dt_explore_ask *ask, struct dt_error *err)
{
	const char *prior = dt_explore_ask_text(ask, "prior");
	const char *runs = dt_explore_ask_text(ask, "runs");
	const char *run = dt_explore_ask_text(ask, "run");
	static const char *const keys[] = { "prior", "seed", "run", "runs" };
	for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++)
		if (json_object_get(ask->json, keys[k]) != NULL &&
		    dt_explore_ask_text(ask, keys[k]) == NULL)
			return dt_status_fail(err, DT_EINPUT, "'%s' is a "
			    "text", keys[k]);
	if (!is_whole(dt_explore_ask_text(ask, "seed"), 15) ||
	    !is_whole(run, 9) || !is_whole(runs, 4))
		return dt_status_fail(err, DT_EINPUT, "'seed', 'run' and "
		    "'runs' are whole numbers as texts; of 'runs' at most "
		    "9999");
	if (strcmp(ask->what, "run") == 0 && run == NULL)
		return dt_status_fail(err, DT_EINPUT, "'run' is its number, "
		    "from 1");
	if (strcmp(ask->what, "band") == 0 && runs == NULL)
		return dt_status_fail(err, DT_EINPUT, "'runs' is how many");
	if (prior != NULL && !is_name(prior, NULL))
		return dt_status_fail(err, DT_EINPUT,
		    "'prior' is a name, not a path");
	return DT_OK;
}

bool
dt_explore_ask_of_file(const struct dt_explore_ask *ask)
{
	return strcmp(ask->what, "pins") == 0 ||
	    strcmp(ask->what, "withdraw") == 0;
}

/* Words of a person: bytes, of which only those of a note may be LF. */
static bool
is_words(const char *text, size_t least, size_t most, bool lines)
{
	size_t n = text == NULL ? 0 : strlen(text);
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text[i];
		if ((c < ' ' && !(lines && c == '\n')) || c == 0x7f)
			return false;
	}
	return n >= least && n <= most;
}

static enum dt_status
check_pin(const struct dt_explore_ask *ask, struct dt_error *err)
{
	const char *pin = dt_explore_ask_text(ask, "pin");
	if (strcmp(ask->what, "pin") == 0 &&
	    (!is_words(dt_explore_ask_text(ask, "name"), 1,
	    DT_EXPLORE_NAME, false) ||
	    !is_words(dt_explore_ask_text(ask, "note"), 0,
	    DT_EXPLORE_NOTE, true)))
		return dt_status_fail(err, DT_EINPUT, "'name' is one line of "
		    "1 to %d bytes, 'note' at most %d bytes", DT_EXPLORE_NAME,
		    DT_EXPLORE_NOTE);
	if (strcmp(ask->what, "withdraw") == 0 && (pin == NULL ||
	    strlen(pin) != 64 || pin[strspn(pin, "0123456789abcdef")] != '\0'))
		return dt_status_fail(err, DT_EINPUT,
		    "'pin' is 64 digits from 0 to f");
	return DT_OK;
}

enum dt_status
dt_explore_ask_read(struct dt_explore_ask *ask, const char *body, size_t n,
    struct dt_error *err)
{
	static const char *const keys[] = { "ask", "page", "scenario",
	    "treaty", "set", "text", "x", "y", "name", "note", "pin",
	    "prior", "seed", "run", "runs", NULL };
	static const char *const kinds[] = { "verdict",
	    "thresholds", "tornado", "run", "band", "map", "check", "brief", "compare", "pin", "pins",
	    "withdraw", NULL };
	enum dt_status status = dt_json_read(&ask->json, body, n, err);
	if (status == DT_OK)
		status = dt_json_read_only(ask->json, keys, err);
	if (status == DT_OK)
		status = dt_json_read_text(ask->json, "ask", 16, &ask->what,
		    err);
	size_t k = 0;
	while (status == DT_OK && kinds[k] != NULL &&
	    strcmp(kinds[k], ask->what) != 0)
		k++;
	if (status == DT_OK && kinds[k] == NULL)
		status = dt_status_fail(err, DT_EINPUT,
		    "'ask' is verdict, "
		    "thresholds, tornado, run, band, map, check, brief, compare, "
		    "pin, pins or withdraw");
	if (status == DT_OK)
		status = check_sets(json_object_get(ask->json, "set"), err);
	if (status == DT_OK)
		status = check_axis(dt_explore_ask_text(ask, "x"), err);
	if (status == DT_OK)
		status = check_axis(dt_explore_ask_text(ask, "y"), err);
	if (status == DT_OK)
		status = check_names(ask, err);
	if (status == DT_OK)
		status = check_play(ask, err);
	if (status == DT_OK)
		status = check_pin(ask, err);
	/* What is to be kept is not ended by the next. */
	bool kept = status == DT_OK && (strcmp(ask->what, "pin") == 0 ||
	    strcmp(ask->what, "withdraw") == 0);
	ask->page = status == DT_OK && !kept && dt_explore_ask_text(ask, "page") != NULL ?
	    dt_explore_ask_text(ask, "page") : "";
	return status;
}
