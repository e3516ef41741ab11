-- title: Who pays for the treaty, and who is paid
-- about: Payoff of a round, and what the treaty did to it: fines and the cost
--        of monitoring, which were paid and subtracted, and transfers (side
--        payments and tariffs; paid is below 0), which were added. stage_game
--        is what the moves themselves earned.
-- question: Who pays for the treaty?
-- parameter: experiment integer (number); of this one; all where empty
-- column: stage_game (payoff); of a round: what the moves themselves earned
-- column: fines (payoff); paid a round, subtracted; >= 0
-- column: monitoring (payoff); paid a round, subtracted; >= 0
-- column: transfers (payoff); of a round; paid is < 0
-- picture: bars x=name,experiment_id y=payoff_per_round group=treaty
SELECT experiment_id, scenario, treaty, name, kind, strategy,
    round(payoff_per_round, 4) AS payoff_per_round,
    round(payoff_per_round
        + (fines_total + monitoring_total - transfers_total) / rounds, 4)
        AS stage_game,
    round(fines_total / rounds, 4) AS fines,
    round(monitoring_total / rounds, 4) AS monitoring,
    round(transfers_total / rounds, 4) AS transfers
FROM agent_summary
WHERE experiment_id BETWEEN ifnull(:experiment, 0)
    AND ifnull(:experiment, 9e18)
ORDER BY experiment_id, agent;
