-- A class made by hand from a file of simulated runs: what people who play have
-- beside their moves. Runs sit in matching groups of two; each seat is a person;
-- sources, times, exclusions and quiz answers follow from the numbers, unevenly.
INSERT INTO class_run SELECT experiment_id, run, experiment_id, (run + 1) / 2
FROM run;
INSERT INTO participant
SELECT experiment_id, printf('p%02d', 2 * run + agent - 2),
    '2026-06-01T12:00:00Z',
    CASE WHEN (run * 7 + agent * 3 + experiment_id) % 5 = 0
        THEN '2026-06-01T12:20:00Z' ELSE '' END, '1',
    CASE WHEN (run + agent) % 6 = 0 THEN 'asked to be left out' ELSE '' END
FROM outcome;
INSERT INTO seat SELECT experiment_id, run, agent,
    printf('p%02d', 2 * run + agent - 2) FROM outcome;
INSERT INTO choice
SELECT experiment_id, run, round, agent,
    CASE WHEN way < 7 THEN 'human' WHEN way < 8 THEN 'paper'
        WHEN way < 10 THEN 'timeout' ELSE 'bot' END,
    CASE WHEN way < 8 THEN printf('p%02d', 2 * run + agent - 2) ELSE '' END,
    CASE WHEN way < 7 THEN 900 + (run * 997 + round * 131 + agent * 53) % 4000
        + 700 * (intended = 'PAUSE') END,
    way < 9, CASE WHEN (run * 3 + round) % 17 = 0 THEN 'the seat was swapped'
        ELSE '' END
FROM (SELECT *, (run * 5 + round * 3 + agent + experiment_id) % 11 AS way
    FROM move);
INSERT INTO quiz_answer
SELECT experiment_id, participant, question, attempt, 'x',
    attempt = 2 OR (CAST(substr(participant, 2) AS INTEGER) * question * 7
        + experiment_id) % 5 < 3
FROM participant, (SELECT 1 AS question UNION SELECT 2 UNION SELECT 3),
    (SELECT 1 AS attempt UNION SELECT 2)
WHERE attempt = 1 OR (CAST(substr(participant, 2) AS INTEGER) * question * 7
    + experiment_id) % 5 >= 3;
