-- title: The runs in which pausing failed worst
-- about: Up to ten runs of each experiment, those with the smallest share of
--        PAUSE first. Play one again by its number to see what happened, or
--        read it in tidy_rounds where rounds are kept.
-- question: In which runs did pausing fail?
-- parameter: most integer = 10 (runs); of each experiment, at most
-- column: rank (number); 1 is the worst of its experiment
-- example: most=3
WITH ranked AS (
    SELECT *, row_number() OVER (PARTITION BY experiment_id
        ORDER BY pause_share, payoff_per_round, run) AS rank
    FROM run_summary
)
SELECT experiment_id, scenario, treaty, rank, run, rounds,
    round(pause_share, 4) AS pause_share,
    round(all_paused_share, 4) AS all_paused_share,
    round(payoff_per_round, 4) AS payoff_per_round, first_breach_round,
    breaches, findings_wrong, ended_round, ending
FROM ranked
WHERE rank <= ifnull(:most, 10)
ORDER BY experiment_id, rank;
