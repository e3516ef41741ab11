-- From version 3 of the tables to version 4: what rounds come to is kept beside
-- them, in tally_code, pair and round_tally.
--
-- Their rows follow from those of round and move_code: store_count.c puts
-- them once these are there, as the store does when a run is written.

-- The table subject is of imported play, which version 3 had none of: it is empty.

-- The phase of the rounds of real parties was spelt in a way of its own.
CREATE TEMP VIEW round_4 AS
	SELECT experiment_id, run, round,
	    CASE WHEN phase = 'in-force' AND engine = 'party' THEN 'in force'
	        ELSE phase END AS phase
	FROM round_3 JOIN experiment_3 USING (experiment_id);
