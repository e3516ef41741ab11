-- title: What was signed in talks, by whom, when, and what came of it at home
-- about: One line a signature: the negotiation, the round of talks, the text,
--        whether the agent's chamber ratified it, and whether the text entered
--        into force in that round.
-- question: What was signed in talks, by whom, when, and was it ratified?
-- column: negotiation (number); of the run that was talked
-- column: at_home (word); ratifies or rejects
-- column: entered (0 or 1); 1: the text entered into force in that round
SELECT s.experiment_id, s.run AS negotiation, s.round, s.name,
    s.text_name AS text, s.holds,
    (SELECT h.does FROM talks_event AS h
     WHERE h.experiment_id = s.experiment_id AND h.run = s.run
         AND h.round = s.round AND h.agent = s.agent
         AND h.does IN ('ratifies', 'rejects')) AS at_home,
    EXISTS (SELECT 1 FROM talks_event AS e
        WHERE e.experiment_id = s.experiment_id AND e.run = s.run
            AND e.round = s.round AND e.does = 'enters') AS entered
FROM talks_step AS s
WHERE s.does = 'signs'
ORDER BY s.experiment_id, s.run, s.event;
