-- title: Where each experiment comes from, and how to do it again
-- about: command plays it again. Equal experiment_key means equal results;
--        a -dirty version had changed sources. runs_there short of runs_asked
--        or an empty ended_at: it was interrupted, --resume completes it.
--        The whole configuration is in experiment.config.
-- question: Where does each number come from?
-- column: runs_there (runs); that are in the file
SELECT e.experiment_id, e.scenario, e.treaty, e.command, e.seed,
    e.generator, e.engine, e.version, e.model_version, e.libraries,
    e.runs_asked, count(r.run) AS runs_there, e.detail, e.started_at,
    e.ended_at, e.config_sha256, e.experiment_key
FROM experiment AS e
LEFT JOIN run AS r USING (experiment_id)
GROUP BY e.experiment_id
ORDER BY e.experiment_id;
