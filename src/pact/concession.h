/*
 * concession: when the parties give in. Two models: a war in which each waits
 * for the other, and aspirations that fall with time. Closed forms; nothing is
 * kept.
 */
#ifndef DT_PACT_CONCESSION_H
#define DT_PACT_CONCESSION_H

/*
 * A war of concession, the bargaining phase of Fearon (1998): once somebody
 * has given in it has the flow `low` for ever, the other one `high` > low;
 * before, each pays the flow `cost`. Discounted at rates r > 0.
 */
struct dt_concession {
	double high, low, cost;
	double discount[2];     /* of each side */
};

/*
 * The rate at which side k (0, 1) gives in. It leaves the other side, j,
 * indifferent: r_j low/r_j = -cost + rate (high - low)/r_j, so rate =
 * r_j (low + cost)/(high - low). 3, 1, .5 and .2: .15. 0 or less: nobody
 * waits.
 */
double dt_concession_rate(const struct dt_concession *war, int side);

/* How long it takes on average, 1/(rate 0 + rate 1), and the chance that
 * nobody has given in by a time. .15 and .15: 3.3333; by 10 .0498. */
double dt_concession_delay(const struct dt_concession *war);
double dt_concession_none(const struct dt_concession *war, double time);

/*
 * A party whose aspiration is time-based (Faratin, Sierra and Jennings 1998):
 * at time t in [0, 1], of which 1 is the deadline, it asks for
 * 1 - (1 - reserve) t^(1/e) of the pie. e < 1 holds out (boulware), e > 1
 * gives in early (conceder).
 */
struct dt_concession_curve {
	double e;               /* > 0 */
	double reserve;         /* the least it takes, 0 to 1 */
};

double dt_concession_asks(const struct dt_concession_curve *curve,
    double time);

/* When both together ask for no more than there is; NAN: never, as their
 * reserves are more than 1 together. Both e 1: .5; .2: .5^.2 = .870551. */
double dt_concession_meet(const struct dt_concession_curve *one,
    const struct dt_concession_curve *other);

#endif
