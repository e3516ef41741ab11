-- title: How long until a disaster, a monopoly, a runaway
-- about: Survival by Kaplan and Meier, with its band at 95% (Greenwood's
--        variance on the scale log(-log), run by run): the share of runs that
--        are spared an event after a round; came counts the runs in which it
--        came then, out of those at_risk. Runs that ended without it count for
--        as long as they were seen. median_round is the one by which half of
--        the runs have had it; empty where more than half have not. Runs
--        without a race are not in it. Needs 'detente query': stock SQLite has
--        no such functions.
-- question: How long until a disaster, a monopoly, a runaway?
-- parameter: experiment integer (number); of this one; all where empty
-- column: event (name); disaster, monopoly, or runaway: capability without bound
-- column: round (number); of the run
-- column: at_risk (runs); spared it before that round, and seen so long
-- column: came (runs); in which it came in that round
-- column: spared (share); of runs, after it
-- column: low95 (share); lower end of its band at 95%; empty at 0 and 1
-- column: high95 (share); upper end of it
-- column: median_round (number); by which half of them have had it
-- empty: no run has a race
-- example: experiment=1
-- picture: survival x=round y=spared low=low95 high=high95
--          group=event,experiment_id
WITH dates AS (
    SELECT experiment_id, run, 'disaster' AS event, disaster_round AS date
    FROM race_run
    UNION ALL
    SELECT experiment_id, run, 'monopoly', monopoly_round FROM race_run
    UNION ALL
    SELECT experiment_id, run, 'runaway', runaway_round FROM race_run
), life AS (
    SELECT d.experiment_id, d.event, d.date IS NOT NULL AS came,
        coalesce(d.date, r.rounds) AS round, count(*) AS runs
    FROM dates AS d
    JOIN run AS r USING (experiment_id, run)
    WHERE d.experiment_id BETWEEN ifnull(:experiment, 0)
        AND ifnull(:experiment, 9e18)
    GROUP BY 1, 2, 3, 4
), steps AS (
    SELECT experiment_id, event, round, sum(came * runs) AS came,
        sum(sum(runs)) OVER (PARTITION BY experiment_id, event
            ORDER BY round DESC) AS at_risk,
        max(round) OVER (PARTITION BY experiment_id, event) AS last
    FROM life
    GROUP BY experiment_id, event, round
), spared AS (
    SELECT *, exp(sum(CASE WHEN came < at_risk
            THEN ln(1 - 1.0 * came / at_risk) ELSE 0.0 END) OVER w)
            * (1 - max(came = at_risk) OVER w) AS spared,
        sum(CASE WHEN came < at_risk
            THEN 1.0 * came / at_risk / (at_risk - came) END) OVER w
            AS variance
    FROM steps
    WINDOW w AS (PARTITION BY experiment_id, event ORDER BY round)
), bands AS (
    SELECT *, CASE WHEN spared > 0 AND spared < 1 - 1e-12
            THEN 1.959963984540054 * sqrt(variance) / ln(spared) END AS half
    FROM spared
)
SELECT b.experiment_id, e.scenario, e.treaty, b.event, b.round, b.at_risk,
    b.came, round(b.spared, 4) AS spared,
    round(exp(ln(nullif(b.spared, 0)) * exp(-b.half)), 4) AS low95,
    round(exp(ln(nullif(b.spared, 0)) * exp(b.half)), 4) AS high95,
    min(CASE WHEN b.spared <= 0.5 + 1e-12 THEN b.round END)
        OVER (PARTITION BY b.experiment_id, b.event) AS median_round
FROM bands AS b
JOIN experiment AS e USING (experiment_id)
WHERE b.came > 0 OR b.round = b.last
ORDER BY b.experiment_id, b.event, b.round;
