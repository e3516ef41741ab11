/*
 * stage: what theory says of a symmetric 2x2 game, once and repeated.
 *
 * R reward, S sucker, T temptation, P punishment (game/payoff.h). Chances of
 * the public signal: a false alarm when all pause, d alarm when one races.
 */
#ifndef DT_SOLVE_STAGE_H
#define DT_SOLVE_STAGE_H

#include "game/payoff.h"

enum dt_stage_type {
	DT_STAGE_PRISONERS_DILEMMA,     /* T > R > P > S */
	DT_STAGE_STAG_HUNT,             /* R > T >= P > S, or R > P > T > S:
	                                 * the trust dilemma */
	DT_STAGE_CHICKEN,               /* T > R > S > P */
	DT_STAGE_HARMONY,               /* PAUSE dominates: R > T and S > P */
	DT_STAGE_DEADLOCK,              /* RACE dominates and P >= R */
	DT_STAGE_OTHER,                 /* ties */
};

enum dt_stage_type dt_stage_type_of(const struct dt_payoff_matrix *m);

/* "prisoner's dilemma", and a sentence on what it means for a pause. */
const char *dt_stage_name(enum dt_stage_type type);
const char *dt_stage_meaning(enum dt_stage_type type);

/*
 * Least continuation for which grim is a Nash equilibrium of the game with
 * perfect monitoring: (T-R)/(T-v) (Friedman 1971), v the best that one gets
 * against a racer: P, or S where that is more. For (5,3,1,0): .5; for chicken
 * (5,4,0,1): .25. 0 where pausing needs no punishment, NAN where none does.
 */
double dt_stage_grim(const struct dt_payoff_matrix *m);

/* Whether to race is a best reply to a racer, P >= S. If it is not, as in
 * chicken, who carries out grim's threat would rather give in. */
bool dt_stage_threat_is_credible(const struct dt_payoff_matrix *m);

/*
 * The same for tit for tat: max{(T-R)/(T-P), (T-R)/(R-S)} (Axelrod 1984),
 * against racing on and against racing every other round. For (5,3,1,0): 2/3.
 */
double dt_stage_tit_for_tat(const struct dt_payoff_matrix *m);

/*
 * The price of false alarms: the best payoff of a strongly symmetric public
 * perfect equilibrium with pausing, v* = R - g a/(d - a), g = T - R (Abreu,
 * Pearce and Stacchetti 1986), and the least continuation for it,
 * g/(g + (d-a)(v* - P)). For (5,3,1,0), a .05, d .5: 2.7778 and .7143.
 * NAN where d <= a, where v* <= P (then nothing is better than racing), and
 * where the threat to race is not credible.
 */
struct dt_stage_price {
	double value, continuation;
};
struct dt_stage_price dt_stage_price(const struct dt_payoff_matrix *m,
    double false_alarm, double detection);

/* The punishment chance per alarm that gives v* at continuation c:
 * (1-c) g/(c (d-a)(v*-P)). For the above at c .95: .13158. */
double dt_stage_punishment(const struct dt_payoff_matrix *m,
    double false_alarm, double detection, double continuation);

/*
 * Of n parties each watched by a signal of its own, the chance that any
 * alarm is raised: when all pause, 1-(1-f)^n; when one of them races,
 * 1-(1-f)^(n-1) miss.
 */
double dt_stage_any_false_alarm(size_t parties, double false_alarm);
double dt_stage_any_detection(size_t parties, double miss,
    double false_alarm);

#endif
