/* sincerity: see sincerity.h. */
#include "classic/sincerity.h"

#include <math.h>

#include "base/number.h"

double
dt_sincerity_least(const struct dt_sincerity *s)
{
	return s->cost - s->called_in * s->benefit;
}

double
dt_sincerity_most(const struct dt_sincerity *s)
{
	return s->cost + s->called_in * s->loss;
}

static enum dt_sincerity_kind
kind_of(bool sincere_calls, bool cynic_calls)
{
	if (sincere_calls)
		return cynic_calls ? DT_SINCERITY_POOLING_CALL :
		    DT_SINCERITY_SEPARATING;
	return cynic_calls ? DT_SINCERITY_REVERSED :
	    DT_SINCERITY_POOLING_SILENT;
}

enum dt_sincerity_kind
dt_sincerity_region(const struct dt_sincerity *s)
{
	return kind_of(s->value >= dt_sincerity_least(s),
	    s->value > dt_sincerity_most(s));
}

double
dt_sincerity_belief(const struct dt_sincerity *s, bool sincere_calls,
    bool cynic_calls)
{
	double sincere = sincere_calls ? s->share : 0;
	double cynic = cynic_calls ? 1 - s->share : 0;
	return sincere + cynic > 0 ? sincere / (sincere + cynic) : NAN;
}

/* What a type gets by calling or not against the audience's replies. */
static double
sender(const struct dt_sincerity *s, const struct dt_sincerity_profile *p,
    bool cynic, bool calls)
{
	double called_in = s->called_in * (cynic ? -s->loss : s->benefit);
	if (!calls)
		return p->believes_silence ? s->value : 0;
	return (p->believes_call ? s->value : 0) - s->cost + called_in;
}

/* By how much the other reply to a message would be better. A message that
 * nobody sends leaves the belief free: either reply suits some belief. */
static double
audience_regret(const struct dt_sincerity *s, double belief, bool believes)
{
	if (isnan(belief))
		return 0;
	double worth = belief * s->right - (1 - belief) * s->wrong;
	return dt_number_max(believes ? -worth : worth, 0);
}

static void
judge(const struct dt_sincerity *s, struct dt_sincerity_profile *p)
{
	double sincere = sender(s, p, false, p->sincere_calls);
	double cynic = sender(s, p, true, p->cynic_calls);
	double regret[] = {
		sender(s, p, false, !p->sincere_calls) - sincere,
		sender(s, p, true, !p->cynic_calls) - cynic,
		audience_regret(s, dt_sincerity_belief(s, p->sincere_calls,
		    p->cynic_calls), p->believes_call),
		audience_regret(s, dt_sincerity_belief(s, !p->sincere_calls,
		    !p->cynic_calls), p->believes_silence),
	};
	p->regret = 0;
	for (size_t i = 0; i < 4; i++)
		p->regret = dt_number_max(p->regret, regret[i]);
	bool trusted = p->sincere_calls ? p->believes_call :
	    p->believes_silence;
	bool fooled = p->cynic_calls ? p->believes_call : p->believes_silence;
	p->payoff[0] = sincere;
	p->payoff[1] = cynic;
	p->payoff[2] = (trusted ? s->share * s->right : 0) -
	    (fooled ? (1 - s->share) * s->wrong : 0);
	p->kind = kind_of(p->sincere_calls, p->cynic_calls);
}

size_t
dt_sincerity_equilibria(const struct dt_sincerity *s,
    struct dt_sincerity_profile *found)
{
	size_t n = 0;
	for (unsigned i = 0; i < DT_SINCERITY_PROFILES; i++) {
		struct dt_sincerity_profile p = {
			.sincere_calls = i & 1, .cynic_calls = i >> 1 & 1,
			.believes_call = i >> 2 & 1,
			.believes_silence = i >> 3 & 1,
		};
		judge(s, &p);
		if (p.regret <= 1e-12)
			found[n++] = p;
	}
	return n;
}
