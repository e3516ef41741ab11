/*
 * memoryless: a race in which nothing but who races matters, for exact
 * answers. Each of n either races or pauses, for ever. A racer wins at rate
 * lam (Vw to it, Vl to each other) and brings about a disaster at rate eta (-L
 * to all), at a flow cost c; payoffs are discounted at r a year; all end with
 * a win or a disaster. Made for this project: models page, A9.
 */
#ifndef DT_RACE_MEMORYLESS_H
#define DT_RACE_MEMORYLESS_H

#include <stdint.h>

struct dt_memoryless {
	int64_t n;              /* 1 or more */
	double win;             /* lam > 0 a year */
	double winner, loser;   /* Vw, Vl */
	double disaster;        /* eta >= 0 a year and racer */
	double loss;            /* L >= 0 */
	double cost;            /* c >= 0 a year */
	double discount;        /* r > 0 a year */
};

/* What a party gets where m race, it among them or not: [lam Vw 1 + lam (m -
 * 1) Vl - eta m L - c 1]/(r + (lam + eta) m). 0 where nobody does. */
double dt_memoryless_value(const struct dt_memoryless *race, int64_t racers,
    int races);

/* Pausing is better for all than racing, and racing alone better than pausing:
 * eta in an interval, which may be empty (low >= high). Needs L > 0. */
struct dt_memoryless_window {
	double low, high;
};
struct dt_memoryless_window dt_memoryless_dilemma(
    const struct dt_memoryless *race);

/* The longest a racer may go unseen, all racing after that, before racing
 * pays: ln((J_alone - J_all)/J_alone)/(r + lam + eta). INFINITY: it never
 * pays; 0: it pays at once, as all racing is no threat. */
double dt_memoryless_delay(const struct dt_memoryless *race);

/* The eta from which on a pause is the best reply to n - 1 racers; INFINITY:
 * never. */
double dt_memoryless_pause_from(const struct dt_memoryless *race);

#endif
