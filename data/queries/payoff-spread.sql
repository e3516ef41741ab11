-- title: How payoffs spread over the runs of an agent
-- about: Median, tenth and ninetieth percent of an agent's payoff a round,
--        with mean, standard deviation and standard error, and how payoff
--        goes with pausing from run to run (correlation, -1 to 1).
--        Needs 'detente query': stock SQLite has no median.
SELECT o.experiment_id, e.scenario, e.treaty, a.name, a.strategy,
    count(*) AS runs,
    round(quantile(o.payoff_total / r.rounds, 0.1), 4) AS low10,
    round(median(o.payoff_total / r.rounds), 4) AS median,
    round(quantile(o.payoff_total / r.rounds, 0.9), 4) AS high90,
    round(avg(o.payoff_total / r.rounds), 4) AS mean,
    round(stdev(o.payoff_total / r.rounds), 4) AS stdev,
    round(stderr_mean(o.payoff_total / r.rounds), 4) AS standard_error,
    round(correlation(o.payoff_total / r.rounds,
        1.0 * o.rounds_paused / r.rounds), 4) AS with_pausing
FROM outcome AS o
JOIN run AS r USING (experiment_id, run)
JOIN agent AS a USING (experiment_id, agent)
JOIN experiment AS e USING (experiment_id)
GROUP BY o.experiment_id, o.agent
ORDER BY o.experiment_id, o.agent;
