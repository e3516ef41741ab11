-- title: What tit for tat would have earned in that seat
-- about: For each of two agents, what the moves themselves would have paid it a
--        round if it had paused first and then done what the other had just
--        done, beside what its own moves paid. Held fixed: the other's moves,
--        one by one as they were recorded, and the lengths of the runs. So the
--        other does not answer to the other play, and there are no slips, no
--        errors of signals, fines, costs and transfers on either side: it is a
--        benchmark for a seat, not what would have come of it; 'detente report'
--        has beside it the runs played again, in which the others do answer
--        ("Tit for tat in each seat"). The interval of
--        gain at 95% takes a run (of a class, a matching group) as one. It
--        knows games of two agents whose payoffs are a matrix, one for both or
--        one a role, and looks at the first runs of experiments that keep the
--        detail 'rounds'. Needs 'detente query': stock SQLite has no intervals.
-- question: What would tit for tat have earned in that seat?
-- parameter: experiment integer (number); of this one; all where empty
-- parameter: most integer = 1000 (runs); of an experiment that are looked at
-- column: own_payoff (payoff); of a round, by the moves alone
-- column: instead_payoff (payoff); of a round, had it played tit for tat
-- column: gain (payoff); instead_payoff less own_payoff
-- column: low95 (payoff); lower end of the 95% interval of gain
-- column: high95 (payoff); upper end of it
-- column: clusters (runs); or matching groups of a class
-- empty: no game of two whose payoffs are a matrix and whose rounds are kept
-- example: most=100
-- picture: bars x=name,experiment_id y=gain low=low95 high=high95 group=treaty
WITH game AS (
    SELECT experiment_id, agent, temptation AS t, reward AS r,
        punishment AS p, sucker AS s
    FROM matrix_payoff
    WHERE experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
), paid AS (
    SELECT g.experiment_id, g.agent, r.run, r.rounds AS n,
        (SELECT sum(CASE m.executed WHEN 'RACE'
                THEN CASE o.executed WHEN 'RACE' THEN g.p ELSE g.t END
                ELSE CASE o.executed WHEN 'RACE' THEN g.s ELSE g.r END END)
            FROM move AS m
            CROSS JOIN move AS o ON o.experiment_id = m.experiment_id
                AND o.run = m.run AND o.round = m.round
                AND o.agent = 3 - g.agent
            WHERE m.experiment_id = g.experiment_id AND m.run = r.run
                AND m.agent = g.agent) AS own,
        (SELECT CASE o.executed WHEN 'RACE' THEN g.s ELSE g.r END
            FROM move AS o
            WHERE o.experiment_id = g.experiment_id AND o.run = r.run
                AND o.agent = 3 - g.agent AND o.round = 1)
        + ifnull((SELECT sum(CASE b.executed WHEN 'RACE'
                THEN CASE o.executed WHEN 'RACE' THEN g.p ELSE g.t END
                ELSE CASE o.executed WHEN 'RACE' THEN g.s ELSE g.r END END)
            FROM move AS o
            CROSS JOIN move AS b ON b.experiment_id = o.experiment_id
                AND b.run = o.run AND b.round = o.round - 1
                AND b.agent = o.agent
            WHERE o.experiment_id = g.experiment_id AND o.run = r.run
                AND o.agent = 3 - g.agent), 0) AS instead
    FROM game AS g
    JOIN experiment AS e ON e.experiment_id = g.experiment_id
        AND e.detail = 'rounds'
    CROSS JOIN run AS r ON r.experiment_id = g.experiment_id
        AND r.run <= ifnull(:most, 1000)
), own AS (
    SELECT p.experiment_id, p.agent, sum(p.n) AS n, sum(p.own) AS own,
        sum(p.instead) AS instead
    FROM paid AS p
    JOIN cluster AS c USING (experiment_id, run)
    GROUP BY p.experiment_id, p.agent, c.cluster
)
SELECT o.experiment_id, e.scenario, e.treaty, a.name, a.strategy,
    count(*) AS clusters, round(ratio(own, n), 4) AS own_payoff,
    round(ratio(instead, n), 4) AS instead_payoff,
    round(ratio(instead - own, n), 4) AS gain,
    round(ratio_low(instead - own, n), 4) AS low95,
    round(ratio_high(instead - own, n), 4) AS high95
FROM own AS o
JOIN agent AS a USING (experiment_id, agent)
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id, o.agent
ORDER BY o.experiment_id, o.agent;
