-- title: How long treaties last
-- about: Survival by Kaplan and Meier. age is the number of rounds that the
--        treaty lived, in force or suspended. at_risk counts the runs whose
--        treaty lived so long, ended those in which it ended then, and
--        surviving the share still alive after it. Runs that stopped with the
--        treaty alive count for as long as they were seen. The last line of
--        an experiment is the greatest age that was seen.
-- question: How long did treaties last?
-- column: age (rounds); that the treaty lived, in force or suspended
-- column: at_risk (runs); whose treaty lived so long
-- column: ended (runs); in which it ended at that age
-- column: surviving (share); still alive after it
-- empty: no treaty came into force
-- picture: survival x=age y=surviving group=treaty,experiment_id
WITH RECURSIVE life AS (
    SELECT experiment_id, scenario, treaty, ended_round IS NOT NULL AS died,
        in_force_rounds + r.suspended_rounds AS age
    FROM run AS r
    JOIN experiment USING (experiment_id)
    WHERE entered_round IS NOT NULL
), deaths AS (
    SELECT experiment_id, scenario, treaty, age, sum(died) AS ended,
        sum(count(*)) OVER (PARTITION BY experiment_id ORDER BY age DESC)
            AS at_risk, max(age) OVER (PARTITION BY experiment_id) AS last
    FROM life
    GROUP BY experiment_id, age
), steps AS (
    SELECT *, row_number() OVER (PARTITION BY experiment_id ORDER BY age)
        AS step
    FROM deaths
    WHERE ended > 0 OR age = last
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
