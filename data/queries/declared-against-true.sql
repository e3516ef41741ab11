-- title: What parties declared, against what they did
-- about: false_share is the share of an agent's rounds as a party of the treaty
--        in force in which the signed declaration was not the executed move.
--        The last three columns need the detail 'rounds': of the same rounds,
--        those in which it declared PAUSE, those of them in which it raced,
--        and the share that was so: how little its word is worth.
-- question: Did parties do what they signed?
-- column: false_share (share); false_declarations / rounds_party
-- column: declared_pause (rounds); as a party in force in which it declared
--         PAUSE
-- column: raced_in_truth (rounds); of declared_pause, those in which it raced
-- column: broken_word_share (share); raced_in_truth / declared_pause
-- empty: no agent was a party
-- picture: bars x=name,experiment_id y=false_share group=treaty
WITH words AS (
    SELECT experiment_id, agent, sum(rounds) AS declared_pause,
        sum(CASE executed WHEN 'RACE' THEN rounds ELSE 0 END)
            AS raced_in_truth
    FROM tally
    WHERE party = 1 AND phase = 'in force' AND declared = 'PAUSE'
    GROUP BY experiment_id, agent
)
SELECT s.experiment_id, s.scenario, s.treaty, s.name, s.strategy,
    s.rounds_party, s.breaches, s.false_declarations,
    round(1.0 * s.false_declarations / s.rounds_party, 4) AS false_share,
    w.declared_pause, w.raced_in_truth,
    round(1.0 * w.raced_in_truth / w.declared_pause, 4) AS broken_word_share
FROM agent_summary AS s
LEFT JOIN words AS w USING (experiment_id, agent)
WHERE s.rounds_party > 0
ORDER BY s.experiment_id, s.agent;
