-- title: What solvers found, a line a value
-- about: The solutions that were kept by detente solve, with every value of
--        their tables, in the order in which they were kept.
-- question: What did solvers find?
-- empty: no solution was kept: detente solve ... -o
SELECT s.solution_id, s.question, s.subject,
    CASE s.holds WHEN 1 THEN 'yes' ELSE 'no' END AS holds, v.table_name,
    v.row, v.column_name, v.number, v.text, v.unit
FROM solution AS s
LEFT JOIN solution_values AS v USING (solution_id)
ORDER BY s.solution_id, v.table_name, v.row, v.column;
