-- From version 4 of the tables to version 5: a file may keep its rounds packed
-- (packed.sql), in which round is a view; so a choice belongs to an outcome. Rows
-- of version 4 are what they were.

-- Cells know of races, and no cell of version 4 had one.
CREATE TEMP VIEW cell_5 AS
	SELECT *, NULL AS pause_share_per_run, NULL AS disaster_share,
	    NULL AS mean_disaster_round, NULL AS monopoly_share,
	    NULL AS mean_monopoly_round, NULL AS runaway_share,
	    NULL AS mean_runaway_round
	FROM cell_4;

CREATE TEMP VIEW cell_outcome_5 AS
	SELECT *, NULL AS prize_per_run,
	    NULL AS oversight_loss_per_run,
	    NULL AS misalignment_loss_per_run,
	    NULL AS disruption_loss_per_run,
	    NULL AS monopoly_loss_per_run,
	    NULL AS disaster_loss_per_run
	FROM cell_outcome_4;
