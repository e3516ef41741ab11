-- From version 1 of the tables to version 2, the first that détente 0.2.0
-- writes: one name for a figure everywhere; what is paid (fines, monitoring) is
-- a positive number that was subtracted from payoff; what never came is NULL.
--
-- TABLE_1 has the rows as they were; TABLE_2 is what becomes of them. A table
-- that is not named here keeps its rows. See store_migrate.c.

-- The end was told as the first round without the treaty, or as the last of the
-- run; now it is the last round with it, which follows from the others. What was
-- neither was altered, and stays, so that audit finds it (rows.c, turn_end).
CREATE TEMP VIEW run_2 AS
	SELECT experiment_id, run, rounds, all_paused_rounds, in_force_rounds,
	    suspended_rounds, nullif(entered_round, 0) AS entered_round,
	    CASE WHEN ended_round = 0 THEN NULL
		WHEN entered_round = 0 THEN ended_round
		WHEN ended_round = min(rounds, entered_round + in_force_rounds
		    + suspended_rounds)
		THEN entered_round + in_force_rounds + suspended_rounds - 1
		WHEN ended_round = entered_round + in_force_rounds
		    + suspended_rounds - 1 THEN ended_round + 1
		ELSE ended_round END AS ended_round, ending,
	    nullif(first_breach_round, 0) AS first_breach_round
	FROM run_1;

-- findings were counted as alarms; rounds bound by the treaty were not counted
CREATE TEMP VIEW outcome_2 AS
	SELECT experiment_id, run, agent, rounds_paused, rounds_party, slips,
	    stopped_races, breaches, alarms_right AS findings_right,
	    alarms_wrong AS findings_wrong, breaches_missed, false_declarations,
	    payoff_total, 0.0 - fines_total AS fines_total,
	    0.0 - monitoring_total AS monitoring_total, transfers_total,
	    NULL AS rounds_bound
	FROM outcome_1;

-- 256: finding and bound were not kept
CREATE TEMP VIEW move_code_2 AS
	SELECT experiment_id, run, round, agent, flags + 256 AS flags,
	    alarms_seen, payoff, 0.0 - fine AS fine
	FROM move_code_1;

-- mean_ended_round does not follow from means: it is left open
CREATE TEMP VIEW cell_2 AS
	SELECT sweep_id, cell, cell_key, config_sha256, engine, states, runs,
	    pause_share, pause_share_se, all_paused_share, all_paused_share_se,
	    payoff_per_round, payoff_per_round_se, in_force_share,
	    suspended_share, entered_share,
	    nullif(mean_entered_round, 0) AS mean_entered_round, ended_share,
	    NULL AS mean_ended_round, breached_share,
	    nullif(mean_breached_round, 0) AS mean_breached_round,
	    rounds_per_run, breaches_per_run,
	    alarms_right_per_run AS findings_right_per_run,
	    alarms_wrong_per_run AS findings_wrong_per_run,
	    missed_per_run AS breaches_missed_per_run,
	    0.0 - fines_per_run AS fines_per_run
	FROM cell_1;

CREATE TEMP VIEW cell_outcome_2 AS
	SELECT sweep_id, cell, agent, name, strategy, pause_share,
	    pause_share_se, payoff_per_round, payoff_per_round_se, party_share,
	    breaches_per_run, alarms_right_per_run AS findings_right_per_run,
	    alarms_wrong_per_run AS findings_wrong_per_run,
	    missed_per_run AS breaches_missed_per_run,
	    false_declarations_per_run, slips_per_run,
	    stopped_per_run AS stopped_races_per_run,
	    0.0 - fines_per_run AS fines_per_run,
	    0.0 - monitoring_per_run AS monitoring_per_run, transfers_per_run
	FROM cell_outcome_1;
