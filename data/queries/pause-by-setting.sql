-- title: Pauses by the value of a setting
-- about: One row a value that the setting has, under each treaty: what all
--        moves there came to, experiments of all seeds and other settings
--        taken together. The interval at 95% takes a run (of a class, a
--        matching group) as one, because its moves depend on each other. It
--        is empty where runs differ in length and are too few. Needs
--        'detente query': stock SQLite has no intervals.
-- question: How much is paused, by the value of a setting?
-- parameter: key text = noise.slip (path); the setting, as --set of run takes
--            it
-- column: value (as the setting's); of the setting
-- column: clusters (runs); or matching groups of a class
-- column: low95 (share); lower end of the 95% interval of pause_share
-- column: high95 (share); upper end of it
-- empty: no experiment has that setting: see detente query DB "select
--        distinct key from setting"
-- example: key=noise.slip
-- picture: bars x=value,scenario y=pause_share low=low95 high=high95
--          group=treaty
WITH own AS (
    SELECT e.scenario, e.treaty, s.value, s.experiment_id,
        sum(o.rounds_paused) AS paused, sum(r.rounds) AS moves
    FROM setting AS s
    JOIN experiment AS e USING (experiment_id)
    JOIN run AS r USING (experiment_id)
    JOIN cluster AS c USING (experiment_id, run)
    JOIN outcome AS o USING (experiment_id, run)
    WHERE s.key = ifnull(:key, 'noise.slip')
    GROUP BY s.experiment_id, c.cluster
)
SELECT scenario, treaty, value, count(DISTINCT experiment_id) AS experiments,
    count(*) AS clusters, round(ratio(paused, moves), 4) AS pause_share,
    round(max(0, ratio_low(paused, moves)), 4) AS low95,
    round(min(1, ratio_high(paused, moves)), 4) AS high95
FROM own
GROUP BY scenario, treaty, value
ORDER BY scenario, treaty, CAST(value AS REAL), value;
