-- From version 1 of the tables to version 2, the first that détente 0.2.0
-- writes: one name for a figure everywhere, and what is paid (fines,
-- monitoring) is a positive number that was subtracted from payoff.
--
-- TABLE_1 has the rows as they were; TABLE_2 is what becomes of them. A table
-- that is not named here keeps its rows. See store_migrate.c.

CREATE TEMP VIEW outcome_2 AS
	SELECT experiment_id, run, agent, rounds_paused, rounds_party, slips,
	    stopped_races, breaches, alarms_right, alarms_wrong,
	    breaches_missed, false_declarations, payoff_total,
	    0.0 - fines_total AS fines_total,
	    0.0 - monitoring_total AS monitoring_total, transfers_total
	FROM outcome_1;

CREATE TEMP VIEW move_code_2 AS
	SELECT experiment_id, run, round, agent, flags, alarms_seen, payoff,
	    0.0 - fine AS fine
	FROM move_code_1;

CREATE TEMP VIEW cell_2 AS
	SELECT sweep_id, cell, cell_key, config_sha256, engine, states, runs,
	    pause_share, pause_share_se, all_paused_share, all_paused_share_se,
	    payoff_per_round, payoff_per_round_se, in_force_share,
	    suspended_share, entered_share, mean_entered_round, ended_share,
	    mean_ended_round, breached_share, mean_breached_round,
	    rounds_per_run, breaches_per_run, alarms_right_per_run,
	    alarms_wrong_per_run, missed_per_run AS breaches_missed_per_run,
	    0.0 - fines_per_run AS fines_per_run
	FROM cell_1;

CREATE TEMP VIEW cell_outcome_2 AS
	SELECT sweep_id, cell, agent, name, strategy, pause_share,
	    pause_share_se, payoff_per_round, payoff_per_round_se, party_share,
	    breaches_per_run, alarms_right_per_run, alarms_wrong_per_run,
	    missed_per_run AS breaches_missed_per_run,
	    false_declarations_per_run, slips_per_run,
	    stopped_per_run AS stopped_races_per_run,
	    0.0 - fines_per_run AS fines_per_run,
	    0.0 - monitoring_per_run AS monitoring_per_run, transfers_per_run
	FROM cell_outcome_1;
