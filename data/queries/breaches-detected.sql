-- title: Breaches of each treaty: how many, how many found, how soon
-- about: Over the runs in which the treaty came into force. detected_share is
--        the share of breaches that the treaty found; first_breach_mean the
--        mean round of a run's first breach, over the runs that had one.
-- question: How often was the treaty broken, and how often was that seen?
-- parameter: experiment integer (number); of this one; all where empty
-- column: runs_with_breach (runs); with at least one breach
-- column: breach_share (share); runs_with_breach / runs
-- column: detected (findings); of the treaty at a breach
-- column: detected_share (share); detected / breaches; empty without any
-- column: first_breach_mean (round); mean of the first breach of a run, where
--         there was one
-- empty: no treaty came into force
-- picture: bars x=treaty,experiment_id y=detected_share
SELECT experiment_id, scenario, treaty, count(*) AS runs,
    sum(breaches > 0) AS runs_with_breach,
    round(avg(breaches > 0), 4) AS breach_share,
    sum(breaches) AS breaches, sum(findings_right) AS detected,
    round(1.0 * sum(findings_right) / nullif(sum(breaches), 0), 4)
        AS detected_share,
    round(avg(first_breach_round), 2) AS first_breach_mean
FROM run_summary
WHERE entered_round IS NOT NULL
    AND experiment_id BETWEEN ifnull(:experiment, 0)
    AND ifnull(:experiment, 9e18)
GROUP BY experiment_id
ORDER BY experiment_id;
