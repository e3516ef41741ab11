-- title: Each experiment in one line
-- about: Shares and payoffs are those of a round: what all runs had over all
--        their rounds, so that a long run weighs more than a short one. Least
--        and greatest pause share of a run show how far runs differ.
--        ended_share is the share of runs whose treaty ended before they did.
-- question: What came of each experiment?
-- parameter: experiment integer (number); of this one; all where empty
-- column: run_pause_share_least (share); of the run that paused least
-- column: run_pause_share_most (share); of the run that paused most
-- picture: bars x=treaty,experiment_id y=pause_share group=scenario
SELECT experiment_id, scenario, treaty, count(*) AS runs,
    round(avg(rounds), 1) AS rounds_per_run,
    round(sum(pause_share * rounds) / sum(rounds), 4) AS pause_share,
    round(min(pause_share), 4) AS run_pause_share_least,
    round(max(pause_share), 4) AS run_pause_share_most,
    round(sum(all_paused_share * rounds) / sum(rounds), 4)
        AS all_paused_share,
    round(sum(payoff_per_round * rounds) / sum(rounds), 4)
        AS payoff_per_round,
    round(avg(breaches), 2) AS breaches_per_run,
    round(sum(in_force_share * rounds) / sum(rounds), 4) AS in_force_share,
    round(avg(ended_round IS NOT NULL), 4) AS ended_share
FROM run_summary
WHERE experiment_id BETWEEN ifnull(:experiment, 0)
    AND ifnull(:experiment, 9e18)
GROUP BY experiment_id
ORDER BY experiment_id;
