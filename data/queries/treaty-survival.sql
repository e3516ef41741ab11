-- title: Which treaty held longest
-- about: Survival by Kaplan and Meier, with its band at 95% (Greenwood's
--        variance on the scale log(-log), run by run). age is the number of
--        rounds that the treaty lived, in force or suspended; ended counts the
--        runs in which it ended then, out of those at_risk. Runs that stopped
--        with the treaty alive count for as long as they were seen.
--        median_age is the age that half of the treaties reach; empty where
--        more than half outlived what was seen. The experiments of one
--        scenario and treaty are taken together. Needs 'detente query': stock
--        SQLite has no such functions.
-- question: Which treaty held longest?
-- parameter: scenario text (name); of this one; all where empty
-- column: age (rounds); that the treaty lived, in force or suspended
-- column: at_risk (runs); whose treaty lived so long
-- column: ended (runs); in which it ended at that age
-- column: surviving (share); still alive after it
-- column: low95 (share); lower end of its band at 95%; empty at 0 and 1
-- column: high95 (share); upper end of it
-- column: median_age (rounds); that half of them reach
-- empty: no treaty came into force
-- picture: survival x=age y=surviving low=low95 high=high95
--          group=treaty,scenario
WITH life AS (
    SELECT e.scenario, e.treaty, r.ended_round IS NOT NULL AS died,
        r.in_force_rounds + r.suspended_rounds AS age, count(*) AS runs
    FROM run AS r
    JOIN experiment AS e USING (experiment_id)
    WHERE r.entered_round IS NOT NULL
        AND (:scenario IS NULL OR e.scenario = :scenario)
    GROUP BY e.scenario, e.treaty, died, age
), deaths AS (
    SELECT scenario, treaty, age, sum(died * runs) AS ended,
        sum(sum(runs)) OVER (PARTITION BY scenario, treaty ORDER BY age DESC)
            AS at_risk,
        max(age) OVER (PARTITION BY scenario, treaty) AS last
    FROM life
    GROUP BY scenario, treaty, age
), steps AS (
    SELECT *, exp(sum(CASE WHEN ended < at_risk
            THEN ln(1 - 1.0 * ended / at_risk) ELSE 0.0 END) OVER w)
            * (1 - max(ended = at_risk) OVER w) AS surviving,
        sum(CASE WHEN ended < at_risk
            THEN 1.0 * ended / at_risk / (at_risk - ended) END) OVER w
            AS variance
    FROM deaths
    WINDOW w AS (PARTITION BY scenario, treaty ORDER BY age)
), bands AS (
    SELECT *, CASE WHEN surviving > 0 AND surviving < 1 - 1e-12
            THEN 1.959963984540054 * sqrt(variance) / ln(surviving) END
            AS half
    FROM steps
)
SELECT scenario, treaty, age, at_risk, ended, round(surviving, 4) AS surviving,
    round(exp(ln(nullif(surviving, 0)) * exp(-half)), 4) AS low95,
    round(exp(ln(nullif(surviving, 0)) * exp(half)), 4) AS high95,
    min(CASE WHEN surviving <= 0.5 + 1e-12 THEN age END)
        OVER (PARTITION BY scenario, treaty) AS median_age
FROM bands
WHERE ended > 0 OR age = last
ORDER BY scenario, treaty, age;
