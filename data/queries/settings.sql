-- title: In what the experiments of the file differ
-- about: One row an experiment and key: each key of the configuration that has
--        several values in this file, or is in some experiments and not in
--        others. unit is empty for words and plain numbers. All keys, those
--        that are alike everywhere too, are in the table setting.
-- question: In what do the experiments differ?
-- empty: the experiments do not differ
SELECT s.experiment_id, e.scenario, e.treaty, s.key, s.value, s.unit
FROM setting_varied AS s
JOIN experiment AS e USING (experiment_id)
ORDER BY s.key, s.experiment_id;
