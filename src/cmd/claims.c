/* claims: what is claimed, put to the test (claims/claims.h). */
#include "claims/claims.h"

#include <ctype.h>
#include <string.h>

#include "cli/output.h"
#include "cli/progress.h"
#include "cmd/answer.h"
#include "cmd/solve.h"
#include "cmd/verbs.h"

struct job {
	struct dt_command_call *call;
	struct dt_claim *claims;        /* read, as found has them */
	struct dt_claims_found *found;
	size_t n;
	struct dt_text svg;
	struct dt_error err;
};

/* Each command in a catalogue of its own, as what is listed lives as long as
 * its arena. */
static enum dt_status
ask(void *of, const char *command, struct dt_arena *arena,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err)
{
	struct job *j = of;
	struct dt_catalogue catalogue = { .arena = arena,
		.roots = j->call->catalogue.roots };
	struct dt_faults faults = { .arena = arena };
	enum dt_status status = dt_cmd_answer(j->call, &catalogue, command,
	    &faults, solution, svg, err);
	if (status == DT_EINPUT && faults.n > 0)
		dt_faults_status(&faults, err);
	return status;
}

/* Faults of the file are printed. */
static enum dt_exit
read_one(struct job *j, const char *path)
{
	struct dt_catalogue *c = &j->call->catalogue;
	struct dt_faults faults = { .arena = j->call->arena };
	const struct dt_catalogue_kind *kind;
	struct dt_node *root;
	enum dt_status status = dt_catalogue_read(c, path, &root, &kind,
	    &faults, &j->err);
	if (status == DT_OK && kind->schema != &dt_claim_schema)
		status = dt_status_fail(&j->err, DT_EINPUT, "%s is of kind %s",
		    path, kind->word);
	if (status == DT_OK)
		status = dt_schema_read(&dt_claim_schema, c->arena, root,
		    &j->claims[j->n], &faults, &j->err);
	if (status != DT_OK)
		return dt_command_fail(j->call, &faults, &j->err);
	j->found[j->n] = (struct dt_claims_found){ .claim = &j->claims[j->n],
	    .path = path };
	j->n++;
	return DT_EXIT_OK;
}

static enum dt_exit
judge(struct job *j, bool drawn)
{
	const struct dt_claims_asker asker = { ask, j };
	struct dt_progress progress = { .shown = j->call->progress };
	enum dt_status status = DT_OK;
	dt_progress_start(&progress, progress.shown, (int64_t)j->n);
	progress.what = "claims";
	for (size_t k = 0; status == DT_OK && k < j->n; k++) {
		status = dt_command_stopped ? dt_status_fail(&j->err,
		    DT_ESTOPPED, "interrupted") : dt_claims_judge(&asker,
		    j->call->arena, &j->found[k], drawn ? &j->svg : NULL,
		    &j->err);
		dt_progress_step(&progress);
	}
	dt_progress_clear(&progress);
	return status == DT_OK ? DT_EXIT_OK : dt_command_fail(j->call, NULL,
	    &j->err);
}

static enum dt_exit
print(struct job *j, bool one)
{
	struct dt_command_call *call = j->call;
	struct dt_solution solution;
	double seconds = 0;
	for (size_t k = 0; k < j->n; k++)
		seconds += j->found[k].seconds;
	if (one)
		dt_claims_tell_one(j->found, call->arena, &solution);
	else
		dt_claims_tell(j->found, j->n, call->arena, &solution);
	enum dt_exit exit = dt_cmd_solve_print(call, &solution, false);
	if (exit == DT_EXIT_OK && solution.no)
		exit = DT_EXIT_NO;
	if (dt_command_format(call) == DT_FORMAT_TEXT)
		dt_command_advise(call, one ? "\n%.2f s of the processor." :
		    "\n%.2f s of the processor. One in full, with its "
		    "picture: detente claims %s --svg %s.svg", seconds,
		    j->n > 0 ? j->found[0].claim->name : "NAME",
		    j->n > 0 ? j->found[0].claim->name : "NAME");
	dt_solution_free(&solution);
	return exit;
}

static bool
make_room(struct job *j, size_t n)
{
	j->claims = dt_arena_new(j->call->arena, n + 1, sizeof(*j->claims));
	j->found = dt_arena_new(j->call->arena, n + 1, sizeof(*j->found));
	return j->claims != NULL && j->found != NULL;
}

/* The others are judged where a file is broken; its faults are printed. */
static enum dt_exit
do_all(struct job *j, const struct dt_catalogue_kind *kind)
{
	struct dt_catalogue_entry *entries;
	size_t n = 0;
	bool broken = false;
	enum dt_status status = dt_catalogue_list(&j->call->catalogue, kind,
	    &entries, &n, &j->err);
	if (status == DT_OK && !make_room(j, n))
		status = dt_status_no_memory(&j->err);
	if (status != DT_OK)
		return dt_command_fail(j->call, NULL, &j->err);
	for (size_t k = 0; k < n; k++)
		broken |= read_one(j, entries[k].path) != DT_EXIT_OK;
	enum dt_exit exit = judge(j, false);
	if (exit == DT_EXIT_OK)
		exit = print(j, false);
	return exit == DT_EXIT_OK && broken ? DT_EXIT_INPUT : exit;
}

/* "H5" is h5, as names are written. */
static const char *
name_of(const struct dt_command_call *call)
{
	const char *word = call->operands[0];
	size_t n = strlen(word);
	if (strchr(word, '/') != NULL || strchr(word, '.') != NULL)
		return word;
	char *name = dt_arena_copy_n(call->arena, word, n);
	for (size_t k = 0; name != NULL && k < n; k++)
		name[k] = (char)tolower((unsigned char)name[k]);
	return name;
}

static enum dt_exit
do_one(struct job *j, const struct dt_catalogue_kind *kind)
{
	struct dt_command_call *call = j->call;
	const char *name = name_of(call), *path = NULL;
	bool drawn = dt_command_value(call, "svg") != NULL;
	enum dt_status status = name == NULL || !make_room(j, 1) ?
	    dt_status_no_memory(&j->err) : dt_catalogue_find(&call->catalogue,
	    kind, name, NULL, &path, &j->err);
	if (status != DT_OK)
		return dt_command_fail(call, NULL, &j->err);
	enum dt_exit exit = read_one(j, path);
	if (exit == DT_EXIT_OK)
		exit = judge(j, drawn);
	if (exit == DT_EXIT_OK && drawn && j->found[0].why == NULL)
		exit = dt_cmd_solve_picture(call, &j->svg);
	return exit == DT_EXIT_OK ? print(j, true) : exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of("claim");
	struct job j = { .call = call };
	if (call->n_operands == 0 && dt_command_value(call, "svg") != NULL)
		return dt_command_usage(call, "--svg draws one claim: say "
		    "which, as in 'detente claims h5 --svg h5.svg'");
	enum dt_exit exit = call->n_operands == 0 ? do_all(&j, kind) :
	    do_one(&j, kind);
	dt_text_free(&j.svg);
	return exit;
}

static const struct dt_option options[] = {
	{ "svg", 0, "FILE", false, "@files",
	  "of one claim: draw where it holds" },
	DT_COMMAND_FORCE,
	{ "table", 0, "NAME", false, NULL,
	  "which table --format csv and latex print: claims; of one claim "
	  "words, verdict, figures, leaves_out" },
	DT_COMMAND_FORMAT("text json csv latex"),
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_claims = {
	.name = "claims",
	.brief = "put an essay's claims about the race to the test",
	.operands = "[CLAIM]",
	.operand_words = "@claims",
	.least = 0,
	.most = 1,
	.about = "Runs the command of every file in data/claims/ (or of CLAIM) "
	    "and says where the claim holds: everywhere, nowhere, or on which "
	    "condition. H1 to H7 are hypotheses after an essay on AI that "
	    "improves itself; the others are figures that it quotes.\n\n"
	    "The page of one claim has the essay's words beside those of the "
	    "report that it goes back to, what analysis leads to expect, what "
	    "the model leaves out, and the one command that gives the verdict "
	    "again.\n\n"
	    "The exit status is 4 if a verdict or a figure is not the one that "
	    "analysis leads to expect; that a claim fails is no failure of the "
	    "command.",
	.examples = "detente claims\tall of them\n"
	    "detente claims H5 --svg h5.svg\tone, and where it holds\n"
	    "detente claims H5 --format json",
	.options = options,
	.run = run,
};
