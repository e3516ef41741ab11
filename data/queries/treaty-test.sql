-- title: Whether a treaty changes it, tested by ranks
-- about: Each run (of a class, each matching group) is one value: what its
--        moves came to. Those under the treaty are ranked with those of the
--        same settings under treaty 'none'; p_value is the chance that ranks
--        given out at random lie as far apart (Wilcoxon, Mann and Whitney;
--        exact for up to 80 values, ties and all). superiority is the share of
--        pairs in which the treaty's value is the larger, ties as half: .5 is
--        no difference. It needs no law of the values, and few of them. Needs
--        'detente query': stock SQLite has no test.
-- question: Is the difference that a treaty makes more than chance?
-- parameter: measure pause_share|all_paused_share|payoff_per_round = pause_share
--            (name); what is compared
-- column: clusters (runs); under the treaty, or matching groups of a class
-- column: none_clusters (runs); of the same settings without treaty
-- column: median (as measure); of the clusters under the treaty
-- column: none_median (as measure); of those without treaty
-- column: superiority (share); of pairs in which the treaty's value is larger
-- column: p_value (chance); of such a difference, to either side, by chance
-- empty: there is no treaty beside the same game under treaty 'none': run it
--        with --treaty none --append
-- example: measure=pause_share
WITH per_run AS (
    SELECT o.experiment_id, o.run, r.rounds, count(*) AS agents,
        CASE ifnull(:measure, 'pause_share')
            WHEN 'all_paused_share' THEN count(*) * r.all_paused_rounds
            WHEN 'payoff_per_round' THEN sum(o.payoff_total)
            ELSE sum(o.rounds_paused) END AS x
    FROM outcome AS o
    JOIN run AS r USING (experiment_id, run)
    GROUP BY o.experiment_id, o.run
), own AS (
    SELECT t.kind, e.scenario, e.treaty,
        1.0 * sum(p.x) / sum(p.rounds * p.agents) AS x
    FROM per_run AS p
    JOIN cluster AS c USING (experiment_id, run)
    JOIN experiment AS e USING (experiment_id)
    JOIN alike_but_treaty AS t USING (experiment_id)
    GROUP BY p.experiment_id, c.cluster
), both AS (
    SELECT kind, scenario, treaty, x, 1 AS treated FROM own
    WHERE treaty <> 'none'
    UNION ALL
    SELECT t.kind, t.scenario, t.treaty, n.x, 0
    FROM (SELECT DISTINCT kind, scenario, treaty FROM own
        WHERE treaty <> 'none') AS t
    JOIN own AS n ON n.kind = t.kind AND n.treaty = 'none'
)
SELECT scenario, treaty, ifnull(:measure, 'pause_share') AS measure,
    sum(treated) AS clusters, sum(1 - treated) AS none_clusters,
    round(median(CASE treated WHEN 1 THEN x END), 4) AS median,
    round(median(CASE treated WHEN 0 THEN x END), 4) AS none_median,
    round(rank_sum_u(x, treated) / (sum(treated) * sum(1 - treated)), 4)
        AS superiority,
    rank_sum_p(x, treated) AS p_value
FROM both
GROUP BY kind, scenario, treaty
HAVING none_clusters > 0
ORDER BY scenario, treaty, clusters;
