/* figure: see figure.h. */
#include "play/figure.h"

#include <math.h>
#include <string.h>

/* Nothing is a mean of none. */
static double
over(double sum, double count)
{
	return count > 0 ? sum / count : NAN;
}

/* NAME_played and NAME_exact, as the lists want them; a name of one agent's
 * bears an a_. */
#define PLAYED(name) \
	static double name##_played(const struct dt_summary *s, size_t i)
#define EXACT(name) \
	static double name##_exact(const struct dt_chain_answer *x, size_t i)

/* A mean with its error; exact ones have none. */
#define MEAN(name, ratio, value) \
	PLAYED(name) { (void)i; return dt_summary_mean(&s->ratio); } \
	EXACT(name) { (void)i; return x->value; } \
	PLAYED(name##_se) { (void)i; return dt_summary_error(&s->ratio); } \
	EXACT(name##_se) { (void)x, (void)i; return 0; }

/* A part of all rounds, or of all runs. */
#define PART(name, member, whole, value) \
	PLAYED(name) \
	{ \
		(void)i; \
		return over((double)s->member, (double)s->whole); \
	} \
	EXACT(name) { (void)i; return x->value; }

/* A count of one agent's in a run; or with a sign, money. */
#define COUNT(name, sign, member) \
	PLAYED(a_##name) \
	{ \
		return over(sign (double)s->agent[i].sum.member, \
		    (double)s->runs); \
	} \
	EXACT(a_##name) { return sign x->agent[i].member * x->rounds; }

/* The same of all agents together. */
#define SUM(name) \
	PLAYED(name) \
	{ \
		double sum = 0; \
		for (i = 0; i < s->n; i++) \
			sum += a_##name##_played(s, i); \
		return sum; \
	} \
	EXACT(name) \
	{ \
		double sum = 0; \
		for (i = 0; i < x->n; i++) \
			sum += a_##name##_exact(x, i); \
		return sum; \
	}

MEAN(a_pause_share, agent[i].paused, agent[i].paused)
MEAN(a_payoff_per_round, agent[i].payoff, agent[i].payoff)
MEAN(all_paused_share, all_paused, all_paused)
PART(in_force_share, in_force, rounds, in_force)
PART(suspended_share, suspended, rounds, suspended)
PART(entered_share, entered, runs, entered)
PART(mean_entered_round, entered_round, entered, entered_round)
PART(ended_share, ended, runs, ended)
PART(mean_ended_round, ended_round, ended, ended_round)
PART(breached_share, breached, runs, breached)
PART(mean_breached_round, breached_round, breached, breached_round)
PART(rounds_per_run, rounds, runs, rounds)
PART(a_party_share, agent[i].sum.party, rounds, agent[i].party)
COUNT(breaches_per_run, +, breaches)
COUNT(findings_right_per_run, +, alarms_right)
COUNT(findings_wrong_per_run, +, alarms_wrong)
COUNT(breaches_missed_per_run, +, missed)
COUNT(false_declarations_per_run, +, false_declarations)
COUNT(slips_per_run, +, slips)
COUNT(stopped_races_per_run, +, stopped)
COUNT(fines_per_run, 0 -, fines)        /* the engines have them below 0 */
COUNT(monitoring_per_run, 0 -, cost)
COUNT(transfers_per_run, +, transfers)
SUM(breaches_per_run)
SUM(findings_right_per_run)
SUM(findings_wrong_per_run)
SUM(breaches_missed_per_run)
SUM(fines_per_run)

/* Of a race, which an exact answer has none of: a part of all runs; the mean
 * round of it, where it came; and what an agent got or paid in a run. */
#define NO_EXACT(name) \
	EXACT(name) { (void)x, (void)i; return NAN; }
#define RACE_PART(name, member, whole) \
	PLAYED(name) \
	{ \
		(void)i; \
		return s->race ? over((double)s->member, (double)s->whole) : \
		    NAN; \
	} \
	NO_EXACT(name)
#define RACE_SUM(name, sign, part) \
	PLAYED(a_##name) \
	{ \
		return s->race ? over(sign s->agent[i].sum.race[part], \
		    (double)s->runs) : NAN; \
	} \
	NO_EXACT(a_##name)

RACE_PART(disaster_share, disaster, runs)
RACE_PART(mean_disaster_round, disaster_round, disaster)
RACE_PART(monopoly_share, monopoly, runs)
RACE_PART(mean_monopoly_round, monopoly_round, monopoly)
RACE_PART(runaway_share, runaway, runs)
RACE_PART(mean_runaway_round, runaway_round, runaway)
RACE_SUM(prize_per_run, +, DT_RACE_PRIZE)
RACE_SUM(oversight_loss_per_run, 0 -, DT_RACE_OVERSIGHT)
RACE_SUM(misalignment_loss_per_run, 0 -, DT_RACE_MISALIGNMENT)
RACE_SUM(disruption_loss_per_run, 0 -, DT_RACE_DISRUPTION)
RACE_SUM(monopoly_loss_per_run, 0 -, DT_RACE_MONOPOLY)
RACE_SUM(disaster_loss_per_run, 0 -, DT_RACE_DISASTER)
PLAYED(pause_share_per_run)
{
	(void)i;
	return s->race ? dt_summary_mean(&s->paused_run) : NAN;
}
NO_EXACT(pause_share_per_run)

/* The mean over agents: of the rounds of all of them, played; exactly. */
#define MEAN_OF_ALL(name, member) \
	PLAYED(name) { (void)i; return dt_summary_mean(&s->member); } \
	PLAYED(name##_se) { (void)i; return dt_summary_error(&s->member); } \
	EXACT(name) \
	{ \
		double mean = 0; \
		for (i = 0; i < x->n; i++) \
			mean += x->agent[i].member / (double)x->n; \
		return mean; \
	} \
	EXACT(name##_se) { (void)x, (void)i; return 0; }

MEAN_OF_ALL(pause_share, paused)
MEAN_OF_ALL(payoff_per_round, payoff)

#define GAME(id, name, of, unit, help) \
	[DT_CELL_##id] = { #name, unit, help, DT_FIGURE_OF_##of, \
	    name##_played, name##_exact },
#define AGENT(id, name, of, unit, help) \
	[DT_FIGURE_##id] = { #name, unit, help, DT_FIGURE_OF_##of, \
	    a_##name##_played, a_##name##_exact },

const struct dt_figure dt_figure_game[] = { DT_FIGURE_GAMES(GAME) };
const struct dt_figure dt_figure_agent[] = { DT_FIGURE_AGENTS(AGENT) };

double
dt_figure_value(const struct dt_figure *figure,
    const struct dt_summary *summary, const struct dt_chain_answer *exact,
    size_t agent)
{
	return exact != NULL ? figure->exact(exact, agent) :
	    figure->played(summary, agent);
}

bool
dt_figure_is_share(const struct dt_figure *figure)
{
	return strcmp(figure->unit, "share") == 0;
}
