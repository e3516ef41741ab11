/* init: `detente init DIR`, files of one's own that run at once. */
#include "cmd/verbs.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/schema_template.h"
#include "cli/output.h"

static const struct dt_schema_template_value strategy_values[] = {
	{ "strategy", "my-strategy" },
	{ "title", "A rule of my own" },
	{ "summary", "Pause; answer an alarm by racing two times of three, and "
	    "leave punishing to the treaty." },
	{ "start", "calm" },
	{ "states", "calm:\n"
	    "  play: pause\n"
	    "  next:\n"
	    "    - {when: alarms == 0, to: calm}\n"
	    "    - {when: in_force, to: calm}      # the treaty answers\n"
	    "    - {to: {calm: 1/3, angry: 2/3}}   # forgive one in three\n"
	    "angry:\n"
	    "  play: race\n"
	    "  next:\n"
	    "    - {when: in_force, to: calm}\n"
	    "    - {when: alarms == 0, to: calm}\n"
	    "    - {to: angry}" },
	{ NULL, NULL }
};

static const struct dt_schema_template_value treaty_values[] = {
	{ "treaty", "my-treaty" },
	{ "title", "A halt with inspectors" },
	{ "summary", "Both pause; inspectors look; who is found racing is "
	    "fined, and after three findings all are released for a while." },
	{ "monitoring.channels", "inspectors:\n"
	    "  about: inspectors visit the data centres\n"
	    "  miss: 0.2           # a race goes unseen in one round of five\n"
	    "  false_alarm: 0.02   # a pause looks like a race in one of fifty\n"
	    "  cost: 0.05\n"
	    "whistleblowers:\n"
	    "  tips: {staff: 200, chance: 0.002}" },
	{ "response.ladder", "- {strikes: 1, fine: 2}\n"
	    "- {strikes: 3, fine: 2, suspend: 5}" },
	{ "response.forgive_after", "10" },
	{ NULL, NULL }
};

static const struct dt_schema_template_value prior_values[] = {
	{ "prior", "my-prior" },
	{ "title", "What the inspectors may be worth" },
	{ "summary", "What is believed of the treaty's figures, which nobody "
	    "knows." },
	{ "unknowns", "inspectors-miss:\n"
	    "  key: treaty.monitoring.channels.inspectors.miss\n"
	    "  form: triangular    # or uniform, beta, log-normal\n"
	    "  low: 0.05\n"
	    "  mode: 0.2           # most believed\n"
	    "  high: 0.6\n"
	    "slip:\n"
	    "  key: noise.slip\n"
	    "  form: log-normal\n"
	    "  median: 0.01\n"
	    "  sigma: 0.7          # nine of ten within a factor of 3.2\n"
	    "  high: 0.2" },
	{ NULL, NULL }
};

static const struct dt_schema_template_value negotiator_values[] = {
	{ "negotiator", "my-negotiator" },
	{ "title", "A bargainer of my own" },
	{ "summary", "Holds out for long, and takes what is as good as its "
	    "own next offer." },
	{ "exponent", "0.5" },
	{ NULL, NULL }
};

static const struct dt_schema_template_value menu_values[] = {
	{ "menu", "my-menu" },
	{ "title", "What two labs may sign" },
	{ "summary", "The treaty of this folder, with other fines and longer "
	    "suspensions." },
	{ "base", "my-treaty" },
	{ "clauses", "fine:\n"
	    "  key: response.ladder.1.fine\n"
	    "  values: [2, 4]\n"
	    "suspension:\n"
	    "  key: response.ladder.2.suspend\n"
	    "  values: [5, 20]" },
	{ "parties", "lab-one: {negotiator: my-negotiator, sincerity: 0.5}\n"
	    "lab-two: {negotiator: conceder, sincerity: 0.5}" },
	{ NULL, NULL }
};

static const struct dt_schema_template_value lesson_values[] = {
	{ "lesson", "my-lesson" },
	{ "title", "Two labs and a halt" },
	{ "summary", "Two labs meet, first without a treaty, then with the one "
	    "of this folder." },
	{ "scenario", "scenario.yaml" },
	{ "blocks", "alone:\n"
	    "  title: Without a treaty\n"
	    "  text: You are one of two labs. In each round you pause or race.\n"
	    "  treaty: none\n"
	    "  rounds: 6\n"
	    "treaty:\n"
	    "  title: With a treaty\n"
	    "  text: Read the treaty, and sign it or not.\n"
	    "  sign: yes\n"
	    "  rounds: 6" },
	{ NULL, NULL }
};

static const struct dt_schema_template_value claim_values[] = {
	{ "claim", "my-claim" },
	{ "title", "A fine of 6 deters, however little is seen" },
	{ "summary", "Only where more than 38 races of 100 are found." },
	{ "essay.says", "a fine of three times the gain deters" },
	{ "essay.status", "stylised" },
	{ "hypothesis", "racing loses at every chance that it is found" },
	{ "command", "solve --model oversight --set t=0 --vary d=0.1:0.9:9 "
	    "--result margin --least 0" },
	{ "expect.verdict", "holds-if" },
	{ "expect.places", "6" },
	{ "expect.region", "a race is found with chance .3833 or more" },
	{ "expect.because", "(d - a) F >= g iff d >= .05 + 2/6, so from .4 of "
	    ".1, .2, ... .9" },
	{ NULL, NULL }
};

static const struct dt_schema_template_value scenario_values[] = {
	{ "scenario", "my-lab" },
	{ "title", "Two labs and a halt" },
	{ "summary", "Two labs play the prisoner's dilemma under a treaty "
	    "with imperfect inspectors." },
	{ "agents", "lab-one: {strategy: my-strategy}\n"
	    "lab-two: {strategy: tit-for-tat}" },
	{ "payoffs", "prisoners-dilemma" },
	{ "treaty", "my-treaty" },
	{ "noise.slip", "0.01" },
	{ "rounds", "40" },
	{ "runs", "500" },
	{ NULL, NULL }
};

static const char head[] =
    "# Lines that begin with '#' are comments. One without a space behind "
    "the '#'\n# is a key with its default or an example: take the '#' away "
    "to set it.\n";

static const struct file {
	const char *name, *kind, *about;
	const struct dt_schema_template_value *values;
} files[] = {
	{ "scenario.yaml", "scenario", "who plays what, under which treaty",
	  scenario_values },
	{ "my-treaty.yaml", "treaty", "the treaty of that scenario",
	  treaty_values },
	{ "my-strategy.yaml", "strategy", "the strategy of its first lab",
	  strategy_values },
	{ "my-prior.yaml", "prior", "what is believed of figures nobody knows",
	  prior_values },
	{ "my-menu.yaml", "menu", "what two labs may sign, and how they talk",
	  menu_values },
	{ "my-negotiator.yaml", "negotiator", "how the first of them bargains",
	  negotiator_values },
	{ "my-lesson.yaml", "lesson", "what a class plays, block by block",
	  lesson_values },
	{ "my-claim.yaml", "claim", "something that is said, put to the test",
	  claim_values },
	{ "README.txt", NULL, "what to try", NULL },
};
enum { FILES = sizeof(files) / sizeof(files[0]) };

struct job {
	const struct dt_command_call *call;
	const char *folder;     /* without a slash at its end */
	const char *paths[FILES];
};

static void
add_commands(const struct job *j, const char *indent, struct dt_text *text)
{
	dt_text_add(text,
	    "%1$sdetente run %2$s/scenario.yaml\n"
	    "%1$sdetente run %2$s/scenario.yaml --treaty none\n"
	    "%1$sdetente run %2$s/scenario.yaml --set "
	    "treaty.monitoring.miss=0.5\n"
	    "%1$sdetente show treaty %2$s/my-treaty.yaml\n"
	    "%1$sdetente show strategy %2$s/my-strategy.yaml\n"
	    "%1$sdetente solve %2$s/scenario.yaml --prior "
	    "%2$s/my-prior.yaml --draws 100\n"
	    "%1$sdetente negotiate %2$s/scenario.yaml --menu "
	    "%2$s/my-menu.yaml --seed 1\n"
	    "%1$sdetente show lesson %2$s/my-lesson.yaml --sheet\n"
	    "%1$sdetente claims %2$s/my-claim.yaml\n"
	    "%1$sdetente check %2$s/*.yaml\n", indent, j->folder);
}

static void
add_readme(const struct job *j, struct dt_text *text)
{
	dt_text_add(text, "Files for détente, made by 'detente init'. Change "
	    "them, and try:\n\n");
	add_commands(j, "    ", text);
	dt_text_add(text, "\n");
	for (size_t i = 0; i + 1 < FILES; i++) {
		dt_text_add(text, "%s", files[i].name);
		dt_text_pad_to(text, 20);
		dt_text_add(text, "%s\n", files[i].about);
	}
	dt_text_add(text, "\nA file is found by its name: 'my-treaty' is "
	    "my-treaty.yaml in the folder of the\nfile that uses it. 'detente "
	    "list' tells what else there is, 'detente help keys'\nall that "
	    "files can say, and so does 'man detente-files'.\n");
}

static void
fill(const struct job *j, const struct file *file, struct dt_text *text)
{
	if (file->kind == NULL) {
		add_readme(j, text);
		return;
	}
	const struct dt_catalogue_kind *kind =
	    dt_catalogue_kind_of(file->kind);
	dt_text_add(text, "# %s: %s.\n%s\n", kind->schema->name,
	    kind->schema->brief, head);
	dt_schema_template(kind->schema, file->values, text);
}

static enum dt_exit
write_file(const struct job *j, size_t i)
{
	struct dt_text text = { 0 };
	struct dt_command_call call = *j->call;
	enum dt_exit exit = dt_output_open_path(&call, j->paths[i]);
	if (exit != DT_EXIT_OK)
		return exit;
	fill(j, &files[i], &text);
	exit = dt_command_write(&call, &text);
	dt_text_free(&text);
	return dt_output_close_path(&call, j->paths[i], exit);
}

static enum dt_exit
refuse(const char *path, int error)
{
	dt_command_tell("detente: %s: %s\n", path, strerror(error));
	return DT_EXIT_FAILURE;
}

/* Before anything is written: what is there stays. */
static enum dt_exit
look(const struct job *j)
{
	if (dt_command_value(j->call, "force") != NULL)
		return DT_EXIT_OK;
	for (size_t i = 0; i < FILES; i++)
		if (access(j->paths[i], F_OK) == 0) {
			dt_command_tell("detente: %s is there already; "
			    "nothing was written; --force overwrites it\n",
			    j->paths[i]);
			return DT_EXIT_USAGE;
		}
	return DT_EXIT_OK;
}

static bool
name_files(struct job *j, const char *folder)
{
	struct dt_arena *arena = j->call->arena;
	size_t n = strlen(folder);
	while (n > 1 && folder[n - 1] == '/')
		n--;
	j->folder = dt_arena_copy_n(arena, folder, n);
	for (size_t i = 0; j->folder != NULL && i < FILES; i++) {
		j->paths[i] = dt_arena_print(arena, "%s/%s", j->folder,
		    files[i].name);
		if (j->paths[i] == NULL)
			return false;
	}
	return j->folder != NULL;
}

static enum dt_exit
tell(const struct job *j)
{
	struct dt_text text = { 0 };
	for (size_t i = 0; i < FILES; i++) {
		dt_text_add(&text, "%s", j->paths[i]);
		dt_text_pad_to(&text, strlen(j->folder) + 21);
		dt_text_add(&text, "%s\n", files[i].about);
	}
	if (!j->call->quiet) {
		dt_text_add(&text, "\nNext:\n");
		add_commands(j, "  ", &text);
	}
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct job job = { .call = call };
	struct dt_error err = { 0 };
	if (!name_files(&job, call->operands[0])) {
		dt_status_no_memory(&err);
		return dt_command_fail(call, NULL, &err);
	}
	enum dt_exit exit = look(&job);
	if (exit != DT_EXIT_OK)
		return exit;
	if (mkdir(job.folder, 0777) != 0 && errno != EEXIST)
		return refuse(job.folder, errno);
	for (size_t i = 0; i < FILES && exit == DT_EXIT_OK; i++)
		exit = write_file(&job, i);
	return exit == DT_EXIT_OK ? tell(&job) : exit;
}

static const struct dt_option options[] = {
	DT_COMMAND_FORCE,
	{ 0 }
};

const struct dt_command dt_cmd_init = {
	.name = "init",
	.brief = "write files of your own to begin with, each key "
	    "explained",
	.operands = "DIR",
	.operand_words = "@files",
	.least = 1,
	.most = 1,
	.about = "Makes the folder DIR, if it is not there, and writes into "
	    "it files of each kind that work at once (a scenario, a treaty, a "
	    "strategy, a prior, a menu, a negotiator, a lesson, a claim), with "
	    "every key that they may have explained in a comment, and a "
	    "README.txt with commands to try.\n\n"
	    "Nothing is overwritten without --force.",
	.examples = "detente init my-lab/\n"
	    "detente run my-lab/scenario.yaml",
	.options = options,
	.at_once = true,
	.run = run,
};
