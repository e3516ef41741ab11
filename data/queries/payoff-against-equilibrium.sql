-- title: Payoff beside what the one-shot game predicts
-- about: What two agents got of a round, all flows included, beside the game
--        played once: its equilibria in pure strategies (worst and best for the
--        agent, where there are several), and what always pausing together
--        would pay. above is the payoff less the worst equilibrium; its
--        interval at 95% takes a run (of a class, a matching group) as one.
--        It knows games of two agents whose payoffs are a matrix, one for both
--        or one a role; other experiments are not in it. Needs 'detente query':
--        stock SQLite has no intervals.
-- question: Did agents do better than the equilibrium of the game played once?
-- parameter: experiment integer (number); of this one; all where empty
-- column: equilibrium_worst (payoff); of the pure equilibria, to the agent
-- column: equilibrium_best (payoff); of the pure equilibria, to the agent
-- column: both_pause (payoff); of a round in which both pause
-- column: above (payoff); payoff_per_round less equilibrium_worst
-- column: low95 (payoff); lower end of the 95% interval of above
-- column: high95 (payoff); upper end of it
-- empty: no game of two whose payoffs are a matrix
-- picture: bars x=name,experiment_id y=above low=low95 high=high95 group=treaty
WITH game AS (
    SELECT experiment_id, agent, temptation AS t, reward AS r,
        punishment AS p, sucker AS s
    FROM matrix_payoff
    WHERE experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
), profile AS (
    SELECT g.experiment_id, g.agent, g.r AS both_pause, m.mine, m.its,
        CASE WHEN m.mine AND m.its THEN g.p WHEN m.mine THEN g.t
            WHEN m.its THEN g.s ELSE g.r END AS pays,
        CASE WHEN m.its THEN CASE WHEN m.mine THEN g.p >= g.s
                ELSE g.s >= g.p END
            ELSE CASE WHEN m.mine THEN g.t >= g.r ELSE g.r >= g.t END END
        AND CASE WHEN m.mine THEN CASE WHEN m.its THEN o.p >= o.s
                ELSE o.s >= o.p END
            ELSE CASE WHEN m.its THEN o.t >= o.r ELSE o.r >= o.t END END
            AS stable
    FROM game AS g
    JOIN game AS o ON o.experiment_id = g.experiment_id
        AND o.agent <> g.agent
    JOIN (SELECT 0 AS mine, 0 AS its UNION ALL SELECT 0, 1 UNION ALL
        SELECT 1, 0 UNION ALL SELECT 1, 1) AS m
), theory AS (
    SELECT experiment_id, agent, both_pause,
        min(CASE WHEN stable THEN pays END) AS worst,
        max(CASE WHEN stable THEN pays END) AS best
    FROM profile
    GROUP BY experiment_id, agent
), own AS (
    SELECT o.experiment_id, o.agent, sum(o.payoff_total) AS x,
        sum(r.rounds) AS n
    FROM theory AS t
    JOIN run AS r USING (experiment_id)
    JOIN outcome AS o ON o.experiment_id = r.experiment_id
        AND o.run = r.run AND o.agent = t.agent
    JOIN cluster AS c ON c.experiment_id = r.experiment_id AND c.run = r.run
    GROUP BY o.experiment_id, o.agent, c.cluster
)
SELECT o.experiment_id, e.scenario, e.treaty, a.name,
    round(ratio(o.x, o.n), 4) AS payoff_per_round,
    t.worst AS equilibrium_worst, t.best AS equilibrium_best, t.both_pause,
    round(ratio(o.x, o.n) - t.worst, 4) AS above,
    round(ratio_low(o.x, o.n) - t.worst, 4) AS low95,
    round(ratio_high(o.x, o.n) - t.worst, 4) AS high95
FROM own AS o
JOIN theory AS t USING (experiment_id, agent)
JOIN agent AS a USING (experiment_id, agent)
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id, o.agent
ORDER BY o.experiment_id, o.agent;
