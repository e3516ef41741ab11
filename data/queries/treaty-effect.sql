-- title: What each treaty changes, against the same scenario without treaty
-- about: One row a scenario, treaty and measure. effect is the mean under the
--        treaty less the mean under treaty 'none'; where its interval
--        (effect_low95 to effect_high95) leaves out 0, chance alone hardly
--        explains it. A run counts as one observation. Empty effects: the
--        file has no runs of the scenario under 'none'. With more than one
--        experiment in a row, different settings are pooled.
SELECT scenario, treaty, measure, experiments, runs,
    round(mean, 4) AS mean, round(low95, 4) AS low95,
    round(high95, 4) AS high95, none_runs, round(none_mean, 4) AS none_mean,
    round(effect, 4) AS effect, round(effect_low95, 4) AS effect_low95,
    round(effect_high95, 4) AS effect_high95
FROM treaty_effect
ORDER BY scenario, payoffs, measure, treaty <> 'none', treaty;
