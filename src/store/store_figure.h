/*
 * store_figure: the figures that are told of a run and of a cell of a sweep,
 * each under one name, in the order of the columns of cell and cell_outcome.
 *
 * The two lists are the table of figures; play/figure.h adds to each row how
 * it is worked out. A row drives what it names: the text, JSON and CSV of `run`
 * and `sweep`, the words of --measure and of `measure:`, and the columns; tests
 * hold schema.sql and detente-db(5) against it. To add a figure: a row here,
 * its two functions in play/figure.c, its column in schema.sql and in a
 * migration, its line in detente-db(5).
 *
 * One sign convention: what is paid besides the stage game (fines, monitoring)
 * is a positive number that was subtracted from payoff; transfers go both
 * ways, and are signed as they entered payoff.
 */
#ifndef DT_STORE_STORE_FIGURE_H
#define DT_STORE_STORE_FIGURE_H

/* X(ID, name, of what, unit, meaning): of all agents together. */
#define DT_FIGURE_GAMES(X) \
	X(PAUSE, pause_share, ALL, "share", \
	    "of rounds paused, the mean over agents") \
	X(PAUSE_SE, pause_share_se, ALL, "share", \
	    "standard error of pause_share; 0 if exact") \
	X(ALL_PAUSED, all_paused_share, ALL, "share", \
	    "of rounds in which every agent executed PAUSE") \
	X(ALL_PAUSED_SE, all_paused_share_se, ALL, "share", \
	    "standard error of all_paused_share; 0 if exact") \
	X(PAYOFF, payoff_per_round, ALL, "payoff", \
	    "a round, the mean over agents") \
	X(PAYOFF_SE, payoff_per_round_se, ALL, "payoff", \
	    "standard error of payoff_per_round; 0 if exact") \
	X(IN_FORCE, in_force_share, TREATY, "share", \
	    "of rounds in which the treaty was in force") \
	X(SUSPENDED, suspended_share, TREATY, "share", \
	    "of rounds in which the treaty was suspended") \
	X(ENTERED, entered_share, TREATY, "share", \
	    "of runs in which the treaty entered into force") \
	X(ENTERED_ROUND, mean_entered_round, TREATY, "round", \
	    "in which it did, where it did; NULL: never") \
	X(ENDED, ended_share, TREATY, "share", \
	    "of runs in which the treaty ended") \
	X(ENDED_ROUND, mean_ended_round, TREATY, "round", \
	    "the last with the treaty, where it ended; NULL: never, or of " \
	    "version 1") \
	X(BREACHED, breached_share, TREATY, "share", \
	    "of runs with a breach") \
	X(BREACHED_ROUND, mean_breached_round, TREATY, "round", \
	    "of the first one, where there was one; NULL: none") \
	X(ROUNDS, rounds_per_run, ALL, "rounds", \
	    "mean length of a run") \
	X(BREACHES, breaches_per_run, ALL, "per run", \
	    "moves of RACE by a party in force") \
	X(FINDINGS_RIGHT, findings_right_per_run, ALL, "per run", \
	    "findings at a breach") \
	X(FINDINGS_WRONG, findings_wrong_per_run, ALL, "per run", \
	    "findings at a pause") \
	X(MISSED, breaches_missed_per_run, ALL, "per run", \
	    "breaches without a finding") \
	X(FINES, fines_per_run, ALL, "payoff", \
	    "fines paid, subtracted from payoff; >= 0") \
	X(PAUSE_RUN, pause_share_per_run, RACE, "share", \
	    "of rounds paused, the mean over runs of each run's own, long or " \
	    "short; NULL: no race") \
	X(DISASTER, disaster_share, RACE, "share", \
	    "of runs with a disaster; NULL: no race") \
	X(DISASTER_ROUND, mean_disaster_round, RACE, "round", \
	    "of the first one, where there was one; NULL: none") \
	X(MONOPOLY, monopoly_share, RACE, "share", \
	    "of runs in which a lab became a monopoly; NULL: no race") \
	X(MONOPOLY_ROUND, mean_monopoly_round, RACE, "round", \
	    "in which it did, where it did; NULL: never") \
	X(RUNAWAY, runaway_share, RACE, "share", \
	    "of runs in which capability grew without bound; NULL: no race") \
	X(RUNAWAY_ROUND, mean_runaway_round, RACE, "round", \
	    "in which it did, where it did; NULL: never")

/* The same of one agent. */
#define DT_FIGURE_AGENTS(X) \
	X(PAUSE, pause_share, ALL, "share", \
	    "of rounds in which it paused") \
	X(PAUSE_SE, pause_share_se, ERROR, "share", \
	    "standard error of pause_share; 0 if exact") \
	X(PAYOFF, payoff_per_round, ALL, "payoff", \
	    "mean of a round, all flows included") \
	X(PAYOFF_SE, payoff_per_round_se, ERROR, "payoff", \
	    "standard error of payoff_per_round; 0 if exact") \
	X(PARTY, party_share, ALL, "share", \
	    "of rounds as a party of the treaty in force") \
	X(BREACHES, breaches_per_run, ALL, "per run", \
	    "moves of RACE by a party in force") \
	X(FINDINGS_RIGHT, findings_right_per_run, ALL, "per run", \
	    "findings at a breach") \
	X(FINDINGS_WRONG, findings_wrong_per_run, ALL, "per run", \
	    "findings at a pause") \
	X(MISSED, breaches_missed_per_run, ALL, "per run", \
	    "breaches without a finding") \
	X(FALSE_DECLARATIONS, false_declarations_per_run, ALL, "per run", \
	    "declarations in force of what was not executed") \
	X(SLIPS, slips_per_run, ALL, "per run", \
	    "executed moves that were not intended") \
	X(STOPPED, stopped_races_per_run, ALL, "per run", \
	    "races that the host nation stopped") \
	X(FINES, fines_per_run, ALL, "payoff", \
	    "fines paid, subtracted from payoff; >= 0") \
	X(MONITORING, monitoring_per_run, ALL, "payoff", \
	    "cost of monitoring, subtracted from payoff; >= 0") \
	X(TRANSFERS, transfers_per_run, ALL, "payoff", \
	    "side payments, tariffs and shares, signed as they entered") \
	X(PRIZE, prize_per_run, RACE, "payoff", \
	    "its share of the prize, a part of payoff; NULL: no race") \
	X(OVERSIGHT_LOSS, oversight_loss_per_run, RACE, "payoff", \
	    "for lost oversight, subtracted; >= 0; NULL: no race") \
	X(MISALIGNMENT_LOSS, misalignment_loss_per_run, RACE, "payoff", \
	    "for misalignment, subtracted; >= 0; NULL: no race") \
	X(DISRUPTION_LOSS, disruption_loss_per_run, RACE, "payoff", \
	    "for disruption, subtracted; >= 0; NULL: no race") \
	X(MONOPOLY_LOSS, monopoly_loss_per_run, RACE, "payoff", \
	    "for another's monopoly, subtracted; >= 0; NULL: no race") \
	X(DISASTER_LOSS, disaster_loss_per_run, RACE, "payoff", \
	    "for disasters, subtracted; >= 0; NULL: no race")

#define DT_FIGURE_GAME_(id, ...) DT_CELL_##id,
#define DT_FIGURE_AGENT_(id, ...) DT_FIGURE_##id,
#define DT_FIGURE_WORD_(id, name, ...) " " #name
enum dt_store_figure_game { DT_FIGURE_GAMES(DT_FIGURE_GAME_) DT_CELL_MEASURES };
enum dt_store_figure_agent { DT_FIGURE_AGENTS(DT_FIGURE_AGENT_) DT_CELL_FIGURES };
/* The names of the game's, a space between them. */
#define DT_FIGURE_WORDS (DT_FIGURE_GAMES(DT_FIGURE_WORD_) + 1)

extern const char *const dt_store_figure_words[];       /* NULL-terminated */

#endif
