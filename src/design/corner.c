/* corner: see corner.h. */
#include "design/corner.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "treaty/channels.h"

/* What a word of --robust may name, and which of three it spreads. */
static const struct key {
	const char *name;
	bool spreads[3];        /* miss, false alarm, continuation */
} keys[] = {
	{ "monitoring.*", { true, true, false } },
	{ "monitoring.miss", { true, false, false } },
	{ "monitoring.false_alarm", { false, true, false } },
	{ "miss", { true, false, false } },
	{ "false_alarm", { false, true, false } },
	{ "continuation", { false, false, true } },
};
enum { KEYS = sizeof(keys) / sizeof(keys[0]) };

static const struct key *
find_key(const char *word, size_t length)
{
	for (size_t k = 0; k < KEYS; k++)
		if (strlen(keys[k].name) == length &&
		    strncmp(keys[k].name, word, length) == 0)
			return &keys[k];
	return NULL;
}

static enum dt_status
read_word(const char *word, double spread[3], struct dt_error *err)
{
	size_t name = strcspn(word, "="), length = strlen(word);
	const struct key *key = find_key(word, name);
	char number[64];
	double percent = 0;
	bool ok = key != NULL && word[name] == '=' && length - name < 60 &&
	    word[length - 1] == '%';
	if (ok) {
		(void)snprintf(number, sizeof(number), "%.*s",
		    (int)(length - name - 2), word + name + 1);
		ok = dt_number_read(number, &percent) && percent >= 0 &&
		    percent < 100;
	}
	if (!ok)
		return dt_status_fail(err, DT_EUSAGE, "--robust takes "
		    "monitoring.*, monitoring.miss, monitoring.false_alarm or "
		    "continuation with a share, as monitoring.*=20%%, not "
		    "'%s'", word);
	for (int k = 0; k < 3; k++)
		if (key->spreads[k])
			spread[k] = percent / 100;
	return DT_OK;
}

enum dt_status
dt_corner_read(const char *const *words, struct dt_corner *corners, size_t *n,
    struct dt_error *err)
{
	double spread[3] = { 0 };
	*n = 0;
	for (; words != NULL && *words != NULL; words++) {
		enum dt_status status = read_word(*words, spread, err);
		if (status != DT_OK)
			return status;
	}
	corners[(*n)++] = DT_CORNER_PLAIN;
	for (int up = 0; up < 4; up++) {
		double x[2];
		bool twice = false;
		for (int k = 0; k < 2; k++) {
			bool more = up >> k & 1;
			twice = twice || (more && spread[k] <= 0);
			x[k] = more ? 1 + spread[k] : 1 - spread[k];
		}
		if (spread[0] + spread[1] + spread[2] > 0 && !twice)
			corners[(*n)++] = (struct dt_corner){ .miss = x[0],
			    .false_alarm = x[1], .keep = 1 - spread[2] };
	}
	return DT_OK;
}

static void
scale(double *rate, double by)
{
	if (!isnan(*rate))
		*rate = dt_number_min(1, *rate * by);
}

/* A channel's own rates are what its formula gives, coverage included. */
static struct dt_monitor_signal
channel_at(const struct dt_treaty_monitoring *text, size_t k, int visibility,
    const struct dt_corner *at)
{
	const struct dt_treaty_channel *from = text->channels.items;
	struct dt_monitor_rates r = dt_channels_rates(&from[k]);
	scale(&r.miss, at->miss);
	scale(&r.false_alarm, at->false_alarm);
	struct dt_treaty_channel scaled = { .miss = r.miss,
	    .false_alarm = r.false_alarm, .coverage = 1,
	    .visibility = from[k].visibility, .common = from[k].common };
	struct dt_treaty_monitoring only = { .miss = NAN, .false_alarm = NAN,
	    .common_mode = text->common_mode, .channels = { &scaled, 1 } };
	return dt_channels_combine(&only, visibility);
}

/* All alarms of a visibility. */
static struct dt_monitor_signal
signal_of(const struct dt_treaty_monitoring *text, int visibility,
    const struct dt_corner *at)
{
	double miss[2] = { 1, 1 }, silent[2] = { 1, 1 };
	struct dt_monitor_signal s = { .blind = text->common_mode };
	double own[2] = { text->miss, text->false_alarm };
	for (size_t c = 0; c < text->channels.n; c++) {
		struct dt_monitor_signal one = channel_at(text, c, visibility,
		    at);
		for (int k = 0; k < 2; k++) {
			miss[k] *= one.in[k].miss;
			silent[k] *= 1 - one.in[k].false_alarm;
		}
	}
	scale(&own[0], at->miss);
	scale(&own[1], at->false_alarm);
	for (int k = 0; k < 2; k++) {
		bool set = visibility == DT_TREATY_PUBLIC;
		s.in[k].miss = set && !isnan(own[0]) ? own[0] : miss[k];
		s.in[k].false_alarm = set && !isnan(own[1]) ? own[1] :
		    1 - silent[k];
	}
	return s;
}

/* So much more is seen of a race, and so much less of a pause. */
static struct dt_monitor_signal
shift(struct dt_monitor_signal s, const struct dt_corner *at)
{
	for (int k = 0; k < 2; k++) {
		s.in[k].miss = dt_number_max(0, dt_number_min(1,
		    s.in[k].miss - at->seen));
		s.in[k].false_alarm = dt_number_max(0, dt_number_min(1,
		    s.in[k].false_alarm - at->quiet));
	}
	return s;
}

static void
set_patience(struct dt_comply_model *m, double keep)
{
	for (size_t i = 0; i < m->model.n; i++)
		m->patience[i] = keep;
	m->model.continuation_chance = keep;
	m->model.continuation = dt_random_threshold(keep);
}

void
dt_corner_move(struct dt_comply_model *m,
    const struct dt_treaty_monitoring *text, const struct dt_corner *at)
{
	double keep = at->continuation > 0 ? at->continuation :
	    m->model.continuation_chance;
	if (at->miss != 1 || at->false_alarm != 1 || at->seen != 0 ||
	    at->quiet != 0)
		m->model.terms.monitor = dt_monitor_common(
		    shift(signal_of(text, DT_TREATY_PUBLIC, at), at),
		    signal_of(text, DT_TREATY_PRIVATE, at));
	if (at->continuation > 0 || (keep < 1 && at->keep != 1))
		set_patience(m, dt_number_min(1 - 1e-9, keep * at->keep));
}

static void
add_words(struct dt_text *text, const char *what, double factor)
{
	if (factor != 1)
		dt_text_add(text, "%s%s times %.6g", text->size > 0 ? ", " :
		    "", what, factor);
}

const char *
dt_corner_words(struct dt_arena *arena, const struct dt_corner *at)
{
	struct dt_text text = { 0 };
	add_words(&text, "misses", at->miss);
	add_words(&text, "false alarms", at->false_alarm);
	add_words(&text, "continuation", at->keep);
	const char *words = text.failed ? NULL :
	    dt_arena_copy(arena, dt_text_string(&text));
	dt_text_free(&text);
	return words;
}
