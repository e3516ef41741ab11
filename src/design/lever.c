/* lever: from words to levers; see lever.h. */
#include "design/lever.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

/* What a word may have behind `=`. */
enum form { FLAG, RANGE, MONEY, NOTHING };

static const struct row {
	const char *word;
	enum dt_lever_kind kind;
	enum form form;
	int64_t least, most;    /* of a range that is not given */
} rows[] = {
	{ "channels", DT_LEVER_CHANNEL, FLAG, 0, 1 },
	{ "items", DT_LEVER_ITEMS, RANGE, 1, 0 },
	{ "suspension", DT_LEVER_SUSPENSION, RANGE, 0, 12 },
	{ "expulsion", DT_LEVER_EXPULSION, FLAG, 0, 1 },
	{ "end", DT_LEVER_END, FLAG, 0, 1 },
	{ "lapse", DT_LEVER_LAPSE, FLAG, 0, 1 },
	{ "notice", DT_LEVER_NOTICE, RANGE, 0, 3 },
	{ "sharing", DT_LEVER_SHARING, FLAG, 0, 1 },
	{ "entry", DT_LEVER_ENTRY, RANGE, 2, 0 },
	{ "forgiveness", DT_LEVER_FORGIVENESS, RANGE, 0, 6 },
	{ "accusers", DT_LEVER_ACCUSERS, RANGE, 0, 0 },
	{ "fine", DT_LEVER_FINE, MONEY, 0, 0 },
	{ "bond", DT_LEVER_BOND, MONEY, 0, 0 },
	{ "tariff", DT_LEVER_TARIFF, MONEY, 0, 0 },
	{ "payments", DT_LEVER_PAYMENT, MONEY, 0, 0 },
	{ "thresholds", DT_LEVER_THRESHOLD, NOTHING, 0, 0 },
	{ "ladder", DT_LEVER_KINDS, NOTHING, 0, 0 },    /* base.h heeds it */
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

struct reader {
	struct dt_arena *arena;
	const struct dt_lever_request *request;
	struct dt_levers *levers;
	struct dt_error *err;
};

static const struct row *
find_row(const char *word, size_t length)
{
	for (size_t k = 0; k < ROWS; k++)
		if (strlen(rows[k].word) == length &&
		    strncmp(rows[k].word, word, length) == 0)
			return &rows[k];
	return NULL;
}

static enum dt_status
no_such(struct reader *r, const char *option, const char *word, size_t n)
{
	struct dt_text all = { 0 };
	for (size_t k = 0; k < ROWS; k++)
		dt_text_add(&all, "%s%s", k > 0 ? ", " : "", rows[k].word);
	enum dt_status status = dt_status_fail(r->err, DT_EUSAGE,
	    "%s: there is no lever '%.*s'; there are %s", option, (int)n,
	    word, dt_text_string(&all));
	dt_text_free(&all);
	return status;
}

/* "A:B" or "A:B:STEP", or one value. */
static bool
read_range(struct dt_arena *arena, const char *word, size_t length,
    int64_t range[3])
{
	double x[3] = { 0, 0, 1 };
	size_t n = 0;
	const char *end = word + length;
	while (n < 3) {
		size_t part = strcspn(word, ":,");
		char *one = dt_arena_copy_n(arena, word, part);
		if (one == NULL || !dt_number_read(one, &x[n]) ||
		    x[n] != floor(x[n]) || x[n] < 0 || x[n] > 1e9)
			return false;
		n++;
		word += part;
		if (word >= end)
			break;
		word++;
	}
	if (n == 1)
		x[1] = x[0];
	for (int k = 0; k < 3; k++)
		range[k] = (int64_t)x[k];
	return word >= end && range[2] >= 1 && range[0] <= range[1] &&
	    (range[1] - range[0]) / range[2] < DT_LEVER_VALUES;
}

static enum dt_status
add_choice(struct reader *r, const struct row *row, const char *name,
    size_t part, const int64_t range[3])
{
	struct dt_levers *all = r->levers;
	size_t n = (size_t)((range[1] - range[0]) / range[2]) + 1;
	int64_t *values = dt_arena_new(r->arena, n, sizeof(*values));
	if (all->n_choices == DT_LEVER_CHOICES)
		return dt_status_fail(r->err, DT_EUSAGE, "--levers: more "
		    "than %d choices; leave some out", DT_LEVER_CHOICES);
	if (values == NULL || name == NULL)
		return dt_status_no_memory(r->err);
	for (size_t k = 0; k < n; k++)
		values[k] = range[0] + (int64_t)k * range[2];
	all->choice[all->n_choices++] = (struct dt_lever){
	    .kind = row->kind, .name = name, .part = part, .values = values,
	    .n = n, .flag = row->form == FLAG };
	all->cells *= (double)n;
	return DT_OK;
}

static enum dt_status
add_money(struct reader *r, enum dt_lever_kind kind, const char *name,
    size_t part, size_t from, size_t to)
{
	struct dt_levers *all = r->levers;
	if (all->n_money == DT_LEVER_MONEY)
		return dt_status_fail(r->err, DT_EUSAGE, "--levers: more "
		    "than %d amounts; leave some out", DT_LEVER_MONEY);
	if (name == NULL)
		return dt_status_no_memory(r->err);
	all->money[all->n_money++] = (struct dt_lever){ .kind = kind,
	    .name = name, .part = part, .from = from, .to = to,
	    .cap = INFINITY };
	return DT_OK;
}

/* One lever for each channel that is there, or that draws a sample. */
static enum dt_status
add_channels(struct reader *r, const struct row *row, const int64_t *given)
{
	const struct dt_list *list = &r->request->base->monitoring.channels;
	const struct dt_treaty_channel *of = list->items;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < list->n && status == DT_OK; k++) {
		bool items = row->kind == DT_LEVER_ITEMS;
		int64_t range[3] = { 0, 1, 1 };
		if (items && of[k].sample.items == 0)
			continue;
		if (items) {
			range[0] = 1;
			range[1] = of[k].sample.items;
		}
		if (given != NULL)
			memcpy(range, given, sizeof(range));
		if (items && (range[0] < 1 || range[1] > of[k].sample.items))
			return dt_status_fail(r->err, DT_EUSAGE, "--levers: "
			    "%s has 1 to %lld items to inspect",
			    of[k].origin.name,
			    (long long)of[k].sample.items);
		status = add_choice(r, row, dt_arena_print(r->arena, "%s %s",
		    items ? "items of" : "channel", of[k].origin.name), k,
		    range);
	}
	return status;
}

static enum dt_status
add_fines(struct reader *r)
{
	size_t n = r->request->base->response.ladder.n;
	enum dt_status status = DT_OK;
	if (n <= 1)
		return add_money(r, DT_LEVER_FINE, "fine", 0, 0, 0);
	for (size_t k = 0; k < n && status == DT_OK; k++)
		status = add_money(r, DT_LEVER_FINE, dt_arena_print(r->arena,
		    "fine of rung %zu", k + 1), k, 0, 0);
	return status;
}

static enum dt_status
add_payments(struct reader *r)
{
	enum dt_status status = DT_OK;
	const char *const *agents = r->request->agents;
	for (size_t i = 0; i < r->request->n_agents; i++)
		for (size_t j = 0; j < r->request->n_agents; j++)
			if (i != j && status == DT_OK)
				status = add_money(r, DT_LEVER_PAYMENT,
				    dt_arena_print(r->arena, "payment from "
				    "%s to %s", agents[i], agents[j]), 0, i,
				    j);
	return status;
}

static enum dt_status
add_thresholds(struct reader *r)
{
	const struct dt_list *list = &r->request->base->monitoring.channels;
	const struct dt_treaty_channel *of = list->items;
	struct dt_levers *all = r->levers;
	for (size_t k = 0; k < list->n; k++) {
		if (of[k].measure.origin.node == NULL)
			continue;
		if (all->n_rates == DT_LEVER_RATES)
			return dt_status_fail(r->err, DT_EUSAGE, "--levers: "
			    "more than %d channels that measure",
			    DT_LEVER_RATES);
		all->rate[all->n_rates++] = (struct dt_lever){
		    .kind = DT_LEVER_THRESHOLD, .part = k,
		    .name = dt_arena_print(r->arena, "threshold of %s",
		    of[k].origin.name) };
	}
	return all->n_rates > 0 ? DT_OK : dt_status_fail(r->err, DT_EUSAGE,
	    "--levers: no channel of the text has a `measure`, whose "
	    "threshold could be moved");
}

static enum dt_status
add(struct reader *r, const struct row *row, const int64_t *given)
{
	int64_t range[3] = { row->least, row->most, 1 };
	if (given != NULL)
		memcpy(range, given, sizeof(range));
	else if (row->kind == DT_LEVER_ENTRY ||
	    row->kind == DT_LEVER_ACCUSERS)
		range[1] = (int64_t)r->request->n_signers -
		    (row->kind == DT_LEVER_ACCUSERS);
	if (range[1] < range[0])
		range[1] = range[0];
	switch (row->kind) {
	case DT_LEVER_CHANNEL:
	case DT_LEVER_ITEMS:
		return add_channels(r, row, given);
	case DT_LEVER_FINE:
		return add_fines(r);
	case DT_LEVER_PAYMENT:
		return add_payments(r);
	case DT_LEVER_BOND:
	case DT_LEVER_TARIFF:
		return add_money(r, row->kind, row->word, 0, 0, 0);
	case DT_LEVER_THRESHOLD:
		return add_thresholds(r);
	case DT_LEVER_KINDS:
		return DT_OK;
	default:
		return add_choice(r, row, row->word, 0, range);
	}
}

static enum dt_status
read_word(struct reader *r, const char *word, size_t length)
{
	size_t name = strcspn(word, "=,");
	name = name < length ? name : length;
	const struct row *row = find_row(word, name);
	int64_t range[3];
	if (row == NULL)
		return no_such(r, "--levers", word, name);
	if (name == length)
		return add(r, row, NULL);
	if (row->form != RANGE || !read_range(r->arena, word + name + 1,
	    length - name - 1, range))
		return dt_status_fail(r->err, DT_EUSAGE, "--levers: '%.*s': "
		    "%s", (int)length, word, row->form == RANGE ?
		    "give whole numbers as A:B or A:B:STEP" : row->form ==
		    MONEY ? "its most is a --cap" : "it takes no range");
	return add(r, row, range);
}

static enum dt_status
read_cap(struct reader *r, const char *word)
{
	size_t name = strcspn(word, "=");
	const struct row *row = find_row(word, name);
	double cap;
	bool any = false;
	if (row == NULL)
		return no_such(r, "--cap", word, name);
	if (word[name] != '=' || !dt_number_read(word + name + 1, &cap) ||
	    cap < 0 || cap > 1e9 || row->form != MONEY)
		return dt_status_fail(r->err, DT_EUSAGE, "--cap takes "
		    "fine, bond, tariff or payments with a most amount, as "
		    "fine=4, not '%s'", word);
	for (size_t k = 0; k < r->levers->n_money; k++)
		if (r->levers->money[k].kind == row->kind) {
			r->levers->money[k].cap = cap;
			any = true;
		}
	return any ? DT_OK : dt_status_fail(r->err, DT_EUSAGE, "--cap %s: "
	    "'%s' is not among the levers", word, row->word);
}

/* Short grids, since all their combinations are looked at. */
enum { USUAL_ROUNDS = 4, USUAL_ITEMS = 10 };

/* What costs nothing, what the text has parts for, and a fine. */
static enum dt_status
add_usual(struct reader *r)
{
	static const int64_t few[] = { 0, USUAL_ROUNDS, 1 };
	static const enum dt_lever_kind usual[] = { DT_LEVER_LAPSE,
	    DT_LEVER_SHARING, DT_LEVER_SUSPENSION, DT_LEVER_CHANNEL,
	    DT_LEVER_ITEMS, DT_LEVER_FINE };
	enum dt_status status = DT_OK;
	for (size_t u = 0; u < sizeof(usual) / sizeof(usual[0]); u++)
		for (size_t k = 0; k < ROWS && status == DT_OK; k++)
			if (rows[k].kind == usual[u])
				status = add(r, &rows[k], usual[u] ==
				    DT_LEVER_SUSPENSION ? few : NULL);
	return status ? status : dt_lever_shorten(r->arena, r->levers,
	    DT_LEVER_ITEMS, USUAL_ITEMS, r->err);
}

enum dt_status
dt_lever_read(struct dt_arena *arena, const struct dt_lever_request *request,
    struct dt_levers *levers, struct dt_error *err)
{
	struct reader r = { arena, request, levers, err };
	const char *word = request->words;
	*levers = (struct dt_levers){ .cells = 1 };
	enum dt_status status = word == NULL ? add_usual(&r) : DT_OK;
	while (word != NULL && status == DT_OK) {
		size_t length = strcspn(word, ",");
		status = read_word(&r, word, length);
		word = word[length] == ',' ? word + length + 1 : NULL;
	}
	for (const char *const *cap = request->caps; cap != NULL &&
	    *cap != NULL && status == DT_OK; cap++)
		status = read_cap(&r, *cap);
	return status;
}
