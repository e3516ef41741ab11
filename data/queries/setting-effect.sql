-- title: What a setting changes, all others alike
-- about: The experiments whose settings are alike in all but one key are put
--        side by side: by default those that differ in noise. effect is the
--        mean of a round at the value less that at the least value there is;
--        where its interval at 95% (after Welch, a run or matching group as
--        one) leaves out 0, chance alone hardly explains it. Intervals are
--        empty where runs differ in length and are too few. Needs 'detente
--        query': stock SQLite has no intervals.
-- question: Did noise change it, and by how much?
-- parameter: key text = noise.slip (path); the setting, as --set of run takes
--            it
-- parameter: measure pause_share|all_paused_share|payoff_per_round = pause_share
--            (name); what is compared
-- column: value (as the setting's); of the setting
-- column: least (as the setting's); value, with which it is compared
-- column: clusters (runs); or matching groups of a class
-- column: effect (as measure); mean less the mean at the least value
-- column: effect_low95 (as measure); lower end of the 95% interval of effect
-- column: effect_high95 (as measure); upper end of it
-- empty: no two experiments differ in that setting alone
-- example: key=noise.slip measure=pause_share
-- picture: bars x=value,scenario y=effect low=effect_low95
--          high=effect_high95 group=treaty
WITH rest AS (
    SELECT experiment_id, group_concat(key || '=' || value, char(10)) AS rest
    FROM (SELECT experiment_id, key, value FROM setting
        WHERE key <> ifnull(:key, 'noise.slip') ORDER BY experiment_id, key)
    GROUP BY experiment_id
), kind AS (
    -- the first experiment of those whose settings are so alike
    SELECT experiment_id, min(experiment_id) OVER (PARTITION BY rest) AS kind
    FROM rest
), per_run AS (
    SELECT o.experiment_id, o.run, r.rounds, count(*) AS agents,
        CASE ifnull(:measure, 'pause_share')
            WHEN 'all_paused_share' THEN count(*) * r.all_paused_rounds
            WHEN 'payoff_per_round' THEN sum(o.payoff_total)
            ELSE sum(o.rounds_paused) END AS x
    FROM outcome AS o
    JOIN run AS r USING (experiment_id, run)
    GROUP BY o.experiment_id, o.run
), own AS (
    SELECT t.kind, e.scenario, e.treaty, s.value, sum(p.x) AS x,
        sum(p.rounds * p.agents) AS n
    FROM per_run AS p
    JOIN cluster AS c USING (experiment_id, run)
    JOIN experiment AS e USING (experiment_id)
    JOIN kind AS t USING (experiment_id)
    JOIN setting AS s ON s.experiment_id = p.experiment_id
        AND s.key = ifnull(:key, 'noise.slip')
    GROUP BY p.experiment_id, c.cluster
), side AS (
    SELECT kind, scenario, treaty, value, count(*) AS clusters,
        ratio(x, n) AS mean, ratio_se(x, n) * ratio_se(x, n) AS square,
        ratio_effective(x, n) AS effective,
        row_number() OVER (PARTITION BY kind
            ORDER BY CAST(value AS REAL), value) AS place
    FROM own
    GROUP BY kind, value
), both AS (
    SELECT s.*, b.value AS least, s.mean - b.mean AS effect,
        s.square + b.square AS both_square,
        CASE WHEN (s.effective >= 30
                OR s.clusters / s.effective - 1 <= 0.01 * s.clusters)
            AND (b.effective >= 30
                OR b.clusters / b.effective - 1 <= 0.01 * b.clusters)
            THEN (s.square + b.square) * (s.square + b.square)
                / nullif(s.square * s.square / (s.effective - 1)
                    + b.square * b.square / (b.effective - 1), 0) END
            AS degrees
    FROM side AS s
    JOIN side AS b ON b.kind = s.kind AND b.place = 1
    WHERE (SELECT count(*) FROM side AS o WHERE o.kind = s.kind) > 1
)
SELECT scenario, treaty, ifnull(:measure, 'pause_share') AS measure, value,
    least, clusters, round(mean, 4) AS mean,
    CASE WHEN place > 1 THEN round(effect, 4) END AS effect,
    CASE WHEN place > 1 THEN round(effect
        - sqrt(both_square) * student(0.975, degrees), 4) END
        AS effect_low95,
    CASE WHEN place > 1 THEN round(effect
        + sqrt(both_square) * student(0.975, degrees), 4) END
        AS effect_high95
FROM both
ORDER BY scenario, treaty, kind, place;
