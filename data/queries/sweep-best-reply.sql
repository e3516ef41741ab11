-- title: Which value of the last axis pays the first agent most
-- about: For sweeps whose last axis is what the first agent may do, as its
--        strategy. One row a combination of the other axes: the value that
--        pays it most, what that pays a round, the next best value, and by how
--        much the best is ahead; a gain of less than some standard errors
--        (gain_se, of both together) is none.
WITH last AS (
    SELECT sweep_id, max(axis) AS axis FROM sweep_axis GROUP BY sweep_id
), setting AS (
    SELECT c.sweep_id, c.cell,
        group_concat(CASE WHEN c.axis < last.axis
            THEN a.name || '=' || l.value END, ', ') AS others,
        group_concat(CASE WHEN c.axis < last.axis
            THEN printf('%06d', c.level) END) AS place,
        max(CASE WHEN c.axis = last.axis THEN l.value END) AS own
    FROM cell_axis AS c
    JOIN last USING (sweep_id)
    JOIN sweep_axis AS a USING (sweep_id, axis)
    JOIN sweep_level AS l USING (sweep_id, axis, level)
    GROUP BY c.sweep_id, c.cell
), ranked AS (
    SELECT s.*, o.payoff_per_round AS payoff, o.payoff_per_round_se AS se,
        row_number() OVER w AS rank, lead(s.own) OVER w AS next_best,
        lead(o.payoff_per_round) OVER w AS next_payoff,
        lead(o.payoff_per_round_se) OVER w AS next_se
    FROM setting AS s
    JOIN cell_outcome AS o USING (sweep_id, cell)
    WHERE o.agent = 1
    WINDOW w AS (PARTITION BY s.sweep_id, s.place
        ORDER BY o.payoff_per_round DESC, s.own)
)
SELECT w.name AS sweep, r.others AS settings, r.own AS best,
    round(r.payoff, 4) AS payoff_per_round, r.next_best,
    round(r.payoff - r.next_payoff, 4) AS gain,
    round(r.se + r.next_se, 4) AS gain_se
FROM ranked AS r
JOIN sweep AS w USING (sweep_id)
WHERE r.rank = 1
ORDER BY r.sweep_id, r.place;
