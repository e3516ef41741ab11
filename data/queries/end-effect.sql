-- title: Whether play changes at the end
-- about: The last rounds of each run beside as many before them: effect is the
--        pause share of the former less that of the latter, so that below 0
--        the end is raced for. The interval at 95% takes a run (of a class, a
--        matching group) as one. Runs shorter than twice so many rounds are
--        not in it, nor experiments that do not keep the detail 'rounds'. Where
--        nobody knows which round is the last, there is no end to see. Needs
--        'detente query': stock SQLite has no intervals.
-- question: Is there an end effect?
-- parameter: last integer = 5 (rounds); how many at the end
-- parameter: experiment integer (number); of this one; all where empty
-- column: clusters (runs); or matching groups of a class
-- column: before_share (share); paused of the moves in the rounds before
-- column: last_share (share); paused of the moves in the last rounds
-- column: effect (share); last_share less before_share
-- column: low95 (share); lower end of the 95% interval of effect
-- column: high95 (share); upper end of it
-- empty: no run of an experiment that keeps the detail 'rounds' is long
--        enough
-- example: last=3
-- picture: bars x=treaty,experiment_id y=effect low=low95 high=high95
--          group=scenario
WITH own AS (
    SELECT r.experiment_id, c.cluster,
        sum(m.executed = 'PAUSE' AND m.round > r.rounds - ifnull(:last, 5))
            AS last,
        sum(m.executed = 'PAUSE' AND m.round <= r.rounds - ifnull(:last, 5))
            AS before,
        count(*) / 2 AS moves, count(DISTINCT r.run) AS runs
    FROM run AS r
    JOIN cluster AS c USING (experiment_id, run)
    CROSS JOIN move AS m ON m.experiment_id = r.experiment_id
        AND m.run = r.run AND m.round > r.rounds - 2 * ifnull(:last, 5)
    WHERE r.rounds >= 2 * ifnull(:last, 5) AND ifnull(:last, 5) > 0
        AND r.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY r.experiment_id, c.cluster
)
SELECT o.experiment_id, e.scenario, e.treaty, sum(runs) AS runs,
    count(*) AS clusters, round(ratio(before, moves), 4) AS before_share,
    round(ratio(last, moves), 4) AS last_share,
    round(ratio(last - before, moves), 4) AS effect,
    round(ratio_low(last - before, moves), 4) AS low95,
    round(ratio_high(last - before, moves), 4) AS high95
FROM own AS o
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id
ORDER BY o.experiment_id;
