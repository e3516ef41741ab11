-- title: Whether the treaty's findings were right
-- about: Of all findings about an agent, the share at a breach: what a judge
--        wants to know. It falls when breaches are rare, however good the
--        instruments. The interval at 95% takes a run (of a class, a matching
--        group) as one, and is empty where findings are spread too unevenly
--        over too few of them. Needs 'detente query': stock SQLite has no
--        intervals.
-- question: Were the alarms right?
-- parameter: experiment integer (number); of this one; all where empty
-- column: findings (findings); of the treaty about the agent
-- column: right_share (share); findings_right / findings
-- column: low95 (share); lower end of the 95% interval of right_share
-- column: high95 (share); upper end of it
-- empty: the treaty found nothing
-- picture: bars x=name,experiment_id y=right_share low=low95 high=high95
--          group=treaty
WITH own AS (
    SELECT o.experiment_id, o.agent, sum(o.findings_right) AS good,
        sum(o.findings_wrong) AS bad
    FROM outcome AS o
    JOIN cluster AS c USING (experiment_id, run)
    WHERE o.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY o.experiment_id, o.agent, c.cluster
)
SELECT o.experiment_id, e.scenario, e.treaty, a.name,
    sum(good + bad) AS findings, sum(good) AS findings_right,
    sum(bad) AS findings_wrong,
    round(ratio(good, good + bad), 4) AS right_share,
    round(max(0, ratio_low(good, good + bad)), 4) AS low95,
    round(min(1, ratio_high(good, good + bad)), 4) AS high95
FROM own AS o
JOIN agent AS a USING (experiment_id, agent)
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id, o.agent
HAVING findings > 0
ORDER BY o.experiment_id, o.agent;
