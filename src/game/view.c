/* view: see view.h. */
#include "game/view.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"

const char *const dt_view_phase_words[] = {
	"none", "open", "in force", "suspended", "ended", NULL
};

struct dt_view
dt_view_of(size_t agents, size_t index)
{
	size_t bits = index / agents % 8;
	return (struct dt_view){
		.alarms = index % agents,
		.flagged = bits & 1, .raced = bits & 2, .party = bits & 4,
		.phase = (enum dt_phase)(index / agents / 8),
	};
}

/* The quantities, flags first. The order is that of the words below. */
enum quantity {
	FLAGGED, RACED, PARTY, OPEN, IN_FORCE, SUSPENDED, ENDED, FLAGS,
	ALARMS = FLAGS, ALARM_SHARE, OTHERS, DETECTION, FALSE_ALARM, FINE,
	BOND, NOTICE, CONTINUATION, LEAD, RACE_FIRST = LEAD, BEHIND, SHARE,
	OVERSIGHT, GENERATION
};

static const char *const quantity_words[] = {
	"flagged", "raced", "party", "open", "in_force", "suspended", "ended",
	"alarms", "alarm_share", "others", "detection", "false_alarm", "fine",
	"bond", "notice", "continuation", "lead", "behind",
	"capability_share", "oversight", "generation", NULL
};

static const char *const operator_words[] = {
	"<=", ">=", "==", "!=", "<", ">", NULL
};

static double
race_quantity(int which, const struct dt_view_race *race)
{
	switch (which) {
	case LEAD: return race->lead;
	case BEHIND: return race->behind;
	case SHARE: return race->share;
	case OVERSIGHT: return race->oversight;
	default: return race->generation;
	}
}

/* Where nobody races for anything. */
static double
standing_quantity(int which, const struct dt_view_constants *c)
{
	struct dt_view_race level = { .share = 1 / (double)c->agents,
		.oversight = 1 };
	return race_quantity(which, c->race != NULL ? c->race : &level);
}

static double
quantity(int which, const struct dt_view *view,
    const struct dt_view_constants *c)
{
	double others = (double)c->agents - 1;
	switch (which) {
	case FLAGGED: return view->flagged;
	case RACED: return view->raced;
	case PARTY: return view->party;
	case OPEN: return view->phase == DT_PHASE_OPEN;
	case IN_FORCE: return view->phase == DT_PHASE_IN_FORCE;
	case SUSPENDED: return view->phase == DT_PHASE_SUSPENDED;
	case ENDED: return view->phase == DT_PHASE_ENDED;
	case ALARMS: return (double)view->alarms;
	case ALARM_SHARE: return others > 0 ? view->alarms / others : 0;
	case OTHERS: return others;
	case DETECTION: return c->detection;
	case FALSE_ALARM: return c->false_alarm;
	case FINE: return c->fine;
	case BOND: return c->bond;
	case NOTICE: return c->notice;
	case CONTINUATION: return c->continuation;
	default: return standing_quantity(which, c);
	}
}

static bool
compare(int operator, double left, double right)
{
	switch (operator) {
	case 0: return left <= right;
	case 1: return left >= right;
	case 2: return left == right;
	case 3: return left != right;
	case 4: return left < right;
	default: return left > right;
	}
}

bool
dt_view_looks_at_terms(const char *when)
{
	static const char between[] = " \t\n<>=!";
	while (*when != '\0') {
		size_t n = strcspn(when, between);
		for (size_t i = DETECTION; quantity_words[i] != NULL; i++)
			if (strlen(quantity_words[i]) == n &&
			    strncmp(when, quantity_words[i], n) == 0)
				return true;
		when += n;
		when += strspn(when, between);
	}
	return false;
}

bool
dt_view_holds(const struct dt_view_condition *condition,
    const struct dt_view *view, const struct dt_view_constants *constants)
{
	for (size_t i = 0; i < condition->n; i++) {
		const struct dt_view_term *term = &condition->terms[i];
		double left = quantity(term->left, view, constants);
		bool holds = left != 0;
		if (term->look >= 0 && constants->runs) {
			holds = view->looks >> term->look & 1;
		} else if (term->operator >= 0) {
			double right = term->right < 0 ? term->number :
			    quantity(term->right, view, constants);
			holds = compare(term->operator, left, right);
		}
		if (holds == term->negated)
			return false;
	}
	return true;
}

bool
dt_view_look(struct dt_view_condition *condition, struct dt_view_looks *looks)
{
	for (size_t i = 0; i < condition->n; i++) {
		struct dt_view_term *t = &condition->terms[i];
		size_t k = 0;
		if (t->left < RACE_FIRST)
			continue;
		while (k < looks->n && (looks->list[k].quantity != t->left ||
		    looks->list[k].operator != t->operator ||
		    looks->list[k].number != t->number))
			k++;
		if (k == DT_VIEW_LOOKS_MOST)
			return false;
		if (k == looks->n)
			looks->list[looks->n++] = (struct dt_view_look){
			    t->left, t->operator, t->number };
		t->look = (int)k;
	}
	return true;
}

unsigned
dt_view_looked(const struct dt_view_looks *looks,
    const struct dt_view_race *race)
{
	unsigned set = 0;
	for (size_t k = 0; k < looks->n; k++) {
		const struct dt_view_look *l = &looks->list[k];
		if (compare(l->operator, race_quantity(l->quantity, race),
		    l->number))
			set |= 1u << k;
	}
	return set;
}

/* Reading: a cursor over the words of the text. */
struct reader {
	const char *text, *word;
	size_t length;          /* of the current word; 0 at the end */
	struct dt_place at;
	struct dt_faults *faults;
};

static bool
is_operator(char c)
{
	return c != '\0' && strchr("<>=!&|", c) != NULL;
}

static void
advance(struct reader *r)
{
	r->word += r->length;
	while (isspace((unsigned char)*r->word))
		r->word++;
	const char *end = r->word;
	if (is_operator(*end))
		while (is_operator(*end))
			end++;
	else
		while (*end != '\0' && !isspace((unsigned char)*end) &&
		    !is_operator(*end))
			end++;
	r->length = end - r->word;
}

static bool
is_word(const struct reader *r, const char *word)
{
	return strlen(word) == r->length &&
	    memcmp(r->word, word, r->length) == 0;
}

static int
find(const struct reader *r, const char *const *words)
{
	for (int i = 0; words[i] != NULL; i++)
		if (is_word(r, words[i]))
			return i;
	return -1;
}

/* Characters between two places of a UTF-8 text. */
static size_t
characters(const char *from, const char *to)
{
	size_t n = 0;
	for (; from < to; from++)
		n += (*from & 0xc0) != 0x80;
	return n;
}

static enum dt_status
wrong(struct reader *r, const char *expected, const char *const *words)
{
	struct dt_place at = r->at;
	at.column += characters(r->text, r->word);
	at.length = r->length ? characters(r->word, r->word + r->length) : 1;
	if (r->length == 0)
		return dt_faults_add(r->faults, at, NULL,
		    "the condition ends where %s should be", expected);
	char *word = dt_arena_copy_n(r->faults->arena, r->word, r->length);
	if (word == NULL)
		return DT_ENOMEM;
	const char *help = words == NULL ? NULL :
	    dt_faults_suggest(r->faults, word, words);
	return dt_faults_add(r->faults, at, help, "'%s' is not %s", word,
	    expected);
}

/* Bits of a view are made of a number each. */
static enum dt_status
read_race_value(struct reader *r, struct dt_view_term *term)
{
	char *word = dt_arena_copy_n(r->faults->arena, r->word, r->length);
	term->right = -1;
	if (word == NULL)
		return DT_ENOMEM;
	if (!dt_number_read(word, &term->number))
		return wrong(r, "a number, with which the race is compared",
		    NULL);
	advance(r);
	return DT_OK;
}

static enum dt_status
read_value(struct reader *r, struct dt_view_term *term)
{
	term->right = find(r, quantity_words);
	if (term->right >= RACE_FIRST)
		return wrong(r, "to be compared with: let it stand on the "
		    "left, and a number on the right", NULL);
	if (term->right >= FLAGS) {
		advance(r);
		return DT_OK;
	}
	term->right = -1;
	char *word = dt_arena_copy_n(r->faults->arena, r->word, r->length);
	if (word == NULL)
		return DT_ENOMEM;
	if (!dt_number_read(word, &term->number))
		return wrong(r, "a number or a quantity",
		    quantity_words + FLAGS);
	advance(r);
	return DT_OK;
}

static enum dt_status
read_term(struct reader *r, struct dt_view_term *term)
{
	term->operator = term->look = -1;
	term->negated = is_word(r, "not");
	if (term->negated)
		advance(r);
	term->left = find(r, quantity_words);
	if (term->left < 0)
		return wrong(r, "something an agent sees", quantity_words);
	advance(r);
	if (term->left < FLAGS)
		return DT_OK;
	term->operator = find(r, operator_words);
	if (term->operator < 0)
		return wrong(r, "a comparison", operator_words);
	advance(r);
	return term->left >= RACE_FIRST ? read_race_value(r, term) :
	    read_value(r, term);
}

enum dt_status
dt_view_compile(const char *when, struct dt_place at,
    struct dt_view_condition *condition, struct dt_faults *faults)
{
	struct reader r = { .text = when, .word = when, .at = at,
	    .faults = faults };
	condition->n = 0;
	advance(&r);
	for (;;) {
		if (condition->n == DT_VIEW_TERMS_MOST)
			return dt_faults_add(faults, at, NULL, "a condition "
			    "has at most %d terms", DT_VIEW_TERMS_MOST);
		enum dt_status status =
		    read_term(&r, &condition->terms[condition->n++]);
		if (status != DT_OK || r.length == 0)
			return status;
		if (!is_word(&r, "and"))
			return wrong(&r, "'and', which joins comparisons",
			    NULL);
		advance(&r);
	}
}
