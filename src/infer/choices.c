/* choices: see choices.h. */
#include "infer/choices.h"

#include <string.h>

size_t
dt_choices_subject(struct dt_choices *c, struct dt_arena *arena,
    const char *name)
{
	const char **list = dt_arena_grow(arena, c->subjects, c->n_subjects,
	    &c->room_subjects, sizeof(*list));
	if (list == NULL)
		return SIZE_MAX;
	c->subjects = list;
	list[c->n_subjects] = name;
	return c->n_subjects++;
}

static bool
make_room(struct dt_choices *c, struct dt_arena *arena, size_t n)
{
	if (c->n + n <= c->room)
		return true;
	size_t room = 2 * c->room > c->n + n ? 2 * c->room : c->n + n;
	struct dt_choice *list = dt_arena_new(arena, room, sizeof(*list));
	if (list == NULL)
		return false;
	if (c->n > 0)
		memcpy(list, c->list, c->n * sizeof(*list));
	c->list = list;
	c->room = room;
	return true;
}

enum dt_status
dt_choices_add(struct dt_choices *c, struct dt_arena *arena, size_t subject,
    const struct dt_choices_row *rows, size_t n, struct dt_error *err)
{
	struct dt_choices_match *matches = dt_arena_grow(arena, c->matches,
	    c->n_matches, &c->room_matches, sizeof(*matches));
	if (matches == NULL || !make_room(c, arena, n))
		return dt_status_no_memory(err);
	c->matches = matches;
	matches[c->n_matches++] = (struct dt_choices_match){ subject, c->n,
		n };
	for (size_t t = 0; t < n; t++) {
		const struct dt_choices_row *now = &rows[t];
		const struct dt_choices_row *last = t > 0 ? &rows[t - 1] :
		    &(const struct dt_choices_row){ 0 };
		c->list[c->n++] = (struct dt_choice){ (uint16_t)dt_view_index(
		    c->agents, last->alarms, last->finding, last->raced,
		    now->party, now->phase), now->race };
	}
	return DT_OK;
}

/* 0 or 1; -1: neither. */
static int
move_of(char letter)
{
	return strchr("PpCc", letter) != NULL ? 0 :
	    strchr("RrDd", letter) != NULL ? 1 : -1;
}

/* "PPR/PRR" of n letters each. */
static enum dt_status
add_words(struct dt_choices *c, struct dt_arena *arena, size_t subject,
    const char *words, size_t n, struct dt_error *err)
{
	struct dt_choices_row *rows = dt_arena_new(arena, n,
	    sizeof(*rows));
	if (rows == NULL)
		return dt_status_no_memory(err);
	for (size_t t = 0; t < n; t++) {
		int mine = move_of(words[t]), other = move_of(words[n + 1 +
		    t]);
		if (mine < 0 || other < 0)
			return dt_status_fail(err, DT_EUSAGE, "a move is P "
			    "or R, not '%c'", words[mine < 0 ? t : n + 1 + t]);
		rows[t] = (struct dt_choices_row){ .race = mine,
			.raced = mine, .alarms = (size_t)other,
			.phase = DT_PHASE_NONE };
	}
	return dt_choices_add(c, arena, subject, rows, n, err);
}

enum dt_status
dt_choices_of_words(struct dt_choices *c, struct dt_arena *arena,
    const char *words, struct dt_error *err)
{
	c->agents = 2;
	size_t subject = dt_choices_subject(c, arena, "the subject");
	enum dt_status status = subject == SIZE_MAX ?
	    dt_status_no_memory(err) : DT_OK;
	while (status == DT_OK && *words != '\0') {
		size_t all = strcspn(words, ","), n = strcspn(words, "/");
		if (n == 0 || all != 2 * n + 1)
			return dt_status_fail(err, DT_EUSAGE, "play is written "
			    "as PPR/PRR: as many moves of the subject as of "
			    "the other, not '%.*s'", (int)(all < 40 ? all :
			    40), words);
		status = add_words(c, arena, subject, words, n, err);
		words += all + (words[all] == ',');
	}
	return status;
}
