-- title: A class's results with and without exclusions
-- about: pause_share is that of all moves, kept_share that of the moves which
--        are left when those of excluded people, and moves that are excluded
--        by themselves, are not counted. Intervals at 95% take a matching group
--        as one; they are empty where there are too few. What was excluded and
--        why is in class_moves.excluded_why. Needs 'detente query': stock SQLite
--        has no intervals.
-- question: Would the results be others without the exclusions?
-- column: clusters (groups); matching groups
-- column: moves (moves); of all
-- column: excluded (moves); of them, left out
-- column: low95 (share); lower end of the 95% interval of pause_share
-- column: high95 (share); upper end of it
-- column: kept_share (share); of the moves that are kept, those of PAUSE
-- column: kept_low95 (share); lower end of its 95% interval
-- column: kept_high95 (share); upper end of it
-- empty: nobody played: all of the file was simulated
-- picture: bars x=treaty,experiment_id y=kept_share low=kept_low95
--          high=kept_high95 group=scenario
WITH own AS (
    SELECT experiment_id, scenario, treaty, matching_group,
        sum(executed = 'PAUSE') AS paused, count(*) AS moves,
        sum(executed = 'PAUSE' AND excluded_why = '') AS kept_paused,
        sum(excluded_why = '') AS kept
    FROM class_moves
    GROUP BY experiment_id, matching_group
)
SELECT experiment_id, scenario, treaty, count(*) AS clusters,
    sum(moves) AS moves, sum(moves - kept) AS excluded,
    round(ratio(paused, moves), 4) AS pause_share,
    round(max(0, ratio_low(paused, moves)), 4) AS low95,
    round(min(1, ratio_high(paused, moves)), 4) AS high95,
    round(ratio(kept_paused, kept), 4) AS kept_share,
    round(max(0, ratio_low(kept_paused, kept)), 4) AS kept_low95,
    round(min(1, ratio_high(kept_paused, kept)), 4) AS kept_high95
FROM own
GROUP BY experiment_id
ORDER BY experiment_id;
