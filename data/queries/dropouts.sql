-- title: Who dropped out of a class, by treatment
-- about: One row an experiment: how many people took part, how many of them went
--        before its end, and how many are excluded. The interval at 95% is
--        Wilson's, over people. Where one treatment loses more people than
--        another, those who stayed are not alike. Needs 'detente query': stock
--        SQLite has no intervals.
-- question: Who dropped out, under which treaty?
-- column: people (people); that took part
-- column: dropped (people); that went before the end
-- column: dropped_share (share); dropped / people
-- column: low95 (share); lower end of the 95% interval of dropped_share
-- column: high95 (share); upper end of it
-- column: excluded (people); that the analysis leaves out
-- column: codes (text); of those who went
-- empty: nobody played: all of the file was simulated
-- picture: bars x=treaty,experiment_id y=dropped_share low=low95 high=high95
--          group=scenario
SELECT p.experiment_id, e.scenario, e.treaty, count(*) AS people,
    sum(p.left_at <> '') AS dropped,
    round(1.0 * sum(p.left_at <> '') / count(*), 4) AS dropped_share,
    round(wilson_low(sum(p.left_at <> ''), count(*)), 4) AS low95,
    round(wilson_high(sum(p.left_at <> ''), count(*)), 4) AS high95,
    sum(p.excluded_why <> '') AS excluded,
    group_concat(CASE WHEN p.left_at <> '' THEN p.participant END, ' ')
        AS codes
FROM participant AS p
JOIN experiment AS e USING (experiment_id)
GROUP BY p.experiment_id
ORDER BY p.experiment_id;
