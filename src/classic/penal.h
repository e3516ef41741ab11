/*
 * penal: the strongest punishment that carries itself out, in the oligopoly
 * of n equal firms without costs and a price of 1 - Q (Abreu 1986): it matters
 * where a party can be held below what the one-round equilibrium gives it. A
 * prisoner's dilemma is not such a game. Closed forms; n >= 2.
 */
#ifndef DT_CLASSIC_PENAL_H
#define DT_CLASSIC_PENAL_H

/* What one gains in a round by its best reply to the others' share of the
 * monopoly, ((n-1)/(4n))^2. n 2: 1/64. */
double dt_penal_gain(double n);

/* The least continuation at which the monopoly is held by a return to the
 * one-round equilibrium, (n+1)^2/((n+1)^2 + 4n). n 2: 9/17. */
double dt_penal_nash(double n);

/*
 * The same by carrot and stick: after a departure all flood the market with x
 * each for one round, and then return; who departs in that round brings it
 * upon itself again. x is such that both departures are as tempting. While the
 * best reply to it sells something (n up to 5) x = (3n-1)/(2n(n+1)) and c =
 * G/(1/(4n) - x (1 - n x)); n 2: 5/12 and 9/32. From 6 on the best reply is to
 * sell nothing, and n x^2 - x = G: c = G/(G + 1/(4n)), which no punishment can
 * go below.
 */
struct dt_penal_stick {
	double each;            /* x */
	double continuation;
};
struct dt_penal_stick dt_penal_stick(double n);

/* Where the price cannot fall below 0: one flooded round, 4 n G (above 1 for
 * n >= 6: one round is too little), and flooding for ever, G/(G + 1/(4n)).
 * n 2: 1/8, 1/9. */
double dt_penal_flooded(double n);
double dt_penal_bound(double n);

#endif
