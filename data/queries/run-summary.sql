-- title: Each experiment in one line
-- about: Means over its runs: the share of moves that were PAUSE, the share of
--        rounds in which everybody paused, the payoff of an agent and round;
--        least and greatest pause share of a run show how far runs differ.
--        ended_share is the share of runs whose treaty ended before they did.
SELECT experiment_id, scenario, treaty, count(*) AS runs,
    round(avg(rounds), 1) AS rounds_mean,
    round(avg(pause_share), 4) AS pause_share,
    round(min(pause_share), 4) AS pause_share_least,
    round(max(pause_share), 4) AS pause_share_most,
    round(avg(all_paused_share), 4) AS all_paused_share,
    round(avg(payoff_per_round), 4) AS payoff_per_round,
    round(avg(breaches), 2) AS breaches_per_run,
    round(avg(in_force_share), 4) AS in_force_share,
    round(avg(ended_round > 0), 4) AS ended_share
FROM run_summary
GROUP BY experiment_id
ORDER BY experiment_id;
