/*
 * sweep_mpi: cells of a sweep answered by several processes under mpirun.
 *
 * Rank 0 deals out cells and is the one that writes; the others answer and
 * send the rows back, in no order. Without mpirun, or without MPI at
 * configure, a process is alone: size is 1, and the calls do nothing.
 */
#ifndef DT_SWEEP_MPI_H
#define DT_SWEEP_MPI_H

#include "sweep/sweep_play.h"

struct dt_sweep_mpi {
	int rank, size;
	bool open;
	const int64_t *todo;            /* rank 0: what is to be dealt */
	int64_t n_todo, dealt, back;    /* cells; sent out; answered */
	int working;                    /* those that have not been told that
	                                 * there is no more */
	struct dt_sweep_result result;  /* the last one that came back */
	char *bytes;                    /* as it came; owned */
	size_t room;
};

/* "MPI 3.1", the standard that it was built for, or "no MPI". */
const char *dt_sweep_mpi_version(void);

enum dt_status dt_sweep_mpi_open(struct dt_sweep_mpi *mpi,
    struct dt_error *err);
/* Rank 0 sends the others home first. */
void dt_sweep_mpi_close(struct dt_sweep_mpi *mpi);

/* Rank 0's number, for all. */
uint64_t dt_sweep_mpi_share(const struct dt_sweep_mpi *mpi, uint64_t number);

/* The others: answers cells until rank 0 has no more; refuses them if sweep
 * is NULL. */
void dt_sweep_mpi_work(struct dt_sweep_mpi *mpi,
    const struct dt_sweep *sweep, int threads);

/* Rank 0: as dt_sweep_play_new and dt_sweep_play_next. */
enum dt_status dt_sweep_mpi_deal(struct dt_sweep_mpi *mpi,
    const int64_t *cells, int64_t n, struct dt_error *err);
enum dt_status dt_sweep_mpi_next(struct dt_sweep_mpi *mpi,
    const struct dt_sweep_result **result, bool *waiting,
    struct dt_error *err);

#endif
