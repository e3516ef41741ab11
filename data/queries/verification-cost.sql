-- title: What verification costs a paused round
-- about: cost_per_paused is what monitoring cost an agent for each round that it
--        paused; the interval at 95% takes a run (of a class, a matching group)
--        as one. cost_per_gained divides the same cost by the rounds of pause
--        that there were more than in the same game without treaty: empty
--        where the file has no such game, or nothing was gained. Needs
--        'detente query': stock SQLite has no intervals.
-- question: What does verification cost a paused round?
-- parameter: experiment integer (number); of this one; all where empty
-- column: monitoring (payoff); that an agent paid of a round, for monitoring
-- column: cost_per_paused (payoff); for each of its paused rounds
-- column: low95 (payoff); lower end of the 95% interval of cost_per_paused
-- column: high95 (payoff); upper end of it
-- column: gained (share); pause_share less that without treaty
-- column: cost_per_gained (payoff); monitoring / gained
-- empty: there is no treaty
-- picture: bars x=treaty,experiment_id y=cost_per_paused low=low95 high=high95
--          group=scenario
WITH own AS (
    SELECT o.experiment_id, c.cluster, sum(o.monitoring_total) AS cost,
        sum(o.rounds_paused) AS paused, sum(r.rounds) AS moves
    FROM outcome AS o
    JOIN run AS r USING (experiment_id, run)
    JOIN cluster AS c USING (experiment_id, run)
    WHERE o.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY o.experiment_id, c.cluster
), none AS (
    SELECT t.kind, 1.0 * sum(o.rounds_paused) / sum(r.rounds) AS share
    FROM experiment AS e
    JOIN alike_but_treaty AS t USING (experiment_id)
    JOIN run AS r USING (experiment_id)
    JOIN outcome AS o USING (experiment_id, run)
    WHERE e.treaty = 'none'
    GROUP BY t.kind
), total AS (
    SELECT experiment_id, sum(cost) / sum(moves) AS monitoring,
        1.0 * sum(paused) / sum(moves) AS share,
        ratio(cost, paused) AS per_paused, ratio_low(cost, paused) AS low,
        ratio_high(cost, paused) AS high
    FROM own
    GROUP BY experiment_id
)
SELECT o.experiment_id, e.scenario, e.treaty,
    round(o.monitoring, 4) AS monitoring, round(o.share, 4) AS pause_share,
    round(o.per_paused, 4) AS cost_per_paused, round(o.low, 4) AS low95,
    round(o.high, 4) AS high95, round(o.share - n.share, 4) AS gained,
    CASE WHEN o.share > n.share THEN round(o.monitoring
        / (o.share - n.share), 4) END AS cost_per_gained
FROM total AS o
JOIN experiment AS e USING (experiment_id)
JOIN alike_but_treaty AS t USING (experiment_id)
LEFT JOIN none AS n ON n.kind = t.kind
WHERE e.treaty <> 'none'
ORDER BY o.experiment_id;
