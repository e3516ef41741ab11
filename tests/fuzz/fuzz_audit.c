/*
 * fuzz_audit: a signed database with any bytes changed is audited. The input
 * is a list of changes, each an offset (3 bytes, big-endian, taken modulo the
 * file's size) and a byte that is xored there; so it stays small, and most of
 * the file stays a database. The scenario is found by $srcdir.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fuzz.h"
#include "audit/audit.h"
#include "play/play.h"
#include "play/record.h"

static char path[] = "/tmp/fuzz_audit.XXXXXX";
static unsigned char *whole, *changed;
static size_t size_of_whole;

static void
make(struct dt_experiment *e, struct dt_arena *arena)
{
	static const char *brought[2];
	static const char *const sets[] = { "rounds=6", NULL };
	struct dt_catalogue catalogue;
	struct dt_faults faults = { .arena = arena };
	struct dt_experiment_request request = { .scenario = "two-powers",
	    .sets = sets, .seed = 7, .rounds = -1, .runs = 2 };
	brought[0] = getenv("srcdir") ? getenv("srcdir") : ".";
	fuzz_need(dt_catalogue_open(&catalogue, arena, NULL, brought, NULL)
	    == DT_OK);
	fuzz_need(dt_experiment_make(&catalogue, &request, e, &faults, NULL)
	    == DT_OK);
}

static void
keep(const struct dt_experiment *e)
{
	struct dt_store *store;
	struct dt_record record;
	struct dt_record_provenance provenance = { .command = "run",
	    .version = "1", .libraries = "none", .evidence = DT_SEAL_FULL };
	struct dt_play *play;
	const struct dt_play_run *run;
	bool done[2];
	fuzz_need(dt_store_open(&store, path, DT_STORE_APPEND, NULL) ==
	    DT_OK && dt_record_begin(&record, store, e, &provenance, true,
	    done, NULL) == DT_OK);
	struct dt_play_request request = { .runs = e->runs, .threads = 1,
	    .rounds = true, .seals = &record.evidence->maker };
	fuzz_need(dt_play_new(&play, e, &request, NULL) == DT_OK);
	while (dt_play_next(play, &run, NULL) == DT_OK && run != NULL)
		fuzz_need(dt_record_run(&record, run, NULL) == DT_OK);
	dt_play_free(play);
	fuzz_need(dt_record_end(&record, true, NULL) == DT_OK);
	dt_record_free(&record);
	fuzz_need(dt_store_close(store, NULL) == DT_OK);
}

static void
start(void)
{
	struct dt_arena arena = { 0 };
	struct dt_experiment e;
	struct stat st;
	if (whole != NULL)
		return;
	setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
	int file = mkstemp(path);
	fuzz_need(file >= 0);
	close(file);
	unlink(path);
	make(&e, &arena);
	keep(&e);
	dt_arena_free(&arena);
	file = open(path, O_RDONLY);
	fuzz_need(fstat(file, &st) == 0);
	size_of_whole = (size_t)st.st_size;
	whole = malloc(size_of_whole);
	changed = malloc(size_of_whole);
	fuzz_need(whole != NULL && changed != NULL && read(file, whole,
	    size_of_whole) == (ssize_t)size_of_whole);
	close(file);
	unlink(path);
}

static void
write_changed(void)
{
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	fuzz_need(file >= 0 && write(file, changed, size_of_whole) ==
	    (ssize_t)size_of_whole);
	close(file);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dt_audit_request request = { .threads = 1 };
	struct dt_audit_report report;
	start();
	memcpy(changed, whole, size_of_whole);
	for (size_t i = 0; i + 4 <= size; i += 4)
		changed[((size_t)data[i] << 16 | (size_t)data[i + 1] << 8 |
		    data[i + 2]) % size_of_whole] ^= data[i + 3];
	bool same = memcmp(changed, whole, size_of_whole) == 0;
	write_changed();
	enum dt_status status = dt_audit_file(path, &request, &report, NULL);
	fuzz_need(!same || (status == DT_OK && report.faults == 0));
	dt_audit_free(&report);
	unlink(path);
	return 0;
}
