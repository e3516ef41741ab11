-- title: What each treaty changes, against the same game without treaty
-- about: One row a configuration and measure. effect is the mean of a round
--        under the treaty less that under treaty 'none' with all other
--        settings alike; where its interval (effect_low95 to effect_high95)
--        leaves out 0, chance alone hardly explains it. A mean of a round is
--        what all runs had over all their rounds. Empty effects: the file has
--        no runs of the same settings under 'none'. Empty intervals: too few
--        runs of differing length to bear one (effective_runs, those of one
--        length that are worth as much, are fewer than 30). experiments counts
--        those of one configuration (other seeds) that are taken together,
--        experiment_id is the first.
-- question: Did the treaty change it, and by how much?
-- parameter: measure text (name); pause_share, all_paused_share or
--            payoff_per_round; all where empty
-- example: measure=pause_share
-- picture: bars x=treaty,scenario y=effect low=effect_low95
--          high=effect_high95 group=measure
SELECT experiment_id, scenario, treaty, measure, experiments, runs,
    round(effective_runs, 1) AS effective_runs,
    round(mean, 4) AS mean, round(low95, 4) AS low95,
    round(high95, 4) AS high95, none_runs, round(none_mean, 4) AS none_mean,
    round(effect, 4) AS effect, round(effect_low95, 4) AS effect_low95,
    round(effect_high95, 4) AS effect_high95
FROM treaty_effect
WHERE :measure IS NULL OR measure = :measure
ORDER BY scenario, payoffs, measure, treaty <> 'none', treaty, experiment_id;
