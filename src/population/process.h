/*
 * process: how a finite population changes: one death, one birth or one look
 * at another after the other, with mutation.
 *
 * Fermi (pairwise comparison; Szabó and Tőke 1998; Traulsen, Nowak and Pacheco
 * 2006): one looks at another and takes its strategy over with chance
 * 1/(1 + e^-(F' - F)). Moran (1958; Nowak et al. 2004): one is born by fitness,
 * then one dies by chance. Death-birth (Ohtsuki et al. 2006): one dies by
 * chance, and its neighbours compete for the place by fitness. Wright-Fisher:
 * all are replaced at a time, drawn by fitness. With chance `mutation` one who
 * would be replaced, or the newborn, has another strategy, each as likely.
 *
 * Fitness is kept as a logarithm: no strength of selection overflows.
 */
#ifndef DT_POPULATION_PROCESS_H
#define DT_POPULATION_PROCESS_H

#include "population/fitness.h"
#include "population/network.h"

enum dt_process_rule {
	DT_PROCESS_FERMI, DT_PROCESS_MORAN, DT_PROCESS_WRIGHT_FISHER,
	DT_PROCESS_DEATH_BIRTH
};

/* What fitness a payoff is. */
enum dt_process_map {
	DT_PROCESS_EXPONENTIAL,         /* e^(beta payoff) */
	DT_PROCESS_PAYOFF,      /* background + payoff */
	DT_PROCESS_LINEAR,      /* 1 - beta + beta payoff */
};

struct dt_process {
	const struct dt_fitness *fitness;
	enum dt_process_rule rule;
	enum dt_process_map map;
	double beta;            /* strength of selection */
	double background;
	int64_t z;              /* how many there are */
	double mutation;        /* chance */
	const struct dt_network *network;       /* who meets whom; NULL: all */
};

/* "Fermi", "Moran", ... */
const char *dt_process_name(const struct dt_process *process);

/* DT_EUSAGE: nobody to meet, a fitness that may be 0 or less, a network that
 * the rule does not know, or groups on one. */
enum dt_status dt_process_check(const struct dt_process *process,
    struct dt_error *err);

/* The logarithm of the fitness of who earns so much. */
double dt_process_log_fitness(const struct dt_process *process,
    double payoff);

/* Fermi's chance to change, by how much better the other's logarithm is. */
double dt_process_change(double better);

/*
 * Of k who play a among b, without mutation: the logarithm of how much more
 * likely it is that a gains one than that it loses one, 0 < k < z. Not of
 * Wright-Fisher. On a ring the k stand side by side.
 */
double dt_process_lean(const struct dt_process *process, size_t a, size_t b,
    int64_t k);

/* Its derivative by beta where beta is 0, of exponential fitness: what weak
 * selection does. Linear in the payoffs. */
double dt_process_lean_weak(const struct dt_process *process, size_t a,
    size_t b, int64_t k);

/* The chance that one of i makes place for one of j in a step, [i * n + j],
 * i other than j, mutation counted. Not of Wright-Fisher or of networks. */
void dt_process_flow(const struct dt_process *process,
    const int64_t *counts, double *room, double *flow);

/* Wright-Fisher: the chance that one of the next generation is of each.
 * `room` has n numbers. */
void dt_process_offspring(const struct dt_process *process,
    const int64_t *counts, double *room, double *chance);

#endif
