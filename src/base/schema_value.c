/* schema_value: see schema_value.h. */
#include "base/schema_value.h"

#include "base/node_mend.h"
#include "base/number.h"
#include "base/schema_parts.h"

#include <math.h>
#include <string.h>

enum { SHOWN = 40, NAME_LENGTH = 64 };

const char *
dt_schema_shown(struct dt_schema_reader *r, const char *text)
{
	size_t n = strlen(text);
	size_t shown = dt_text_offset(text, n, SHOWN);
	const char *copy = dt_arena_print(r->arena, "%.*s%s", (int)shown,
	    text, shown < n ? "..." : "");
	r->failed = r->failed || copy == NULL;
	return copy ? copy : "";
}

static const char *
describe(struct dt_schema_reader *r, const struct dt_schema_key *key)
{
	struct dt_text text = { 0 };
	dt_schema_describe(key, &text);
	const char *words = text.failed ? NULL :
	    dt_arena_copy(r->arena, dt_text_string(&text));
	r->failed = r->failed || words == NULL;
	dt_text_free(&text);
	return words;
}

static bool
is_empty(const struct dt_node *node)
{
	return node->kind == DT_NODE_SCALAR && !node->quoted &&
	    node->text[0] == '\0';
}

static const char *
kind_word(enum dt_node_kind kind)
{
	return kind == DT_NODE_MAP ? "a map" : kind == DT_NODE_LIST ?
	    "a list" : "one value";
}

bool
dt_schema_check_kind(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, struct dt_place at, enum dt_node_kind kind)
{
	bool torn = node->kind == DT_NODE_SCALAR && node->torn;
	if (torn || (node->kind == kind && !is_empty(node)))
		return !torn;
	const char *help = describe(r, key);
	if (is_empty(node))
		dt_faults_add(r->faults, at, help, "no value for '%s'",
		    key->name);
	else
		dt_faults_add(r->faults, node->at, help,
		    "expected %s for '%s', not %s", kind_word(kind),
		    key->name, kind_word(node->kind));
	return false;
}

/* "slip 0.02" in place of a map is one whose only key lacks its colon. */
static bool
blame_colon(struct dt_schema_reader *r, const struct dt_schema *schema,
    const struct dt_node *node)
{
	size_t n = strcspn(node->text, " :=");
	size_t next = n + strspn(node->text + n, " "), value;
	if (node->kind != DT_NODE_SCALAR || node->quoted ||
	    node->text[n] == '\0')
		return false;
	const char *word = dt_arena_copy_n(r->arena, node->text, n);
	r->failed = r->failed || word == NULL;
	bool sign = node->text[next] == '=' || node->text[next] == ':';
	if (word == NULL || !(sign || dt_schema_key(schema, word)))
		return false;
	return dt_node_mend_colon(r->faults, node->at, node->text,
	    &value) > 0;
}

/* "a map of: miss, false_alarm" */
static const char *
describe_map(struct dt_schema_reader *r, const struct dt_schema *schema)
{
	const char *words = "a map of";
	for (size_t i = 0; schema->keys[i].name != NULL && words; i++)
		words = i == 8 ? dt_arena_print(r->arena, "%s, ...", words) :
		    i > 8 ? words : dt_arena_print(r->arena, "%s%s %s",
		    words, i > 0 ? "," : ":", schema->keys[i].name);
	r->failed = r->failed || words == NULL;
	return words;
}

bool
dt_schema_check_map(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_schema *schema, const struct dt_node *node,
    struct dt_place at)
{
	bool torn = node->kind == DT_NODE_SCALAR && node->torn;
	if (node->kind == DT_NODE_MAP || torn)
		return !torn;
	if (blame_colon(r, schema, node))
		return false;
	if (key != NULL && key->shorthand && !is_empty(node) &&
	    node->kind == DT_NODE_SCALAR)
		return true;
	const char *help = describe_map(r, schema);
	if (key != NULL && key->kind != NULL && help != NULL)
		help = dt_arena_print(r->arena, "%s; or the name of %s %s",
		    help, strchr("aeiou", key->kind[0]) ? "an" : "a",
		    key->kind);
	if (is_empty(node))
		dt_faults_add(r->faults, at, help, "no value for '%s'",
		    key ? key->name : schema->name);
	else
		dt_faults_add(r->faults, node->at, help, "expected a map for "
		    "'%s', not %s", key ? key->name : schema->name,
		    kind_word(node->kind));
	return false;
}

static bool
in_range(const struct dt_schema_key *key, double value)
{
	return !dt_schema_bounded(key) ||
	    (value >= key->least && value <= key->most);
}

/* 15 where a share belongs is often 15 per cent. */
static const char *
range_help(struct dt_schema_reader *r, const struct dt_schema_key *key, double value)
{
	char share[DT_NUMBER_SIZE];
	const char *help = describe(r, key);
	if (key->least < 0 || key->most != 1 || value < 2 || value > 100 ||
	    key->type != DT_NUMBER || help == NULL)
		return help;
	return dt_arena_print(r->arena, "%s: write %s for %s per cent", help,
	    dt_number_print_short(value / 100, 12, share),
	    dt_number_print_short(value, 12, (char[DT_NUMBER_SIZE]){ 0 }));
}

static void
check_range(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, double value)
{
	char end[DT_NUMBER_SIZE];
	if (in_range(key, value))
		return;
	bool over = value > key->most;
	dt_number_print(over ? key->most : key->least, end);
	dt_faults_add(r->faults, node->at, range_help(r, key, value),
	    "%s is %s value %s", dt_schema_shown(r, node->text),
	    over ? "over the largest" : "under the smallest", end);
}

/* What to write instead of a text that is no number, or what to choose from.
 * A guess that would not be accepted is none. */
static const char *
number_help(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const char *text)
{
	char guess[DT_NUMBER_SIZE];
	double value;
	bool whole = key->type == DT_COUNT;
	if (dt_number_read(text, &value) && strlen(text) < DT_NUMBER_SIZE)
		strcpy(guess, text);
	else if (!dt_number_suggest(text, guess) ||
	    !dt_number_read(guess, &value))
		return describe(r, key);
	if (!in_range(key, value) || (whole && (value != floor(value) ||
	    fabs(value) > 9e15)))
		return describe(r, key);
	if (whole)
		dt_number_print_short(value, 0, guess);
	return dt_arena_print(r->arena, "write %s", guess);
}

static void
blame_number(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node)
{
	const char *what = key->type == DT_COUNT ? "a whole number" :
	    "a number";
	double value;
	if (node->quoted && dt_number_read(node->text, &value))
		dt_faults_add(r->faults, node->at, "drop the quotes",
		    "a text where %s belongs", what);
	else
		dt_faults_add(r->faults, node->at,
		    number_help(r, key, node->text), "'%s' is not %s",
		    dt_schema_shown(r, node->text), what);
}

static void
read_number(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, double *member)
{
	if (node->quoted || !dt_number_read(node->text, member))
		blame_number(r, key, node);
	else
		check_range(r, key, node, *member);
}

static void
read_count(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, int64_t *member)
{
	if (node->quoted || !dt_number_read_whole(node->text, member))
		blame_number(r, key, node);
	else
		check_range(r, key, node, (double)*member);
}

static void
read_flag(struct dt_schema_reader *r, const struct dt_node *node,
    bool *member)
{
	static const char *const words[] = {
		"no", "yes", "false", "true",
		"off", "on", "n", "y", "0", "1", NULL,
	};
	const char *nearest = dt_faults_nearest(node->text, words);
	for (size_t i = 0; words[i] != NULL; i++) {
		bool same = strcmp(node->text, words[i]) == 0;
		if (same && i < 4 && !node->quoted) {
			*member = i % 2;
			return;
		}
		if (same)
			nearest = words[i];
	}
	const char *help = "yes or no";
	for (size_t i = 0; words[i] != NULL; i++)
		if (words[i] == nearest)
			help = i % 2 ? "write yes" : "write no";
	dt_faults_add(r->faults, node->at, help, "'%s' is neither yes nor no",
	    dt_schema_shown(r, node->text));
}

static void
read_word(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, int *member)
{
	for (int i = 0; key->words[i] != NULL; i++) {
		if (strcmp(node->text, key->words[i]) == 0) {
			*member = i;
			return;
		}
	}
	const char *help = dt_faults_suggest(r->faults, node->text,
	    key->words);
	dt_faults_add(r->faults, node->at, help ? help : describe(r, key),
	    "unknown %s '%s'", key->name, dt_schema_shown(r, node->text));
}

static bool
is_name(const char *text)
{
	static const char first[] = "abcdefghijklmnopqrstuvwxyz0123456789";
	size_t n = strlen(text);
	return n > 0 && n <= NAME_LENGTH && strchr(first, text[0]) != NULL &&
	    strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789.-") == n;
}

static void
read_name(struct dt_schema_reader *r, const struct dt_node *node,
    const char **member)
{
	*member = node->text;
	if (is_name(node->text))
		return;
	const char *help = "small letters, digits, '.' and '-'; at most 64";
	char *guess = dt_arena_copy(r->arena, node->text);
	r->failed = r->failed || guess == NULL;
	for (char *at = guess; at != NULL && *at != '\0'; at++)
		*at = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') :
		    strchr(" _", *at) != NULL ? '-' : *at;
	if (guess != NULL && is_name(guess))
		help = dt_arena_print(r->arena, "write '%s'", guess);
	dt_faults_add(r->faults, node->at, help, "'%s' is not a name",
	    dt_schema_shown(r, node->text));
}

void
dt_schema_read_value(struct dt_schema_reader *r, const struct dt_schema_key *key,
    const struct dt_node *node, struct dt_place at, void *member)
{
	if (key->type == DT_TEXT || key->type == DT_NAME)
		*(const char **)member = "";
	if (!dt_schema_check_kind(r, key, node, at, DT_NODE_SCALAR))
		return;
	if (key->type == DT_TEXT)
		*(const char **)member = node->text;
	else if (key->type == DT_NAME)
		read_name(r, node, member);
	else if (key->type == DT_NUMBER)
		read_number(r, key, node, member);
	else if (key->type == DT_COUNT)
		read_count(r, key, node, member);
	else if (key->type == DT_FLAG)
		read_flag(r, node, member);
	else if (key->type == DT_WORD)
		read_word(r, key, node, member);
}
