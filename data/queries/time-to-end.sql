-- title: How long treaties last
-- about: Survival by Kaplan and Meier. age is in rounds since entry into
--        force, up to the round of the end. at_risk counts the runs whose
--        treaty had come that far, ended those that ended at that age, and
--        surviving the share still alive after it. Runs that stopped with the
--        treaty alive count for as long as they were seen.
WITH RECURSIVE life AS (
    SELECT experiment_id, scenario, treaty, ended_round > 0 AS died,
        CASE WHEN ended_round > 0 THEN ended_round ELSE rounds + 1 END
            - entered_round AS age
    FROM run_summary
    WHERE entered_round > 0
), deaths AS (
    SELECT experiment_id, scenario, treaty, age, sum(died) AS ended,
        sum(count(*)) OVER (PARTITION BY experiment_id ORDER BY age DESC)
            AS at_risk
    FROM life
    GROUP BY experiment_id, age
), steps AS (
    SELECT *, row_number() OVER (PARTITION BY experiment_id ORDER BY age)
        AS step
    FROM deaths
    WHERE ended > 0
), survival AS (
    SELECT *, 1 - 1.0 * ended / at_risk AS surviving
    FROM steps
    WHERE step = 1
    UNION ALL
    SELECT s.*, v.surviving * (1 - 1.0 * s.ended / s.at_risk)
    FROM survival AS v
    JOIN steps AS s ON s.experiment_id = v.experiment_id
        AND s.step = v.step + 1
)
SELECT experiment_id, scenario, treaty, age, at_risk, ended,
    round(surviving, 4) AS surviving
FROM survival
ORDER BY experiment_id, age;
