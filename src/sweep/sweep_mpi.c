/*
 * sweep_mpi: see sweep_mpi.h. The one file that knows MPI.
 *
 * A worker asks (ASK); rank 0 answers with the numbers of some cells (CELLS),
 * or with none, which ends it. Each answer comes back by itself (ANSWER): a
 * struct, the figures of the agents, and then the strings that they point to.
 * All ranks are the same program on the same kind of machine.
 */
#include "config.h"

#include "sweep/sweep_mpi.h"

#ifdef HAVE_MPI

#include <mpi.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"

enum { ASK = 1, CELLS, ANSWER };
enum { HAND_MOST = 64 };        /* cells at a time */

#define WORD(number) #number
#define MPI_WORDS(major, minor) "MPI " WORD(major) "." WORD(minor)

const char *
dt_sweep_mpi_version(void)
{
	return MPI_WORDS(MPI_VERSION, MPI_SUBVERSION);
}

/* Whether somebody launched several of us. */
static bool
is_launched(void)
{
	return getenv("OMPI_COMM_WORLD_SIZE") != NULL ||
	    getenv("PMIX_RANK") != NULL || getenv("PMI_RANK") != NULL;
}

enum dt_status
dt_sweep_mpi_open(struct dt_sweep_mpi *m, struct dt_error *err)
{
	*m = (struct dt_sweep_mpi){ .size = 1 };
	if (!is_launched())
		return DT_OK;
	if (MPI_Init(NULL, NULL) != MPI_SUCCESS)
		return dt_status_fail(err, DT_EIO, "MPI does not start");
	m->open = true;
	MPI_Comm_rank(MPI_COMM_WORLD, &m->rank);
	MPI_Comm_size(MPI_COMM_WORLD, &m->size);
	m->working = m->rank == 0 ? m->size - 1 : 1;
	return DT_OK;
}

uint64_t
dt_sweep_mpi_share(const struct dt_sweep_mpi *m, uint64_t number)
{
	if (m->size > 1)
		MPI_Bcast(&number, 1, MPI_UINT64_T, 0, MPI_COMM_WORLD);
	return number;
}

static void
add_string(struct dt_text *text, const char *string)
{
	dt_text_add_n(text, string, strlen(string) + 1);
}

static void
pack(const struct dt_sweep_result *r, struct dt_text *text)
{
	text->size = 0;
	dt_text_add_n(text, (const char *)r, sizeof(*r));
	if (r->status != DT_OK)
		return;
	dt_text_add_n(text, (const char *)r->outcomes,
	    r->n_outcomes * sizeof(*r->outcomes));
	add_string(text, r->cell.key);
	add_string(text, r->cell.config_sha256);
	add_string(text, r->cell.engine);
	for (size_t i = 0; i < r->n_outcomes; i++) {
		add_string(text, r->outcomes[i].name);
		add_string(text, r->outcomes[i].strategy);
	}
}

/* The string at *at, which goes on behind it. */
static const char *
next_string(const char **at)
{
	const char *string = *at;
	*at += strlen(string) + 1;
	return string;
}

static void
unpack(struct dt_sweep_mpi *m)
{
	struct dt_sweep_result *r = &m->result;
	const char *at = m->bytes + sizeof(*r);
	memcpy(r, m->bytes, sizeof(*r));
	r->arena = (struct dt_arena){ 0 };
	if (r->status != DT_OK)
		return;
	/* its offset in bytes is a multiple of its alignment */
	r->outcomes = (struct dt_store_cell_outcome *)(void *)(m->bytes +
	    sizeof(*r));
	at += r->n_outcomes * sizeof(*r->outcomes);
	r->cell.key = next_string(&at);
	r->cell.config_sha256 = next_string(&at);
	r->cell.engine = next_string(&at);
	for (size_t i = 0; i < r->n_outcomes; i++) {
		r->outcomes[i].name = next_string(&at);
		r->outcomes[i].strategy = next_string(&at);
	}
}

static void
send_answers(const struct dt_sweep *sweep, const int64_t *cells, int n,
    int threads)
{
	struct dt_sweep_play *play = NULL;
	struct dt_sweep_play_request request = { .sweep = sweep,
		.cells = cells, .n = n, .threads = threads };
	const struct dt_sweep_result *result = NULL;
	struct dt_sweep_result failed = { 0 };
	struct dt_text text = { 0 };
	bool waiting = false;
	if (sweep == NULL)
		failed.status = dt_status_fail(&failed.error, DT_EIO,
		    "a process could not read the sweep");
	else
		failed.status = dt_sweep_play_new(&play, &request,
		    &failed.error);
	while (failed.status == DT_OK) {
		failed.status = dt_sweep_play_next(play, &result, &waiting,
		    &failed.error);
		if (result == NULL && !waiting)
			break;
		if (failed.status != DT_OK || waiting)
			continue;
		pack(result, &text);
		MPI_Send(text.bytes, (int)text.size, MPI_BYTE, 0, ANSWER,
		    MPI_COMM_WORLD);
	}
	if (failed.status != DT_OK) {
		pack(&failed, &text);
		MPI_Send(text.bytes, (int)text.size, MPI_BYTE, 0, ANSWER,
		    MPI_COMM_WORLD);
	}
	dt_sweep_play_free(play);
	dt_text_free(&text);
}

void
dt_sweep_mpi_work(struct dt_sweep_mpi *m, const struct dt_sweep *sweep,
    int threads)
{
	int64_t cells[HAND_MOST];
	int n;
	while (m->working > 0) {
		MPI_Status status;
		MPI_Send(NULL, 0, MPI_BYTE, 0, ASK, MPI_COMM_WORLD);
		MPI_Recv(cells, HAND_MOST, MPI_INT64_T, 0, CELLS,
		    MPI_COMM_WORLD, &status);
		MPI_Get_count(&status, MPI_INT64_T, &n);
		if (n > 0)
			send_answers(sweep, cells, n, threads);
		m->working = n > 0;
	}
}

enum dt_status
dt_sweep_mpi_deal(struct dt_sweep_mpi *m, const int64_t *cells, int64_t n,
    struct dt_error *err)
{
	(void)err;
	m->todo = cells;
	m->n_todo = n;
	return DT_OK;
}

/* Fewer at a time towards the end, so that nobody waits long for the last. */
static void
hand_out(struct dt_sweep_mpi *m, int rank)
{
	int64_t left = m->n_todo - m->dealt;
	int64_t n = left / (4 * (m->size - 1)) + 1;
	n = n > HAND_MOST ? HAND_MOST : n > left ? left : n;
	MPI_Send(m->todo + m->dealt, (int)n, MPI_INT64_T, rank, CELLS,
	    MPI_COMM_WORLD);
	m->dealt += n;
	m->working -= n == 0;
}

static void
pause_a_little(void)
{
	const struct timespec little = { 0, 50000 };
	nanosleep(&little, NULL);
}

static enum dt_status
receive(struct dt_sweep_mpi *m, const MPI_Status *status,
    struct dt_error *err)
{
	int size;
	MPI_Get_count(status, MPI_BYTE, &size);
	if ((size_t)size > m->room) {
		char *bytes = dt_memory_resize(m->bytes, (size_t)size, 1);
		if (bytes == NULL)
			return dt_status_no_memory(err);
		m->bytes = bytes;
		m->room = (size_t)size;
	}
	MPI_Recv(m->bytes, size, MPI_BYTE, status->MPI_SOURCE,
	    status->MPI_TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
	return DT_OK;
}

enum dt_status
dt_sweep_mpi_next(struct dt_sweep_mpi *m,
    const struct dt_sweep_result **result, bool *waiting,
    struct dt_error *err)
{
	enum { LOOKS = 2000 };          /* about a tenth of a second */
	*result = NULL;
	*waiting = false;
	for (int look = 0; look < LOOKS && m->back < m->n_todo; look++) {
		MPI_Status status;
		int there = 0;
		MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD,
		    &there, &status);
		if (!there) {
			pause_a_little();
			continue;
		}
		enum dt_status got = receive(m, &status, err);
		if (got != DT_OK)
			return got;
		if (status.MPI_TAG == ASK) {
			hand_out(m, status.MPI_SOURCE);
			continue;
		}
		unpack(m);
		m->back++;
		*result = &m->result;
		if (m->result.status != DT_OK && err != NULL)
			*err = m->result.error;
		return m->result.status;
	}
	*waiting = m->back < m->n_todo;
	return DT_OK;
}

/* Answers that are still under way after an interruption are dropped. */
void
dt_sweep_mpi_close(struct dt_sweep_mpi *m)
{
	m->n_todo = m->dealt;
	if (m->open && m->rank > 0)
		dt_sweep_mpi_work(m, NULL, 1);
	while (m->open && m->working > 0) {
		MPI_Status status;
		MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD,
		    &status);
		if (receive(m, &status, NULL) != DT_OK)
			MPI_Abort(MPI_COMM_WORLD, 1);
		if (status.MPI_TAG == ASK)
			hand_out(m, status.MPI_SOURCE);
	}
	dt_memory_free(m->bytes);
	m->bytes = NULL;
	if (m->open)
		MPI_Finalize();
	m->open = false;
}

#else

const char *
dt_sweep_mpi_version(void)
{
	return "no MPI";
}

enum dt_status
dt_sweep_mpi_open(struct dt_sweep_mpi *m, struct dt_error *err)
{
	(void)err;
	*m = (struct dt_sweep_mpi){ .size = 1 };
	return DT_OK;
}

void
dt_sweep_mpi_close(struct dt_sweep_mpi *m)
{
	(void)m;
}

uint64_t
dt_sweep_mpi_share(const struct dt_sweep_mpi *m, uint64_t number)
{
	(void)m;
	return number;
}

void
dt_sweep_mpi_work(struct dt_sweep_mpi *m, const struct dt_sweep *sweep,
    int threads)
{
	(void)m;
	(void)sweep;
	(void)threads;
}

enum dt_status
dt_sweep_mpi_deal(struct dt_sweep_mpi *m, const int64_t *cells, int64_t n,
    struct dt_error *err)
{
	(void)m;
	(void)cells;
	(void)n;
	return dt_status_fail(err, DT_EUSAGE, "built without MPI");
}

enum dt_status
dt_sweep_mpi_next(struct dt_sweep_mpi *m,
    const struct dt_sweep_result **result, bool *waiting,
    struct dt_error *err)
{
	(void)m;
	*result = NULL;
	*waiting = false;
	return dt_status_fail(err, DT_EUSAGE, "built without MPI");
}

#endif
