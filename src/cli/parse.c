/* parse: the arguments of a verb by its table of options; see verbs.h. */
#include "cli/parse.h"

#include <string.h>

#include "base/arena.h"

const struct dt_command_option dt_parse_common[] = {
	{ "color", 0, "WHEN", false, "auto always never",
	  "colour in messages; auto means on a terminal, unless NO_COLOR is "
	  "set" },
	{ "quiet", 'q', NULL, false, NULL, "no advice and no progress" },
	{ "help", 'h', NULL, false, NULL, "print this help" },
	{ 0 }
};

struct parser {
	struct dt_command_call *call;
	int argc, at;           /* at: the next argument */
	const char *const *argv;
	const char **operands;
};

/* Which of the rows it is, by name of n bytes, or by letter. */
static const struct dt_command_option *
find_in(const struct dt_command_option *row, const char *name, size_t n,
    char letter)
{
	for (; row != NULL && row->name != NULL; row++) {
		if (name == NULL ? row->letter == letter :
		    strlen(row->name) == n && memcmp(row->name, name, n) == 0)
			return row;
	}
	return NULL;
}

static const struct dt_command_option *
find(const struct parser *p, const char *name, size_t n, char letter)
{
	const struct dt_command_option *row =
	    find_in(p->call->command->options, name, n, letter);
	return row ? row : find_in(dt_parse_common, name, n, letter);
}

static size_t
count(const struct dt_command_option *row)
{
	size_t n = 0;
	while (row != NULL && row[n].name != NULL)
		n++;
	return n;
}

static enum dt_exit
unknown(const struct parser *p, const char *name, size_t n)
{
	const struct dt_command_call *call = p->call;
	const struct dt_command_option *own = call->command->options;
	size_t n_own = count(own), n_common = count(dt_parse_common);
	const char **words =
	    dt_arena_new(call->arena, n_own + n_common + 1, sizeof(*words));
	char *wrong = dt_arena_copy_n(call->arena, name, n);
	if (words == NULL || wrong == NULL)
		return dt_command_usage(call, "unknown option");
	for (size_t i = 0; i < n_own; i++)
		words[i] = dt_arena_print(call->arena, "--%s", own[i].name);
	for (size_t i = 0; i < n_common; i++)
		words[n_own + i] = dt_arena_print(call->arena, "--%s",
		    dt_parse_common[i].name);
	return dt_command_usage(call, "unknown option '%s'%s", wrong,
	    dt_command_nearest(call, wrong, words));
}

/* The words of a row as an array; NULL if any value may be given. */
static const char *const *
allowed(const struct parser *p, const struct dt_command_option *option)
{
	if (option->words == NULL || strchr(option->words, '@') != NULL)
		return NULL;
	size_t n = strlen(option->words) / 2 + 2;
	const char **words = dt_arena_new(p->call->arena, n, sizeof(*words));
	char *copy = dt_arena_copy(p->call->arena, option->words);
	if (words == NULL || copy == NULL)
		return NULL;
	char *rest = NULL;
	n = 0;
	for (char *word = strtok_r(copy, " ", &rest); word != NULL;
	    word = strtok_r(NULL, " ", &rest))
		words[n++] = word;
	return words;
}

static enum dt_exit
check_word(const struct parser *p, const struct dt_command_option *option,
    const char *value)
{
	const char *const *words = allowed(p, option);
	if (words == NULL)
		return DT_EXIT_OK;
	for (size_t i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], value) == 0)
			return DT_EXIT_OK;
	const char *near = dt_command_nearest(p->call, value, words);
	if (near[0] != '\0')
		return dt_command_usage(p->call, "--%s: there is no '%s'%s",
		    option->name, value, near);
	return dt_command_usage(p->call, "--%s: '%s' is not one of: %s",
	    option->name, value, option->words);
}

static enum dt_exit
keep(struct parser *p, const struct dt_command_option *option,
    const char *value)
{
	struct dt_command_call *call = p->call;
	size_t i = 0;
	while (i < call->n_given && call->given[i].option != option)
		i++;
	struct dt_command_given *given = &call->given[i];
	if (i == call->n_given) {
		given->values = dt_arena_new(call->arena, p->argc + 2,
		    sizeof(*given->values));
		if (given->values == NULL)
			return dt_command_usage(call, "out of memory");
		given->option = option;
		call->n_given++;
	}
	/* A bundle may repeat a flag more often than there are arguments. */
	if (option->argument == NULL)
		given->n = 0;
	given->values[given->n++] = value;
	return check_word(p, option, value);
}

static enum dt_exit
take(struct parser *p, const struct dt_command_option *option,
    const char *value)
{
	if (option->argument == NULL)
		return value == NULL ? keep(p, option, "") :
		    dt_command_usage(p->call, "--%s takes no value",
		    option->name);
	if (value == NULL && p->at < p->argc)
		value = p->argv[p->at++];
	if (value == NULL)
		return dt_command_usage(p->call, "--%s needs a value: %s",
		    option->name, option->argument);
	return keep(p, option, value);
}

static enum dt_exit
take_long(struct parser *p, const char *arg)
{
	size_t n = strcspn(arg, "=");
	const struct dt_command_option *option = find(p, arg + 2, n - 2, 0);
	if (option == NULL)
		return unknown(p, arg, n);
	return take(p, option, arg[n] == '=' ? arg + n + 1 : NULL);
}

/* A letter takes the rest of its argument as the value, if it needs one. */
static enum dt_exit
take_short(struct parser *p, const char *arg)
{
	for (const char *at = arg + 1; *at != '\0'; at++) {
		const struct dt_command_option *option = find(p, NULL, 0, *at);
		if (option == NULL)
			return dt_command_usage(p->call,
			    "unknown option '-%c'", *at);
		bool rest = option->argument != NULL && at[1] != '\0';
		enum dt_exit exit = take(p, option, rest ? at + 1 : NULL);
		if (exit != DT_EXIT_OK || rest)
			return exit;
	}
	return DT_EXIT_OK;
}

static enum dt_exit
count_operands(const struct dt_command_call *call)
{
	const struct dt_command *command = call->command;
	if (dt_command_value(call, "help") != NULL)
		return DT_EXIT_OK;
	if (call->n_operands < command->least)
		return dt_command_usage(call, "it needs %s",
		    command->operands);
	if (command->most >= 0 && call->n_operands > command->most)
		return dt_command_usage(call, "one argument too many: '%s'",
		    call->operands[command->most]);
	return DT_EXIT_OK;
}

static enum dt_exit
take_all(struct parser *p)
{
	bool only_operands = false;
	while (p->at < p->argc) {
		const char *arg = p->argv[p->at++];
		enum dt_exit exit = DT_EXIT_OK;
		if (only_operands || arg[0] != '-' || arg[1] == '\0')
			p->operands[p->call->n_operands++] = arg;
		else if (strcmp(arg, "--") == 0)
			only_operands = true;
		else
			exit = arg[1] == '-' ? take_long(p, arg) :
			    take_short(p, arg);
		if (exit != DT_EXIT_OK)
			return exit;
	}
	return count_operands(p->call);
}

enum dt_exit
dt_parse(struct dt_command_call *call, int argc, const char *const *argv)
{
	struct parser p = { .call = call, .argc = argc, .argv = argv };
	size_t rows = count(call->command->options) +
	    count(dt_parse_common);
	p.operands = dt_arena_new(call->arena, argc + 1, sizeof(*p.operands));
	call->given = dt_arena_new(call->arena, rows, sizeof(*call->given));
	if (p.operands == NULL || call->given == NULL)
		return dt_command_usage(call, "out of memory");
	call->operands = p.operands;
	return take_all(&p);
}

int
dt_parse_leading(int argc, const char *const *argv)
{
	int at = 0;
	while (at < argc && argv[at][0] == '-') {
		const char *arg = argv[at++];
		if (strcmp(arg, "--color") == 0)
			at++;
		else if (strncmp(arg, "--color=", 8) != 0 &&
		    strcmp(arg, "--quiet") != 0 && strcmp(arg, "-q") != 0)
			return at - 1;
	}
	return at < argc ? at : argc;
}
