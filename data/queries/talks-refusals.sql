-- title: Who refused what in talks, how often, and what it wanted
-- about: One line an agent and text that it was asked about: how often it said
--        yes and no, when it first said no, and in the mean what the text was
--        worth to it and what it aspired to when it refused, as shares of its
--        best gain.
-- question: Who refused what in talks, and what did it want?
-- column: refused (answers); how often it said no
-- column: accepted (answers); how often it said yes
-- column: first_refused_round (round of talks); the earliest no
-- column: worth (of its best gain); of the text, when it said no
-- column: aspired_to (of its best gain); when it said no
SELECT experiment_id, scenario, name, text_name AS text,
    sum(does = 'refuses') AS refused, sum(does = 'accepts') AS accepted,
    min(CASE does WHEN 'refuses' THEN round END) AS first_refused_round,
    avg(CASE does WHEN 'refuses' THEN worth END) AS worth,
    avg(CASE does WHEN 'refuses' THEN aspired END) AS aspired_to
FROM talks_step
WHERE does IN ('refuses', 'accepts')
GROUP BY experiment_id, agent, text
HAVING refused > 0
ORDER BY experiment_id, refused DESC, agent, text;
