-- title: What talks came to: which text entered into force, how often, when
-- about: One line a text of the menu that entered into force, and one for talks
--        without agreement, with how often, after how many rounds of talks in
--        the mean, for how many parties, and how many votes at home failed.
-- question: What did talks come to?
-- column: menu (name); of texts, over which they talked
-- column: holds (word); what solve says of the text: yes, but, no or unknown
-- column: negotiations (negotiations); that ended so
-- column: negotiations_share (share); negotiations / all of the experiment
-- column: mean_rounds (rounds); of talks, the mean of them
-- column: mean_parties (agents); bound at entry, the mean of them
-- column: defections (ratifications); that failed at home
SELECT experiment_id, scenario, treaty AS menu,
    coalesce(text_name, 'no agreement') AS text, holds, negotiations,
    negotiations_share, mean_rounds, mean_parties, defections
FROM talks_outcome
ORDER BY experiment_id, negotiations DESC, text;
