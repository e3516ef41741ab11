/*
 * chain_power: very long runs of small chains, by squaring: with P^(2^k) and
 * S_k = I + P + ... + P^(2^k - 1), the rounds are walked by the bits of their
 * number. S_(k+1) = S_k + S_k P^(2^k).
 */
#include "engine/chain_internal.h"

#include <string.h>

#include "base/memory.h"

struct power {
	size_t n;
	double *step, *sum, *other;     /* P^(2^k), S_k, room: n by n */
	double *x, *visits, *room;      /* vectors */
};

/* to = a b */
static void
multiply(const double *a, const double *b, double *to, size_t n)
{
	memset(to, 0, n * n * sizeof(*to));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < n; k++) {
			double by = a[i * n + k];
			for (size_t j = 0; by > 0 && j < n; j++)
				to[i * n + j] += by * b[k * n + j];
		}
}

/* to += x a */
static void
apply(const double *x, const double *a, double *to, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; x[i] > 0 && j < n; j++)
			to[j] += x[i] * a[i * n + j];
}

static void
swap(double **a, double **b)
{
	double *c = *a;
	*a = *b;
	*b = c;
}

static void
take_bit(struct power *p)
{
	apply(p->x, p->sum, p->visits, p->n);
	memset(p->room, 0, p->n * sizeof(*p->room));
	apply(p->x, p->step, p->room, p->n);
	swap(&p->x, &p->room);
}

static void
double_up(struct power *p)
{
	size_t n = p->n;
	multiply(p->sum, p->step, p->other, n);
	for (size_t k = 0; k < n * n; k++)
		p->sum[k] += p->other[k];
	multiply(p->step, p->step, p->other, n);
	swap(&p->step, &p->other);
}

/* x: where it is after so many rounds; visits: in them. */
static void
walk(struct power *p, const struct dt_chain *c, const double *value,
    int64_t rounds)
{
	size_t n = p->n;
	memset(p->step, 0, n * n * sizeof(*p->step));
	memset(p->sum, 0, n * n * sizeof(*p->sum));
	memset(p->x, 0, n * sizeof(*p->x));
	memset(p->visits, 0, n * sizeof(*p->visits));
	memcpy(p->x, c->start, c->started * sizeof(*p->x));
	for (size_t s = 0; s < n; s++) {
		p->sum[s * n + s] = 1;
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
			p->step[s * n + c->to[e]] = value[e];
	}
	for (; rounds > 0; rounds >>= 1) {
		if (rounds & 1)
			take_bit(p);
		if (rounds > 1)
			double_up(p);
	}
}

/* x after one more round; the last of the visits is counted. */
static void
one_more(struct power *p, const struct dt_chain *c, const double *value)
{
	memset(p->room, 0, p->n * sizeof(*p->room));
	for (size_t s = 0; s < p->n; s++) {
		p->visits[s] += p->x[s];
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
			p->room[c->to[e]] += p->x[s] * value[e];
	}
	swap(&p->x, &p->room);
}

static double
entered(const struct dt_chain *c, const double *x)
{
	double sum = 0;
	for (size_t s = 0; s < c->states.n; s++)
		sum += dt_chain_entered(c, s) ? x[s] : 0;
	return sum;
}

static double
ended(const struct dt_chain *c, const double *x)
{
	double sum = 0;
	for (size_t s = 0; s < c->states.n; s++)
		sum += dt_chain_ended(c, s) ? x[s] : 0;
	return sum;
}

/* Sums over t of t (E_t - E_(t-1)), and of t (X_(t+1) - X_t), by parts: E_t is
 * the chance that it has entered by round t, X_t that it ended before. */
static void
answer(struct power *p, const struct dt_chain *c, int64_t rounds,
    struct dt_chain_sums *s)
{
	double t = (double)rounds, quiet = 0, all = 0;
	walk(p, c, c->chance, rounds - 1);
	s->entered = entered(c, p->x);
	s->entered_round = t * s->entered - entered(c, p->visits);
	one_more(p, c, c->chance);
	s->ended = ended(c, p->x);
	s->ended_round = t * s->ended - ended(c, p->visits);
	memcpy(s->visits, p->visits, p->n * sizeof(*s->visits));
	s->rounds = t;
	if (c->quiet == NULL)
		return;
	walk(p, c, c->quiet, rounds);
	for (size_t k = 0; k < p->n; k++) {
		quiet += p->x[k];
		all += p->visits[k];
	}
	s->breached = 1 - quiet;
	s->breached_round = all - t * quiet;
}

enum dt_status
dt_chain_power(const struct dt_chain *c, int64_t rounds,
    struct dt_chain_sums *sums, struct dt_error *err)
{
	size_t n = c->states.n;
	struct power p = { .n = n };
	double *room = dt_memory_new(3 * n * n + 3 * n, sizeof(*room));
	if (room == NULL)
		return dt_status_no_memory(err);
	p.step = room;
	p.sum = room + n * n;
	p.other = room + 2 * n * n;
	p.x = room + 3 * n * n;
	p.visits = p.x + n;
	p.room = p.visits + n;
	answer(&p, c, rounds, sums);
	dt_memory_free(room);
	return DT_OK;
}
