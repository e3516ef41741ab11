/*
 * check_evidence_lab: evidence from run to audit: what is signed is the same
 * however it was played, what was changed is named, and no flipped bit and no
 * failed allocation passes unseen. FLIPS: how many random bits (default 300).
 * EVERY: each so-many-th allocation of SQLite's fails (default 181; 1: each);
 * OWN_EVERY: the same of the program's own (default 3).
 */
#include <check.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "audit/audit.h"
#include "play/play.h"
#include "play/record.h"

static char folder[64], path[96];
static struct dt_arena arena;
static struct dt_catalogue catalogue;

static void
set_up(void)
{
	static const char *brought[2];
	brought[0] = getenv("srcdir") ? getenv("srcdir") : ".";
	strcpy(folder, "/tmp/check_evidence.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/out.db", folder);
	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	ck_assert_int_eq(dt_catalogue_open(&catalogue, &arena, NULL, brought,
	    NULL), DT_OK);
}

static void
tear_down(void)
{
	char command[128];
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	ck_assert_int_eq(system(command), 0);
	dt_arena_free(&arena);
}

struct how {
	const char *scenario, *const *sets;
	enum dt_seal_level level;
	bool rounds;
	int64_t runs, stop;     /* stop: leave off after so many; 0: do not */
	int threads;
	bool lanes;
};

static struct dt_experiment
make(const struct how *h)
{
	struct dt_experiment e;
	struct dt_error err = { 0 };
	struct dt_faults faults = { .arena = &arena };
	struct dt_experiment_request request = { .scenario = h->scenario,
	    .sets = h->sets, .seed = 7, .rounds = -1, .runs = h->runs };
	ck_assert_msg(dt_experiment_make(&catalogue, &request, &e, &faults,
	    &err) == DT_OK, "%s %s", err.message,
	    faults.n ? faults.list[0].message : "");
	if (h->lanes)
		e.engine = DT_ENGINE_LANES;
	ck_assert_int_eq(dt_experiment_name(&arena, &e, NULL), DT_OK);
	return e;
}

static enum dt_status
keep_runs(const struct how *h, const struct dt_experiment *e,
    struct dt_record *record, const bool *done, struct dt_error *err)
{
	struct dt_play *play;
	const struct dt_play_run *run;
	struct dt_play_request request = { .runs = e->runs, .skip = done,
	    .threads = h->threads ? h->threads : 1, .rounds = h->rounds,
	    .seals = record->evidence ? &record->evidence->maker : NULL };
	enum dt_status status = dt_play_new(&play, e, &request, err);
	if (status)
		return status;
	while ((status = dt_play_next(play, &run, err)) == DT_OK &&
	    run != NULL && (h->stop == 0 || run->number <= h->stop))
		if ((status = dt_record_run(record, run, err)) != DT_OK)
			break;
	dt_play_free(play);
	return status;
}

/* As `detente run -o` does it. */
static enum dt_status
keep(const struct how *h, const struct dt_experiment *e,
    struct dt_error *err)
{
	struct dt_store *store = NULL;
	struct dt_record record = { 0 };
	struct dt_record_provenance provenance = { .command = "detente run",
	    .version = "1", .libraries = "none", .evidence = h->level };
	bool done[2000];
	enum dt_status status = dt_store_open(&store, path, DT_STORE_APPEND,
	    err);
	if (status == DT_OK)
		status = dt_record_begin(&record, store, e, &provenance,
		    h->rounds, done, err);
	if (status == DT_OK)
		status = keep_runs(h, e, &record, done, err);
	if (status == DT_OK)
		status = dt_record_end(&record, h->stop == 0, err);
	dt_record_free(&record);
	enum dt_status closed = dt_store_close(store, status ? NULL : err);
	return status ? status : closed;
}

static void
play(const struct how *h)
{
	struct dt_error err = { 0 };
	struct dt_experiment e = make(h);
	ck_assert_msg(keep(h, &e, &err) == DT_OK, "%s", err.message);
}

static enum dt_status
audit(struct dt_audit_report *report, struct dt_error *err)
{
	struct dt_audit_request request = { .threads = 1 };
	return dt_audit_file(path, &request, report, err);
}

/* Nothing to complain of; the root of the last experiment goes to root. */
static void
is_authentic(char root[80])
{
	struct dt_audit_report report;
	struct dt_error err = { 0 };
	ck_assert_msg(audit(&report, &err) == DT_OK, "%s", err.message);
	ck_assert_msg(report.faults == 0, "%s", report.n ?
	    report.fault[0].words : "");
	ck_assert_uint_eq(report.n_experiments, 1);
	if (root != NULL)
		snprintf(root, 80, "%s", report.experiments[0].root);
	dt_audit_free(&report);
}

static void
sql(const char *text)
{
	sqlite3 *db;
	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, text, NULL, NULL, NULL) == SQLITE_OK,
	    "%s: %s", text, sqlite3_errmsg(db));
	sqlite3_close(db);
}

static const char *const lying[] = {
	"agents.china-frontier.strategy=deceiver", "rounds=12",
	"treaty.entry.delay=0", "agents.china-frontier.joins=1",
	"agents.china.joins=1", NULL
};
static const char *const short_game[] = { "rounds=8", NULL };

static const struct how full = { "frontier", lying, DT_SEAL_FULL, true, 3, 0,
	1 };
static const struct how epoch = { "frontier", lying, DT_SEAL_EPOCH, true, 60,
	0, 2 };
static const struct how plain = { "two-powers", short_game, DT_SEAL_NONE,
	true, 4, 0, 1 };

START_TEST(what_is_played_is_authentic_at_every_level)
{
	const struct how *const levels[] = { &full, &epoch, &plain };
	play(levels[_i]);
	is_authentic(NULL);
}
END_TEST

START_TEST(a_log_does_not_depend_on_threads_or_interruptions)
{
	struct how h = _i ? epoch : full;
	char whole[80], resumed[80];
	h.runs = 100;
	play(&h);
	is_authentic(whole);
	unlink(path);
	h.threads = 4;
	for (h.stop = 3; h.stop < 90; h.stop += 29)
		play(&h);
	h.stop = 0;
	play(&h);
	is_authentic(resumed);
	ck_assert_str_eq(whole, resumed);
}
END_TEST

/* More runs of an experiment end an epoch early, and the log goes on. */
START_TEST(a_log_can_be_made_longer)
{
	struct how h = epoch;
	play(&h);
	h.runs = 95;
	play(&h);
	is_authentic(NULL);
}
END_TEST

static const struct { const char *sql, *table, *words; } changes[] = {
	{ "UPDATE run SET ending = 'sunset' WHERE run = 2", "run",
	    "'sunset'" },
	{ "UPDATE run SET ended_round = rounds WHERE run = 2", "run",
	    "is 12, but NULL was played" },
	{ "UPDATE outcome SET payoff_total = payoff_total + 1 WHERE run = 2"
	    " AND agent = 3", "outcome", "was played" },
	{ "UPDATE outcome SET slips = slips + 1 WHERE run = 1 AND agent = 1",
	    "outcome", "was played" },
	{ "DELETE FROM outcome WHERE run = 3 AND agent = 2", "outcome",
	    "removed" },
	{ "DELETE FROM run WHERE run = 3; DELETE FROM outcome WHERE run = 3;"
	    "DELETE FROM round WHERE run = 3; DELETE FROM move_code WHERE"
	    " run = 3", "run", "removed" },
	{ "INSERT INTO run SELECT experiment_id, 4, rounds,"
	    " all_paused_rounds, in_force_rounds, suspended_rounds,"
	    " entered_round, ended_round, ending, first_breach_round FROM run"
	    " WHERE run = 1", "run", "added" },
	{ "UPDATE move_code SET flags = (flags | 2) - (flags & 2) WHERE run = 1 AND round = 5"
	    " AND agent = 4", "move_code", "was played" },
	{ "DELETE FROM round WHERE run = 2 AND round = 7", "round",
	    "removed" },
	{ "UPDATE round SET phase = 'ended' WHERE run = 2 AND round = 7",
	    "round", "was played" },
	{ "UPDATE outcome SET run = run + 10; UPDATE outcome SET run = CASE"
	    " run WHEN 11 THEN 2 WHEN 12 THEN 1 ELSE 3 END", "outcome",
	    "was played" },
	{ "UPDATE entry SET text = replace(text, 'PAUSE', 'RACE') WHERE leaf"
	    " = (SELECT min(leaf) FROM entry WHERE kind = 'open')", "entry",
	    "" },
	{ "DELETE FROM entry WHERE leaf = 40", "entry", "removed" },
	/* a halt without one of its signers, one that is said to be of another
	 * text, and somebody who speaks when the round is over */
	{ "DELETE FROM entry WHERE leaf = (SELECT max(leaf) FROM entry WHERE"
	    " kind = 'pledge' AND run = 2)", "entry",
	    "never became binding: missing" },
	{ "UPDATE entry SET text = replace(text, 'treaty ', 'treaty A')"
	    " WHERE leaf = (SELECT max(leaf) FROM entry WHERE kind ="
	    " 'pledge' AND run = 2)", "entry", "" },
	{ "INSERT INTO entry SELECT experiment_id, (SELECT max(leaf) + 1"
	    " FROM entry), kind, run, round, signer, text, signature FROM"
	    " entry WHERE kind = 'commit' AND run = 2 AND round = 3 AND"
	    " signer = 4", "entry", "round that was over" },
	{ "UPDATE entry SET round = 3 WHERE leaf = (SELECT min(leaf) FROM"
	    " entry WHERE kind = 'commit')", "entry", "column" },
	{ "UPDATE checkpoint SET digest = replace(digest, 'a', 'b')",
	    "checkpoint", "" },
	{ "DELETE FROM checkpoint WHERE epoch = (SELECT max(epoch) FROM"
	    " checkpoint)", "entry", "" },
	{ "UPDATE signer SET role = 'referee' WHERE signer = 1", "signer",
	    "" },
	{ "UPDATE agent SET strategy = 'grim' WHERE agent = 5", "agent",
	    "follows" },
	{ "UPDATE experiment SET title = 'Another'", "experiment",
	    "follows" },
	{ "UPDATE experiment SET version = '2'", "checkpoint", "" },
	{ "UPDATE experiment SET evidence = 'none'", "experiment", "" },
	{ "UPDATE experiment SET seed = '8'", "experiment", "follows" },
	{ "UPDATE experiment SET model_version = model_version + 1",
	    "experiment", "follows" },
	{ "UPDATE experiment SET model_version = 0", "experiment",
	    "follows" },
	{ "UPDATE schema_doc SET meaning = 'x' WHERE column_name = 'run'", "",
	    "schema_doc" },
};

START_TEST(what_was_changed_is_named)
{
	struct dt_audit_report report;
	bool named = false;
	play(&full);
	sql(changes[_i].sql);
	ck_assert_int_eq(audit(&report, NULL), DT_OK);
	ck_assert_int_gt(report.faults, 0);
	for (size_t i = 0; i < report.n; i++)
		if (strcmp(report.fault[i].table ? report.fault[i].table : "",
		    changes[_i].table) == 0 && strstr(report.fault[i].words,
		    changes[_i].words) != NULL)
			named = true;
	ck_assert_msg(named, "%s: %s", changes[_i].sql,
	    report.fault[0].words);
	dt_audit_free(&report);
}
END_TEST

/* Nothing of such a file is read: not what it says about itself either. */
static const struct {
	const char *sql, *words;
} definitions[] = {
	{ "DROP VIEW false_alarms; CREATE VIEW false_alarms AS SELECT 1 AS"
	    " x", "view false_alarms is not defined as" },
	{ "CREATE TRIGGER t AFTER INSERT ON run BEGIN SELECT 1; END",
	    "trigger 't' is not of" },
	{ "CREATE TABLE more (x)", "table 'more' is not of" },
	/* one of 3,000 flipped bits made this, and passed */
	{ "PRAGMA writable_schema = on; UPDATE sqlite_schema SET type ="
	    " 'in$ex' WHERE name = 'sqlite_autoindex_experiment_1'",
	    "'sqlite_autoindex_experiment_1' is not of" },
};

START_TEST(what_defines_otherwise_is_refused_by_name)
{
	struct dt_audit_report report;
	struct dt_error err = { 0 };
	play(&full);
	sql(definitions[_i].sql);
	ck_assert_int_eq(audit(&report, &err), DT_ESTORE);
	ck_assert_msg(strstr(err.message, definitions[_i].words) != NULL,
	    "%s", err.message);
	dt_audit_free(&report);
}
END_TEST

/* A model that this program plays otherwise than it was played: neither a
 * fault nor authentic. With a treaty that has no common mode both versions
 * play alike, so that the older number is the only one. */
START_TEST(what_an_older_model_made_is_not_called_altered)
{
	static const char *const common[] = { "rounds=8",
		"treaty=verified-halt", NULL };
	struct dt_error err = { 0 };
	struct dt_audit_report report;
	struct how h = plain;
	ck_assert_int_eq(make(&h).model_version, 1);
	h.sets = common;
	struct dt_experiment e = make(&h);
	ck_assert_int_eq(e.model_version, 2);
	e.model_version = 1;
	ck_assert_int_eq(dt_experiment_name(&arena, &e, NULL), DT_OK);
	ck_assert_msg(keep(&h, &e, &err) == DT_OK, "%s", err.message);
	ck_assert_int_eq(audit(&report, &err), DT_OK);
	ck_assert_int_eq(report.faults, 0);
	ck_assert_int_eq(report.set_aside, 1);
	ck_assert_int_eq(report.experiments[0].version, 1);
	ck_assert_int_eq(report.experiments[0].plays, 2);
	ck_assert_int_eq(report.experiments[0].runs, 0);
	dt_audit_free(&report);
	sql("UPDATE experiment SET title = 'Another'");
	ck_assert_int_eq(audit(&report, &err), DT_OK);
	ck_assert_int_gt(report.faults, 0);
	dt_audit_free(&report);
}
END_TEST

/* By lanes no round is kept or signed: outcomes are played again, and what
 * was declared is, to which parties commit by epochs. */
static const struct how lanes = { "frontier", lying, DT_SEAL_NONE, false,
	700, 0, 2, true };
static const struct how lanes_epoch = { "frontier", lying, DT_SEAL_EPOCH,
	false, 1400, 0, 2, true };

START_TEST(what_lanes_played_is_authentic)
{
	struct how h = _i ? lanes_epoch : lanes;
	play(&h);
	is_authentic(NULL);
	h.runs += 200;
	play(&h);
	is_authentic(NULL);
}
END_TEST

static const struct { const char *sql, *column; } swaps[] = {
	{ "UPDATE experiment SET engine = 'reference'", "engine" },
	{ "UPDATE experiment SET engine = 'chain'", "engine" },
	{ "UPDATE experiment SET engine = 'Lanes'", "engine" },
	{ "UPDATE experiment SET detail = 'rounds'", "engine" },
	{ "UPDATE experiment SET seed = '8'", "experiment_key" },
	{ "UPDATE outcome SET fines_total = fines_total + 1 WHERE run ="
	    " 600 AND agent = 3", "fines_total" },
};

/* As threads and interruptions do not change what the reference signs. */
START_TEST(the_log_of_lanes_does_not_depend_on_threads_or_interruptions)
{
	struct how h = lanes_epoch;
	char whole[80], resumed[80];
	h.runs = 1000;
	play(&h);
	is_authentic(whole);
	unlink(path);
	h.threads = 4;
	for (h.stop = 300; h.stop < 1000; h.stop += 290)
		play(&h);
	h.stop = 0;
	play(&h);
	is_authentic(resumed);
	ck_assert_str_eq(whole, resumed);
}
END_TEST

START_TEST(what_was_changed_of_lanes_is_named)
{
	struct dt_audit_report report;
	play(&lanes);
	sql(swaps[_i].sql);
	ck_assert_int_eq(audit(&report, NULL), DT_OK);
	ck_assert_int_gt(report.faults, 0);
	ck_assert_msg(report.fault[0].column != NULL &&
	    strcmp(report.fault[0].column, swaps[_i].column) == 0, "%s: %s %s",
	    swaps[_i].sql, report.fault[0].column, report.fault[0].words);
	dt_audit_free(&report);
}
END_TEST

static uint64_t
mix(uint64_t hash, const void *bytes, size_t n)
{
	for (const unsigned char *b = bytes; n-- > 0; b++)
		hash = (hash ^ *b) * 0x100000001b3u;
	return hash;
}

/* A digest of all that the file says, but for what nobody signs: when, and
 * how many were asked for. 0: it cannot be read whole. */
static uint64_t
contents(void)
{
	static const char *const queries[] = {
		"SELECT experiment_id, experiment_key, scenario, title,"
		" treaty, payoffs, config, config_sha256, seed, generator,"
		" engine, detail, evidence, command, version, model_version,"
		" libraries FROM experiment", "SELECT * FROM agent",
		"SELECT * FROM run", "SELECT * FROM outcome",
		"SELECT * FROM round", "SELECT * FROM move_code",
		"SELECT * FROM signer", "SELECT * FROM entry",
		"SELECT * FROM checkpoint", "SELECT * FROM schema_doc",
		"SELECT type, name, tbl_name, sql FROM sqlite_schema",
	};
	uint64_t hash = 0xcbf29ce484222325u;
	sqlite3 *db;
	int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
	for (size_t i = 0; code == SQLITE_OK && i < 11; i++) {
		sqlite3_stmt *s = NULL;
		code = sqlite3_prepare_v2(db, queries[i], -1, &s, NULL);
		while (code == SQLITE_OK &&
		    (code = sqlite3_step(s)) == SQLITE_ROW) {
			code = SQLITE_OK;
			for (int k = 0; k < sqlite3_column_count(s); k++) {
				int type = sqlite3_column_type(s, k);
				double real = sqlite3_column_double(s, k);
				hash = mix(hash, &type, sizeof(type));
				if (type == SQLITE_FLOAT)
					hash = mix(hash, &real, sizeof(real));
				hash = mix(hash, sqlite3_column_blob(s, k),
				    (size_t)sqlite3_column_bytes(s, k));
			}
		}
		code = code == SQLITE_DONE ? SQLITE_OK : code;
		sqlite3_finalize(s);
	}
	sqlite3_close(db);
	return code == SQLITE_OK ? hash : 0;
}

static void
flip(off_t at, int bit)
{
	unsigned char byte;
	int file = open(path, O_RDWR);
	ck_assert_int_eq(pread(file, &byte, 1, at), 1);
	byte ^= (unsigned char)(1 << bit);
	ck_assert_int_eq(pwrite(file, &byte, 1, at), 1);
	close(file);
}

static bool
passes(void)
{
	struct dt_audit_report report;
	struct dt_error err = { 0 };
	enum dt_status status = audit(&report, &err);
	bool good = status == DT_OK && report.faults == 0;
	dt_audit_free(&report);
	return good;
}

START_TEST(no_flipped_bit_that_changes_anything_passes)
{
	const char *wanted = getenv("FLIPS");
	struct how h = { "two-powers", short_game, _i ? DT_SEAL_EPOCH :
	    DT_SEAL_FULL, true, 2, 0, 1 };
	struct stat st;
	struct dt_random random;
	const int most = 300;
	int flips = (wanted ? atoi(wanted) : most) / 2, passed = 0, done = 0;
	play(&h);
	ck_assert_int_eq(stat(path, &st), 0);
	uint64_t before = contents();
	ck_assert_uint_ne(before, 0);
	dt_random_stream(&random, 42, 0, (uint64_t)_i, 0);
	/* Few may all meet free space: so many that one of them is caught. */
	for (; done < flips || (done == passed && done < most); done++) {
		uint64_t word = dt_random_word(&random);
		off_t at = (off_t)((word >> 3) % (uint64_t)st.st_size);
		flip(at, word & 7);
		bool good = passes();
		passed += good;
		ck_assert_msg(!good || contents() == before, "bit %d of byte "
		    "%lld passes", (int)(word & 7), (long long)at);
		flip(at, word & 7);
	}
	ck_assert(passes());
	ck_assert_int_lt(passed, done);
}
END_TEST

static long
step_of(const char *name, long otherwise)
{
	const char *wanted = getenv(name);
	return wanted ? atol(wanted) : otherwise;
}

/* Each allocation of a run fails once (each OWN_EVERY-th): an error, an intact
 * file. */
START_TEST(a_run_survives_every_failed_allocation)
{
	struct how h = { "two-powers", short_game, _i ? DT_SEAL_EPOCH :
	    DT_SEAL_FULL, true, 2, 0, 1 };
	struct dt_experiment e = make(&h);
	bool failed = true;
	for (long after = 0; failed; after += step_of("OWN_EVERY", 3)) {
		struct dt_error err = { 0 };
		dt_memory_fail_after(after);
		enum dt_status status = keep(&h, &e, &err);
		failed = dt_memory_fail_after(-1) > after;
		if (status != DT_OK)
			ck_assert_int_eq(status, DT_ENOMEM);
		if (access(path, F_OK) == 0)
			is_authentic(NULL);
		unlink(path);
	}
}
END_TEST

START_TEST(an_audit_survives_every_failed_allocation)
{
	struct how h = { "two-powers", short_game, _i ? DT_SEAL_EPOCH :
	    DT_SEAL_FULL, true, 2, 0, 1 };
	play(&h);
	bool failed = true;
	for (long after = 0; failed; after += step_of("OWN_EVERY", 3)) {
		struct dt_audit_report report;
		struct dt_error err = { 0 };
		dt_memory_fail_after(after);
		enum dt_status status = audit(&report, &err);
		failed = dt_memory_fail_after(-1) > after;
		ck_assert_msg(status == DT_ENOMEM || (status == DT_OK &&
		    report.faults == 0), "after %ld: %d %s %s", after, status,
		    err.message, report.n ? report.fault[0].words : "");
		dt_audit_free(&report);
	}
}
END_TEST

/* SQLite's own memory, of which the allocation after `left` more fails. */
static sqlite3_mem_methods own;
static long left = -1;

static bool
fails(void)
{
	return left >= 0 && left-- == 0;
}

static void *
own_malloc(int size)
{
	return fails() ? NULL : own.xMalloc(size);
}

static void *
own_realloc(void *block, int size)
{
	return fails() ? NULL : own.xRealloc(block, size);
}

static void
take_over_memory(void)
{
	sqlite3_shutdown();
	ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &own),
	    SQLITE_OK);
	sqlite3_mem_methods methods = own;
	methods.xMalloc = own_malloc;
	methods.xRealloc = own_realloc;
	ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods),
	    SQLITE_OK);
}

/* An allocation of SQLite's in a run fails: an error, or SQLite does without
 * it; and an intact file. */
START_TEST(a_run_survives_sqlite_without_memory)
{
	struct how h = { "two-powers", short_game, _i ? DT_SEAL_EPOCH :
	    DT_SEAL_FULL, true, 2, 0, 1 };
	take_over_memory();
	struct dt_experiment e = make(&h);
	bool failed = true;
	for (long after = 0; failed; after += step_of("EVERY", 181)) {
		struct dt_error err = { 0 };
		left = after;
		enum dt_status status = keep(&h, &e, &err);
		failed = left < 0;
		left = -1;
		ck_assert_msg(status == DT_OK || status == DT_ENOMEM,
		    "after %ld: %d %s", after, status, err.message);
		if (access(path, F_OK) == 0)
			is_authentic(NULL);
		unlink(path);
	}
}
END_TEST

START_TEST(an_audit_survives_sqlite_without_memory)
{
	struct how h = { "two-powers", short_game, _i ? DT_SEAL_EPOCH :
	    DT_SEAL_FULL, true, 2, 0, 1 };
	take_over_memory();
	play(&h);
	bool failed = true;
	for (long after = 0; failed; after += step_of("EVERY", 181)) {
		struct dt_audit_report report;
		struct dt_error err = { 0 };
		left = after;
		enum dt_status status = audit(&report, &err);
		failed = left < 0;
		left = -1;
		ck_assert_msg(status == DT_ENOMEM || (status == DT_OK &&
		    report.faults == 0), "after %ld: %d %s %s", after, status,
		    err.message, report.n ? report.fault[0].words : "");
		dt_audit_free(&report);
	}
}
END_TEST

START_TEST(a_read_only_copy_in_a_read_only_folder_will_do)
{
	play(&full);
	chmod(path, 0400);
	chmod(folder, 0500);
	is_authentic(NULL);
	chmod(folder, 0700);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("evidence_lab");
	TCase *c = tcase_create("all");
	tcase_set_timeout(c, 3600);
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_loop_test(c, what_is_played_is_authentic_at_every_level, 0,
	    3);
	tcase_add_loop_test(c,
	    a_log_does_not_depend_on_threads_or_interruptions, 0, 2);
	tcase_add_test(c, a_log_can_be_made_longer);
	tcase_add_loop_test(c, what_was_changed_is_named, 0,
	    sizeof(changes) / sizeof(changes[0]));
	tcase_add_loop_test(c, what_defines_otherwise_is_refused_by_name, 0,
	    sizeof(definitions) / sizeof(definitions[0]));
	tcase_add_test(c, what_an_older_model_made_is_not_called_altered);
	tcase_add_loop_test(c, what_lanes_played_is_authentic, 0, 2);
	tcase_add_test(c,
	    the_log_of_lanes_does_not_depend_on_threads_or_interruptions);
	tcase_add_loop_test(c, what_was_changed_of_lanes_is_named, 0,
	    sizeof(swaps) / sizeof(swaps[0]));
	tcase_add_loop_test(c, no_flipped_bit_that_changes_anything_passes,
	    0, 2);
	tcase_add_loop_test(c, a_run_survives_every_failed_allocation, 0, 2);
	tcase_add_loop_test(c, an_audit_survives_every_failed_allocation, 0,
	    2);
	tcase_add_loop_test(c, a_run_survives_sqlite_without_memory, 0, 2);
	tcase_add_loop_test(c, an_audit_survives_sqlite_without_memory, 0, 2);
	tcase_add_test(c, a_read_only_copy_in_a_read_only_folder_will_do);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
