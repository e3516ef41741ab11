-- title: Which of an agent's strategies pays it most
-- about: For every axis of a sweep that is an agent's strategy (its key is
--        agents.NAME.strategy), one row a combination of the other axes: the
--        strategy that pays this agent most, what that pays it a round, the
--        next best, and by how much the best is ahead. gain_se is the standard
--        error of that difference of two cells, which are played apart (the
--        root of the sum of squares); a gain of less than some of it is none.
--        Needs the sweep to keep its agents. Needs 'detente query' or an
--        SQLite with sqrt.
-- question: Which strategy should an agent choose, given the others?
-- column: best (name); the strategy that pays it most
-- column: next_best (name); the one after it
-- column: gain (payoff); of a round: how much the best is ahead
-- column: gain_se (payoff); standard error of gain; 0 if exact
-- empty: there is no sweep over an agent's strategies
WITH own AS (
    SELECT sweep_id, axis, name, substr(key, 8, length(key) - 16) AS agent
    FROM sweep_axis
    WHERE key GLOB 'agents.*.strategy'
), setting AS (
    SELECT c.sweep_id, c.cell, own.axis, own.agent, own.name,
        group_concat(CASE WHEN c.axis <> own.axis
            THEN a.name || '=' || l.value END, ', ') AS others,
        group_concat(CASE WHEN c.axis <> own.axis
            THEN printf('%06d', c.level) END) AS place,
        max(CASE WHEN c.axis = own.axis THEN l.value END) AS choice
    FROM cell_axis AS c
    JOIN own USING (sweep_id)
    JOIN sweep_axis AS a ON a.sweep_id = c.sweep_id AND a.axis = c.axis
    JOIN sweep_level AS l ON l.sweep_id = c.sweep_id AND l.axis = c.axis
        AND l.level = c.level
    GROUP BY c.sweep_id, own.axis, c.cell
), ranked AS (
    SELECT s.*, o.payoff_per_round AS payoff, o.payoff_per_round_se AS se,
        row_number() OVER w AS rank, lead(s.choice) OVER w AS next_best,
        lead(o.payoff_per_round) OVER w AS next_payoff,
        lead(o.payoff_per_round_se) OVER w AS next_se
    FROM setting AS s
    JOIN cell_outcome AS o ON o.sweep_id = s.sweep_id AND o.cell = s.cell
        AND o.name = s.agent
    WINDOW w AS (PARTITION BY s.sweep_id, s.axis, s.place
        ORDER BY o.payoff_per_round DESC, s.choice)
)
SELECT w.name AS sweep, r.agent, r.others AS settings, r.choice AS best,
    round(r.payoff, 4) AS payoff_per_round, r.next_best,
    round(r.payoff - r.next_payoff, 4) AS gain,
    round(sqrt(r.se * r.se + r.next_se * r.next_se), 4) AS gain_se
FROM ranked AS r
JOIN sweep AS w USING (sweep_id)
WHERE r.rank = 1
ORDER BY r.sweep_id, r.axis, r.place;
