-- title: How far ahead the leader is, in years
-- about: One row a round, all runs that played it taken together. A lab is
--        behind by the years that it would need, racing alone, to be where the
--        leader is: a leader may pause so long and be level. behind_years is
--        the mean over labs that are not known to be behind for ever, and runs;
--        known the share of them. Experiments without the detail 'rounds' are
--        not in it, nor those without a race.
-- question: How long is the lead, in years?
-- parameter: experiment integer (number); of this one; all where empty
-- column: runs (runs); that played the round
-- column: behind_years (years); that a lab is behind the leader, the mean
-- column: known (share); of labs, and runs, whose time is known and finite
-- empty: no experiment with a race keeps the detail 'rounds'
-- example: experiment=1
-- picture: lines x=round y=behind_years group=agent,experiment_id
SELECT l.experiment_id, e.scenario, e.treaty, a.name AS agent, l.round,
    count(*) AS runs, round(avg(l.behind_years), 4) AS behind_years,
    round(1.0 * count(l.behind_years) / count(*), 4) AS known
FROM race_lab AS l
JOIN agent AS a USING (experiment_id, agent)
JOIN experiment AS e USING (experiment_id)
WHERE l.experiment_id BETWEEN ifnull(:experiment, 0)
    AND ifnull(:experiment, 9e18)
GROUP BY l.experiment_id, l.agent, l.round
ORDER BY l.experiment_id, l.agent, l.round;
