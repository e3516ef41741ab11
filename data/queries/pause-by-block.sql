-- title: Pauses by the block of a lesson
-- about: One row a block of a class and treaty, all moves that were made in it
--        taken together. The interval at 95% takes a matching group as one; it
--        is empty where there are too few. Needs 'detente query': stock SQLite
--        has no intervals.
-- question: How much did a class pause in each block?
-- column: clusters (groups); matching groups that played it
-- column: low95 (share); lower end of the 95% interval of pause_share
-- column: high95 (share); upper end of it
-- empty: nobody played: all of the file was simulated
-- picture: bars x=block,scenario y=pause_share low=low95 high=high95
--          group=treaty
WITH own AS (
    SELECT e.scenario, e.treaty, k.block, k.matching_group,
        count(DISTINCT k.run) AS runs, sum(o.rounds_paused) AS paused,
        sum(r.rounds) AS moves
    FROM class_run AS k
    JOIN experiment AS e USING (experiment_id)
    JOIN run AS r USING (experiment_id, run)
    JOIN outcome AS o USING (experiment_id, run)
    GROUP BY k.experiment_id, k.block, k.matching_group
)
SELECT block, scenario, treaty, sum(runs) AS runs, count(*) AS clusters,
    round(ratio(paused, moves), 4) AS pause_share,
    round(max(0, ratio_low(paused, moves)), 4) AS low95,
    round(min(1, ratio_high(paused, moves)), 4) AS high95
FROM own
GROUP BY block, scenario, treaty
ORDER BY block, scenario, treaty;
