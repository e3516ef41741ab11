/* parse: see parse.h. */
#include "cli/parse.h"

#include <string.h>

const struct dt_option dt_parse_common[] = {
	{ "color", 0, "WHEN", false, "auto always never",
	  "colour in messages; auto means on a terminal, unless NO_COLOR is "
	  "set" },
	{ "quiet", 'q', NULL, false, NULL, "no advice and no progress" },
	{ "help", 'h', NULL, false, NULL, "print this help" },
	{ 0 }
};

static enum dt_exit
count_operands(const struct dt_command_call *call)
{
	const struct dt_command *command = call->command;
	int n = call->options.n_operands;
	if (dt_command_value(call, "help") != NULL)
		return DT_EXIT_OK;
	if (n < command->least)
		return dt_command_usage(call, "it needs %s",
		    command->operands);
	if (command->most >= 0 && n > command->most)
		return dt_command_usage(call, "one argument too many: '%s'",
		    call->options.operands[command->most]);
	return DT_EXIT_OK;
}

enum dt_exit
dt_parse(struct dt_command_call *call, int argc, const char *const *argv)
{
	struct dt_error err;
	const struct dt_command *command = call->command;
	const struct dt_option *tables[4] = { NULL };
	size_t n = 0;
	if (command->options != NULL)
		tables[n++] = command->options;
	if (command->more != NULL)
		tables[n++] = command->more;
	tables[n] = dt_parse_common;
	if (dt_option_read(call->arena, tables, argc, argv, &call->options,
	    &err) != DT_OK)
		return dt_command_usage(call, "%s", err.message);
	call->n_operands = call->options.n_operands;
	call->operands = call->options.operands;
	return count_operands(call);
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
