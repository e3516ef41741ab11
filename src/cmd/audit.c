/* audit: `detente audit DB`, is it what was played, and who said what? */
#include "cmd/audit.h"

#include <inttypes.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "cmd/party.h"
#include "cmd/verbs.h"
#include "audit/export.h"
#include "bargain/talks_record.h"
#include "party/database.h"

struct bar {
	bool shown;
	int64_t last;
};

static void
draw(void *to, int64_t done, int64_t all)
{
	struct bar *bar = to;
	int64_t percent = all > 0 ? 100 * done / all : 100;
	if (!bar->shown || percent == bar->last)
		return;
	bar->last = percent;
	fprintf(stderr, "\r  %3" PRId64 "%%  %" PRId64 " of %" PRId64
	    " runs and entries \033[K", percent, done, all);
	fflush(stderr);
}

static enum dt_exit
print(const struct dt_command_call *call,
    const struct dt_audit_report *report)
{
	enum dt_exit exit = dt_command_format(call) == DT_FORMAT_JSON ?
	    dt_cmd_audit_json(call, report) : dt_cmd_audit_text(call, report);
	if (exit != DT_EXIT_OK)
		return exit;
	return dt_audit_verdict(report) == DT_AUDIT_AUTHENTIC ? DT_EXIT_OK :
	    DT_EXIT_NO;
}

static uint64_t
now(void)
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	return fixed && *fixed ? strtoull(fixed, NULL, 10) :
	    (uint64_t)time(NULL);
}

static enum dt_exit
audit(struct dt_command_call *call, int threads, int64_t sample,
    const struct dt_cmd_audit_pins *pins, struct dt_audit_report *report)
{
	struct dt_error err = { 0 };
	struct bar bar = { call->progress, -1 };
	struct dt_audit_request request = {
		.threads = threads, .tick = draw, .to = &bar,
		.stop = &dt_command_stopped,
		.pins = pins->wanted ? &pins->pins : NULL,
		.newcomers = dt_command_value(call, "pin") == NULL,
		.catalogue = &call->catalogue, .sample = sample,
	};
	if (getentropy(&request.sample_seed, sizeof(request.sample_seed)))
		request.sample_seed = now();
	struct dt_cosigned_list cosigned;
	request.cosigned = &cosigned;
	request.leave = (const char *const []){ dt_database_engine,
		dt_talks_record_engine, NULL };
	enum dt_status status = dt_cmd_audit_cosigned_read(call, request.pins,
	    &cosigned, &err);
	if (status == DT_OK)
		status = dt_audit_file(call->operands[0], &request, report,
		    &err);
	if (status == DT_OK)
		status = dt_cmd_party_audit_among(call, request.pins,
		    &cosigned, report, &err);
	if (status == DT_OK)
		status = dt_cmd_audit_talks(call, &request, report, &err);
	if (status == DT_OK)
		status = dt_audit_elsewhere(report, &cosigned, &err);
	if (status == DT_OK)
		status = dt_cmd_audit_solutions(call, report, &err);
	if (bar.shown)
		fputs("\r\033[K", stderr);
	if (status == DT_ESTOPPED) {
		dt_command_fail(call, NULL, &err);
		return DT_EXIT_INTERRUPTED;
	}
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    print(call, report);
	if (exit == DT_EXIT_OK && dt_cmd_audit_pins_remember(pins, call,
	    report, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return exit;
}

/* With the keys that are expected. */
static enum dt_exit
audit_pinned(struct dt_command_call *call, int threads, int64_t sample)
{
	struct dt_error err = { 0 };
	struct dt_audit_report report = { 0 };
	struct dt_cmd_audit_pins pins;
	enum dt_exit exit = dt_cmd_audit_pins_open(&pins, call, &err) ?
	    dt_command_fail(call, NULL, &err) :
	    audit(call, threads, sample, &pins, &report);
	dt_audit_free(&report);
	dt_cmd_audit_pins_close(&pins);
	return exit;
}

/* What the witness has cosigned goes beside the database, also where it then
 * refuses another log. */
static enum dt_status
keep_cosigned(const struct dt_command_call *call,
    struct dt_export_request *request, enum dt_status status,
    struct dt_error *err)
{
	const char *path = dt_cmd_audit_cosigned_path(call);
	struct dt_error other;
	enum dt_status kept = request->cosigned.failed || path == NULL ?
	    dt_status_no_memory(status ? &other : err) :
	    dt_cmd_audit_cosigned_add(path, &request->cosigned,
	    status ? &other : err);
	if (kept == DT_OK && request->cosigned.size > 0)
		dt_command_advise(call, "\nwhat the witness cosigned is kept in "
		    "%s; detente audit names it", path);
	dt_text_free(&request->cosigned);
	return status ? status : kept;
}

/* Only what has been found authentic is exported and cosigned. */
static enum dt_exit
export(const struct dt_command_call *call,
    struct dt_export_request *request)
{
	struct dt_error err = { 0 };
	struct dt_key *witness = NULL;
	const char *path = dt_command_value(call, "witness");
	enum dt_status status = path == NULL ? DT_OK :
	    dt_cmd_audit_witness(call, path, &witness, &request->seen, &err);
	request->witness = witness;
	request->time = now();
	if (status == DT_OK)
		status = dt_export_database(call->operands[0], request, &err);
	dt_key_free(witness);
	status = keep_cosigned(call, request, status, &err);
	if (status) {
		enum dt_exit exit = dt_command_fail(call, NULL, &err);
		return request->refused ? DT_EXIT_NO : exit;
	}
	dt_command_advise(call, "\n%" PRId64 " entries with signatures and "
	    "proofs, and %" PRId64 " charges of perjury, are in %s: see its "
	    "README.txt\n%" PRId64 " findings deny a declaration that was "
	    "true: false alarms, and no perjury", request->entries,
	    request->charges, request->folder, request->false_alarms);
	return DT_EXIT_OK;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_export_request request = {
		.folder = dt_command_value(call, "export"),
	};
	bool bad = false;
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	int threads = (int)dt_command_whole(call, "threads", 1, 64,
	    cores < 1 ? 1 : cores > 64 ? 64 : cores, &bad);
	request.run = dt_command_whole(call, "run", 1, INT64_MAX, 0, &bad);
	request.round = dt_command_whole(call, "round", 1, INT64_MAX, 0,
	    &bad);
	int64_t sample = dt_command_whole(call, "sample", 1, INT64_MAX, 0,
	    &bad);
	if (bad)
		return DT_EXIT_USAGE;
	if (request.folder == NULL && (request.run || request.round ||
	    dt_command_value(call, "witness") != NULL))
		return dt_command_usage(call, "--run, --round and --witness "
		    "say what is exported: --export DIR is missing");
	if (dt_command_value(call, "against") != NULL)
		return request.folder == NULL ? dt_cmd_audit_against(call) :
		    dt_command_usage(call, "--against compares two files, and "
		    "exports nothing");
	bool party = false;
	enum dt_exit exit = dt_cmd_party_audit(call, &party);
	if (!party)
		exit = audit_pinned(call, threads, sample);
	return exit == DT_EXIT_OK && !party && request.folder != NULL ?
	    export(call, &request) : exit;
}

static const struct dt_option options[] = {
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given" },
	{ "sample", 0, "N", false, NULL,
	  "answer only so many cells of each sweep again, drawn at random; "
	  "all where not given" },
	{ "solutions", 0, NULL, false, NULL,
	  "find what solve has kept again by its commands, and compare" },
	{ "pin", 0, "ROSTER", false, "@files",
	  "take only the keys that this file has: a line an agent, its name "
	  "and its identity's vkey" },
	{ "remember", 0, "FILE", false, "@files",
	  "take each agent's key as it is when it is seen first, write it to "
	  "this roster, and refuse another later" },
	{ "against", 0, "DB", false, "@files",
	  "audit nothing, but compare the logs of two databases: the same, one "
	  "the beginning of the other, or a fork" },
	{ "fork-file", 0, "FILE", false, "@files",
	  "where the proof of a fork is written; fork.txt where not given" },
	{ "export", 0, "DIR", false, "@files",
	  "if it is authentic, write checkpoints, keys, entries, proofs and "
	  "charges to this new folder, for other tools to check" },
	{ "run", 0, "N", false, NULL,
	  "export the entries of this run; 1 where not given" },
	{ "round", 0, "N", false, NULL,
	  "export the entries of this round; the run's first that has any "
	  "where not given" },
	{ "witness", 0, "KEYFILE", false, "@files",
	  "cosign the last checkpoint that is exported with this key of "
	  "detente keygen, if it goes on from the one that was cosigned "
	  "before" },
	{ "cosigned", 0, "FILE", false, "@files",
	  "what witnesses have cosigned; --witness adds to it; DB.cosigned "
	  "where not given, if it is there" },
	{ "witness-state", 0, "DIR", false, "@files",
	  "where the witness keeps what it has cosigned; KEYFILE.seen where "
	  "not given" },
	DT_COMMAND_FORMAT("text json"),
	{ "no-progress", 0, NULL, false, NULL, "no progress" },
	{ 0 }
};

const struct dt_command dt_cmd_audit = {
	.name = "audit",
	.brief = "verify every signature, proof and outcome of a database",
	.operands = "DB",
	.operand_words = "@files",
	.least = 1, .most = 1,
	.about = "Checks that a database is what was played, and who said "
	    "what in it: its tables and views, every signature and proof of "
	    "its logs, and, by playing every run again from configuration "
	    "and seed, every row. What was changed, added or removed is "
	    "named. It needs nothing but the file, which may be read-only "
	    "and from somebody else, and only public keys.\n\n"
	    "Two answers are kept apart. Authentic: these are the words of "
	    "those who signed, and the outcomes of what was played. "
	    "Compliant: what monitoring found; no signature says that. "
	    "What another version of the model made is not played again, "
	    "and said to be. Exit status 4 if it is not shown to be "
	    "authentic.",
	.examples = "detente audit frontier.db\n"
	    "detente audit frontier.db --format json\tfor programs\n"
	    "detente audit frontier.db --export evidence\tfor minisign, "
	    "signify, openssl, Go\n",
	.options = options,
	.run = run,
};
