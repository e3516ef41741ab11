-- title: Talks step by step
-- about: One line a step, in the order in which it happened: who proposed,
--        accepted, refused, signed, ratified, joined or left, with what the text
--        was worth to the agent and what it aspired to, as shares of its best
--        gain, and its support at home.
-- question: Who proposed what in talks, and who refused?
-- column: negotiation (number); of the run that was talked
SELECT experiment_id, run AS negotiation, round, name, does,
    text_name AS text, worth, aspired, support, chance
FROM talks_step
ORDER BY experiment_id, run, event;
