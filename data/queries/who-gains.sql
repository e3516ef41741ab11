-- title: Who gains by the treaty, and who would leave
-- about: What an agent got of a round under the treaty beside what it got in the
--        same game under treaty 'none', all its flows included. Where the
--        interval of gain at 95% (after Welch, a run or matching group as one)
--        lies above 0 it stays, below 0 it would leave, if it could have the
--        game without treaty instead; else it is not clear. That is not
--        whether leaving alone would pay: the others might go on (solve
--        answers that). Experiments without such a counterpart are not in it.
--        Needs 'detente query': stock SQLite has no intervals.
-- question: Who pays, who gains, who would leave?
-- column: paid (payoff); of a round: fines and monitoring, less transfers
-- column: none_payoff (payoff); of a round without treaty
-- column: gain (payoff); payoff_per_round less none_payoff
-- column: low95 (payoff); lower end of the 95% interval of gain
-- column: high95 (payoff); upper end of it
-- column: would (word); stay, leave, or not clear
-- empty: there is no treaty beside the same game under treaty 'none': run it
--        with --treaty none --append
-- picture: bars x=name,experiment_id y=gain low=low95 high=high95 group=treaty
WITH own AS (
    SELECT t.kind, e.treaty, o.experiment_id, o.agent, sum(o.payoff_total) AS x,
        sum(r.rounds) AS n, sum(o.fines_total + o.monitoring_total
            - o.transfers_total) AS paid
    FROM outcome AS o
    JOIN run AS r USING (experiment_id, run)
    JOIN cluster AS c USING (experiment_id, run)
    JOIN experiment AS e USING (experiment_id)
    JOIN alike_but_treaty AS t USING (experiment_id)
    GROUP BY o.experiment_id, o.agent, c.cluster
), side AS (
    SELECT kind, treaty, min(experiment_id) AS experiment_id, agent,
        ratio(x, n) AS mean, ratio_se(x, n) * ratio_se(x, n) AS square,
        ratio_effective(x, n) AS effective, count(*) AS clusters,
        sum(paid) / sum(n) AS paid
    FROM own
    GROUP BY kind, treaty, CASE treaty WHEN 'none' THEN 0
        ELSE experiment_id END, agent
), both AS (
    SELECT s.*, b.mean AS none_mean, s.square + b.square AS both_square,
        CASE WHEN (s.effective >= 30
                OR s.clusters / s.effective - 1 <= 0.01 * s.clusters)
            AND (b.effective >= 30
                OR b.clusters / b.effective - 1 <= 0.01 * b.clusters)
            THEN (s.square + b.square) * (s.square + b.square)
                / nullif(s.square * s.square / (s.effective - 1)
                    + b.square * b.square / (b.effective - 1), 0) END
            AS degrees
    FROM side AS s
    JOIN side AS b ON b.kind = s.kind AND b.agent = s.agent
        AND b.treaty = 'none'
    WHERE s.treaty <> 'none'
), ends AS (
    SELECT *, mean - none_mean AS gain,
        sqrt(both_square) * student(0.975, degrees) AS half
    FROM both
)
SELECT s.experiment_id, e.scenario, e.treaty, a.name, a.strategy,
    round(s.paid, 4) AS paid, round(s.mean, 4) AS payoff_per_round,
    round(s.none_mean, 4) AS none_payoff, round(s.gain, 4) AS gain,
    round(s.gain - s.half, 4) AS low95, round(s.gain + s.half, 4) AS high95,
    CASE WHEN s.gain - s.half > 0 THEN 'stay'
        WHEN s.gain + s.half < 0 THEN 'leave' ELSE 'not clear' END AS would
FROM ends AS s
JOIN experiment AS e USING (experiment_id)
JOIN agent AS a USING (experiment_id, agent)
ORDER BY s.experiment_id, s.agent;
