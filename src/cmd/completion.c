/* completion: `detente completion SHELL`, made from the tables of verbs. */
#include "cmd/verbs.h"

#include <string.h>

#include "cli/completion.h"

static enum dt_exit
run(struct dt_command_call *call)
{
	static const char *const shells[] = { "bash", "zsh", "fish", NULL };
	const char *shell = call->operands[0];
	struct dt_text text = { 0 };
	if (strcmp(shell, "bash") == 0)
		dt_completion_bash(call->verbs, &text);
	else if (strcmp(shell, "zsh") == 0)
		dt_completion_zsh(call->verbs, &text);
	else if (strcmp(shell, "fish") == 0)
		dt_completion_fish(call->verbs, &text);
	else
		return dt_command_usage(call, "there are no completions for "
		    "'%s'%s; bash, zsh and fish have them", shell,
		    dt_command_nearest(call, shell, shells));
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

const struct dt_command dt_cmd_completion = {
	.name = "completion",
	.brief = "print completions for bash, zsh or fish",
	.operands = "SHELL",
	.operand_words = "bash zsh fish",
	.least = 1,
	.most = 1,
	.about = "Prints a script that lets SHELL (bash, zsh or fish) complete "
	    "verbs, options, their values, and the names of files and "
	    "queries.",
	.examples = "eval \"$(detente completion bash)\"\t"
	    "in ~/.bashrc\n"
	    "detente completion zsh > ~/.zfunc/_detente\t"
	    "a folder of fpath\n"
	    "detente completion fish > ~/.config/fish/completions/"
	    "detente.fish",
	.at_once = true,
	.run = run,
};
