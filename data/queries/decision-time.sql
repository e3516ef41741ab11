-- title: How long people took for which move
-- about: One row an experiment and move, over the moves that somebody made (of
--        source human or paper) with a known time. Mean with its interval at
--        95%, a matching group as one (empty where there are too few), median,
--        and the times below which a tenth and nine tenths of the moves lie.
--        Needs 'detente query': stock SQLite has no median.
-- question: Does a PAUSE take longer to decide than a RACE?
-- column: move (move); that was chosen
-- column: moves (moves); with a known time
-- column: mean_ms (milliseconds); mean time
-- column: low95 (milliseconds); lower end of the 95% interval of mean_ms
-- column: high95 (milliseconds); upper end of it
-- column: median_ms (milliseconds); half are quicker
-- column: low10_ms (milliseconds); a tenth is quicker
-- column: high90_ms (milliseconds); nine tenths are quicker
-- empty: nobody played, or no times were kept
-- picture: bars x=move,experiment_id y=mean_ms low=low95 high=high95
--          group=treaty
WITH timed AS (
    SELECT experiment_id, scenario, treaty, intended AS move, matching_group,
        decided_ms
    FROM class_moves
    WHERE source IN ('human', 'paper') AND decided_ms IS NOT NULL
), own AS (
    SELECT experiment_id, move, sum(decided_ms) AS ms, count(*) AS n
    FROM timed
    GROUP BY experiment_id, move, matching_group
), mean AS (
    SELECT experiment_id, move, ratio(ms, n) AS mean, ratio_low(ms, n) AS low,
        ratio_high(ms, n) AS high
    FROM own
    GROUP BY experiment_id, move
)
SELECT t.experiment_id, t.scenario, t.treaty, t.move, count(*) AS moves,
    round(m.mean, 1) AS mean_ms, round(m.low, 1) AS low95,
    round(m.high, 1) AS high95, median(t.decided_ms) AS median_ms,
    quantile(t.decided_ms, 0.1) AS low10_ms,
    quantile(t.decided_ms, 0.9) AS high90_ms
FROM timed AS t
JOIN mean AS m USING (experiment_id, move)
GROUP BY t.experiment_id, t.move
ORDER BY t.experiment_id, t.move;
