-- title: Each agent beside each other one: joint moves, and answers to them
-- about: The four middle columns count rounds by what both executed, the
--        agent's own move first. pause_share_after_pause and _after_race say
--        how it answered the other's move of the round before: about equal
--        means that it takes no notice, far apart that it reciprocates.
--        Needs experiments that keep the detail 'rounds'.
-- question: What did each two do together, and in answer to each other?
-- parameter: experiment integer (number); of this one; all where empty
-- empty: no experiment keeps the detail 'rounds'
SELECT experiment_id, scenario, treaty, name, other_name, rounds,
    pause_pause, pause_race, race_pause, race_race,
    round(pause_share_after_pause, 4) AS pause_share_after_pause,
    round(pause_share_after_race, 4) AS pause_share_after_race
FROM pairwise
WHERE experiment_id BETWEEN ifnull(:experiment, 0)
    AND ifnull(:experiment, 9e18)
ORDER BY experiment_id, agent, other_agent;
