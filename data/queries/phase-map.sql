-- title: Whether the treaty holds, a line a cell of a phase map
-- about: The maps that were kept by detente solve --vary: the keys' values x
--        and y (of one key: x alone), the verdict, how much the best departure
--        would lose (slack; below 0 it gains), and which departure that is.
--        The keys are in the column command of the table solution.
-- question: For which values does the treaty hold?
-- column: x (as the key's); of the first key
-- column: y (as the key's); of the second key; empty where there is one
-- column: slack (payoff); what the best departure would lose; below 0 it
--         gains
-- column: binding_party (name); whose departure that is
-- column: binding_state (text); in which state of the treaty
-- column: binding_departure (text); what it would do
-- empty: no map was kept: detente solve --vary ... -o
SELECT s.solution_id, s.subject,
    max(CASE v.column_name WHEN 'x' THEN v.number END) AS x,
    max(CASE v.column_name WHEN 'y' THEN v.number END) AS y,
    max(CASE v.column_name WHEN 'holds' THEN v.text END) AS holds,
    round(max(CASE v.column_name WHEN 'slack' THEN v.number END), 6) AS slack,
    max(CASE v.column_name WHEN 'binding_party' THEN v.text END)
        AS binding_party,
    max(CASE v.column_name WHEN 'binding_state' THEN v.text END)
        AS binding_state,
    max(CASE v.column_name WHEN 'binding_departure' THEN v.text END)
        AS binding_departure,
    max(CASE v.column_name WHEN 'method' THEN v.text END) AS method
FROM solution AS s
JOIN solution_values AS v USING (solution_id)
WHERE v.table_name = 'map'
GROUP BY s.solution_id, v.row
ORDER BY s.solution_id, x, y;
