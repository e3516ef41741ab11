-- title: How many innocents were punished
-- about: An innocent is an agent that was bound by the treaty in a run and never
--        breached it there. punished counts those against which the treaty
--        found something all the same; all that they paid in fines was for
--        nothing. The interval at 95% takes a run (of a class, a matching
--        group) as one. Experiments of a version that did not keep who was
--        bound are not in it. Needs 'detente query': stock SQLite has no
--        intervals.
-- question: How many innocents were punished, and what did they pay?
-- parameter: experiment integer (number); of this one; all where empty
-- column: innocents (agents); of all runs, bound and without a breach
-- column: punished (agents); of them, those with a finding against them
-- column: punished_share (share); punished / innocents
-- column: low95 (share); lower end of the 95% interval of punished_share
-- column: high95 (share); upper end of it
-- column: fines_mean (payoff); that a punished innocent paid in the run
-- empty: no agent was bound by a treaty
-- picture: bars x=treaty,experiment_id y=punished_share low=low95 high=high95
--          group=scenario
WITH own AS (
    SELECT o.experiment_id, count(*) AS innocents,
        sum(o.findings_wrong > 0) AS punished,
        sum(CASE WHEN o.findings_wrong > 0 THEN o.fines_total ELSE 0.0 END)
            AS fines
    FROM outcome AS o
    JOIN cluster AS c USING (experiment_id, run)
    WHERE o.rounds_bound > 0 AND o.breaches = 0
        AND o.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY o.experiment_id, c.cluster
)
SELECT o.experiment_id, e.scenario, e.treaty, sum(innocents) AS innocents,
    sum(punished) AS punished,
    round(ratio(punished, innocents), 4) AS punished_share,
    round(max(0, ratio_low(punished, innocents)), 4) AS low95,
    round(min(1, ratio_high(punished, innocents)), 4) AS high95,
    round(sum(fines) / nullif(sum(punished), 0), 4) AS fines_mean
FROM own AS o
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id
ORDER BY o.experiment_id;
