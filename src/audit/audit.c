/* audit: see audit.h. The file and its experiments. */
#include "audit/audit_internal.h"
#include "audit/audit_sweep.h"

#include <string.h>

#include "base/memory.h"
#include "play/imported.h"
#include "store/store_solution.h"

static enum dt_status
add_line(struct dt_audit *a, const char *line, size_t size)
{
	return size == 0 ? DT_OK : dt_audit_fault(a,
	    &(struct dt_audit_fault){ .leaf = -1 }, "%.*s", (int)size, line);
}

static enum dt_status
check_file(struct dt_audit *a)
{
	struct dt_text complaints = { 0 };
	bool lost = false;
	enum dt_status status = dt_audit_damage(a, dt_store_scan_check(
	    a->store, &complaints, a->err), &lost);
	if (status == DT_OK && !lost)
		status = dt_audit_damage(a, dt_store_scan_orphans(a->store,
		    &complaints, a->err), &lost);
	const char *at = dt_text_string(&complaints);
	while (status == DT_OK && *at != '\0') {
		size_t n = strcspn(at, "\n");
		status = add_line(a, at, n);
		at += n + (at[n] == '\n');
	}
	dt_text_free(&complaints);
	return status;
}

static struct dt_audit_experiment *
add_experiment(struct dt_audit_report *r)
{
	struct dt_audit_experiment *list = dt_memory_resize(r->experiments,
	    r->n_experiments + 1, sizeof(*list));
	if (list == NULL)
		return NULL;
	r->experiments = list;
	list[r->n_experiments] = (struct dt_audit_experiment){
		.first_halt = -1 };
	return &list[r->n_experiments++];
}

static void
forget(struct dt_audit *a)
{
	dt_registry_free(&a->registry);
	dt_roster_free(a->roster);
	a->roster = NULL;
	a->ratified = 0;
	dt_memory_free(a->epochs);
	dt_arena_free(&a->arena);
	a->epochs = NULL;
	a->n_epochs = a->next_epoch = 0;
	a->leaf = 0;
	a->tree = (struct dt_merkle){ 0 };
	dt_text_free(&a->round.pledges);
	a->round = (struct dt_audit_round){ 0 };
	a->class = (struct dt_audit_class){ 0 };
	a->registry = (struct dt_registry){ 0 };
}

/* What is played again, and whose keys would sign it in a simulation. */
static enum dt_status
audit_played(struct dt_audit *a)
{
	enum dt_status status = dt_roster_new(&a->roster, &a->experiment,
	    a->err);
	if (status == DT_OK)
		status = dt_seal_treaty(&a->experiment.scenario->treaty,
		    a->treaty, NULL, a->err);
	if (status == DT_OK)
		status = dt_audit_class_read(a);
	if (status == DT_OK)
		status = dt_audit_log(a);
	int64_t faults = a->report->faults;
	if (status == DT_OK)
		status = dt_audit_replay(a);
	if (status == DT_OK && a->class.is)
		status = dt_audit_class_rows(a);
	/* of rounds that were not played nobody asks what they come to */
	return status || a->report->faults > faults ? status :
	    dt_audit_counts(a);
}

static enum dt_status
audit_one(struct dt_audit *a, const struct dt_cell *row)
{
	bool plays = false;
	a->now = add_experiment(a->report);
	if (a->now == NULL)
		return dt_status_no_memory(a->err);
	const char *const *leave = a->request->leave;
	const char *engine = row[DT_STORE_SCAN_ENGINE].text;
	bool imported = strcmp(engine, dt_imported_engine) == 0;
	for (; leave != NULL && *leave != NULL; leave++)
		if (strcmp(engine, *leave) == 0)
			a->now->left = *leave;
	enum dt_status status = a->now->left ? dt_audit_left(a, row) :
	    imported ? dt_audit_imported(a, row) :
	    dt_audit_experiment(a, row, &plays);
	a->now->played = plays;
	if (status == DT_OK && !a->now->left && !imported &&
	    !a->request->quick)
		status = plays ? audit_played(a) : dt_audit_cover_aside(a);
	forget(a);
	a->now = NULL;
	return status;
}

static enum dt_status
audit_all(struct dt_audit *a)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	int64_t last = 0;
	enum dt_status status = dt_audit_damage(a, dt_store_scan_open(&scan,
	    a->store, DT_STORE_SCAN_EXPERIMENT,
	    &(struct dt_store_scan_range){ 0 }, a->err), &lost);
	while (status == DT_OK && !lost) {
		status = dt_audit_damage(a, dt_store_scan_next(scan, &row,
		    a->err), &lost);
		if (status != DT_OK || row == NULL)
			break;
		int64_t id = row[DT_STORE_SCAN_ID].integer;
		a->report->id_gaps += id - last - 1;
		last = id;
		status = audit_one(a, row);
	}
	dt_store_scan_close(scan);
	return status;
}

static enum dt_status
count_rows(struct dt_audit *a)
{
	bool lost = false;
	enum dt_status status = dt_audit_damage(a, dt_store_scan_count(
	    a->store, &a->all, a->err), &lost);
	return status ? status : dt_audit_damage(a, dt_store_solution_count(
	    a->store, &a->report->solutions, a->err), &lost);
}

static enum dt_status
audit_store(struct dt_audit *a)
{
	bool quick = a->request->quick;
	enum dt_status status = quick ? DT_OK : check_file(a);
	if (status == DT_OK && !quick)
		status = count_rows(a);
	if (status == DT_OK)
		status = audit_all(a);
	if (status == DT_OK)
		status = dt_audit_sweeps(a);
	return status || quick ? status : dt_audit_damage(a, dt_audit_cover_file(a),
	    &(bool){ false });
}

enum dt_status
dt_audit_file(const char *path, const struct dt_audit_request *request,
    struct dt_audit_report *report, struct dt_error *err)
{
	struct dt_error own;
	*report = (struct dt_audit_report){ 0 };
	struct dt_audit *a = dt_memory_new(1, sizeof(*a));
	if (a == NULL)
		return dt_status_no_memory(err);
	a->request = request;
	a->report = report;
	a->err = err ? err : &own;
	enum dt_status status = dt_sign_init(a->err);
	if (status == DT_OK)
		status = dt_store_open(&a->store, path, DT_STORE_READ,
		    a->err);
	if (status == DT_OK)
		status = audit_store(a);
	(void)dt_store_close(a->store, NULL);
	dt_memory_free(a);
	return status;
}

void
dt_audit_free(struct dt_audit_report *report)
{
	dt_memory_free(report->experiments);
	dt_memory_free(report->identities);
	dt_memory_free(report->sweeps);
	dt_memory_free(report->solutions_aside);
	dt_arena_free(&report->arena);
	*report = (struct dt_audit_report){ 0 };
}
