/* option_read: words by tables of options; see option.h. */
#include <string.h>

#include "base/faults.h"
#include "base/option.h"

struct reader {
	struct dt_arena *arena;
	const struct dt_option *const *tables;
	int n, at;              /* at: the next word */
	const char *const *words;
	const char **operands;
	struct dt_options *options;
	struct dt_error *err;
};

static size_t
rows(const struct reader *r)
{
	size_t n = 0;
	for (size_t t = 0; r->tables[t] != NULL; t++)
		for (size_t i = 0; r->tables[t][i].name != NULL; i++)
			n++;
	return n;
}

/* By name of n bytes, or by letter where name is NULL. */
static const struct dt_option *
find(const struct reader *r, const char *name, size_t n, char letter)
{
	for (size_t t = 0; r->tables[t] != NULL; t++)
		for (const struct dt_option *row = r->tables[t];
		    row->name != NULL; row++)
			if (name == NULL ? row->letter == letter :
			    strlen(row->name) == n &&
			    memcmp(row->name, name, n) == 0)
				return row;
	return NULL;
}

static enum dt_status
unknown(const struct reader *r, const char *name, size_t n)
{
	const char **words = dt_arena_new(r->arena, rows(r) + 1,
	    sizeof(*words));
	char *wrong = dt_arena_copy_n(r->arena, name, n);
	size_t k = 0;
	if (words == NULL || wrong == NULL)
		return dt_status_no_memory(r->err);
	for (size_t t = 0; r->tables[t] != NULL; t++)
		for (size_t i = 0; r->tables[t][i].name != NULL; i++) {
			words[k] = dt_arena_print(r->arena, "--%s",
			    r->tables[t][i].name);
			if (words[k++] == NULL)
				return dt_status_no_memory(r->err);
		}
	return dt_status_fail(r->err, DT_EUSAGE, "unknown option '%s'%s",
	    wrong, dt_faults_near_words(r->arena, wrong, words));
}

/* A value of an option that takes only some words. */
static enum dt_status
check_word(const struct reader *r, const struct dt_option *option,
    const char *value)
{
	int n;
	if (option->words == NULL || strchr(option->words, '@') != NULL)
		return DT_OK;
	const char *const *words = dt_option_split(r->arena, option->words,
	    &n);
	if (words == NULL)
		return dt_status_no_memory(r->err);
	for (int i = 0; i < n; i++)
		if (strcmp(words[i], value) == 0)
			return DT_OK;
	const char *near = dt_faults_near_words(r->arena, value,
	    words);
	if (near[0] != '\0')
		return dt_status_fail(r->err, DT_EUSAGE, "--%s: there is no "
		    "'%s'%s", option->name, value, near);
	return dt_status_fail(r->err, DT_EUSAGE, "--%s: '%s' is not one of: "
	    "%s", option->name, value, option->words);
}

static enum dt_status
keep(struct reader *r, const struct dt_option *option, const char *value)
{
	struct dt_options *o = r->options;
	size_t i = 0;
	while (i < o->n && o->given[i].option != option)
		i++;
	struct dt_option_given *given = &o->given[i];
	if (i == o->n) {
		given->values = dt_arena_new(r->arena, (size_t)r->n + 2,
		    sizeof(*given->values));
		if (given->values == NULL)
			return dt_status_no_memory(r->err);
		given->option = option;
		o->n++;
	}
	/* A bundle may repeat a flag more often than there are words. */
	if (option->argument == NULL)
		given->n = 0;
	given->values[given->n++] = value;
	return check_word(r, option, value);
}

static enum dt_status
take(struct reader *r, const struct dt_option *option, const char *value)
{
	if (option->argument == NULL)
		return value == NULL ? keep(r, option, "") :
		    dt_status_fail(r->err, DT_EUSAGE, "--%s takes no value",
		    option->name);
	if (value == NULL && r->at < r->n)
		value = r->words[r->at++];
	if (value == NULL)
		return dt_status_fail(r->err, DT_EUSAGE, "--%s needs a "
		    "value: %s", option->name, option->argument);
	return keep(r, option, value);
}

static enum dt_status
take_long(struct reader *r, const char *word)
{
	size_t n = strcspn(word, "=");
	const struct dt_option *option = find(r, word + 2, n - 2, 0);
	if (option == NULL)
		return unknown(r, word, n);
	return take(r, option, word[n] == '=' ? word + n + 1 : NULL);
}

/* A letter takes the rest of its word as the value, if it needs one. */
static enum dt_status
take_short(struct reader *r, const char *word)
{
	for (const char *at = word + 1; *at != '\0'; at++) {
		const struct dt_option *option = find(r, NULL, 0, *at);
		if (option == NULL)
			return dt_status_fail(r->err, DT_EUSAGE,
			    "unknown option '-%c'", *at);
		bool rest = option->argument != NULL && at[1] != '\0';
		enum dt_status status = take(r, option, rest ? at + 1 : NULL);
		if (status != DT_OK || rest)
			return status;
	}
	return DT_OK;
}

static enum dt_status
take_all(struct reader *r)
{
	bool only_operands = false;
	while (r->at < r->n) {
		const char *word = r->words[r->at++];
		enum dt_status status = DT_OK;
		if (only_operands || word[0] != '-' || word[1] == '\0')
			r->operands[r->options->n_operands++] = word;
		else if (strcmp(word, "--") == 0)
			only_operands = true;
		else
			status = word[1] == '-' ? take_long(r, word) :
			    take_short(r, word);
		if (status != DT_OK)
			return status;
	}
	return DT_OK;
}

enum dt_status
dt_option_read(struct dt_arena *arena, const struct dt_option *const *tables,
    int n, const char *const *words, struct dt_options *options,
    struct dt_error *err)
{
	struct reader r = { .arena = arena, .tables = tables, .n = n,
	    .words = words, .options = options, .err = err };
	*options = (struct dt_options){ 0 };
	r.operands = dt_arena_new(arena, (size_t)n + 1, sizeof(*r.operands));
	options->given = dt_arena_new(arena, rows(&r) + 1,
	    sizeof(*options->given));
	if (r.operands == NULL || options->given == NULL)
		return dt_status_no_memory(err);
	options->operands = r.operands;
	return take_all(&r);
}
