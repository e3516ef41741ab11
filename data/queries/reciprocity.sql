-- title: Who reciprocates, and who forgives
-- about: How often an agent paused in the round after another agent had raced
--        (forgives), after it had paused, and the difference (reciprocates):
--        near 0 it takes no notice of the other, near 1 it pays back. Intervals
--        at 95% take a run (of a class, a matching group) as one, that of the
--        difference by what each adds to both shares; they are empty where
--        there are too few. Needs experiments that keep the detail 'rounds'.
--        Needs 'detente query': stock SQLite has no intervals.
-- question: Who reciprocates, and who forgives?
-- parameter: experiment integer (number); of this one; all where empty
-- column: forgives (share); of rounds_after_race in which it paused
-- column: forgives_low95 (share); lower end of its 95% interval
-- column: forgives_high95 (share); upper end of it
-- column: reciprocates (share); pause_share_after_pause less forgives
-- column: reciprocates_low95 (share); lower end of its 95% interval
-- column: reciprocates_high95 (share); upper end of it
-- column: clusters (runs); or matching groups of a class
-- empty: no experiment keeps the detail 'rounds'
-- picture: bars x=name,other_name,experiment_id y=reciprocates
--          low=reciprocates_low95 high=reciprocates_high95 group=treaty
WITH own AS (
    SELECT p.experiment_id, p.agent, p.other_agent,
        1.0 * sum(pauses_after_pause) AS x, 1.0 * sum(rounds_after_pause) AS n,
        1.0 * sum(pauses_after_race) AS y, 1.0 * sum(rounds_after_race) AS m
    FROM pair AS p
    JOIN cluster AS c USING (experiment_id, run)
    WHERE p.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY p.experiment_id, p.agent, p.other_agent, c.cluster
), total AS (
    SELECT experiment_id, agent, other_agent, count(*) AS clusters,
        sum(x) / nullif(sum(n), 0) AS a, sum(n) AS n,
        sum(y) / nullif(sum(m), 0) AS b, sum(m) AS m,
        ratio_low(x, n) AS a_low, ratio_low(y, m) AS low,
        ratio_high(y, m) AS high
    FROM own
    GROUP BY experiment_id, agent, other_agent
), off AS (
    SELECT experiment_id, agent, other_agent,
        clusters * stderr_mean((o.x - t.a * o.n) / t.n
            - (o.y - t.b * o.m) / t.m) AS se
    FROM own AS o
    JOIN total AS t USING (experiment_id, agent, other_agent)
    GROUP BY experiment_id, agent, other_agent
)
SELECT t.experiment_id, e.scenario, e.treaty, a.name, o.name AS other_name,
    t.clusters, CAST(t.n AS INTEGER) AS rounds_after_pause,
    round(t.a, 4) AS pause_share_after_pause,
    CAST(t.m AS INTEGER) AS rounds_after_race, round(t.b, 4) AS forgives,
    round(t.low, 4) AS forgives_low95, round(t.high, 4) AS forgives_high95,
    round(t.a - t.b, 4) AS reciprocates,
    round(CASE WHEN t.a_low IS NOT NULL AND t.low IS NOT NULL THEN t.a - t.b
        - f.se * student(0.975, t.clusters - 1) END, 4) AS reciprocates_low95,
    round(CASE WHEN t.a_low IS NOT NULL AND t.low IS NOT NULL THEN t.a - t.b
        + f.se * student(0.975, t.clusters - 1) END, 4)
        AS reciprocates_high95
FROM total AS t
JOIN off AS f USING (experiment_id, agent, other_agent)
JOIN experiment AS e USING (experiment_id)
JOIN agent AS a USING (experiment_id, agent)
JOIN agent AS o ON o.experiment_id = t.experiment_id
    AND o.agent = t.other_agent
ORDER BY t.experiment_id, t.agent, t.other_agent;
