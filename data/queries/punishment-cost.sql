-- title: What punishment cost
-- about: fines is what an agent paid of a round, with its interval at 95% by
--        runs (of a class, by matching groups); for_nothing_share the share of
--        it that was paid in rounds in which the payer paused. While a treaty
--        is suspended its obligations rest: suspended_share is that price in
--        rounds, and payoff_suspended beside payoff_in_force what those rounds
--        paid. rounds_lost is how many rounds a run played after a response
--        had ended its treaty. What needs rounds is empty for experiments that
--        do not keep them. Needs 'detente query': stock SQLite has no
--        intervals.
-- question: What did punishment cost?
-- parameter: experiment integer (number); of this one; all where empty
-- column: fines (payoff); that an agent paid of a round
-- column: low95 (payoff); lower end of the 95% interval of fines
-- column: high95 (payoff); upper end of it
-- column: for_nothing_share (share); of fines, paid where the payer paused
-- column: payoff_in_force (payoff); of an agent's round in force
-- column: payoff_suspended (payoff); of an agent's round in suspension
-- column: rounds_lost (rounds); a run, after a response ended the treaty
-- empty: no treaty came into force
-- picture: bars x=treaty,experiment_id y=fines low=low95 high=high95
--          group=scenario
WITH own AS (
    SELECT o.experiment_id, c.cluster, sum(o.fines_total) AS fines,
        sum(r.rounds) AS moves
    FROM outcome AS o
    JOIN run AS r USING (experiment_id, run)
    JOIN cluster AS c USING (experiment_id, run)
    WHERE o.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY o.experiment_id, c.cluster
), paid AS (
    SELECT experiment_id, count(*) AS runs,
        1.0 * sum(suspended_rounds) / sum(rounds) AS suspended_share,
        1.0 * sum(CASE ending WHEN 'response' THEN rounds - ended_round
            ELSE 0 END) / count(*) AS rounds_lost
    FROM run
    WHERE experiment_id IN (SELECT experiment_id FROM run
        WHERE entered_round IS NOT NULL)
    GROUP BY experiment_id
), seen AS (
    SELECT experiment_id,
        sum(CASE executed WHEN 'PAUSE' THEN fines_total END) AS for_nothing,
        sum(fines_total) AS fines,
        sum(CASE phase WHEN 'in force' THEN payoff_total END)
            / sum(CASE phase WHEN 'in force' THEN rounds END) AS in_force,
        sum(CASE phase WHEN 'suspended' THEN payoff_total END)
            / sum(CASE phase WHEN 'suspended' THEN rounds END) AS suspended
    FROM tally
    WHERE experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY experiment_id
)
SELECT o.experiment_id, e.scenario, e.treaty, p.runs,
    round(ratio(o.fines, o.moves), 4) AS fines,
    round(ratio_low(o.fines, o.moves), 4) AS low95,
    round(ratio_high(o.fines, o.moves), 4) AS high95,
    round(ifnull(s.for_nothing, 0) / nullif(s.fines, 0), 4)
        AS for_nothing_share,
    round(p.suspended_share, 4) AS suspended_share,
    round(s.in_force, 4) AS payoff_in_force,
    round(s.suspended, 4) AS payoff_suspended,
    round(p.rounds_lost, 2) AS rounds_lost
FROM own AS o
JOIN paid AS p USING (experiment_id)
JOIN experiment AS e USING (experiment_id)
LEFT JOIN seen AS s USING (experiment_id)
GROUP BY o.experiment_id
ORDER BY o.experiment_id;
