-- title: Pauses round by round
-- about: One row a round, all runs that played it taken together. The interval
--        at 95% is Wilson's for so many runs: as wide as if all agents of a
--        run did alike, so that it is rather too wide than too narrow.
--        Experiments without the detail 'rounds' are not in it. Needs
--        'detente query': stock SQLite has no intervals.
-- question: How does pausing change from round to round?
-- parameter: experiment integer (number); of this one; all where empty
-- column: low95 (share); lower end of the 95% interval of pause_share
-- column: high95 (share); upper end of it
-- empty: no experiment keeps the detail 'rounds'
-- example: experiment=1
-- picture: lines x=round y=pause_share low=low95 high=high95
--          group=treaty,experiment_id
WITH seats AS (
    SELECT experiment_id, count(*) AS n FROM agent GROUP BY experiment_id
)
SELECT t.experiment_id, e.scenario, e.treaty, t.round, t.runs,
    round(1.0 * t.pauses / (t.runs * s.n), 4) AS pause_share,
    round(wilson_low(1.0 * t.pauses / s.n, t.runs), 4) AS low95,
    round(wilson_high(1.0 * t.pauses / s.n, t.runs), 4) AS high95,
    round(1.0 * t.all_paused / t.runs, 4) AS all_paused_share,
    round(1.0 * t.in_force / t.runs, 4) AS in_force_share
FROM round_tally AS t
JOIN seats AS s USING (experiment_id)
JOIN experiment AS e USING (experiment_id)
WHERE t.experiment_id BETWEEN ifnull(:experiment, 0)
    AND ifnull(:experiment, 9e18)
ORDER BY t.experiment_id, t.round;
