-- title: How payoffs spread over the runs of an agent
-- about: payoff_per_round is what all runs paid over all their rounds, with its
--        standard error (of the ratio estimator). The columns that begin with
--        run_ are of the payoff a round of each run, long and short alike:
--        tenth percent, median, ninetieth percent, mean, standard deviation,
--        and how it goes with pausing from run to run (correlation, -1 to 1).
--        Needs 'detente query': stock SQLite has no median.
-- question: How much does luck change what an agent gets?
-- column: run_low10 (payoff); a round: a tenth of the runs pay less
-- column: run_median (payoff); a round: half of the runs pay less
-- column: run_high90 (payoff); a round: a tenth of the runs pay more
-- column: run_mean (payoff); a round, mean over runs
-- column: run_stdev (payoff); standard deviation of it over runs
-- column: run_with_pausing (correlation); of payoff and pausing over runs, -1
--         to 1
-- picture: bars x=name,experiment_id y=run_median low=run_low10
--          high=run_high90 group=treaty
WITH total AS (
    SELECT o.experiment_id, o.agent, count(*) AS runs,
        sum(r.rounds) AS rounds, sum(o.payoff_total) / sum(r.rounds) AS mean
    FROM outcome AS o
    JOIN run AS r USING (experiment_id, run)
    GROUP BY o.experiment_id, o.agent
)
SELECT o.experiment_id, e.scenario, e.treaty, a.name, a.strategy, t.runs,
    round(t.mean, 4) AS payoff_per_round,
    round(t.runs * stderr_mean(o.payoff_total - t.mean * r.rounds)
        / t.rounds, 4) AS payoff_per_round_se,
    round(quantile(o.payoff_total / r.rounds, 0.1), 4) AS run_low10,
    round(median(o.payoff_total / r.rounds), 4) AS run_median,
    round(quantile(o.payoff_total / r.rounds, 0.9), 4) AS run_high90,
    round(avg(o.payoff_total / r.rounds), 4) AS run_mean,
    round(stdev(o.payoff_total / r.rounds), 4) AS run_stdev,
    round(correlation(o.payoff_total / r.rounds,
        1.0 * o.rounds_paused / r.rounds), 4) AS run_with_pausing
FROM outcome AS o
JOIN run AS r USING (experiment_id, run)
JOIN total AS t USING (experiment_id, agent)
JOIN agent AS a USING (experiment_id, agent)
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id, o.agent
ORDER BY o.experiment_id, o.agent;
