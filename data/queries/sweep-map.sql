-- title: What each cell of a sweep came to, in the order of its axes
-- about: One row a cell of each sweep: its place on the axes, the share of
--        rounds paused with its standard error (0 where exact), the share in
--        which all paused, payoff, and the share of runs in which the treaty
--        entered into force and ended. engine says who answered.
-- question: What did each cell come to?
-- empty: there is no sweep
-- picture: bars x=settings y=pause_share group=sweep
SELECT c.sweep, c.settings, round(c.pause_share, 4) AS pause_share,
    round(c.pause_share_se, 4) AS pause_share_se,
    round(c.all_paused_share, 4) AS all_paused_share,
    round(c.payoff_per_round, 4) AS payoff_per_round,
    round(c.entered_share, 4) AS entered_share,
    round(c.ended_share, 4) AS ended_share, c.engine, c.runs
FROM sweep_cells AS c
JOIN (SELECT sweep_id, cell, group_concat(printf('%06d', level)) AS place
    FROM cell_axis GROUP BY sweep_id, cell) AS p USING (sweep_id, cell)
ORDER BY c.sweep_id, p.place;
