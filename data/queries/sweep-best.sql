-- title: Where on each first axis most is paused
-- about: One row a value of a sweep's first axis: the cell with the largest
--        share of rounds paused (of equal ones, that with the larger payoff),
--        how that compares with the mean of all cells there, and how many
--        those are.
-- question: Where is most paused?
-- column: best_settings (text); of the cell in which most is paused
-- column: mean_pause_share (share); mean of the cells there
-- empty: there is no sweep
-- picture: bars x=value_1,sweep y=pause_share
SELECT sweep, value_1, settings AS best_settings,
    round(pause_share, 4) AS pause_share,
    round(payoff_per_round, 4) AS payoff_per_round,
    round(mean_share, 4) AS mean_pause_share, cells
FROM (SELECT *, row_number() OVER (PARTITION BY sweep_id, value_1
        ORDER BY pause_share DESC, payoff_per_round DESC, cell) AS place,
        avg(pause_share) OVER (PARTITION BY sweep_id, value_1) AS mean_share,
        count(*) OVER (PARTITION BY sweep_id, value_1) AS cells
    FROM sweep_cells)
WHERE place = 1
ORDER BY sweep_id, number_1, value_1;
