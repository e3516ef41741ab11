-- title: Who breached first, and when
-- about: Of the runs in which the treaty was breached, those in which the agent
--        was the first, or among the first of one round. The interval at 95%
--        is Wilson's, over runs. Needs experiments that keep the detail
--        'rounds'. Needs 'detente query': stock SQLite has no intervals.
-- question: Who broke the treaty first, and when?
-- parameter: experiment integer (number); of this one; all where empty
-- column: breached (runs); of the experiment with a breach
-- column: first (runs); in which this agent breached first
-- column: first_share (share); first / breached
-- column: low95 (share); lower end of the 95% interval of first_share
-- column: high95 (share); upper end of it
-- column: first_round_mean (round); of those breaches, mean
-- column: first_round_median (round); median
-- column: first_round_least (round); the earliest
-- empty: no breach in an experiment that keeps the detail 'rounds'
-- picture: bars x=name,experiment_id y=first_share low=low95 high=high95
--          group=treaty
WITH seen AS (
    SELECT r.experiment_id, r.run, r.first_breach_round AS round
    FROM run AS r
    JOIN experiment AS e USING (experiment_id)
    WHERE r.first_breach_round IS NOT NULL AND e.detail = 'rounds'
        AND r.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
), total AS (
    SELECT experiment_id, count(*) AS breached FROM seen
    GROUP BY experiment_id
), first AS (
    SELECT m.experiment_id, m.agent, m.round
    FROM seen AS s
    CROSS JOIN move AS m ON m.experiment_id = s.experiment_id
        AND m.run = s.run AND m.round = s.round
    WHERE m.bound = 1 AND m.executed = 'RACE'
)
SELECT a.experiment_id, e.scenario, e.treaty, a.name, a.strategy, t.breached,
    count(f.round) AS first,
    round(1.0 * count(f.round) / t.breached, 4) AS first_share,
    round(wilson_low(count(f.round), t.breached), 4) AS low95,
    round(wilson_high(count(f.round), t.breached), 4) AS high95,
    round(avg(f.round), 2) AS first_round_mean,
    median(f.round) AS first_round_median,
    min(f.round) AS first_round_least
FROM agent AS a
JOIN total AS t USING (experiment_id)
JOIN experiment AS e USING (experiment_id)
LEFT JOIN first AS f ON f.experiment_id = a.experiment_id
    AND f.agent = a.agent
GROUP BY a.experiment_id, a.agent
ORDER BY a.experiment_id, a.agent;
